// A rule's page, made from its own metadata: what it finds, why it matters, examples that are run as tests.

import { rules } from "./index.ts";
import type { Rule } from "./rule.ts";

function documentationOf({ id, severity, summary, rationale, examples }: Rule): string {
  return [
    `# ${id}`,
    summary,
    `Severity: ${severity}. Change it with \`guidewright.rules\`: \`{ "${id}": "off" }\`.`,
    "## Why",
    rationale,
    "## Found",
    ...examples.invalid.map(example),
    "## Not found",
    ...examples.valid.map(example),
  ].join("\n\n");
}

export function documentationPage(id: string): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  return rule && `${documentationOf(rule)}\n`;
}

function example(markdown: string): string {
  return `\`\`\`markdown\n${markdown}\n\`\`\``;
}
