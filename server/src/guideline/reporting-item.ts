// What a guideline tells of how it was made: only whether it is told, in a heading, the head of a row or a sentence,
// never how well. The items are those that appraisal tools ask for, in words of our own. It must not judge.

import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Guideline } from "./guideline.ts";
import { saidTogether } from "./reporting-clause.ts";
import { headed } from "./reporting-head.ts";
import { said } from "./reporting-sentence.ts";

export const reportingNames = {
  objectives: "what it is for (objectives)",
  questions: "which questions it answers",
  population: "which patients it is for",
  users: "who should use it",
  search: "how evidence was searched for",
  selection: "how evidence was selected",
  "evidence-link": "which evidence stands behind each recommendation",
  "external-review": "whether others reviewed it before it came out",
  update: "when and how it will be updated",
  funding: "who paid for it",
  interests: "which interests its authors have",
} as const;

export type ReportingId = keyof typeof reportingNames;

export interface ReportingItem {
  readonly id: ReportingId;
  /** "what it is for" */
  readonly name: string;
}

export const reportingItems: readonly ReportingItem[] = Object.entries(reportingNames).map(([id, name]) => ({
  id: id as ReportingId,
  name,
}));

/** What is told of the making only, and of no treatment. */
const making: ReadonlySet<ReportingId> = new Set([
  "questions",
  "search",
  "selection",
  "external-review",
  "funding",
  "interests",
] as const);

/** Undefined for a text that does not tell how a guideline was made: a chapter, a protocol. */
export function untold(guideline: Guideline, ids: readonly string[]): readonly ReportingItem[] | undefined {
  const told = toldOf(guideline);
  if (told.size < 3 || [...told].filter((id) => making.has(id)).length < 2) return undefined;
  return reportingItems.filter(({ id }) => ids.includes(id) && !told.has(id));
}

const toldOf = oncePer(({ markdown }: Pick<Guideline, "markdown">): ReadonlySet<ReportingId> => {
  const keys = Object.keys(markdown.frontMatter?.values ?? {}).map((key) => key.replace(/[-_]/g, " "));
  const told = new Set(keys.flatMap(headed));
  for (const { piece } of markdown.parts) for (const id of toldIn(piece)) told.add(id);
  return told;
});

const toldIn = oncePer((piece: Piece): readonly ReportingId[] => [
  ...headsIn(piece).flatMap(headed),
  ...said(flowing(piece.plain)),
  ...saidTogether(flowing(piece.plain)),
]);

/** Lines of one paragraph on one line. */
const flowing = (plain: string): string =>
  plain.replace(/([^\n|])\n(?=[^\n\s|#*+>\d-])/g, "$1 ").replace(/\bpeer-reviewed\s+(?=\p{Ll})/giu, "");

const runIn = /^[ \t>*+-]*(?:\d{1,2}[.)][ \t]+)?(?:\*\*|__)([^*_\n]{2,90})(?:\*\*|__)/gm;
const label = /^[ \t>*+-]*(?:\d{1,2}[.)][ \t]+)?(?:[*_]{1,2})?(\p{Lu}[^.:|*_\n]{1,70})(?:[*_]{1,2})?:/gmu;
const firstCell = /^[ \t]*\|[ \t]*([^|\n]{2,90})\|/gm;

/** More than a head says; advice. */
const isSentence =
  /(?:\S+\s+){7}\S|^(?:ask|give|check|tell|explain|refer|update|review|aim|record|write|keep|do|use)\b/i;

/** Headings, words in bold that open a line, labels with a colon, and the heads of rows and columns. */
function headsIn({ plain, text, blocks }: Piece): string[] {
  const headings = blocks.flatMap(({ kind, span }) =>
    kind === "heading" ? [plain.slice(span.start, span.end)] : [],
  );
  const columns = blocks.flatMap((block) =>
    block.kind === "table" ? block.header.cells.map(({ start, end }) => text.slice(start, end)) : [],
  );
  const opening = [runIn, label, firstCell]
    .flatMap((pattern) => matchesIn(text, pattern).map((match) => match[1] ?? ""))
    .filter((words) => !isSentence.test(words.trim()));
  return [...headings, ...columns, ...opening];
}
