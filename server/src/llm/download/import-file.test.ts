// Files that come on a memory stick: recognised, copied, checked.
import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { accept } from "../acceptance.ts";
import { catalogueEntry } from "../catalogue/catalogue.ts";
import { importModel, recognise } from "./import-file.ts";
import type { InstallProgress } from "./progress.ts";

const content = Buffer.concat([Buffer.from("GGUF\x03\0\0\0"), Buffer.alloc(16), Buffer.alloc(50_000, "w")]);
const model = catalogueEntry("meditron3-8b")!;
let dir: string;
let stick: string;
let file: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-import-"));
  stick = await mkdtemp(join(tmpdir(), "guidewright-stick-"));
  file = join(stick, "downloaded.gguf");
  await writeFile(file, content);
  await accept(dir, model);
});
afterEach(async () => {
  for (const folder of [dir, stick]) await rm(folder, { recursive: true });
});

const take = (
  entry = model,
  more: { onProgress?: (news: InstallProgress) => void; signal?: AbortSignal } = {},
) => importModel(file, entry, { dir, signal: new AbortController().signal, onProgress: () => {}, ...more });

describe("importing a file", () => {
  test("copies it under the catalogue's name, notes its hash, and leaves the original", async () => {
    const steps = new Set<string>();
    const target = await take(model, { onProgress: ({ step }) => steps.add(step) });
    assert.equal(target, join(dir, model.file));
    assert.deepEqual(await readFile(target), content);
    assert.deepEqual([...steps], ["copying", "verifying"]);
    assert.deepEqual((await readdir(dir)).sort(), [
      model.file,
      `${model.file}.sha256`,
      "meditron3-8b.accepted",
    ]);
    assert.deepEqual(await readdir(stick), ["downloaded.gguf"]);
  });

  test("refuses what is no model file, what is not that file, and what nobody has accepted", async () => {
    await assert.rejects(take(catalogueEntry("meditron3-70b")), { code: "not-accepted" });
    await assert.rejects(take(catalogueEntry("starter")), { code: "file-truncated" });
    await writeFile(file, "a letter");
    await assert.rejects(take(), { code: "file-not-gguf" });
    await rm(file);
    await assert.rejects(take(), { code: "file-missing" });
    assert.deepEqual(await readdir(dir), ["meditron3-8b.accepted"]);
  });

  test("cancelled, it leaves nothing", async () => {
    const controller = new AbortController();
    const onProgress = () => controller.abort(new Error("closed"));
    await assert.rejects(take(model, { signal: controller.signal, onProgress }), /closed/);
    assert.deepEqual(await readdir(dir), ["meditron3-8b.accepted"]);
  });

  test("knows a file by the catalogue's name or by its size", async () => {
    assert.equal(await recognise(file), undefined);
    const named = join(stick, model.file);
    await writeFile(named, content);
    assert.equal(await recognise(named), model);
  });
});
