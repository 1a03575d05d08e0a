// Model files of our own making are sound, have the size that was said before, and that of real files.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { catalogueEntry } from "../../server/src/llm/catalogue/catalogue.ts";
import { readGgufHeader } from "../../server/src/llm/gguf.ts";
import { modelFile } from "./architectures.ts";
import { sizeOf, writeGguf } from "./gguf-file.ts";
import { shapes } from "./shapes.ts";

describe("a model file of our own making", () => {
  const folder = mkdtempSync(join(tmpdir(), "guidewright-gguf-"));
  after(() => rmSync(folder, { recursive: true }));

  for (const name of ["tiny-gemma2", "tiny-llama3.1", "tiny-qwen2.5"] as const) {
    test(`${name} ends where its header says, and is the same each time`, () => {
      const path = join(folder, `${name}.gguf`);
      const file = modelFile(name, shapes[name]);
      writeGguf(path, file);
      const bytes = readFileSync(path);
      const header = readGgufHeader(bytes, bytes.length);
      assert.equal(header.kind === "ok" && header.dataEnd, bytes.length);
      assert.equal(bytes.length, sizeOf(file));
      writeGguf(path, modelFile(name, shapes[name]));
      assert.ok(bytes.equals(readFileSync(path)));
      writeGguf(path, modelFile(name, shapes[name], 2));
      assert.ok(!bytes.equals(readFileSync(path)));
    });
  }

  test("whose tensors do not follow one another is found", () => {
    const path = join(folder, "shifted.gguf");
    writeGguf(path, modelFile("tiny-qwen2.5", shapes["tiny-qwen2.5"]));
    const bytes = readFileSync(path);
    // Behind the name: the number of dimensions, one dimension, the type, the offset.
    const at = bytes.indexOf("output_norm.weight") + "output_norm.weight".length + 4 + 8 + 4;
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(at) ^ 64n, at);
    assert.deepEqual(readGgufHeader(bytes, bytes.length), {
      kind: "damaged",
      why: "its tensors do not follow one another",
    });
  });

  test("with the true shape is as large as the real file", () => {
    const size = sizeOf(modelFile("gemma2-2b", shapes["gemma2-2b"]));
    const real = catalogueEntry("meditron3-gemma2-2b")!.size;
    assert.ok(Math.abs(size / real - 1) < 0.01, `${size} and ${real}`);
  });
});
