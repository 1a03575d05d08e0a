// How long each linter takes for the same text in the same process, one after the other in every round. It
// must not know how figures are printed.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Figure, figure, percentile } from "../report.ts";
import { guidewright, type Linter, otherLinters, rumdlProgram } from "./linters.ts";
import { spread, sum } from "./texts.ts";

const rounds = 5;
/** The slowest takes half a minute for a megabyte. */
const mostCharacters = 200_000;

export async function speedFigures(samples: readonly string[], others: readonly string[]): Promise<Figure[]> {
  const texts = chooseTexts(samples, others);
  const megabytes = sum(texts.map((text) => Buffer.byteLength(text))) / 1e6;
  const linters = [guidewright, ...(await otherLinters())];
  const times = await timeRounds(linters, texts);
  const perMegabyte = ({ name }: Linter) => percentile(times.get(name) ?? [], 0.5) / megabytes;
  const ours = perMegabyte(guidewright);
  const figures = linters.slice(1).map((linter) =>
    figure({
      name: `check: time per MB of ${texts.length} texts (${linter.name})`,
      value: ours,
      unit: "ms",
      baseline: perMegabyte(linter),
      goal: "≤ 1 ×",
    }),
  );
  const rumdl = timeRumdl(texts);
  if (rumdl === undefined) console.log("rumdl: npm has no program of it for this machine.");
  else {
    figures.push(
      figure({
        name: "check: time per MB (rumdl, a native program, its start included)",
        value: ours,
        unit: "ms",
        baseline: rumdl / megabytes,
      }),
    );
  }
  return figures;
}

/** The samples, and of the others as many as there is time for, short and long ones. */
function chooseTexts(samples: readonly string[], others: readonly string[]): string[] {
  const bySize = [...others].sort((a, b) => a.length - b.length);
  const left = mostCharacters - sum(samples.map(({ length }) => length));
  const average = sum(others.map(({ length }) => length)) / Math.max(1, others.length);
  return [...samples, ...spread(bySize, Math.max(0, Math.floor(left / Math.max(1, average))))];
}

async function timeRounds(
  linters: readonly Linter[],
  texts: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const times = new Map<string, number[]>(linters.map(({ name }) => [name, []]));
  // The first round warms all of them and does not count.
  for (let round = 0; round <= rounds; round++) {
    // A text that was seen before may be answered from memory.
    const fresh = texts.map((text) => `${text}\nReviewed in round ${round}.\n`);
    // Whoever comes first cleans up behind the last of the round before.
    const order = [...linters.slice(round % linters.length), ...linters.slice(0, round % linters.length)];
    for (const linter of order) {
      const from = performance.now();
      await linter.lint(fresh);
      if (round > 0) times.get(linter.name)?.push(performance.now() - from);
    }
  }
  return times;
}

function timeRumdl(texts: readonly string[]): number | undefined {
  const program = rumdlProgram();
  if (program === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "guidewright-bench-"));
  try {
    for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${i}.md`), text);
    const times = Array.from({ length: rounds }, () => {
      const from = performance.now();
      const { error } = spawnSync(program, ["check", "--isolated", "--no-cache", folder], {
        stdio: "ignore",
      });
      if (error) throw error;
      return performance.now() - from;
    });
    return percentile(times, 0.5);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
