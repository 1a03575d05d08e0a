// Makes any text safe to hand to the Markdown parser, without moving a single character. Line ends become
// "\n". What the parser needs quadratic time for is defused: the markup of a paragraph with thousands of
// brackets or stars is blanked, very deep quotations are flattened, very wide gaps are filled with tabs and very
// long code marks are blanked. It must not know Markdown beyond the characters that start inline markup.

/** More inline marks than this in one paragraph is not writing. Quadratic work on it stays in milliseconds. */
const mostMarks = 3000;
/** Nor is a quotation this deep. */
const deepQuote = /^((?:[ \t]{0,3}>){40})([> \t]+)/;
/** Nor is a gap this wide. */
const wideGap = /(?<=\S) {200,}/g;
/** Nor a code mark this long. */
const longTicks = /`{40,}/g;
const marks = /[[\]*_~!]/g;
const startsBlock = /^[ \t]*(?:[-*+][ \t]|\d+[.)][ \t]|#|>|\||$)/;

export function calm(text: string): string {
  const lines = text.replaceAll("\r\n", " \n").replaceAll("\r", "\n").replaceAll("\uFEFF", " ").split("\n");
  let paragraph: number[] = [];
  let count = 0;
  const close = () => {
    if (count > mostMarks) for (const i of paragraph) lines[i] = (lines[i] ?? "").replace(marks, " ");
    paragraph = [];
    count = 0;
  };
  for (const [i, original] of lines.entries()) {
    const line = original
      .replace(deepQuote, (_all, kept: string, rest: string) => kept + " ".repeat(rest.length))
      .replace(wideGap, (gap) => "\t".repeat(gap.length))
      .replace(longTicks, (ticks) => " ".repeat(ticks.length));
    lines[i] = line;
    if (startsBlock.test(line)) close();
    paragraph.push(i);
    count += line.length > 40 || paragraph.length > 1 ? (line.match(marks)?.length ?? 0) : 0;
  }
  close();
  return lines.join("\n");
}
