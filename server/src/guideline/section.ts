// Sections: a heading and what stands under it, nested by level. It must not know what a section is about.

import type { Heading, Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";

export interface Section {
  readonly title: string;
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  readonly headingSpan: Span;
  /** From the heading to the next heading of the same or a higher level: subsections are inside. */
  readonly span: Span;
  readonly parent: Section | undefined;
}

export function parseSections(markdown: Markdown): Section[] {
  const headings = markdown.blocks.filter((block): block is Heading => block.kind === "heading");
  const sections: Section[] = [];
  for (const [i, heading] of headings.entries()) {
    const next = headings.slice(i + 1).find((other) => other.level <= heading.level);
    sections.push({
      title: markdown.plain.slice(heading.span.start, heading.span.end).replace(/\s+/g, " ").trim(),
      level: heading.level,
      headingSpan: heading.span,
      span: { start: heading.span.start, end: next?.span.start ?? markdown.text.length },
      parent: sections.findLast(
        (other) => other.level < heading.level && other.span.end > heading.span.start,
      ),
    });
  }
  return sections;
}

/** The innermost section at an offset. */
export function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  return sections.findLast(
    (section) =>
      section.span.start <= offset && offset <= section.span.end && offset >= section.headingSpan.start,
  );
}

/** From the outermost to this one. */
export function pathOf(section: Section | undefined): Section[] {
  return section ? [...pathOf(section.parent), section] : [];
}
