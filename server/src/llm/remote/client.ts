// Calls to the server with everything that calls have in common: tries again what fails for a moment only, and
// turns refusals into errors in the user's words. It must not know what is asked for.
import { setTimeout as wait } from "node:timers/promises";
import type { RemoteAddress } from "./address.ts";
import type { Answer, Call, Connection } from "./connection.ts";
import { type Json, jsonOf, wholeText } from "./events.ts";
import { PassingError, refusalError } from "./remote-error.ts";

export interface Retrying {
  /** How often a call is made, all in all. */
  readonly most: number;
  /** Before the second try, on average; doubled each time. */
  readonly pauseMs: number;
  /** A server that wants to be left alone for longer is not asked again. */
  readonly longestMs: number;
  readonly random: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

const usualRetrying: Retrying = {
  most: 4,
  pauseMs: 400,
  longestMs: 20_000,
  random: Math.random,
  wait: (ms, signal) => wait(ms, undefined, { signal }),
};

export class Client {
  readonly #connection: Connection;
  readonly #retrying: Retrying;

  constructor(connection: Connection, retrying: Retrying = usualRetrying) {
    this.#connection = connection;
    this.#retrying = retrying;
  }

  get address(): RemoteAddress {
    return this.#connection.address;
  }

  /** An answer that promises success. Only this beginning is tried again, never what follows it. */
  async call(call: Call, signal: AbortSignal): Promise<Answer> {
    const { most, pauseMs, longestMs, random, wait } = this.#retrying;
    for (let tries = 1; ; tries++) {
      try {
        return await this.#once(call, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof PassingError)) throw error;
        // Spread, so that the windows of a whole team do not come back in the same moment.
        const spread = pauseMs * 2 ** (tries - 1) * (0.5 + random());
        const pause = error.afterMs === undefined ? spread : error.afterMs + pauseMs * random();
        if (tries >= most || pause > longestMs) throw error.error;
        await wait(pause, signal).catch(() => {});
        signal.throwIfAborted();
      }
    }
  }

  async json(call: Call, signal: AbortSignal): Promise<Json> {
    return jsonOf(this.address.host, await this.call(call, signal));
  }

  close(): void {
    this.#connection.close();
  }

  async #once(call: Call, signal: AbortSignal): Promise<Answer> {
    const answer = await this.#connection.send(call, signal);
    if (answer.status >= 200 && answer.status < 300) return answer;
    const { status, retryAfterMs } = answer;
    const body = await wholeText(answer).catch(() => "");
    const { token } = this.#connection;
    const sent = [...stringsIn(call.body), ...(token === undefined ? [] : [token])];
    throw refusalError(this.address.host, { status, retryAfterMs, body }, sent);
  }
}

/** Everything in a body that may come from a document. */
function stringsIn(body: unknown): readonly string[] {
  const { prompt, messages, content } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const texts = [
    prompt,
    content,
    ...(Array.isArray(messages) ? messages.map((one) => one?.content) : []),
  ].flat();
  return texts.filter((text) => typeof text === "string");
}
