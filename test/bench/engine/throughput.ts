// Reading and writing speed of the host beside llama.cpp's own llama-bench: the same file, the same threads
// and the same priority, in turns. It must not know how figures are printed.

import { execFile } from "node:child_process";
import { constants, setPriority } from "node:os";
import { promisify } from "node:util";
import type { LocalBackend } from "../../../server/src/llm/local-backend.ts";
import { type AnyFigure, figure, notRun, percentile } from "../report.ts";
import { freshText, openBackend, type Subject, timed } from "./subject.ts";

const rounds = 5;
/** About as many tokens as llama.cpp reads at once. */
const promptLength = 2000;
const writtenTokens = 64;
/** Any model goes on with this, and no end of text comes into its way. */
const counting = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,";

interface Speeds {
  /** Tokens a second. */
  readonly prefill: number;
  readonly decode: number;
}

export async function throughputFigures(
  subject: Subject,
  llamaBench: string | undefined,
): Promise<AnyFigure[]> {
  const backend = openBackend(subject);
  const own: Speeds[] = [];
  const theirs: Speeds[] = [];
  try {
    await timed(backend, { prefix: counting, maxTokens: 4 });
    for (let round = 0; round < rounds; round++) {
      const prefix = freshText(round, promptLength);
      const tokens = await backend.countTokens(prefix);
      own.push(await speedsOf(backend, prefix, tokens));
      if (llamaBench) theirs.push(await runLlamaBench(llamaBench, subject, tokens));
    }
  } finally {
    await backend.dispose();
  }
  return (["prefill", "decode"] as const).flatMap((what) => {
    const name = `${what} (llama-bench)`;
    const value = median(own.map((speeds) => speeds[what]));
    const spec = { name, value, unit: "tokens/s" };
    if (!llamaBench) return [figure({ ...spec, name: what }), notRun(name, "needs --llama-bench PATH")];
    return [figure({ ...spec, baseline: median(theirs.map((speeds) => speeds[what])), goal: "≥ 0.97 ×" })];
  });
}

const median = (values: readonly number[]) => percentile(values, 0.5);

async function speedsOf(backend: LocalBackend, prefix: string, tokens: number): Promise<Speeds> {
  const { first } = await timed(backend, { prefix, maxTokens: 1 });
  await timed(backend, { prefix: counting, maxTokens: 1 });
  const { rest, chunks } = await timed(backend, { prefix: counting, maxTokens: writtenTokens });
  if (chunks < writtenTokens / 2) throw new Error("The model stopped writing, so its speed is not known.");
  const decode = ((writtenTokens - 1) / rest) * 1000;
  // The last token of the prompt is evaluated like one that was written.
  return { prefill: ((tokens - 1) / (first - 1000 / decode)) * 1000, decode };
}

async function runLlamaBench(program: string, subject: Subject, prompt: number): Promise<Speeds> {
  const args = [
    "-m",
    subject.model.path,
    "-t",
    String(subject.threads),
    "-ngl",
    "0",
    "-o",
    "json",
    "-r",
    "1",
  ];
  const running = promisify(execFile)(program, [...args, "-p", String(prompt), "-n", String(writtenTokens)]);
  // The host runs below normal, too.
  if (running.child.pid !== undefined)
    setPriority(running.child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const results: { n_prompt: number; n_gen: number; avg_ts: number }[] = JSON.parse((await running).stdout);
  const speed = (what: "n_prompt" | "n_gen") =>
    results.find((result) => result[what] > 0)?.avg_ts ?? Number.NaN;
  return { prefill: speed("n_prompt"), decode: speed("n_gen") };
}
