// The page about guidewright.yaml, generated from its shape, the profiles and the rules. It must not know where it is
// written.

import { type Profile, profiles, type RuleChoice } from "../src/project/profiles.ts";
import { projectField } from "../src/project/project-shape.ts";
import { rules } from "../src/rules/index.ts";
import { exampleProject } from "./project-example.ts";
import { keyTable } from "./project-schema.ts";

export function projectPage(): string {
  return `# The project file, guidewright.yaml

A file of this name marks its folder, and all below it, as one project: its guidelines are compared with each other and
with no others. It may be empty. Whatever is wrong in it is shown in the file itself and by \`guidewright check\`; the
rest of it counts all the same. Nothing is fetched from elsewhere.

\`\`\`yaml
${exampleProject}\`\`\`

## Which of them counts

A rule's own severity gives way to a profile's, that to what stands under \`rules\`, that to an override for the file,
and that to \`guidewright.rules\` in the editor's settings, which holds for one's own machine only. The command line
does not read the editor's settings.

## Keys

${keyTable(projectField)}

## Profiles

${Object.entries(profiles as Readonly<Record<string, Profile>>)
  .map(([name, profile]) => profileSection(name, profile))
  .join("\n\n")}

## Rules

${rules.map(({ id, summary }) => `- [\`${id}\`](rules/${id}.md): ${summary}`).join("\n")}
`;
}

function profileSection(name: string, { description, rules: choices }: Profile): string {
  const known = Object.entries(choices).filter(([id]) => rules.some((rule) => rule.id === id));
  const lines = known.map(([id, choice]) => `- \`${id}\`: ${sayChoice(choice)}`);
  return [`### \`${name}\``, "", description, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n");
}

function sayChoice({ severity, options = {} }: RuleChoice): string {
  const given = Object.entries(options).map(([option, value]) => `\`${option}: ${value}\``);
  return [severity, ...given].filter(Boolean).join(", ");
}
