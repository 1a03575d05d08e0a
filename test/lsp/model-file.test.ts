// A model file that is not there or cannot be used, with the built server: the state names the file, and
// everything that needs no model works.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { starterPath } from "../support/local-engine.ts";
import { Client } from "./client.ts";
import { guidelineText } from "./texts.ts";

const uri = "file:///model-file/guideline.md";
const textDocument = { uri };

describe("a model file that cannot be used", () => {
  let client: Client;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-models-"));
    client = await Client.start({ entry: "built", settings: { model: { path: join(folder, "none.gguf") } } });
    client.open(uri, guidelineText);
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  const files: Record<string, { state: string; make: (path: string) => Promise<unknown> }> = {
    "none.gguf": { state: "missing", make: async () => {} },
    "folder.gguf": { state: "failed", make: (path) => mkdir(path) },
    "text.gguf": { state: "failed", make: (path) => writeFile(path, "This is no model.\n".repeat(100)) },
    "empty.gguf": { state: "failed", make: (path) => writeFile(path, "") },
    "half.gguf": { state: "failed", make: (path) => copyStart(path, 3_000_000) },
    "header.gguf": { state: "failed", make: (path) => copyStart(path, 1000) },
  };

  async function copyStart(path: string, length: number): Promise<void> {
    const model = await open(await starterPath());
    const { buffer } = await model.read(Buffer.alloc(length), 0, length, 0);
    await model.close();
    await writeFile(path, buffer);
  }

  for (const [name, { state, make }] of Object.entries(files)) {
    test(`${name}: the state is “${state}” and names it; all else works`, async () => {
      const path = join(folder, name);
      await make(path);
      client.settings = { model: { path } };
      client.notify("workspace/didChangeConfiguration", { settings: null });
      const status = await client.until(() => client.statuses.find(({ message }) => message.includes(path)));
      assert.equal(status.state, state);
      assert.equal(`${status.model}.gguf`, name);
      assert.equal(status.installable, undefined, "a file of the user's own cannot be fetched");
      const report = await client.request<{ items: unknown[] }>("textDocument/diagnostic", { textDocument });
      assert.equal(report.items.length, 1);
      const position = { line: 7, character: 6 };
      assert.ok(await client.request("textDocument/hover", { textDocument, position }));
      assert.equal(await client.request("guidewright/explain", { textDocument, position }), null);
      const context = { triggerKind: 1 };
      const asked = { textDocument, position: { line: 7, character: 32 }, context };
      assert.deepEqual(await client.request("textDocument/inlineCompletion", asked), []);
      const draft = await client.request("guidewright/draftDifferential", { textDocument, position });
      assert.ok((draft as { failure?: string }).failure?.includes(path), JSON.stringify(draft));
    });
  }

  test("a model that the catalogue does not know fails by its name", async () => {
    client.settings = { model: { id: "no-such-model" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    const status = await client.until(() => client.statuses.find(({ model }) => model === "no-such-model"));
    assert.equal(status.state, "failed");
    assert.match(status.message, /no-such-model.*Choose one of: .*starter/);
    assert.match(
      JSON.stringify(await client.request("guidewright/setModelPaused", { paused: true })),
      /no-such-model/,
    );
  });

  test("nothing of all this was an error", () => assert.deepEqual(client.errors, []));

  test("a catalogue model that is not installed can be fetched", async () => {
    const lonely = await Client.start({ entry: "built", env: { GUIDEWRIGHT_MODELS: folder } });
    lonely.open(uri, guidelineText);
    const status = await lonely.until(() => lonely.statuses.find(({ state }) => state === "missing"));
    assert.equal(status.installable, "starter");
    assert.equal(status.starter, true);
    await lonely.stop();
  });
});
