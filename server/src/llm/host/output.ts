// From tokens to the text that may be shown: no half characters, nothing from a stop string on.
// Pure; it must not know llama.cpp or who reads the text.
import type { Chunk } from "../backend.ts";

const replacement = "\uFFFD";
/** A character has at most four bytes, so more tokens than that cannot be one unfinished character. */
const mostHeld = 4;
/** How many tokens back the decoder looks to know whether a blank belongs before a word. */
const lookBack = 4;

/** Turns tokens into text; `before` are the tokens just before them. */
export type Decode<Token> = (tokens: Token[], before: Token[]) => string;

/** Joins tokens to text and holds back the character that is not finished yet. */
export class TokenText<Token> {
  readonly #decode: Decode<Token>;
  #before: Token[];
  /** Tokens since the last one that ended at the end of a character. */
  #held: Token[] = [];
  /** How much of the held tokens' text has been given out. */
  #given = 0;
  #sinceProgress = 0;

  constructor(decode: Decode<Token>, before: readonly Token[]) {
    this.#decode = decode;
    this.#before = before.slice(-lookBack);
  }

  push(token: Token): string {
    this.#held.push(token);
    const text = this.#decode(this.#held, this.#before);
    const end = text.length - (/\uFFFD+$/.exec(text)?.[0].length ?? 0);
    const fresh = text.slice(this.#given, end);
    this.#sinceProgress = fresh === "" ? this.#sinceProgress + 1 : 0;
    if (end < text.length && this.#sinceProgress < mostHeld) this.#given = Math.max(this.#given, end);
    else this.#release();
    // Bytes that are no character are an accident of the model; nobody wants to see them.
    return fresh.replaceAll(replacement, "");
  }

  #release(): void {
    this.#before = [...this.#before, ...this.#held].slice(-lookBack);
    this.#held = [];
    this.#given = 0;
    this.#sinceProgress = 0;
  }
}

/** Passes text on until a stop string is complete; holds back what may be the beginning of one. */
export class StopStrings {
  readonly #stops: readonly string[];
  #held = "";
  #stopped = false;

  constructor(stops: readonly string[] = []) {
    this.#stops = stops.filter((stop) => stop !== "");
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  push(text: string): string {
    if (this.#stopped) return "";
    const all = this.#held + text;
    const ends = this.#stops.map((stop) => all.indexOf(stop)).filter((at) => at >= 0);
    if (ends.length > 0) {
      this.#stopped = true;
      this.#held = "";
      return all.slice(0, Math.min(...ends));
    }
    const keep = this.#partial(all);
    this.#held = all.slice(all.length - keep);
    return all.slice(0, all.length - keep);
  }

  /** What was held back, when nothing more comes. */
  flush(): string {
    const held = this.#held;
    this.#held = "";
    return held;
  }

  /** Length of the longest end of the text that begins a stop string. */
  #partial(text: string): number {
    const longest = Math.max(0, ...this.#stops.map((stop) => stop.length - 1));
    for (let length = Math.min(longest, text.length); length > 0; length--)
      if (this.#stops.some((stop) => stop.length > length && stop.startsWith(text.slice(-length))))
        return length;
    return 0;
  }
}

/** The way of a request's output: tokens in, chunks out. */
export class Output<Token> {
  readonly #text: TokenText<Token>;
  readonly #stops: StopStrings;
  readonly #emit: (chunk: Chunk) => void;
  #probability: number | undefined = 1;

  constructor(text: TokenText<Token>, stops: StopStrings, emit: (chunk: Chunk) => void) {
    this.#text = text;
    this.#stops = stops;
    this.#emit = emit;
  }

  /** True when a stop string was met and nothing more may come. */
  push(
    token: Token,
    probability: number | undefined,
    trim: (text: string) => string = (text) => text,
  ): boolean {
    return this.pushText(trim(this.#text.push(token)), probability);
  }

  pushText(text: string, probability: number | undefined): boolean {
    this.#weigh(probability);
    this.#send(this.#stops.push(text));
    return this.#stops.stopped;
  }

  end(): void {
    this.#send(this.#stops.flush());
  }

  /** Tokens without text of their own lend their probability to the next chunk. */
  #weigh(probability: number | undefined): void {
    if (probability === undefined || this.#probability === undefined) this.#probability = undefined;
    else this.#probability *= probability;
  }

  #send(text: string): void {
    if (text === "") return;
    this.#emit(this.#probability === undefined ? { text } : { text, probability: this.#probability });
    this.#probability = 1;
  }
}
