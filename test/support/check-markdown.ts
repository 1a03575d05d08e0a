// Annotated Markdown for tests of rules and features: a line of carets marks what is found in the line above
// it, with the rule's name behind them. The marks are taken out before anything is checked.
import assert from "node:assert/strict";
import { type Guideline, parseGuideline } from "../../server/src/guideline/guideline.ts";
import type { Dictionary } from "../../server/src/lexicon/dictionary.ts";
import {
  rules as allRules,
  type CheckOptions as CheckContext,
  checkGuideline,
} from "../../server/src/rules/index.ts";
import type { Finding, Rule } from "../../server/src/rules/rule.ts";

export interface Marked {
  /** Undefined where the marks name none. */
  readonly rule: string | undefined;
  readonly start: number;
  readonly end: number;
}
export interface Annotated {
  readonly text: string;
  readonly marks: readonly Marked[];
}

const marksLine = /^([ \t]*)(\^+)[ \t]*([a-z][a-z0-9-]*)?[ \t]*$/;

export function parseAnnotated(annotated: string): Annotated {
  const marks: Marked[] = [];
  let text = "";
  let lineStart = 0;
  for (const line of annotated.split(/(?<=\n)/)) {
    const [whole, indent = "", carets = "", rule] = marksLine.exec(line.replace(/\r?\n$/, "")) ?? [];
    if (whole === undefined) {
      lineStart = text.length;
      text += line;
    } else {
      const start = lineStart + indent.length;
      marks.push({ rule, start, end: start + carets.length });
    }
  }
  return { text, marks };
}

export interface CheckOptions {
  /** The rule that marks without a name stand for. */
  readonly rule?: string;
  readonly rules?: readonly Rule[];
  readonly dictionary?: Dictionary;
  /** What else the rules are given. */
  readonly context?: Omit<CheckContext, "list">;
}

/** Asserts that exactly what is marked is found; returns it. */
export function checkMarkdown(
  annotated: string,
  { rule, rules = allRules, dictionary, context }: CheckOptions = {},
): { readonly guideline: Guideline; readonly findings: readonly Finding[] } {
  const { text, marks } = parseAnnotated(annotated);
  const guideline = parseGuideline(text, dictionary);
  // A rule that is off by itself is asked for by its name.
  const named = rules === allRules ? [] : rules.filter(({ optIn }) => optIn);
  const severities = Object.fromEntries(named.map(({ id, severity }) => [id, severity]));
  const { findings, failures } = checkGuideline(guideline, { severities, ...context, list: rules });
  assert.deepEqual(failures, []);
  assert.deepEqual(
    findings.map((finding) => shown(guideline, finding.rule, finding.span)),
    marks.map((mark) => shown(guideline, mark.rule ?? rule ?? "?", mark)),
  );
  return { guideline, findings };
}

function shown(
  { text, lines }: Guideline,
  rule: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const { line, character } = lines.positionAt(start);
  return `${line + 1}:${character + 1} ${JSON.stringify(text.slice(start, end))} ${rule}`;
}
