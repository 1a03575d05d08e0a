// Fetches one file from a hub that speaks like huggingface.co into a part file, resuming what is there.
// It must not know hashes or the final place of the file.
import { open, stat, truncate } from "node:fs/promises";
import type { CatalogueEntry } from "./catalogue.ts";
import { exactSize } from "./catalogue.ts";

export interface HubOptions {
  readonly fetch: typeof fetch;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Give up when no answer has begun after this long. */
  readonly connectMs: number;
  /** Give up when nothing has arrived for this long. */
  readonly stallMs: number;
  readonly onBytes: (received: number, total: number | undefined) => void;
}

/** Why the hub did not deliver. `retry` says that trying again at once may help. */
export class HubFailure extends Error {
  readonly status: number | undefined;
  readonly retry: boolean;
  constructor(message: string, { status, retry = false }: { status?: number; retry?: boolean } = {}) {
    super(message);
    this.status = status;
    this.retry = retry;
  }
}

export function hubUrl(entry: CatalogueEntry, env: HubOptions["env"]): string | undefined {
  if (!entry.repo) return undefined;
  const endpoint = (env.HF_ENDPOINT || "https://huggingface.co").replace(/\/+$/, "");
  return `${endpoint}/${entry.repo}/resolve/main/${encodeURIComponent(entry.file)}`;
}

/** Appends what is missing to the part file; resolves when the hub says that this was all. */
export async function fetchFromHub(url: string, part: string, entry: CatalogueEntry, options: HubOptions) {
  const have = await sizeOf(part);
  if (have > 0 && have === exactSize(entry)) return;
  const watch = new Watchdog(options.signal);
  try {
    watch.expect(options.connectMs, "no answer from the server");
    const response = await request(url, have, options, watch.signal);
    const start = await startOf(response, part, have);
    const total = totalOf(response, start);
    checkTotal(total, entry);
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

async function request(
  url: string,
  have: number,
  options: HubOptions,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers({ "user-agent": "guidewright" });
  if (have > 0) headers.set("range", `bytes=${have}-`);
  if (options.env.HF_TOKEN) headers.set("authorization", `Bearer ${options.env.HF_TOKEN}`);
  const response = await options.fetch(url, { headers, signal, redirect: "follow" });
  if (response.ok || response.status === 416) return response;
  await response.body?.cancel();
  throw new HubFailure(`the server answered ${response.status} ${response.statusText}`.trim(), {
    status: response.status,
    retry: response.status >= 500,
  });
}

/** Where the body begins; a part that the server does not continue is emptied. */
async function startOf(response: Response, part: string, have: number): Promise<number> {
  if (response.status === 206 && response.headers.get("content-range")?.startsWith(`bytes ${have}-`))
    return have;
  if (have > 0) await truncate(part, 0);
  if (response.status === 200) return 0;
  await response.body?.cancel();
  throw new HubFailure("the server could not continue the download", { retry: true });
}

function totalOf(response: Response, start: number): number | undefined {
  // A compressed transfer says nothing about the file's size.
  if (response.headers.get("content-encoding")) return undefined;
  const length = response.headers.get("content-length");
  return length === null ? undefined : start + Number(length);
}

function checkTotal(total: number | undefined, entry: CatalogueEntry): void {
  const expected = exactSize(entry);
  if (total === undefined || expected === undefined || total === expected) return;
  throw new HubFailure(`the server's file has ${total} bytes instead of ${expected}`);
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

function asFailure(error: unknown): Error {
  if (error instanceof HubFailure) return error;
  const code = (error as NodeJS.ErrnoException).code;
  // The disk's errors are not the network's: trying again does not help.
  if (code === "ENOSPC" || code === "EACCES" || code === "EROFS" || code === "EDQUOT")
    return new HubFailure(`the file cannot be written (${code})`);
  const cause = (error as Error).cause;
  const detail = cause instanceof Error ? cause.message : (error as Error).message;
  return new HubFailure(`the connection failed (${detail})`, { retry: true });
}

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
      this.reason = new HubFailure(otherwise);
      this.#controller.abort(this.reason);
    }, ms);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
