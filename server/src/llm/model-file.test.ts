// Model files: whatever lies at the path, the answer is "may be loaded" or a typed error that names it.
import assert from "node:assert/strict";
import { mkdtemp, open, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { starterPath } from "../../../test/support/local-engine.ts";
import { catalogueEntry } from "./catalogue/catalogue.ts";
import { ModelError } from "./errors.ts";
import { readGgufHeader } from "./gguf.ts";
import { hashNote, inspectModelFile, localModel } from "./model-file.ts";
import { modelsDir } from "./models-dir.ts";

const starter = catalogueEntry("starter")!;
let dir: string;
let head: Buffer;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), "guidewright-model-"));
  const file = await open(await starterPath());
  head = Buffer.alloc(4 << 20);
  await file.read(head, 0, head.length, 0);
  await file.close();
});
after(() => rm(dir, { recursive: true }));

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, content);
  return path;
}

const rejects = (path: string, code: string) =>
  assert.rejects(inspectModelFile(path), (error) => {
    assert.ok(error instanceof ModelError);
    assert.equal(error.code, code);
    assert.ok(error.message.includes(path), error.message);
    assert.notEqual(error.advice, "");
    return true;
  });

describe("inspectModelFile", () => {
  test("accepts the starter, also without knowing it", async () => {
    await inspectModelFile(await starterPath(), starter);
    await inspectModelFile(await starterPath());
  });
  test("a missing file", () => rejects(join(dir, "nothing.gguf"), "file-missing"));
  test("a folder", () => rejects(dir, "file-is-directory"));
  test("a file as a folder", async () => rejects(join(await written("f", "x"), "m.gguf"), "file-missing"));
  test("a text file", async () =>
    rejects(await written("text.gguf", "# Malaria\n".repeat(50)), "file-not-gguf"));
  test("an empty file", async () => rejects(await written("empty.gguf", ""), "file-not-gguf"));
  test("random bytes after the magic", async () => {
    const bytes = Buffer.from("GGUF".padEnd(10_000, "\x93\x51\xf0\x07"), "latin1");
    await rejects(await written("random.gguf", bytes), "file-not-gguf");
  });
  test("only the header", async () => rejects(await written("header.gguf", head), "file-truncated"));
  test("a part of the header", async () =>
    rejects(await written("part.gguf", head.subarray(0, 500)), "file-truncated"));

  test("a file that lacks its very last byte, and one with all", async () => {
    const { size } = await stat(await starterPath());
    // A file with holes takes no room, and only the header is looked at.
    const path = await written("holes.gguf", head);
    await truncate(path, size);
    await inspectModelFile(path);
    await truncate(path, size - 64);
    await rejects(path, "file-truncated");
  });

  test("a catalogue model of another size", async () => {
    const path = await written("long.gguf", head);
    await truncate(path, starter.size! + 1);
    await inspectModelFile(path);
    await assert.rejects(inspectModelFile(path, starter), { code: "file-truncated" });
  });
});

describe("readGgufHeader", () => {
  test("answers for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 2, max: 3 }), (noise, version) => {
        const start = Buffer.concat([Buffer.from("GGUF"), Buffer.from([version, 0, 0, 0])]);
        for (const bytes of [noise, Buffer.concat([start, noise])]) readGgufHeader(bytes, 1e6);
      }),
    );
  });

  test("answers for the real header with any byte changed", () => {
    const real = head.subarray(0, 60_000);
    fc.assert(
      fc.property(fc.nat(2_000), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const bytes = Buffer.from(real);
        bytes[at] = value;
        readGgufHeader(bytes, 98_362_432);
      }),
    );
  });
});

test("localModel: the starter is known by its file name, others are the user's own", async () => {
  const path = await written(starter.file, "x");
  assert.deepEqual(await localModel(path), { path, name: starter.name, starter: true, entry: starter });
  const own = await written("My model.gguf", "x");
  const hash = "ab".repeat(32);
  await writeFile(hashNote(own), `${hash} 1\n`);
  assert.deepEqual(await localModel(own), { path: own, name: "My model", starter: false, sha256: hash });
  await writeFile(own, "changed");
  assert.equal((await localModel(own)).sha256, undefined);
  assert.equal(basename(own), "My model.gguf");
});

test("modelsDir follows the platform's custom", () => {
  const at = (platform: NodeJS.Platform, env: Record<string, string>, home: string) =>
    modelsDir({ platform, env, home });
  assert.equal(at("linux", {}, "/home/a"), "/home/a/.cache/guidewright/models");
  assert.equal(at("linux", { XDG_CACHE_HOME: "/x" }, "/home/a"), "/x/guidewright/models");
  assert.equal(at("linux", { XDG_CACHE_HOME: "x" }, "/home/a"), "/home/a/.cache/guidewright/models");
  assert.equal(at("darwin", {}, "/Users/a"), "/Users/a/Library/Caches/guidewright/models");
  assert.equal(at("win32", { LOCALAPPDATA: "C:\\L" }, "C:\\U"), "C:\\L\\guidewright\\models");
  assert.equal(at("win32", { GUIDEWRIGHT_MODELS: "D:\\m" }, "C:\\U"), "D:\\m");
});
