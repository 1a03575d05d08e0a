// What the model is shown for a completion, and where a completion makes no sense at all. The prompt only
// grows at its end while someone types, so that what the model has read stays read. It must not know how
// text is generated.

import type { Guideline } from "../../guideline/guideline.ts";
import { pathOf } from "../../guideline/section.ts";
import { contains } from "../../text/span.ts";

export type Place = "prose" | "item" | "cell";

export interface CompletionContext {
  /** The document up to the cursor. */
  readonly before: string;
  /** The rest of the cursor's line. */
  readonly after: string;
  readonly prompt: string;
  readonly place: Place;
  /** Nothing but the line's markup stands before the cursor: models guess badly here. */
  readonly atLineStart: boolean;
}

/** The window moves in steps of this many characters, so that its start is stable over many key strokes. */
export const windowStep = 800;
/** A heading longer than this is not writing. */
const longestTitle = 200;

export function completionContext(guideline: Guideline, offset: number): CompletionContext | undefined {
  const { text, lines, markdown } = guideline;
  if (guideline.unread || offset <= (markdown.frontMatter?.span.end ?? -1)) return undefined;
  const hidden = markdown.blocks.some(
    ({ kind, span }) => (kind === "code" || kind === "comment") && contains(span, offset - 1),
  );
  const line = lines.positionAt(offset).line;
  const start = text.slice(lines.start(line), offset);
  const after = text.slice(offset, lines.end(line));
  // Inside a word or before more text, a continuation would have to fit what follows; models cannot do that.
  if (hidden || /^#{1,6}(?:\s|$)/.test(start) || !/^\s*(?:$|[|)\].,;:])/.test(after)) return undefined;
  const before = text.slice(0, offset);
  if (before.trim() === "") return undefined;
  return {
    before,
    after,
    prompt: promptFor(guideline, offset),
    place: /^\s*\|/.test(start) ? "cell" : /^\s*(?:[-*+]|\d+[.)])\s/.test(start) ? "item" : "prose",
    atLineStart: /^[\s>]*(?:[-*+]|\d+[.)])?\s*$/.test(start),
  };
}

function promptFor(guideline: Guideline, offset: number): string {
  const { text, sections, markdown } = guideline;
  const floor = markdown.frontMatter ? markdown.frontMatter.span.end + 1 : 0;
  const wanted = Math.max(floor, (Math.floor(offset / windowStep) - 1) * windowStep);
  const start = wanted === floor ? floor : lineOrWordFrom(text, wanted);
  // What only now turns into a heading, as a line does above a "-", names nothing yet.
  const above = sections.filter(({ headingSpan }) => headingSpan.end <= start);
  const headings = pathOf(above.at(-1)).map(({ level, title }) => ({ level, title }));
  const stated = markdown.frontMatter?.values.title;
  const title = typeof stated === "string" && stated.trim() !== "" ? stated.trim() : above[0]?.title;
  if (title !== undefined && start > floor && headings[0]?.title !== title)
    headings.unshift({ level: 1, title });
  const lead = headings.map(
    (one) => `${"#".repeat(one.level)} ${one.title.replace(/\s+/g, " ").slice(0, longestTitle)}\n\n`,
  );
  return lead.join("") + readable(text.slice(start, offset));
}

/** The first line after an offset, or the first word where lines are long. Always in the window's first half. */
function lineOrWordFrom(text: string, offset: number): number {
  const head = text.slice(offset, offset + windowStep / 2);
  const newline = head.search(/[\r\n]/);
  return offset + (newline >= 0 ? newline : Math.max(0, head.search(/\s/))) + 1;
}

/** In the shape the models were trained on: no comments, single line ends. */
function readable(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/<!--[\s\S]*?-->\n?/g, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .replace(/^\n+/, "");
}
