// How many columns of a terminal a text takes. The library that knows wide characters takes a while to load, and most
// texts have none.

export type WidthOf = (text: string) => number;

/** Latin and Greek letters, punctuation, small digits, arrows, mathematical signs and shapes: each takes one column. */
const narrow =
  /^[\t -~\u00A0-\u00AC\u00AE-\u02FF\u0370-\u03FF\u2010-\u2027\u2030-\u205E\u2070-\u209F\u2190-\u22FF\u2500-\u25FC]*$/;

/** Right for these texts, and for any part of them. */
export async function widthIn(texts: readonly string[]): Promise<WidthOf> {
  if (texts.every((text) => narrow.test(text))) return (text) => text.length;
  return (await import("string-width")).default;
}
