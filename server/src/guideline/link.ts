// Links and images of Markdown and HTML: what is shown, and where they lead. It must not know whether that is there.

import { type Inline, listPerPiece, uncoded } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";

export interface Link extends Span {
  /** "label": its target is defined elsewhere; "spaced": no link at all, because of the blanks in its target. */
  readonly kind: "link" | "image" | "html" | "label" | "spaced";
  readonly shown: string;
  /** As written. */
  readonly target: string | undefined;
  /** Where the target, or the label, stands. */
  readonly at: Span;
}

export interface Definition extends Span {
  readonly label: string;
  readonly target: string;
  readonly at: Span;
}

const linksPerPiece = listPerPiece(linksIn, moved);
const definitionsPerPiece = listPerPiece(definitionsIn, moved);

export const linksOf = oncePer(({ markdown }: Pick<Guideline, "markdown">): readonly Link[] =>
  linksPerPiece(markdown),
);
export const definitionsOf = oncePer(({ markdown }: Pick<Guideline, "markdown">): readonly Definition[] =>
  definitionsPerPiece(markdown),
);

function moved<T extends Span & { readonly at: Span }>(one: T, by: number): T {
  return { ...one, ...shifted(one, by), at: shifted(one.at, by) };
}

/** Labels are the same whatever their case and blanks. */
export const labelKey = (label: string): string => label.trim().replace(/\s+/g, " ").toLowerCase();

function linksIn(piece: Piece): Link[] {
  const { text, inlines } = piece;
  const links = inlines.flatMap((inline): Link[] => {
    if (inline.kind !== "link" && inline.kind !== "image") return [];
    const link = direct(text, inline) ?? labelled(text, inline) ?? spaced(text, inline);
    return link ? [link] : [];
  });
  return [...links, ...htmlLinks(uncoded(piece))];
}

const destination =
  /\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)$/;

function direct(text: string, { kind, start, end }: Inline): Link | undefined {
  const source = text.slice(start, end);
  if (!source.endsWith(")")) return undefined;
  const match = destination.exec(source);
  if (!match) return undefined;
  const target = match[1] ?? match[2] ?? "";
  const from = start + match.index + match[0].indexOf(target, 2);
  const shown = source.slice(kind === "image" ? 2 : 1, match.index);
  return {
    kind: kind === "image" ? "image" : "link",
    start,
    end,
    shown,
    target,
    at: { start: from, end: from + target.length },
  };
}

function labelled(text: string, { start, end }: Inline): Link | undefined {
  const match = /^!?\[([^\]]*)\]\[([^\]]*)\]$/s.exec(text.slice(start, end));
  if (!match) return undefined;
  const [, shown = "", label = ""] = match;
  const at = { start: end - label.length - 1, end: end - 1 };
  return { kind: "label", start, end, shown: label === "" ? "" : shown, target: label || shown, at };
}

/** "[text](my file.md)": readers see the brackets. */
function spaced(text: string, { kind, start, end }: Inline): Link | undefined {
  if (kind !== "link") return undefined;
  const rest = text.slice(end, end + 200);
  const match =
    /^\(((?:[^\s()<>"]+ +)+[^\s()<>"]*(?:\.(?:md|markdown|pdf|png|jpe?g|docx?)|#[^\s()<>"]+))\)/i.exec(rest);
  if (!match?.[1]) return undefined;
  const at = { start: end + 1, end: end + 1 + match[1].length };
  const shown = text.slice(start + 1, end - 1);
  return { kind: "spaced", start, end: at.end + 1, shown, target: match[1], at };
}

function htmlLinks(text: string): Link[] {
  const attribute = /<(?:a|img)\b[^<>]{0,300}?\b(?:href|src)=(["'])([^"'<>\n]{0,500})\1/gi;
  return matchesIn(text, attribute).map((match) => {
    const target = match[2] ?? "";
    const end = match.index + match[0].length;
    const at = { start: end - 1 - target.length, end: end - 1 };
    return { kind: "html", start: match.index, end, shown: "", target, at };
  });
}

function definitionsIn({ text, inlines }: Piece): Definition[] {
  return inlines.flatMap(({ kind, start, end }): Definition[] => {
    const match = kind === "definition" && /^\[([^\]]+)\]:\s*<?([^\s<>]*)>?/.exec(text.slice(start, end));
    if (!match) return [];
    const [whole, label = "", target = ""] = match;
    const from = start + whole.indexOf(target, label.length + 3);
    return [{ label, target, start, end, at: { start: from, end: from + target.length } }];
  });
}
