// `guidewright check`, as it is declared.

import { severities } from "../config.ts";
import { defineCommand } from "./command.ts";

const formats = ["text", "json", "sarif", "junit", "github"] as const;

export const checkOptions = {
  format: { choices: formats, description: "how findings are printed (default: text)" },
  output: { value: "FILE", description: "write the findings into a file instead of printing them" },
  "fail-on": {
    choices: [...severities, "none"],
    description: "from which severity on the exit code is 1 (default: error)",
  },
  rule: {
    value: "RULE",
    many: true,
    description: "run this rule only; may be given several times",
    suggested: async () => (await import("../rules/index.ts")).rules.map(({ id }) => id),
  },
  baseline: {
    value: "FILE",
    description:
      "findings that it knows are neither printed nor counted (default: guidewright-baseline.json of the project)",
  },
  "update-baseline": { description: "write the baseline: from now on, today's findings are known" },
  fix: {
    description:
      "apply the fixes that are certain, until none is left; other fixes are for the author to choose",
  },
  diff: { description: "print what --fix would change, as a unified diff, and change nothing" },
  stdin: { description: "check what is piped in; with --fix, print it fixed instead of the findings" },
  "stdin-filename": {
    value: "FILE",
    description: "where the piped text belongs: its project's other guidelines are compared with it",
  },
  "no-ignore": { description: "also take from folders and patterns what .gitignore names" },
  jobs: { limits: [1, 64], description: "how many threads check (default: as many as pay)" },
} as const;

export const check = defineCommand({
  name: "check",
  parameters: "FILE|FOLDER|PATTERN…",
  takes: "files",
  summary:
    "List what is inconsistent in guidelines. Exit code 0: nothing to fail on, 1: findings, 2: something could not be checked, 130: cancelled.",
  options: checkOptions,
  run: async (given, around) => (await import("./checking.ts")).runCheck(given, around),
});
