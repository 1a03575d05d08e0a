// How many columns of a terminal a text takes. The library that knows wide characters takes a while to load, and most
// texts have none.

export type WidthOf = (text: string) => number;

/** Latin letters and punctuation: each takes one column. */
const narrow = /^[\t -~\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2200-\u22FF]*$/;

/** Right for these texts, and for any part of them. */
export async function widthIn(texts: readonly string[]): Promise<WidthOf> {
  if (texts.every((text) => narrow.test(text))) return (text) => text.length;
  return (await import("string-width")).default;
}
