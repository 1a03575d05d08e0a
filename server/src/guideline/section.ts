// Sections: a heading and what stands under it, nested by level. It must not know what a section is about.

import type { Heading, Markdown } from "../syntax/markdown.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

export interface Section {
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  readonly headingSpan: Span;
  readonly parent: Section | undefined;
}

export function parseSections(markdown: Markdown): Section[] {
  const headings = markdown.blocks.filter((block): block is Heading => block.kind === "heading");
  const open: Section[] = [];
  return headings.map((heading) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const section = sectionOf(markdown, heading, open.at(-1));
    open.push(section);
    return section;
  });
}

const known = new WeakMap<Heading, Section>();

/** As long as a heading and what it stands under stay the same, so does the section: where it ends is not its own. */
function sectionOf(markdown: Markdown, heading: Heading, parent: Section | undefined): Section {
  const before = known.get(heading);
  if (before && before.parent === parent) return before;
  const { level, span } = heading;
  const title = markdown.plain.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  const section = { title, level, headingSpan: span, parent };
  known.set(heading, section);
  return section;
}

/** From a section's heading to the next heading of its level or a higher one: subsections are inside. */
export function reachOf(
  { sections, markdown }: { readonly sections: readonly Section[]; readonly markdown: Markdown },
  { headingSpan: { start }, level }: Section,
): Span {
  let next = indexAt(sections, start) + 1;
  while ((sections[next]?.level ?? 0) > level) next++;
  return { start, end: sections[next]?.headingSpan.start ?? markdown.text.length };
}

/** The innermost section at an offset: the last that begins before it. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections[indexAt(sections, offset)];
}

function indexAt(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.headingSpan.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** From the outermost to this one. */
export function pathOf(section: Section | undefined): readonly Section[] {
  return section ? pathTo(section) : [];
}

const pathTo = oncePer((section: Section): readonly Section[] => [...pathOf(section.parent), section]);

/** Whether the one is the other, or stands in it. */
export const isWithin = (section: Section | undefined, outer: Section): boolean =>
  pathOf(section).includes(outer);
