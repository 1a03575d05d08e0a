// What letters, figures or signs a document has for strength, as it says itself ("A: strong; B: conditional", "✔✔ strong
// recommendation"), and which of them a recommendation bears. It must not judge.

import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";

export type CodedForce = "strong" | "weak";

const code = "[A-D]|[SWK]|[12]|I{1,2}|✔{1,3}|✓{1,3}|★{1,3}|[+]{1,3}|↑{1,2}";
const equated = new RegExp(
  `(?<![\\p{L}\\d])["“*_(\\[]*(?<code>${code})["”*_)\\]]*\\s*(?:=|:|–|—|→|\\(|,|\\b(?:means?|marks?|denotes?|stands +for|is|are|for)\\b|)\\s*(?:an? +|the +)?["“*_]*(?<force>strong|weak|conditional)\\b`,
  "gu",
);

const keyIn = remembered((text): ReadonlyMap<string, CodedForce> => {
  const none = new Map<string, CodedForce>();
  if (!/\bstrong\b/.test(text) || !/\b(?:weak|conditional)\b/.test(text)) return none;
  const found = new Map(
    matchesIn(text, equated).map(({ groups = {} }): [string, CodedForce] => [
      groups.code ?? "",
      groups.force === "strong" ? "strong" : "weak",
    ]),
  );
  return new Set(found.values()).size > 1 ? found : none;
});

/** The first paragraph or table that tells both apart. */
export const strengthCodes = oncePer(({ runs, text }: Guideline): ReadonlyMap<string, CodedForce> => {
  for (const { blocks } of runs)
    for (const { kind, span } of blocks) {
      if (kind === "heading" || span.end - span.start > longest) continue;
      const key = keyIn(text.slice(span.start, span.end));
      if (key.size > 1) return key;
    }
  return new Map();
});
const longest = 700;

export interface CodedStrength extends Span {
  readonly force: CodedForce;
  /** "[S, low]" */
  readonly isLow: boolean;
}

/** The code in brackets behind a place, or alone in a cell of its row. */
export function strengthCodeAt(guideline: Guideline, { start, end }: Span): CodedStrength | undefined {
  const key = strengthCodes(guideline);
  if (key.size === 0) return undefined;
  const { text } = guideline;
  const [line = ""] = /^[^\n]{0,400}/.exec(text.slice(end)) ?? [];
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const isRow = /^\s*\|/.test(text.slice(from, from + 5));
  const found = isRow ? alone.exec(line) : behind.exec(text.slice(Math.max(start, end - 60), end) + line);
  const [whole = "", before = "", sign = "", rest = ""] = found ?? [];
  const force = key.get(sign);
  if (!found || !force) return undefined;
  const at = (isRow ? end : Math.max(start, end - 60)) + found.index + before.length;
  return { force, isLow: /\blow\b/i.test(rest || whole), start: at, end: at + sign.length };
}
/** "[A, moderate certainty]" */
const behind = new RegExp(`([\\[(][\\s*_]*)(${code})(?![\\p{L}\\d])([^\\[\\]()\\n]{0,40})[\\])]`, "u");
const alone = new RegExp(`(\\|[\\s*_"“]*)(${code})[\\s*_"”]*(?=\\||$)`, "u");

/** Every "[S, low]" of a document. */
export const codedLow = oncePer((guideline: Guideline): readonly CodedStrength[] => {
  const key = strengthCodes(guideline);
  if (key.size === 0) return [];
  const all = new RegExp(behind.source, "gu");
  return matchesIn(guideline.text, all).flatMap(
    ({ index, 0: whole, 1: before = "", 2: sign = "", 3: rest = "" }) => {
      const force = key.get(sign);
      return force && /^\W*(?:very +)?low\b/i.test(rest)
        ? [{ force, isLow: true, start: index + before.length, end: index + whole.length - 1 }]
        : [];
    },
  );
});
