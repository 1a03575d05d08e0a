// The process that computes steps behind the others of its user, and takes nobody with it.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { describe, test } from "node:test";

const { PRIORITY_BELOW_NORMAL: low } = constants.priority;
const session = "/proc/self/autogroup";
const lowered = `
  import { lowerPriority } from ${JSON.stringify(new URL("./priority.ts", import.meta.url).href)};
  import { existsSync, readFileSync } from "node:fs";
  import { getPriority } from "node:os";
  lowerPriority();
  const session = existsSync("${session}") ? readFileSync("${session}", "utf8") : "";
  console.log(JSON.stringify({ own: getPriority(), session }));`;
const args = ["--input-type=module", "-e", lowered];

interface Told {
  readonly own: number;
  readonly session: string;
}

describe("the priority of the process that computes", () => {
  test("is below normal", () => {
    const { own } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" })) as Told;
    assert.equal(own, low);
  });

  const skip = !existsSync(session) && "this kernel does not share the processor among sessions";
  test("is that of its whole session, where it has one of its own", { skip }, () => {
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", detached: true } as object);
    assert.match((JSON.parse(String(stdout)) as Told).session, new RegExp(` nice ${low}\\s*$`));
  });

  test("leaves a session alone that another leads", { skip }, () => {
    const before = readFileSync(session, "utf8");
    execFileSync(process.execPath, args);
    assert.equal(readFileSync(session, "utf8"), before);
  });
});
