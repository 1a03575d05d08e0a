// What the engine's bench measures: the built host with one model, and texts that it has never read. It must
// not know how figures are printed.

import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { CompleteRequest } from "../../../server/src/llm/backend.ts";
import { threadCount } from "../../../server/src/llm/host/threads.ts";
import { LocalBackend } from "../../../server/src/llm/local-backend.ts";
import { type LocalModel, localModel } from "../../../server/src/llm/model-file.ts";
import { meetingFolder, starterPath } from "../../support/local-engine.ts";

export interface Subject {
  readonly model: LocalModel;
  readonly threads: number;
  readonly contextSize: number;
}

const hostPath = fileURLToPath(new URL("../../../server/dist/host.mjs", import.meta.url));
const guidelines = fileURLToPath(new URL("../../guidelines/", import.meta.url));
export const never = new AbortController().signal;

export async function subjectFor(path: string | undefined, threads: number): Promise<Subject> {
  const model = await localModel(path ?? (await starterPath()));
  const cores = availableParallelism();
  return { model, threads: threads || threadCount(0, cores), contextSize: 4096 };
}

export function openBackend({ model, threads, contextSize }: Subject): LocalBackend {
  const own = { hostPath, model, folder: meetingFolder() };
  return new LocalBackend({ ...own, settings: { gpu: "off", threads, contextSize } });
}

export const guidelineText = (name: string) => readFileSync(`${guidelines}${name}.md`, "utf8");
export const sampleText = () => guidelineText("severe-malaria-ministry");

/** A text of this length that begins like none of the others: what was read of them is of no use for it. */
export function freshText(number: number, length: number): string {
  const text = sampleText();
  const from = (number * 397) % (text.length / 2);
  return `${number}. ${text.slice(from)} ${text}`.slice(0, length).replace(/\s+\S*$/, "");
}

/** From the request to its first chunk, and from that to the end. */
export interface Timed {
  readonly first: number;
  readonly rest: number;
  readonly chunks: number;
}

/** As ghost text is asked for, unless the request says otherwise. */
export async function timed(backend: LocalBackend, request: CompleteRequest): Promise<Timed> {
  const from = performance.now();
  let first = Number.NaN;
  let chunks = 0;
  for await (const _chunk of backend.complete({ lane: "inline", ...request }, never))
    if (chunks++ === 0) first = performance.now() - from;
  return { first, rest: performance.now() - from - first, chunks };
}
