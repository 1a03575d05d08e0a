// Whether a place stands in a line that cites a work: titles in it are not the document's own words. It must not know
// which work.

import { lineBefore, lineBehind } from "../text/around.ts";

/** "Lancet 2019;393:11", "et al", "doi:". */
const citation = /\bet +al\b|\bdoi\b|\b(?:19|20)\d\d *; *\d+|\bISBN\b|\b\d+(?:st|nd|rd|th) +ed\b/i;

export function isInCitation(text: string, { start, end }: { start: number; end: number }): boolean {
  return citation.test(lineBefore(text, start) + text.slice(start, end) + lineBehind(text, end));
}
