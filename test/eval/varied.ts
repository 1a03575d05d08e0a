// The seeded pairs in other forms: for each, what is no longer found, and in which twins anything new is. It must
// not know how the forms are made.

import { parsePair, type SeededFile, type SeededPair, seededPairs } from "../support/seeded.ts";
import { type Options, percent } from "./options.ts";
import { isFound, warnedRules } from "./pairs.ts";
import { type Variation, variations } from "./variations.ts";

interface Tally {
  changed: number;
  lost: number;
  flagged: number;
}

export function measureVaried(options: Options): void {
  const only = options.valueOf("--rule");
  const tallies = new Map(variations.map(({ name }) => [name, { changed: 0, lost: 0, flagged: 0 } as Tally]));
  for (const pair of seededPairs(options.valueOf("--pairs"))) {
    if (only && pair.rule !== only) continue;
    const found = isFound(pair);
    const warned = new Set(warnedRules(pair));
    for (const variation of variations) {
      const varied = variation.spares.includes(pair.rule) ? undefined : inForm(variation, pair);
      const tally = tallies.get(variation.name);
      if (!varied || !tally) continue;
      const lost = found && !isFound(varied);
      const flagged = warnedRules(varied).filter((rule) => !warned.has(rule));
      tally.changed++;
      tally.lost += Number(lost);
      tally.flagged += Number(flagged.length > 0);
      if (!options.has("--misses")) continue;
      if (lost) console.log(`LOST ${pair.name}: ${variation.name}`);
      if (flagged.length > 0)
        console.log(`TWIN FLAGGED ${pair.name}: ${variation.name}: ${flagged.join(", ")}`);
    }
  }
  print(tallies);
}

/** Undefined where nothing of it is changed. */
function inForm({ change }: Variation, pair: SeededPair): SeededPair | undefined {
  const written = (files: readonly SeededFile[]) =>
    files.map((file) => `=== ${file.name}\n${change(marked(file))}`).join("\n");
  const head = `rule: ${pair.rule}\n`;
  if (pair.fault.every((file) => change(marked(file)) === marked(file))) return undefined;
  const { fault } = parsePair(pair.name, head + written(pair.fault));
  const { twin } = parsePair(pair.name, head + written(pair.twin));
  return { ...pair, fault, twin };
}

function marked({ text, marks }: SeededFile): string {
  let at = 0;
  const parts = marks.map(({ start, end }) => {
    const part = `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
    return part;
  });
  return parts.join("") + text.slice(at);
}

function print(tallies: ReadonlyMap<string, Tally>): void {
  const all: Tally = { changed: 0, lost: 0, flagged: 0 };
  const row = (name: string, { changed, lost, flagged }: Tally) =>
    console.log(
      `${name.padEnd(32)} ${String(changed).padStart(6)} pairs   lost ${String(lost).padStart(4)} (${percent(lost, changed)})   twins newly flagged ${String(flagged).padStart(4)} (${percent(flagged, changed)})`,
    );
  for (const [name, tally] of tallies) {
    row(name, tally);
    for (const key of Object.keys(all) as (keyof Tally)[]) all[key] += tally[key];
  }
  row("all forms", all);
}
