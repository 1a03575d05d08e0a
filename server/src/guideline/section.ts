// Sections: a heading and what stands under it, nested by level. It must not know what a section is about.

import type { Heading, Markdown } from "../syntax/markdown.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

export interface Section {
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  readonly headingSpan: Span;
  /** From the heading to the next heading of the same or a higher level: subsections are inside. */
  readonly span: Span;
  readonly parent: Section | undefined;
}

export function parseSections(markdown: Markdown): Section[] {
  const headings = markdown.blocks.filter((block): block is Heading => block.kind === "heading");
  const ends = endsOf(headings, markdown.text.length);
  const open: Section[] = [];
  return headings.map((heading, i) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const section = sectionOf(markdown, heading, ends[i] ?? markdown.text.length, open.at(-1));
    open.push(section);
    return section;
  });
}

const known = new WeakMap<Heading, Section>();

/** As long as a heading, what it stands under and where its section ends stay the same, so does the section. */
function sectionOf(markdown: Markdown, heading: Heading, end: number, parent: Section | undefined): Section {
  const before = known.get(heading);
  if (before?.span.end === end && before.parent === parent) return before;
  const { level, span } = heading;
  const title = markdown.plain.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  const section = { title, level, headingSpan: span, span: { start: span.start, end }, parent };
  known.set(heading, section);
  return section;
}

/** Where each heading's section ends: at the next heading of its level or a higher one. */
function endsOf(headings: readonly Heading[], length: number): number[] {
  const ends = headings.map(() => length);
  const open: number[] = [];
  for (const [i, heading] of headings.entries()) {
    for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
      if ((headings[last]?.level ?? 0) < heading.level) break;
      ends[last] = heading.span.start;
      open.pop();
    }
    open.push(i);
  }
  return ends;
}

/** The innermost section at an offset: the last that begins before it. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.span.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return sections[low - 1];
}

/** From the outermost to this one. */
export function pathOf(section: Section | undefined): readonly Section[] {
  return section ? pathTo(section) : [];
}

const pathTo = oncePer((section: Section): readonly Section[] => [...pathOf(section.parent), section]);
