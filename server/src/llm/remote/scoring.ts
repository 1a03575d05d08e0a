// How likely each of several texts is to follow a prompt, by what a server tells of its probabilities. It must not
// know which program answers, only in which of two ways it can be asked.
import type { ScoreRequest } from "../backend.ts";
import { ModelError, type ModelErrorCode } from "../errors.ts";
import type { Client } from "./client.ts";
import type { Json } from "./events.ts";
import { objectIn, type RemoteToken, tokensOf } from "./piece.ts";
import { garbled, remoteError } from "./remote-error.ts";

export interface Scorer {
  readonly client: Client;
  readonly model: string;
  /** The program's name. */
  readonly name: string;
}

const missing: readonly ModelErrorCode[] = [
  "remote-refused",
  "remote-missing",
  "remote-garbled",
  "remote-denied",
];

/** For what only some servers have, or what a proxy does not let through: undefined where it is not there. */
export function unlessMissing(error: unknown): undefined {
  if (!(error instanceof ModelError) || !missing.includes(error.code)) throw error;
}

/** By the prompt given back with the probabilities of its own tokens: one request a choice. */
export async function scoreByEcho(scorer: Scorer, { prefix, choices }: ScoreRequest, signal: AbortSignal) {
  const scores: number[] = [];
  for (const choice of choices) scores.push(choice === "" ? 0 : await echoed(scorer, prefix, choice, signal));
  return scores;
}

async function echoed(scorer: Scorer, prefix: string, choice: string, signal: AbortSignal): Promise<number> {
  const { client, model } = scorer;
  const body = { model, prompt: prefix + choice, max_tokens: 1, temperature: 0, echo: true, logprobs: 1 };
  const answer = await client.json({ path: "completions", body }, signal).catch(unlessMissing);
  if (!answer) throw cannotScore(scorer);
  const tokens = tokensOf(objectIn(objectIn((answer.choices as unknown[] | undefined)?.[0])?.logprobs)) ?? [];
  const own = tokens.slice(0, promptLength(answer, tokens));
  if (
    own.length < 2 ||
    !own
      .map(({ text }) => text)
      .join("")
      .endsWith(choice)
  )
    throw cannotScore(scorer);
  // From the end backwards: what a server puts in front of every prompt does not matter then.
  let left = choice.length;
  let sum = 0;
  for (let at = own.length - 1; left > 0 && at >= 0; at--) {
    sum += own[at]!.logprob;
    left -= own[at]!.text.length;
  }
  return Math.min(0, sum);
}

/** One token more than the prompt was asked for, since some servers refuse to write none. */
function promptLength(answer: Json, tokens: readonly RemoteToken[]): number {
  const counted = objectIn(answer.usage)?.prompt_tokens;
  return typeof counted === "number" ? counted : tokens.length - 1;
}

/** Token by token, each one forced and told with the probability that the model gave to it unforced. */
export async function scoreByTokens(scorer: Scorer, { prefix, choices }: ScoreRequest, signal: AbortSignal) {
  const { client } = scorer;
  const tokenise = async (content: string) => {
    const call = { path: "/tokenize", body: { content, add_special: true } };
    const tokens = (await client.json(call, signal).catch(unlessMissing))?.tokens;
    if (!Array.isArray(tokens)) throw cannotScore(scorer);
    return tokens as number[];
  };
  const plain = await tokenise(prefix);
  const wholes: number[][] = [];
  for (const choice of choices) wholes.push(choice === "" ? plain : await tokenise(prefix + choice));
  // Where a choice changes the prompt's last tokens, all choices are scored from the last token that all share.
  const shared = Math.min(plain.length, ...wholes.map((whole) => sharedLength(plain, whole)));
  const scores: number[] = [];
  for (const whole of wholes) {
    let sum = 0;
    for (let at = shared; at < whole.length; at++)
      sum += await forced(scorer, whole.slice(0, at), whole[at]!, signal);
    scores.push(sum);
  }
  return scores;
}

async function forced({ client }: Scorer, before: readonly number[], token: number, signal: AbortSignal) {
  const body = {
    prompt: before,
    n_predict: 1,
    n_probs: 1,
    temperature: 0,
    logit_bias: [[token, 1e6]],
    cache_prompt: true,
    stream: false,
  };
  const answer = await client.json({ path: "/completion", body }, signal);
  const said = objectIn((answer.completion_probabilities as unknown[] | undefined)?.[0]);
  if (said?.id !== token || typeof said.logprob !== "number")
    throw garbled(client.address.host, "it does not tell how likely a token is");
  return Math.min(0, said.logprob);
}

function sharedLength(a: readonly number[], b: readonly number[]): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

export const cannotScore = ({ client, name }: Scorer) =>
  remoteError(
    "remote-cannot",
    `The server at ${client.address.host} (${name}) does not tell how likely given texts are.`,
    "Use a local model, vLLM or llama-server for scoring.",
  );
