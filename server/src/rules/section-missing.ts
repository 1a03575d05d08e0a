// What a guideline does not tell of how it was made. Asked for only where a project wants it.

import type { Guideline } from "../guideline/guideline.ts";
import { type ReportingItem, reportingItems, untold } from "../guideline/reporting-item.ts";
import type { Span } from "../text/span.ts";
import { defineRule } from "./rule.ts";
import { optionValues } from "./rule-option.ts";

const options = {
  sections: {
    type: "words",
    description: `What the guideline must tell: ${reportingItems.map(({ id }) => id).join(", ")}.`,
    default: reportingItems.map(({ id }) => id),
  },
} as const;

export const sectionMissing = defineRule<undefined>({
  id: "section-missing",
  severity: "information",
  optIn: true,
  options,
  summary: "The guideline does not tell something of how it was made that readers and appraisers look for.",
  rationale:
    "Those who adopt a guideline ask what it is for, whom it concerns, how evidence was found and chosen, who paid, and " +
    "which interests its authors have. Only whether something is said on it can be checked, in a heading or a sentence " +
    "anywhere in the document; whether it is said well cannot, and no score is given. A document that tells nothing of it, such as a chapter on treatment, is left alone.",
  examples: {
    invalid: [
      "# Asthma: how this was made\n  ^^^^^^^^^^^^^^^^^^^^^^^^^\n\nWe searched MEDLINE. Funding: the ministry. Competing interests: none.",
    ],
    valid: [
      "# Asthma\n\nGive salbutamol.",
      "# Asthma\n\nThe objective of this guideline is fewer attacks. Key questions: annex A. Target population: children. Intended users: nurses. " +
        "We searched databases for evidence; inclusion criteria stand in annex B, evidence tables in annex C. External review: five experts. " +
        "It is updated every 3 years. Funding: the ministry. Competing interests: none.",
    ],
  },

  *check(guideline, context) {
    const { sections } = optionValues(options, context.options);
    const missing = untold(guideline, sections) ?? [];
    const span = placeIn(guideline);
    if (missing.length === 0 || !span) return;
    yield {
      span,
      message: `The guideline does not say ${listOf(missing)}. Add a sentence or a section on it, or take it out of the rule's option “sections”.`,
      state: undefined,
    };
  },
});

/** The title, without its mark; else the first line. */
function placeIn({ markdown, sections }: Guideline): Span | undefined {
  const [first] = sections;
  const block =
    first?.headingSpan ?? markdown.blocks.find(({ kind }) => kind === "paragraph" || kind === "table")?.span;
  if (!block) return undefined;
  const [line = ""] = markdown.plain.slice(block.start, block.end).split("\n");
  const lead = line.length - line.trimStart().length;
  return line.trim() === ""
    ? undefined
    : { start: block.start + lead, end: block.start + line.trimEnd().length };
}

function listOf(items: readonly ReportingItem[]): string {
  const names = items.map(({ name }) => name);
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")}, or ${names.at(-1)}`;
}
