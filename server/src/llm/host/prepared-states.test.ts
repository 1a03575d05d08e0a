// States on disk: private, bounded, never given out with other bytes than were written, and with the real model
// good for the same text in the next session without the reading.
import assert from "node:assert/strict";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { collect } from "../../../../test/support/backend-contract.ts";
import { starterBackend } from "../../../../test/support/local-engine.ts";
import { fingerprintOf, PreparedStates } from "./prepared-states.ts";

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "guidewright-states-")), "prepared");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));
const files = () => readdirSync(folder).map((name) => join(folder, name));
const damage = (path: string) => {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
};

describe("states on disk", () => {
  const open = (more: object = {}) => new PreparedStates({ folder, identity: "model", ...more });
  const save = (text: string) => (path: string) => writeFile(path, text);

  test("are found for the same tokens and the same model only", async () => {
    const states = open();
    assert.equal(await states.find([1, 2]), undefined);
    await states.keep([1, 2], save("a state"));
    assert.equal(readFileSync((await open().find([1, 2]))!, "utf8"), "a state");
    assert.equal(await states.find([1, 2, 3]), undefined);
    assert.equal(await states.find([12]), undefined);
    assert.equal(await open({ identity: "other model" }).find([1, 2]), undefined);
  });

  test("are for this user's eyes", { skip: process.platform === "win32" && "has no modes" }, async () => {
    await open().keep([1], save("a state"));
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    for (const path of files()) assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  for (const [how, harm] of [
    ["one bit is another", damage],
    ["the end is missing", (path: string) => truncateSync(path, 3)],
  ] as const)
    test(`are thrown away when ${how}`, async () => {
      const states = open();
      await states.keep([1], save("a state"));
      harm(files()[0]!);
      assert.equal(await states.find([1]), undefined);
      assert.deepEqual(files(), []);
    });

  test("make room for newer ones", async () => {
    const states = open({ mostBytes: 20 });
    for (const [index, token] of [1, 2, 3].entries()) {
      await states.keep([token], save("8 bytes."));
      const found = await states.find([token]);
      await utimes(found!, index, index);
    }
    assert.equal(files().length, 2);
    assert.equal(await states.find([1]), undefined);
    assert.notEqual(await states.find([3]), undefined);
  });

  test("are not kept, and nothing is said, when that fails", async () => {
    const states = open();
    await states.keep([1], async (path) => {
      await writeFile(path, "half");
      throw new Error("disk full");
    });
    assert.deepEqual(files(), []);
    writeFileSync(join(folder, "..", "file"), "");
    const nowhere = open({ folder: join(folder, "..", "file", "prepared") });
    await nowhere.keep([1], save("a state"));
    assert.equal(await nowhere.find([1]), undefined);
  });

  test("belong to weights: another byte anywhere sampled, or another length, is another model", async () => {
    const path = join(folder, "..", "weights");
    writeFileSync(path, Buffer.alloc(5_000_000, 7));
    const before = await fingerprintOf(path);
    assert.equal(await fingerprintOf(path), before);
    writeFileSync(path, Buffer.alloc(5_000_001, 7));
    assert.notEqual(await fingerprintOf(path), before);
    writeFileSync(path, "tiny");
    assert.equal((await fingerprintOf(path)).length, 64);
  });
});

test("the next session does not read the fixed beginning again, and writes the same", async () => {
  const preamble = "Terms of a guideline, each explained in one sentence.\n\n".repeat(10);
  const request = { prefix: `${preamble}Term: ORS\nExplanation:`, preamble, maxTokens: 6 };
  /** A session of its own: the text, and how many tokens had to be read. */
  const session = async (statesFolder: string | undefined) => {
    const backend = await starterBackend({
      settings: { gpu: "off", ...(statesFolder !== undefined && { statesFolder }) },
    });
    const text = await collect(backend.complete(request, new AbortController().signal));
    const { promptTokens, reusedTokens } = await backend.statistics();
    const fixed = await backend.countTokens(preamble);
    await backend.dispose();
    return { text, fixed, read: promptTokens - reusedTokens };
  };
  const without = await session(undefined);
  assert.deepEqual(await session(folder), without);
  // Its head is a magic number, a version and how many tokens there are: no more than those that are everybody's.
  const inside = readFileSync(files()[0]!).readUInt32LE(8);
  assert.ok(inside > 100 && inside <= without.fixed, `${inside} tokens of ${without.fixed}`);
  const again = await session(folder);
  assert.equal(again.text, without.text);
  assert.ok(again.read < 20 && without.read > 100, `${again.read} of ${without.read}`);
  damage(files()[0]!);
  assert.deepEqual(await session(folder), without);
});
