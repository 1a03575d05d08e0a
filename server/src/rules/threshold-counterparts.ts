// A threshold's counterparts: of all thresholds of a workspace those of the same decision, and of several in one list
// or table the one that is most alike. It must not word what is found.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { everyone, isEveryone } from "../guideline/population.ts";
import { isInclusive, isUpward, sameValue, type Threshold } from "../guideline/threshold.ts";
import { oncePer, remembered, whileFrom } from "../text/memory.ts";
import { impliedChildren, impliedPatients, isInferred, likeness } from "./comparable-thresholds.ts";
import { type Gathered, gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";
import { noGroup } from "./threshold-differences.ts";
import { similarity } from "./threshold-wording.ts";

export interface PlacedThreshold {
  readonly threshold: Threshold;
  /** The document, when it is another one. */
  readonly in: Neighbour | undefined;
}

export interface Sides {
  readonly here: Threshold;
  readonly against: readonly PlacedThreshold[];
  readonly withIt: readonly PlacedThreshold[];
}

/** Of one analyte in one direction no document has so many; what goes beyond is not compared. */
const mostOwn = 120;
const mostOthers = 400;

/** Every threshold that differs from a counterpart, with the counterparts that differ and those that agree. */
export function* sidesOf(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  const others = bucketsElsewhere(neighbours);
  for (const [key, own] of bucketsOf(guideline)) {
    const elsewhere = others(key);
    const verdict = lastVerdict(own, [elsewhere], () => {
      const known = verdicts(`${own.number}/${numbersOf(elsewhere)}`);
      known.verdict ??= verdictOf(own, elsewhere);
      return known.verdict;
    });
    const placed = ({ document, at }: Place): PlacedThreshold[] => {
      const there = document === undefined ? undefined : elsewhere[document];
      const threshold = (there?.value ?? own).list[at];
      return threshold ? [{ threshold, in: there?.neighbour }] : [];
    };
    for (const { at, against, withIt } of verdict) {
      const here = own.list[at];
      if (here) yield { here, against: against.flatMap(placed), withIt: withIt.flatMap(placed) };
    }
  }
}

/** Where a threshold stands: in which of the other documents, if not in the same one, and where in its list. */
interface Place {
  readonly document: number | undefined;
  readonly at: number;
}

/** One that differs from others. */
interface Differing {
  readonly at: number;
  readonly against: readonly Place[];
  readonly withIt: readonly Place[];
}

/** Of the very same lists nothing needs to be read. */
const lastVerdict = whileFrom<Listed, readonly Differing[]>();

/** By what all of the lists say. */
const verdicts = remembered((_key: string): { verdict: readonly Differing[] | undefined } => ({
  verdict: undefined,
}));

function verdictOf(own: Listed, elsewhere: readonly Gathered<Listed>[]): Differing[] {
  const ours = own.list.slice(0, mostOwn).map((threshold, at) => ({ threshold, document: undefined, at }));
  const all: Member[] = [...ours];
  const copies = new Copies();
  for (const [document, { value }] of elsewhere.entries()) {
    if (all.length >= ours.length + mostOthers) break;
    all.push(...copies.add(value, document));
  }
  const bucket = new Bucket(all.slice(0, ours.length + mostOthers));
  return ours.flatMap((one) => {
    const { against, withIt } = bucket.sides(one);
    if (against.length === 0) return [];
    return [{ at: one.at, against: copies.all(against), withIt: copies.all(withIt) }];
  });
}

/** Thresholds of one analyte in one direction; lists that say the same have the same number. */
interface Listed {
  readonly list: readonly Threshold[];
  readonly number: number;
}

/** Thresholds by what is measured and the direction. */
const bucketsOf = oncePer((guideline: Guideline): ReadonlyMap<string, Listed> => {
  const implied = impliedPatients(guideline);
  const about = implied === everyone ? asSaid : ofChildren;
  return new Map([...byDecision(guideline.thresholds.map(about))].map(([key, list]) => [key, listed(list)]));
});

const byDecision = groupedSteadily(({ analyte, operator }: Threshold) => [`${analyte.id} ${operator[0]}`]);
const listed = oncePer(
  (list: readonly Threshold[]): Listed => ({ list, number: numberOf(wordsOf(list)).number }),
);
const asSaid = oncePer(
  (found: Threshold): Threshold =>
    isEveryone(found.population) && found.population !== everyone
      ? { ...found, population: everyone }
      : found,
);
const ofChildren = oncePer(
  (found: Threshold): Threshold =>
    isEveryone(found.population) ? { ...found, population: impliedChildren } : found,
);

const bucketsElsewhere = gathering(({ guideline }) => bucketsOf(guideline));

let lists = 0;
const numberOf = remembered((_words: string) => ({ number: lists++ }));
const numbersOf = oncePer((all: readonly Gathered<Listed>[]) => all.map(({ value }) => value.number).join());

/** Documents with the same thresholds, such as editions of one guideline, are compared once for all of them. */
class Copies {
  /** Documents by the number of their lists. */
  readonly #copies = new Map<number, number[]>();
  readonly #documents = new Map<number, readonly number[]>();

  /** Thresholds of a document, unless it is a copy of one that was added. */
  add({ list, number }: Listed, document: number): readonly Member[] {
    const known = this.#copies.get(number);
    if (known) {
      known.push(document);
      return [];
    }
    const documents = [document];
    this.#copies.set(number, documents);
    this.#documents.set(document, documents);
    return list.map((threshold, at) => ({ threshold, document, at }));
  }

  /** Those found, with those in the copies. */
  all(found: readonly Member[]): readonly Place[] {
    return found.flatMap(({ document, at }): Place[] => {
      const documents = document === undefined ? undefined : this.#documents.get(document);
      return documents ? documents.map((one) => ({ document: one, at })) : [{ document, at }];
    });
  }
}

/** All that is compared of a list of thresholds: everything but their places. */
function wordsOf(list: readonly Threshold[]): string {
  const groups = [...new Set(list.map(({ group }) => group))];
  return JSON.stringify(
    list.map(({ group, analyte, ...more }) => [groups.indexOf(group), analyte.id, more]),
    (key, value) => {
      if (key === "start" || key === "end") return undefined;
      return value instanceof Set ? [...value] : value;
    },
  );
}

interface Member extends Place {
  readonly threshold: Threshold;
}

class Bucket {
  readonly #all: readonly Member[];
  /** Those of one list, table or paragraph of one document. */
  readonly #groups = new Map<number | undefined, Map<number, Member[]>>();
  readonly #alike = new Map<Member, Map<Member, number>>();

  constructor(all: readonly Member[]) {
    this.#all = all;
    for (const one of all) {
      const groups = this.#groups.get(one.document) ?? new Map<number, Member[]>();
      this.#groups.set(one.document, groups);
      const group = groups.get(one.threshold.group);
      if (group) group.push(one);
      else groups.set(one.threshold.group, [one]);
    }
  }

  sides(here: Member): { against: readonly Member[]; withIt: readonly Member[] } {
    const against: Member[] = [];
    const withIt: Member[] = [];
    for (const other of this.#all) {
      const found = other === here ? 0 : this.#likeness(here, other);
      if (
        found === 0 ||
        (found === 1 && here.document !== other.document) ||
        (found === 2 && this.#agreesBeside(here, other))
      )
        continue;
      if (!this.#isBest(here, other) || !this.#isBest(other, here)) continue;
      if (this.#isSaidBeside(here, other) || this.#isSaidBeside(other, here)) continue;
      if (differ(here.threshold, other.threshold)) against.push(other);
      // A value that happens to be the same, of what may be another decision, supports nothing.
      else if (found > 1) withIt.push(other);
    }
    return { against, withIt };
  }

  #likeness(a: Member, b: Member): number {
    const known = this.#alike.get(a) ?? new Map<Member, number>();
    this.#alike.set(a, known);
    const found = known.get(b) ?? (this.#alike.get(b)?.get(a) as number | undefined) ?? alike(a, b);
    known.set(b, found);
    return found;
  }

  /** Alike by their words only: one of the other's list or table, or of the first's, that is in accord explains it. */
  #agreesBeside(a: Member, b: Member): boolean {
    const accords = (one: Member, other: Member) =>
      (this.#groups.get(other.document)?.get(other.threshold.group) ?? []).some(
        (rival) =>
          rival !== other && this.#likeness(one, rival) > 0 && !differ(one.threshold, rival.threshold),
      );
    return differ(a.threshold, b.threshold) && (accords(a, b) || accords(b, a));
  }

  /** All that makes them alike is that something is done, and the second's value stands beside the first as well. */
  #isSaidBeside(a: Member, b: Member): boolean {
    return (
      isInferred(a.threshold, b.threshold) &&
      (this.#groups.get(a.document)?.get(a.threshold.group) ?? []).some(
        (near) => near !== a && !differ(near.threshold, b.threshold),
      )
    );
  }

  /** No other of the second's own list or table is more like the first, or just as like and in accord with it. */
  #isBest(a: Member, b: Member): boolean {
    const rivals = this.#groups.get(b.document)?.get(b.threshold.group) ?? [];
    if (rivals.length === 1) return true;
    const own = similarity(a.threshold, b.threshold);
    return rivals.every((rival) => {
      if (rival === b || rival === a || this.#likeness(a, rival) === 0) return true;
      const theirs = similarity(a.threshold, rival.threshold);
      return theirs < own || (theirs === own && differ(a.threshold, rival.threshold));
    });
  }
}

const inNoGroup = oncePer((threshold: Threshold): Threshold => ({ ...threshold, group: noGroup }));

function alike(a: Member, b: Member): number {
  if (sameValue(a.threshold, b.threshold) === undefined) return 0;
  return likeness(a.threshold, a.document === b.document ? b.threshold : inNoGroup(b.threshold));
}

function differ(a: Threshold, b: Threshold): boolean {
  if (isNext(a, b) || isNext(b, a)) return false;
  return sameValue(a, b) === false || isInclusive(a) !== isInclusive(b);
}

/** "114 mm and less" is "less than 115 mm", of what is read in whole steps. */
function isNext(a: Threshold, b: Threshold): boolean {
  if (!isInclusive(a) || isInclusive(b) || a.unit?.code !== b.unit?.code || a.value < leastWhole)
    return false;
  return a.value + (isUpward(a) ? -1 : 1) * a.reading.lowStep === b.value;
}
const leastWhole = 20;
