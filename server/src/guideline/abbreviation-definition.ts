// The places where a document says what an abbreviation stands for: "long form (LF)", "LF (long form)",
// a list or table of abbreviations, "*[LF]: long form". It must not know which abbreviations are usual.

import type { Markdown, Paragraph } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import type { Span } from "../text/span.ts";
import type { AbbreviationDefinition } from "./abbreviation.ts";
import { abbreviationIn } from "./abbreviation-shape.ts";
import { type Section, sectionAt } from "./section.ts";

const listTitle = /abbreviation|acronym|glossary|\bterms\b/i;
const parenthesis = /\(([^()\n]{2,80})\)/g;
/** "ORS: oral rehydration solution", also with a dash, an equals sign or a tab. */
const entry =
  /^[ \t*]*(?:\[\s*)?([A-Za-z][A-Za-z0-9]{1,7})(?:\s*\])?[ \t]*(?::|=|–|—|-[ \t]|\t|[ \t]{2,})[ \t]*(\S[^\n;|]{2,120})/;

export function parseDefinitions(markdown: Markdown, sections: readonly Section[]): AbbreviationDefinition[] {
  const found: AbbreviationDefinition[] = [];
  for (const block of markdown.blocks) {
    const listed = listTitle.test(sectionAt(sections, block.span.start)?.title ?? "");
    if (block.kind === "table") found.push(...inTable(markdown, block, listed));
    if (block.kind === "heading" || block.kind === "paragraph")
      found.push(...inBrackets(markdown, block.span));
    if (block.kind === "paragraph") found.push(...inLines(markdown, block, listed));
  }
  const seen = new Set<number>();
  return found
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}

function* inBrackets({ plain }: Markdown, block: Span): Iterable<AbbreviationDefinition> {
  const text = plain.slice(block.start, block.end);
  for (const match of text.matchAll(parenthesis)) {
    const inside = match[1] ?? "";
    const insideStart = block.start + match.index + 1;
    // "(ORS)" or "(ORS, see below)" after its long form.
    const first = /^\s*([A-Za-z][A-Za-z0-9]*)(?=\s*(?:$|[,;:]))/.exec(inside);
    const short = first?.[1] === undefined ? undefined : abbreviationIn(first[1]);
    if (first && short) {
      const long = longFormBefore(short, text.slice(0, match.index));
      if (long) {
        const start = insideStart + first[0].length - (first[1]?.length ?? 0);
        const longStart = block.start + long.start;
        yield definition(
          plain,
          { start, end: start + short.length },
          { start: longStart, end: block.start + long.end },
        );
      }
      continue;
    }
    // "ORS (oral rehydration solution)".
    const before = /([A-Za-z][A-Za-z0-9]*)\s*$/.exec(text.slice(0, match.index));
    const outside = before?.[1] === undefined ? undefined : abbreviationIn(before[1]);
    if (before && outside && spells(outside, inside)) {
      const start = block.start + before.index;
      yield definition(
        plain,
        { start, end: start + outside.length },
        { start: insideStart, end: insideStart + inside.length },
      );
    }
  }
}

function* inLines({ plain }: Markdown, block: Paragraph, listed: boolean): Iterable<AbbreviationDefinition> {
  let start = block.span.start;
  for (const line of plain.slice(block.span.start, block.span.end).split("\n")) {
    const match = entry.exec(line);
    const short = match?.[1] === undefined ? undefined : abbreviationIn(match[1]);
    const long = match?.[2]?.trim() ?? "";
    if (match?.[1] && short && (listed || spells(short, long))) {
      const at = start + line.indexOf(match[1]);
      const longAt = start + line.indexOf(long, line.indexOf(match[1]) + match[1].length);
      yield definition(
        plain,
        { start: at, end: at + short.length },
        { start: longAt, end: longAt + long.length },
      );
    }
    start += line.length + 1;
  }
}

function* inTable({ plain }: Markdown, table: Table, listed: boolean): Iterable<AbbreviationDefinition> {
  const titled = table.header.cells.some((cell) => listTitle.test(plain.slice(cell.start, cell.end)));
  for (const { cells } of table.rows) {
    for (const [i, cell] of cells.entries()) {
      const text = plain.slice(cell.start, cell.end);
      const short = /^\s*[A-Za-z][A-Za-z0-9]*\s*$/.test(text) ? abbreviationIn(text.trim()) : undefined;
      const next = cells[i + 1];
      if (!short || !next || next.start === next.end) continue;
      if (!listed && !titled && !spells(short, plain.slice(next.start, next.end))) continue;
      const start = cell.start + text.length - text.trimStart().length;
      yield definition(plain, { start, end: start + short.length }, next);
    }
  }
}

function definition(plain: string, short: Span, long: Span): AbbreviationDefinition {
  const clean = plain
    .slice(long.start, long.end)
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[.,;:]$/, "");
  return { short: plain.slice(short.start, short.end), long: clean, span: short, longSpan: long };
}

/** Whether the letters of the abbreviation are found in order in the long form, the first at its start. */
export function spells(short: string, long: string): boolean {
  const found = longFormBefore(short, long);
  return found !== undefined && long.slice(0, found.start).trim().split(/\s+/).filter(Boolean).length <= 2;
}

/**
 * The shortest stretch of words at the end of the text that spells the abbreviation: its letters stand in
 * order in the words, the first one at the start of the first word (after Schwartz and Hearst, 2003).
 */
export function longFormBefore(short: string, text: string): Span | undefined {
  const letters = short.toLowerCase().replace(/[^a-z]/g, "");
  const end = text.trimEnd().length;
  const words = Array.from(text.slice(0, end).matchAll(/[\p{L}\p{N}]+/gu)).slice(-(letters.length * 2 + 3));
  const from = words[0]?.index ?? 0;
  const low = text.slice(from, end).toLowerCase();
  let at = low.length;
  for (let i = letters.length - 1; i >= 0; i--) {
    const letter = letters[i] ?? "";
    do at--;
    while (at >= 0 && (low[at] !== letter || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(low[at - 1] ?? ""))));
    if (at < 0) return undefined;
  }
  const long = text.slice(from + at, end);
  if (/[.;:|\n]\s/.test(long) || long.length <= short.length || /\d/.test(long.slice(0, 1))) return undefined;
  return { start: from + at, end };
}
