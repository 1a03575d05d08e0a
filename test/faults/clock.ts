// Lets the time of day jump under server and host, by years, forwards and backwards, and holds what they do against
// what they do at a steady time. It must not know how often is often enough.

import assert from "node:assert/strict";
import { existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InlineCompletionItem } from "vscode-languageserver";
import type { ModelStatisticsResult } from "../../server/src/protocol.ts";
import { Client } from "../lsp/client.ts";
import { positionOf } from "../lsp/texts.ts";
import { hostOf } from "../support/host-process.ts";
import type { Endings } from "./kills.ts";

const jumping = new URL("../support/jumping-clock.ts", import.meta.url).href;
/** Debian's package libfaketime: it moves the time that native code sees, too. */
const libraries = "/usr/lib/*/faketime/libfaketimeMT.so.1";

const uri = "file:///clock/guideline.md";
const textDocument = { uri };
const begun = "Most children with fever have a";
const text = `---\nguideline: true\n---\n\n# Fever in children\n\n${begun}`;
const words = [" cough", " and", " a", " sore", " throat"];
/** A clock that counted would put the model to sleep, or cut suggestions short. */
const settings = { completion: { deadline: 60_000 }, model: { gpu: "off", threads: 1, idleMinutes: 1 } };

/** In a process whose own code looks at the clock. */
export async function jumpClock(times: number): Promise<Endings> {
  const options = { env: { NODE_OPTIONS: `--import=${jumping}` }, jump: () => {} };
  assert.deepEqual(await write(times, options), await write(times));
  return { "as at a steady time": times };
}

/** For all that a process runs, where libfaketime is installed (or named by LIBFAKETIME). */
export async function jumpSystemClock(times: number): Promise<Endings> {
  const library = process.env.LIBFAKETIME ?? globSync(libraries)[0];
  if (!library || !existsSync(library)) return { "not run, for want of libfaketime": times };
  const folder = mkdtempSync(join(tmpdir(), "guidewright-clock-"));
  const file = join(folder, "time");
  let jumps = 0;
  const jump = () => writeFileSync(file, `${jumps++ % 2 ? "-" : "+"}${jumps}y\n`);
  jump();
  const env = {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_NO_CACHE: "1",
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    DONT_FAKE_MONOTONIC: "1",
  };
  try {
    assert.deepEqual(await write(times, { env, jump }), await write(times));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { "as at a steady time": times };
}

interface Jumping {
  readonly env: Record<string, string>;
  readonly jump: () => void;
}

/** All that is suggested in a session in the midst of which the host is killed. */
async function write(times: number, { env, jump }: Jumping = { env: {}, jump: () => {} }): Promise<string[]> {
  const client = await Client.start({ entry: "built", settings, env });
  try {
    client.open(uri, text);
    const written: string[] = [];
    for (let i = 0; i < times; i++) {
      jump();
      const typed = Array.from({ length: i + 1 }, (_, at) => words[at % words.length]).join("");
      client.change(uri, i + 2, text + typed);
      written.push(await suggested(client, text + typed));
      jump();
      if (i === 1) await killHost(client);
    }
    await assertSound(client);
    return written;
  } finally {
    await client.stop();
  }
}

async function suggested(client: Client, whole: string): Promise<string> {
  const position = positionOf(whole, whole, "end");
  const context = { triggerKind: 2 };
  const params = { textDocument, position, context };
  const items = await client.request<InlineCompletionItem[]>("textDocument/inlineCompletion", params);
  return String(items[0]?.insertText ?? "");
}

async function killHost(client: Client): Promise<void> {
  const host = hostOf(client.child);
  assert.ok(host);
  process.kill(host, "SIGKILL");
  await client.until(() => client.statuses.find(({ state }) => state === "restarting"));
  await client.until(() => (client.statuses.at(-1)?.state === "ready" ? true : undefined));
}

/** Nothing fell asleep or was given up, and no duration is negative or endless. */
async function assertSound(client: Client): Promise<void> {
  const states = new Set(client.statuses.map(({ state }) => state));
  for (const state of ["asleep", "paused", "failed", "missing"] as const)
    assert.ok(!states.has(state), state);
  const { markdown } = await client.request<ModelStatisticsResult>("guidewright/modelStatistics", {});
  const logged = client.sent<{ message: string }>("window/logMessage").map(({ message }) => message);
  for (const line of [...markdown.split("\n"), ...logged])
    assert.doesNotMatch(line, /[-−]\d[\d.,]* (?:ms|s|min|t\/s|GB)\b|NaN|Infinity|\d{9,} m?s\b/);
  assert.ok(
    logged.some((line) => /\d ms\b/.test(line)),
    "no timings in the log",
  );
}
