// The pure parts of token healing: a prompt that ends in half a word or in a space is cut back to where
// a token would have begun, and the first tokens must spell what was cut. It must not know llama.cpp.

export interface Split {
  readonly head: string;
  /** What the next tokens have to spell before anything new may come. Empty: nothing to heal. */
  readonly tail: string;
}

const longestTail = 32;

/** Cuts off the last word with the blanks before it; never across a line break, never half a character. */
export function splitForHealing(prefix: string): Split {
  const from = Math.max(0, prefix.length - 4 * longestTail);
  const tail = /[^\S\r\n]*\S*$/.exec(prefix.slice(from))?.[0] ?? "";
  let cut = prefix.length - Math.min(tail.length, longestTail);
  // The second half of a surrogate pair belongs to the head's last character.
  if (cut > 0 && cut < prefix.length && isLowSurrogate(prefix.charCodeAt(cut))) cut++;
  return { head: prefix.slice(0, cut), tail: prefix.slice(cut) };
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;

/** May a token with this text come next when `tail` is still to be spelled? */
export function isConsistent(text: string, tail: string): boolean {
  if (text === "") return false;
  return text.length < tail.length ? tail.startsWith(text) : text.startsWith(tail);
}

export interface Candidate<Token> {
  readonly token: Token;
  readonly logit: number;
}

export interface Choice<Token> {
  readonly token: Token;
  /** Among the candidates given, which is the probability under the condition that the tail is spelled. */
  readonly probability: number;
}

/** The likeliest candidate; with a temperature, one drawn by `random` (0..1). */
export function choose<Token>(
  candidates: readonly Candidate<Token>[],
  temperature = 0,
  random = 0,
): Choice<Token> | undefined {
  const sorted = candidates.toSorted((a, b) => b.logit - a.logit);
  const top = sorted[0];
  if (!top) return undefined;
  const weights = sorted.map(({ logit }) => Math.exp(logit - top.logit));
  const total = sum(weights);
  const index =
    temperature > 0
      ? draw(
          sorted.map(({ logit }) => Math.exp((logit - top.logit) / temperature)),
          random,
        )
      : 0;
  return { token: sorted[index]!.token, probability: weights[index]! / total };
}

function draw(weights: readonly number[], random: number): number {
  let left = random * sum(weights);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return Math.max(index, 0);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
