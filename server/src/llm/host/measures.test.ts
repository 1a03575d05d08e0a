// What is measured once, and when it is measured again.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { remembered } from "./measures.ts";

describe("what was measured", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-measured-"));
  });
  after(() => rm(folder, { recursive: true }));

  const upTo = (most: number) => ({
    conditions: `at most ${most}`,
    isPossible: (value: number) => value >= 1 && value <= most,
  });
  const model = { path: "/models/a.gguf", size: 100, ...upTo(7) };
  const found = (value: number) => async () => ({ value, sure: true });
  const never = () => assert.fail("must not be measured again");

  test("is remembered for each model, size and conditions", async () => {
    const file = join(folder, "new", "measured.json");
    assert.equal(await remembered(file, model, found(3)), 3);
    assert.equal(await remembered(file, { ...model, path: "/elsewhere/a.gguf" }, never), 3);
    assert.equal(await remembered(file, { ...model, size: 101 }, found(4)), 4);
    assert.equal(await remembered(file, { ...model, ...upTo(3) }, found(2)), 2);
    assert.equal(await remembered(file, model, never), 3);
    assert.equal(await remembered(undefined, model, found(5)), 5);
    const other = { ...model, path: "/models/b.gguf" };
    assert.equal(await remembered(file, other, async () => ({ value: 1, sure: false })), 1);
    assert.equal(await remembered(file, other, found(6)), 6);
  });

  test("is measured again where what is written cannot be", async () => {
    const file = join(folder, "odd.json");
    for (const text of ["", "[]", "null", "7", '{"a": 1']) {
      await writeFile(file, text);
      assert.equal(await remembered(file, model, found(3)), 3, text);
    }
    const impossible = (await readFile(file, "utf8")).replace(/: 3/, ": 64");
    await writeFile(file, impossible);
    assert.equal(await remembered(file, model, found(2)), 2);
    // A folder that cannot be made costs only the memory of it.
    assert.equal(await remembered(join(file, "below", "x.json"), model, found(6)), 6);
  });
});
