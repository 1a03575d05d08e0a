// The time that one request takes: measured, and limited as the request asks. It must not know the text.
import type { CompleteRequest } from "../backend.ts";
import { ModelError } from "../errors.ts";
import type { Meter } from "../host/meter.ts";
import type { Json } from "./events.ts";
import { objectIn, type Piece } from "./piece.ts";
import { remoteError } from "./remote-error.ts";

type Limits = Pick<CompleteRequest, "prefillMs" | "decodeMs">;

export class Timing {
  readonly #meter: Meter;
  readonly #decodeMs: number | undefined;
  readonly #up = new AbortController();
  readonly #begun = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #last: number | undefined;
  #prompt = 0;
  #reused = 0;

  constructor(meter: Meter, host: string, { prefillMs, decodeMs }: Limits = {}) {
    this.#meter = meter;
    this.#decodeMs = decodeMs;
    if (prefillMs !== undefined) this.#end(prefillMs, tooSlow(host));
  }

  /** Fires when time is up. */
  get signal(): AbortSignal {
    return this.#up.signal;
  }

  /** Was there a first token before time was up? Then what is there is the answer. */
  get reached(): boolean {
    return this.#up.signal.aborted && !(this.#up.signal.reason instanceof ModelError);
  }

  event(piece: Piece | undefined, event: Json): void {
    const usage = objectIn(event.usage);
    this.#prompt = count(usage?.prompt_tokens) ?? count(event.prompt_eval_count) ?? this.#prompt;
    this.#reused = count(objectIn(usage?.prompt_tokens_details)?.cached_tokens) ?? this.#reused;
    if (!piece || piece.text === "") return;
    const now = performance.now();
    if (this.#last === undefined) {
      this.#meter.firstToken(now - this.#begun);
      clearTimeout(this.#timer);
      if (this.#decodeMs !== undefined) this.#end(this.#decodeMs, "deadline");
    } else {
      const tokens = piece.tokens?.length || 1;
      for (let token = 0; token < tokens; token++) this.#meter.decode((now - this.#last) / tokens);
    }
    this.#last = now;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#meter.request(this.#prompt, Math.min(this.#reused, this.#prompt));
  }

  #end(ms: number, reason: unknown): void {
    this.#timer = setTimeout(() => this.#up.abort(reason), ms);
  }
}

const count = (value: unknown) => (typeof value === "number" && value >= 0 ? value : undefined);

const tooSlow = (host: string) =>
  remoteError("too-slow", `${host} did not begin to answer in time.`, "Ask again, or wait longer.");
