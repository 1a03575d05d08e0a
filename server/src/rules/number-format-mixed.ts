// A number written in another format than the document's own: a decimal comma among decimal points, thousands
// set off by two kinds of sign, or one sign that stands for both.

import { styleOf } from "../guideline/number-format.ts";
import type { Span } from "../text/span.ts";
import { oddities } from "./number-oddity.ts";
import { defineRule } from "./rule.ts";

interface State {
  readonly span: Span;
  readonly newText: string;
  readonly certain: boolean;
}

export const numberFormatMixed = defineRule<State>({
  id: "number-format-mixed",
  severity: "warning",
  summary: "A number is written with another decimal or thousands separator than the rest of the document.",
  rationale:
    "Where one document writes 2,5 mg and 2.5 mg, a reader can no longer be sure whether 1,250 is one and a quarter " +
    "or one thousand two hundred and fifty, and a misread separator is a dose a thousand times too large or too small.",
  examples: {
    invalid: [
      "An infant of 7,5 kg receives 0.5 mL, a child of 12.5 kg receives 1.5 mL.\n             ^^^",
      "Give 100 000 IU at 6 months and 200 000 IU at 12 months. Mothers receive 200,000 IU.\n                                                                         ^^^^^^^",
    ],
    valid: [
      "Vaccines are due at 6,10 and 14 weeks. The dose is 0.5 mL [1,2].",
      "The vial of 1,200,000 units holds 2.4 million. Round at 08.00; adrenaline 1:200,000.",
    ],
  },

  *check({ numbers: written, lines, text }) {
    const style = styleOf(written);
    const likeDecimal = style.numbers.find(({ decimal }) => decimal === style.decimals);
    const likeGroup = style.numbers.find(({ group }) => group === style.groups);
    for (const { span, odd } of oddities(style, text)) {
      const other = odd.beside === "decimal" ? likeDecimal : likeGroup;
      if (!other) continue;
      const line = lines.positionAt(other.start).line + 1;
      yield {
        span,
        message: `"${text.slice(span.start, span.end)}" ${odd.what}, as in "${other.text}" (line ${line}). ${odd.advice}`,
        related: [
          {
            span: { start: other.start, end: other.end },
            message: `The format of the document: "${other.text}".`,
          },
        ],
        state: { span, newText: odd.newText, certain: odd.certain },
      };
    }
  },

  fix({ span, newText, certain }) {
    return [{ title: `Write "${newText}"`, edits: [{ span, newText }], certain }];
  },
});
