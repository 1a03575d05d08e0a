// The commands that ask a model, as they are declared: complete, explain, differential.

import { defineCommand } from "./command.ts";

export const modelOptions = {
  model: {
    value: "ID|FILE|URL",
    description:
      "a model of the catalogue, a GGUF file, or the address of a server with the OpenAI API, with “#” and the model's name where it has several (default: starter)",
    suggested: async () => (await import("../llm/catalogue/catalogue.ts")).catalogue.map(({ id }) => id),
  },
  template: {
    choices: ["raw", "chat"],
    description: "ask with the text itself, or in the turns of the model’s chat template (default: raw)",
  },
} as const;

export const placeOptions = {
  at: {
    value: "LINE[:COLUMN]",
    description: "where, counted from one (default: the end of the file)",
  },
  ...modelOptions,
} as const;

export const complete = defineCommand({
  name: "complete",
  parameters: "FILE",
  takes: "files",
  summary: "Print the model's continuation at a place of a guideline.",
  options: placeOptions,
  run: async (given, around) => (await import("./ask-model.ts")).runComplete(given, around),
});

export const explainCommand = defineCommand({
  name: "explain",
  parameters: "FILE ABBREVIATION",
  takes: "files",
  summary: "Say what an abbreviation stands for in a guideline, and let the model explain it.",
  options: modelOptions,
  run: async (given, around) => (await import("./ask-model.ts")).runExplain(given, around),
});

export const differential = defineCommand({
  name: "differential",
  parameters: "FILE",
  takes: "files",
  summary: "Draft a differential for a section of a guideline and print it as Markdown.",
  options: placeOptions,
  run: async (given, around) => (await import("./ask-model.ts")).runDifferential(given, around),
});
