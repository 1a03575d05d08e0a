// A process with nothing but node-llama-cpp's raw sequence in it, for comparison: a text is sent, its first
// token's time comes back. What it does is what the library's documentation shows, as low in
// priority as our host, of which it must not know more.

import { getLlama } from "node-llama-cpp";
import { lowerPriority } from "../../../server/src/llm/host/priority.ts";

export interface BareStart {
  readonly path: string;
  readonly threads: number;
  readonly contextSize: number;
}

export interface BareQuestion {
  readonly text: string;
  /** The last token by itself, as if it had been chosen among others. */
  readonly inTwo?: boolean;
}

lowerPriority();
const start: BareStart = JSON.parse(process.argv[2] ?? "");
const llama = await getLlama({ build: "never", skipDownload: true, gpu: false, maxThreads: start.threads });
llama.maxThreads = start.threads;
const model = await llama.loadModel({ modelPath: start.path });
const { threads, contextSize } = start;
const context = await model.createContext({ contextSize, threads, swaFullCache: true });
lowerPriority();
const sequence = context.getSequence();
const { bos, shouldPrependBosToken } = model.tokens;

process.on("message", async ({ text, inTwo }: BareQuestion) => {
  const begin = shouldPrependBosToken && bos !== null ? [bos] : [];
  const tokens = [...begin, ...model.tokenize(text)];
  const from = performance.now();
  await sequence.adaptStateToTokens(tokens.slice(0, -1), false);
  const rest = tokens.slice(sequence.nextTokenIndex);
  for (const part of inTwo ? [rest.slice(0, -1), rest.slice(-1)] : [rest])
    for await (const _token of sequence.evaluate(part, { temperature: 0, yieldEogToken: true })) break;
  process.send?.(performance.now() - from);
});
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.send?.("ready");
