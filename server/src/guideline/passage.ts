// The document as passages (paragraphs, list items, table cells), each with the texts that head it, the nearest
// first: parent items, the lead-in line or caption, headings. It must not know what any of them says.

import type { Markdown, Paragraph } from "../syntax/markdown.ts";
import { type Row, standsApart, type Table } from "../syntax/table.ts";
import type { Span } from "../text/span.ts";
import { oncePerRun, type Run } from "./run.ts";
import { pathOf } from "./section.ts";

export interface Passage {
  readonly span: Span;
  readonly where: "heading" | "prose" | "list" | "cell";
  /** The nearest first; headings come last. */
  readonly contexts: readonly Span[];
  /** How many of the contexts, at their end, are headings. */
  readonly headings: number;
  /** Passages of one paragraph, list or table have the same. */
  readonly group: number;
  /** Where the block begins, for its scope. */
  readonly block: number;
  /** The cells of its row before and behind it, the columns' heads, and its own column's. */
  readonly row:
    | {
        readonly cells: readonly Span[];
        readonly index: number;
        readonly header: Span | undefined;
        readonly heads: readonly Span[];
      }
    | undefined;
  /** The item before it in its list. */
  readonly previous?: Span | undefined;
  /** The first paragraph of its section, where it is another one. */
  readonly opening: Span | undefined;
  /** A lead-in line's list items. */
  readonly followers: Span[];
}

/** The passages of a run. */
export const passagesIn = oncePerRun((run, markdown): readonly Passage[] =>
  new PassageParser(markdown, run).parse(),
);

const longestLabel = 160;

class PassageParser {
  readonly #markdown: Markdown;
  readonly #run: Run;
  /** The headings above, the nearest first. */
  readonly #headings: readonly Span[];
  readonly #passages: Passage[] = [];
  #label: Span | undefined;
  #labelIsBold = false;
  #caption: Span | undefined;
  #parents: { readonly depth: number; readonly span: Span }[] = [];
  #lead: Passage | undefined;
  #opening: Span | undefined;
  #group = 0;
  #inList = false;

  constructor(markdown: Markdown, run: Run) {
    this.#markdown = markdown;
    this.#run = run;
    this.#headings = pathOf(run.section)
      .map(({ headingSpan }) => headingSpan)
      .reverse();
  }

  parse(): Passage[] {
    for (const block of this.#run.blocks) {
      if (block.kind === "paragraph") this.#paragraph(block);
      else if (block.kind === "table") this.#table(block);
      else if (block.kind === "heading") this.#heading(block.span);
    }
    return this.#passages;
  }

  /** A number that no other group has, and no place. */
  #begin({ start }: Span): void {
    this.#group = -2 - start;
  }

  #heading(span: Span): void {
    this.#begin(span);
    const above = this.#headings.slice(1);
    const [headings, group] = [above.length, this.#group];
    const rest = { row: undefined, opening: undefined, followers: [] };
    this.#passages.push({
      span,
      where: "heading",
      contexts: above,
      headings,
      group,
      block: span.start,
      ...rest,
    });
  }

  #paragraph({ span, listDepth }: Paragraph): void {
    if (listDepth === 0 || !this.#inList) this.#begin(span);
    if (listDepth === 0) this.#parents = [];
    this.#inList = listDepth > 0;
    while (this.#parents.length > 0 && (this.#parents.at(-1)?.depth ?? 0) >= listDepth) this.#parents.pop();
    const headings = this.#headings;
    const above = this.#parents.map((parent) => parent.span).reverse();
    const last = listDepth > 0 ? this.#passages.at(-1) : undefined;
    const previous = last?.where === "list" && last.group === this.#group ? last.span : undefined;
    // A bold line begins something new and does not stand under the line before.
    const label = this.#label && !(listDepth === 0 && this.#isBold(span)) ? [this.#label] : [];
    const contexts = [...above, ...label, ...headings];
    const passage: Passage = {
      span,
      where: listDepth > 0 ? "list" : "prose",
      contexts,
      headings: headings.length,
      group: this.#group,
      block: span.start,
      row: undefined,
      opening: this.#opening,
      previous,
      followers: [],
    };
    this.#passages.push(passage);
    if (listDepth === 0) this.#opening ??= span;
    if (listDepth > 0) {
      this.#lead?.followers.push(span);
      this.#parents.push({ depth: listDepth, span });
    } else this.#remember(passage);
  }

  #isBold({ start, end }: Span): boolean {
    if (end - start > longestLabel) return false;
    return /^(?:\*\*|__)[^*_]*(?:\*\*|__)[.:]?$/.test(this.#markdown.text.slice(start, end).trim());
  }

  /** What a paragraph outside lists means for those that follow. */
  #remember(passage: Passage): void {
    const { span } = passage;
    const text = this.#markdown.text.slice(span.start, span.end).trim();
    const bold = this.#isBold(span);
    // "Fast breathing is", "start insulin when, on two days,", and then the list.
    const colon = /[:,]\**$|\b(?:is|are|if|when|as|for|means?|includes?|who|whose|in|with)\**$/.test(text);
    this.#lead = colon ? passage : undefined;
    this.#caption = bold || colon || /^\W{0,4}(?:table|box|figure|chart)\b/i.test(text) ? span : undefined;
    if (bold || colon) {
      this.#label = span;
      this.#labelIsBold = bold;
    } else if (!this.#labelIsBold) this.#label = undefined;
  }

  #table(table: Table): void {
    this.#begin(table.span);
    this.#inList = false;
    this.#lead = undefined;
    if (standsApart(this.#markdown.text, table)) this.#parents = [];
    const headings = this.#headings;
    const over = [...new Set([this.#caption, this.#label])].filter(
      (span): span is Span => span !== undefined,
    );
    this.#caption = undefined;
    const contexts = [...this.#parents.map((parent) => parent.span).reverse(), ...over, ...headings];
    for (const row of table.rows) this.#row(table, row, contexts, headings.length);
  }

  #row(table: Table, row: Row, contexts: readonly Span[], headings: number): void {
    for (const [index, span] of row.cells.entries()) {
      if (span.end <= span.start) continue;
      this.#passages.push({
        span,
        where: "cell",
        contexts,
        headings,
        group: this.#group,
        block: table.span.start,
        row: {
          cells: row.cells,
          index,
          header: table.header.cells[index],
          heads: table.header.cells,
        },
        opening: this.#opening,
        followers: [],
      });
    }
  }
}
