// Everything that can go wrong between us and a server, and what the user is told; what is tried again and what is not.
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { RawServer } from "../../../../test/support/raw-server.ts";
import { RemoteServer, type RemoteServerOptions } from "../../../../test/support/remote-server.ts";
import { authority, serverTls } from "../../../../test/support/test-certificates.ts";
import { ModelError, type ModelErrorCode } from "../errors.ts";
import { parseAddress } from "./address.ts";
import { Client, type Retrying } from "./client.ts";
import { Connection, type ConnectionOptions, type Patience } from "./connection.ts";

const never = new AbortController().signal;
const endings: (() => unknown)[] = [];
after(async () => {
  for (const end of endings.toReversed()) await end();
});

async function serve(options: Partial<RemoteServerOptions> = {}): Promise<RemoteServer> {
  const server = await RemoteServer.start({ kind: "vllm", ...options });
  endings.push(() => server.stop());
  return server;
}

async function serveBytes(bytes: string): Promise<string> {
  const raw = await RawServer.start((socket) => socket.once("data", () => socket.end(bytes)));
  endings.push(() => raw.stop());
  return `http://localhost:${raw.port}`;
}

interface Waits {
  readonly client: Client;
  readonly waited: number[];
}

function clientOn(
  url: string,
  { retrying, ...options }: Partial<ConnectionOptions> & { retrying?: Partial<Retrying> } = {},
): Waits {
  const waited: number[] = [];
  const usual: Retrying = {
    most: 3,
    pauseMs: 100,
    longestMs: 20_000,
    random: () => 0.5,
    wait: async (ms) => waited.push(ms),
  };
  const client = new Client(new Connection({ address: parseAddress(url), ...options }), {
    ...usual,
    ...retrying,
  });
  endings.push(() => client.close());
  return { client, waited };
}

const prompt = "Mrs Miller of 12 Long Street has a cough";
const call = { path: "completions", body: { prompt } };
const fails =
  (code: ModelErrorCode, words = /./) =>
  (error: unknown) => {
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.code, code, error.message);
    assert.match(`${error.message} ${error.advice}`, words);
    return true;
  };

describe("what the server refuses", () => {
  const refusals: readonly [number, string, ModelErrorCode, RegExp][] = [
    [401, "", "remote-denied", /does not let Guidewright in \(401\).*token/],
    [403, '{"error":{"message":"No."}}', "remote-denied", /It says: “No”/],
    [
      404,
      '{"message":"The model does not exist"}',
      "remote-missing",
      /The model does not exist.*remote\.model/,
    ],
    [400, '{"error":{"message":"max_tokens is too large"}}', "remote-refused", /max_tokens is too large/],
    [400, '{"error":{"type":"exceed_context_size_error"}}', "remote-too-long", /longer than the model/],
    [400, '{"message":"This model\'s maximum context length is 2048 tokens"}', "remote-too-long", /longer/],
    [413, "", "remote-too-long", /longer/],
    [500, "<html>Traceback</html>", "remote-failed", /failed \(500\)\. Try again/],
    [418, "", "remote-refused", /418/],
  ];
  for (const [status, body, code, words] of refusals) {
    test(`${status} ${body.slice(0, 40)} is ${code}, and not tried again`, async () => {
      const server = await serve();
      server.faults.push({ status, body });
      const { client, waited } = clientOn(server.url);
      await assert.rejects(client.call(call, never), fails(code, words));
      assert.deepEqual(waited, []);
    });
  }

  test("neither the text nor the token is repeated, even if the server repeats it", async () => {
    const server = await serve({ token: "tok-1234" });
    const { client } = clientOn(server.url, { token: "tok-wrong-9" });
    await assert.rejects(
      client.call(call, never),
      (error: ModelError) => !error.message.includes("tok-wrong"),
    );
    const open = await serve();
    open.faults.push({
      status: 400,
      body: JSON.stringify({ error: { message: `Bad prompt: Miller of\n12  Long Street` } }),
    });
    await assert.rejects(clientOn(open.url).client.call(call, never), (error: ModelError) => {
      assert.doesNotMatch(error.message, /Miller|Street/);
      return error.code === "remote-refused";
    });
  });
});

describe("what passes is waited for", () => {
  test("busy, then free: tried again with growing, scattered pauses", async () => {
    const server = await serve();
    server.faults.push({ status: 503 }, { status: 429 });
    const { client, waited } = clientOn(server.url, { retrying: { random: () => 0.25 } });
    assert.equal((await client.call(call, never)).status, 200);
    assert.deepEqual(waited, [75, 150]);
  });

  test("the server's own wish counts, in seconds or as a date", async () => {
    const server = await serve();
    // A clock of its own, years from ours.
    const [date, later] = [0, 10_000].map((ms) => new Date(1e12 + ms).toUTCString());
    server.faults.push({ status: 429, headers: { "retry-after": "7" } });
    server.faults.push({ status: 503, headers: { "retry-after": later!, date: date! } });
    const { client, waited } = clientOn(server.url);
    await client.call(call, never);
    assert.deepEqual(waited, [7050, 10_050]);
  });

  test("who wants to be left alone for long is, and who stays busy is given up", async () => {
    const server = await serve();
    server.faults.push({ status: 429, headers: { "retry-after": "3600" } });
    const { client, waited } = clientOn(server.url);
    await assert.rejects(client.call(call, never), fails("remote-busy", /busy or still loading/));
    assert.deepEqual(waited, []);
    server.faults.push({ status: 503 }, { status: 503 }, { status: 503 });
    await assert.rejects(client.call(call, never), fails("remote-busy"));
    assert.equal(waited.length, 2);
  });

  test("an abort ends the waiting at once", async () => {
    const server = await serve();
    server.faults.push({ status: 503 });
    const controller = new AbortController();
    const { client } = clientOn(server.url, {
      retrying: {
        wait: (_, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => reject(signal.reason));
            controller.abort(new Error("typed on"));
          }),
      },
    });
    await assert.rejects(client.call(call, controller.signal), /typed on/);
    assert.equal(server.seen.length, 1);
  });

  test("a connection that was refused is tried again, and then named", async () => {
    const server = await serve();
    const { url } = server;
    await server.stop();
    const { client, waited } = clientOn(url);
    await assert.rejects(
      client.call(call, never),
      fails("remote-unreachable", /connection was refused.*port/),
    );
    assert.equal(waited.length, 2);
  });

  test("a connection that the server closed just when it was used again costs nothing", async () => {
    const body = '{"data":[]}';
    const answer = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    const raw = await RawServer.start((socket) => {
      socket.once("data", () => {
        socket.write(answer);
        socket.once("data", () => socket.resetAndDestroy());
      });
    });
    endings.push(() => raw.stop());
    const { client, waited } = clientOn(`http://localhost:${raw.port}`);
    const list = { method: "GET", path: "models" } as const;
    await client.json(list, never);
    await client.json(list, never);
    assert.equal(raw.connections.length, 2);
    assert.deepEqual(waited, [50]);
  });
});

describe("what is no server of ours", () => {
  test("a name that nobody knows", async () => {
    const { client } = clientOn("http://no-such-host.invalid");
    await assert.rejects(
      client.call(call, never),
      fails("remote-unreachable", /not known in this network|cannot be reached/),
    );
  });

  test("something that speaks no HTTP, or a page instead of an API", async () => {
    const odd = await serveBytes("SSH-2.0-OpenSSH_9.6\r\n");
    await assert.rejects(clientOn(odd).client.call(call, never), fails("remote-garbled", /no HTTP/));
    const page = "HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 13\r\n\r\n<html></html>";
    const { client } = clientOn(await serveBytes(page));
    await assert.rejects(client.json(call, never), fails("remote-garbled", /no JSON/));
    const list = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n[]";
    await assert.rejects(
      clientOn(await serveBytes(list)).client.json(call, never),
      fails("remote-garbled", /no JSON object/),
    );
  });

  test("nothing at all: the connection closes without a word", async () => {
    await assert.rejects(
      clientOn(await serveBytes("")).client.call(call, never),
      fails("remote-garbled", /broke off/),
    );
  });

  test("less than it promised", async () => {
    const short = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    await assert.rejects(
      clientOn(await serveBytes(short)).client.json(call, never),
      fails("remote-garbled", /broke off/),
    );
  });
});

describe("time-outs", () => {
  const short: Patience = { connect: 40, firstByte: 40, betweenChunks: 40 };

  test("a server that accepts and says nothing", async () => {
    const raw = await RawServer.start(() => {});
    endings.push(() => raw.stop());
    const { client } = clientOn(`http://localhost:${raw.port}`, { patience: { ...short, connect: 10_000 } });
    await assert.rejects(
      client.call(call, never),
      fails("remote-silent", /took the request but does not answer/),
    );
  });

  test("a handshake that does not end", async () => {
    const raw = await RawServer.start(() => {});
    endings.push(() => raw.stop());
    const { client } = clientOn(`https://localhost:${raw.port}`, {
      patience: { ...short, firstByte: 10_000 },
    });
    await assert.rejects(client.call(call, never), fails("remote-silent", /does not accept the connection/));
  });

  test("an answer that stops in its middle", async () => {
    const half = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{";
    const raw = await RawServer.start((socket) => socket.once("data", () => socket.write(half)));
    endings.push(() => raw.stop());
    const { client } = clientOn(`http://localhost:${raw.port}`, {
      patience: { ...short, connect: 10_000, firstByte: 10_000 },
    });
    await assert.rejects(client.json(call, never), fails("remote-silent", /stopped in the middle/));
  });

  test("a reader that takes its time is no time-out", async () => {
    const server = await serve();
    const patience = { connect: 10_000, firstByte: 10_000, betweenChunks: 250 };
    const { client } = clientOn(server.url, { patience });
    const body = { prompt, stream: true, max_tokens: 3 };
    const answer = await client.call({ path: "completions", body }, never);
    let text = "";
    for await (const chunk of answer.chunks) {
      // Longer than the server may pause; by then it has sent everything.
      const until = performance.now() + (text === "" ? 300 : 0);
      while (performance.now() < until) await new Promise<void>((resolve) => setImmediate(resolve));
      text += Buffer.from(chunk).toString();
    }
    assert.match(text, /\[DONE\]/);
  });
});

describe("an abort", () => {
  test("closes the connection at once, before the answer and within it", async () => {
    const server = await serve();
    const { client } = clientOn(server.url);
    const controller = new AbortController();
    const body = { prompt, stream: true, max_tokens: 200 };
    const answer = await client.call({ path: "completions", body }, controller.signal);
    const reading = (async () => {
      for await (const _ of answer.chunks);
    })();
    controller.abort(new Error("typed on"));
    await assert.rejects(reading, /typed on/);
    assert.equal(await server.seen[0]!.left, true);

    const hung = Promise.withResolvers<void>();
    const raw = await RawServer.start((socket) => {
      socket.once("data", () => early.abort(new Error("typed on again")));
      socket.once("close", () => hung.resolve());
    });
    endings.push(() => raw.stop());
    const early = new AbortController();
    await assert.rejects(
      clientOn(`http://localhost:${raw.port}`).client.call(call, early.signal),
      /typed on again/,
    );
    await hung.promise;
  });

  test("before the start sends nothing", async () => {
    const server = await serve();
    await assert.rejects(clientOn(server.url).client.call(call, AbortSignal.abort(new Error("no"))), /no/);
    assert.equal(server.seen.length, 0);
  });
});

describe("redirects", () => {
  const redirect = (status: number, location: string) => ({ status, headers: { location } });

  test("to another server are refused, and nothing is sent there", async () => {
    const server = await serve();
    const other = await serve();
    for (const status of [301, 302, 307, 308]) {
      server.faults.push(redirect(status, `${other.url}/v1/completions`));
      const { client } = clientOn(server.url, { token: "secret" });
      await assert.rejects(
        client.call(call, never),
        fails("remote-elsewhere", /wants the text to be sent on to .*It was not sent/),
      );
    }
    assert.equal(other.seen.length, 0);
  });

  test("to another scheme are refused, too: the text would go there in the open", async () => {
    const server = await serve({ tls: serverTls });
    server.faults.push(redirect(307, server.url.replace("https", "http")));
    const { client } = clientOn(server.url, { certificates: authority });
    await assert.rejects(client.call(call, never), fails("remote-elsewhere"));
  });

  test("on the same server are followed, but not in a circle", async () => {
    const server = await serve();
    server.faults.push(redirect(307, "/v1/completions"));
    const { client } = clientOn(server.url);
    assert.equal((await client.call(call, never)).status, 200);
    assert.deepEqual(server.asked, [call.body, call.body]);
    for (let times = 0; times < 6; times++) server.faults.push(redirect(308, "/v1/completions"));
    await assert.rejects(client.call(call, never), fails("remote-garbled", /circle/));
  });
});

describe("TLS", () => {
  test("a certificate of an unknown authority is refused; with its file it is trusted", async () => {
    const server = await serve({ tls: serverTls });
    const list = { method: "GET", path: "models" } as const;
    const stranger = clientOn(server.url).client.json(list, never);
    await assert.rejects(stranger, fails("remote-untrusted", /not trusted.*remote\.certificates/));
    const { client } = clientOn(server.url, { certificates: authority });
    assert.ok(await client.json(list, never));
  });

  test("a certificate for another name is refused", async () => {
    const server = await serve({ tls: serverTls });
    const { client } = clientOn(server.url.replace("localhost", "127.0.0.1"), { certificates: authority });
    await assert.rejects(client.call(call, never), fails("remote-untrusted"));
  });

  test("https to a server that speaks http", async () => {
    const server = await serve();
    const { client } = clientOn(server.url.replace("http", "https"));
    await assert.rejects(client.call(call, never), fails("remote-untrusted", /does not answer in TLS/));
  });
});

test("a token with characters that no header holds is refused before anything is sent", async () => {
  const server = await serve();
  const { client } = clientOn(server.url, { token: "two\nlines" });
  await assert.rejects(client.call(call, never), fails("remote-denied", /cannot be sent/));
  assert.equal(server.seen.length, 0);
});
