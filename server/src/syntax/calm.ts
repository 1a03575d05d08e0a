// Makes any text safe to hand to the Markdown parser, without moving a single character. Line ends become
// "\n". What the parser needs quadratic time for is defused: the markup of a paragraph with thousands of
// brackets or stars is blanked, very deep quotations are flattened, very wide gaps are filled with tabs and very
// long code marks are blanked. A table's rule may end in blanks, which the parser does not know. It must not
// know Markdown beyond that.

/** More inline marks than this in one paragraph is not writing. Quadratic work on it stays in milliseconds. */
const mostMarks = 3000;
/** Nor is a quotation this deep. */
const deepQuote = /^((?:[ \t]{0,3}>){40})([> \t]+)/;
/** "- >15–23 kg": what opens an item and stands before a figure is a sign, and no quotation. */
const sign = /^([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+)>(?=[=≥]? ?\d)/;
/** As long as ">", and nothing to the parser. */
const standIn = "＞";
/** Nor is a gap this wide. */
const wideGap = /(?<=\S) {200,}/g;
/** Nor a code mark this long. */
const longTicks = /`{40,}/g;
const marks = /[[\]*_~!]/g;
const quote = /^(?:[ \t]{0,3}>)+ ?/;
const item = /^([ \t]*)(?:[-*+]|(\d{1,9})[.)])(?:[ \t]+|$)/;

export function calm(text: string): string {
  const lines = text.replaceAll("\r\n", " \n").replaceAll("\r", "\n").replaceAll("\uFEFF", " ").split("\n");
  const begins = paragraphStarts();
  let first = 0;
  let count = 0;
  const close = (end: number) => {
    if (count > mostMarks) {
      for (let i = first; i < end; i++) lines[i] = narrow(lines[i]?.replace(marks, " ") ?? "");
    }
    first = end;
    count = 0;
  };
  for (const [i, original] of lines.entries()) {
    const line = original
      .replace(sign, `$1${standIn}`)
      .replace(deepQuote, (_all, kept: string, rest: string) => kept + " ".repeat(rest.length))
      .replace(longTicks, (ticks) => " ".repeat(ticks.length));
    lines[i] = tightRule(narrow(line));
    if (begins(line)) close(i);
    count += line.match(marks)?.length ?? 0;
  }
  close(lines.length);
  return lines.join("\n");
}

/** The text of a reader again; a hyphen that keeps its line is a hyphen. */
export const calmed = (plain: string): string => plain.replaceAll(standIn, ">").replaceAll("\u2011", "-");

function narrow(line: string): string {
  return line.replace(wideGap, (gap) => "\t".repeat(gap.length));
}

/** "| --- | " with its blanks before the last border. */
function tightRule(line: string): string {
  const border = line.lastIndexOf("|");
  if (border < 0 || !/^[ \t>|:]*-[ \t>|:-]*[ \t]$/.test(line) || line.slice(border + 1).trim() !== "")
    return line;
  return `${line.slice(0, border)}${line.slice(border + 1)}|`;
}

/**
 * Whether a line surely begins another paragraph than the line before it. A table counts as one, and so does
 * whatever only looks like a new block: "2)" or an indented "-" may as well go on with a paragraph.
 */
function paragraphStarts(): (line: string) => boolean {
  let afterBlank = true;
  /** How far the last list item's own text is indented; 0 outside lists. */
  let inItem = 0;
  return (original) => {
    const line = original.replace(quote, "");
    if (/^[ \t]*$/.test(line)) {
      afterBlank = true;
      return true;
    }
    const [, indent = "", number] = item.exec(line) ?? [];
    const isItem = item.test(line);
    const depth = indent.replaceAll("\t", "    ").length;
    const sure =
      afterBlank || (depth <= inItem + 3 && (number === undefined || number === "1" || inItem > 0));
    const begins = afterBlank || (isItem && sure) || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line);
    if (isItem && sure) inItem = depth + 2;
    else if (begins && !/^[ \t]/.test(line)) inItem = 0;
    afterBlank = false;
    return begins;
  };
}
