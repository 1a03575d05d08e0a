// Ghost text through the real server process with a scripted model: where it comes, where it must not, and
// what is cut from it.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { CancellationTokenSource, ResponseError } from "vscode-jsonrpc/node";
import type { InlineCompletionItem } from "vscode-languageserver";
import { Client } from "./client.ts";
import { edited, linesOf, offsetOf, positionOf, textIn } from "./texts.ts";

const front = "---\nguideline: true\n---\n\n# Fever\n\n";

describe("ghost text", () => {
  let client: Client;
  let uri = "";
  let documents = 0;
  before(async () => {
    client = await Client.start({ settings: { completion: { deadline: 60_000 } } });
  });
  after(() => client.stop());
  beforeEach(async () => {
    uri = `file:///ghost-text/${documents++}.md`;
    // What one document was offered must not be remembered for the next.
    client.asked.length = 0;
    await client.script({ otherwise: "" });
  });

  /** Opens the text and asks at the mark “‸”. */
  async function complete(marked: string, triggerKind = 2, token?: CancellationTokenSource["token"]) {
    const text = marked.replace("‸", "");
    client.open(uri, text);
    return ask(text, offsetIn(marked), triggerKind, token);
  }
  function ask(text: string, offset: number, triggerKind = 2, token?: CancellationTokenSource["token"]) {
    const position = positionOf(text.slice(0, offset), text.slice(0, offset), "end");
    const params = { textDocument: { uri }, position, context: { triggerKind } };
    return client.request<InlineCompletionItem[]>("textDocument/inlineCompletion", params, token);
  }
  const offsetIn = (marked: string) => marked.indexOf("‸");
  const unique = (text: string) => text.replace("@", String(documents));

  test("continues the line, with a range from its start", async () => {
    await client.script({ answers: [" fluids by mouth.\n\nAnd more."] });
    const marked = unique(`${front}Note @: give‸\n\nEnd.\n`);
    const [item, ...more] = await complete(marked);
    assert.deepEqual(more, []);
    assert.ok(item?.range);
    const text = marked.replace("‸", "");
    assert.deepEqual(item.range.start, { line: item.range.end.line, character: 0 });
    assert.equal(offsetOf(text, item.range.end), offsetIn(marked));
    assert.equal(item.insertText, `${textIn(text, item.range)} fluids by mouth.`);
    const after = edited(text, [{ range: item.range, newText: String(item.insertText) }]);
    assert.equal(after, marked.replace("‸", " fluids by mouth."));
  });

  test("ends with its sentence", async () => {
    await client.script({ answers: [" fluids by mouth. And more of it."] });
    const [item] = await complete(unique(`${front}Note @: give‸\n\nEnd.\n`));
    assert.match(String(item?.insertText), /give fluids by mouth\.$/);
  });

  for (const eol of ["\r\n", "\r"]) {
    test(`has its range right in a document with ${JSON.stringify(eol)}`, async () => {
      await client.script({ answers: [" fluids by mouth."] });
      const marked = unique(`${front}Note @: 😀 give‸\n\nEnd.\n`).replaceAll("\n", eol);
      const [item] = await complete(marked);
      const text = marked.replace("‸", "");
      assert.equal(offsetOf(text, item!.range!.end), offsetIn(marked));
      assert.equal(linesOf(String(item?.insertText)).length, 1);
    });
  }

  const silent = {
    "a heading": "## Treatment of‸\n",
    "a code block": "```\ngive the child‸\n```\n",
    "an unfinished code block": "```\ngive the child‸",
    "a comment": "<!-- give the child‸ -->\n",
    "a word": "Give par‸acetamol now.\n",
    "the middle of a line": "Give ‸ now and then.\n",
    "an empty line": "Give water.\n\n‸\n",
    "an empty item": "- Give water.\n- ‸\n",
  };
  for (const [place, marked] of Object.entries(silent)) {
    test(`does not come in ${place}`, async () => {
      await client.script({ otherwise: " more of everything" });
      assert.deepEqual(await complete(front + marked), []);
      assert.deepEqual(client.asked, [], "the model is not even asked");
    });
  }

  test("does not come in front matter, nor in a text that is no guideline", async () => {
    await client.script({ otherwise: " more of everything" });
    assert.deepEqual(await complete("---\nguideline: true\ntitle: Fever in‸\n---\n"), []);
    uri = `${uri}.other.md`;
    assert.deepEqual(await complete("# Recipes\n\nTake two eggs and‸\n"), []);
    assert.deepEqual(client.asked, []);
  });

  test("comes on an empty line when it is asked for by hand", async () => {
    await client.script({ answers: ["Give water."] });
    const [item] = await complete(unique(`${front}Note @.\n\n‸\n`), 1);
    assert.equal(item?.insertText, "Give water.");
  });

  test("does not come after a deletion, but then when it is asked for by hand", async () => {
    await client.script({ otherwise: " fluids" });
    const text = unique(`${front}Note @: give lots of\n`);
    client.open(uri, text);
    const shorter = text.replace(" lots of\n", "\n");
    const start = positionOf(text, " lots of");
    const end = positionOf(text, " lots of", "end");
    client.change(uri, 2, "", { start, end });
    const offset = shorter.length - 1;
    assert.deepEqual(await ask(shorter, offset), []);
    assert.equal((await ask(shorter, offset, 1)).length, 1);
    client.change(uri, 3, " more", { start, end: start });
    assert.equal((await ask(shorter.replace("give", "give more"), offset + " more".length)).length, 1);
  });

  test("does not come when it is switched off, and comes again when it is switched on", async () => {
    await client.script({ otherwise: " fluids" });
    const { settings } = client;
    const switched = (enable: boolean) => {
      client.settings = { completion: { enable, deadline: 60_000 } };
      client.notify("workspace/didChangeConfiguration", { settings: null });
    };
    switched(false);
    const marked = unique(`${front}Note @: give‸\n`);
    assert.deepEqual(await complete(marked), []);
    assert.deepEqual(await complete(marked, 1), []);
    assert.deepEqual(client.asked, []);
    switched(true);
    assert.equal((await complete(marked)).length, 1);
    client.settings = settings;
    client.notify("workspace/didChangeConfiguration", { settings: null });
  });

  test("is cut before a number that the text does not hold", async () => {
    await client.script({ answers: [" paracetamol every 6 hours, 500 mg each."] });
    const [item] = await complete(unique(`${front}Note: every 6 hours, give‸\n`));
    assert.match(String(item?.insertText), /give paracetamol every 6 hours$/);
    await client.script({ answers: [" 500 mg."] });
    uri = `${uri}.number.md`;
    assert.deepEqual(await complete(unique(`${front}For headache give‸\n`)), []);
  });

  test("follows an author who types what was suggested, without asking again", async () => {
    await client.script({ answers: [" fluids by mouth."] });
    const marked = unique(`${front}Note @: give‸\n`);
    await complete(marked);
    const position = positionOf(marked.replace("‸", ""), "give", "end");
    client.change(uri, 2, " flu", { start: position, end: position });
    const [item] = await ask(marked.replace("‸", " flu"), offsetIn(marked) + 4);
    assert.match(String(item?.insertText), /give fluids by mouth\.$/);
    assert.equal(client.asked.length, 1);
  });

  test("a cancelled request is answered at once, though the model is not ready", async () => {
    await client.script({ answers: [" fluids by mouth."], hold: true });
    const source = new CancellationTokenSource();
    const answer = complete(unique(`${front}Note @: give‸\n`), 2, source.token);
    await client.until(() => client.asked[0]);
    source.cancel();
    await assert.rejects(answer, (error) => error instanceof ResponseError && error.code === -32800);
    await client.script({ hold: false });
  });

  test("a newer request takes the place of one that is still being answered", async () => {
    await client.script({ answers: [" fluids by mouth.", " rest."], hold: true });
    const older = complete(unique(`${front}Note @: give‸\n`));
    await client.until(() => client.asked[0]);
    uri = `${uri}.newer.md`;
    const newer = complete(unique(`${front}Note @: and then‸\n`));
    assert.deepEqual(await older, []);
    await client.script({ hold: false });
    assert.match(String((await newer)[0]?.insertText), /and then rest\.$/);
  });

  test("nothing of all this was an error", () => assert.deepEqual(client.errors, []));

  test("is prepared where the cursor rests", async () => {
    const text = unique(`${front}Note @: give fluids and `);
    client.open(uri, text);
    client.notify("guidewright/cursor", { textDocument: { uri }, position: positionOf(text, text, "end") });
    const prefix = text.slice(text.indexOf("# Fever"));
    await client.until(() => client.prepared.find((request) => request.prefix === prefix));
    assert.equal(client.asked.length, 0);
  });
});
