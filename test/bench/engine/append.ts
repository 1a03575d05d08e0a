// The first token after three more tokens were typed: the host, over its channel and with everything it does,
// beside the bare engine in a process of its own. It must not know how figures are printed.

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { type AnyFigure, figure, percentile } from "../report.ts";
import type { BareStart } from "./bare-engine.ts";
import { freshText, openBackend, type Subject, timed } from "./subject.ts";

const bareEngine = fileURLToPath(new URL("./bare-engine.ts", import.meta.url));
const promptLength = 4000;
const appends = 40;
const appended = " and then again";

export async function appendFigures(subject: Subject): Promise<AnyFigure[]> {
  const backend = openBackend(subject);
  const bare = await startBare(subject);
  const times: { own: number[]; bare: number[]; healed: number[] } = { own: [], bare: [], healed: [] };
  try {
    let prefix = freshText(1, promptLength);
    const before = await backend.countTokens(prefix);
    const count = (await backend.countTokens(prefix + appended)) - before;
    // Cold for both, and not counted.
    await timed(backend, { prefix, maxTokens: 1 });
    await ask(bare, prefix);
    for (let i = 0; i < appends; i++) {
      prefix += appended;
      const healed = await timed(backend, { prefix, maxTokens: 1, heal: true });
      prefix += appended;
      await ask(bare, prefix.slice(0, -appended.length));
      const turns = [
        async () => times.own.push((await timed(backend, { prefix, maxTokens: 1 })).first),
        async () => times.bare.push(await ask(bare, prefix)),
      ];
      for (const turn of i % 2 === 0 ? turns : turns.toReversed()) await turn();
      times.healed.push(healed.first);
    }
    const spec = { unit: "ms", baseline: percentile(times.bare, 0.5) };
    const what = `first token, ${count} tokens appended to ${before}`;
    return [
      figure({ ...spec, name: `${what} (bare engine)`, value: percentile(times.own, 0.5), goal: "≤ 1.05 ×" }),
      figure({
        ...spec,
        name: `${what}, the last word healed (bare engine)`,
        value: percentile(times.healed, 0.5),
      }),
    ];
  } finally {
    bare.kill("SIGKILL");
    await backend.dispose();
  }
}

async function startBare({ model, threads, contextSize }: Subject): Promise<ChildProcess> {
  const start: BareStart = { path: model.path, threads, contextSize };
  const child = fork(bareEngine, [JSON.stringify(start)], { execArgv: [] });
  // The host runs below normal, too.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  await once(child, "message");
  return child;
}

async function ask(bare: ChildProcess, text: string): Promise<number> {
  bare.send(text);
  const [milliseconds] = await once(bare, "message");
  return milliseconds;
}
