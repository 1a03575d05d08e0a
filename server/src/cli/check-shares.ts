// How threads share the work without asking each other: rules that read one document alone, from the last document
// on, and rules that compare documents, from the first on. Whoever compares has read all documents, and goes on with
// what is left. It must not know rules or results.

import type { Part } from "./check-documents.ts";
import type { Source } from "./source.ts";

/** What a thread begins with. */
export type Role = "alone" | "compared";

/** Memory of all threads: what somebody is at or has done, for each document its two parts. */
export type Claims = Int32Array<SharedArrayBuffer>;

export function claimsOf(sources: readonly Source[]): Claims {
  return new Int32Array(new SharedArrayBuffer(sources.length * 2 * Int32Array.BYTES_PER_ELEMENT));
}

export interface Share {
  readonly at: number;
  readonly part: Part;
}

/** One after the other, each for one thread only. */
export function* shareOf(role: Role, sources: readonly Source[], claims: Claims): Generator<Share> {
  const claim = (at: number, part: Exclude<Part, "all">) =>
    Atomics.compareExchange(claims, 2 * at + (part === "compared" ? 1 : 0), 0, 1) === 0;
  if (role === "compared") {
    for (const [at, { text }] of sources.entries())
      if (claim(at, "compared")) yield { at, part: isOnePiece(text) ? "all" : "compared" };
  }
  const rest = [...sources.entries()].filter(([, { text }]) => !isOnePiece(text));
  for (const [at] of role === "alone" ? rest.toReversed() : rest)
    if (claim(at, "alone")) yield { at, part: "alone" };
}

/** What its comments keep silent is known when all rules have looked. */
const isOnePiece = (text: string): boolean => /<!--\s*guidewright-/i.test(text);
