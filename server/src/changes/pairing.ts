// Pairs the things of two editions: by key first, then by likeness within a bucket. Each thing is paired once at most,
// and it makes no difference which edition is called the first. It must not know what is paired.

export interface Pairing<T> {
  readonly pairs: Map<T, T>;
  readonly before: Set<T>;
  readonly after: Set<T>;
}

export function pairing<T>(before: Iterable<T>, after: Iterable<T>): Pairing<T> {
  return { pairs: new Map(), before: new Set(before), after: new Set(after) };
}

/** Whether two things of one bucket are one, by a number that is larger the more alike they are; below zero never. */
type Likeness<T> = (before: T, after: T) => number;

/** Buckets beyond this many pairs are paired in order instead of each with each. */
const mostPairs = 10_000;

/** Pairs what has the same key; things with an undefined key wait. */
export function pairBy<T>(
  state: Pairing<T>,
  keyOf: (thing: T, side: "before" | "after") => string | undefined,
  likeness: Likeness<T> = () => 0,
): void {
  const buckets = new Map<string, { before: T[]; after: T[] }>();
  for (const side of ["before", "after"] as const)
    for (const thing of state[side]) {
      const key = keyOf(thing, side);
      if (key === undefined) continue;
      const bucket = buckets.get(key) ?? { before: [], after: [] };
      bucket[side].push(thing);
      buckets.set(key, bucket);
    }
  for (const { before, after } of buckets.values()) pairBucket(state, before, after, likeness);
}

function pairBucket<T>(
  state: Pairing<T>,
  before: readonly T[],
  after: readonly T[],
  likeness: Likeness<T>,
): void {
  const candidates: Candidate<T>[] = [];
  if (before.length * after.length > mostPairs) {
    for (let i = 0; i < Math.min(before.length, after.length); i++)
      candidates.push({ a: before[i] as T, b: after[i] as T, i, j: i, like: 0 });
  } else
    for (const [i, a] of before.entries())
      for (const [j, b] of after.entries()) candidates.push({ a, b, i, j, like: 0 });
  pairBest(
    state,
    candidates.map((candidate) => ({ ...candidate, like: likeness(candidate.a, candidate.b) })),
  );
}

export interface Candidate<T> {
  readonly a: T;
  readonly b: T;
  readonly i: number;
  readonly j: number;
  readonly like: number;
}

/** The most alike first; of equals those at the most alike places. */
export function pairBest<T>(state: Pairing<T>, candidates: readonly Candidate<T>[]): void {
  const sorted = candidates
    .filter(({ like }) => like >= 0)
    .sort((x, y) => y.like - x.like || Math.abs(x.i - x.j) - Math.abs(y.i - y.j) || x.i + x.j - y.i - y.j);
  for (const { a, b } of sorted) {
    if (!state.before.has(a) || !state.after.has(b)) continue;
    state.pairs.set(a, b);
    state.before.delete(a);
    state.after.delete(b);
  }
}
