// A key of all that a document's figures say: while it stays the same, so does whatever follows from the figures, and
// only their places may differ. It must not know what follows.

import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Heading, Markdown, Paragraph } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { figuresOf } from "./figure-reader.ts";
import type { FigureText } from "./figure-text.ts";
import type { Guideline } from "./guideline.ts";
import { slice } from "./scope.ts";

/** So many texts before one with figures count with it; of those further up only how many there are. */
const near = 8;
const mostCounted = 20;

interface Key {
  /** The same for texts that say the same. */
  readonly number: number;
  readonly figures: boolean;
}

let count = 0;
const numberOf = remembered((_text: string) => ({ number: count++ }));

const keyOf = oncePerBlock(
  (piece: Markdown, { kind, span }: Heading | Paragraph | Table): Key => {
    // Where a table's cells end is to be seen in its source only.
    if (kind === "table")
      return { number: numberOf(piece.text.slice(span.start, span.end)).number, figures: true };
    const text = slice(piece, span);
    return { number: numberOf(text).number, figures: figuresOf(text).figures.length > 0 };
  },
  (key) => key,
);

/** The texts that count in the key, but for those that only stand before others. */
export const textsWithFigures = ({ figures }: Guideline): readonly FigureText[] =>
  figures.texts.filter((text) => text.figures.length > 0);

/** Headings and tables, every text with figures, and those before it. */
export const figureKey = oncePer(({ markdown, scopes }: Guideline): string => {
  const parts: string[] = [];
  let before: string[] = [];
  let passed = 0;
  for (const block of markdown.blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    const { number, figures } = keyOf(markdown, block);
    if (block.kind === "heading") {
      parts.push(`#${block.level} ${number}`);
      before = [];
      passed = 0;
      continue;
    }
    const kind = block.kind === "table" ? "|" : block.listDepth > 0 ? "-" : "";
    const context = scopes.get(block.span.start)?.medicine?.medicine.name ?? "";
    const part = `${kind}${number}${context}`;
    if (figures) {
      parts.push(`+${Math.min(passed, mostCounted)}`, ...before, part);
      before = [];
      passed = 0;
    } else {
      before.push(part);
      if (before.length <= near) continue;
      before.shift();
      passed++;
    }
  }
  return parts.join();
});

/** Keys of the texts and tables one by one, in the order in which they are among the figures. */
export interface FigureKeys {
  /** Undefined: it has no figures. With a list's item count its list so far and its heading. */
  readonly texts: readonly (string | undefined)[];
  /** With a table counts what stands above it. */
  readonly tables: readonly string[];
}

export const figureKeys = oncePer(({ markdown, scopes }: Guideline): FigureKeys => {
  const texts: (string | undefined)[] = [];
  const tables: string[] = [];
  let heading = "";
  let list: number[] = [];
  let above: number[] = [];
  for (const block of markdown.blocks) {
    if (block.kind === "code" || block.kind === "comment") continue;
    const { number, figures } = keyOf(markdown, block);
    const context = scopes.get(block.span.start)?.medicine?.medicine.name ?? "";
    if (block.kind === "table") {
      tables.push(`|${number} ${context} ${above.join()}`);
      continue;
    }
    const isItem = block.kind === "paragraph" && block.listDepth > 0;
    if (!isItem) list = [];
    const around = isItem ? `${list.join()}${heading}` : "";
    texts.push(figures ? `${block.kind[0]}${number} ${context} ${around}` : undefined);
    if (block.kind === "heading") {
      heading = `#${number}`;
      above = [];
      continue;
    }
    if (isItem) list = [...list.slice(1 - near), number];
    above = [...above.slice(-1), number];
  }
  return { texts, tables };
});
