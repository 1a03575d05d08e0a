// What stands against what a document says: before it in the same document, and in others. It is looked for again only
// where what is said under one of its names is other than before. It must not know what is compared, nor report.

import type { Guideline } from "../guideline/guideline.ts";
import { isSameList } from "../text/memory.ts";
import { type Gathered, gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

export interface Side<T> {
  readonly said: T;
  readonly guideline: Guideline;
}

/** Something that stands against another thing. */
export interface Opposite<T> extends Side<T> {
  readonly in: Neighbour | undefined;
}

interface Comparison<T> {
  /** By name; a list is the same as before where whatever counts of it is. */
  readonly byName: (guideline: Guideline) => ReadonlyMap<string, readonly T[]>;
  /** Under which names its opposites are. */
  readonly oppositeNamesOf: (said: T) => readonly string[];
  readonly startOf: (said: T) => number;
  readonly areOpposite: (a: Side<T>, b: Side<T>) => boolean;
  /** What else the document says under one of the names counts, too. */
  readonly beside?: boolean;
  /** What else of another document will be looked at, worked out with what it says. */
  readonly ahead?: (guideline: Guideline) => void;
}

type List<T> = readonly T[];
type Elsewhere<T> = readonly Gathered<List<T>>[];

interface Found<T> {
  readonly said: T;
  readonly elsewhere: Gathered<List<T>> | undefined;
}

/** Where it was looked, and what was found there. */
interface Looked<T> {
  readonly inside: readonly (List<T> | undefined)[];
  readonly outside: readonly Elsewhere<T>[];
  readonly found: readonly Found<T>[];
}

const none: readonly never[] = [];

/** All that stands against something, of one document among others; in the same document only what stands before it. */
export function opposites<T extends object>(comparison: Comparison<T>) {
  const { byName, oppositeNamesOf, startOf, areOpposite, beside = false, ahead } = comparison;
  const gather = gathering(({ guideline }) => {
    ahead?.(guideline);
    return byName(guideline);
  });
  const looked = new WeakMap<T, Looked<T>>();

  const insideOf = (said: T, guideline: Guideline, lists: Looked<T>["inside"]): Found<T>[] =>
    [...new Set(lists.flatMap((list) => list ?? []))]
      .filter(
        (other) =>
          startOf(other) < startOf(said) && areOpposite({ said, guideline }, { said: other, guideline }),
      )
      .map((other) => ({ said: other, elsewhere: undefined }));

  const outsideOf = (said: T, guideline: Guideline, lists: Looked<T>["outside"], last?: Looked<T>) => {
    const before = new Set(last?.outside.flat());
    const all = lists.flat().flatMap((elsewhere): readonly Found<T>[] => {
      if (before.has(elsewhere)) return last?.found.filter((one) => one.elsewhere === elsewhere) ?? [];
      const { neighbour, value } = elsewhere;
      return value
        .filter((other) => areOpposite({ said, guideline }, { said: other, guideline: neighbour.guideline }))
        .map((other) => ({ said: other, elsewhere }));
    });
    return [...new Map(all.map((one) => [one.said, one])).values()];
  };

  return (guideline: Guideline, neighbours: readonly Neighbour[]) => {
    const own = byName(guideline);
    const others = gather(neighbours);
    const look = (said: T): readonly Found<T>[] => {
      const names = oppositeNamesOf(said);
      const last = looked.get(said);
      if (
        last &&
        names.every((name, i) => last.inside[i] === own.get(name) && last.outside[i] === others(name))
      )
        return last.found;
      const inside = names.map((name) => own.get(name));
      const outside = names.map((name) => others(name));
      const stays = last !== undefined && isSameList(last.inside, inside);
      const before = stays
        ? last.found.filter(({ elsewhere }) => !elsewhere)
        : insideOf(said, guideline, inside);
      const known = beside && !stays ? undefined : last;
      const found = [...before, ...outsideOf(said, guideline, outside, known)];
      looked.set(said, { inside, outside, found });
      return found;
    };
    return (said: T): readonly Opposite<T>[] => {
      const found = look(said);
      if (found.length === 0) return none;
      return found.map(({ said: other, elsewhere }) => {
        const neighbour = elsewhere?.neighbour;
        return { said: other, guideline: neighbour?.guideline ?? guideline, in: neighbour };
      });
    };
  };
}
