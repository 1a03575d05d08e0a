// Lists that say the values of their chapter again in the same order, all but one.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("a list in the order of its chapter", () => {
  const chapter =
    "# Glucose in pregnancy\n\nGestational diabetes is present when the fasting sample is 5.1 mmol/L or more, the sample at one hour 10 mmol/L or more, or the sample at two hours 8.5 mmol/L or more. A fasting value of 7 mmol/L or more is diabetes that was there before.\n\n## Poster\n\n**Glucose test: who has it?**\n\n";
  const rest = "- One hour after: 10 mmol/L or more\n- Two hours after: 8.5 mmol/L or more";

  it("is held against it place by place", () => {
    check(
      `${chapter}- Before the drink: 5.8 mmol/L or more\n                    ^^^^^^^^^^^^^^^^^^\n${rest}`,
    );
    check(`${chapter}- Before the drink: 5.1 mmol/L or more\n${rest}`);
  });

  it("is left alone where two places differ", () => {
    check(`${chapter}- Before the drink: 5.8 mmol/L or more\n${rest.replace("8.5", "9")}`);
  });
});
