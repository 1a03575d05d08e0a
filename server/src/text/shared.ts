// What many things have alike, as one object for all of them: sets of words, for a guideline says "child" and "severe" a
// thousand times, and lists of nothing. It must not know what the words mean.

import { remembered } from "./memory.ts";

const between = "\0";
/** Also of texts that are set aside: what they say is kept, and what they say alike is kept once. */
const sets = remembered(
  (words): ReadonlySet<string> => {
    const one = new Set(words.split(between).slice(0, -1));
    ones.add(one);
    return one;
  },
  { everywhere: true, size: 400_000 },
);
const ones = new WeakSet<ReadonlySet<string>>();

/** The one set of these words in this order. */
export const sharedSet = (words: ReadonlySet<string>): ReadonlySet<string> =>
  ones.has(words) ? words : sets([...words, ""].join(between));

const none: readonly never[] = Object.freeze([]);

/** An object that nobody else has yet, with each of its sets of words shared, and each list that is empty. */
export function dense<T extends object>(fresh: T): T {
  for (const key in fresh) {
    const value: unknown = fresh[key];
    if (value instanceof Set) (fresh as Record<string, unknown>)[key] = sharedSet(value);
    else if (Array.isArray(value) && value.length === 0) (fresh as Record<string, unknown>)[key] = none;
  }
  return fresh;
}
