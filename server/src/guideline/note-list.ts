// Notes that stand together, away from what they are about: a section "Notes" or "Footnotes" whose items are numbered or
// lettered, and marks in running text with their notes at the end of a page. It must not know the notes of tables.

import { listPerPiece } from "../syntax/inline.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { contains, type Span } from "../text/span.ts";
import { referenceListsOf } from "./cited-work.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { NoteMark } from "./note-mark.ts";
import { reachOf } from "./section.ts";

const title =
  /^(?:[\dA-Z][\d.]*[.):]?\s+)?(?:(?:foot|end)\s?-?notes?|(?:explanatory\s+|additional\s+|table\s+|numbered\s+)?notes|remarks|explanations?)(?:\s+(?:to|on|for)\s+.{1,60})?:?$/i;
const titleLine =
  /^[ \t>]{0,12}(?:\*\*|__|[*_])?(?:(?:foot|end)\s?-?notes?|(?:explanatory\s+|table\s+)?notes)[ \t]{0,8}:?(?:\*\*|__|[*_])?:?[ \t]{0,8}$/gim;

/** Places behind a line that says no more than "Notes". */
const titleLinesPerPiece = listPerPiece(({ text }) =>
  matchesIn(text, titleLine).map(({ 0: line, index }): Span => {
    const start = index + line.length;
    return { start, end: start };
  }),
);
const numbersPerPiece = listPerPiece(({ numbers }) => numbers);
const item =
  /^[ \t>]*(?:[-*+•][ \t]+)?(?:\*\*|__|\()?(\d{1,2}|[a-h])(?:\*\*|__)?(?:[.):]|[ \t]+(?=\p{Lu})|[ \t]*[–—=-][ \t])/gmu;

/** The items of sections that hold notes and nothing else. */
const listedNotes = oncePer((guideline: Guideline): readonly NoteMark[] => {
  const { markdown, sections } = guideline;
  const { text } = markdown;
  const headed = sections
    .filter((section) => title.test(section.title))
    .map((section) => ({ start: section.headingSpan.end, end: reachOf(guideline, section).end }));
  const lined = titleLinesPerPiece(markdown).map(({ start }) => {
    const next = sections.find(({ headingSpan }) => headingSpan.start > start)?.headingSpan.start;
    return { start, end: next ?? text.length };
  });
  return [...headed, ...lined].flatMap((span) => notesIn(text, span, numbersPerPiece(markdown)));
});

function notesIn(text: string, { start, end }: Span, numbers: readonly Span[]): NoteMark[] {
  const note = (at: Span, name: string): NoteMark => ({
    kind: "raised",
    name,
    isNote: true,
    inTable: false,
    start: at.start,
    end: at.end,
  });
  const listed = numbers
    .filter((one) => one.start >= start && one.start < end)
    .map((one) => note(one, String(Number.parseInt(text.slice(one.start, one.end), 10))));
  const written = matchesIn(text.slice(start, end), item).map((match) => {
    const at = start + match.index + match[0].lastIndexOf(match[1] ?? "");
    return note({ start: at, end: at + (match[1] ?? "").length }, match[1] ?? "");
  });
  return [...listed, ...written.filter((one) => !listed.some((other) => other.start === one.start))];
}

const spelled =
  /(?:^[ \t>]*(?:[-*+•][ \t]+)?[*_]{0,2}(?:foot)?note[ \t]+(?<note>\d{1,2}|[a-h])(?:[.):]|[ \t]*[–—]|[*_]{2})|[([](?:see[ \t]+)?(?:foot)?note[ \t]+(?<call>\d{1,2}|[a-h])[)\]])/gim;

/** "(note 3)", and "Note 3. Right thigh." at the beginning of a line. */
const namedPerPiece = listPerPiece(({ text }) =>
  matchesIn(text, spelled).map(({ index, 0: whole, groups }): NoteMark => {
    const note = groups?.note;
    const start = index + (whole.length - whole.trimStart().length);
    const name = (note ?? groups?.call ?? "").toLowerCase();
    return {
      kind: "bracketed",
      name,
      isNote: note !== undefined,
      inTable: false,
      start,
      end: index + whole.length,
    };
  }),
);

export interface Loose {
  readonly mark: NoteMark;
  readonly lacks: "note" | "mark";
}

const familyOf = ({ name }: NoteMark): string => (/\d/.test(name) ? "figures" : "letters");

/** Raised figures and letters, where most of them are answered; figures that cite works are no notes. */
export function looseNotes(guideline: Guideline, marks: readonly NoteMark[]): Loose[] {
  const lists = referenceListsOf(guideline).filter(({ works }) =>
    works.some(({ number }) => number !== undefined),
  );
  const listed = listedNotes(guideline);
  const named = looseIn(namedPerPiece(guideline.markdown));
  const raised = marks.filter(({ kind }) => kind === "raised");
  const all = [...raised, ...listed].filter(({ start }) => !lists.some(({ span }) => contains(span, start)));
  const loose = [...grouped(all, familyOf)].flatMap(([family, own]) =>
    family === "figures" && lists.length > 0 ? [] : looseIn(own),
  );
  return [...named, ...loose];
}

function looseIn(marks: readonly NoteMark[]): Loose[] {
  const notes = marks.filter(({ isNote }) => isNote);
  const calls = marks.filter(({ isNote }) => !isNote);
  const named = new Set(notes.map(({ name }) => name));
  const called = new Set(calls.map(({ name }) => name));
  const answered = [...called].filter((name) => named.has(name)).length;
  const open = calls.filter(
    ({ name }, i) => !named.has(name) && calls.findIndex((one) => one.name === name) === i,
  );
  const idle = notes.filter(({ name }) => !called.has(name));
  if (answered === 0 || open.length > answered || idle.length > answered) return [];
  return [
    ...open.map((mark): Loose => ({ mark, lacks: "note" })),
    ...idle.map((mark): Loose => ({ mark, lacks: "mark" })),
  ];
}
