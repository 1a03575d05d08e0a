// A model hub on this machine that speaks as the real one does: it says size and hash of a file and redirects to
// another host, which serves ranges; it knows gated models; and it misbehaves when a test tells it to.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly host: "hub" | "storage";
  readonly path: string;
  readonly range: string | undefined;
  readonly authorization: string | undefined;
}

/** What the hub or its storage does instead of what it should, for one request. */
export type Fault = (
  response: ServerResponse,
  content: Buffer,
  request: IncomingMessage,
) => void | Promise<void>;

export interface HubOptions {
  readonly content: Buffer;
  /** Without it, requests are refused as for a gated model. */
  readonly token?: string;
  /** A mirror says nothing of files and serves them itself. */
  readonly plain?: boolean;
}

export class HubServer {
  readonly seen: Seen[] = [];
  /** The next requests of that host, each in its own way; then all is well again. */
  readonly faults: Record<Seen["host"], Fault[]> = { hub: [], storage: [] };
  readonly #options: HubOptions;
  readonly #hub: Server;
  readonly #storage: Server;
  #onSeen = () => {};

  private constructor(options: HubOptions) {
    this.#options = options;
    this.#hub = createServer((request, response) => this.#asHub(request, response));
    this.#storage = createServer((request, response) => this.#asStorage(request, response));
  }

  static async start(options: HubOptions): Promise<HubServer> {
    const hub = new HubServer(options);
    for (const server of [hub.#hub, hub.#storage])
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return hub;
  }

  get endpoint(): string {
    return addressOf(this.#hub);
  }

  /** Resolves when so many requests have come. */
  async requests(count: number): Promise<void> {
    while (this.seen.length < count) {
      await new Promise<void>((resolve) => {
        this.#onSeen = resolve;
      });
    }
  }

  close(): void {
    for (const server of [this.#hub, this.#storage]) {
      server.closeAllConnections();
      server.close();
    }
  }

  #asHub(request: IncomingMessage, response: ServerResponse): void {
    const { content, token, plain } = this.#options;
    this.#note("hub", request);
    const fault = this.faults.hub.shift();
    if (fault) return void fault(response, content, request);
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      response
        .writeHead(401, { "x-error-code": "GatedRepo", "x-error-message": "Access is restricted." })
        .end();
      return;
    }
    if (plain) {
      serve(request, response, content);
      return;
    }
    response.writeHead(302, {
      location: `${addressOf(this.#storage)}/blob?signature=abc`,
      "x-linked-size": content.length,
      "x-linked-etag": `"${createHash("sha256").update(content).digest("hex")}"`,
      "x-repo-commit": "0".repeat(40),
    });
    response.end("Found. Redirecting");
  }

  #asStorage(request: IncomingMessage, response: ServerResponse): void {
    this.#note("storage", request);
    const fault = this.faults.storage.shift();
    if (fault) return void fault(response, this.#options.content, request);
    serve(request, response, this.#options.content);
  }

  #note(host: Seen["host"], { url = "", headers }: IncomingMessage): void {
    this.seen.push({ host, path: url, range: headers.range, authorization: headers.authorization });
    this.#onSeen();
  }
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** As storage does, with ranges. */
function serve(request: IncomingMessage, response: ServerResponse, content: Buffer): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  if (from >= content.length) {
    response.writeHead(416, { "content-range": `bytes */${content.length}` }).end();
    return;
  }
  const body = content.subarray(from);
  const range = from > 0 ? { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` } : {};
  response.writeHead(from > 0 ? 206 : 200, {
    "content-length": body.length,
    "accept-ranges": "bytes",
    ...range,
  });
  response.end(body);
}

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (response) =>
    void response.writeHead(code, headers).end();

/** Says that it sends everything, sends so many bytes, waits until `when`, and cuts the connection. */
export const cutAfter =
  (bytes: number, when: () => Promise<void> = async () => {}): Fault =>
  async (response, content, request) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
    const body = content.subarray(from);
    const range = { "content-range": `bytes ${from}-${content.length - 1}/${content.length}` };
    response.writeHead(from > 0 ? 206 : 200, { "content-length": body.length, ...(from > 0 && range) });
    response.write(body.subarray(0, bytes));
    await when();
    response.socket?.destroy();
  };

/** Sends all of it, whatever was asked for. */
export const ignoreRange: Fault = (response, content) =>
  void response.writeHead(200, { "content-length": content.length }).end(content);

/** As many bytes as there should be, but others. */
export const wrongBytes: Fault = (response, content) =>
  void response.writeHead(200, { "content-length": content.length }).end(Buffer.alloc(content.length, "x"));

/** Sends so many bytes of the content, and says that this is all. */
export const shortened =
  (bytes: number): Fault =>
  (response, content) =>
    void response.writeHead(200, { "content-length": bytes }).end(content.subarray(0, bytes));

/** Sends so many bytes and then nothing more, for ever; none: no answer at all. */
export const stallAfter =
  (bytes: number): Fault =>
  (response, content) => {
    if (bytes === 0) return;
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, bytes));
  };
