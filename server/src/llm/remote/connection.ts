// HTTP to one server and to no other: the token, the certificates, time-outs for each stage, and an end at once
// on abort. Redirects that lead elsewhere are refused. It must not know models or what is in a body.
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest, Agent as TlsAgent } from "node:https";
import { ModelError } from "../errors.ts";
import { retryAfterMs } from "../retry-after.ts";
import type { RemoteAddress } from "./address.ts";
import { authorities } from "./authorities.ts";
import { connectionError, elsewhere, garbled, PassingError, remoteError, silent } from "./remote-error.ts";

/** How long each stage of a request may take, in milliseconds. */
export interface Patience {
  readonly connect: number;
  /** From the request to the first sign of an answer: a large model may have to be loaded, and to read. */
  readonly firstByte: number;
  readonly betweenChunks: number;
}

const usualPatience: Patience = { connect: 10_000, firstByte: 180_000, betweenChunks: 60_000 };

export interface ConnectionOptions {
  readonly address: RemoteAddress;
  readonly token?: string | undefined;
  /** PEM text of an authority that is trusted besides those of this machine. */
  readonly certificates?: string | undefined;
  /** The user's own; go before the environment's. */
  readonly proxy?: string | undefined;
  readonly noProxy?: string | undefined;
  readonly patience?: Patience;
}

export interface Call {
  readonly method?: "GET" | "POST";
  /** Below the base of the API; with a slash in front, below the server's root. */
  readonly path: string;
  readonly body?: unknown;
}

export interface Answer {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly type: string;
  /** Left early, it ends the connection, and so the work of the server. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

const mostRedirects = 3;
const largestAnswer = 64 * 1024 * 1024;
/** More than the requests that may run at once, so that none of them waits for a socket. */
const mostSockets = 8;

export class Connection {
  readonly address: RemoteAddress;
  readonly token: string | undefined;
  readonly #agent: Agent;
  readonly #patience: Patience;

  constructor(given: ConnectionOptions) {
    const { address, token, certificates, patience = usualPatience } = given;
    this.address = address;
    this.token = token;
    this.#patience = patience;
    const options = {
      keepAlive: true,
      maxSockets: mostSockets,
      // A proxy stands between this machine and others, never before this machine itself.
      ...(!address.loopback && { proxyEnv: proxyEnvironment(given) }),
    };
    const trusted = address.encrypted ? authorities(certificates) : undefined;
    this.#agent = address.encrypted
      ? new TlsAgent({ ...options, ...(trusted && { ca: trusted }) })
      : new Agent(options);
  }

  /** Sends once and resolves with the head of the answer, whatever its status. */
  async send(call: Call, signal: AbortSignal): Promise<Answer> {
    const { base, origin, host } = this.address;
    let url = new URL(call.path.startsWith("/") ? origin + call.path : `${base}/${call.path}`);
    for (let hops = 0; ; hops++) {
      signal.throwIfAborted();
      const exchange = new Exchange(host, this.#patience, signal);
      const message = await exchange.begin(this.#request(url, call, signal), call.body);
      const target = redirectOf(url, message, call);
      if (!target) return { ...headOf(message), chunks: exchange.chunks(message) };
      message.destroy();
      if (target.origin !== origin) throw elsewhere(host, target.origin);
      if (hops >= mostRedirects) throw garbled(host, "it redirects in a circle");
      url = target;
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  #request(url: URL, { method = "POST", body }: Call, signal: AbortSignal): ClientRequest {
    const headers = {
      accept: "text/event-stream, application/json",
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
    };
    try {
      const request = this.address.encrypted ? httpsRequest : httpRequest;
      return request(url, { method, headers, agent: this.#agent, signal });
    } catch {
      throw remoteError(
        "remote-denied",
        "The stored token cannot be sent: it holds characters that a token never has.",
        "Store it again with “Guidewright: Connect to a Remote Engine”.",
      );
    }
  }
}

/** One request and its answer, with the reason why it ended if it did not end by itself. */
class Exchange {
  readonly #host: string;
  readonly #patience: Patience;
  readonly #signal: AbortSignal;
  #request: ClientRequest | undefined;
  #timer: NodeJS.Timeout | undefined;
  #why: Error | undefined;

  constructor(host: string, patience: Patience, signal: AbortSignal) {
    this.#host = host;
    this.#patience = patience;
    this.#signal = signal;
  }

  begin(request: ClientRequest, body: unknown): Promise<IncomingMessage> {
    this.#request = request;
    this.#allow(this.#patience.connect, "does not accept the connection");
    const connected = () => this.#allow(this.#patience.firstByte, "took the request but does not answer");
    request.once("socket", (socket) => {
      if (!socket.connecting) connected();
      else socket.once("encrypted" in socket ? "secureConnect" : "connect", connected);
    });
    return new Promise((resolve, reject) => {
      request.once("response", (message) => {
        clearTimeout(this.#timer);
        resolve(message);
      });
      // Stays for the whole of the exchange: an error that nobody hears would end the process.
      request.on("error", (error) => {
        clearTimeout(this.#timer);
        reject(this.#reason(error));
      });
      request.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  async *chunks(message: IncomingMessage): AsyncGenerator<Uint8Array> {
    let size = 0;
    try {
      this.#allow(this.#patience.betweenChunks, "stopped in the middle of its answer");
      for await (const chunk of message as AsyncIterable<Buffer>) {
        clearTimeout(this.#timer);
        size += chunk.length;
        if (size > largestAnswer) throw garbled(this.#host, "its answer does not end");
        yield chunk;
        this.#allow(this.#patience.betweenChunks, "stopped in the middle of its answer");
      }
    } catch (error) {
      throw this.#reason(error);
    } finally {
      clearTimeout(this.#timer);
      if (!message.complete) this.#request?.destroy();
    }
  }

  #allow(ms: number, otherwise: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#why = silent(this.#host, otherwise);
      this.#request?.destroy(this.#why);
    }, ms);
  }

  #reason(error: unknown): unknown {
    if (this.#signal.aborted) return this.#signal.reason;
    if (this.#why) return this.#why;
    if (error instanceof ModelError) return error;
    const reason = connectionError(this.#host, error);
    // An idle connection that the server closed just when it was used again: nothing is lost but a moment.
    const stale =
      this.#request?.reusedSocket === true && (error as NodeJS.ErrnoException).code === "ECONNRESET";
    return stale && reason instanceof ModelError ? new PassingError(reason, 0) : reason;
  }
}

/** Node goes by the names in small letters first. */
function proxyEnvironment({ proxy, noProxy }: ConnectionOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...(proxy && { http_proxy: proxy, https_proxy: proxy }),
    ...(noProxy && { no_proxy: noProxy }),
  };
}

const headOf = (message: IncomingMessage): Omit<Answer, "chunks"> => ({
  status: message.statusCode ?? 0,
  retryAfterMs: retryAfterMs(message.headers["retry-after"], message.headers.date),
  type: message.headers["content-type"] ?? "",
});

/** Where the answer sends us: 301 and 302 turn a POST into a GET for some, so they are followed for GET alone. */
function redirectOf(
  from: URL,
  { statusCode = 0, headers }: IncomingMessage,
  { method }: Call,
): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined;
  const target = URL.parse(headers.location, from.href) ?? undefined;
  const keeps = statusCode === 307 || statusCode === 308 || method === "GET";
  return target?.origin === from.origin && !keeps ? undefined : target;
}
