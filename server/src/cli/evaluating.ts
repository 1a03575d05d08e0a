// What `guidewright eval mcq` does: reads questions, lets the model answer one after the other, keeps what was
// answered, and prints how many were right.

import { createHash } from "node:crypto";
import type { Backend, BackendInfo } from "../llm/backend.ts";
import {
  type Answered,
  answer,
  examplesFor,
  promptWith,
  summaryOf,
} from "../tasks/multiple-choice/answering.ts";
import { type Question, readQuestion, type Style } from "../tasks/multiple-choice/question.ts";
import { AnswerLog } from "./answer-log.ts";
import { CommandError, exitCodes, type Given, type Surroundings } from "./command.ts";
import type { evalOptions } from "./eval.ts";
import { readBytes, textIn } from "./files.ts";
import { progressOn } from "./progress.ts";
import { type Evaluation, toJson, toTable } from "./report-evaluation.ts";
import { withModel } from "./with-model.ts";

type GivenEval = Given<typeof evalOptions>;

export async function runEval(given: GivenEval, streams: Surroundings): Promise<number> {
  const plan = await planned(given);
  const evaluation = await withModel(given.options, (backend) => evaluate(backend, plan, streams.signal));
  streams.out(given.options.format === "json" ? toJson(evaluation) : toTable(evaluation));
  return exitCodes.clean;
}

interface Plan {
  readonly file: string;
  readonly shots: number;
  readonly style: Style;
  readonly template: "raw" | "chat";
  readonly asked: readonly { readonly question: Question; readonly prompt: string }[];
  /** Where answers are kept. */
  readonly results?: string | undefined;
}

/** Everything that can be wrong with the files is found before a model is loaded. */
export async function planned({ files, options }: GivenEval): Promise<Plan> {
  const [kind, file, ...more] = files;
  if (kind !== "mcq" || file === undefined || more.length > 0)
    throw new CommandError("Name a file of questions: guidewright eval mcq FILE.jsonl");
  const { shots = 0, style = "text", template = "raw", limit, results } = options;
  const questions = await questionsIn(file, style);
  const from = options["shots-from"];
  const pool = from === undefined ? questions : await questionsIn(from, style);
  const asked = questions.slice(0, limit).map((question) => {
    const examples = examplesFor(question, pool, shots);
    if (examples.length < shots)
      throw new CommandError(
        `${from ?? file} has only ${examples.length} other questions to show as examples.`,
      );
    return { question, prompt: promptWith(examples, question) };
  });
  return { file, shots, style, template, asked, results };
}

export async function evaluate(backend: Backend, plan: Plan, signal: AbortSignal): Promise<Evaluation> {
  const { asked, results, ...how } = plan;
  const model = await backend.info(signal);
  const log = await AnswerLog.open(results);
  const progress = progressOn(process.stderr, asked.length, { what: "questions answered" });
  const answers: Answered[] = [];
  try {
    for (const { question, prompt } of asked) {
      const key = keyOf(model, [how.template, prompt], question);
      const answered = log.known(key) ?? (await answerWhole(backend, question, prompt, signal));
      await log.add(key, answered);
      answers.push(answered);
      progress.onProgress(answers.length);
    }
  } finally {
    progress.end();
    await log.close();
  }
  return { ...how, model, answers, ...summaryOf(answers) };
}

async function questionsIn(file: string, style: Style): Promise<Question[]> {
  const questions: Question[] = [];
  for (const [index, line] of textIn(await readBytes(file), file)
    .split(/\r\n|\n|\r/)
    .entries()) {
    if (line.trim() === "") continue;
    const question = readQuestion(parsed(line), style);
    if (typeof question === "string") throw new CommandError(`${file}:${index + 1}: ${question}.`);
    questions.push(question);
  }
  if (questions.length === 0)
    throw new CommandError(`${file} has no questions. Each line is a record: question, choices, answer.`);
  return questions;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Tokens that the engine may want for itself, beside the prompt. */
const spare = 300;

/** A prompt that was cut would be another question than the one that was asked. */
async function answerWhole(
  backend: Backend,
  question: Question,
  prompt: string,
  signal: AbortSignal,
): Promise<Answered> {
  const { contextSize, name } = await backend.info(signal);
  const room = contextSize - spare;
  // A token has at least one character.
  const tokens = prompt.length > room ? await backend.countTokens(prompt, signal) : 0;
  if (tokens > room)
    throw new CommandError(
      `A question with its examples has ${tokens} tokens, but ${name} has room for ${room}. Show fewer --shots.`,
    );
  return answer(backend, question, prompt, signal);
}

/** An answer is of a model to a prompt; of another model or another prompt it says nothing. */
function keyOf(
  { name, sha256 }: BackendInfo,
  asked: readonly string[],
  { choices, answer: right }: Question,
): string {
  const all = JSON.stringify([sha256 ?? name, asked, choices, right]);
  return createHash("sha256").update(all).digest("hex").slice(0, 16);
}
