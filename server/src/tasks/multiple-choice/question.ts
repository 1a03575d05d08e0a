// Reads a multiple-choice question from a record: our own form, or the fields of MedMCQA, MedQA and PubMedQA as
// lm-evaluation-harness reads them. Total: what cannot be read is said in words. It must not know files or models.

export interface Question {
  /** What stands before the answer, up to and with “Answer:”. */
  readonly prompt: string;
  /** What may follow it, without the blank between. */
  readonly choices: readonly string[];
  /** Which of them is right. */
  readonly answer: number;
}

/** In our own form the choices are scored as they are, or by the letters under which the question lists them. */
export type Style = "text" | "letters";

type Fields = Readonly<Record<string, unknown>>;

/** The question, or what is wrong with the record. */
export function readQuestion(record: unknown, style: Style = "text"): Question | string {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "it is no record";
  const fields = record as Fields;
  if ("opa" in fields) return medMcqa(fields);
  if ("ending0" in fields) return medQa(fields);
  if ("final_decision" in fields) return pubMedQa(fields);
  return ours(fields, style);
}

function ours({ question, choices, answer }: Fields, style: Style): Question | string {
  if (typeof question !== "string") return "it has no text “question”";
  if (!isTexts(choices) || choices.length < 2) return "its “choices” are no list of two texts or more";
  const right = answerAmong(choices, answer);
  if (right === undefined)
    return "its “answer” is neither a choice’s number (from 0), nor its letter (from A), nor its text";
  if (style === "text") return { prompt: `Question: ${question}\nAnswer:`, choices, answer: right };
  return lettered(`Question: ${question}\nChoices:\n`, choices, right);
}

function medMcqa({ question, opa, opb, opc, opd, cop }: Fields): Question | string {
  const options = [opa, opb, opc, opd];
  if (typeof question !== "string" || !isTexts(options))
    return "it lacks “question” or one of “opa” to “opd”";
  const right = answerAmong(options, cop);
  return right === undefined
    ? "its “cop” is no number from 0 to 3"
    : lettered(`Question: ${question}\nChoices:\n`, options, right);
}

function medQa({ sent1, ending0, ending1, ending2, ending3, label }: Fields): Question | string {
  const options = [ending0, ending1, ending2, ending3];
  if (typeof sent1 !== "string" || !isTexts(options))
    return "it lacks “sent1” or one of “ending0” to “ending3”";
  const right = answerAmong(options, label);
  return right === undefined
    ? "its “label” is no number from 0 to 3"
    : lettered(`Question: ${sent1}\n`, options, right);
}

const decisions = ["yes", "no", "maybe"];

function pubMedQa({ QUESTION, CONTEXTS, final_decision: decision }: Fields): Question | string {
  if (typeof QUESTION !== "string" || !isTexts(CONTEXTS)) return "it lacks “QUESTION” or “CONTEXTS”";
  const answer = decisions.indexOf(String(decision));
  if (answer < 0) return "its “final_decision” is neither yes nor no nor maybe";
  const prompt = `Abstract: ${CONTEXTS.join("\n")}\nQuestion: ${QUESTION}\nAnswer:`;
  return { prompt, choices: decisions, answer };
}

function lettered(head: string, options: readonly string[], answer: number): Question {
  const list = options.map((option, index) => `${letter(index)}. ${option}\n`).join("");
  return { prompt: `${head}${list}Answer:`, choices: options.map((_, index) => letter(index)), answer };
}

const letter = (index: number) => String.fromCharCode("A".charCodeAt(0) + index);

function answerAmong(choices: readonly string[], answer: unknown): number | undefined {
  const index =
    typeof answer !== "string"
      ? answer
      : choices.includes(answer)
        ? choices.indexOf(answer)
        : choices.findIndex((_, at) => letter(at) === answer);
  return Number.isInteger(index) && choices[index as number] !== undefined ? (index as number) : undefined;
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === "string" && text !== "");
