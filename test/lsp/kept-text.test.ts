// What a session of the built server with the real model leaves on the disk: of the author's text nothing, in no form.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, test } from "node:test";
import type { InlineCompletionItem } from "vscode-languageserver";
import { hostOf, isZombie } from "../support/host-process.ts";
import { gone, starterPath } from "../support/local-engine.ts";
import { Client } from "./client.ts";
import { positionOf } from "./texts.ts";

let home: string;
let starter: string;
before(async () => {
  starter = await starterPath();
  home = mkdtempSync(join(tmpdir(), "guidewright-kept-text-"));
});
after(() => rmSync(home, { recursive: true }));

/** All files that are there once the server has ended, with their contents. */
async function leftBy(name: string, about: string, keepContext = false): Promise<Map<string, Buffer>> {
  const folder = join(home, name);
  const models = join(folder, "models");
  mkdirSync(models, { recursive: true });
  for (const file of readdirSync(dirname(starter)))
    if (file.startsWith(basename(starter)) && !existsSync(join(models, file)))
      symlinkSync(join(dirname(starter), file), join(models, file));
  const env = { GUIDEWRIGHT_MODELS: models, XDG_RUNTIME_DIR: folder, XDG_CACHE_HOME: folder, TMPDIR: folder };
  const settings = {
    completion: { deadline: 60_000 },
    model: { gpu: "off", threads: 1, contextSize: 1024, keepContext },
  };
  const text = `---\nguideline: true\n---\n\n# ${about}\n\nThe GCS is recorded. Most children with ${about} have a`;
  const client = await Client.start({ entry: "built", settings, env });
  const textDocument = { uri: `file:///kept/${name}.md` };
  client.open(textDocument.uri, text);
  const asked = { textDocument, position: positionOf(text, "have a", "end"), context: { triggerKind: 1 } };
  await client.request<InlineCompletionItem[]>("textDocument/inlineCompletion", asked);
  await client.request("guidewright/explain", { textDocument, position: positionOf(text, "GCS") });
  const host = hostOf(client.child);
  assert.ok(host);
  await client.stop();
  await gone(host, isZombie);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(files.map((one) => [one.name, readFileSync(join(one.parentPath, one.name))]));
}

const linuxOnly = { skip: process.platform !== "linux" && "looks into /proc" };

test(
  "what is kept of prompts is the same whatever was written, and holds none of it",
  linuxOnly,
  async () => {
    const [one, other] = [await leftBy("one", "trachoma"), await leftBy("other", "snakebite")];
    const states = (files: Map<string, Buffer>) =>
      [...files.keys()].filter((name) => name.endsWith(".state"));
    assert.ok(states(one).length > 0);
    // A name tells the hash of the bytes.
    assert.deepEqual(states(one), states(other));
    for (const [files, about] of [
      [one, "trachoma"],
      [other, "snakebite"],
    ] as const)
      for (const [name, bytes] of files)
        for (const encoding of ["utf8", "utf16le"] as const)
          assert.ok(!bytes.includes(Buffer.from(about, encoding)), `${name}: ${encoding}`);
  },
);

test(
  "what was read of the text is kept where the author wants that, and erased when not any more",
  linuxOnly,
  async () => {
    const contexts = (files: Map<string, Buffer>) =>
      [...files.keys()].filter((name) => name.endsWith(".context"));
    assert.equal(contexts(await leftBy("kept", "trachoma", true)).length, 1);
    assert.deepEqual(contexts(await leftBy("kept", "trachoma")), []);
  },
);
