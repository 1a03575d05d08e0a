// Where the pieces of a document stand that is being edited: with room between them, so that an edit moves nothing
// outside its own piece, and what was understood of all others stays as it is. It must not know what stands in them.

import type { Counting } from "../text/lines.ts";
import { whatIsReadWith } from "../text/memory.ts";
import type { Part } from "./markdown.ts";
import type { Piece } from "./piece.ts";

/** Characters that a piece may grow by before the next one is moved. */
const roomBehind = 64;
/** A document that was cut down to less than this share of its places is put together again. */
const leastFilled = 0.5;

export class Room {
  #parts: readonly Part[] = [];
  /** Pieces by where they began, counted from the start of the last text, and where they ended, from its end. */
  #byStart = new Map<number, Piece>();
  #byEnd = new Map<number, Piece>();
  #reading: object | undefined;
  /** What the parts that were placed last stand instead of. */
  replaced: readonly Part[] = [];

  /** The piece that a stretch of a text is, if it stood there before. */
  readonly known = (text: string, start: number, end: number): Piece | undefined => {
    if (this.#reading !== whatIsReadWith()) return undefined;
    const isIt = (piece: Piece | undefined) =>
      piece?.directives.length === 0 &&
      piece.text.length === end - start &&
      text.startsWith(piece.text, start);
    const [first, last] = [this.#byStart.get(start), this.#byEnd.get(text.length - end)];
    return isIt(first) ? first : isIt(last) ? last : undefined;
  };

  /** Pieces in their order, each where it was before unless there is no room. */
  place(pieces: readonly Piece[]): readonly Part[] {
    const before = this.#parts;
    this.#parts = around(before, pieces) ?? spread(pieces);
    const kept = new Set(this.#parts);
    this.replaced = before.filter((part) => !kept.has(part));
    this.#remember(pieces);
    return this.#parts;
  }

  #remember(pieces: readonly Piece[]): void {
    this.#reading = whatIsReadWith();
    this.#byStart = new Map();
    this.#byEnd = new Map();
    const length = pieces.reduce((sum, { text }) => sum + text.length, 0);
    let start = 0;
    for (const piece of pieces) {
      this.#byStart.set(start, piece);
      start += piece.text.length;
      this.#byEnd.set(length - start, piece);
    }
  }
}

function spread(pieces: readonly Piece[]): Part[] {
  let start = 0;
  return pieces.map((piece) => {
    const part = { start, piece };
    start += piece.text.length + roomBehind;
    return part;
  });
}

/** What is the same at both ends stays; what is new between them is put where the old was, and pushes what is in its way. */
function around(before: readonly Part[], pieces: readonly Piece[]): Part[] | undefined {
  const shorter = Math.min(before.length, pieces.length);
  let same = 0;
  while (same < shorter && before[same]?.piece === pieces[same]) same++;
  let kept = 0;
  while (kept < shorter - same && before.at(-1 - kept)?.piece === pieces.at(-1 - kept)) kept++;
  if (same + kept === 0) return undefined;
  const parts = before.slice(0, same);
  const [old] = before.slice(same, before.length - kept);
  let start = old?.start ?? endOf(parts);
  for (const piece of pieces.slice(same, pieces.length - kept)) {
    parts.push({ start, piece });
    start += piece.text.length;
  }
  const all = [...parts, ...behind(start, kept > 0 ? before.slice(-kept) : [])];
  const held = all.reduce((sum, { piece }) => sum + piece.text.length, 0);
  return held < leastFilled * (endOf(all) - roomBehind * all.length) ? undefined : all;
}

/** What stands in the way of what ends here is moved, with room before it; the next ones only as far as they must. */
function behind(end: number, rest: readonly Part[]): Part[] {
  let [free, room] = [end, roomBehind];
  return rest.map((part) => {
    const { piece } = part;
    const start = part.start >= free ? part.start : free + room;
    free = start + piece.text.length;
    room = 0;
    return start === part.start ? part : { start, piece };
  });
}

function endOf(parts: readonly Part[]): number {
  const last = parts.at(-1);
  return last ? last.start + last.piece.text.length : 0;
}

/** A text of each piece, in its place: lines of blanks between them. */
export function joined(parts: readonly Part[], textOf: (piece: Piece) => string): string {
  let text = "";
  for (const { start, piece } of parts) {
    if (start > text.length) text += `${" ".repeat(start - text.length - 1)}\n`;
    text += textOf(piece);
  }
  return text;
}

/** The document's own text, with the same room. */
export function spaced(text: string, parts: readonly Part[]): string {
  let from = 0;
  return joined(parts, ({ text: { length } }) => {
    from += length;
    return text.slice(from - length, from);
  });
}

/** From places among parts to those in the text that they were, and back. A place between parts is the end of the first. */
export function countingOf(parts: readonly Part[]): Counting {
  const own: number[] = [];
  let length = 0;
  for (const { piece } of parts) {
    own.push(length);
    length += piece.text.length;
  }
  const spaced = parts.map(({ start }) => start);
  const lengthOf = (i: number) => (own[i + 1] ?? length) - (own[i] ?? 0);
  return {
    toText(offset) {
      const i = lastUpTo(spaced, offset);
      return (own[i] ?? 0) + Math.min(offset - (spaced[i] ?? 0), lengthOf(i));
    },
    fromText(place) {
      const i = lastUpTo(own, place);
      return (spaced[i] ?? 0) + place - (own[i] ?? 0);
    },
  };
}

/** The index of the last of ordered numbers that is not above one. */
function lastUpTo(ordered: readonly number[], one: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) <= one) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
