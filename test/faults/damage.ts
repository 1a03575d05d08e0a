// Damages model files: cuts them off anywhere, turns single bits of the header over. What lacks bytes must be
// found before anything is loaded; of the rest each must be found, fail to load by type, or run. It must not
// know how often is often enough.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, open, rm, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { inspectModelFile, localModel } from "../../server/src/llm/model-file.ts";
import { collect } from "../support/backend-contract.ts";
import { hostPath, meetingFolder, starterPath } from "../support/local-engine.ts";
import { randomNumbers } from "../support/random-numbers.ts";
import { codeOf, type Endings } from "./kills.ts";

/** Where the starter's header ends, and the parts of it that are more than lists of words. */
const headerEnd = 1_785_664;
const shape: readonly (readonly [from: number, to: number])[] = [
  [0, 1_120],
  [763_450, 763_510],
  [960_100, 960_200],
  [1_768_872, headerEnd],
];

async function withCopy<T>(task: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "guidewright-damage-"));
  try {
    const path = join(folder, "model.gguf");
    await copyFile(await starterPath(), path);
    return await task(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Each shorter than the one before, so that one copy will do. */
export function truncateModels(times: number, seed: number): Promise<Endings> {
  const random = randomNumbers(seed);
  return withCopy(async (path) => {
    const { size } = await stat(path);
    // Half of them within the header, which is a fiftieth of the file.
    const cuts = Array.from({ length: times }, (_, i) => Math.floor(random() * (i % 2 ? headerEnd : size)));
    const endings: Endings = {};
    for (const cut of [...cuts, size - 1, 4, 3, 0].sort((a, b) => b - a)) {
      await truncate(path, cut);
      const code = await inspectModelFile(path).then(
        () => assert.fail(`Taken for whole: ${cut} bytes`),
        codeOf,
      );
      endings[code] = (endings[code] ?? 0) + 1;
    }
    return endings;
  });
}

/** Prints which of those that were not found took the host down. */
export async function flipBits(times: number, seed: number): Promise<Endings> {
  const random = randomNumbers(seed);
  return withCopy(async (path) => {
    const endings: Endings = {};
    const file = await open(path, "r+");
    try {
      for (let flip = 0; flip < times; flip++) {
        const [from, to] = shape[Math.floor(random() * shape.length)] ?? [0, headerEnd];
        const at = from + Math.floor(random() * (to - from));
        const bit = 1 << Math.floor(random() * 8);
        const undo = await flipBit(file, at, bit);
        const ending = await endingOf(path);
        await undo();
        if (ending === "host-died") console.log(`Byte ${at}, bit ${bit}: the host died.`);
        endings[ending] = (endings[ending] ?? 0) + 1;
      }
    } finally {
      await file.close();
    }
    return endings;
  });
}

async function flipBit(file: Awaited<ReturnType<typeof open>>, at: number, bit: number) {
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, at);
  const before = byte.readUInt8();
  await file.write(Buffer.from([before ^ bit]), 0, 1, at);
  return () => file.write(Buffer.from([before]), 0, 1, at);
}

/** A word that became another, or a name, harms nobody: such a file runs. */
async function endingOf(path: string): Promise<string> {
  const found = await inspectModelFile(path).then(() => undefined, codeOf);
  if (found !== undefined) return `found: ${found}`;
  const model = await localModel(path);
  const backend = new LocalBackend({
    hostPath,
    model,
    folder: meetingFolder(),
    settings: { gpu: "off" },
    mostDeaths: 1,
  });
  try {
    const answer = backend.complete({ prefix: "The capital of France is", maxTokens: 2 }, never);
    const code = await collect(answer).then(() => "runs", codeOf);
    assert.ok(["runs", "load-failed", "host-died"].includes(code), code);
    return code;
  } finally {
    await backend.dispose();
  }
}

const never = new AbortController().signal;
