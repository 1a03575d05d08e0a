// Markdown to blocks with source spans, and the "plain" text: as long as the document, but with everything
// that is not read by a reader (markup, code, comments, addresses) blanked, so that a match in it is a match
// in the document at the same offset. Parsed in pieces, of which the unchanged ones are remembered: it is the
// same as if parsed in one. It must not know medicine.

import { type Span, shifted } from "../text/span.ts";
import { isUnmoved, settleAs } from "./block-memory.ts";
import { cutsOf } from "./cut.ts";
import type { Directive } from "./directive.ts";
import { type FrontMatter, frontMatterEnd } from "./front-matter.ts";
import { type Piece, pieceOf } from "./piece.ts";
import { joined, type Room } from "./room.ts";
import type { Row, Table } from "./table.ts";

export interface Heading {
  readonly kind: "heading";
  readonly span: Span;
  readonly level: number;
}
export interface Paragraph {
  readonly kind: "paragraph";
  readonly span: Span;
  /** 0 outside lists, 1 in a list, 2 in a list in a list, … */
  readonly listDepth: number;
}
export interface Code {
  readonly kind: "code";
  readonly span: Span;
}
export interface Comment {
  readonly kind: "comment";
  readonly span: Span;
}
export type Block = Heading | Paragraph | Table | Code | Comment;

/** Where a block has text that is read for itself: all of it, or a table's cells. */
export function textsOf(block: Block): readonly Span[] {
  if (block.kind === "heading" || block.kind === "paragraph") return [block.span];
  return block.kind === "table" ? [block.header, ...block.rows].flatMap(({ cells }) => cells) : [];
}

/** A piece of the document and where it stands. */
export interface Part {
  readonly start: number;
  readonly piece: Piece;
}

export interface Markdown {
  /** The document's, but for directives, which are blanked. */
  readonly text: string;
  /** As long as `text`, unread characters blanked; line ends kept as "\n", but blanks where a full line goes on. */
  readonly plain: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Leaf blocks in document order. */
  readonly blocks: readonly Block[];
  /** Comments that speak to Guidewright, and are as good as absent otherwise. */
  readonly directives: readonly Directive[];
  /** The whole document again, piece by piece: a piece that did not change is the same object as before. */
  readonly parts: readonly Part[];
}

/** With room, pieces stand apart: offsets are those of the text in the result. */
export function parseMarkdown(text: string, room?: Room): Markdown {
  const close = partsOf(text, room?.known);
  const parts = room?.place(close.map(({ piece }) => piece)) ?? close;
  const blocks: Block[] = [];
  for (const part of parts) for (const block of placedBlocks(part, room?.replaced)) blocks.push(block);
  const plain = joined(parts, (piece) => piece.plain);
  const directives = parts.flatMap(({ start, piece }) =>
    piece.directives.map((one) => ({ ...one, ...shifted(one, start) })),
  );
  const own = directives.length === 0 && !room ? text : joined(parts, (piece) => piece.text);
  return { text: own, plain, frontMatter: parts[0]?.piece.frontMatter, blocks, directives, parts };
}

/** `known` tells a piece that stood at the same distance from the start or the end of an earlier text. */
function partsOf(text: string, known?: Room["known"]): Part[] {
  const cuts = cutsOf(text, frontMatterEnd(text));
  const parts: Part[] = [];
  for (let i = 0, taken = 1; i < cuts.length; i += taken) {
    const start = cuts[i] ?? 0;
    const piece = (count: number) => {
      const end = cuts[i + count] ?? text.length;
      return known?.(text, start, end) ?? pieceOf(text.slice(start, end));
    };
    taken = 1;
    let found = piece(taken);
    // Twice as much each time, so that a mark which is never closed does not cost the square of the length.
    while (found.open && i + taken < cuts.length) {
      taken *= 2;
      found = piece(taken);
    }
    parts.push({ start, piece: found });
  }
  return parts;
}

/** Where a piece's blocks were last: most stay in their places from one key stroke to the next. */
const places = new WeakMap<Piece, { readonly start: number; readonly blocks: readonly Block[] }>();

/** A block that says the same in the same place as one in the parts that were replaced is that one. */
function placedBlocks(part: Part, replaced: readonly Part[] = []): readonly Block[] {
  const known = blocksIn.get(part);
  if (known) return known;
  const placed = blocksAt(part);
  const before = new Map(
    replaced.flatMap((one) => (blocksIn.get(one) ?? []).map((block) => [block.span.start, block])),
  );
  const blocks = placed.map((block) => {
    const last = before.get(block.span.start);
    return last && isUnmoved(last, block) ? last : block;
  });
  blocksIn.set(part, blocks);
  return blocks;
}

const blocksIn = new WeakMap<Part, readonly Block[]>();

function blocksAt({ start, piece }: Part): readonly Block[] {
  if (start === 0) return piece.blocks;
  const known = places.get(piece);
  if (known?.start === start) return known.blocks;
  const blocks = piece.blocks.map((block) => {
    const placed = moved(block, start);
    settleAs(placed, block, start);
    return placed;
  });
  places.set(piece, { start, blocks });
  return blocks;
}

function moved(block: Block, by: number): Block {
  const span = shifted(block.span, by);
  if (block.kind !== "table") return { ...block, span };
  return {
    ...block,
    span,
    header: movedRow(block.header, by),
    rows: block.rows.map((row) => movedRow(row, by)),
  };
}

function movedRow({ span, cells }: Row, by: number): Row {
  return { span: shifted(span, by), cells: cells.map((cell) => shifted(cell, by)) };
}
