// A recommendation or order that leaves open what the reader should do.

import { undefinedDegrees } from "../guideline/undefined-degree.ts";
import { vaguePhrases } from "../guideline/vague-phrase.ts";
import type { Vagueness } from "../lexicon/vague-words.ts";
import { defineRule } from "./rule.ts";
import { optionValues } from "./rule-option.ts";

const options = {
  phrases: {
    type: "words",
    description: "Further phrases that say too little in a recommendation or order.",
    default: [],
  },
} as const;

const advice: Readonly<Record<Vagueness, string>> = {
  condition: "Say when: a sign, a value or a finding.",
  time: "Say how often or how long.",
  amount: "Say how much, or by what the reader sees that it is enough.",
  choice: "Name what is meant, or where it is described.",
};

export const vagueWording = defineRule<undefined>({
  id: "vague-wording",
  severity: "hint",
  compares: true,
  options,
  summary: "A recommendation or order says “as appropriate”, “frequently” or “adequate” without a criterion.",
  rationale:
    "Words such as “if necessary” or “regularly” are understood differently by every reader; of those who follow a " +
    "guideline at night, many have nobody to ask. Only recommendations and orders are looked at, and only phrases that no " +
    "figure, purpose or condition makes plain.",
  examples: {
    invalid: [
      "Blood glucose should be monitored frequently.\n                                  ^^^^^^^^^^",
      "We recommend oxygen as appropriate.\n                    ^^^^^^^^^^^^^^",
    ],
    valid: [
      "Blood glucose should be monitored frequently (every 30 minutes).",
      "Give morphine 5 mg PO as needed for pain. Hypoglycaemia is frequently missed.",
    ],
  },

  *check(guideline, context) {
    const { phrases } = optionValues(options, context.options);
    for (const { kind, start, end } of vaguePhrases(guideline, phrases)) {
      const words = guideline.text.slice(start, end).replace(/\s+/g, " ");
      yield {
        span: { start, end },
        message: `“${words}” leaves it to each reader. ${advice[kind]}`,
        state: undefined,
      };
    }
    const others = context.neighbours.map((one) => one.guideline);
    for (const { start, end } of undefinedDegrees(guideline, others)) {
      const words = guideline.text.slice(start, end).replace(/\s+/g, " ");
      yield {
        span: { start, end },
        // Many such words every clinician understands alike.
        severity: "information" as const,
        message: `What is done hangs on “${words}”, and no sign or value says what that means. Define it, or name the value.`,
        state: undefined,
      };
    }
  },
});
