// Types into the built server without a rest, suggestions running, and looks whether the memory of server and
// host stays level once everything has been used. It reads /proc. It must not know how long is long enough.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { OwnDesk } from "../bench/engine/own-desk.ts";
import { burstsOf, typingSession } from "../bench/engine/session.ts";
import { sampleText, subjectFor } from "../bench/engine/subject.ts";
import { typeBurst } from "../bench/engine/typist.ts";

/** Megabytes that the least of the last quarter may have above the least of the second one. */
const allowed = 40;

export interface Growth {
  readonly bursts: number;
  /** Megabytes at the end, and how many of them came after the first half. */
  readonly server: number;
  readonly serverGrowth: number;
  readonly host: number;
  readonly hostGrowth: number;
}

export async function soak(minutes: number): Promise<Growth> {
  const bursts = burstsOf(typingSession({ text: sampleText(), words: 240 })).map((burst) =>
    burst.map((key) => ({ ...key, after: 0 })),
  );
  const desk = await OwnDesk.open(await subjectFor(undefined, 0), "");
  const [server, host]: [number[], number[]] = [[], []];
  const until = performance.now() + minutes * 60_000;
  try {
    for (let i = 0; performance.now() < until; i++) {
      const burst = bursts[i % bursts.length] ?? [];
      // The author begins again with the text from before.
      if (i % bursts.length === 0) desk.reset(burst[0]?.text ?? "");
      await typeBurst(desk, burst);
      await desk.settle();
      const pid = desk.client.child.pid ?? 0;
      server.push(residentMb(pid));
      host.push(Math.max(...childrenOf(pid).map(residentMb)));
    }
  } finally {
    await desk.close();
  }
  const growth = {
    bursts: server.length,
    server: server.at(-1) ?? Number.NaN,
    serverGrowth: growthOf(server),
    host: host.at(-1) ?? Number.NaN,
    hostGrowth: growthOf(host),
  };
  assert.ok(growth.serverGrowth <= allowed && growth.hostGrowth <= allowed, JSON.stringify(growth));
  return growth;
}

/** Of the least values: what is only waiting to be collected is no growth. */
export function growthOf(samples: readonly number[]): number {
  const quarter = Math.floor(samples.length / 4);
  const least = (from: number) => Math.min(...samples.slice(from * quarter, (from + 1) * quarter));
  return least(3) - least(1);
}

function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((child) => Number.isInteger(child) && parentOf(child) === pid);
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  } catch {
    return Number.NaN;
  }
}
