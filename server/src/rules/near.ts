// Which of several words a mistyped one was probably meant to be. It must not know what they name.

import { remembered } from "../text/memory.ts";

/** The likest first; none that has little in common with it. */
export function nearest(wrong: string, names: Iterable<string>, most = 3): string[] {
  const found: { readonly name: string; readonly share: number }[] = [];
  const wanted = pairsOf(wrong);
  for (const name of names) {
    const share = likeness(wanted, pairsOf(name));
    if (share >= 0.4) found.push({ name, share });
  }
  found.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  return found.slice(0, most).map(({ name }) => name);
}

const pairsOf = remembered((text): ReadonlySet<string> => {
  const flat = `^${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()}$`;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < flat.length; i++) pairs.add(flat.slice(i, i + 2));
  return pairs;
});

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / (a.size + b.size || 1);
}
