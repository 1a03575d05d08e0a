// The first token after three more tokens were typed: the host, over its channel and with everything it does,
// beside the bare engine in a process of its own. It must not know how figures are printed.

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { type AnyFigure, figure, percentile } from "../report.ts";
import type { BareQuestion, BareStart } from "./bare-engine.ts";
import { freshText, openBackend, type Subject, timed } from "./subject.ts";

const bareEngine = fileURLToPath(new URL("./bare-engine.ts", import.meta.url));
const promptLength = 4000;
const appends = 80;
const appended = " and then again";

export async function appendFigures(subject: Subject): Promise<AnyFigure[]> {
  const backend = openBackend(subject);
  const bare = await startBare(subject);
  const times = { own: [] as number[], bare: [] as number[], healed: [] as number[], steps: [] as number[] };
  try {
    let prefix = freshText(1, promptLength);
    const before = await backend.countTokens(prefix);
    const count = (await backend.countTokens(prefix + appended)) - before;
    // Cold for both, and not counted.
    await timed(backend, { prefix, maxTokens: 1 });
    await ask(bare, { text: prefix });
    for (let i = 0; i < appends; i++) {
      const turns = [
        async (heal: boolean) => {
          const { first } = await timed(backend, { prefix, maxTokens: 1, heal });
          times[heal ? "healed" : "own"].push(first);
        },
        async (heal: boolean) => {
          times[heal ? "steps" : "bare"].push(await ask(bare, { text: prefix, inTwo: heal }));
        },
      ];
      for (const heal of [true, false]) {
        prefix += appended;
        for (const turn of i % 2 === 0 ? turns : turns.toReversed()) await turn(heal);
      }
    }
    const what = `first token, ${count} tokens appended to ${before}`;
    return [
      paired(`${what} (bare engine)`, times.own, times.bare),
      // The last word is chosen anew before what follows it: that takes two evaluations in any engine.
      paired(
        `${what}, the last word healed (bare engine, the last token by itself)`,
        times.healed,
        times.steps,
      ),
    ];
  } finally {
    bare.kill("SIGKILL");
    await backend.dispose();
  }
}

/** The ratio is the median of those of neighbours in time, whom whatever else the machine does slows down alike. */
function paired(name: string, own: readonly number[], bare: readonly number[]): AnyFigure {
  const value = percentile(own, 0.5);
  const ratios = own.map((ms, i) => ms / (bare[i] ?? Number.NaN));
  return figure({ name, value, unit: "ms", baseline: value / percentile(ratios, 0.5), goal: "≤ 1.05 ×" });
}

async function startBare({ model, threads, contextSize }: Subject): Promise<ChildProcess> {
  const start: BareStart = { path: model.path, threads, contextSize };
  // A session of its own, as the host has.
  const child = fork(bareEngine, [JSON.stringify(start)], { execArgv: [], detached: true });
  await once(child, "message");
  return child;
}

async function ask(bare: ChildProcess, question: BareQuestion): Promise<number> {
  bare.send(question);
  const [milliseconds] = await once(bare, "message");
  return milliseconds;
}
