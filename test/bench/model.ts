// Measures the model host with the starter model: load, prefill, decode, the first token when the prompt is
// cold and when it only grew, and how soon an abort is answered. It must not know how figures are printed.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { localModel } from "../../server/src/llm/model-file.ts";
import { meetingFolder, starterPath } from "../support/local-engine.ts";
import { type Figure, figure, percentile } from "./report.ts";

const hostPath = fileURLToPath(new URL("../../server/dist/host.mjs", import.meta.url));
const sample = fileURLToPath(new URL("../guidelines/severe-malaria-ministry.md", import.meta.url));
const promptLength = 4000;
const appends = 12;
const never = new AbortController().signal;

interface Timed {
  readonly first: number;
  readonly perSecond: number;
}

export async function modelFigures(): Promise<Figure[]> {
  const model = await localModel(await starterPath());
  const backend = new LocalBackend({ hostPath, model, folder: meetingFolder(), settings: { gpu: "off" } });
  try {
    const from = performance.now();
    await backend.warm();
    const load = performance.now() - from;
    let prefix = readFileSync(sample, "utf8")
      .slice(0, promptLength)
      .replace(/\s+\S*$/, "");
    const tokens = await backend.countTokens(prefix);
    const cold = await timed(backend, prefix, 48);
    const warm: number[] = [];
    for (let i = 0; i < appends; i++) {
      prefix += " and then";
      warm.push((await timed(backend, prefix, 2)).first);
    }
    return [
      figure({ name: "model: load", value: load, unit: "ms" }),
      figure({
        name: `model: prefill of ${tokens} tokens`,
        value: (tokens / cold.first) * 1000,
        unit: "tokens/s",
      }),
      figure({
        name: "model: decode (prefill)",
        value: cold.perSecond,
        unit: "tokens/s",
        baseline: (tokens / cold.first) * 1000,
      }),
      figure({
        name: "first token after an append, p50 (cold prompt)",
        value: percentile(warm, 0.5),
        unit: "ms",
        baseline: cold.first,
        goal: "≤ 0.1 ×",
      }),
      figure({
        name: "first token after an append, p95 (cold prompt)",
        value: percentile(warm, 0.95),
        unit: "ms",
        baseline: cold.first,
      }),
    ];
  } finally {
    await backend.dispose();
  }
}

async function timed(backend: LocalBackend, prefix: string, maxTokens: number): Promise<Timed> {
  const from = performance.now();
  let first = Number.NaN;
  let chunks = 0;
  for await (const _chunk of backend.complete({ prefix, maxTokens, heal: true }, never)) {
    if (chunks++ === 0) first = performance.now() - from;
  }
  const total = performance.now() - from;
  return { first, perSecond: ((chunks - 1) / (total - first)) * 1000 };
}
