// All rules, as an explicit list, and the one way to run them. A rule that throws is skipped and reported:
// the others still speak. It must not know who asks.

import { type Guideline, readLike } from "../guideline/guideline.ts";
import { abbreviationConflict } from "./abbreviation-conflict.ts";
import { abbreviationUndefined } from "./abbreviation-undefined.ts";
import { bandDose } from "./band-dose.ts";
import { bandGap } from "./band-gap.ts";
import { bandOverlap } from "./band-overlap.ts";
import { bandPopulation } from "./band-population.ts";
import { citationMissing } from "./citation-missing.ts";
import { concentrationConflict } from "./concentration-conflict.ts";
import { concentrationVolume } from "./concentration-volume.ts";
import { contraindicatedRecommended } from "./contraindicated-recommended.ts";
import { disableUnused } from "./disable-unused.ts";
import { type Disabling, type Silent, withoutDisabled } from "./disabling.ts";
import { doseBasis } from "./dose-basis.ts";
import { doseConflict } from "./dose-conflict.ts";
import { doseMagnitude } from "./dose-magnitude.ts";
import { drugNameUnknown } from "./drug-name-unknown.ts";
import { drugNameVariant } from "./drug-name-variant.ts";
import { durationConflict } from "./duration-conflict.ts";
import { errorProneNotation } from "./error-prone-notation.ts";
import { footnoteMissing } from "./footnote-missing.ts";
import { linkMissing } from "./link-missing.ts";
import { listNumbering } from "./list-numbering.ts";
import { maximumExceeded } from "./maximum-exceeded.ts";
import { numberFormatMixed } from "./number-format-mixed.ts";
import { orderIncomplete } from "./order-incomplete.ts";
import { pairedUnits } from "./paired-units.ts";
import { rateArithmetic } from "./rate-arithmetic.ts";
import { recommendationContradiction } from "./recommendation-contradiction.ts";
import { referenceMissing } from "./reference-missing.ts";
import { reviewOverdue } from "./review-overdue.ts";
import type { Finding, Neighbour, Rule, RuleContext, RuleSettings } from "./rule.ts";
import type { GivenOptions } from "./rule-option.ts";
import { sectionMissing } from "./section-missing.ts";
import { spellingVariantMixed } from "./spelling-variant-mixed.ts";
import { strengthCertainty } from "./strength-certainty.ts";
import { strengthWording } from "./strength-wording.ts";
import { thresholdConflict } from "./threshold-conflict.ts";
import { vagueWording } from "./vague-wording.ts";

export const rules: readonly Rule[] = [
  concentrationConflict,
  concentrationVolume,
  rateArithmetic,
  drugNameUnknown,
  drugNameVariant,
  maximumExceeded,
  orderIncomplete,
  doseMagnitude,
  durationConflict,
  doseConflict,
  doseBasis,
  numberFormatMixed,
  bandGap,
  bandDose,
  bandOverlap,
  bandPopulation,
  pairedUnits,
  thresholdConflict,
  errorProneNotation,
  spellingVariantMixed,
  abbreviationConflict,
  abbreviationUndefined,
  referenceMissing,
  linkMissing,
  footnoteMissing,
  citationMissing,
  listNumbering,
  strengthWording,
  strengthCertainty,
  recommendationContradiction,
  contraindicatedRecommended,
  reviewOverdue,
  vagueWording,
  sectionMissing,
  // Last: it looks at what the others found.
  disableUnused,
];

export interface Checked {
  /** In document order. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this document, for the log. */
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

/** What holds for one document: all of it may be left out. */
export interface CheckOptions extends Partial<Omit<RuleContext, "options">> {
  readonly severities?: RuleSettings;
  /** By rule. */
  readonly options?: Readonly<Record<string, GivenOptions>>;
  readonly list?: readonly Rule[];
  /** Whether the neighbours are all that there are: what none of them contradicts then is contradicted nowhere. */
  readonly wholeProject?: boolean;
}

export function checkGuideline(guideline: Guideline, given: CheckOptions = {}): Checked {
  const steps = checkSteps(guideline, given);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, one rule a step. */
export function* checkSteps(guideline: Guideline, given: CheckOptions = {}): Generator<void, Checked> {
  const { severities = {}, options = {}, list = rules, wholeProject = false, ...around } = given;
  const findings: Finding[] = [];
  const failures: { rule: string; error: unknown }[] = [];
  const silence = new Map<string, Silent>();
  const disabling = (): Disabling => ({
    known: rules.map(({ id }) => id),
    used: withoutDisabled(guideline, findings).used,
    silence,
  });
  for (const rule of list) {
    const severity = severities[rule.id] ?? (rule.optIn && "off");
    if (severity === "off") {
      silence.set(rule.id, "off");
      continue;
    }
    const context = new Watched(around, options[rule.id] ?? {}, disabling);
    try {
      readLike(guideline, () => {
        for (const finding of rule.check(guideline, context))
          findings.push(severity ? { ...finding, severity } : finding);
      });
      silence.set(rule.id, context.beyond ? (wholeProject ? "compared" : "unknown") : "certain");
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
    yield;
  }
  findings.sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1),
  );
  return { findings: withoutDisabled(guideline, findings).kept, failures };
}

/** Notes whether a rule looks at anything beside the guideline. */
class Watched implements Partial<RuleContext> {
  readonly options: GivenOptions;
  readonly today?: string;
  beyond = false;
  readonly #around: Partial<RuleContext>;
  readonly #disabling: () => Disabling;

  constructor(around: Partial<RuleContext>, options: GivenOptions, disabling: () => Disabling) {
    this.options = options;
    if (around.today !== undefined) this.today = around.today;
    this.#around = around;
    this.#disabling = disabling;
  }

  get neighbours() {
    this.beyond = true;
    return this.#around.neighbours ?? none;
  }

  get follow() {
    this.beyond = true;
    return this.#around.follow ?? nowhere;
  }

  get disabling() {
    return this.#disabling();
  }
}

const none: readonly Neighbour[] = [];
const nowhere = () => undefined;

/** Settings that name no rule: a misspelt rule must not be silently ignored. */
export function unknownRules(settings: RuleSettings): string[] {
  return Object.keys(settings).filter((id) => !rules.some((rule) => rule.id === id));
}
