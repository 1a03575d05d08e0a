// What one event of an answer says, whichever server wrote it: text, the tokens behind it with their
// probabilities, and whether it is the last one. Pure; it trusts nothing that it reads.
import type { Json } from "./events.ts";

export interface RemoteToken {
  readonly text: string;
  readonly logprob: number;
  /** The likeliest tokens at this place, as far as the server tells them. */
  readonly top: readonly { readonly text: string; readonly logprob: number }[];
}

export interface Piece {
  readonly text: string;
  /** Undefined where the server tells no probabilities. */
  readonly tokens: readonly RemoteToken[] | undefined;
  /** Why the text ends with it; "stop" stands for a stop text and for the model's own end alike. */
  readonly last?: "length" | "stop" | undefined;
}

/** Undefined for events without any text of ours, such as the count of tokens at the end. */
export function pieceOf(event: Json): Piece | undefined {
  const choice = objectIn((event.choices as unknown[] | undefined)?.[0]);
  if (choice) {
    const said = [choice.text, objectIn(choice.delta)?.content, objectIn(choice.message)?.content];
    const text = said.find((one) => typeof one === "string") ?? "";
    const tokens = tokensOf(objectIn(choice.logprobs));
    return { text, tokens, last: reasonOf(choice.finish_reason) };
  }
  if (typeof event.response !== "string") return undefined;
  const tokens = Array.isArray(event.logprobs) ? tokenList(event.logprobs) : undefined;
  const last = event.done === true ? reasonOf(event.done_reason ?? "stop") : undefined;
  return { text: event.response, tokens, last };
}

const reasonOf = (said: unknown) => {
  if (said === null || said === undefined) return undefined;
  return said === "length" ? "length" : "stop";
};

/** The logarithm of the probability of the whole piece, where the server tells it. */
export function probabilityOf(tokens: readonly RemoteToken[] | undefined): number | undefined {
  if (!tokens || tokens.length === 0) return undefined;
  return asProbability(tokens.reduce((sum, { logprob }) => sum + logprob, 0));
}

export const asProbability = (logprob: number): number =>
  Math.min(1, Math.max(Number.MIN_VALUE, Math.exp(logprob)));

export function tokensOf(logprobs: Json | undefined): readonly RemoteToken[] | undefined {
  if (!logprobs) return undefined;
  if (Array.isArray(logprobs.content)) return tokenList(logprobs.content);
  const { tokens, token_logprobs: values, top_logprobs: tops } = logprobs;
  if (!Array.isArray(tokens) || !Array.isArray(values)) return undefined;
  return tokens.map((text, index) => {
    const top = objectIn(Array.isArray(tops) ? tops[index] : undefined) ?? {};
    return {
      text: String(text),
      logprob: numberOr(values[index], 0),
      top: Object.entries(top).map(([other, value]) => ({ text: other, logprob: numberOr(value, -1e9) })),
    };
  });
}

function tokenList(list: readonly unknown[]): readonly RemoteToken[] {
  return list.map((entry) => {
    const { token, logprob, top_logprobs: top } = objectIn(entry) ?? {};
    return {
      text: String(token),
      logprob: numberOr(logprob, 0),
      top: (Array.isArray(top) ? top : []).map((other) => ({
        text: String(objectIn(other)?.token),
        logprob: numberOr(objectIn(other)?.logprob, -1e9),
      })),
    };
  });
}

export const objectIn = (value: unknown): Json | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : undefined;

const numberOr = (value: unknown, otherwise: number) =>
  typeof value === "number" && !Number.isNaN(value) ? value : otherwise;
