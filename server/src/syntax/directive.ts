// Comments that speak to Guidewright: where they stand, and how they are made invisible, so that a line with one
// is parsed as the line without it. It must not know what they say.

import type { Span } from "../text/span.ts";

const opening = /<!--\s*guidewright-/gi;
/** What is longer, or goes over an empty line, is another kind of comment. */
const longest = 2000;
const emptyLine = /(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]/;

export interface Directive extends Span {
  /** All of it. */
  readonly comment: string;
}

/** Whatever looks like one, in code too. */
export function directivesIn(text: string): Directive[] {
  const found: Directive[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index;
    const ahead = text.slice(start, start + longest);
    const close = ahead.indexOf("-->", match[0].length);
    if (close < 0 || emptyLine.test(ahead.slice(0, close))) continue;
    opening.lastIndex = start + close + 3;
    found.push({ start, end: start + close + 3, comment: ahead.slice(0, close + 3) });
  }
  return found;
}

/** Before a comment on its line: nothing, or the marks of a list or a quotation. */
const onlyMarks = /(?:^|[\r\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?$/;
/** How far back on its line a comment's surroundings are looked at. */
const near = 100;
/** No blank for the Markdown parser: where a line begins with it, what follows is not indented. */
const held = "\u00A0";

/** The text with a word that nobody knows in their place: to see whether they stand in code or in a comment, which they end. */
export function mask(text: string, directives: readonly Span[]): string {
  const inside = directives.map(({ start, end }) => ({ start, end: end - 3 }));
  return filled(text, inside, () => held);
}

/** The text without them, as long as before. */
export function hide(text: string, directives: readonly Span[]): string {
  /** Whether only blanks and such comments stand between one of them and the end of its line. */
  let endsLine = true;
  return filled(text, directives, (before, after) => {
    endsLine = /^[ \t]*[\r\n]/.test(after) || (endsLine && /^[ \t]*$/.test(after));
    return endsLine || !onlyMarks.test(before) ? " " : held;
  });
}

/** The same for whoever reads the text itself. */
export function without(text: string, directives: readonly Span[]): string {
  return directives.length === 0 ? text : filled(text, directives, () => " ");
}

type Filler = (before: string, after: string) => string;

/** From the last to the first; `after` reaches to the next one. */
function filled(text: string, directives: readonly Span[], fillerOf: Filler): string {
  const parts: string[] = [];
  let at = text.length;
  for (const { start, end } of directives.toReversed()) {
    const after = text.slice(end, at);
    const filler = fillerOf(text.slice(Math.max(0, start - near), start), after);
    parts.push(after, text.slice(start, end).replace(/[^\r\n]/g, filler));
    at = start;
  }
  return [...parts, text.slice(0, at)].toReversed().join("");
}
