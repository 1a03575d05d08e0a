// House styles as named sets of rules: a project names one or several of them. Data only: a rule or an option that
// does not exist is passed over.

import type { RuleSetting } from "../config.ts";
import type { GivenOptions } from "../rules/rule-option.ts";

/** What is said of one rule. */
export interface RuleChoice {
  readonly severity?: RuleSetting;
  readonly options?: GivenOptions;
}

export interface Profile {
  readonly description: string;
  readonly rules: Readonly<Record<string, RuleChoice>>;
}

const on = (severity: RuleSetting, options?: GivenOptions): RuleChoice => ({
  severity,
  ...(options && { options }),
});

export const profiles = {
  grade: {
    description:
      "GRADE wording: “we recommend” is strong, “we suggest” is weak, and the strength agrees with the certainty of the evidence.",
    rules: {
      "strength-wording": on("warning", { profile: "grade" }),
      "strength-certainty": on("warning"),
      "recommendation-contradiction": on("error"),
      "contraindicated-recommended": on("error"),
      "vague-wording": on("information"),
      "citation-missing": on("warning"),
    },
  },
  nice: {
    description:
      "Offer/consider wording: “offer” is strong, “consider” is weak, as in the guidelines of the United Kingdom.",
    rules: {
      "strength-wording": on("warning", { profile: "nice" }),
      "recommendation-contradiction": on("error"),
      "contraindicated-recommended": on("error"),
      "vague-wording": on("information"),
      "spelling-variant-mixed": on("information", { spelling: "british" }),
    },
  },
  who: {
    description: "WHO handbooks: safe notation of doses, sources and a date of review.",
    rules: {
      "error-prone-notation": on("warning", { profile: "who" }),
      "strength-wording": on("warning", { profile: "who" }),
      "section-missing": on("information"),
      "abbreviation-conflict": on("warning"),
      "review-overdue": on("information"),
      "reference-missing": on("warning"),
      "spelling-variant-mixed": on("information"),
    },
  },
  ismp: {
    description:
      "The strictest reading of error-prone notation: trailing zeros, naked decimals, U, µg and the like.",
    rules: {
      "error-prone-notation": on("error", { profile: "ismp" }),
      "number-format-mixed": on("warning"),
      "order-incomplete": on("warning"),
    },
  },
  msf: {
    description:
      "Field handbooks: terse orders, every abbreviation in the list, references and lists that hold together.",
    rules: {
      "error-prone-notation": on("warning", { profile: "who" }),
      "abbreviation-undefined": on("warning"),
      "abbreviation-conflict": on("warning"),
      "list-numbering": on("information"),
      "link-missing": on("warning"),
      "footnote-missing": on("warning"),
      "vague-wording": on("off"),
      "strength-wording": on("off"),
    },
  },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;
