// A program that the bench starts does not outlive it.

import assert from "node:assert/strict";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { gone } from "../support/local-engine.ts";
import { endsWithTests } from "../support/process-life.ts";
import { leashed, onLeash } from "./engine/leashed.ts";

const bench = fileURLToPath(new URL("../support/bench-with-program.ts", import.meta.url));
const node = (script: string) => ["-e", script];

describe("a program on a leash", () => {
  for (const signal of ["SIGKILL", "SIGINT"] as const)
    it(`ends when the bench is ended by ${signal}`, async () => {
      const { child, pid } = await started();
      child.kill(signal);
      await gone(pid);
    });

  it("ends when the bench fails", async () => {
    const { child, pid } = await started();
    child.send("fail");
    await gone(pid);
  });

  it("ends when its channel is closed", async () => {
    const child = onLeash(process.execPath, node("setInterval(() => {}, 1e6)"), "ignore");
    child.disconnect();
    await once(child, "exit");
  });

  it("tells what it printed, and how it failed", async () => {
    assert.equal(await leashed(process.execPath, node("console.log(6 * 7)")), "42\n");
    await assert.rejects(leashed(process.execPath, node("process.exit(3)")), /ended with 3/);
    await assert.rejects(leashed("/there/is/no/such/program", []), /ended with 127/);
  });
});

async function started(): Promise<{ child: ChildProcess; pid: number }> {
  const child = fork(bench, [], {
    execArgv: [],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    ...endsWithTests,
  });
  child.on("error", () => {});
  const [pid] = await once(child, "message");
  return { child, pid };
}
