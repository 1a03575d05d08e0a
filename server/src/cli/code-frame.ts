// A line of a text with marks under a stretch of it, as a terminal shows it: tabs and wide characters keep the marks
// in place, a long line is cut around the stretch. It must not know what is marked, nor colours.

import type { Range } from "../text/lines.ts";
import type { WidthOf } from "./text-width.ts";

export interface CodeFrame {
  readonly number: number;
  readonly line: string;
  /** Spaces and carets, as wide as what they stand under. */
  readonly marks: string;
}

const widest = 100;
/** How much stands before and behind the stretch of a line that is cut. */
const margin = 30;
const tab = 4;

/** Of the line in which the range begins. */
export function codeFrame(text: string, { start, end }: Range, widthOf: WidthOf): CodeFrame {
  const last = end.line > start.line ? text.length : Math.min(end.character, text.length);
  const first = Math.min(start.character, last);
  const [before, marked, behind] = cut(text.slice(0, first), text.slice(first, last), text.slice(last));
  const head = shown(before, 0, widthOf);
  const from = widthOf(head);
  const middle = shown(marked, from, widthOf);
  const width = widthOf(middle);
  const line = `${head}${middle}${shown(behind, from + width, widthOf)}`.trimEnd();
  return { number: start.line + 1, line, marks: " ".repeat(from) + "^".repeat(Math.max(1, width)) };
}

/** A table row may be as long as a page: only what is near the stretch helps. */
function cut(before: string, marked: string, behind: string): [string, string, string] {
  if (before.length + marked.length + behind.length <= widest) return [before, marked, behind];
  const room = widest - Math.min(marked.length, widest - 2 * margin);
  const spare = Math.max(0, margin - behind.length);
  const left = before.length > margin + spare ? `…${endOf(before, margin + spare)}` : before;
  const middle = marked.length > widest - 2 * margin ? `${startOf(marked, widest - 2 * margin)}…` : marked;
  // Marks end where the text is cut.
  const rest = middle === marked ? startOf(behind, Math.max(margin, room - left.length)) : "";
  return [left, middle, rest.length < behind.length && rest !== "" ? `${rest}…` : rest];
}

/** Never half of a character outside the basic plane. */
const startOf = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
const endOf = (text: string, length: number): string => text.slice(-length).replace(/^[\uDC00-\uDFFF]/, "");

/** Tabs as far as the next stop; nothing that could command a terminal. */
function shown(text: string, from: number, widthOf: WidthOf): string {
  let result = "";
  for (const part of text.split(/(\t)/)) {
    const column = part === "\t" ? from + widthOf(result) : 0;
    result += part === "\t" ? " ".repeat(tab - (column % tab)) : printable(part);
  }
  return result;
}

/** Control characters, and those that turn the direction of writing, are shown as a placeholder. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  text.replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
