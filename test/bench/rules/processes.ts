// What the built command line costs as a whole process: its start beside a bare Node, and a folder of guidelines
// beside another linter. It must not know how figures are printed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Figure, figure, percentile } from "../report.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const cli = join(root, "server", "dist", "cli.mjs");
const markdownlint = `
import { readdirSync } from "node:fs";
import { lint } from "markdownlint/promise";
const files = readdirSync(process.argv[1]).map((name) => process.argv[1] + "/" + name);
const found = await lint({ files });
console.log(Object.values(found).flat().length);`;

const startRounds = 20;
const folderRounds = 5;

export function startUpFigures(): Figure[] {
  return inFolder(["# Fever\n\nGive ORS now.\n"], (folder) => {
    const { bare, small } = timed(startRounds, {
      bare: ["-e", "0"],
      small: [cli, "check", join(folder, "0.md")],
    });
    return [
      figure({
        name: "start-up: guidewright check of a small file, over bare Node",
        value: (small ?? Number.NaN) - (bare ?? Number.NaN),
        unit: "ms",
        goal: "≤ 150",
      }),
    ];
  });
}

export function processFigures(samples: readonly string[], others: readonly string[]): Figure[] {
  const texts = others.length > 0 ? others : samples;
  return inFolder(texts, (folder) => {
    const { ours, theirs, single } = timed(folderRounds, {
      ours: [cli, "check", "--fail-on", "none", folder],
      single: [cli, "check", "--fail-on", "none", "--jobs", "1", folder],
      theirs: ["--input-type=module", "-e", markdownlint, folder],
    });
    const compared = { unit: "ms", ...(theirs !== undefined && { baseline: theirs }) };
    const name = `process: guidewright check of ${texts.length} texts`;
    return [
      figure({ name: `${name} (markdownlint)`, value: ours ?? Number.NaN, ...compared, goal: "≤ 2 ×" }),
      figure({ name: `${name} with one thread (markdownlint)`, value: single ?? Number.NaN, ...compared }),
    ];
  });
}

function inFolder<R>(texts: readonly string[], work: (folder: string) => R): R {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-bench-"));
  try {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.md`), text);
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The median time of each, all of them in every round: what disturbs one disturbs all. */
function timed<K extends string>(
  rounds: number,
  runs: Readonly<Record<K, readonly string[]>>,
): Readonly<Partial<Record<K, number>>> {
  const entries = Object.entries<readonly string[]>(runs);
  const times = new Map<string, number[]>(entries.map(([name]) => [name, []]));
  // The first round fills caches and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const [name, args] of entries) {
      const from = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
      if (round > 0) times.get(name)?.push(performance.now() - from);
    }
  }
  return Object.fromEntries(Array.from(times, ([name, all]) => [name, percentile(all, 0.5)])) as Partial<
    Record<K, number>
  >;
}
