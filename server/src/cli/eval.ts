// `guidewright eval`, as it is declared.

import { defineCommand } from "./command.ts";
import { modelOptions } from "./model-commands.ts";

export const evalOptions = {
  ...modelOptions,
  shots: { limits: [0, 64], description: "how many worked examples stand before each question (default: 0)" },
  "shots-from": {
    value: "FILE.jsonl",
    description: "where the examples are from: its first questions (default: the same file)",
  },
  style: {
    choices: ["text", "letters"],
    description:
      "for our own form of questions: score the choices’ texts, or their letters below a list (default: text)",
  },
  limit: { limits: [1, 999_999_999], description: "only the first so many questions" },
  results: {
    value: "FILE.jsonl",
    description: "write each answer there at once; with the same file, a run that was stopped goes on",
  },
  format: {
    choices: ["text", "json"],
    description: "a table, or everything with each answer (default: text)",
  },
} as const;

export const evalCommand = defineCommand({
  name: "eval",
  parameters: "mcq FILE.jsonl",
  takes: "files",
  summary:
    "Let a model answer multiple-choice questions as lm-evaluation-harness does, and say how many it gets right.",
  options: evalOptions,
  run: async (given, around) => (await import("./evaluating.ts")).runEval(given, around),
});
