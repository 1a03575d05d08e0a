// `guidewright explain-model`, as it is declared.

import { defineCommand } from "./command.ts";

export const explainOptions = {
  format: { choices: ["text", "json"], description: "how it is printed (default: text)" },
} as const;

export const explainModel = defineCommand({
  name: "explain-model",
  parameters: "FILE",
  takes: "files",
  summary:
    "Print what was understood of a guideline, line by line: what the rules compare, and why they do not. No model is asked.",
  options: explainOptions,
  run: async (given, around) => (await import("./understood.ts")).runExplainModel(given, around),
});
