// Of a document's many parts few give a rule anything to tell. What they do is remembered for as long as a part, and
// what else the rule reads, is the same. It must not know rules.

import { oncePer, whileFrom } from "../text/memory.ts";

/** What the parts of one kind tell, in their order; `from` is all that it follows from beside the part. */
export type Tell<P extends object, F> = (
  from: readonly unknown[],
  parts: readonly P[],
  findIn: (part: P) => Iterable<F>,
) => readonly F[];

export function tellingParts<P extends object, F>(): Tell<P, F> {
  const told = whileFrom<P, readonly F[]>();
  const toldByAll = whileFrom<readonly P[], readonly F[]>();
  return (from, parts, findIn) =>
    toldByAll(parts, from, () => parts.flatMap((part) => told(part, from, () => [...findIn(part)])));
}

/** Those of a document's parts that a test picks. */
export function picking<P extends object>(test: (part: P) => boolean): (parts: readonly P[]) => readonly P[] {
  const known = oncePer(test);
  return oncePer((parts: readonly P[]) => parts.filter((part) => known(part)));
}
