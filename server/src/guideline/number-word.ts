// Numbers that are written out: "Step Three", "for five days", "under twenty". It must not know what is counted.

/** Those by which things are numbered. */
export const numberWords =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");

const values: ReadonlyMap<string, number> = new Map([
  ...[...numberWords, "sixteen", "seventeen", "eighteen", "nineteen"].map(
    (word, at) => [word, at + 1] as const,
  ),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, at) => [word, 10 * (at + 2)] as const,
  ),
]);

/** Undefined for what is none. */
export function numberOf(word: string): number | undefined {
  return values.get(word.toLowerCase());
}
