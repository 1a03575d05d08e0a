// What is kept of the author's text, with the real model: nothing unless it is wanted; private, used once, good for the
// same text without the reading, and gone for good when it was erased.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { collect } from "../../../../test/support/backend-contract.ts";
import { gone, starterBackend } from "../../../../test/support/local-engine.ts";
import { eraseFolder } from "../states-folder.ts";
import { KeptContexts } from "./kept-contexts.ts";

const prefix = `# Fever\n\n${"Ask how long the child has been ill. ".repeat(20)}\n\nSevere malaria is`;
let home: string;
let folder: string;
before(() => {
  home = mkdtempSync(join(tmpdir(), "guidewright-contexts-"));
  folder = join(home, "contexts");
});
after(() => rmSync(home, { recursive: true }));

/** A session of its own: the text, and how many tokens had to be read. */
async function session(contextsFolder: string | undefined, meanwhile = async () => {}) {
  const wanted = contextsFolder !== undefined && { contextsFolder };
  const backend = await starterBackend({ settings: { gpu: "off", contextSize: 1024, ...wanted } });
  const request = { prefix, maxTokens: 5, lane: "inline" } as const;
  const text = await collect(backend.complete(request, new AbortController().signal));
  const { promptTokens, reusedTokens } = await backend.statistics();
  const pid = backend.pid ?? 0;
  await meanwhile();
  await backend.dispose();
  await gone(pid);
  return { text, read: promptTokens - reusedTokens };
}

test("the next session goes on from what the last one had read, if that is wanted", async () => {
  const without = await session(undefined);
  assert.ok(!existsSync(folder));
  assert.ok(without.read > 100);
  assert.deepEqual(await session(folder), without);
  const [file = "", ...more] = readdirSync(folder);
  assert.deepEqual(more, []);
  if (process.platform !== "win32") {
    assert.equal(statSync(folder).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, file)).mode & 0o777, 0o600);
  }
  const again = await session(folder);
  assert.equal(again.text, without.text);
  assert.ok(again.read < 20, `${again.read} of ${without.read}`);

  const [kept = ""] = readdirSync(folder);
  const bytes = readFileSync(join(folder, kept));
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(join(folder, kept), bytes);
  assert.deepEqual(await session(folder, () => eraseFolder(folder)), without);
  assert.ok(!existsSync(folder), "what was erased stays so");
});

test("no more is kept than there may be, and what was not finished is cleared away", async () => {
  const contexts = new KeptContexts({ folder, identity: "model", mostBytes: 10 });
  const given: string[] = [];
  const load = async (path: string) => given.push(readFileSync(path, "utf8"));
  const save = (text: string) => async (path: string) => writeFileSync(path, text);
  await contexts.take([load]);
  await contexts.keep([save("12345"), save("67890"), save("too much")]);
  writeFileSync(join(folder, `${readdirSync(folder)[0]?.slice(0, 32)}.1.part`), "half");
  await contexts.take([load, load, load]);
  assert.deepEqual(given, ["12345", "67890"]);
  assert.deepEqual(readdirSync(folder), []);
});
