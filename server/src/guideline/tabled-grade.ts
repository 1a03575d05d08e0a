// How recommendations are graded apart from them, by the number or letter that each bears: "| 12 | Swallow test |
// Strong |" in a summary or an annex. It must not know whose table it is, nor judge.

import type { Markdown } from "../syntax/markdown.ts";
import type { Row, Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { columnOf, type Grading, gradingOfCell, movedGrading } from "./grading.ts";
import type { Guideline } from "./guideline.ts";
import type { Recommendation } from "./recommendation.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { reachOf, sectionAt } from "./section.ts";

export interface TabledGrade extends Span {
  /** Empty: it bears none. */
  readonly label: string;
  readonly grading: Grading;
  /** Its row, or the text around the table, says why. */
  readonly explained: boolean;
  /** Rows of one table have the same. */
  readonly table: number;
  readonly words: string;
  readonly topic: string;
}

const kind =
  "(?:(?:recommendations?|statements?|recs?|items?|box|(?:key +)?questions?|points?|advice|rules?|steps?|standards?|actions?|articles?|paragraphs?|messages?|measures?|practice +points?|boxes|no)\\b\\.?\\s*)?";
const code = "(?<label>[A-Z]{0,3}[- ]?\\d{1,3}(?:\\.\\d{1,2}){0,3}[a-z]?|[A-Za-z])";
const wholeCell = new RegExp(`^\\W*${kind}\\W*${code}\\W*$`, "i");
const atHead = new RegExp(
  `^[\\s>*_#☐-]*(?:\\[[ x]\\]\\s*)?(?<kind>${kind})\\(?${code}(?<close>\\s*\\([^()\\n]{1,30}\\)[*_]*[.:]|[.):\\]]+(?=[\\s*_]|$)|[*_]{1,3}(?=\\s|$)|\\s*$)?`,
  "i",
);

/** "1.3.2 Offer …" */
const dotted = /^[\s>*_]*(\d{1,2}(?:\.\d{1,2}){1,3}) +(?=\p{Lu})/u;
/** "2 Window": with what it is about. */
const opens = /^\W*(?:[A-Z]{0,3}\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)(?=[.):,]? +\p{L})/u;

const plainLabel = (label = ""): string => label.toLowerCase().replace(/[- ]/g, "");

/** "**2.3** Offer …", "*Recommendation 12.* Before …", "(d) In …" */
function labelAtHead(line: string): string | undefined {
  const [, number] = dotted.exec(line) ?? [];
  if (number !== undefined) return number;
  const { label, kind: named = "", close } = atHead.exec(line)?.groups ?? {};
  if (label === undefined || (close === undefined && (named === "" || !/\d/.test(label)))) return undefined;
  return plainLabel(label);
}

const why = /\b(?:rationale|justification|reasons?|reasoning|why|remarks?|comments?)\b/i;

const tablesOf = listPerRun(({ blocks }, markdown): readonly TabledGrade[] =>
  blocks.flatMap((block) => (block.kind === "table" ? rowsOf(block, markdown) : [])),
);

function rowsOf({ span, header, rows }: Table, markdown: Markdown): readonly TabledGrade[] {
  const heads = header.cells.map((cell) => slice(markdown, cell));
  if (!heads.some((head) => columnOf(head))) return [];
  const found = rows.flatMap((row) => gradedRow(row, heads, span.start, markdown));
  const labels = new Set(found.map(({ label }) => label));
  const unlabelled = found.length > 1 && found.every(({ label, topic }) => label === "" && topic !== "");
  return unlabelled || (labels.size > 1 && labels.size === found.length && !labels.has("")) ? found : [];
}

function gradedRow({ cells, span }: Row, heads: readonly string[], table: number, markdown: Markdown) {
  const text = (cell: Span) => slice(markdown, cell);
  const first = cells[0] ? text(cells[0]) : "";
  const label = wholeCell.exec(first)?.groups?.label ?? opens.exec(first)?.[0] ?? "";
  const graded = cells.slice(1).flatMap((cell, i) => {
    const head = heads[i + 1] ?? "";
    const named = !columnOf(head) && saysStrength.test(text(cell)) ? "strength" : head;
    const grading = gradingOfCell(text(cell), named);
    return grading ? [movedGrading(grading, cell.start)] : [];
  });
  if (graded.length === 0) return [];
  const explained = cells.some((cell, i) => isReason(text(cell), heads[i] ?? ""));
  const grading = {
    start: graded[0]?.start ?? span.start,
    end: graded.at(-1)?.end ?? span.end,
    strengths: graded.flatMap(({ strengths }) => strengths),
    certainties: graded.flatMap(({ certainties }) => certainties),
  };
  const words = (label === "" ? cells : cells.slice(label === first ? 1 : 0)).map(text).join(" ");
  const topic = topicOf(cells.map(text), heads);
  return [{ ...span, label: plainLabel(label.replace(/^\W+/, "")), grading, explained, table, words, topic }];
}
/** "Strong, against", under whatever head. */
const saysStrength =
  /^\W*(?:strong|weak|conditional)(?:[ ,:–-]+(?:for|against|in +favou?r|recommendation))*\W*$/i;

/** Whether a cell says why: "None required" does not. */
export const isReason = (cell: string, head: string): boolean =>
  (why.test(head) && /\p{L}{3}\W+\p{L}/u.test(cell) && !noReason.test(cell)) ||
  (/\bnotes?\b/i.test(head) && /\b(?:strong|despite|although|because|reason|rationale)\b/i.test(cell));
const noReason =
  /^\W*(?:none|no +(?:reason|rationale|justification|comment)|not +(?:required|needed|applicable|stated|given|recorded|necessary)|nil|n\/a|to +(?:be|follow)|pending|missing|see\b)[^.;]{0,40}$/i;

/** What a row is about: its first cell in words. */
const topicOf = (cells: readonly string[], heads: readonly string[]): string =>
  cells.find((cell, i) => i < 3 && !columnOf(heads[i] ?? "") && /\p{L}{4}/u.test(cell)) ?? "";

/** Whatever else a text says on why one is graded as it is. */
const isExplainedIn = (text: string, label: string): boolean =>
  new RegExp(
    `\\b(?:rationale|justif\\w+|why|exception\\w*|reasons?(?! +for +(?:rating|down)))\\b[^\\n]{0,60}\\b${label.replaceAll(".", "\\.")}\\b`,
    "i",
  ).test(text);

/** "**D1.** Delay kills …", under "Why some recommendations are strong": the labels that a reason is given for. */
export const reasonedLabels = oncePer((guideline: Guideline): ReadonlyMap<string, true> => {
  const found = new Map<string, true>();
  for (const section of guideline.sections.filter(({ title }) => why.test(title))) {
    const { start, end } = reachOf(guideline, section);
    for (const line of guideline.text.slice(start, end).split("\n")) {
      const label = /\p{L}{3}\W+\p{L}{3}/u.test(line) ? labelAtHead(line) : undefined;
      if (label !== undefined) found.set(label, true);
    }
  }
  return found;
});

/** By table. */
export const tabledGrades = oncePer(
  ({ runs, markdown, text }: Guideline): readonly (readonly TabledGrade[])[] => {
    const tables = new Map<number, TabledGrade[]>();
    for (const one of tablesOf(runs, markdown)) {
      const told = one.label !== "" && isExplainedIn(text, one.label);
      const row = one.explained || !told ? one : { ...one, explained: true };
      tables.set(one.table, [...(tables.get(one.table) ?? []), row]);
    }
    return [...tables.values()];
  },
);

/** Each label's recommendation, where no other bears it. */
export const labelledAdvice = oncePer((guideline: Guideline): ReadonlyMap<string, Recommendation> => {
  const found = new Map<string, Recommendation | undefined>();
  for (const [i, one] of guideline.recommendations.entries()) {
    const label = labelOf(guideline, one, guideline.recommendations[i - 1]?.end ?? 0);
    if (label !== undefined) found.set(label, found.has(label) ? undefined : one);
  }
  return new Map([...found].flatMap(([label, one]) => (one ? [[label, one] as const] : [])));
});

/** "A patient who still fails must receive a tube (S2)": by the label that its sentence cites. */
export const citingAdvice = oncePer(
  (guideline: Guideline): ReadonlyMap<string, readonly Recommendation[]> => {
    const found = new Map<string, Recommendation[]>();
    for (const one of guideline.recommendations) {
      const [cited, another] = one.where === "cell" ? [] : matchesIn(one.text, citation);
      const label = cited && !another ? plainLabel(cited[1] ?? cited[2]) : "";
      if (label !== "") found.set(label, [...(found.get(label) ?? []), one]);
    }
    return found;
  },
);
const citation =
  /[([](?:(?:see +)?(?:recommendations?|statements?|rec\.?)\s*([A-Z]{0,3}[- ]?\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)|([A-Z]{1,3}-?\d{1,3}(?:\.\d{1,2}){0,3}))[)\]]/g;

const farthest = 400;

/** At the head of its line or row, or of its paragraph; else of the heading that it opens. */
function labelOf(
  { text, sections }: Guideline,
  { start, where }: Recommendation,
  prior: number,
): string | undefined {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  if (where === "cell") {
    const [, first = ""] = /^\s*\|?([^|\n]*)\|/.exec(text.slice(from, start)) ?? [];
    return plainLabel(wholeCell.exec(first)?.groups?.label) || undefined;
  }
  if (prior > from) return undefined;
  const own = labelAtHead(text.slice(from, start + longestLabel));
  if (own !== undefined) return own;
  const before = text.slice(Math.max(prior, start - farthest), from).split(/\n/);
  for (const line of before.toReversed()) {
    if (!/\S/.test(line)) continue;
    const label = labelAtHead(line);
    if (label !== undefined) return label;
    if (/^\s*(?:#|\|)/.test(line)) return undefined;
    break;
  }
  const section = sectionAt(sections, start);
  return section && section.headingSpan.end > prior ? labelAtHead(section.title) : undefined;
}
const longestLabel = 30;
