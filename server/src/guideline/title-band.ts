// Values that a heading is for: "Score of 0, 1 or 2", "Score of 3 or more". It must not know what is scored.

import { remembered } from "../text/memory.ts";

export interface TitleBand {
  /** The title without its numbers. */
  readonly about: string;
  readonly low: number;
  readonly high: number;
}

const number = "(\\d+(?:\\.\\d+)?)";
const forms: readonly (readonly [RegExp, (values: readonly number[]) => readonly [number, number]])[] = [
  [new RegExp(`${number}\\s*(?:-|–|to)\\s*${number}(?!\\d)`), ([low = 0, high = 0]) => [low, high]],
  [
    new RegExp(
      `(?:≥|>=|at least|from)\\s*${number}|${number}\\s*(?:\\p{L}+ )?(?:or|and) (?:more|above|over|higher)`,
      "iu",
    ),
    ([low = 0]) => [low, Number.POSITIVE_INFINITY],
  ],
  [
    new RegExp(`(?:>|above|over|more than|greater than)\\s*${number}`, "i"),
    ([low = 0]) => [low + Number.EPSILON * Math.max(1, low), Number.POSITIVE_INFINITY],
  ],
  [
    new RegExp(
      `(?:≤|<=|up to|at most)\\s*${number}|${number}\\s*(?:\\p{L}+ )?(?:or|and) (?:less|below|under|fewer|lower)`,
      "iu",
    ),
    ([high = 0]) => [0, high],
  ],
  [
    new RegExp(`(?:<|below|under|less than|fewer than)\\s*${number}`, "i"),
    ([high = 0]) => [0, high - Number.EPSILON * Math.max(1, high)],
  ],
  [
    new RegExp(
      `${number}(?:\\s*(?:,|or|and|/)\\s*(?:or\\s+|and\\s+)?${number})*(?:\\s*(?:,|or|and|/)\\s*(?:or\\s+)?${number})?`,
    ),
    (values) => [Math.min(...values), Math.max(...values)],
  ],
];

/** Undefined where it names none, or nothing but a number: "2.1 Treatment" is numbered. */
export const titleBand = remembered((title): TitleBand | undefined => {
  const text = title.replace(/^\W*(?:\d+(?:\.\d+)*[.)]?\s+)/, "").trim();
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const about = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
      .toLowerCase()
      .match(/\p{L}{3,}/gu)
      ?.join(" ");
    const values = (match[0].match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    const [low, high] = read(values);
    return about ? { about, low, high } : undefined;
  }
  return undefined;
});

/** Two headings of one scale whose values have nothing in common. */
export const areApart = (a: TitleBand, b: TitleBand): boolean =>
  a.about === b.about && (a.high < b.low || b.high < a.low);
