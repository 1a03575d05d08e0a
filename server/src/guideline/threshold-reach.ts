// How much of its sentence is about a value: not what else the same is done for, nor in spite of what. It must not know
// what is measured.

import { kindByWord } from "../lexicon/threshold-words.ts";
import type { Span } from "../text/span.ts";
import type { Passage } from "./passage.ts";

/** How far a sentence, a row and nested lists are read around a value: no text may take quadratic time. */
const longestReach = 500;

/** What an answer begins with that does nothing but say at which value. */
export const answer =
  /^\?[\s*_]*(?:yes\b|if +so\b|when|if|as +soon +as|once|at|below|above|under|over|from|only|[<>≤≥\d])/i;

export const kindOf = (word: string) => kindByWord.get(word.toLowerCase());
export const isKind = (word: string): boolean => kindOf(word) !== undefined;

/**
 * "Dialyse when potassium is ≥ 6.5, when the lungs fill, or if …", "start iron when ferritin is below 75, even though …":
 * what is done stands before the value, and what follows is another reason, or none.
 */
const another =
  /,? +or +(?:when|if|where)\b|, +(?:when|if|where)\b(?=[^.;]*,? +or +(?:when|if|where)\b)|,? +(?:even +(?:though|if|when)|although|though|whether +or +not|whatever|irrespective|regardless|because)\b/;

export function sentenceOf(plain: string, sentence: Span, value: Span): Span {
  const start = Math.max(sentence.start, value.start - longestReach);
  const end = Math.min(sentence.end, value.end + longestReach);
  const cut = plain.slice(value.end, end).search(another);
  const acts =
    cut >= 0 &&
    plain
      .slice(start, value.start)
      .match(/\p{L}+/gu)
      ?.some(isKind);
  return { start, end: acts ? value.end + cut : elsewise(plain, value.end, end) };
}

/** "Below 4: transfuse; otherwise iron": what is done at all other values. */
function elsewise(plain: string, start: number, end: number): number {
  const found = plain.slice(start, end).search(/\b(?:otherwise|if +not|else)\b(?! +(?:than|treated|well))/);
  return found > 0 ? start + found : end;
}

export function firstSentence(plain: string, { start, end }: Span): Span {
  const stop = plain.slice(start, Math.min(end, start + longestReach)).search(/[.;:!?](?:\s|$)/);
  return { start, end: stop >= 0 ? start + stop : Math.min(end, start + longestReach) };
}

/** The sentence that ends at a place, not beyond the beginning of its passage. */
export function sentenceBefore(plain: string, first: number, end: number): Span {
  const start = Math.max(first, end - longestReach);
  const stop = plain.slice(start, Math.max(start, end - 1)).search(/[.;!?](?=\s[^.;!?]*$)/);
  return { start: stop >= 0 ? start + stop + 1 : start, end };
}

export function sentenceAfter(plain: string, start: number, end: number): Span {
  const next = plain.slice(start, Math.min(end, start + longestReach));
  const stop = /^[\s.*_]*[^.;!?]*(?:[.](?=\d)[^.;!?]*)*/.exec(next)?.[0].length ?? 0;
  return { start, end: start + stop };
}

/** "No. Value under 7?" */
const deniedStep = /^[\s→⇒➔➜➡↓▼*_\d.)-]*(?:if +)?no\b/i;
const mostSteps = 12;

/**
 * The questions that were answered with "no" on the way to a step of a flow chart, the nearest first: the lines before
 * it, back to the first that does not itself begin with "no".
 */
function questionsDenied(steps: string): readonly string[] {
  const lines = steps.split("\n").slice(-mostSteps);
  const found: string[] = [];
  for (let at = lines.length - 1; at > 0 && deniedStep.test(lines[at] ?? ""); at--) {
    const [, question = ""] = /^([^?]*)\?/.exec((lines[at - 1] ?? "").replace(deniedStep, "")) ?? [];
    if (question !== "") found.push(question);
  }
  return found;
}

const longestSteps = 600;

/** What steps before a value asked, and its own answers with "no": the item before it, or the one it stands under. */
export function deniedBefore(
  plain: string,
  { span, previous, where, contexts }: Passage,
  sentence: Span,
  value: number,
): readonly string[] {
  const said = (one: Span | undefined) => (one ? plain.slice(one.start, one.end).replaceAll("\n", " ") : "");
  const own = plain.slice(Math.max(span.start, sentence.start - longestSteps), value);
  const parent = where === "list" ? said(contexts[0]) : "";
  const [, asked] = /^([^?]*)\?/.exec(parent) ?? [];
  const above = asked !== undefined && deniedStep.test(own) ? [asked] : [];
  return [...above, ...questionsDenied(`${said(previous)}\n${own}`)];
}
