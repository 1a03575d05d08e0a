// Who a finding is, whatever line it is in by now: its rule, its words, the words around it and the heading above.
// It must not know what it is compared with.

import type { Guideline } from "../guideline/guideline.ts";
import { sectionAt } from "../guideline/section.ts";
import type { Finding } from "./rule.ts";

type Identified = Pick<Finding, "rule" | "span">;

/** Of words that are found, and of those before and behind them: an edit elsewhere in a long line changes nothing. */
const mostFound = 200;
const sentenceEnd = /[.!?;](?:\s|$)/;
const around = { characters: 80, words: 4 };

/** One for each finding, in their order, each another one; the findings are all of a document, in document order. */
export function identitiesOf(guideline: Guideline, findings: readonly Identified[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const told = toldOf(guideline, finding);
    const before = seen.get(told) ?? 0;
    seen.set(told, before + 1);
    return `${told} ${before}`;
  });
}

function toldOf(
  { lines, markdown: { plain }, text, sections }: Guideline,
  { rule, span }: Identified,
): string {
  const { start, end } = span;
  const [first, last] = [lines.positionAt(start).line, lines.positionAt(end).line];
  const before = plain.slice(Math.max(lines.start(first), start - around.characters), start);
  const after = plain.slice(end, Math.min(lines.end(last), end + around.characters));
  return JSON.stringify([
    rule,
    normal(plain.slice(start, end).trim() === "" ? text.slice(start, end) : plain.slice(start, end)).slice(
      0,
      mostFound,
    ),
    normal(before.split(sentenceEnd).at(-1) ?? "")
      .split(" ")
      .slice(-around.words)
      .join(" "),
    normal(after.split(sentenceEnd)[0] ?? "")
      .split(" ")
      .slice(0, around.words)
      .join(" "),
    normal(sectionAt(sections, start)?.title ?? ""),
  ]);
}

function normal(text: string): string {
  return text
    .replace(/[\s|]+/g, " ")
    .trim()
    .normalize("NFC")
    .toLowerCase();
}
