// The catalogue: well formed, found by id, and its facts held against a real file and what was measured.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { starterPath } from "../../../../test/support/local-engine.ts";
import { inspectModelFile } from "../model-file.ts";
import { catalogue, catalogueEntry } from "./catalogue.ts";
import { fitOf, type Machine, needOf, scaledSpeed } from "./fit.ts";
import { cachePerToken, memoryNeed } from "./memory.ts";

const entry = (id: string) => catalogueEntry(id) ?? assert.fail(id);

describe("the catalogue", () => {
  test("is well formed", () => {
    assert.equal(new Set(catalogue.map(({ id }) => id)).size, catalogue.length);
    assert.equal(new Set(catalogue.map(({ file }) => file)).size, catalogue.length);
    for (const { id, file, sha256, size, verified, licence, notice, starter } of catalogue) {
      assert.match(file, /^[\w.-]+\.gguf$/, id);
      assert.match(licence.url, /^https:/, id);
      if (!starter) assert.match(notice, /research only/, id);
      if (sha256 !== undefined) assert.match(sha256, /^[0-9a-f]{64}$/, id);
      assert.equal(verified.includes("sha256"), sha256 !== undefined, id);
      if (verified.includes("size")) assert.ok(Number.isInteger(size), id);
      assert.ok(size > 0);
    }
  });

  test("has the five models, each by its id and by its quantisations", () => {
    const models = new Set(catalogue.filter(({ starter }) => !starter).map(({ model }) => model));
    assert.equal(models.size, 5);
    for (const model of models) {
      const usual = entry(model);
      assert.equal(usual.id, model);
      assert.equal(entry(`${model}:${usual.quantisation}`), usual);
    }
    assert.equal(entry("Meditron3-8B:q8_0").file, "Meditron3-8B.Q8_0.gguf");
    assert.equal(catalogueEntry("meditron3-8b:Q9"), undefined);
  });

  test("knows the starter as its file describes itself", async () => {
    const starter = entry("starter");
    const shape = await inspectModelFile(await starterPath());
    assert.deepEqual(shape.architecture, starter.architecture);
    assert.equal(shape.context, starter.context);
    assert.equal(shape.family, "llama");
    assert.equal(shape.size, starter.size);
  });
});

describe("the memory that a model takes", () => {
  test("is what was measured: for 2,304 tokens of the 2B, 245 MB", () => {
    const cache = cachePerToken(entry("meditron3-gemma2-2b").architecture) * 2304;
    assert.ok(Math.abs(cache - 245e6) < 1e6, `${cache}`);
  });

  test("is, in all, near what was resident at 4,096 tokens", () => {
    for (const [id, measured] of [
      ["starter", 0.38e9],
      ["meditron3-gemma2-2b", 2.34e9],
      ["meditron3-8b", 5.45e9],
    ] as const) {
      const need = needOf(entry(id), 4096);
      assert.ok(Math.abs(need - measured) < 0.25e9, `${id}: ${need}`);
    }
  });

  test("grows with the context, as far as the model has one", () => {
    const { size, architecture } = entry("meditron3-gemma2-2b");
    const [less, more] = [4096, 8192].map((context) => memoryNeed(size, architecture, context).total);
    assert.equal(more! - less!, 4096 * cachePerToken(architecture));
    assert.equal(needOf(entry("meditron3-gemma2-2b"), 100_000), more);
  });
});

describe("whether a model fits", () => {
  const laptop: Machine = { memory: 8e9, available: 4e9, cores: 4 };
  const fits = (machine: Machine) =>
    Object.fromEntries(
      ["starter", "meditron3-gemma2-2b", "meditron3-8b", "meditron3-70b"].map((id) => [
        id,
        fitOf(entry(id), machine, 4096),
      ]),
    );

  test("a laptop, a workstation, a GPU", () => {
    assert.deepEqual(fits(laptop), {
      starter: "well",
      "meditron3-gemma2-2b": "well",
      "meditron3-8b": "tight",
      "meditron3-70b": "no",
    });
    assert.equal(fits({ ...laptop, memory: 32e9 })["meditron3-8b"], "well");
    assert.equal(fits({ ...laptop, gpuMemory: 80e9 })["meditron3-70b"], "gpu");
    assert.equal(fits({ ...laptop, gpuMemory: 4e9 })["meditron3-8b"], "tight");
  });

  test("speeds are scaled as they were measured on one machine", () => {
    // Two cores: tokens a second of files of 0.1, 1.7 and 4.9 GB.
    const starter = { size: 98e6, reading: 360, writing: 70 };
    const middle = scaledSpeed(starter, 1.7e9);
    assert.ok(middle.writing > 6 && middle.writing < 12, `${middle.writing}`);
    assert.ok(middle.reading > 14 && middle.reading < 32, `${middle.reading}`);
    const large = scaledSpeed({ size: 1.7e9, reading: 25, writing: 9 }, 4.9e9);
    assert.ok(large.writing > 3 && large.writing < 5, `${large.writing}`);
  });
});
