// The one shape of a rule. A rule reads a guideline and yields what cannot be right; it must not know
// models, editors or files, and it is silent where the text leaves doubt.

import type { RuleSetting, Severity } from "../config.ts";
import { type Guideline, readLike } from "../guideline/guideline.ts";
import type { Edit, Span } from "../text/span.ts";
import type { Disabling } from "./disabling.ts";
import type { GivenOptions, RuleOptions } from "./rule-option.ts";

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

/** What a link leads to, as far as whoever asks can see. */
export type LinkTarget = "missing" | "unread" | Neighbour;

/** What a rule may look at beside the guideline. */
export interface RuleContext {
  readonly neighbours: readonly Neighbour[];
  readonly options: GivenOptions;
  /** As in 2026-01-31. */
  readonly today: string;
  /** Where a relative path, without its fragment, leads from this document; undefined where nobody can tell. */
  readonly follow: (path: string) => LinkTarget | undefined;
  /** How the comments fared that keep rules silent: known to the last rule alone. */
  readonly disabling: Disabling | undefined;
}

export interface RuleDefinition<State> {
  readonly id: string;
  readonly severity: Severity;
  /** Off unless a profile or a setting asks for it. */
  readonly optIn?: true;
  /** It reads other documents too: where threads share the work, the others need not read those. */
  readonly compares?: true;
  readonly options?: RuleOptions;
  readonly summary: string;
  readonly rationale: string;
  readonly examples: { readonly invalid: readonly string[]; readonly valid: readonly string[] };
  check(guideline: Guideline, context: RuleContext): Iterable<Found<State>>;
  fix?(state: State, guideline: Guideline): readonly Fix[];
}

/** A rule whose state type is sealed in: findings carry their own fixes. */
export interface Rule extends Omit<RuleDefinition<unknown>, "check" | "fix"> {
  check(guideline: Guideline, context?: Partial<RuleContext>): Iterable<Finding>;
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

/** Nothing is looked at before the rule does: what a rule looked at tells what its silence means. */
class Context implements RuleContext {
  readonly #given: Partial<RuleContext>;

  constructor(given: Partial<RuleContext>) {
    this.#given = given;
  }

  get neighbours() {
    return this.#given.neighbours ?? none;
  }

  get follow() {
    return this.#given.follow ?? (() => undefined);
  }

  get options() {
    return this.#given.options ?? {};
  }

  get today() {
    return this.#given.today ?? new Date().toISOString().slice(0, 10);
  }

  get disabling() {
    return this.#given.disabling;
  }
}

const none: readonly Neighbour[] = [];

export function defineRule<State>(definition: RuleDefinition<State>): Rule {
  const { id, severity, fix } = definition;
  return {
    ...definition,
    *check(guideline, context = {}) {
      for (const found of definition.check(guideline, new Context(context))) {
        const { span, message, related = [], severity: own = severity, state } = found;
        const fixes = () => readLike(guideline, () => fix?.(state, guideline) ?? []);
        yield { rule: id, severity: own, span, message, related, fixes };
      }
    },
  };
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>;
