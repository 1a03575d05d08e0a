// `npm run eval:model [-- FOLDER…]`: precision and recall of what is read from the hand-labelled lines, by kind of
// fact and by slot, and the share of dose lines of the folders that became orders (without a folder: the corpus, where
// it is there). `--misses` lists every wrong slot, `--slot NAME` only that one, `--uncovered` the lines without an
// order, `--json FILE` keeps the counts.

import { existsSync, writeFileSync } from "node:fs";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { corpusFolder } from "../support/corpus.ts";
import { factKinds, type LabelledBlock, labelledBlocks, slotsByKind } from "../support/labelled.ts";
import { measureCoverage } from "./coverage.ts";
import { factsOf } from "./facts.ts";
import { type Pairing, paired, sameSlot, Tallies } from "./match.ts";
import { canonicalFact, type Fact } from "./notation.ts";
import { optionsOf, percent } from "./options.ts";

const options = optionsOf(process.argv.slice(2), ["--slot", "--json"]);
const onlySlot = options.valueOf("--slot");

function misses({ expected, got }: Pairing): string[] {
  if (expected && got) return wrongSlots(expected, got);
  const fact = expected ?? got;
  if (!fact || (onlySlot && !fact.slots.has(onlySlot))) return [];
  const slots = [...fact.slots].map(([slot, value]) => `${slot}=${value}`).join("; ");
  return [`    ${expected ? "missing" : "made up"} ${fact.kind}: ${slots}`];
}

function wrongSlots(expected: Fact, got: Fact): string[] {
  const name = [expected.kind, expected.slots.get("medicine"), expected.slots.get("dose")].filter(
    (part) => part,
  );
  const slots = new Set([...expected.slots.keys(), ...got.slots.keys()]);
  return [...slots].flatMap((slot) => {
    const [want, have] = [expected.slots.get(slot), got.slots.get(slot)];
    if (sameSlot(slot, want, have) || (onlySlot && slot !== onlySlot)) return [];
    return [`    ${name.join(" ")} ${slot}: expected ${want ?? "–"}, got ${have ?? "–"}`];
  });
}

function measure(blocks: readonly LabelledBlock[]): Tallies {
  const tallies = new Tallies();
  const listed = options.has("--misses") || onlySlot !== undefined;
  for (const block of blocks) {
    const pairs = paired(block.facts.map(canonicalFact), factsOf(parseGuideline(block.text)));
    for (const pair of pairs) tallies.add(pair);
    const wrong = listed ? pairs.flatMap(misses) : [];
    if (wrong.length > 0)
      console.log([`${block.file}:${block.line} ${block.text.trim()}`, ...wrong].join("\n"));
  }
  return tallies;
}

function print({ byName }: Tallies): void {
  console.log(
    `${"".padEnd(28)} ${"recall".padStart(9)} ${"precision".padStart(10)}  right / labelled / read`,
  );
  for (const kind of factKinds) {
    for (const name of [kind, `${kind}, every slot`, ...slotsByKind[kind].map((slot) => `${kind}.${slot}`)]) {
      const tally = byName.get(name);
      if (!tally) continue;
      const { right, expected, got } = tally;
      const shares = `${percent(right, expected).padStart(9)} ${percent(right, got).padStart(10)}`;
      console.log(`${name.padEnd(28)} ${shares}  ${right} / ${expected} / ${got}`);
    }
  }
}

const tallies = measure(labelledBlocks());
print(tallies);
const json = options.valueOf("--json");
if (json) writeFileSync(json, `${JSON.stringify(Object.fromEntries(tallies.byName), null, 2)}\n`);
const folders = options.folders.length > 0 ? options.folders : existsSync(corpusFolder) ? [corpusFolder] : [];
for (const folder of folders) measureCoverage(folder, options);
