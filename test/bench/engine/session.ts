// A typing session on a guideline, the same in every run: words of the text itself typed key by key, slips that
// are taken back, rests, and corrections some two hundred tokens further up. It must not know who is sent it.

import type { Range } from "vscode-languageserver";
import { randomNumbers } from "../../support/random-numbers.ts";

export interface Key {
  /** Milliseconds since the key before. */
  readonly after: number;
  readonly change: { readonly range: Range; readonly text: string };
  /** The document and the cursor once it was pressed. */
  readonly text: string;
  readonly offset: number;
  /** The author stops and looks what is suggested. */
  readonly rests: boolean;
}

export interface SessionOptions {
  readonly text: string;
  readonly words: number;
  /** The author stops and looks after so many. */
  readonly wordsToRest?: number;
  readonly seed?: number;
}

const wordsToSlip = 7;
const wordsToCorrection = 15;
/** About two hundred tokens. */
const correctionDistance = 800;
const correction = "promptly ";

/** The document before the first key: there is enough above the paragraph that is typed. */
export function textBefore(text: string): string {
  const third = Math.floor(text.length / 3);
  return text.slice(0, third + text.slice(third).search(/\n[^\s#|]/) + 1);
}

export function* typingSession(options: SessionOptions): Generator<Key> {
  const { text, words, wordsToRest = 3, seed = 1 } = options;
  const before = textBefore(text);
  const author = new Author(before, seed);
  const typed = text.slice(before.length).match(/\S+\s*/g) ?? [];
  for (const [i, word] of typed.slice(0, words).entries()) {
    const [ink, blank] = [word.trimEnd(), word.slice(word.trimEnd().length)];
    const slips = i % wordsToSlip === wordsToSlip - 1 && ink.length > 2;
    for (const [at, letter] of [...ink].entries()) {
      if (slips && at === 2) yield* author.slip();
      const last = at === [...ink].length - 1;
      yield author.type(letter, last && i % wordsToRest === wordsToRest - 1);
    }
    for (const letter of blank) yield author.type(letter);
    if (i % wordsToCorrection === wordsToCorrection - 1) yield* author.correct();
  }
}

class Author {
  #text: string;
  #offset: number;
  readonly #random: () => number;

  constructor(text: string, seed: number) {
    this.#text = text;
    this.#offset = text.length;
    this.#random = randomNumbers(seed);
  }

  type(letter: string, rests = false): Key {
    return this.#press(0, letter, rests);
  }

  *slip(): Generator<Key> {
    yield this.type("q");
    yield this.#press(1, "", false);
  }

  /** Goes up, puts a word in, and comes back to where it was. */
  *correct(): Generator<Key> {
    const fromEnd = this.#text.length - this.#offset;
    const place = this.#text.lastIndexOf(" ", this.#offset - correctionDistance) + 1;
    this.#offset = place;
    for (const letter of correction) yield this.type(letter);
    this.#offset = this.#text.length - fromEnd;
  }

  #press(remove: number, insert: string, rests: boolean): Key {
    const start = this.#offset - remove;
    const range = { start: positionAt(this.#text, start), end: positionAt(this.#text, this.#offset) };
    this.#text = this.#text.slice(0, start) + insert + this.#text.slice(this.#offset);
    this.#offset = start + insert.length;
    // Between 90 and 230: a practised typist.
    const after = 90 + Math.floor(this.#random() * 140);
    return { after, change: { range, text: insert }, text: this.#text, offset: this.#offset, rests };
  }
}

export function positionAt(text: string, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split("\n").length - 1;
  return { line, character: offset - (before.lastIndexOf("\n") + 1) };
}

/** The keys up to and with each rest. */
export function burstsOf(keys: Iterable<Key>): Key[][] {
  const bursts: Key[][] = [[]];
  for (const key of keys) {
    bursts.at(-1)?.push(key);
    if (key.rests) bursts.push([]);
  }
  return bursts.filter((burst) => burst.at(-1)?.rests);
}
