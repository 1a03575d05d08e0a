// Which line of one edition is which line of the other: the same words first, wherever they were moved, then the most
// alike in the same section, then anywhere. Near-linear in the size of the editions. It must not know what lines mean.

import { grouped } from "../guideline/grouped.ts";
import { formatPopulation } from "../guideline/population.ts";
import { sectionScopes } from "../guideline/section-scopes.ts";
import type { Line } from "./line.ts";
import { type Candidate, type Pairing, pairBest, pairBy, pairing } from "./pairing.ts";

/** How a line's other side is found, and which lines have none. */
export interface Alignment {
  /** From lines of the earlier edition to those of the later one. */
  readonly pairs: ReadonlyMap<Line, Line>;
  readonly before: ReadonlySet<Line>;
  readonly after: ReadonlySet<Line>;
  /** The same for both lines of a pair. */
  idOf(line: Line): number;
  /** The section of the later edition that a section became; the key itself for one of the later edition. */
  sectionOf(line: Line): string;
  /** The line's section, and whom its document is for, are the same word for word in both editions. */
  isUntouched(line: Line): boolean;
}

export function align(before: readonly Line[], after: readonly Line[]): Alignment {
  const state = pairing(before, after);
  const own = (line: Line) => `${line.document.identity}\n${line.sectionKey}`;
  const words = (line: Line) => (line.text === "" ? undefined : `${line.kind}\n${line.text}`);
  const withHead = (line: Line) => `${words(line)}\n${line.head?.text ?? ""}`;
  pairBy(state, (line) => words(line) && `${own(line)}\n${withHead(line)}`);
  pairBy(state, (line) => words(line) && `${line.document.identity}\n${withHead(line)}`);
  pairBy(state, (line) => words(line) && withHead(line));
  const became = sectionsBecame(before, state.pairs, own);
  const sectionOf = (line: Line, side: "before" | "after") =>
    side === "before" ? (became.get(own(line)) ?? own(line)) : own(line);
  const neighbours = neighbourhood(state.pairs, before);
  pairBy(state, sectionOf, (a, b) => {
    const like = likeness(a, b) + (neighbours(a, b) ? 0.2 : 0);
    return like >= 0.45 ? like : -1;
  });
  pairAnywhere(state);
  const texts = [sectionTexts(before), sectionTexts(after)] as const;
  const isUntouched = (line: Line) => texts[0].get(own(line)) === texts[1].get(own(line));
  return made(state, isUntouched, (line) => {
    const isBefore = ids(before).has(line);
    return sectionOf(line, isBefore ? "before" : "after");
  });
}

const known = new WeakMap<readonly Line[], ReadonlySet<Line>>();
function ids(lines: readonly Line[]): ReadonlySet<Line> {
  const set = known.get(lines) ?? new Set(lines);
  known.set(lines, set);
  return set;
}

/** Of each section all its words, and for whom the front matter says they are. */
function sectionTexts(lines: readonly Line[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const line of lines) {
    const key = `${line.document.identity}\n${line.sectionKey}`;
    const own = texts.get(key) ?? [];
    if (own.length === 0) own.push(patientsOf(line));
    own.push(`${line.kind} ${line.text}`);
    texts.set(key, own);
  }
  return new Map([...texts].map(([key, own]) => [key, own.join("\n")]));
}

/** For whom the front matter says that all of the document is. */
function patientsOf({ document }: Line): string {
  const scope = sectionScopes(document.guideline.markdown, []).get(undefined);
  return scope ? formatPopulation(scope.population) : "";
}

function made(
  state: Pairing<Line>,
  isUntouched: (line: Line) => boolean,
  sectionOf: (line: Line) => string,
): Alignment {
  const back = new Map([...state.pairs].map(([a, b]) => [b, a]));
  return {
    ...state,
    // Lines of the earlier edition count from zero, those that are only in the later one below it.
    idOf: (line) =>
      state.pairs.has(line) || state.before.has(line)
        ? line.index
        : (back.get(line)?.index ?? -1 - line.index),
    sectionOf,
    isUntouched,
  };
}

/** Shared words as a share of all words of both. */
function likeness(a: Line, b: Line): number {
  if (
    a.kind !== b.kind &&
    (a.kind === "heading" || b.kind === "heading" || a.kind === "head" || b.kind === "head")
  )
    return -1;
  const [small, large] = a.words.size < b.words.size ? [a.words, b.words] : [b.words, a.words];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared === 0 ? -1 : (2 * shared) / (small.size + large.size);
}

/** Of each section of the earlier edition the one of the later edition where most of its lines are, unchanged. */
function sectionsBecame(
  before: readonly Line[],
  pairs: ReadonlyMap<Line, Line>,
  own: (line: Line) => string,
): ReadonlyMap<string, string> {
  const became = new Map<string, string>();
  for (const [from, lines] of grouped(before, own)) {
    const votes = new Map<string, number>();
    const asked = lines.filter(({ kind }) => kind !== "heading");
    for (const line of asked) {
      const other = pairs.get(line);
      if (other) votes.set(own(other), (votes.get(own(other)) ?? 0) + 1);
    }
    const [most] = [...votes].sort((a, b) => b[1] - a[1]);
    if (most && most[1] > asked.length / 2) became.set(from, most[0]);
  }
  return became;
}

/** Whether the lines before them or behind them are a pair. */
function neighbourhood(pairs: ReadonlyMap<Line, Line>, before: readonly Line[]) {
  return (a: Line, b: Line): boolean => {
    const next = (by: number) => {
      const beside = before[a.index + by];
      return beside !== undefined && pairs.get(beside)?.index === b.index + by;
    };
    return next(-1) || next(1);
  };
}

/** In more lines than this a word says nothing about which line is meant. */
const mostLines = 12;

function pairAnywhere(state: Pairing<Line>): void {
  const byWord = new Map<string, Line[]>();
  for (const line of state.after)
    for (const word of line.words) {
      const list = byWord.get(word);
      if (list) list.push(line);
      else byWord.set(word, [line]);
    }
  const candidates: Candidate<Line>[] = [];
  for (const a of state.before) {
    const near = new Set<Line>();
    for (const word of a.words) {
      const lines = byWord.get(word) ?? [];
      if (lines.length <= mostLines) for (const line of lines) near.add(line);
    }
    for (const b of near) {
      const like = likeness(a, b);
      if (like >= 0.5) candidates.push({ a, b, i: a.index, j: b.index, like });
    }
  }
  pairBest(state, candidates);
}
