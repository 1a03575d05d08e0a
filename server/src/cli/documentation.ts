// The page about the command line, made from the commands' own declarations and from what is promised of their
// output.

import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import { usageOf } from "./option.ts";

const promises = `## Exit codes

| code | meaning |
| --- | --- |
| 0 | nothing was found that \`--fail-on\` names; a folder without guidelines counts as such |
| 1 | there are such findings |
| 2 | something could not be done, and the error stream says what; the rest was checked all the same |
| 130 | cancelled with Ctrl+C, or by SIGINT |

A program that is ended by another signal has no exit code of its own; shells report 128 and the signal's number.

## What is checked

A file that is named is checked as it is. Of a folder, or of a pattern such as \`'chapters/**/*.md'\` (quoted, so that
the shell leaves it alone), Markdown is taken that is a guideline. What \`.gitignore\` files name, from the
repository's root down, is left out, and so are hidden folders, \`node_modules\` and links. Files must be UTF-8.

## Formats

- \`text\` is for people. Colours are used on a terminal; \`NO_COLOR\` and \`FORCE_COLOR\` are honoured.
- \`json\` is an array of findings. Fields may be added; none is renamed or removed:

  | field | |
  | --- | --- |
  | \`file\` | as it was named, or found below what was named |
  | \`rule\`, \`severity\`, \`message\` | severity is \`error\`, \`warning\`, \`information\` or \`hint\` |
  | \`range\` | \`start\` and \`end\`, each with \`line\` and \`character\`, counted from 0, in UTF-16 units |
  | \`related\` | the other side of a conflict: an array of \`file\`, \`range\`, \`message\` |
  | \`fixable\` | whether there is a fix |
- \`sarif\` is SARIF 2.1.0, with each rule's page, both sides of a conflict, and fixes to choose. Information and hints
  are notes.
- \`junit\` is JUnit's XML, a suite for each file. What \`--fail-on\` names is a failure; the rest is in \`system-out\`.
- \`github\` is workflow commands, which annotate a pull request. GitHub shows ten of each kind in a step: what
  weighs most comes first.

## Fixes

\`--fix\` applies only fixes that are certain: those that no author could want otherwise. It repeats until none is left,
keeps line ends, byte order mark and permissions, and does not write a file that was changed meanwhile. \`--diff\` prints
what it would do.
`;

function sectionOf({ name, parameters, summary, options }: Command): string {
  const rows = Object.entries(options).map(
    ([option, declared]) =>
      `| \`${usageOf(option, declared).replaceAll("|", "\\|")}\` | ${declared.description} |`,
  );
  const table = rows.length === 0 ? "" : `\n| option | |\n| --- | --- |\n${rows.join("\n")}\n`;
  return `### \`${`guidewright ${name} ${parameters}`.trimEnd()}\`\n\n${summary}\n${table}`;
}

export function commandLinePage(): string {
  return `# The command line\n\n## Commands\n\n${commands.map(sectionOf).join("\n")}\n${promises}`;
}
