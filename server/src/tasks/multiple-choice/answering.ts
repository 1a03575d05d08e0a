// Lets a model answer multiple-choice questions as lm-evaluation-harness does: by the log-probability of each
// choice after the question, with worked examples before it. It must not know files or how results are shown.
import type { Backend } from "../../llm/backend.ts";
import type { Question } from "./question.ts";

export interface Answered {
  readonly answer: number;
  /** Natural logarithms, one for each choice. */
  readonly logProbabilities: readonly number[];
  /** The likeliest choice, and the likeliest for its length in characters. */
  readonly likeliest: number;
  readonly likeliestForLength: number;
}

/** What the model is asked: examples with their answers, then the question. */
export function promptWith(examples: readonly Question[], { prompt }: Question): string {
  const shown = examples.map((example) => `${example.prompt} ${example.choices[example.answer]}\n\n`);
  return `${shown.join("")}${prompt}`;
}

/** The first so many that are not the question itself: the harness' “first_n”. */
export function examplesFor(
  question: Question,
  from: readonly Question[],
  count: number,
): readonly Question[] {
  const chosen: Question[] = [];
  for (const other of from) {
    if (chosen.length >= count) break;
    if (!isSame(other, question)) chosen.push(other);
  }
  return chosen;
}

const isSame = (a: Question, b: Question) =>
  a.prompt === b.prompt && a.answer === b.answer && a.choices.join("\n") === b.choices.join("\n");

export async function answer(
  backend: Backend,
  { choices, answer: right }: Question,
  prompt: string,
  signal: AbortSignal,
): Promise<Answered> {
  const continuations = choices.map((choice) => ` ${choice}`);
  const request = { prefix: prompt, choices: continuations, lane: "background" } as const;
  const scores = await backend.score(request, signal);
  return {
    answer: right,
    logProbabilities: scores,
    likeliest: highest(scores),
    // By characters as Python counts them.
    likeliestForLength: highest(scores.map((score, index) => score / [...choices[index]!].length)),
  };
}

/** The first of the highest. */
function highest(values: readonly number[]): number {
  return values.indexOf(values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY));
}

export interface Share {
  readonly value: number;
  /** Of the mean, from the sample's own spread; undefined for a single question. */
  readonly standardError?: number;
}

export interface Summary {
  readonly acc: Share;
  readonly acc_norm: Share;
  /** What guessing would get. */
  readonly chance: number;
}

export function summaryOf(answered: readonly Answered[]): Summary {
  const chance = answered.map(({ logProbabilities }) => 1 / logProbabilities.length);
  return {
    acc: shareOf(answered.map(({ likeliest, answer: right }) => likeliest === right)),
    acc_norm: shareOf(answered.map(({ likeliestForLength, answer: right }) => likeliestForLength === right)),
    chance: chance.reduce((sum, value) => sum + value, 0) / chance.length,
  };
}

function shareOf(right: readonly boolean[]): Share {
  const count = right.length;
  const value = right.filter(Boolean).length / count;
  if (count < 2) return { value };
  return { value, standardError: Math.sqrt((value * (1 - value)) / (count - 1)) };
}
