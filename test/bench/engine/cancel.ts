// How long the host is busy with a request after it was cancelled: what a request that waits for it waits
// longer than on an idle host. It must not know how figures are printed.

import { setTimeout as pause } from "node:timers/promises";
import type { LocalBackend } from "../../../server/src/llm/local-backend.ts";
import { type AnyFigure, figure, percentile } from "../report.ts";
import { freshText, openBackend, type Subject, timed } from "./subject.ts";

const rounds = 15;
const longText = 9000;
/** What waits for the cancelled request to end: the beginning of its own prompt, which is in the cache by then. */
const probeLength = 40;
const counting = "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,";
const tokensTimed = 16;
const median = (values: readonly number[]) => percentile(values, 0.5);

export async function cancelFigures(subject: Subject): Promise<AnyFigure[]> {
  const backend = openBackend(subject);
  try {
    await timed(backend, { prefix: counting, maxTokens: 1 });
    const tokens: number[] = [];
    const [decode, prefill]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      tokens.push(
        (await timed(backend, { prefix: counting, maxTokens: tokensTimed + 1 })).rest / tokensTimed,
      );
      decode.push(await afterCancelledDecode(backend, (round / rounds) * median(tokens)));
      prefill.push(await afterCancelledPrefill(backend, round));
    }
    return [
      figure({
        name: "cancelled while writing: until idle, median (one token)",
        value: median(decode),
        unit: "ms",
        baseline: median(tokens),
        goal: "≤ 1 ×",
      }),
      figure({
        name: "cancelled while reading: until idle, median",
        value: median(prefill),
        unit: "ms",
        goal: "≤ 150",
        reason:
          "An evaluation cannot be broken off, and fewer than sixteen tokens at a time would be read at six tenths of the speed.",
      }),
      figure({
        name: "cancelled while reading: until idle, longest",
        value: Math.max(...prefill),
        unit: "ms",
      }),
    ];
  } finally {
    await backend.dispose();
  }
}

/** Cancels so long after the fifth token. */
async function afterCancelledDecode(backend: LocalBackend, after: number): Promise<number> {
  const cancel = new AbortController();
  const reading = backend
    .complete({ prefix: counting, maxTokens: 200, lane: "inline" }, cancel.signal)
    [Symbol.asyncIterator]();
  for (let chunks = 0; chunks < 5; chunks++) await reading.next();
  await pause(after);
  cancel.abort();
  return waitBehind(backend, counting);
}

/** Cancels at varying moments of reading a text that is new. */
async function afterCancelledPrefill(backend: LocalBackend, round: number): Promise<number> {
  const cancel = new AbortController();
  const prefix = freshText(100 + round, longText);
  const reading = backend
    .complete({ prefix, maxTokens: 1, lane: "inline" }, cancel.signal)
    [Symbol.asyncIterator]()
    .next();
  reading.catch(() => {});
  await pause(500 + 37 * round);
  cancel.abort();
  return waitBehind(backend, prefix.slice(0, probeLength));
}

/** How much longer a request takes than it does on an idle host a moment later. */
async function waitBehind(backend: LocalBackend, prefix: string): Promise<number> {
  const probe = async () => (await timed(backend, { prefix, maxTokens: 1 })).first;
  const [busy, idle] = [await probe(), await probe()];
  return Math.max(0, busy - idle);
}
