// The lines of an edition (paragraphs, list items, headings and rows of tables) as they are compared with those of the
// other: their words, their section. It must not know what any of them means.

import type { Guideline } from "../guideline/guideline.ts";
import { slice } from "../guideline/scope.ts";
import { pathOf, type Section, sectionAt } from "../guideline/section.ts";
import type { Span } from "../text/span.ts";
import type { Edited } from "./change.ts";

export interface Line {
  readonly document: Edited;
  readonly span: Span;
  /** Its place among the lines of its edition. */
  readonly index: number;
  readonly kind: "heading" | "text" | "head" | "row";
  /** Of a table's row or head. */
  readonly cells: readonly Span[];
  /** The head of its table. */
  readonly head: Line | undefined;
  readonly section: Section | undefined;
  /** The section by its words alone. */
  readonly sectionKey: string;
  /** In lower case, without signs and markup. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
}

/** Documents in their order. */
export function linesOf(documents: readonly Edited[]): Line[] {
  const lines: Line[] = [];
  for (const document of documents) for (const line of linesIn(document, lines.length)) lines.push(line);
  return lines;
}

type Own = Pick<Line, "span" | "kind" | "cells" | "head">;

function linesIn(document: Edited, first: number): Line[] {
  const { markdown, sections } = document.guideline;
  const lines: Line[] = [];
  const keys = new Map<Section | undefined, string>();
  const add = (own: Own): Line => {
    const section = sectionAt(sections, own.span.start);
    const text = evenWords(slice(markdown, own.span));
    const sectionKey = keys.get(section) ?? keyOf(section);
    keys.set(section, sectionKey);
    const words = new Set(text.split(" ").filter((word) => word !== ""));
    const line = { ...own, document, index: first + lines.length, section, sectionKey, text, words };
    lines.push(line);
    return line;
  };
  for (const block of markdown.blocks) {
    const none = { cells: [], head: undefined };
    if (block.kind === "heading") add({ span: block.span, kind: "heading", ...none });
    if (block.kind === "paragraph") add({ span: block.span, kind: "text", ...none });
    if (block.kind !== "table") continue;
    const head = add({ span: block.header.span, kind: "head", cells: block.header.cells, head: undefined });
    for (const { span, cells } of block.rows) add({ span, kind: "row", cells, head });
  }
  return lines;
}

/** "### 7.4.1 Artesunate" under "Treatment": "treatment/artesunate". */
function keyOf(section: Section | undefined): string {
  return pathOf(section)
    .map(({ title }) => titleWords(title))
    .join("/");
}

/** A title without its number. */
function titleWords(title: string): string {
  return evenWords(
    title.replace(/^(?:(?:chapter|section|part|annex)\s+)?[\dA-Z]{0,3}(?:\.\d+)*[.):]?\s+/i, ""),
  );
}

/** Words and numbers alone, in lower case. */
export function evenWords(text: string): string {
  return (text.toLowerCase().match(/\p{L}+|\d+(?:[.,·]\d+)*|[<>≤≥%½¼¾]/gu) ?? []).join(" ");
}

const sources =
  /^(?:references?|bibliography|sources?|literature|further reading|citations?|acknowledgements?)\b/;

/** Below a heading such as "References" no one is told what to do. */
export function isCited({ section }: Pick<Line, "section">): boolean {
  return pathOf(section).some(({ title }) => sources.test(titleWords(title)));
}

/** The line that an offset lies in, among lines of one document in order. */
export function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1];
}

/** The text of a place, in one line, without a table's bars and emphasis. */
export function verbatim({ markdown }: Pick<Guideline, "markdown">, { start, end }: Span): string {
  return markdown.plain
    .slice(start, end)
    .replace(/\s*\|\s*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const longest = 60;

/** The beginning of a text. */
export function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.lastIndexOf(" ", longest);
  return `${text.slice(0, cut > 0 ? cut : longest)} …`;
}
