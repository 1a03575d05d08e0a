// Which Markdown the server treats as a guideline: by its text, its front matter, its folder, the settings.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { Client } from "./client.ts";
import { guidelineText, positionOf } from "./texts.ts";

const recipe = "# Soup\n\nTake two carrots. The ORS of this recipe is secret.\n";
const marked = `---\nguideline: true\n---\n\n${recipe}`;

describe("recognition", () => {
  let client: Client;
  let folder: string;
  let uri = "";
  let documents = 0;
  before(async () => {
    client = await Client.start();
    folder = await mkdtemp(join(tmpdir(), "guidewright recognition %20 ü-"));
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => {
    uri = pathToFileURL(join(folder, `${documents++}.md`)).href;
  });

  const findings = async () => {
    const params = { textDocument: { uri } };
    return (await client.request<{ items: unknown[] }>("textDocument/diagnostic", params)).items.length;
  };
  function use(settings: unknown): void {
    client.settings = settings;
    client.notify("workspace/didChangeConfiguration", { settings: null });
  }
  const refreshes = () => client.sent("workspace/diagnostic/refresh").length;

  test("other Markdown gets nothing at all", async () => {
    client.open(uri, recipe);
    await client.script({ otherwise: " more" });
    const textDocument = { uri };
    const position = positionOf(recipe, "ORS");
    const end = positionOf(recipe, "secret", "end");
    const range = { start: { line: 0, character: 0 }, end };
    const context = { diagnostics: [], triggerKind: 1 };
    const nothing = {
      "textDocument/diagnostic": { kind: "full", items: [] },
      "textDocument/codeAction": [],
      "textDocument/hover": null,
      "textDocument/inlineCompletion": [],
      "guidewright/explain": null,
    };
    for (const [method, empty] of Object.entries(nothing))
      assert.deepEqual(
        await client.request(method, { textDocument, position, range, context }),
        empty,
        method,
      );
    const params = { textDocument, position };
    assert.match(
      JSON.stringify(await client.request("guidewright/draftDifferential", params)),
      /not open as/,
    );
    assert.deepEqual(client.asked, []);
  });

  test("front matter turns it on and off", async () => {
    client.open(uri, marked);
    assert.equal(await findings(), 1);
    client.change(uri, 2, marked.replace("true", "false"));
    assert.equal(await findings(), 0);
    client.change(uri, 3, marked.replaceAll("\n", "\r"));
    assert.equal(await findings(), 1);
    client.change(uri, 4, guidelineText.replace("guideline: true", "guideline: false"));
    assert.equal(await findings(), 0);
  });

  test("a guidewright.yaml in the folder or above turns it on, as soon as it is there", async () => {
    const inner = join(folder, "guidelines", "chapters");
    await mkdir(inner, { recursive: true });
    uri = pathToFileURL(join(inner, "soup.md")).href;
    client.open(uri, recipe);
    assert.equal(await findings(), 0);
    const project = join(folder, "guidelines", "guidewright.yaml");
    await writeFile(project, "");
    const before = refreshes();
    const changes = [{ uri: pathToFileURL(project).href, type: 1 }];
    client.notify("workspace/didChangeWatchedFiles", { changes });
    assert.equal(await findings(), 1);
    await client.until(() => refreshes() > before || undefined);
    await rm(project);
    client.notify("workspace/didChangeWatchedFiles", { changes: [{ ...changes[0], type: 3 }] });
    assert.equal(await findings(), 0);
  });

  test("a client that can is asked to watch for guidewright.yaml and for settings", async () => {
    type Registration = { registrations: { method: string; registerOptions: unknown }[] };
    const registered = client
      .sent<Registration>("client/registerCapability")
      .flatMap((sent) => sent.registrations);
    const methods = registered.map(({ method }) => method).sort();
    assert.deepEqual(methods, ["workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles"]);
    assert.match(JSON.stringify(registered), /guidewright\.yaml/);
  });

  test("a document that is not on this disk is looked at by its text alone", async () => {
    for (const scheme of [
      "untitled:Untitled-1",
      "vscode-vfs://github/a/b.md",
      "file://server/share/x.md",
      "%%%",
    ]) {
      uri = scheme;
      client.open(uri, recipe);
      assert.equal(await findings(), 0);
      client.change(uri, 2, marked);
      assert.equal(await findings(), 1);
    }
  });

  test("enable decides, and takes effect at once", async () => {
    client.open(uri, marked);
    for (const [enable, count] of [
      ["never", 0],
      ["always", 1],
      ["auto", 1],
      ["never", 0],
    ] as const) {
      const before = refreshes();
      use({ enable });
      assert.equal(await findings(), count, enable);
      await client.until(() => refreshes() > before || undefined);
    }
    use({ enable: "always" });
    client.change(uri, 2, recipe);
    assert.equal(await findings(), 1);
    use({});
    assert.equal(await findings(), 0);
  });

  test("each document has the settings of its own folder", async () => {
    const other = pathToFileURL(join(folder, "other", "soup.md")).href;
    use((item: { scopeUri?: string }) => ({ enable: item.scopeUri === other ? "always" : "never" }));
    client.open(uri, marked);
    client.open(other, recipe);
    assert.equal(await findings(), 0);
    uri = other;
    assert.equal(await findings(), 1);
  });
});
