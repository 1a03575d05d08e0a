// `guidewright init`, as it is declared.

import { defineCommand } from "./command.ts";

export const initOptions = {
  force: { description: "write it over a guidewright.yaml that is there" },
} as const;

export const init = defineCommand({
  name: "init",
  parameters: "[FOLDER]",
  takes: "files",
  summary: "Write a first guidewright.yaml that fits the guidelines of a folder (default: this one).",
  options: initOptions,
  run: async (given, around) => (await import("./initial.ts")).runInit(given, around),
});
