// The text of every token, read once and in slices, and the question which tokens fit a piece of text.
// It must not know llama.cpp beyond the two functions it is given.
import { isConsistent } from "./healing.ts";
import type { Allowed } from "./sequence.ts";

const sliceLength = 2_000;

export interface VocabularySource<Token> {
  readonly tokens: Iterable<Token>;
  /** The token's text as it reads inside a text; "" for control tokens. */
  readonly text: (token: Token) => string;
  /** The token that a text inside another begins with. */
  readonly first: (text: string) => Token | undefined;
}

export class Vocabulary<Token extends number> {
  readonly #first: VocabularySource<Token>["first"];
  readonly #texts = new Map<Token, string>();
  /** By their first two UTF-16 units, or the only one: a blank alone begins half of all tokens. */
  readonly #byStart = new Map<string, Token[]>();

  private constructor(first: VocabularySource<Token>["first"]) {
    this.#first = first;
  }

  /** Gives way to everything else between slices, since a large vocabulary takes half a second. */
  static async read<Token extends number>(source: VocabularySource<Token>): Promise<Vocabulary<Token>> {
    const vocabulary = new Vocabulary<Token>(source.first);
    let left = sliceLength;
    for (const token of source.tokens) {
      vocabulary.#add(token, source.text(token));
      if (--left > 0) continue;
      left = sliceLength;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    return vocabulary;
  }

  #add(token: Token, text: string): void {
    // Tokens that are a part of a character spell nothing by themselves.
    if (text === "" || text.includes("\uFFFD")) return;
    this.#texts.set(token, text);
    const start = text.slice(0, 2);
    const same = this.#byStart.get(start);
    if (same) same.push(token);
    else this.#byStart.set(start, [token]);
  }

  text(token: Token): string {
    return this.#texts.get(token) ?? "";
  }

  /** The tokens that may come next when `tail` is still to be spelled. */
  consistent(tail: string): Allowed<Token> {
    // Else a blank, likely before a number, would be taken for the beginning of the next word.
    const first = this.#first(tail);
    const has = (token: Token) => {
      const text = this.text(token);
      return isConsistent(text, tail) && (text.length >= tail.length || token === first);
    };
    return { tokens: this.#startingLike(tail).filter(has), has };
  }

  #startingLike(tail: string): Token[] {
    const [start, first] = [tail.slice(0, 2), tail.slice(0, 1)];
    const starts =
      start === first ? [...this.#byStart.keys()].filter((one) => one.startsWith(first)) : [first, start];
    return starts.flatMap((one) => this.#byStart.get(one) ?? []);
  }
}
