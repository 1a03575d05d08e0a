// Types into the built server without a rest, suggestions running, and looks whether the memory of server and
// host stays level once everything has been used. It reads /proc. It must not know how long is long enough.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { OwnDesk } from "../bench/engine/own-desk.ts";
import { burstsOf, textBefore, typingSession } from "../bench/engine/session.ts";
import { sampleText, subjectFor } from "../bench/engine/subject.ts";
import { typeBurst } from "../bench/engine/typist.ts";
import { hostOf } from "../support/host-process.ts";

/** Megabytes that the least of the last quarter may have above the least of the second one. */
const allowed = { inUse: 8, resident: 40 };
/** The session is begun again so often at least: the first time everything is new. */
const leastRounds = 4;
const wordsPerMinute = 30;
const mostWords = 240;
const burstsToLook = 4;
const probe = new URL("../support/memory-probe.ts", import.meta.url).href;

/** Megabytes: what is in use once the garbage is collected, and what the system says that the process has,
 * beside the files that it maps: how much of a model lies in memory is the system's choice. */
interface Memory {
  readonly inUse: number;
  readonly resident: number;
}

export type Growth = Readonly<Record<string, number>>;

export async function soak(minutes: number): Promise<Growth> {
  const words = Math.min(mostWords, wordsPerMinute * minutes);
  const bursts = burstsOf(typingSession({ text: sampleText(), words })).map((burst) =>
    burst.map((key) => ({ ...key, after: 0 })),
  );
  const folder = mkdtempSync(join(tmpdir(), "guidewright-soak-"));
  const env = { NODE_OPTIONS: `--import=${probe}`, GUIDEWRIGHT_PROBE: folder };
  const desk = await OwnDesk.open(await subjectFor(undefined, 0), textBefore(sampleText()), env);
  const [server, host]: [Memory[], Memory[]] = [[], []];
  const until = performance.now() + minutes * 60_000;
  let done = 0;
  try {
    for (; performance.now() < until || done < leastRounds * bursts.length; done++) {
      const burst = bursts[done % bursts.length] ?? [];
      if (done % bursts.length === 0) await begin(desk);
      await typeBurst(desk, burst);
      await desk.settle();
      if (done % burstsToLook > 0) continue;
      server.push(await memoryOf(desk.client.child.pid, folder));
      host.push(await memoryOf(hostOf(desk.client.child), folder));
    }
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true });
  }
  return level({ bursts: done, ...figures("server", server), ...figures("host", host) });
}

/**
 * The author begins again with the text from before, and asks what an abbreviation means: a rest in which that is
 * prepared, and the model's second context with it, comes early on a quick machine and late on a busy one.
 */
async function begin(desk: OwnDesk): Promise<void> {
  const text = textBefore(sampleText());
  desk.reset(text);
  await desk.explain(text, text.search(/\b[A-Z]{3,}\b/));
}

function level(growth: Growth): Growth {
  const { serverGrowth = 0, hostGrowth = 0, hostResidentGrowth = 0 } = growth;
  const most = Math.max(serverGrowth, hostGrowth);
  assert.ok(most <= allowed.inUse && hostResidentGrowth <= allowed.resident, JSON.stringify(growth));
  return growth;
}

function figures(name: string, memory: readonly Memory[]): Growth {
  const inUse = memory.map((one) => one.inUse);
  const resident = memory.map((one) => one.resident);
  return {
    [name]: inUse.at(-1) ?? Number.NaN,
    [`${name}Growth`]: growthOf(inUse),
    [`${name}Resident`]: resident.at(-1) ?? Number.NaN,
    [`${name}ResidentGrowth`]: growthOf(resident),
  };
}

/** Of the least values: what is only waiting to be collected is no growth. */
export function growthOf(samples: readonly number[]): number {
  const quarter = Math.floor(samples.length / 4);
  const least = (from: number) => Math.min(...samples.slice(from * quarter, (from + 1) * quarter));
  return least(3) - least(1);
}

async function memoryOf(pid: number | undefined, folder: string): Promise<Memory> {
  assert.ok(pid, "no such process");
  const kilobytes = /^RssAnon:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  const file = join(folder, String(pid));
  process.kill(pid, "SIGUSR2");
  for (;;) {
    const bytes = readIfThere(file);
    if (bytes !== undefined) return { inUse: Number(bytes) / 2 ** 20, resident: Number(kilobytes) / 1024 };
    await pause(5);
  }
}

function readIfThere(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    rmSync(file);
    return text;
  } catch {
    return undefined;
  }
}
