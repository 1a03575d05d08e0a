// Which marks have no note, and which notes no mark. Silent where a mark may be something else: a citation, emphasis,
// a power. It must not know how marks are written.

import { listPerPiece } from "../syntax/inline.ts";
import type { Heading } from "../syntax/markdown.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { once, oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { type Loose, looseNotes } from "./note-list.ts";
import { type NoteMark, noteMarksOf } from "./note-mark.ts";
import { isReferenceList } from "./reference-list.ts";
import { sectionAt } from "./section.ts";

export type Unmatched = Loose;

/** "* With food." alone is a list of one item to Markdown. */
const aloneIn = listPerPiece(({ text }) => {
  const bullet = /^[ \t]*[-*+•][ \t]+\S/gm;
  const blocks = matchesIn(text, /(?:^[ \t]*\S.*(?:\n|$))+/gm);
  const counts = blocks.map(([block]) => matchesIn(block, bullet).length);
  return blocks.flatMap(({ 0: block, index }, i): Span[] => {
    const isAlone = counts[i] === 1 && !counts[i - 1] && !counts[i + 1];
    return isAlone && /^[ \t]*[-*+•]/.test(block) ? [{ start: index, end: index + block.length }] : [];
  });
});

/** So far from its mark a note set by hand stands. */
const reach = 8000;

export const unmatchedNotes = oncePer((guideline: Guideline): readonly Unmatched[] => {
  const marks = noteMarksOf(guideline).filter(({ start, isNote, kind }) => {
    const section = sectionAt(guideline.sections, start);
    return kind === "label" || !isNote || !section || !isReferenceList(section);
  });
  const labels = marks.filter(({ kind }) => kind === "label");
  const found = [...unmatchedLabels(labels), ...unmatchedByHand(guideline, marks)];
  const known = new Set(found.map(({ mark }) => mark.start));
  const loose = looseNotes(guideline, marks).filter(({ mark }) => !known.has(mark.start));
  return [...found, ...loose].sort((a, b) => a.mark.start - b.mark.start);
});

function unmatchedLabels(labels: readonly NoteMark[]): Unmatched[] {
  const notes = new Set(labels.filter(({ isNote }) => isNote).map(({ name }) => name));
  const called = new Set(labels.filter(({ isNote }) => !isNote).map(({ name }) => name));
  return labels.flatMap((mark): Unmatched[] => {
    if (mark.isNote) return called.has(mark.name) ? [] : [{ mark, lacks: "mark" }];
    return notes.has(mark.name) ? [] : [{ mark, lacks: "note" }];
  });
}

/** A table and what stands below it, up to the next table or heading: notes belong to it. */
interface Field {
  readonly start: number;
  readonly tableEnd: number;
  readonly end: number;
  /** What lines below the table begin with: "a. With food". */
  readonly lettered: () => ReadonlySet<string>;
}

const letteredLine =
  /^[ \t>]*(?:[*_]{1,2})?([a-h]|\d{1,2})(?:[.):][*_]{0,2}[ \t]+\S|(?<=\d)[ \t]+\p{Lu}\p{Ll})/gmu;

function fieldsOf({ markdown: { blocks, text } }: Guideline): Field[] {
  const tables = blocks.filter((block): block is Table => block.kind === "table");
  const stops = blocks.filter(
    (block): block is Table | Heading => block.kind === "table" || block.kind === "heading",
  );
  return tables.map(({ span }) => {
    const next = stops.find((stop) => stop.span.start >= span.end)?.span.start ?? text.length;
    const below = () => matchesIn(text.slice(span.end, next), letteredLine);
    const lettered = once(() => new Set(below().map((match) => match[1] ?? "")));
    return { start: span.start, tableEnd: span.end, end: next, lettered };
  });
}

function unmatchedByHand(guideline: Guideline, marks: readonly NoteMark[]): Unmatched[] {
  const byHand = marks.filter(({ kind }) => kind !== "label");
  if (byHand.length === 0) return [];
  const notes = byHand.filter(({ isNote }) => isNote);
  const calls = byHand.filter(({ isNote }) => !isNote);
  const found = new Map<number, Unmatched>();
  const add = (one: Unmatched) => found.set(one.mark.start, found.get(one.mark.start) ?? one);
  const fields = fieldsOf(guideline);
  const explained = guideline.markdown.parts.some(({ piece }) => explainsStars(piece));
  const alone = aloneIn(guideline.markdown);
  const { sections } = guideline;
  const isItem = ({ name, start }: NoteMark) =>
    name === "*" &&
    alone.some(
      (item) => isBeside(item, start) && sectionAt(sections, item.start) === sectionAt(sections, start),
    );
  for (const field of fields)
    for (const one of inField(field, calls, notes, explained))
      if (one.lacks === "mark" || !isItem(one.mark)) add(one);
  for (const call of calls) {
    if (call.kind !== "sign" || call.inTable) continue;
    const near = notes.filter(({ kind, start }) => kind === "sign" && Math.abs(start - call.start) < reach);
    const isSure = /^[†‡¶]/.test(call.name) || (near.length > 0 && !explained && isHandSet(calls, near));
    // Where no single star is called, two close emphasis that is opened elsewhere.
    if (call.name === "**" && !calls.some(({ name }) => name === "*")) continue;
    if (isSure && !near.some(({ name }) => name === call.name) && !isItem(call))
      add({ mark: call, lacks: "note" });
  }
  for (const note of notes)
    if (isSurelyNote(note, false) && note.kind === "sign" && !calls.some(({ name }) => name === note.name))
      add({ mark: note, lacks: "mark" });
  const { text } = guideline.markdown;
  return [...found.values()].filter(({ mark, lacks }) =>
    lacks === "note" ? !isConverted(text, mark) : !isBelowNothing(guideline, mark),
  );
}

/** "centre [†]": whoever converted the raised mark so may have lost the note's own. */
const isConverted = (text: string, { start, end, kind }: NoteMark): boolean =>
  kind === "sign" && text[start - 1] === "[" && text[end] === "]";

/** Between the heading, or the table that heads the page, and the notes, nothing is said: a chart was drawn there. */
function isBelowNothing({ markdown: { text } }: Guideline, { start, inTable }: NoteMark): boolean {
  if (inTable) return false;
  const lines = text.slice(Math.max(0, start - reach / 2), start).split("\n");
  const head = lines.findLastIndex((line) => /^ {0,3}#|^\s*\|/.test(line));
  const isHead =
    /^ {0,3}#/.test(lines[head] ?? "#") ||
    lines.slice(head - 3, head + 1).some((line) => pageMark.test(line));
  if (!isHead) return false;
  const below = lines.slice(head + 1);
  const first = below.findIndex((line) => opensNote.test(line));
  const said = below.slice(0, first < 0 ? below.length : first).join(" ");
  return (said.match(/\p{L}{2,}/gu) ?? []).length < fewestWords;
}
const pageMark = /\bpage +\d+ +of +\d+\b/i;
const opensNote = /^[ \t>]*(?:(?:\*\*|__)?(?:[†‡§¶]|\\\*)|\*{5} +|\* +)/;
const fewestWords = 5;

/** The items that stand alone are notes of what is not far above or below them. */
const isBeside = (item: Span, start: number): boolean => Math.abs(item.start - start) < besides;
const besides = 2000;

const none: ReadonlySet<string> = new Set();

function inField(
  field: Field,
  calls: readonly NoteMark[],
  notes: readonly NoteMark[],
  explained: boolean,
): Unmatched[] {
  const within = ({ start }: NoteMark, from: number, to: number) => start >= from && start < to;
  const own = calls.filter((call) => within(call, field.start, field.tableEnd) && call.inTable);
  const below = notes.filter((note) => within(note, field.start, field.end));
  const far = notes.filter((note) => within(note, field.start - reach, field.tableEnd + reach));
  if (own.length === 0 && below.length === 0) return [];
  const lettered = own.length === 0 ? none : field.lettered();
  const called = (note: NoteMark) => own.some(({ name }) => name === note.name);
  const isLettered = own.some(({ name }) => lettered.has(name));
  // "no²" in the table and "¹ After birth." below it: raised marks are in use, though these two do not meet.
  const areRaised = [own, below].every((marks) => marks.some(({ kind }) => kind === "raised"));
  const isGroup = below.some(called) || isLettered || areRaised;
  const noted = (call: NoteMark) => lettered.has(call.name) || far.some(({ name }) => name === call.name);
  const lacking = own.filter(
    (call) => !noted(call) && isSurelyCall(call, { isGroup, isLettered, below, own, explained }),
  );
  // Called from the lead or the caption above the table, or from the text.
  const elsewhere = (note: NoteMark) =>
    calls.some((call) => call.name === note.name && within(call, field.start - reach, field.end));
  const idle = below.filter(
    (note) => within(note, field.tableEnd, field.end) && !elsewhere(note) && isSurelyNote(note, isGroup),
  );
  const once = lacking.filter(({ name }, i) => lacking.findIndex((other) => other.name === name) === i);
  return [
    ...once.map((mark): Unmatched => ({ mark, lacks: "note" })),
    ...idle.map((mark): Unmatched => ({ mark, lacks: "mark" })),
  ];
}

/** Some sign is called and noted. */
const isHandSet = (calls: readonly NoteMark[], notes: readonly NoteMark[]): boolean =>
  notes.some(({ name }) => calls.some((call) => call.kind === "sign" && call.name === name));

/** What stars mean may be said once for the whole work. */
const explains =
  /\basterisks?\b|\bstar(?:s|red)?\b|[“"‘'(`]\s?\\?\*+\s?[”"’')`]|\bmarked +(?:with +)?\\?\*|\\?\*\s?(?:=|denotes|indicates|means|refers)/i;

const explainsStars = oncePer(({ text }: Piece): boolean => explains.test(text));

interface Around {
  readonly explained: boolean;
  readonly isGroup: boolean;
  readonly isLettered: boolean;
  readonly below: readonly NoteMark[];
  readonly own: readonly NoteMark[];
}

/** Signs always are; raised letters and figures, stars and brackets only where other notes of the table are in use. */
function isSurelyCall(
  { kind, name }: NoteMark,
  { isGroup, isLettered, below, own, explained }: Around,
): boolean {
  if (kind === "sign") return !name.startsWith("*") || isGroup || below.length > 0 || !explained;
  // "70 and over (3)", where (1) and (2) are explained
  if (kind === "bracketed" && /\d/.test(name)) {
    const named = new Set(own.map((call) => call.name));
    const alike = below.filter((note) => note.kind === kind);
    // Of two notes, the one that nothing calls is meant.
    return alike.length >= 2 && alike.some((note) => named.has(note.name));
  }
  if (/\d/.test(name))
    return isGroup && (isLettered || below.some((note) => note.kind === kind || note.kind === "bracketed"));
  if (kind === "raised") return isGroup || own.every((call) => call.kind !== "bracketed");
  return isGroup && (isLettered || below.some((note) => note.kind === kind));
}

function isSurelyNote({ kind, name, start, end }: NoteMark, isGroup: boolean): boolean {
  // A star that is kept from being a bullet is one, too.
  if (kind === "sign") return /^[†‡¶]/.test(name) || (isGroup && (name.length > 1 || end - start > 1));
  return kind === "raised" || (isGroup && !/\d/.test(name));
}
