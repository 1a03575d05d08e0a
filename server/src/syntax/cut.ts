// Where a document can be cut so that its parts, parsed alone, are what they are within the whole: before a line
// at the margin that follows an empty line and begins with a letter, a heading's mark or a table's border. Such
// a line ends every paragraph, table, list and quotation; only a block that waits for its closing mark goes on.
// It must not know what the parts are.

/** A part that begins with a heading may be this short, others not: each part costs a little by itself. */
const shortestSection = 1;
const shortestPart = 300;

const headingMark = "#".charCodeAt(0);
const tableBorder = "|".charCodeAt(0);

/** Offsets of cuts at or after `from`, with 0 before them. What stands before a cut does not move the next ones much. */
export function cutsOf(text: string, from: number): number[] {
  const emptyLine = text.includes("\r") ? "\r\n\r\n" : "\n\n";
  const cuts = [0];
  let last = 0;
  for (let at = text.indexOf(emptyLine, from); at >= 0; at = text.indexOf(emptyLine, at + 1)) {
    const start = at + emptyLine.length;
    const code = text.charCodeAt(start);
    if (!isSafe(code) || start - last < (code === headingMark ? shortestSection : shortestPart)) continue;
    cuts.push(start);
    last = start;
  }
  return cuts;
}

/** Nothing that could go on with a list or a quotation, or be blanked before the text is parsed. */
function isSafe(code: number): boolean {
  const letter = (code | 32) >= 97 && (code | 32) <= 122;
  return letter || code === headingMark || code === tableBorder || (code >= 128 && code !== 0xfeff);
}
