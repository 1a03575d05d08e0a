// Which lengths of treatment are of the same treatment as one that is said without a dose: worked out once for each
// document and each such length, for as long as neither says anything else. It must not judge lengths.

import type { Course } from "../guideline/course.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { once, oncePer, originalOf, remembered, whileFrom } from "../text/memory.ts";
import { hasYoung } from "./comparable.ts";
import { isOnly, type Likeness, likenessOf } from "./length-likeness.ts";
import type { Length, Lengths } from "./lengths.ts";
import type { Neighbour } from "./rule.ts";

export interface Alike extends Likeness {
  readonly other: Length;
}

const none: readonly Alike[] = [];

export class AlikeLengths {
  readonly #own: Lengths;
  readonly #documents: () => readonly Guideline[];
  /** No document is about children. */
  readonly #grown: boolean;

  constructor(own: Lengths, guideline: Guideline, neighbours: readonly Neighbour[]) {
    this.#own = own;
    this.#documents = once(() => [guideline, ...neighbours.map((one) => one.guideline)]);
    this.#grown = !hasYoung(guideline) && !neighbours.some((one) => hasYoung(one.guideline));
  }

  /** Those in a document that are of the same treatment. */
  alike(length: Length, lengths: Lengths): readonly Alike[] {
    const found = this.#found(length, lengths);
    return found.length === 0
      ? none
      : found.filter(({ only }) => !only || isOnly(only, length.indication, this.#documents()));
  }

  #found(length: Length, lengths: Lengths): readonly Alike[] {
    const { course } = length;
    // In the same document their places count, too.
    if (!course || lengths === this.#own) return alikeIn(length, lengths, this.#grown);
    const section = sectionAt(length.guideline.sections, length.span.start);
    const known = foundFor(course, [section], () => foundByWords(wordsOf(length)))[
      this.#grown ? "grown" : "young"
    ];
    const before = known.get(lengths);
    if (before) return before;
    const found = alikeIn(length, lengths, this.#grown);
    known.set(lengths, found.length === 0 ? none : found);
    return found;
  }
}

/** By all that a length says: what was found in each other document. */
const foundByWords = remembered((_words: string) => ({
  grown: new WeakMap<Lengths, readonly Alike[]>(),
  young: new WeakMap<Lengths, readonly Alike[]>(),
}));
const foundFor = whileFrom<Course, ReturnType<typeof foundByWords>>();

const placeKeys = new Set(["start", "end", "part", "container"]);
const courseWords = oncePer((course: Course): string =>
  JSON.stringify(course, (key, value) =>
    placeKeys.has(key) ? undefined : isMedicine(value) ? value.name : value,
  ),
);

function isMedicine(value: unknown): value is Medicine {
  return typeof value === "object" && value !== null && "routes" in value && "classes" in value;
}

/** What it says, what its paragraph or row says, and the headings above. */
function wordsOf({ course, indication, guideline, span }: Length): string {
  const { plain } = guideline.markdown;
  const part = course?.part ?? span;
  const headings = pathOf(sectionAt(guideline.sections, span.start)).map(({ headingSpan }) =>
    plain.slice(headingSpan.start, headingSpan.end),
  );
  const said = course ? courseWords(originalOf(course)) : "";
  return [said, JSON.stringify(indication), plain.slice(part.start, part.end), ...headings].join("\n");
}

function alikeIn(length: Length, { orders, courses }: Lengths, grown: boolean): Alike[] {
  const { medicine } = length;
  const beside = [
    ...(medicine ? (orders.get(medicine.name) ?? []) : [...orders.values()].flat()),
    ...courses.filter((other) => other !== length && mayBeOne(medicine, other.medicine)),
  ];
  return beside.flatMap((other) => {
    const likeness = likenessOf(length, other, grown);
    return likeness ? [{ other, ...likeness }] : [];
  });
}

/** A length of the treatment as a whole may be that of its only medicine. */
const mayBeOne = (a: Medicine | undefined, b: Medicine | undefined) => a === b || !a || !b;
