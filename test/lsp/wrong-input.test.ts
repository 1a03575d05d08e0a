// Well-formed messages that make no sense: wrong parameters, unknown methods, documents that are not open,
// requests that race a close. The server lives, answers once, and still knows its documents.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { ResponseError } from "vscode-jsonrpc/node";
import { Client } from "./client.ts";
import { guidelineText } from "./texts.ts";

const uri = "file:///wrong-input/guideline.md";
const textDocument = { uri };
const origin = { line: 0, character: 0 };
const about = {
  textDocument,
  position: origin,
  range: { start: origin, end: origin },
  context: { diagnostics: [], triggerKind: 1 },
};
const documentRequests = [
  "textDocument/diagnostic",
  "textDocument/codeAction",
  "textDocument/hover",
  "textDocument/inlineCompletion",
  "guidewright/explain",
  "guidewright/draftDifferential",
  "guidewright/acceptDraft",
];
const otherRequests = ["codeAction/resolve", "guidewright/ruleDocumentation"];
const methodNotFound = -32601;
const invalidParams = -32602;

describe("input that makes no sense", () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
    await client.script({ otherwise: " water" });
    client.open(uri, guidelineText);
  });
  after(() => client.stop());
  afterEach(async () => {
    const report = await client.request<{ items: unknown[] }>("textDocument/diagnostic", { textDocument });
    assert.equal(report.items.length, 1, "the document is still known");
  });

  /** The code of the error, or undefined for an answer; anything else than one of them is a failure. */
  async function codeOf(method: string, params: unknown): Promise<number | undefined> {
    try {
      await client.request(method, params);
      return undefined;
    } catch (error) {
      if (error instanceof ResponseError) return error.code;
      throw error;
    }
  }

  for (const method of [...documentRequests, ...otherRequests]) {
    test(`${method} without usable parameters is refused`, async () => {
      for (const params of [undefined, null, [], [1, 2], "text", 5, true])
        assert.equal(await codeOf(method, params), invalidParams, JSON.stringify(params));
    });
  }

  for (const method of documentRequests) {
    test(`${method} without a document is refused`, async () => {
      for (const wrong of [{}, { textDocument: null }, { textDocument: 5 }, { textDocument: {} }])
        assert.equal(await codeOf(method, wrong), invalidParams);
      for (const wrong of [null, 5, {}, [uri], ["__proto__"]])
        assert.equal(await codeOf(method, { ...about, textDocument: { uri: wrong } }), invalidParams);
    });

    test(`${method} about a document that is not open is answered`, async () => {
      for (const unknown of [
        "file:///no/such/file.md",
        "",
        "%%",
        "file://",
        "\u0000",
        `${uri}#x`,
        "__proto__",
      ])
        assert.equal(await codeOf(method, { ...about, textDocument: { uri: unknown } }), undefined);
    });

    test(`${method} with odd positions, ranges and contexts is answered or refused`, async () => {
      const positions = [
        null,
        "start",
        [],
        {},
        { line: -1, character: -1 },
        { line: 1e9, character: 1e9 },
        { line: 0.5, character: 0.5 },
        { line: "1", character: "1" },
        { line: null, character: {} },
        { line: 2 ** 53, character: -(2 ** 53) },
      ];
      for (const position of positions) {
        const range = { start: position, end: origin };
        for (const odd of [
          { position },
          { range },
          { range: position },
          { context: position },
          { draftId: position },
        ])
          assert.ok([undefined, invalidParams].includes(await codeOf(method, { ...about, ...odd })));
      }
      const context = { diagnostics: "none", only: [null, 5, {}], triggerKind: "x" };
      assert.ok([undefined, invalidParams].includes(await codeOf(method, { ...about, context })));
    });
  }

  test("a code action that is none of ours comes back as it was", async () => {
    for (const data of [undefined, null, 5, {}, { uri }, { uri, version: 1 }, { uri: 5 }, []]) {
      const action = { title: "not ours", ...(data !== undefined && { data }) };
      assert.deepEqual(await client.request("codeAction/resolve", action), action);
    }
    const wild = { title: "not ours", data: { uri, version: 1, finding: -1, fix: 1e9 } };
    assert.deepEqual(await client.request("codeAction/resolve", wild), wild);
  });

  test("odd requests about models are answered with what went wrong", async () => {
    for (const id of [undefined, null, 5, {}, "../../etc/passwd", "no-such-model"])
      assert.match(
        JSON.stringify(await client.request("guidewright/installModel", { id })),
        /There is no model/,
      );
    for (const paused of [undefined, null, "yes"])
      assert.equal(await client.request("guidewright/setModelPaused", { paused }), null);
  });

  test("unknown methods are refused, unknown notifications ignored", async () => {
    const methods = [
      "no/such/method",
      "textDocument/rename",
      "$/unknown",
      "",
      "__proto__",
      "toString",
      "constructor",
    ];
    for (const method of methods) {
      assert.equal(await codeOf(method, {}), methodNotFound, method);
      client.notify(method, {});
    }
    client.notify("textDocument/didSave", { textDocument });
    client.notify("workspace/didChangeWorkspaceFolders", { event: { added: [], removed: [] } });
  });

  test("misshapen notifications about documents change nothing", async () => {
    const version = 2;
    const documents = [undefined, null, 5, {}, { uri: null }, { uri: 5 }, { uri: {} }];
    for (const method of ["didOpen", "didChange", "didClose"].map((name) => `textDocument/${name}`)) {
      for (const params of [undefined, null, [], "x", {}]) client.notify(method, params);
      for (const wrong of documents)
        client.notify(method, { textDocument: wrong, contentChanges: [{ text: "x" }] });
    }
    for (const text of [undefined, null, 5, {}])
      client.notify("textDocument/didOpen", { textDocument: { uri, text, version } });
    const range = { start: origin, end: origin };
    const changes = [
      undefined,
      null,
      5,
      "x",
      [null],
      [5],
      [{}],
      [{ text: 5 }],
      [{ range }],
      [{ range: 5, text: "x" }],
    ];
    const odd = [[{ range: { start: null, end: origin }, text: "x" }], [{ range: {}, text: "x" }]];
    for (const contentChanges of [...changes, ...odd])
      client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    for (const wrong of documents)
      client.notify("guidewright/cursor", { textDocument: wrong, position: origin });
    for (const position of [undefined, null, 5, {}, { line: "x", character: -1 }])
      client.notify("guidewright/cursor", { textDocument: { uri }, position });
    const report = await client.request<{ items: { range: unknown }[] }>("textDocument/diagnostic", {
      textDocument,
    });
    assert.deepEqual(report.items[0]?.range, {
      start: { line: 7, character: 5 },
      end: { line: 7, character: 8 },
    });
  });

  test("changes outside the text are brought inside", async () => {
    const outside = { line: 1e9, character: 1e9 };
    const text = "---\nguideline: true\n---\n\nGive";
    const open = `${uri}.outside.md`;
    client.open(open, text);
    client.change(open, 2, " ORS", { start: outside, end: outside });
    client.change(open, 3, "\n", { start: { line: -5, character: -5 }, end: { line: -1, character: 0 } });
    client.change(open, 4, "", { start: { line: 1, character: 0 }, end: { line: 0, character: 0 } });
    const params = { textDocument: { uri: open } };
    const { items } = await client.request<{ items: { range: unknown }[] }>(
      "textDocument/diagnostic",
      params,
    );
    assert.deepEqual(items[0]?.range, { start: { line: 4, character: 5 }, end: { line: 4, character: 8 } });
  });

  test("changes to, and closing of, a document that is not open mean nothing", async () => {
    const never = `${uri}.never.md`;
    client.change(never, 2, guidelineText);
    client.close(never);
    const params = { textDocument: { uri: never } };
    assert.deepEqual(await client.request("textDocument/diagnostic", params), { kind: "full", items: [] });
  });

  test("requests that race a close and a new opening are answered for a text that is there", async () => {
    const raced = `${uri}.raced.md`;
    const answers: Promise<number | undefined>[] = [];
    for (let round = 0; round < 20; round++) {
      client.open(raced, guidelineText);
      const params = {
        ...about,
        textDocument: { uri: raced },
        position: { line: 7, character: 6 },
        draftId: "x",
      };
      for (const method of documentRequests.slice(0, 5)) answers.push(codeOf(method, params));
      client.close(raced);
      if (round % 2 === 0) client.open(raced, `\n\n${guidelineText}`);
      for (const method of documentRequests.slice(0, 5)) answers.push(codeOf(method, params));
      client.close(raced);
    }
    for (const code of await Promise.all(answers))
      assert.ok(code === undefined || code === -32801, String(code));
  });
});
