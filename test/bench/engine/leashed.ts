// llama.cpp's own programs, run so that none is left when the bench ends, however it ends. It must not know what
// they are asked.

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const leash = fileURLToPath(new URL("./leash.ts", import.meta.url));

/** A program that runs until its channel is closed. Its output is of no interest unless it is asked for. */
export function onLeash(program: string, args: readonly string[], stdout: "pipe" | "ignore"): ChildProcess {
  const stdio = ["ignore", stdout, stdout === "pipe" ? "inherit" : "ignore", "ipc"] as const;
  // A session of its own, as the host has.
  return fork(leash, [program, ...args], { execArgv: [], stdio: [...stdio], detached: true });
}

/** What a program prints. */
export async function leashed(program: string, args: readonly string[]): Promise<string> {
  const child = onLeash(program, args, "pipe");
  const [printed, [code]] = await Promise.all([text(child.stdout!), once(child, "exit")]);
  if (code !== 0) throw new Error(`${program} ended with ${code}.`);
  return printed;
}
