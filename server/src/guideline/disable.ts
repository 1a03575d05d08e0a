// Comments by which an author keeps rules silent, and the same in front matter: what each says, word for word and
// place for place. It must not know which rules there are, nor what a comment reaches.

import type { Directive } from "../syntax/directive.ts";
import { wordsUnder } from "../syntax/front-matter.ts";
import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

/** What may stand behind "guidewright-" in a comment. */
export const disableWords = {
  "disable-line": "line",
  "disable-next-line": "next-line",
  disable: "block",
  enable: "enable",
  "disable-file": "file",
} as const;
export type DisableKind = (typeof disableWords)[keyof typeof disableWords];

export interface NamedRule {
  readonly id: string;
  readonly span: Span;
}

export interface Disable {
  /** Undefined for a word that means nothing. */
  readonly kind: DisableKind | undefined;
  readonly word: string;
  /** All of the comment; of front matter the names. */
  readonly span: Span;
  readonly wordSpan: Span;
  /** None: all rules. */
  readonly rules: readonly NamedRule[];
  readonly reason: string | undefined;
  readonly in: "comment" | "front matter";
}

export function parseDisables(markdown: Markdown): Disable[] {
  return [...inFrontMatter(markdown), ...markdown.directives.flatMap(parseComment)];
}

const shape = /^(<!--\s*guidewright-)([\w-]*?)((?:\s[\s\S]*?)?)-->$/i;
/** Two hyphens begin the reason; a long dash is what editors make of them. */
const reasonSign = /(?:^|\s)(?:--+|—)(?=\s|$)/;
const ruleName = /[^\s,]+/g;

function parseComment({ start, end, comment }: Directive): Disable | [] {
  const span = { start, end };
  const [, opening = "", given, rest = ""] = shape.exec(comment) ?? [];
  if (given === undefined) return [];
  const word = given.toLowerCase();
  const wordStart = span.start + opening.length;
  const restStart = wordStart + given.length;
  const sign = reasonSign.exec(rest);
  const names = sign ? rest.slice(0, sign.index) : rest;
  const reason = sign
    ? rest
        .slice(sign.index + sign[0].length)
        .replace(/\s+/g, " ")
        .trim()
    : "";
  return {
    kind: Object.hasOwn(disableWords, word) ? disableWords[word as keyof typeof disableWords] : undefined,
    word,
    span,
    wordSpan: { start: wordStart, end: restStart },
    rules: matchesIn(names, ruleName).map(({ 0: id, index }) => ({
      id: id.toLowerCase(),
      span: { start: restStart + index, end: restStart + index + id.length },
    })),
    reason: reason === "" ? undefined : reason,
    in: "comment",
  };
}

const keys = [["guidewright", "disable"], ["guidewright-disable"]];

function inFrontMatter({ text, frontMatter }: Markdown): Disable[] {
  if (!frontMatter || !("guidewright" in frontMatter.values || "guidewright-disable" in frontMatter.values))
    return [];
  return keys.flatMap((key) => {
    const spans = wordsUnder(text, key);
    const [first, last] = [spans[0], spans.at(-1)];
    if (!first || !last) return [];
    const span = { start: first.start, end: last.end };
    const rules = spans.map((one) => ({ id: text.slice(one.start, one.end).toLowerCase(), span: one }));
    return {
      kind: "file",
      word: key.join("."),
      span,
      wordSpan: span,
      rules,
      reason: undefined,
      in: "front matter",
    };
  });
}
