// `guidewright diff`, as it is declared: what changed clinically between two revisions, files or folders.

import { defineCommand } from "./command.ts";

export const diffOptions = {
  files: {
    value: "PATTERN",
    many: true,
    description: "only these files, such as 'chapters/**'; may be given several times",
  },
  format: {
    choices: ["markdown", "json", "text", "comment"],
    description: "how changes are printed; comment: for a pull request (default: markdown)",
  },
  output: { value: "FILE", description: "write the changes into a file instead of printing them" },
  "fail-on-change": { description: "exit code 1 when there is a clinical change" },
} as const;

export const diff = defineCommand({
  name: "diff",
  parameters: "BASE [HEAD]",
  takes: "files",
  summary:
    "List what changed clinically between two git revisions (HEAD: the working tree), two files or two folders.",
  options: diffOptions,
  run: async (given, around) => (await import("./diffing.ts")).runDiff(given, around),
});
