// `guidewright check`, as it is declared.

import { severities } from "../config.ts";
import { defineCommand } from "./command.ts";

export const checkOptions = {
  format: { choices: ["text", "json"], description: "how findings are printed (default: text)" },
  "fail-on": {
    choices: [...severities, "none"],
    description: "from which severity on the exit code is 1 (default: error)",
  },
} as const;

export const check = defineCommand({
  name: "check",
  parameters: "FILE|FOLDER…",
  takes: "files",
  summary: "List what is inconsistent in guidelines. Exit code 0: clean, 1: findings, 2: could not run.",
  options: checkOptions,
  run: async (given, around) => (await import("./checking.ts")).runCheck(given, around),
});
