// A medicine as a line of medicines-*.ts has it. It must not know other medicines.

import type { Medicine, Route, UsualDose } from "./medicine.ts";

/** All but its names is read when somebody first asks: most medicines never occur in a guideline. */
export class MedicineEntry implements Medicine {
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly components: readonly string[];
  readonly symptomatic: boolean;
  readonly #columns: readonly string[];
  #classes: readonly string[] | undefined;
  #routes: readonly Route[] | undefined;
  #doses: readonly UsualDose[] | undefined;

  constructor(line: string) {
    this.#columns = line.split("|");
    this.name = this.#columns[0]?.trim() ?? "";
    const others = this.#column(1, ",");
    const sulph = (name: string) => name.replaceAll("sulf", "sulph");
    this.synonyms = line.includes("sulf")
      ? [...others, ...[this.name, ...others].filter((each) => each.includes("sulf")).map(sulph)]
      : others;
    this.components = this.name.includes("/") ? this.name.split("/") : [];
    this.symptomatic = this.#columns[2]?.includes("symptomatic") ?? false;
  }

  get classes(): readonly string[] {
    this.#classes ??= classesIn(this.#columns[2] ?? "");
    return this.#classes;
  }

  get routes(): readonly Route[] {
    this.#routes ??= this.#column(3, " ") as readonly Route[];
    return this.#routes;
  }

  get doses(): readonly UsualDose[] {
    this.#doses ??= this.#column(4, ";").flatMap(parseDoses);
    return this.#doses;
  }

  #column(at: number, separator: string): readonly string[] {
    return listed(this.#columns[at] ?? "", separator);
  }
}

/** Classes of classes. */
const wider: ReadonlyMap<string, string> = new Map([
  ["penicillin", "beta lactam"],
  ["cephalosporin", "beta lactam"],
  ["carbapenem", "beta lactam"],
  ["monobactam", "beta lactam"],
  ["benzodiazepine", "sedative"],
  ["hypnotic", "sedative"],
  ["barbiturate", "sedative"],
]);

/** Many medicines are of the same classes. */
const knownClasses = new Map<string, readonly string[]>();

function classesIn(column: string): readonly string[] {
  const known = knownClasses.get(column);
  if (known) return known;
  const named = listed(column, ",").filter((each) => each !== "symptomatic");
  const classes = [...new Set([...named, ...named.flatMap((each) => wider.get(each) ?? [])])];
  knownClasses.set(column, classes);
  return classes;
}

/** "oral/iv mg/kg 7.5-100" is one dose for each route. */
function parseDoses(text: string): readonly UsualDose[] {
  const parts = /^(?:([a-z/]+) +)?(mg|mcg|unit|mmol|mL)(?:\/([a-z\d/]+))? +([\d.]+)-([\d.]+)$/.exec(text);
  if (parts === null) throw new Error(`This is no usual dose: ${text}.`);
  const [, routes, unit, per = "", low, high] = parts;
  const scale = unit === "mcg" ? 1000 : 1;
  const dose = {
    unit: unit === "mcg" ? "mg" : unit,
    per,
    low: Number(low) / scale,
    high: Number(high) / scale,
  } as UsualDose;
  return routes === undefined
    ? [dose]
    : routes.split("/").map((route) => ({ route: route as Route, ...dose }));
}

function listed(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
