// Reading and writing speed of the host beside llama.cpp's own llama-bench: the same file, threads, priority, cache and
// attention, in turns. It must not know how figures are printed.

import { stat } from "node:fs/promises";
import type { LocalBackend } from "../../../server/src/llm/local-backend.ts";
import { type AnyFigure, figure, notRun } from "../report.ts";
import { leashed } from "./leashed.ts";
import { freshText, openBackend, type Subject, timed } from "./subject.ts";

interface Extent {
  readonly rounds: number;
  /** Characters to read. */
  readonly promptLength: number;
  readonly writtenTokens: number;
}

/** Two seconds of each take a minute and a half in all: one core reads some hundred and sixty tokens a second with the starter. */
const usual: Extent = { rounds: 5, promptLength: 800, writtenTokens: 64 };
/** What takes seconds with a small model takes minutes with a large one. */
const short: Extent = { rounds: 3, promptLength: 200, writtenTokens: 16 };
const large = 500e6;
/** In each round, of both: whoever is measured more often meets a quiet moment more often. */
const tries = 2;
/** As many tokens as llama.cpp reads at once by itself. */
const atOnce = 512;
/** By processor time with the starter; with no other program in the way (`chrt -r 1 npm run bench:engine`) it reached 0.99 ×. */
const beside =
  "llama-bench only computes, in one thread. Here each token is chosen (0.12 ms among the starter's 49,000), and handed to a native thread and back twice by the library (0.3 ms), which matters for small models only. Where other programs compute, too, each change of threads waits for its turn: measure on a quiet machine.";
/** Any model goes on with this, and no end of text comes into its way. */
const counting = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,";

/** Tokens a second, in each round. */
type Speeds = Record<"prefill" | "decode" | "weighed" | "theirs" | "theirsAtOnce" | "theirDecode", number[]>;

export async function throughputFigures(
  subject: Subject,
  llamaBench: string | undefined,
): Promise<AnyFigure[]> {
  const extent = (await stat(subject.model.path)).size > large ? short : usual;
  const speeds: Speeds = {
    prefill: [],
    decode: [],
    weighed: [],
    theirs: [],
    theirsAtOnce: [],
    theirDecode: [],
  };
  const backend = openBackend(subject);
  try {
    const fresh = (number: number) => freshText(number, extent.promptLength);
    await timed(backend, { prefix: fresh(tries * extent.rounds), maxTokens: 4 });
    const written = await backend.countTokens(counting);
    for (let round = 0; round < extent.rounds; round++) {
      let read = 0;
      for (let one = 0; one < tries; one++) {
        const prefix = fresh(tries * round + one);
        read = await backend.countTokens(prefix);
        await measure(backend, { ...extent, prefix, read }, speeds);
      }
      if (!llamaBench) continue;
      const { sliceLength = atOnce, flashAttention = true } = await backend.statistics();
      const run = (...args: (string | number)[]) =>
        runLlamaBench(llamaBench, subject, ["-fa", attention(flashAttention), ...args.map(String)]);
      const [slices, whole] = await run("-p", read, "-n", 0, "-b", atOnce, "-ub", `${sliceLength},${atOnce}`);
      const [decode] = await run("-p", 0, "-n", extent.writtenTokens, "-d", written);
      speeds.theirs.push(slices ?? Number.NaN);
      speeds.theirsAtOnce.push(whole ?? Number.NaN);
      speeds.theirDecode.push(decode ?? Number.NaN);
    }
    const { sliceLength = 0, memory = 0, flashAttention = true } = await backend.statistics();
    return [
      ...figuresOf(subject.model.name, speeds, sliceLength),
      ...(llamaBench && !flashAttention ? await flashFigures(llamaBench, subject) : []),
      figure({ name: `${subject.model.name}: memory of the host`, value: memory / 1e6, unit: "MB" }),
    ];
  } finally {
    await backend.dispose();
  }
}

function figuresOf(model: string, speeds: Speeds, sliceLength: number): AnyFigure[] {
  const line = (what: string, own: keyof Speeds, their: keyof Speeds, compared: string, goal?: string) => {
    const spec = { value: best(speeds[own]), unit: "tokens/s" };
    if (speeds[their].length === 0) return figure({ ...spec, name: `${model}: ${what}` });
    const name = `${model}: ${what} (${compared})`;
    const decodes = their === "theirDecode" && { reason: beside };
    return figure({ ...spec, name, baseline: best(speeds[their]), ...(goal && { goal, ...decodes }) });
  };
  const goal = "≥ 0.97 ×";
  const slices = `${sliceLength} tokens at a time`;
  const lines = [
    line(`prefill, ${slices}`, "prefill", "theirs", `llama-bench, ${slices}`, goal),
    line("decode", "decode", "theirDecode", "llama-bench, which chooses no tokens", goal),
    line("decode with probabilities, as ghost text", "weighed", "theirDecode", "llama-bench"),
  ];
  if (speeds.theirs.length === 0)
    return [...lines, notRun("the same by llama-bench", "needs --llama-bench PATH")];
  // What it costs that a cancel is heard soon, and that a prompt reads the same however it was cut.
  return [
    ...lines,
    line(`prefill, ${slices}`, "prefill", "theirsAtOnce", `llama-bench, ${atOnce} at a time`),
  ];
}

/** What a model without flash attention gains by that once the author has written a page, and loses before. */
async function flashFigures(llamaBench: string, subject: Subject): Promise<AnyFigure[]> {
  const depths = [16, 1000];
  const figures: AnyFigure[] = [];
  for (const depth of depths) {
    const speedsOf = (flash: boolean) =>
      runLlamaBench(llamaBench, subject, [
        ...["-fa", attention(flash), "-d", String(depth), "-ub", "48"],
        ...["-p", "48", "-n", String(short.writtenTokens)],
      ]);
    const [without, flash] = [await speedsOf(false), await speedsOf(true)];
    for (const [at, what] of ["prefill", "decode"].entries())
      figures.push(
        figure({
          name: `${subject.model.name}: llama-bench after ${depth} tokens, ${what} without flash attention (with it)`,
          value: without[at] ?? Number.NaN,
          baseline: flash[at] ?? Number.NaN,
          unit: "tokens/s",
        }),
      );
  }
  return figures;
}

const attention = (flash: boolean) => (flash ? "1" : "0");

/** Whatever else the machine did in the other rounds is nobody's speed. */
const best = (values: readonly number[]) => Math.max(...values);

interface Task extends Extent {
  readonly prefix: string;
  /** Its tokens. */
  readonly read: number;
}

async function measure(backend: LocalBackend, { prefix, read, writtenTokens }: Task, speeds: Speeds) {
  const { first } = await timed(backend, { prefix, maxTokens: 1 });
  await timed(backend, { prefix: counting, maxTokens: 1 });
  const writing = async (probabilities: boolean) => {
    const request = { prefix: counting, maxTokens: writtenTokens, probabilities };
    const { rest, chunks } = await timed(backend, request);
    if (chunks < writtenTokens / 2) throw new Error("The model stopped writing, so its speed is not known.");
    return ((writtenTokens - 1) / rest) * 1000;
  };
  const decode = await writing(false);
  speeds.decode.push(decode);
  speeds.weighed.push(await writing(true));
  // The last token of the prompt is evaluated like one that was written.
  speeds.prefill.push(((read - 1) / (first - 1000 / decode)) * 1000);
}

/** Tokens a second of each of the tests that it makes of this. */
async function runLlamaBench(program: string, { model, threads }: Subject, args: readonly string[]) {
  const same = ["-m", model.path, "-t", String(threads), "-ngl", "0", "-ctk", "f16", "-ctv", "f16"];
  // The better one counts: that warms up as well, and costs no more.
  const how = ["-o", "json", "--no-warmup", "-r", String(tries)];
  const results: { samples_ts: number[] }[] = JSON.parse(await leashed(program, [...same, ...how, ...args]));
  return results.map(({ samples_ts }) => best(samples_ts));
}
