// What items, steps and rows say first of whom they are: "13 to 59 years: …", "For children aged 6 to 11: …". It must not judge.

import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Block } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { moved, type Span } from "../text/span.ts";
import { slice } from "./scope.ts";

export interface PatientLabel extends Span {
  readonly text: string;
}

/** What is said before a colon at the beginning of an item or sentence, and the first cells of rows. */
export const labelsOf = oncePerBlock(
  (markdown, block: Block): readonly PatientLabel[] => {
    if (block.kind === "table")
      return block.rows.flatMap(({ cells: [first] }) => {
        const text = first ? slice(markdown, first) : "";
        return first && isSaid(text) ? [{ text, start: first.start, end: first.end }] : [];
      });
    if (block.kind !== "paragraph") return [];
    const text = slice(markdown, block.span);
    return matchesIn(text, beforeColon).flatMap(({ index, 0: found, 1: label = "" }) => {
      const start = block.span.start + index + found.indexOf(label);
      const rest = text.slice(index + found.length, index + found.length + 120);
      return isSaid(label) && !elsewhere.test(rest)
        ? [{ text: label, start, end: start + label.length }]
        : [];
    });
  },
  (labels, by) => labels.map((label) => moved(label, by)),
);

const beforeColon = /(?:^|[.;] +)[\s*_>•-]*([^.:;|\n]{3,90}):(?=\s)/g;
const people =
  /\b(?:child(?:ren)?|adults?|infants?|babies|newborns?|aged?|old|patients?|those|people|women|men|girls|boys|adolescents?)\b/i;
const isSaid = (label: string): boolean =>
  opposedStates.some((sides) => sides.some((side) => side.test(label))) ||
  (/\d/.test(label) && (/\b(?:years?|kg)\b/i.test(label) || people.test(label) || /\bweeks\b/i.test(label)));
const elsewhere = /\b(?:refer\w*|see|page|chapter|section|annex|transfer\w*|not|never|excluded?)\b/i;
/** Two states that nobody is in at once. */
export const opposedStates: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:during|in) +pregnancy\b|\bante-?natal\b|\bprenatal\b|\bpregnant\b/i,
    /\bafter +(?:the +)?(?:birth|delivery|childbirth)\b|\bpost-?(?:partum|natal)\b|\bpuerper\w+/i,
  ],
  [
    /\b[a-z]+[- ]na[iï]ve\b|\bnever +(?:treated|taken)\b|\bnewly +diagnosed\b/i,
    /\balready +(?:on|taking|receiving|treated)\b|\bcurrently +(?:on|taking)\b|\bestablished +on\b/i,
  ],
];
