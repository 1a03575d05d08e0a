// A document in runs: a heading with what stands below it up to the next heading. As long as nothing in a run, in the
// headings above it or where it stands is another, it is the same object, and what was read from it is known. It must
// not know what is read.

import { isDeepStrictEqual } from "node:util";
import type { Block, Markdown } from "../syntax/markdown.ts";
import { isSameList, steadyLists } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import { grouped } from "./grouped.ts";
import type { Scope } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";
import type { SectionScopes } from "./section-scopes.ts";

export interface Run {
  /** Undefined before the first heading. */
  readonly section: Section | undefined;
  /** What its headings say of all that is in it. */
  readonly scope: Scope | undefined;
  /** The heading is the first of them. */
  readonly blocks: readonly Block[];
  /** What was read from it, by who read it. */
  readonly read: Map<unknown, unknown>;
}

/** Only of a document that is typed in are they `lasting`: of others they would be kept for nobody. */
export function runsOf(
  markdown: Markdown,
  sections: readonly Section[],
  { scopes, lasting }: { readonly scopes: SectionScopes; readonly lasting: boolean },
): Run[] {
  const runs: Run[] = [];
  const { blocks } = markdown;
  for (let from = 0, to = 1; from < blocks.length; from = to++) {
    while (to < blocks.length && blocks[to]?.kind !== "heading") to++;
    const own = blocks.slice(from, to);
    const section = sectionAt(sections, own[0]?.span.start ?? 0);
    const scope = scopes.get(section);
    runs.push(lasting ? known(own, section, scope) : { section, scope, blocks: own, read: new Map() });
  }
  return runs;
}

const lastWith = new WeakMap<Block, Run>();

function known(blocks: readonly Block[], section: Section | undefined, scope: Scope | undefined): Run {
  const [first] = blocks as readonly [Block];
  const before = lastWith.get(first);
  if (before && before.section === section && before.scope === scope && isSameList(before.blocks, blocks))
    return before;
  const run: Run = { section, scope, blocks, read: new Map() };
  lastWith.set(first, run);
  return run;
}

/** What is read from a run by itself, once for as long as it stays the same. */
export function oncePerRun<T>(
  work: (run: Run, markdown: Markdown) => T,
): (run: Run, markdown: Markdown) => T {
  return (run, markdown) => readOnce(run, work, () => work(run, markdown));
}

/** The same of all runs of a guideline, in their order; only what is in the run, or above it, may be looked at. */
export function eachRun<G extends { readonly runs: readonly Run[] }, T>(
  work: (run: Run, guideline: G) => readonly T[],
): (guideline: G) => T[] {
  return (guideline) => {
    const all: T[] = [];
    for (const run of guideline.runs)
      for (const one of readOnce(run, work, () => work(run, guideline))) all.push(one);
    return all;
  };
}

/** The same of all runs of a document, in their order; the same list as long as all in it is. */
export function listPerRun<T>(
  work: (run: Run, markdown: Markdown) => readonly T[],
): (runs: readonly Run[], markdown: Markdown) => readonly T[] {
  const once = oncePerRun(work);
  const steady = steadyLists<T & object>();
  return (runs, markdown) => {
    const all: T[] = [];
    for (const run of runs) for (const one of once(run, markdown)) all.push(one);
    return typeof all[0] === "object" ? steady("", all as (T & object)[]) : all;
  };
}

function readOnce<T>({ read }: Run, work: unknown, fresh: () => T): T {
  if (read.has(work)) return read.get(work) as T;
  const result = fresh();
  read.set(work, result);
  return result;
}

interface Read<T> {
  readonly run: Run;
  readonly list: readonly T[];
}

/** A list of a run again: what says the same as before, in a block that is the same, is the same object. */
export function steadily<T extends object>(
  placeOf: (member: T) => Span,
): (run: Run, list: readonly T[]) => readonly T[] {
  const known = new WeakMap<Block, Read<T>>();
  return (run, list) => {
    const [first] = run.blocks as readonly [Block];
    if (lastWith.get(first) !== run) return list;
    const before = known.get(first);
    const kept = before?.run.section === run.section ? keptFrom(before, { run, list }, placeOf) : list;
    known.set(first, { run, list: kept });
    return kept;
  };
}

function keptFrom<T extends object>(
  before: Read<T> | undefined,
  { run, list }: Read<T>,
  placeOf: (member: T) => Span,
): readonly T[] {
  const blocks = new Set(before?.run.blocks);
  const same = run.blocks.filter((block) => blocks.has(block)).map(({ span }) => span);
  const byPlace = grouped(before?.list ?? [], (member) => placeOf(member).start);
  return list.map((member) => {
    const place = placeOf(member);
    const others = anyOverlaps(same, place) ? byPlace.get(place.start) : undefined;
    return others?.find((other) => isDeepStrictEqual(other, member)) ?? member;
  });
}
