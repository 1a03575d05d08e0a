// The engine's faults, each a few times; `npm run faults:engine` does it at length.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jumpClock } from "./clock.ts";
import { flipBits, truncateModels } from "./damage.ts";
import { killHosts } from "./kills.ts";
import { starveHosts } from "./memory.ts";
import { growthOf } from "./soak.ts";
import { killWhileTyping } from "./typing.ts";

const needsLinux = { skip: process.platform !== "linux" && "sets limits as Linux has them" };

describe("the engine, when things go wrong", () => {
  it("says so and goes on when its host is killed at any moment", async () => {
    const endings = await killHosts(5, 11);
    const codes = Object.keys(endings).map((end) => end.split(": ")[1]);
    assert.ok(
      codes.every((code) => code === "answered" || code === "host-died"),
      JSON.stringify(endings),
    );
    assert.ok(codes.includes("host-died"));
  });

  it("loses nothing of what an author types meanwhile, and writes on", needsLinux, async () => {
    await killWhileTyping(4, 3);
  });

  it("finds every truncated model before it is loaded", async () => {
    const codes = Object.keys(await truncateModels(100, 5));
    assert.deepEqual(codes.toSorted(), ["file-not-gguf", "file-truncated"]);
  });

  it("finds turned bits, or fails to load by type, or runs", async () => {
    const endings = await flipBits(8, 5);
    assert.ok((endings["found: file-not-gguf"] ?? 0) > 1, JSON.stringify(endings));
  });

  it("says so when there is not enough memory to load a model", needsLinux, async () => {
    const codes = Object.keys(await starveHosts(3, 2));
    assert.ok(
      codes.every((code) => ["answered", "load-failed", "host-died"].includes(code)),
      codes.join(),
    );
    assert.ok(codes.some((code) => code !== "answered"));
  });

  it("cares for no time of day, however it jumps", needsLinux, async () => {
    assert.deepEqual(await jumpClock(2), { "as at a steady time": 2 });
  });

  it("measures growth by what is left after collecting", () => {
    assert.equal(growthOf([100, 90, 50, 80, 70, 50, 90, 51]), 1);
    assert.equal(growthOf([10, 10, 20, 20, 30, 30, 40, 40]), 20);
  });
});
