// Soaks the built engine for two minutes beside all other tests, in the time that they leave, and fails their run
// if its memory grows. It must not know what they test.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { endsWithTests } from "../support/process-life.ts";

const program = fileURLToPath(new URL("faults-engine.ts", import.meta.url));
const args = ["--import", "./test/support/text-modules.ts", program, "--only", "soak", "--times", "2"];

let soaking: ChildProcess | undefined;
let ended: Promise<unknown[]> | undefined;
let said = "";

export function globalSetup(): void {
  if (process.platform !== "linux") return;
  soaking = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], ...endsWithTests });
  for (const stream of [soaking.stdout, soaking.stderr]) stream?.on("data", (data) => (said += data));
  ended = once(soaking, "close");
  if (soaking.pid !== undefined) setPriority(soaking.pid, constants.priority.PRIORITY_LOW);
}

export async function globalTeardown(): Promise<void> {
  const [code] = (await ended) ?? [0];
  console.log(said);
  if (code !== 0) process.exitCode = 1;
}
