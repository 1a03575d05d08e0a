// A word with the capitals of the one that it replaces. It must not know what either means.

export function inCaseOf(written: string, word: string): string {
  if (written.length > 1 && written === written.toUpperCase()) return word.toUpperCase();
  return written[0] === written[0]?.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
