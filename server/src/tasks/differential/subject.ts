// What a differential is drafted for: the section at the cursor, and the people and place it is written for.
// Guideline text is data.

import { type Guideline, titleOf } from "../../guideline/guideline.ts";
import { pathOf, reachOf, type Section, sectionAt } from "../../guideline/section.ts";
import type { DifferentialSubject } from "./differential.ts";

/** Headings that say what kind of text follows, not what the patient has. */
const general =
  /^(?:[\d.]+\s+)?(?:introduction|background|definition|aetiology|clinical features|signs and symptoms|symptoms|presentation|differential diagnos[ie]s|diagnosis|investigations?|treatment|management|complications|prevention|referral|references|scope|general|overview)\b/i;
const leadLength = 300;

export interface SubjectAt {
  readonly subject: DifferentialSubject;
  /** Where the draft belongs; undefined in a document without headings. */
  readonly section: Section | undefined;
}

export function subjectAt(guideline: Guideline, offset: number): SubjectAt | undefined {
  const { sections, markdown } = guideline;
  const section = sectionAt(sections, offset);
  const path = pathOf(section).filter(({ title }) => title !== "");
  const named = path.findLast(({ title }) => !general.test(title));
  const title = named?.title ?? titleOf(guideline);
  if (title === undefined) return undefined;
  const lead = leadOf(guideline, named ?? section);
  const population = markdown.frontMatter?.values.population;
  const document = titleOf(guideline);
  return {
    section,
    subject: {
      presentation: [title.replace(/^[\d.]+\s+/, ""), lead].filter(Boolean).join(". "),
      setting:
        [typeof population === "string" ? population : "", document === title ? "" : (document ?? "")]
          .filter(Boolean)
          .join("; ") || "not stated",
    },
  };
}

/** The first running text of the section. */
function leadOf(guideline: Guideline, section: Section | undefined): string {
  const { markdown } = guideline;
  const end = section ? reachOf(guideline, section).end : 0;
  const first = markdown.blocks.find(
    ({ kind, span }) =>
      kind === "paragraph" && section && span.start > section.headingSpan.end && span.end <= end,
  );
  const text = first
    ? markdown.plain.slice(first.span.start, first.span.end).replace(/\s+/g, " ").trim()
    : "";
  return text.length <= leadLength ? text : text.slice(0, text.lastIndexOf(" ", leadLength));
}
