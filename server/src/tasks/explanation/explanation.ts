// Explains one term of a guideline in a sentence, by examples. The answer is checked before anyone sees it:
// an explanation with a dose, a citation or a loop is none.

import type { Backend } from "../../llm/backend.ts";
import { fill, preambleOf } from "../fill.ts";
import { containsCitation, containsDose } from "../unsafe-text.ts";
import prompt from "./prompt.md";

export interface ExplanationSubject {
  readonly short: string;
  /** What the document says it stands for, where it says so. */
  readonly long: string | undefined;
  /** The sentence or line in which it stands. */
  readonly sentence: string;
}

export const explanationPreamble = preambleOf(prompt);

const mostTokens = 60;
/** Nobody holds the mouse still for longer. What was read by then is kept, and whole sentences are shown. */
const patience = { prefillMs: 60_000, decodeMs: 15_000 };
const mostSentences = 2;
const shortest = 20;

export async function explain(
  backend: Backend,
  { short, long, sentence }: ExplanationSubject,
  signal: AbortSignal,
): Promise<string | undefined> {
  const term = long === undefined ? short : `${short} (${long})`;
  const prefix = fill(prompt, { term, sentence: sentence.slice(0, 300) });
  let text = "";
  const request = { prefix, preamble: explanationPreamble, maxTokens: mostTokens, stop: ["\n"], ...patience };
  for await (const chunk of backend.complete({ ...request, lane: "explain" }, signal)) text += chunk.text;
  return acceptExplanation(text);
}

/** The whole sentences of the output, or undefined when they cannot be shown. */
export function acceptExplanation(output: string): string | undefined {
  const text = output
    .replace(/[<>`|]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  // Cut only where a new sentence begins: nothing before a cut is left out of the checks.
  const sentences = text
    .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
    .slice(0, mostSentences)
    .filter((sentence) => /[.!?]$/.test(sentence));
  const explanation = [...new Set(sentences)].join(" ");
  if (explanation.length < shortest || containsDose(explanation) || containsCitation(explanation))
    return undefined;
  return explanation;
}
