// Small numbers that are written out where things are numbered: "Step Three", "chapter two". It must not know what is
// numbered.

export const numberWords =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");

/** Undefined for what is none. */
export function numberOf(word: string): number | undefined {
  const at = numberWords.indexOf(word.toLowerCase());
  return at < 0 ? undefined : at + 1;
}
