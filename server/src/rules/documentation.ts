// A rule's page, made from its own metadata: what it finds, why it matters, examples that are run as tests; and the
// list of all. Their links lead to each other and to the settings where they lie side by side as files.

import { rules } from "./index.ts";
import type { Rule } from "./rule.ts";
import type { RuleOption } from "./rule-option.ts";

const setting = "[`guidewright.rules`](../settings.md)";

function documentationOf({ id, severity, optIn, summary, rationale, options, examples }: Rule): string {
  const said = optIn
    ? `Severity: off until asked for: ${setting}: \`{ "${id}": "${severity}" }\`.`
    : `Severity: ${severity}. Change it with ${setting}: \`{ "${id}": "off" }\`.`;
  return [
    `# ${id}`,
    summary,
    said,
    "## Why",
    rationale,
    ...(options ? ["## Options", Object.entries(options).map(optionLine).join("\n")] : []),
    "## Found",
    ...examples.invalid.map(example),
    "## Not found",
    ...examples.valid.map(example),
    "[All rules](README.md)",
  ].join("\n\n");
}

export function documentationPage(id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && `${documentationOf(rule)}\n`;
}

export function listOfRules(): string {
  const rows = rules
    .map(
      ({ id, severity, optIn, summary }) =>
        `| [${id}](${id}.md) | ${optIn ? "off" : severity} | ${summary} |`,
    )
    .sort();
  return ["# Rules", "", "| rule | severity | what it finds |", "| --- | --- | --- |", ...rows, ""].join(
    "\n",
  );
}

function optionLine([name, option]: [string, RuleOption]): string {
  const choices = option.type === "choice" ? ` ${choicesOf(option.choices)}` : "";
  return `- \`${name}\` (default: \`${JSON.stringify(option.default)}\`): ${option.description}${choices}`;
}

const choicesOf = (choices: Readonly<Record<string, string>>): string =>
  Object.entries(choices)
    .map(([name, meaning]) => `\`${name}\`: ${meaning}`)
    .join(" ");

function example(markdown: string): string {
  return `\`\`\`markdown\n${markdown}\n\`\`\``;
}
