// Which citations the document's own reference lists answer. Where a way of citing is rarely answered it is no way of
// citing: dates, ages and scores are left alone. It must not know rules.

import { matchesIn } from "../text/matches.ts";
import { oncePer, oncePerPair } from "../text/memory.ts";
import { contains } from "../text/span.ts";
import { type Citation, citationsIn } from "./citation.ts";
import { type CitedWork, type ReferenceList, referenceListsOf } from "./cited-work.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { noteMarksOf } from "./note-mark.ts";
import { isCitedList } from "./reference-list.ts";

export interface Unanswered {
  readonly citation: Citation;
  readonly list: ReferenceList;
  /** Works that may be meant instead. */
  readonly near: readonly CitedWork[];
}
export interface Matched {
  readonly unanswered: readonly Unanswered[];
  /** Works that are never cited, where nearly all others are. */
  readonly uncited: readonly CitedWork[];
}

/** How often a way of citing must be answered, for one that is not. */
const proofs: Readonly<Record<Citation["style"], number>> = {
  brackets: 1,
  raised: 1,
  key: 1,
  author: 1,
  parentheses: 2,
  bare: 2,
  column: 2,
  lettered: 2,
};

export const matchedCitations = oncePer((guideline: Guideline): Matched => {
  const lists = filledLists(guideline);
  return lists.length === 0 ? { unanswered: [], uncited: [] } : matchedWith(guideline, lists);
});

const filledLists = (guideline: Guideline) =>
  referenceListsOf(guideline).filter(({ works }) => works.length > 0);

/** A document that is nothing but the list of references of all: it answers those that have none. */
export const listForAll = oncePer((guideline: Guideline): ReferenceList | undefined => {
  const [title] = guideline.sections;
  if (!title) return undefined;
  const [list, another] = filledLists(guideline);
  // Of a title that says nothing, every line below it is a work.
  if (!isCitedList(title) && guideline.sections.length > 1) return undefined;
  return list && !another && title.headingSpan.end === list.span.start ? list : undefined;
});

/** What a list in another document answers. */
export const citationsOutside = oncePerPair(
  (guideline: Guideline, list: ReferenceList): readonly Unanswered[] =>
    filledLists(guideline).length > 0
      ? []
      : matchedWith(guideline, [{ ...list, span: nowhere, scope: reachAll(guideline) }]).unanswered,
);
const nowhere = { start: -1, end: -1 };
const reachAll = ({ text }: Guideline) => ({ start: 0, end: text.length });

function matchedWith(guideline: Guideline, lists: readonly ReferenceList[]): Matched {
  // Where tables have numbered notes, raised figures in tables call these.
  const noted = noteMarksOf(guideline).some(
    ({ isNote, kind, name }) => isNote && kind === "raised" && /\d/.test(name),
  );
  const citations = citationsIn(guideline.markdown).filter(
    ({ start, inTable }) => !(inTable && noted) && !lists.some(({ span }) => contains(span, start)),
  );
  const byList = grouped(
    citations.flatMap((citation) => {
      const list = listFor(citation, lists);
      return list ? [{ citation, list }] : [];
    }),
    ({ list }) => list,
  );
  const all = [...byList].map(([list, own]) =>
    matchList(
      list,
      own.map(({ citation }) => citation),
    ),
  );
  const uncited = all.flatMap((one) => one.uncited).filter((work) => !isWritten(guideline, work));
  return { unanswered: all.flatMap((one) => one.unanswered), uncited };
}

/** "Doxycycline for 5 days (4)", "(3 to 5)": figures that may be anything may cite a work. */
const figuresInParentheses = oncePer(({ text }: Guideline) =>
  matchesIn(text, /\((\d{1,3})(?: *(?:,|;|–|-|to|and) *(\d{1,3}))?\)/g).map(
    ({ index, 1: low, 2: high = low }) => ({ at: index, low: Number(low), high: Number(high) }),
  ),
);
const isWritten = (guideline: Guideline, { number = -1, start, end }: CitedWork): boolean =>
  figuresInParentheses(guideline).some(
    ({ at, low, high }) => (at < start || at > end) && number >= low && number <= high,
  );

/** The innermost whose chapter the citation is in; of those that are cited so, if there are any. */
function listFor({ start, style }: Citation, lists: readonly ReferenceList[]): ReferenceList | undefined {
  const reaching = lists.filter(({ scope }) => contains(scope, start));
  const answering = reaching.filter((list) => isAnswerable(style, list));
  const around = answering.length > 0 ? answering : reaching;
  return around.toSorted((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))[0];
}

function matchList(list: ReferenceList, citations: readonly Citation[]): Matched {
  const unanswered: Unanswered[] = [];
  const cited = new Set<CitedWork>();
  for (const [style, own] of grouped(citations, (one) => one.style)) {
    const answered = own.map((citation) => ({ citation, works: answersOf(citation, list) }));
    const good = answered.filter(({ works }) => works.length > 0);
    const bad = answered.filter(({ works }) => works.length === 0);
    if (!isAnswerable(style, list) || good.length < proofs[style] || bad.length > good.length) continue;
    for (const { works } of good) for (const work of works) cited.add(work);
    unanswered.push(...bad.map(({ citation }) => ({ citation, list, near: nearOf(citation, list) })));
  }
  for (const work of betweenEnds(list, citations)) cited.add(work);
  const { works } = list;
  const numbered = works.filter(({ number }) => number !== undefined);
  const open = numbered.filter((work) => !cited.has(work));
  const mostly = numbered.length >= 5 && open.length <= Math.max(1, numbered.length / 10);
  return { unanswered, uncited: mostly ? open : [] };
}

function isAnswerable(style: Citation["style"], { works }: ReferenceList): boolean {
  if (style === "key")
    return works.filter(({ key }) => key !== undefined).length >= Math.min(2, works.length);
  const numbered = works.filter(({ number }) => number !== undefined).length;
  if (style === "lettered") return works.filter(({ text }) => letteredMark.test(text)).length >= 2;
  if (style === "author") return works.filter(({ text }) => /\b(?:19|20)\d\d/.test(text)).length >= 2;
  return numbered >= 2 && numbered >= works.length / 3;
}

const letteredMark = /^\W*(?:R|S|Ref\.?) *\d/i;

/** "[3–6]" cites 4 and 5, too. */
function betweenEnds({ works }: ReferenceList, citations: readonly Citation[]): CitedWork[] {
  const found: CitedWork[] = [];
  for (const [i, { number: last, start }] of citations.entries()) {
    const before = citations[i - 1];
    const first = before?.number;
    if (last === undefined || first === undefined || !before || last - first < 2 || start - before.end > 3)
      continue;
    found.push(...works.filter(({ number }) => number !== undefined && number > first && number < last));
  }
  return found;
}

function answersOf({ number, key, author, year }: Citation, { works }: ReferenceList): CitedWork[] {
  if (number !== undefined) return works.filter((work) => work.number === number);
  if (key !== undefined) return works.filter((work) => work.key?.toLowerCase() === key.toLowerCase());
  return works.filter(({ text }) => year !== undefined && text.includes(year) && names(text, author ?? ""));
}

/** A work is known by the first author's name, or by what the letters of an organisation stand for. */
function names(entry: string, author: string): boolean {
  const words = author.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const flat = fold(entry);
  const [first = ""] = words;
  if (flat.includes(fold(first))) return true;
  const initials = (text: string) => (text.match(/\b\p{Lu}/gu) ?? []).join("");
  if (/^\p{Lu}{2,}$/u.test(first)) return initials(entry).includes(first);
  return words.length > 1 && new RegExp(`\\b${initials(author)}\\b`).test(entry);
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function nearOf({ number, key, author }: Citation, { works }: ReferenceList): CitedWork[] {
  if (author !== undefined) return works.filter(({ text }) => names(text, author));
  if (number === undefined && key !== undefined) return works.filter((work) => work.key !== undefined);
  return [];
}
