// A guideline whose own date of review or expiry is past.

import type { Guideline } from "../guideline/guideline.ts";
import { reviewDate } from "../guideline/review-date.ts";
import { oncePer } from "../text/memory.ts";
import { defineRule } from "./rule.ts";

const dateOf = oncePer(({ markdown }: Guideline) => ({ date: reviewDate(markdown) }));

export const reviewOverdue = defineRule<undefined>({
  id: "review-overdue",
  severity: "warning",
  summary: "The date by which the guideline was to be reviewed, or until which it holds, is past.",
  rationale:
    "A reader who sees a review date in the past cannot know whether the text was found to be right or was forgotten. The " +
    "date is read from the front matter (review-date, review-due, next-review, expires) or from the text; failing that, " +
    "from the date of issue and a stated interval. A month counts to its end, and of two ways to read a date the later " +
    "one counts.",
  examples: {
    invalid: [
      "---\nreview-date: 2019-04-01\n             ^^^^^^^^^^\n---\n\n# Asthma",
      "Next review due 31/12/2018\n                ^^^^^^^^^^",
      "Issued: June 2012. This guideline is reviewed every three years.\n        ^^^^^^^^^",
    ],
    valid: [
      "Last reviewed: March 2015. Next review: March 2199.",
      "Date of approval: 14/01/2015",
      "Expiry date of the vial: 03/2015",
    ],
  },

  *check(guideline, { today }) {
    const { date } = dateOf(guideline);
    if (!date || date.until >= today) return;
    const { start, end, from, until } = date;
    const said =
      from === "date"
        ? "This date is past"
        : `By its own interval this guideline was due for review by ${until}`;
    yield {
      span: { start, end },
      message: `${said}: readers cannot tell whether the guideline still holds. Review it, and set the next date.`,
      state: undefined,
    };
  },
});
