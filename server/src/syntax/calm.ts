// Makes any text safe to hand to the Markdown parser, without moving a single character: line ends become
// "\n", and the markup of a paragraph with thousands of brackets or stars is blanked, because the parser
// needs quadratic time for it, and very deep quotations are flattened. It must not know Markdown beyond the characters that start inline markup.

/** More inline marks than this in one paragraph is not writing. Quadratic work on it stays in milliseconds. */
const mostMarks = 3000;
/** Nor is a quotation this deep. */
const deepQuote = /^((?:[ \t]{0,3}>){40})([> \t]+)/;
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
    const line = original.replace(
      deepQuote,
      (_all, kept: string, rest: string) => kept + " ".repeat(rest.length),
    );
    lines[i] = line;
    if (startsBlock.test(line)) close();
    paragraph.push(i);
    count += line.length > 40 || paragraph.length > 1 ? (line.match(marks)?.length ?? 0) : 0;
  }
  close();
  return lines.join("\n");
}
