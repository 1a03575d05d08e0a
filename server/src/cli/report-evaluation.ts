// How a model answered multiple-choice questions, as a table for people and as JSON for programs.

import type { BackendInfo } from "../llm/backend.ts";
import type { Answered, Share, Summary } from "../tasks/multiple-choice/answering.ts";

export interface Evaluation extends Summary {
  readonly file: string;
  readonly model: BackendInfo;
  readonly shots: number;
  readonly style: string;
  readonly template: string;
  readonly answers: readonly Answered[];
}

export function toTable({ file, model, shots, answers, acc, acc_norm, chance }: Evaluation): string {
  const examples = shots === 0 ? "no examples" : `${shots} ${shots === 1 ? "example" : "examples"} each`;
  const rows = [
    `${model.name}, ${answers.length} questions of ${file}, ${examples}`,
    "",
    "           right   standard error",
    `acc        ${inTable(acc)}`,
    `acc_norm   ${inTable(acc_norm)}   likeliest for its length`,
    `guessing   ${percent(chance)}`,
  ];
  return `${rows.join("\n")}\n`;
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`.padStart(7);
const inTable = ({ value, standardError }: Share) =>
  `${percent(value)}   ${standardError === undefined ? "" : `± ${(100 * standardError).toFixed(2)}`.padEnd(7)}`.trimEnd();

/** This shape is kept: fields may be added, none is renamed or removed. */
export function toJson({ file, model, shots, style, template, answers, ...summary }: Evaluation): string {
  const { name, sha256 } = model;
  const report = {
    file,
    model: name,
    ...(sha256 !== undefined && { sha256 }),
    shots,
    style,
    template,
    questions: answers.length,
    ...summary,
    answers,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
