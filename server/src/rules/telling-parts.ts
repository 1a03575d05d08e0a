// Of a document's many parts few give a rule anything to tell. Which ones do is remembered for as long as a part, and
// what else the rule reads, is the same, and only those are looked at again. It must not know rules.

import { isSameList, oncePer } from "../text/memory.ts";

/** Goes through the parts of one kind; `from` is all that the findings follow from beside the part. */
export type Tell = <P extends object, F>(
  from: readonly unknown[],
  parts: readonly P[],
  findIn: (part: P) => Iterable<F>,
) => Generator<F>;

export function tellingParts(): Tell {
  /** What a part was looked at with when it told nothing. */
  const silent = new WeakMap<object, readonly unknown[]>();
  return function* (from, parts, findIn) {
    for (const part of parts) {
      const before = silent.get(part);
      if (before && isSameList(before, from)) continue;
      const found = [...findIn(part)];
      if (found.length === 0) silent.set(part, from);
      yield* found;
    }
  };
}

/** Those of a document's parts that a test picks. */
export function picking<P extends object>(test: (part: P) => boolean): (parts: readonly P[]) => readonly P[] {
  const known = oncePer(test);
  return (parts) => parts.filter((part) => known(part));
}
