// Lets the disk fill up while a model comes: a small disk in memory, which is made larger once the download has failed.
// It needs Linux and the right to mount. It must not know how often is often enough.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueEntry } from "../../server/src/llm/catalogue/catalogue.ts";
import { installModel } from "../../server/src/llm/download/install.ts";
import { HubServer } from "../support/hub-server.ts";
import { starterPath } from "../support/local-engine.ts";
import { randomNumbers } from "../support/random-numbers.ts";
import { codeOf, type Endings } from "./kills.ts";

const starter = catalogueEntry("starter")!;

export async function fillDisks(times: number, seed: number): Promise<Endings> {
  if (process.getuid?.() !== 0) return { "not run, for want of the right to mount": times };
  const random = randomNumbers(seed);
  const content = readFileSync(await starterPath());
  const endings: Endings = {};
  for (let i = 0; i < times; i++) {
    const pages = 1 + Math.floor((random() * content.length) / 4096);
    const ending = await fillDisk(content, pages * 4096);
    endings[ending] = (endings[ending] ?? 0) + 1;
  }
  return endings;
}

async function fillDisk(content: Buffer, size: number): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), "guidewright-disk-"));
  const hub = await HubServer.start({ content });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", dir]);
  try {
    const env = { HF_ENDPOINT: hub.endpoint, HF_HOME: dir };
    // Somebody else takes the room only after it was looked for.
    const free = async () => Number.POSITIVE_INFINITY;
    const install = () => installModel(starter, { dir, env, free, pythons: [], pauseMs: () => 0 });
    const code = await install().then(() => "installed", codeOf);
    assert.equal(code, "disk-full");
    const kept = statSync(join(dir, `${starter.file}.part`)).size;
    execFileSync("mount", ["-o", "remount,size=200m", dir]);
    assert.deepEqual(readFileSync(await install()), content);
    assert.equal(hub.seen.at(-1)?.range, kept > 0 ? `bytes=${kept}-` : undefined);
    return "disk-full, and went on where it stopped";
  } finally {
    hub.close();
    execFileSync("umount", [dir]);
    rmdirSync(dir);
  }
}
