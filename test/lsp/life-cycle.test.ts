// From the first message to the end of the process: the order the protocol demands, exit codes, and that the
// server ends with whoever started it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, test } from "node:test";
import { endsWithTests } from "../support/process-life.ts";
import { Client, framed } from "./client.ts";
import { guidelineText } from "./texts.ts";

const notInitialized = -32002;
const invalidRequest = -32600;
const invalidParams = -32602;
const uri = "file:///life-cycle/guideline.md";
const pull = { textDocument: { uri } };

describe("the life cycle", () => {
  test("before initialize there is ServerNotInitialized, and nothing else has an effect", async () => {
    const client = new Client();
    for (const method of ["textDocument/diagnostic", "shutdown", "no/such/method"])
      assert.equal((await client.refusal(method, pull)).code, notInitialized);
    client.open(uri, guidelineText);
    client.notify("no/such/notification", {});
    await client.initialize();
    assert.deepEqual(await client.request("textDocument/diagnostic", pull), { kind: "full", items: [] });
    await client.stop();
  });

  test("initialize without parameters is refused and can be repeated", async () => {
    const client = new Client();
    for (const params of [undefined, null, [], {}, { capabilities: null }, "parameters", 7])
      assert.equal((await client.refusal("initialize", params)).code, invalidParams);
    await client.initialize();
    assert.equal(client.initialized.serverInfo?.name, "Guidewright");
    await client.stop();
  });

  test("the barest initialize is enough", async () => {
    const client = new Client();
    const result = await client.request<{ capabilities: object }>("initialize", { capabilities: {} });
    assert.ok(result.capabilities);
    client.notify("initialized");
    client.open(uri, guidelineText);
    const published = await client.until(() => client.published[0]);
    assert.equal(published.diagnostics.length, 1);
    await client.stop();
  });

  test("a second initialize is refused and changes nothing", async () => {
    const client = await Client.start();
    client.open(uri, guidelineText);
    const params = { processId: null, rootUri: null, capabilities: {} };
    assert.equal((await client.refusal("initialize", params)).code, invalidRequest);
    const report = await client.request<{ items: unknown[] }>("textDocument/diagnostic", pull);
    assert.equal(report.items.length, 1);
    await client.stop();
  });

  test("shutdown and exit end it with 0", async () => {
    const client = await Client.start();
    client.open(uri, guidelineText);
    assert.equal(await client.request("shutdown"), null);
    client.notify("exit");
    assert.deepEqual(await client.ended, { code: 0, signal: null });
  });

  test("after shutdown only exit is heard", async () => {
    const client = await Client.start();
    await client.request("shutdown");
    for (const method of ["textDocument/diagnostic", "shutdown", "initialize"])
      assert.equal((await client.refusal(method, pull)).code, invalidRequest);
    client.open(uri, guidelineText);
    client.notify("exit");
    assert.deepEqual(await client.ended, { code: 0, signal: null });
    assert.deepEqual(client.errors, []);
  });

  test("shutdown is answered while the model is writing, and so is what it was asked", async () => {
    const client = await Client.start({ settings: { completion: { deadline: 60_000 } } });
    await client.script({ otherwise: " fluids by mouth", hold: true });
    client.open(uri, guidelineText);
    const position = { line: 7, character: 32 };
    const asked = client.request("guidewright/explain", { ...pull, position: { line: 7, character: 6 } });
    const typed = client.request("textDocument/inlineCompletion", {
      ...pull,
      position,
      context: { triggerKind: 1 },
    });
    await client.until(() => client.asked[1]);
    assert.equal(await client.request("shutdown"), null);
    assert.deepEqual(await Promise.all([asked, typed]), [null, []]);
    client.notify("exit");
    assert.deepEqual(await client.ended, { code: 0, signal: null });
  });

  test("exit alone ends it with 1, before and after initialize", async () => {
    for (const client of [new Client(), await Client.start()]) {
      client.notify("exit");
      assert.deepEqual(await client.ended, { code: 1, signal: null });
    }
  });

  test("it ends when its input ends, having answered what had arrived", async () => {
    const client = await Client.start({ capabilities: { textDocument: { diagnostic: {} } } });
    const textDocument = { uri, languageId: "markdown", version: 1, text: guidelineText };
    const open = { jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } };
    const ask = { jsonrpc: "2.0", id: "last", method: "textDocument/diagnostic", params: pull };
    client.child.stdin?.end(Buffer.concat([open, ask].map((message) => framed(JSON.stringify(message)))));
    const reply = await client.until(() => client.replies("last")[0]);
    assert.equal((reply.result as unknown as { items: unknown[] }).items.length, 1);
    assert.deepEqual(await client.ended, { code: 1, signal: null });
  });

  test("it ends when nobody reads its output any more", async () => {
    const client = await Client.start();
    client.child.stdout?.destroy();
    client.notify("no/such/notification", {});
    client.raw('Content-Length: 53\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"no/such","params":{}}');
    assert.equal((await client.ended).code, 1);
  });

  test("it ends when the process that started it has ended", async () => {
    const parent = spawn(process.execPath, ["-e", "process.stdin.resume()"], endsWithTests);
    const client = await Client.start({ params: { processId: parent.pid } });
    parent.stdin.end();
    await once(parent, "exit");
    assert.deepEqual(await client.ended, { code: 1, signal: null });
  });

  test("it never ends by itself while its client lives", async () => {
    const client = await Client.start({ params: { processId: null } });
    assert.deepEqual(await client.request("textDocument/diagnostic", pull), { kind: "full", items: [] });
    assert.deepEqual(await client.stop(), { code: 0, signal: null });
  });
});
