// What a piece of Markdown has inside its blocks: links, images, code, and the numbers of ordered lists, each with its
// place. It must not know where links lead or what is listed.

import type { SyntaxNodeRef, Tree } from "@lezer/common";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Markdown, Part } from "./markdown.ts";
import { spanOf } from "./node-span.ts";
import type { Piece } from "./piece.ts";

const kinds = {
  Link: "link",
  Image: "image",
  LinkReference: "definition",
  Autolink: "address",
  InlineCode: "code",
  FencedCode: "code",
  CodeBlock: "code",
  Comment: "comment",
  CommentBlock: "comment",
} as const;

export interface Inline extends Span {
  readonly kind: (typeof kinds)[keyof typeof kinds];
}

/** The mark of an ordered list's item, such as "4.". */
export interface ListNumber extends Span {
  /** Where its list begins. */
  readonly list: number;
  /** 1 in a list, 2 in a list in a list, … */
  readonly depth: number;
}

export interface Inlines {
  readonly inlines: readonly Inline[];
  readonly numbers: readonly ListNumber[];
}

export function inlinesOf(tree: Tree): Inlines {
  const inlines: Inline[] = [];
  const numbers: ListNumber[] = [];
  const lists: { readonly start: number; readonly ordered: boolean }[] = [];
  const isList = ({ name }: SyntaxNodeRef) => name === "OrderedList" || name === "BulletList";
  tree.iterate({
    enter(node) {
      const kind = kinds[node.name as keyof typeof kinds];
      const { start, end } = spanOf(node);
      if (kind) inlines.push({ kind, start, end });
      if (isList(node)) lists.push({ start, ordered: node.name === "OrderedList" });
      const list = lists.at(-1);
      if (node.name === "ListMark" && list?.ordered)
        numbers.push({ start, end, list: list.start, depth: lists.length });
    },
    leave(node) {
      if (isList(node)) lists.pop();
    },
  });
  return { inlines, numbers };
}

/** Worked out for each piece of a document once; what is found is put in its place. */
export function listPerPiece<T extends Span>(
  work: (piece: Piece) => readonly T[],
  move = (one: T, by: number): T => ({ ...one, ...shifted(one, by) }),
): (markdown: Pick<Markdown, "parts">) => readonly T[] {
  const known = oncePer(work);
  const placed = oncePer(({ start, piece }: Part) => {
    const own = known(piece);
    return start === 0 || own.length === 0 ? own : own.map((one) => move(one, start));
  });
  return ({ parts }) => parts.flatMap((part) => placed(part));
}

/** The text with its code and comments blanked: its markup is still there. */
export const uncoded = oncePer(({ text, inlines }: Pick<Piece, "text" | "inlines">): string => {
  let result = "";
  let at = 0;
  for (const { kind, start, end } of inlines) {
    if ((kind !== "code" && kind !== "comment") || start < at) continue;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, " ");
    at = end;
  }
  return result + text.slice(at);
});
