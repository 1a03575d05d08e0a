// Times one answer of a server, and reads how much of the prompt it had in its cache. It must not know the text.
import type { Meter } from "../host/meter.ts";
import type { Json } from "./events.ts";
import { objectIn, type Piece } from "./piece.ts";

export class Timing {
  readonly #meter: Meter;
  readonly #begun = performance.now();
  #last: number | undefined;
  #prompt = 0;
  #reused = 0;

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  event(piece: Piece | undefined, event: Json): void {
    const usage = objectIn(event.usage);
    this.#prompt = count(usage?.prompt_tokens) ?? count(event.prompt_eval_count) ?? this.#prompt;
    this.#reused = count(objectIn(usage?.prompt_tokens_details)?.cached_tokens) ?? this.#reused;
    if (!piece || piece.text === "") return;
    const now = performance.now();
    if (this.#last === undefined) this.#meter.firstToken(now - this.#begun);
    else {
      const tokens = piece.tokens?.length || 1;
      for (let token = 0; token < tokens; token++) this.#meter.decode((now - this.#last) / tokens);
    }
    this.#last = now;
  }

  end(): void {
    this.#meter.request(this.#prompt, Math.min(this.#reused, this.#prompt));
  }
}

const count = (value: unknown) => (typeof value === "number" && value >= 0 ? value : undefined);
