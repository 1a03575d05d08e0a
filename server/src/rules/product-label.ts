// By what a text tells one container or liquid of a medicine from another: a colour, for whom it is, how strong it is.
// It must not know strengths.

import { matchesIn } from "../text/matches.ts";

/** What a preparation is called, and in what it is kept, where that is said. */
export interface ProductLabel {
  readonly container: string | undefined;
  readonly name: string;
}

const colour = "red|blue|green|yellow|white|brown|black|orange|purple|pink|gr[ae]y|clear|amber";
const whose = "adult|paediatric|pediatric|neonatal|weak|strong";
const container =
  "(ampoule|vial|bottle|cartridge|bag|syringe|solution|liquid|syrup|suspension|mixture|medicine|one)s?";
const mark = "(?:caps?|capped|tops?|topped|labels?|labelled|lids?|stoppers?|bands?|rings?|boxe[sd]|box)";
/** "Paediatric ampoule", "red-label vial", "the green morphine solution". */
const before = new RegExp(`\\b(${whose}|${colour})(?:[- ]${mark})?(?:[- ]\\p{L}+)?[- ]${container}\\b`, "iu");
/** "Vial, 5 mL, blue cap", "vial with the blue cap". */
const behind = new RegExp(`\\b${container}\\b[^.;:]{0,25}?\\b(${colour})[- ]${mark}\\b`, "iu");
/** "Heparin for catheter locks, red cap: …". */
const alone = new RegExp(`\\b(${colour})[- ]${mark}\\b`, "iu");
/** "**Green (weak):** morphine 5 mg/5 mL". */
const leading = new RegExp(`^[\\s*_|-]*(${colour})\\b[^.;:|]{0,20}[:|]`, "iu");

const liquid = /^(?:solution|liquid|syrup|suspension|mixture|medicine|bottle|one)$/;

export function labelOf(text: string): ProductLabel | undefined {
  const [first, second] = [before.exec(text), behind.exec(text)];
  const third = first || second ? undefined : (alone.exec(text) ?? leading.exec(text));
  const [held, name] = (
    first ? [first[2], first[1]] : second ? [second[1], second[2]] : [undefined, third?.[1]]
  ).map((word) => word?.toLowerCase());
  if (!name) return undefined;
  return {
    container: held && (liquid.test(held) ? "liquid" : held),
    name: name.replace("pediatric", "paediatric").replace("gray", "grey"),
  };
}

const every = new RegExp(before, "giu");

/** Of the containers that stand before a strength the one it is of: "7.5 mL of the green bottle, or 0.75 mL of the red bottle (". */
export function wordsOfOne(said: string): string {
  const names = new Set(matchesIn(said, every).map(([, name]) => name?.toLowerCase()));
  return names.size > 1 ? (said.split(/,|\b(?:or|and|but|not|than)\b/).at(-1) ?? "") : said;
}

/** A text may have such a label. */
export const hasLabel = (text: string): boolean => anyLabel.test(text);
const anyLabel = new RegExp(`\\b(?:${whose}|${colour})\\b`, "i");

/** Nothing that is said of the two keeps them apart. */
export const sameContainer = (a: ProductLabel, b: ProductLabel): boolean =>
  a.name === b.name &&
  (a.container === undefined || b.container === undefined || a.container === b.container);
