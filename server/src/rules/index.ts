// All rules, as an explicit list, and the one way to run them. A rule that throws is skipped and reported:
// the others still speak. It must not know who asks.

import type { Guideline } from "../guideline/guideline.ts";
import { abbreviationUndefined } from "./abbreviation-undefined.ts";
import type { Finding, Rule, RuleSettings } from "./rule.ts";

export const rules: readonly Rule[] = [abbreviationUndefined];

export interface Checked {
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this document, for the log. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

export function checkGuideline(
  guideline: Guideline,
  settings: RuleSettings = {},
  list: readonly Rule[] = rules,
): Checked {
  const findings: Finding[] = [];
  const failures: { rule: string; error: unknown }[] = [];
  for (const rule of list) {
    const severity = settings[rule.id] ?? rule.severity;
    if (severity === "off") continue;
    try {
      for (const finding of rule.check(guideline)) findings.push({ ...finding, severity });
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1),
  );
  return { findings, failures };
}

/** Settings that name no rule: a misspelt rule must not be silently ignored. */
export function unknownRules(settings: RuleSettings): string[] {
  return Object.keys(settings).filter((id) => !rules.some((rule) => rule.id === id));
}
