// A citation that the document's own reference list does not answer.

import type { Citation } from "../guideline/citation.ts";
import {
  citationsOutside,
  listForAll,
  matchedCitations,
  type Unanswered,
} from "../guideline/citation-match.ts";
import type { CitedWork, ReferenceList } from "../guideline/cited-work.ts";
import { gathering } from "./gathered.ts";
import { nearest } from "./near.ts";
import { defineRule, type Fix } from "./rule.ts";

interface State {
  readonly citation?: Citation;
  readonly instead: readonly string[];
}

export const citationMissing = defineRule<State>({
  id: "citation-missing",
  severity: "warning",
  compares: true,
  summary: "A citation has no entry in the document's reference list.",
  rationale:
    "Whoever wants to check what a recommendation rests on finds another work, or none: references were renumbered, or an " +
    "entry was lost. Numbers, keys, and authors with years are looked up in the list that the document has itself, or in the one document " +
    "of the project that is a list of references; an " +
    "entry that nothing cites, where nearly all others are cited, is a hint.",
  examples: {
    invalid: [
      "Treat early [1]. Repeat it [4].\n                            ^\n\n## References\n\n1. Abebe. Early treatment. 2015.\n2. Baro. Repeating. 2016.",
      "Treat early (Abebe, 2015), and repeat it (Baro, 2018).\n                                          ^^^^^^^^^^\n\n## References\n\nAbebe T. Early treatment. 2015.\n\nBaro M. Repeating. 2016.",
    ],
    valid: [
      "Treat early [1–2] within 12 hours (95 % CI [3, 9]).\n\n## References\n\n1. Abebe. Early treatment. 2015.\n2. Baro. Repeating. 2016.",
      "Treat early [7].",
    ],
  },

  *check(guideline, { neighbours }) {
    const { unanswered, uncited } = matchedCitations(guideline);
    for (const one of unanswered) yield missing(one);
    const [common, another] = listsForAll(neighbours)("");
    if (common && !another) for (const one of citationsOutside(guideline, common.value)) yield missing(one);
    for (const { start, end } of uncited) {
      const message =
        "Nothing in the text cites this reference, though nearly all others are cited. Cite it where it belongs, or take it out.";
      yield { span: { start, end }, message, severity: "hint" as const, state: { instead: [] } };
    }
  },

  fix: ({ citation, instead }): Fix[] =>
    citation === undefined
      ? []
      : instead.map((newText) => ({
          title: `Did you mean ${newText}?`,
          edits: [{ span: { start: citation.start, end: citation.end }, newText }],
          certain: false,
        })),
});

const listsForAll = gathering(({ guideline }) => {
  const list = listForAll(guideline);
  return list ? new Map([["", list]]) : none;
});
const none: ReadonlyMap<string, ReferenceList> = new Map();

function missing({ citation, list, near }: Unanswered) {
  const { start, end, number, key, author, year } = citation;
  const numbers = list.works.flatMap((work) => work.number ?? []);
  const last = Math.max(...numbers);
  const ends = number !== undefined && number > last ? `, which ends at ${last}` : "";
  const name = number !== undefined ? `number ${number}` : (key ?? `${author}, ${year}`);
  const message = `The reference list has no ${name}${ends}. Correct the citation, or add the work to the list.`;
  return { span: { start, end }, message, state: { citation, instead: insteadOf(citation, near) } };
}

function insteadOf({ key, author, style, start, end }: Citation, near: readonly CitedWork[]): string[] {
  if (author !== undefined) {
    const years = near.flatMap(({ text }) => text.match(/\b(?:19|20)\d\d[a-z]?\b/g)?.slice(0, 1) ?? []);
    return [...new Set(years)].map((year) => `${author}, ${year}`);
  }
  if (key === undefined) return [];
  const hasAt = end - start > key.length;
  const keys = nearest(
    key,
    near.flatMap((work) => work.key ?? []),
  );
  return style === "key" ? keys.map((one) => (hasAt ? `@${one}` : one)) : [];
}
