// What is worked out of a block alone, remembered for as long as its text stays the same, wherever it stands:
// after a key stroke only the changed blocks are read again. It must not know what is worked out.

import { isAside, movedFrom, remembered } from "../text/memory.ts";
import type { Block, Markdown } from "./markdown.ts";
import type { Piece } from "./piece.ts";

/** Where a block was first parsed: its piece of a document, itself counted from that piece's start, and that start. */
interface Home<B> {
  readonly piece: Piece;
  readonly block: B;
  readonly start: number;
}

const homes = new WeakMap<Block, Home<Block>>();

/** A block of a new piece: at home where a block that says the same was parsed before. */
export function settle(block: Block, piece: Piece): void {
  const before = isAside() ? undefined : saidBefore(wordsOf(block, piece));
  const home = before?.home;
  if (home && isSame(home, { piece, block })) {
    homes.set(block, { ...home, start: block.span.start - home.block.span.start });
    return;
  }
  const own = { piece, block, start: 0 };
  if (before) before.home = own;
  homes.set(block, own);
}

/** The same block, moved. */
export function settleAs(moved: Block, block: Block, by: number): void {
  const home = homes.get(block);
  if (home) homes.set(moved, { ...home, start: home.start + by });
}

/** Two blocks that say the same in the same place. */
export function isUnmoved(a: Block, b: Block): boolean {
  const [one, other] = [homes.get(a), homes.get(b)];
  return one !== undefined && one.block === other?.block && one.start === other.start;
}

const saidBefore = remembered((): { home: Home<Block> | undefined } => ({ home: undefined }));

function wordsOf(block: Block, { text }: Piece): string {
  const { start, end } = block.span;
  const level = block.kind === "heading" ? block.level : block.kind === "paragraph" ? block.listDepth : 0;
  return `${block.kind} ${level} ${text.slice(start, end)}`;
}

type At = Pick<Home<Block>, "piece" | "block">;

/** Their source is the same; so must be what is read of it, and where a table's cells are. */
function isSame({ piece: one, block: a }: At, { piece: other, block: b }: At): boolean {
  const plain = ({ piece, block: { span } }: At) => piece.plain.slice(span.start, span.end);
  if (plain({ piece: one, block: a }) !== plain({ piece: other, block: b })) return false;
  const by = b.span.start - a.span.start;
  const [first, second] = [placesOf(a), placesOf(b)];
  return first.length === second.length && first.every((place, i) => place + by === second[i]);
}

function placesOf(block: Block): number[] {
  if (block.kind !== "table") return [];
  return [block.header, ...block.rows].flatMap(({ span, cells }) =>
    [span, ...cells].flatMap(({ start, end }) => [start, end]),
  );
}

interface Known<T, K> {
  readonly key: K;
  readonly own: T;
  /** What it was when last asked for: most blocks stay in their places. */
  readonly start: number;
  readonly placed: T;
}

/** Of blocks that say the same in two places of a document. */
const mostKnown = 2;

/**
 * `work` is told a piece of the document as if it were all of it, a block in it, and a key: whatever else the
 * result depends on. It must not look at what stands around the block. `move` shifts all places in a result.
 */
export function oncePerBlock<B extends Block, T, K = undefined>(
  work: (piece: Markdown, block: B, key: K) => T,
  move: (result: T, by: number) => T,
  same: (a: K, b: K) => boolean = Object.is,
): (markdown: Markdown, block: B, key?: K) => T {
  const known = new WeakMap<Block, Known<T, K>[]>();
  return (markdown, placed, given) => {
    const key = given as K;
    const home = homes.get(placed) as Home<B> | undefined;
    if (!home) return work(markdown, placed, key);
    const { piece, block, start } = home;
    const all = known.get(block) ?? [];
    if (all.length === 0) known.set(block, all);
    let last: Known<T, K> | undefined;
    for (const one of all) {
      if (!same(one.key, key)) continue;
      if (one.start === start) return one.placed;
      last ??= one;
    }
    const own = last ? last.own : work(piece, block, key);
    const fresh = { key, own, start, placed: start === 0 ? own : move(own, start) };
    if (all.length < mostKnown) all.push(fresh);
    else all[last ? all.indexOf(last) : 0] = fresh;
    return fresh.placed;
  };
}

/** The same of lists whose members move one by one. */
export function listOncePerBlock<B extends Block, T extends object, K = undefined>(
  work: (piece: Markdown, block: B, key: K) => readonly T[],
  move: (member: T, by: number) => T,
  same?: (a: K, b: K) => boolean,
): (markdown: Markdown, block: B, key?: K) => readonly T[] {
  const moveAll = (members: readonly T[], by: number) =>
    members.length === 0 ? members : members.map((member) => movedFrom(move(member, by), member));
  return oncePerBlock(work, moveAll, same);
}
