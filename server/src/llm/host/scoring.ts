// How likely each of several texts is to follow a prompt, exactly, by the model's own probabilities.
// It must not know the channel that requests come by, nor how a sequence computes.
import type { Token } from "node-llama-cpp";
import type { ScoreRequest } from "../backend.ts";
import type { Frame } from "./chat-frame.ts";
import type { PromptTokens } from "./prompt.ts";
import type { TokenSequence } from "./sequence.ts";

export interface ScoringParts {
  readonly prompts: PromptTokens<Token>;
  /** Tokens that a prompt may have when `reserve` more are to follow. */
  readonly limit: (reserve: number) => number;
  readonly frame: Frame<readonly Token[]>;
}

/** What is to be scored: the beginning that all choices share, and what each has beyond it. */
export interface Scored {
  readonly head: readonly Token[];
  readonly rests: readonly (readonly Token[])[];
}

/**
 * Prefix and choice are tokenised together. Where a choice changes the prefix's last tokens, all choices
 * are scored from the last token that all share: the scores then include the few characters between, which
 * are the same for all, and stay comparable.
 */
export async function splitChoices(
  { prompts, limit, frame }: ScoringParts,
  { prefix, choices }: ScoreRequest,
): Promise<Scored> {
  const plain = await prompts.tokens(prefix);
  const wholes: Token[][] = [];
  for (const choice of choices) {
    // In a turn of its own an answer does not begin with the blank that parts it from a question.
    if (frame.after.length > 0) wholes.push([...plain, ...(await prompts.tokens(choice.trimStart()))]);
    else wholes.push(choice === "" ? plain : await prompts.tokens(prefix + choice));
  }
  const shared = Math.min(plain.length, ...wholes.map((whole) => sharedLength(plain, whole)));
  const rests = wholes.map((whole) => whole.slice(shared));
  const longest = Math.max(0, ...rests.map((rest) => rest.length));
  if (longest > limit(0) / 2) throw new Error("A choice is too long for the model's context.");
  return { head: prompts.prompt(plain.slice(0, shared), limit(longest), frame), rests };
}

export async function scoreChoices(sequence: TokenSequence, { head, rests }: Scored) {
  const pending = await sequence.read(head);
  const firsts = [...new Set(rests.flatMap((rest) => rest.slice(0, 1)))];
  const logs = firsts.length > 0 ? await sequence.scoreEach(pending, firsts) : [];
  const scores: number[] = [];
  for (const [first, ...rest] of rests) {
    if (first === undefined) scores.push(0);
    else scores.push(logs[firsts.indexOf(first)]! + (await scoreRest(sequence, [...head, first], rest)));
  }
  return scores;
}

async function scoreRest(sequence: TokenSequence, before: Token[], rest: Token[]) {
  if (rest.length === 0) return 0;
  return sequence.scoreRun(await sequence.prefill(before), rest);
}

export function sharedLength<T>(a: readonly T[], b: readonly T[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
