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
    this.#classes ??= withWider(this.#column(2, ",").filter((each) => each !== "symptomatic"));
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
const wider: Readonly<Record<string, readonly string[]>> = {
  "beta lactam": ["penicillin", "cephalosporin", "carbapenem", "monobactam"],
  sedative: ["benzodiazepine", "hypnotic", "barbiturate"],
};

function withWider(classes: readonly string[]): readonly string[] {
  const found = Object.entries(wider).flatMap(([name, members]) =>
    members.some((one) => classes.includes(one)) && !classes.includes(name) ? [name] : [],
  );
  return found.length > 0 ? [...classes, ...found] : classes;
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
