// The language server with a model on another machine: what is sent there, when, and what the editor is told of it.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, test } from "node:test";
import type { InlineCompletionItem } from "vscode-languageserver";
import {
  type RemoteAccessParams,
  type RemoteAccessResult,
  remoteAccessRequest,
} from "../../server/src/protocol.ts";
import { RemoteServer } from "../support/remote-server.ts";
import { TestProxy } from "../support/test-proxy.ts";
import { Client } from "./client.ts";
import { positionOf } from "./texts.ts";

const uri = "file:///remote/guideline.md";
const text = "---\nguideline: true\n---\n\n# Geography\n\nThe capital of France is\n";
const token = "token-of-the-secret-storage";

describe("a remote engine", () => {
  let server: RemoteServer;
  let client: Client;
  let questions: RemoteAccessParams[];
  beforeEach(async () => {
    server = await RemoteServer.start({ kind: "vllm", token });
    questions = [];
  });
  afterEach(async () => {
    assert.deepEqual(await client.stop(), { code: 0, signal: null });
    assert.deepEqual(client.errors, []);
    // Neither the text nor the token is in anything that the editor logs or shows.
    const logged = JSON.stringify([
      ...client.sent("window/logMessage"),
      ...client.sent("window/showMessage"),
      client.stderr,
    ]);
    assert.ok(!logged.includes("capital of France") && !logged.includes(token), logged);
    await server.stop();
  });

  /** Without an answer the client does not know the request. */
  async function start(answer?: (host: RemoteAccessParams) => RemoteAccessResult, env = {}): Promise<void> {
    client = new Client({ settings: { remote: { url: server.url }, completion: { deadline: 60_000 } }, env });
    if (answer)
      client.connection.onRequest(remoteAccessRequest, (host: RemoteAccessParams) => {
        questions.push(host);
        return answer(host);
      });
    await client.initialize();
    client.open(uri, text);
  }

  const complete = () =>
    client.request<InlineCompletionItem[]>("textDocument/inlineCompletion", {
      textDocument: { uri },
      position: positionOf(text, "France is", "end"),
      context: { triggerKind: 2 },
    });

  test("writes ghost text once the client has said yes", async () => {
    await start(() => ({ allowed: true, token }));
    const [item] = await complete();
    assert.equal(
      item?.insertText,
      "The capital of France is Paris, and it is the largest city there too, as every child has learnt at school.",
    );
    assert.deepEqual(questions, [
      { origin: server.url, host: new URL(server.url).host, loopback: true, encrypted: false },
    ]);
    const ready = client.statuses.find(({ state }) => state === "ready");
    assert.match(ready!.message, /^meditron on localhost:\d+ is ready\.$/);
    // Nothing leaves this machine.
    assert.equal(ready!.remote, undefined);
  });

  test("sends nothing once the client has said no", async () => {
    await start(() => ({ allowed: false }));
    assert.deepEqual(await complete(), []);
    assert.equal(server.seen.length, 0);
    assert.match(
      client.statuses.at(-1)!.message,
      /Nothing is sent to localhost:\d+, because nobody has allowed it/,
    );
  });

  test("goes by the environment where the client does not know the question", async () => {
    await start(undefined, { GUIDEWRIGHT_REMOTE_TOKEN: token });
    assert.equal((await complete()).length, 1);
  });

  test("is reached through the editor's proxy, and through another one once that is set", async () => {
    const proxies = [await TestProxy.before(server.port), await TestProxy.before(server.port)];
    const [first, second] = proxies.map(({ url }) => url);
    const own = { remote: { url: "http://gpu.invalid:8000" }, completion: { deadline: 60_000 } };
    const use = (http: Record<string, unknown>) => {
      client.settings = ({ section = "" }) => (section === "guidewright" ? own : (http[section] ?? null));
    };
    client = new Client({ env: { HTTP_PROXY: "", http_proxy: "" } });
    client.connection.onRequest(remoteAccessRequest, () => ({ allowed: true, token }));
    use({ "http.proxy": first, "http.noProxy": ["localhost"] });
    await client.initialize();
    client.open(uri, text);
    assert.equal((await complete()).length, 1);
    assert.ok(proxies[0]!.asked.every((url) => url.startsWith("http://gpu.invalid:8000/")));
    const before = proxies[0]!.asked.length;
    assert.ok(before > 0 && proxies[1]!.asked.length === 0);
    use({ "http.proxy": second });
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => (proxies[1]!.asked.length > 0 ? true : undefined));
    assert.equal(proxies[0]!.asked.length, before);
    // Where proxies are switched off, the name alone leads nowhere.
    use({ "http.proxy": second, "http.proxySupport": "off" });
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => (client.statuses.at(-1)?.state === "failed" ? true : undefined));
    for (const proxy of proxies) proxy.stop();
  });

  test("on another machine is told of before anything is asked for", async () => {
    await start(() => ({ allowed: false }));
    client.settings = { remote: { url: "http://gpu.example.org:8000" } };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    const there = await client.until(() => client.statuses.find(({ remote }) => remote)?.remote);
    assert.deepEqual(there, { host: "gpu.example.org:8000", encrypted: false });
  });
});
