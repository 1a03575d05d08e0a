// Bytes that are no messages: what can be told apart is answered or passed over, and where the place of the
// next message is lost the server ends instead of going deaf.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Client, framed } from "./client.ts";

const parseError = -32700;
const invalidRequest = -32600;
const uri = "file:///framing/guideline.md";
const request = (id: unknown, method: unknown = "textDocument/diagnostic", params: unknown = askedFor) =>
  JSON.stringify({ jsonrpc: "2.0", id, method, params });
const askedFor = { textDocument: { uri } };

describe("messages that are none", () => {
  let client: Client;
  let last = 1000;
  before(async () => {
    client = await Client.start();
  });
  after(() => client.stop());

  const refusals = () => client.replies(null).map(({ error }) => error?.code);
  /** The codes of the errors without an id that these bytes were answered with; the server then still works. */
  async function refused(bytes: string | Uint8Array): Promise<(number | undefined)[]> {
    const known = refusals().length;
    client.raw(bytes);
    await works();
    return refusals().slice(known);
  }
  async function works(): Promise<void> {
    const id = `after-${last++}`;
    client.raw(framed(request(id)));
    const [reply] = await client.until(() =>
      client.replies(id).length > 0 ? client.replies(id) : undefined,
    );
    assert.deepEqual(reply?.result, { kind: "full", items: [] });
  }

  for (const body of [
    "{",
    "",
    "nonsense",
    '{"jsonrpc":"2.0","id":1,',
    "{'single': 1}",
    "\u0000",
    "[",
    "NaN",
  ]) {
    test(`bad JSON is answered: ${JSON.stringify(body)}`, async () => {
      assert.deepEqual(await refused(framed(body)), [parseError]);
    });
  }

  test("bytes that are no UTF-8 do no harm, inside a string or outside", async () => {
    assert.deepEqual(await refused(framed(Buffer.from([0xff, 0xfe, 0x00]))), [parseError]);
    const open = `{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///b.md","languageId":"markdown","version":1,"text":"`;
    const bytes = Buffer.concat([Buffer.from(open), Buffer.from([0xc3, 0x28, 0xff]), Buffer.from('"}}}')]);
    assert.deepEqual(await refused(framed(bytes)), []);
  });

  for (const body of ["[]", "7", '"text"', "null", "true", `[${request(1)},${request(2)}]`, "{}"]) {
    test(`JSON that is no message is answered: ${body.slice(0, 30)}`, async () => {
      assert.deepEqual(await refused(framed(body)), [invalidRequest]);
    });
  }

  for (const id of [null, {}, [], true]) {
    test(`a request whose id cannot be one is answered: ${JSON.stringify(id)}`, async () => {
      assert.deepEqual(await refused(framed(request(id))), [invalidRequest]);
    });
  }

  for (const method of [7, null, {}]) {
    test(`a request whose method cannot be one is answered: ${JSON.stringify(method)}`, async () => {
      const id = `method-${last++}`;
      assert.deepEqual(await refused(framed(request(id, method))), []);
      assert.deepEqual(
        client.replies(id).map(({ error }) => error?.code),
        [invalidRequest],
      );
    });
  }

  test("answers to questions that nobody asked are passed over", async () => {
    for (const id of [12345, "text", null])
      for (const more of [{ result: null }, { error: { code: 1, message: "no" } }, { error: 5 }, {}])
        assert.ok((await refused(framed(JSON.stringify({ jsonrpc: "2.0", id, ...more })))).length <= 1);
  });

  test("misshapen cancellations and protocol notifications are passed over", async () => {
    for (const params of [undefined, null, {}, { id: null }, { id: {} }, { id: 77 }, [1], "x"]) {
      for (const method of ["$/cancelRequest", "$/setTrace", "$/progress", "window/workDoneProgress/cancel"])
        client.raw(framed(JSON.stringify({ jsonrpc: "2.0", method, params })));
    }
    await works();
  });

  test("headers may be in any case, more than one, and come in pieces", async () => {
    const body = request("pieces");
    const bytes = `content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:${body.length}\r\n\r\n${body}`;
    for (const byte of Buffer.from(bytes)) client.raw(Uint8Array.of(byte));
    await client.until(() => client.replies("pieces")[0]);
  });

  test("hundreds of messages in one piece are all answered, in their order", async () => {
    const ids = Array.from({ length: 300 }, (_, i) => `many-${i}`);
    client.raw(Buffer.concat(ids.map((id) => framed(request(id)))));
    await client.until(() => client.replies(ids.at(-1)!)[0]);
    for (const id of ids) assert.equal(client.replies(id).length, 1);
  });
});

describe("a stream whose messages cannot be told apart", () => {
  for (const [name, bytes] of Object.entries({
    "garbage between messages": "garbage\r\n\r\n",
    "a header without a length": "Content-Type: text/plain\r\n\r\n{}",
    "a length that is no number": "Content-Length: long\r\n\r\n{}",
    "a length that is too small": `Content-Length: 12\r\n\r\n${request(1)}\r\n\r\n`,
  })) {
    test(`ends the server, which says why: ${name}`, async () => {
      const client = await Client.start();
      client.raw(bytes);
      assert.deepEqual(await client.ended, { code: 1, signal: null });
      assert.match(client.stderr, /cannot be read any further/);
    });
  }
});
