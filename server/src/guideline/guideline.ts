// A guideline: everything understood from one document, with the place and the verbatim text of each thing.
// parseGuideline is total: it never throws and never guesses. It must not know rules, models or editors.

import { type Markdown, parseMarkdown } from "../syntax/markdown.ts";
import { Lines } from "../text/lines.ts";
import { type Abbreviations, parseAbbreviations } from "./abbreviation.ts";
import { type ReadingLimit, readingLimit } from "./reading-limit.ts";
import { parseSections, type Section } from "./section.ts";

export interface Guideline {
  readonly text: string;
  readonly lines: Lines;
  readonly markdown: Markdown;
  readonly sections: readonly Section[];
  readonly abbreviations: Abbreviations;
  /** Why the text was not read, when it was not: everything else is empty then. */
  readonly unread: ReadingLimit | undefined;
}

export function parseGuideline(text: string): Guideline {
  const unread = readingLimit(text);
  const markdown = parseMarkdown(unread ? "" : text);
  const sections = parseSections(markdown);
  return {
    text,
    lines: new Lines(text),
    markdown,
    sections,
    abbreviations: parseAbbreviations(markdown, sections),
    unread,
  };
}

/** The document's name: its front matter's title, else its first heading. */
export function titleOf({ markdown, sections }: Guideline): string | undefined {
  const title = markdown.frontMatter?.values.title;
  return typeof title === "string" && title.trim() !== "" ? title.trim() : sections[0]?.title;
}
