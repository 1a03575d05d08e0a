// Fetches one file from a hub that speaks like huggingface.co into a part file, going on behind what is there. It
// must not know hashes' verdicts, retries or the final place of the file.
import { open, stat, truncate } from "node:fs/promises";
import type { CatalogueEntry } from "../catalogue/model.ts";
import { retryAfterMs } from "../retry-after.ts";

export interface Hub {
  /** Where files come from; only its own origin is shown the token. */
  readonly endpoint: string;
  readonly token?: string | undefined;
  readonly fetch: typeof fetch;
}

/** What the hub says of a file before it sends it. */
export interface HubFacts {
  readonly size?: number;
  readonly sha256?: string;
}

export interface HubOptions {
  readonly signal: AbortSignal;
  /** Give up when no answer has begun after this long. */
  readonly connectMs: number;
  /** Give up when nothing has arrived for this long. */
  readonly stallMs: number;
  /** Before the first byte is written; may refuse. */
  readonly onFacts: (facts: HubFacts, have: number) => void | Promise<void>;
  readonly onBytes: (received: number, total: number | undefined) => void;
}

/** Why the hub did not deliver. */
export class HubFailure extends Error {
  readonly status: number | undefined;
  /** Trying again may help. */
  readonly retry: boolean;
  /** How long the hub wants to be left alone, in milliseconds. */
  readonly pauseMs: number | undefined;
  constructor(
    message: string,
    more: { status?: number; retry?: boolean; pauseMs?: number | undefined } = {},
  ) {
    super(message);
    this.status = more.status;
    this.retry = more.retry ?? false;
    this.pauseMs = more.pauseMs;
  }
}

const mostRedirects = 8;

export function hubUrl({ repo, file }: CatalogueEntry, endpoint: string): string | undefined {
  return repo && `${endpoint.replace(/\/+$/, "")}/${repo}/resolve/main/${encodeURIComponent(file)}`;
}

/** Appends what is missing to the part file; resolves when the hub says that this was all. */
export async function fetchFromHub(url: string, part: string, hub: Hub, options: HubOptions): Promise<void> {
  const watch = new Watchdog(options.signal);
  try {
    const have = await sizeOf(part);
    watch.expect(options.connectMs, "the server does not answer");
    const { response, facts } = await request(url, have, hub, watch.signal);
    const total = totalOf(response) ?? facts.size;
    const start = await startOf(response, part, have);
    await options.onFacts({ ...facts, ...(total !== undefined && { size: total }) }, start);
    await receive(response, { part, start, total, watch, options });
  } catch (error) {
    options.signal.throwIfAborted();
    throw watch.reason ?? asFailure(error);
  } finally {
    watch.stop();
  }
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.size,
    () => 0,
  );
}

interface Answer {
  readonly response: Response;
  readonly facts: HubFacts;
}

/** Redirects are followed here: the hub speaks of the file only in its own answer, and its token is for it alone. */
async function request(url: string, have: number, hub: Hub, signal: AbortSignal): Promise<Answer> {
  let facts: HubFacts = {};
  for (let redirects = 0, at = url; redirects <= mostRedirects; redirects++) {
    const response = await hub.fetch(at, { headers: headersFor(at, have, hub), signal, redirect: "manual" });
    facts = { ...facts, ...factsOf(response.headers) };
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) {
      if (response.ok || response.status === 416) return { response, facts };
      await response.body?.cancel();
      throw refusal(response);
    }
    await response.body?.cancel();
    at = new URL(location, at).href;
  }
  throw new HubFailure("the server redirects without end");
}

function headersFor(url: string, have: number, { endpoint, token }: Hub): Headers {
  // What is compressed on the way cannot be continued.
  const headers = new Headers({ "user-agent": "guidewright", "accept-encoding": "identity" });
  if (have > 0) headers.set("range", `bytes=${have}-`);
  if (token && mayBeTold(url, endpoint)) headers.set("authorization", `Bearer ${token}`);
  return headers;
}

/** A token goes to the hub it was made for, and never where everyone on the way could read it. */
function mayBeTold(url: string, endpoint: string): boolean {
  const { origin, protocol, hostname } = new URL(url);
  if (origin !== new URL(endpoint).origin) return false;
  return protocol === "https:" || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function factsOf(headers: Headers): HubFacts {
  const sha256 = /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(headers.get("x-linked-etag") ?? "")?.[1];
  const size = Number(headers.get("x-linked-size") || Number.NaN);
  return { ...(sha256 && { sha256 }), ...(Number.isSafeInteger(size) && { size }) };
}

function refusal({ status, statusText, headers }: Response): HubFailure {
  const said = reasons[headers.get("x-error-code") ?? ""];
  const message = said ?? `the server answered ${status} ${statusText}`.trim();
  const retry = status === 429 || status === 408 || status >= 500;
  const pauseMs = retryAfterMs(headers.get("retry-after"), headers.get("date"));
  return new HubFailure(message, { status, retry, pauseMs });
}

/** The hub's own names for what is wrong. */
const reasons: Readonly<Record<string, string>> = {
  GatedRepo: "the publisher gives it only to those who have asked for access",
  RepoNotFound: "the server has no such model, or does not show it without a token",
  EntryNotFound: "the model is there, but not this file of it (404)",
};

/** Where the body begins; a part that the server does not continue is emptied. */
async function startOf(response: Response, part: string, have: number): Promise<number> {
  if (response.status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${have}-`))
    return have;
  if (have > 0) await truncate(part, 0);
  if (response.status === 200) return 0;
  await response.body?.cancel();
  throw new HubFailure("the server could not continue the download", { retry: true });
}

/** Of the whole file, as far as the answer says it. */
function totalOf({ status, headers }: Response): number | undefined {
  const whole = /\/(\d+)$/.exec(headers.get("content-range") ?? "")?.[1];
  if (status === 206) return whole === undefined ? undefined : Number(whole);
  // A compressed transfer says nothing about the file's size.
  const length = headers.get("content-encoding") ? null : headers.get("content-length");
  return length === null ? undefined : Number(length);
}

interface Receipt {
  readonly part: string;
  readonly start: number;
  readonly total: number | undefined;
  readonly watch: Watchdog;
  readonly options: HubOptions;
}

async function receive(response: Response, { part, start, total, watch, options }: Receipt): Promise<void> {
  if (!response.body) throw new HubFailure("the server sent no content", { retry: true });
  const file = await open(part, start > 0 ? "a" : "w");
  let received = start;
  try {
    watch.expect(options.stallMs, "the connection stalled");
    for await (const piece of response.body) {
      // Written before the next is asked for, so that whatever ends the download loses nothing.
      await file.writeFile(piece);
      received += piece.length;
      options.onBytes(received, total);
      watch.expect(options.stallMs, "the connection stalled");
    }
  } finally {
    await file.close();
  }
  if (total !== undefined && received !== total)
    throw new HubFailure("the connection was cut", { retry: true });
}

function asFailure(error: unknown): unknown {
  const { code, syscall, cause, message } = error as NodeJS.ErrnoException & { cause?: unknown };
  // The disk's errors are not the network's, and what we threw ourselves needs no other words.
  if (error instanceof HubFailure || (error as Error).name === "ModelError" || isOfDisk(syscall))
    return error;
  const detail = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : message;
  return new HubFailure(`the connection failed (${detail || code})`, { retry: true });
}

const isOfDisk = (syscall: string | undefined) =>
  syscall !== undefined && !["connect", "read", "getaddrinfo"].includes(syscall);

/** Aborts when what is expected next does not come in time, or when the caller aborts. */
class Watchdog {
  readonly signal: AbortSignal;
  reason: HubFailure | undefined;
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(signal: AbortSignal) {
    this.signal = AbortSignal.any([signal, this.#controller.signal]);
  }

  expect(ms: number, otherwise: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.reason = new HubFailure(otherwise, { retry: true });
      this.#controller.abort(this.reason);
    }, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
