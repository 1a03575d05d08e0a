// Token healing with a server elsewhere: the prompt was cut back to the border of a word, and the answer has to
// begin with what was cut off. Where it begins otherwise, the likeliest token that fits leads back to the text.
// Pure; it must not know how the server is asked.
import type { Chunk } from "../backend.ts";
import { asProbability, type Piece, probabilityOf, type RemoteToken } from "./piece.ts";

/** Where to ask again, after an answer that did not spell what was cut off. */
export interface Detour {
  /** To be put behind the prompt that was sent. */
  readonly text: string;
  readonly probability: number;
}

/** No token that the server tells fits, or it tells none. */
type Dropped = Detour | "none" | "untold";

export class HealedAnswer {
  /** What the answer has to spell before anything new may come. */
  #left: string;
  /** Spelled so far. */
  #spelled = "";
  /** Under the condition that it spells what was cut off; undefined where the server tells nothing. */
  #probability: number | undefined = 1;
  #begun: boolean;
  #detour: Dropped | undefined;

  /** `loose`: blanks at the beginning do not matter, since models that chat never write them. */
  constructor(tail: string, loose = false) {
    this.#left = loose ? tail.trimStart() : tail;
    this.#begun = !loose;
  }

  /** Set once the answer does not continue the text: nothing of it may be shown. */
  get detour(): Dropped | undefined {
    return this.#detour;
  }

  push({ text: written, tokens }: Piece): Chunk | undefined {
    const text = this.#begun ? written : written.trimStart();
    if (text === "" || this.#detour) return undefined;
    this.#begun = true;
    if (this.#left === "") return this.#chunk(text, probabilityOf(tokens));
    if (!fits(text, this.#left)) {
      this.#detour = tokens ? this.#detourBy(tokens) : "untold";
      return undefined;
    }
    const probability = tokens && spelling(tokens, this.#left);
    const rest = text.slice(this.#left.length);
    this.#spelled += text.slice(0, this.#left.length);
    this.#left = this.#left.slice(text.length);
    if (rest !== "") return this.#chunk(rest, probability);
    this.#weigh(probability);
    return undefined;
  }

  #chunk(text: string, probability: number | undefined): Chunk {
    this.#weigh(probability);
    const weighed = this.#probability;
    this.#probability = 1;
    return weighed === undefined ? { text } : { text, probability: Math.max(Number.MIN_VALUE, weighed) };
  }

  #weigh(probability: number | undefined): void {
    if (probability === undefined || this.#probability === undefined) this.#probability = undefined;
    else this.#probability *= probability;
  }

  #detourBy(tokens: readonly RemoteToken[]): Detour | "none" {
    let { text, left, probability } = {
      text: this.#spelled,
      left: this.#left,
      probability: this.#probability ?? 1,
    };
    for (const token of tokens) {
      const among = consistent(token, left);
      const best = among.toSorted((a, b) => b.logprob - a.logprob)[0];
      if (!best) return "none";
      text += best.text;
      probability *= share(best, among);
      if (best.text !== token.text) return { text, probability };
      left = left.slice(best.text.length);
    }
    return "none";
  }
}

const fits = (text: string, tail: string) => tail.startsWith(text) || text.startsWith(tail);

type Candidate = Pick<RemoteToken, "text" | "logprob">;

/** The token and the likeliest others, as far as they begin to spell `tail`. */
const consistent = (token: RemoteToken, tail: string): readonly Candidate[] =>
  [token, ...token.top.filter(({ text }) => text !== token.text)].filter(
    ({ text }) => text !== "" && fits(text, tail),
  );

const share = (one: Candidate, among: readonly Candidate[]) =>
  asProbability(one.logprob) / among.reduce((sum, { logprob }) => sum + asProbability(logprob), 0);

/**
 * The probability of these tokens under the condition that they spell `tail`, as far as the server tells the likeliest
 * ones. Without the condition every half word would count as unlikely.
 */
function spelling(tokens: readonly RemoteToken[], tail: string): number | undefined {
  if (tokens.length === 0) return undefined;
  let left = tail;
  let probability = 1;
  for (const token of tokens) {
    probability *=
      left === ""
        ? asProbability(token.logprob)
        : share(token, [token, ...consistent(token, left).filter((other) => other !== token)]);
    left = left.slice(token.text.length);
  }
  return probability;
}
