// Lets the model host run out of memory while it loads: once it runs it takes the right to more than so many
// megabytes from itself. It must not know how often is often enough.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { collect } from "../support/backend-contract.ts";
import { hostPath, starterBackend } from "../support/local-engine.ts";
import { randomNumbers } from "../support/random-numbers.ts";
import { codeOf, type Endings } from "./kills.ts";

/** The starter takes some 600 MB beside its process. */
const mostMb = 900;
const never = new AbortController().signal;

const starving = (mb: number) => `
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
// What the program itself takes is not counted: it is the model that there is no room for.
await import(${JSON.stringify(pathToFileURL(hostPath).href)});
const used = Number(/^VmSize:\\s*(\\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1]) * 1024;
execFileSync("prlimit", ["--pid", String(process.pid), "--as=" + (used + ${mb} * 2 ** 20)]);
`;

export async function starveHosts(times: number, seed: number): Promise<Endings> {
  const random = randomNumbers(seed);
  const folder = mkdtempSync(join(tmpdir(), "guidewright-starve-"));
  const endings: Endings = {};
  try {
    for (let i = 0; i < times; i++) {
      const path = join(folder, `host-${i}.mjs`);
      writeFileSync(path, starving(Math.floor(random() * mostMb)));
      const backend = await starterBackend({ hostPath: path, mostDeaths: 1 });
      const answer = backend.complete({ prefix: "The capital of France is", maxTokens: 2 }, never);
      const ending = await collect(answer).then(() => "answered", codeOf);
      endings[ending] = (endings[ending] ?? 0) + 1;
      await backend.dispose();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return endings;
}
