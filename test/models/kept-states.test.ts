// What a model of each architecture has read of a prompt's fixed part, taken from the disk in the next session: the
// same scores to the last bit, a sliding window and all, and no reading.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { tinyBackend, tinyModel, tinyShapes } from "../support/tiny-models.ts";

const never = new AbortController().signal;
const preamble = `${Array.from({ length: 30 }, (_, line) => `- ba de fi go hu ${line}`).join("\n")}\n`;
const request = { prefix: `${preamble}- ba de`, preamble, choices: [" fi", " go", " hu ba"] };

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "guidewright-kept-"));
});
after(() => rmSync(folder, { recursive: true }));

for (const [name, shape] of Object.entries(tinyShapes))
  test(`${name} goes on from what is on the disk`, async () => {
    const path = tinyModel(shape);
    const statesFolder = join(folder, name);
    const session = async () => {
      const backend = await tinyBackend(path, { settings: { gpu: "off", contextSize: 2048, statesFolder } });
      const scores = await backend.score(request, never);
      const { promptTokens, reusedTokens } = await backend.statistics();
      await backend.dispose();
      return { scores, read: promptTokens - reusedTokens };
    };
    const first = await session();
    assert.equal(readdirSync(statesFolder).length, 1);
    const second = await session();
    assert.deepEqual(second.scores, first.scores);
    assert.ok(first.read > 100 && second.read < 20, `${first.read}, then ${second.read}`);
  });
