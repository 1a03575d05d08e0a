// Documents no author would write: far too large, empty, binary, one endless line, nothing but markup. The
// server answers every request about them and says in one diagnostic why it does not check.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import type { Diagnostic } from "vscode-languageserver";
import { Client } from "./client.ts";
import { guidelineText, isInside, linesOf } from "./texts.ts";

const megabyte = 1_000_000;

describe("documents no author would write", () => {
  let client: Client;
  let uri = "";
  let documents = 0;
  before(async () => {
    client = await Client.start({ settings: { enable: "always" } });
    await client.script({ otherwise: " water" });
  });
  after(() => client.stop());
  beforeEach(() => {
    uri = `file:///large/${documents++}.md`;
  });

  const about = () => ({ textDocument: { uri } });
  const findings = async () =>
    (await client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", about())).items;

  /** Every request there is, at a position; only that each is answered is looked at. */
  async function askEverything(line: number): Promise<void> {
    const position = { line, character: 3 };
    const range = { start: { line: 0, character: 0 }, end: position };
    const context = { diagnostics: [], triggerKind: 1 };
    const params = { ...about(), position, range, context };
    for (const name of ["codeAction", "hover", "inlineCompletion"])
      await client.request(`textDocument/${name}`, params);
    for (const name of ["explain", "draftDifferential"]) await client.request(`guidewright/${name}`, params);
  }

  async function isNotChecked(text: string, code: string): Promise<void> {
    const [only, ...more] = await findings();
    assert.deepEqual(more, []);
    assert.equal(only?.code, code);
    assert.ok(isInside(text, only!.range));
    await askEverything(1);
  }

  for (const millions of [10, 50]) {
    test(`${millions} MB are opened and changed, with one diagnostic that says it is too large`, async () => {
      const text = guidelineText + "Give ORS, and again ORS.\n".repeat((millions * megabyte) / 25);
      client.open(uri, text);
      await isNotChecked(text, "too-large");
      const end = { line: linesOf(text).length - 1, character: 0 };
      client.change(uri, 2, "One more line.\r\n", { start: end, end });
      client.change(uri, 3, "First line: ", {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      });
      assert.equal((await findings()).length, 1);
      client.change(uri, 4, guidelineText);
      assert.equal((await findings())[0]?.code, "abbreviation-undefined");
      client.close(uri);
    });
  }

  for (const text of ["", "\n", "\r", " ", "\uFEFF", "---", "---\n", "\uFEFF---\n---", "\ud800"]) {
    test(`nearly nothing has no findings: ${JSON.stringify(text)}`, async () => {
      client.open(uri, text);
      assert.deepEqual(await findings(), []);
      await askEverything(0);
    });
  }

  test("a file of another kind is told from a text", async () => {
    const bytes = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join("");
    client.open(uri, bytes);
    await isNotChecked(bytes, "not-text");
    client.change(uri, 2, guidelineText);
    assert.equal((await findings()).length, 1);
  });

  for (const [name, unit] of Object.entries({
    words: "give ORS now ",
    brackets: "[",
    stars: "*a ",
    cells: "| a ",
    quotes: "> ",
    backticks: "`",
    definitions: "(ORS) ",
  })) {
    test(`a line of 100,000 characters is read: ${name}`, async () => {
      const text = `# Fever\n\n${unit.repeat(100_000 / unit.length)}\n\nGive MUAC.\n`;
      client.open(uri, text);
      for (const { range } of await findings()) assert.ok(isInside(text, range));
      await askEverything(2);
    });
  }

  test("a table of 5,000 rows and a text of 5,000 headings are read", async () => {
    const table = `| ORS | Dose |\n| --- | --- |\n${"| MUAC | 5 |\n".repeat(5000)}`;
    const headings = "# Give MUAC\n\nNow.\n\n".repeat(5000);
    for (const text of [table, headings]) {
      client.open(uri, text);
      assert.ok((await findings()).length > 0);
      await askEverything(2);
    }
  });

  test("nothing of all this was an error", () => assert.deepEqual(client.errors, []));
});
