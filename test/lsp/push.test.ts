// Diagnostics for clients that cannot ask for them: with their version, only when they changed, and taken
// back when the document is closed.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { Client, fullCapabilities } from "./client.ts";
import { guidelineText, positionOf, textIn } from "./texts.ts";

const { diagnostic: _asked, ...rest } = fullCapabilities.textDocument ?? {};
const capabilities = { ...fullCapabilities, textDocument: rest };

describe("pushed diagnostics", () => {
  let client: Client;
  let uri = "";
  let documents = 0;
  before(async () => {
    client = await Client.start({ capabilities });
  });
  after(() => client.stop());
  afterEach(() => assert.deepEqual(client.errors, []));

  const here = () => client.published.filter((published) => published.uri === uri);
  const published = (count: number) => client.until(() => here()[count - 1]);
  /** Another document's diagnostics arrive only after everything sent before has been dealt with. */
  async function settled(): Promise<void> {
    const marker = `file:///push/marker-${documents++}.md`;
    client.open(marker, guidelineText);
    await client.until(() => client.published.find((sent) => sent.uri === marker));
  }
  function open(text: string): void {
    uri = `file:///push/${documents++}.md`;
    client.open(uri, text);
  }

  test("come with the version they are about", async () => {
    open(guidelineText);
    const first = await published(1);
    assert.equal(first.version, 1);
    assert.deepEqual(
      first.diagnostics.map(({ range }) => textIn(guidelineText, range)),
      ["ORS"],
    );
    const moved = guidelineText.replace("Give ORS", "Please give ORS");
    client.change(uri, 5, moved);
    const second = await published(2);
    assert.equal(second.version, 5);
    assert.equal(textIn(moved, second.diagnostics[0]!.range), "ORS");
  });

  test("are not sent again while they stay the same, and go when they are mended", async () => {
    open(guidelineText);
    await published(1);
    const end = positionOf(guidelineText, "drink.", "end");
    for (const version of [2, 3, 4]) client.change(uri, version, " Rest.", { start: end, end });
    await settled();
    assert.equal(here().length, 1);
    client.change(uri, 5, guidelineText.replace("ORS", "water"));
    assert.deepEqual((await published(2)).diagnostics, []);
    assert.equal((await published(2)).version, 5);
  });

  test("are not sent for a document that never had any", async () => {
    open(guidelineText.replace("ORS", "water"));
    await settled();
    client.close(uri);
    await settled();
    assert.deepEqual(here(), []);
  });

  test("of many changes in one go only the last state is sent", async () => {
    open(guidelineText.replace("ORS", "water"));
    await settled();
    for (let version = 2; version < 50; version++)
      client.change(uri, version, guidelineText.replace("Give ORS", `Give ${"now ".repeat(version)}ORS`));
    await client.until(() => here().find(({ version }) => version === 49));
    assert.ok(here().length < 8, String(here().length));
    const versions = here().map(({ version }) => version ?? 0);
    assert.deepEqual(
      versions,
      versions.toSorted((a, b) => a - b),
    );
  });

  test("are taken back when the document is closed, and never sent after", async () => {
    open(guidelineText);
    await published(1);
    client.change(uri, 2, `${guidelineText}\nGive MUAC.\n`);
    client.close(uri);
    await settled();
    assert.deepEqual(here().at(-1), { uri, diagnostics: [] });
    client.open(uri, guidelineText);
    await client.until(() => (here().at(-1)?.diagnostics.length === 1 ? true : undefined));
  });

  test("follow the settings", async () => {
    open(guidelineText);
    await published(1);
    client.settings = { rules: { "abbreviation-undefined": "error" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.equal((await published(2)).diagnostics[0]?.severity, 1);
    client.settings = { enable: "never" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    assert.deepEqual((await published(3)).diagnostics, []);
  });

  test("are not sent to a client that asks for them", async () => {
    const asking = await Client.start();
    asking.open("file:///push/asked.md", guidelineText);
    await asking.request("textDocument/diagnostic", { textDocument: { uri: "file:///push/asked.md" } });
    await asking.stop();
    assert.deepEqual(asking.published, []);
  });
});
