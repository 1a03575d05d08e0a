// The one shape of a rule. A rule reads a guideline and yields what cannot be right; it must not know
// models, editors or files, and it is silent where the text leaves doubt.

import type { RuleSetting, Severity } from "../config.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Edit, Span } from "../text/span.ts";

/** Another document of the workspace, which facts are compared with. */
export interface Neighbour {
  readonly uri: string;
  readonly guideline: Guideline;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
  /** The document the span is in, when it is another one. */
  readonly in?: Neighbour;
}

export interface Found<State> {
  readonly span: Span;
  /** What is wrong, why it matters, what to do: plain sentences. */
  readonly message: string;
  readonly related?: readonly Related[];
  /** Where this finding weighs less than the rule's others. */
  readonly severity?: Severity;
  /** Whatever fix() needs to know. */
  readonly state: State;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** The document that is edited, when it is another one. */
  readonly in?: Neighbour;
  /** True only when no reader could want another text; only such fixes are applied without being chosen. */
  readonly certain: boolean;
}

export interface RuleDefinition<State> {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
  readonly rationale: string;
  readonly examples: { readonly invalid: readonly string[]; readonly valid: readonly string[] };
  check(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Found<State>>;
  fix?(state: State, guideline: Guideline): readonly Fix[];
}

/** A rule whose state type is sealed in: findings carry their own fixes. */
export interface Rule extends Omit<RuleDefinition<unknown>, "check" | "fix"> {
  check(guideline: Guideline, neighbours?: readonly Neighbour[]): Iterable<Finding>;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  /** Lazy: edits are worked out only when someone looks at them. */
  fixes(): readonly Fix[];
}

export function defineRule<State>(definition: RuleDefinition<State>): Rule {
  const { id, severity, fix } = definition;
  return {
    ...definition,
    *check(guideline, neighbours = []) {
      for (const found of definition.check(guideline, neighbours)) {
        const { span, message, related = [], severity: own = severity, state } = found;
        yield { rule: id, severity: own, span, message, related, fixes: () => fix?.(state, guideline) ?? [] };
      }
    },
  };
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;
