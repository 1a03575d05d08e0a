// One suggestion while the model is still writing it: the text so far, and whether it can still serve a
// reader who has typed on. It stops by itself where the model no longer believes what it writes. It must not
// know documents beyond the text before the cursor.

import type { Backend } from "../../llm/backend.ts";
import type { CompletionContext } from "./context.ts";

/** Where the whole text so far has become less likely than this, the rest is not worth showing. */
const leastLikely = 0.05;

export class Suggestion {
  readonly before: string;
  readonly done: Promise<void>;
  #text = "";
  #ended = false;
  #failure: unknown;
  readonly #abort = new AbortController();
  readonly #waiting = new Set<() => void>();

  constructor(backend: Backend, { before, prompt }: CompletionContext, maxTokens: number) {
    this.before = before;
    const typing = { lane: "inline", heal: true, probabilities: true } as const;
    const request = { prefix: prompt, maxTokens, stop: ["\n"], ...typing };
    this.done = this.#read(backend.complete(request, this.#abort.signal));
  }

  get text(): string {
    return this.#text;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get failure(): unknown {
    return this.#failure;
  }

  abort(): void {
    this.#abort.abort(new DOMException("A newer suggestion was asked for.", "AbortError"));
  }

  /** What is left of it for a cursor further on, or undefined when the author typed something else. */
  continueAt(before: string): { readonly rest: string; readonly possible: boolean } {
    const typed = before.startsWith(this.before) ? before.slice(this.before.length) : undefined;
    if (typed === undefined || this.#failure !== undefined) return { rest: "", possible: false };
    if (this.#text.startsWith(typed)) return { rest: this.#text.slice(typed.length), possible: true };
    return { rest: "", possible: !this.#ended && typed.startsWith(this.#text) };
  }

  /** Resolves at the next piece of text or at the end. */
  next(): Promise<void> {
    return this.#ended ? Promise.resolve() : new Promise((resolve) => this.#waiting.add(resolve));
  }

  async #read(
    chunks: AsyncIterable<{ readonly text: string; readonly probability?: number }>,
  ): Promise<void> {
    let likelihood = 1;
    try {
      for await (const { text, probability = 1 } of chunks) {
        likelihood *= probability;
        if (likelihood < leastLikely) {
          if (!endsWord(this.#text, text)) this.#text = this.#text.replace(/\S*$/, "");
          break;
        }
        this.#text += text;
        this.#wake();
      }
    } catch (error) {
      this.#failure = error;
    } finally {
      this.#ended = true;
      this.#wake();
    }
  }

  #wake(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

/** With this behind it the text's last word is whole; "7." and "e." may go on. */
const endsWord = (text: string, next: string) =>
  /^\s/.test(next) || (/^[.,;:!?)\]]/.test(next) && /\p{L}{3}$/u.test(text));
