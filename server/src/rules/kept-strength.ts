// A preparation that a text says is the one that is kept, or lists by its form: "morphine oral solution (10 mg/5 mL)
// is the only liquid that we keep", "| Heparin infusion, premixed bag | 50 units/mL |". For concentration-conflict.

import { type Fact, statementsIn } from "../guideline/concentration.ts";
import { type FigureTable, type FigureText, rowMedicine } from "../guideline/figure-text.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { clauseBefore, clauseBehind } from "../text/around.ts";
import { oncePer } from "../text/memory.ts";
import { labelOf, type ProductLabel, sameContainer } from "./product-label.ts";

/** A container or form of a medicine, and the strength it is said to have. */
export interface Labelled {
  readonly key: string;
  readonly medicine: Medicine;
  readonly container: string;
  readonly fact: Fact;
  /** How surely it is the one that is meant: said to be the only one, kept, or only named with its form. */
  readonly surety: "only" | "kept" | "named";
  /** What tells it from others of its medicine. */
  readonly label: ProductLabel | undefined;
  /** Of the containers that are named, in mL. */
  readonly volumes: readonly number[];
}

export const made =
  /\b(?:dilut\w*|mak(?:e|es|ing)|made|add(?:ed|s)?|mix\w*|dissolv\w*|reconstitut\w*|draw\w*|now|then)\b/i;

/** What it is called, by what that is the same as. */
const forms: readonly (readonly [string, RegExp])[] = [
  ["oral solution", /\b(?:oral +(?:solution|liquid)|solution +(?:for +oral +use|by +mouth))\b/i],
  ["syrup", /\bsyrup\b/i],
  ["suspension", /\bsuspension\b/i],
  ["elixir", /\belixir\b/i],
  ["infusion bag", /\b(?:infusion|bags?)\b/i],
  ["flush", /\bflush(?:es)?\b/i],
  ["prefilled syringe", /\bpre-?filled +(?:syringe|pen)s?\b/i],
  ["vial", /\bvials?\b/i],
  ["ampoule", /\b(?:ampoules?|ampules?|amps?)\b/i],
  ["injection", /\binjection\b/i],
  ["drops", /\b(?:eye|ear|nasal|oral) +drops\b/i],
  ["nebuliser solution", /\b(?:nebules?|nebuli[sz]er +solution)\b/i],
];
/** A strength, and a form of anything, stand in the text. */
export const hasForms = (text: string): boolean =>
  /\/ *\d* *m[lL]\b|\bper +mL\b|\bin +\d+ *mL\b/.test(text) && forms.some(([, form]) => form.test(text));

/** Words that tell one of a form from another. */
const telling =
  /\b(?:adults?|paediatric|pediatric|child(?:ren)?(?:'s)?|neonat\w+|infants?|forte|concentrate[d]?|strong(?:er)?|weak(?:er)?|double|high|low|intrathecal|preservative|dental|working|stock +solution)\b/i;
const kept =
  /\b(?:only|sole|standard|stock(?:ed|s)?|keeps?|kept|supplied|supply|supplies|shelf|premixed|presentation|our|\p{L}+['’]s|comes? +(?:as|in)|(?:one|single|no +other) +strength)\b/iu;
/** "The premixed bag contains …", "Our syrup holds …" */
const definite = /(?:^|[.;:]\s+)(?:the|our|each|every)\b[^.;:]*\b(?:holds?|contains?|has|is|comes +as)\b/i;

/** "Our pharmacy mixes a single strength", "a single paracetamol syrup". */
const onlyStrength =
  /\b(?:(?:one|single|only|no +other) +strength|an? +single +(?:\p{L}+ +){0,2}(?:syrup|solution|suspension|liquid|strength)|the +(?:only|sole))\b/iu;

interface Said {
  readonly text: string;
  readonly medicine: Medicine | undefined;
  readonly facts: readonly Fact[];
  readonly volumes: readonly number[];
}

/** "If the child is in pain, use the paracetamol syrup": the words of the clause that names the form. */
const ownWords = (text: string): string =>
  /^(?:if|when|in|for)\b[^,|]*,(.*)$/is.exec(text.trim())?.[1] ?? text;

function keptOf({ text, medicine, facts, volumes }: Said): Labelled[] {
  const amounts = facts.filter(({ kind }) => kind !== "percent");
  const fact = amounts.at(-1);
  const agreed = amounts.every(
    ({ low, unit }) => unit === fact?.unit && Math.abs(low - fact.low) <= 0.05 * low,
  );
  const isMade = made.test(text) && !onlyStrength.test(text);
  if (!fact || !medicine || !agreed || fact.figure.diluent || isMade || telling.test(ownWords(text)))
    return [];
  const named = forms.flatMap(([name, form]) => (form.test(text) ? [name] : []));
  if (named.length === 0) return [];
  const container = named.join(" ");
  const label = labelOf(text);
  const key = ["kept", medicine.name, container, fact.unit].join("|");
  const surety = onlyStrength.test(text) ? "only" : kept.test(text) || definite.test(text) ? "kept" : "named";
  return [{ key, medicine, container, fact, volumes, surety, label }];
}

/** How far a sentence is read around a strength: no text may take quadratic time. */
const reach = 300;

export const keptInText = oncePer((passage: FigureText): readonly Labelled[] =>
  onlyOnes(
    statementsIn(passage).flatMap(({ facts, medicine, volumes }) => {
      const [first, last] = [facts[0], facts.at(-1)];
      if (!first || !last || passage.kind === "heading") return [];
      const [from, to] = [first.start - passage.start, last.end - passage.start];
      const before = clauseBefore(passage.text, from, reach);
      const behind = clauseBehind(passage.text, to, reach);
      const text = `${before}${passage.text.slice(from, to)}${behind}`;
      return keptOf({ text, medicine, facts, volumes: volumes.map(({ high }) => high) });
    }),
  ),
);

/** Of two strengths of one form neither is the one. */
const onlyOnes = (all: readonly Labelled[]) =>
  all.filter(
    (one) => !all.some((other) => other.key === one.key && isOther(other, { ...one, surety: "only" })),
  );

const strengthHead =
  /\b(?:strengths?|concentrations?|presentations?|contents?|formulations?|per +mL|in +1 +mL)\b/i;

/** Of a table that lists strengths. */
export const keptInTable = oncePer((table: FigureTable): readonly Labelled[] => {
  if (!table.columns.some(({ text }) => strengthHead.test(text))) return [];
  const all = table.rows.flatMap((row) => {
    const facts = row.flatMap((cell) => statementsIn(cell).flatMap((one) => one.facts));
    const volumes = row.flatMap(({ figures }) =>
      figures.flatMap(({ kind, high }) => (kind === "volume" ? [high] : [])),
    );
    const text = row.map((cell) => cell.text).join(" | ");
    const found = facts.length === 0 ? [] : keptOf({ text, medicine: rowMedicine(row), facts, volumes });
    return found.map((one) => (one.surety === "named" ? { ...one, surety: "kept" as const } : one));
  });
  return onlyOnes(all);
});

/** What is only named may be another one, unless there is only one. */
export const areComparable = (a: Labelled, b: Labelled): boolean =>
  (a.surety !== "named" && b.surety !== "named") || a.surety === "only" || b.surety === "only";

export const isOther = (a: Labelled, b: Labelled): boolean =>
  a.key === b.key &&
  areComparable(a, b) &&
  (!a.label || !b.label || sameContainer(a.label, b.label)) &&
  Math.abs(a.fact.low - b.fact.low) > 0.05 * b.fact.low &&
  (a.volumes.length === 0 || b.volumes.length === 0 || a.volumes.some((one) => b.volumes.includes(one)));
