// What is not done on one side of a value, and is done on the other side of another one.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("the other side of a threshold", () => {
  it("is held against what is not done beyond it", () => {
    check(
      "# Operations on warfarin\n\nElective surgery goes ahead once the INR is 1.5 or less.\n\n## Morning of the operation\n\nSurgery is cancelled if the INR is above 1.8.\n                                   ^^^^^^^^^",
    );
    check(
      "# Ketoacidosis\n\nInsulin is withheld while potassium is under 3.5 mmol/L.\n\n## Bedside\n\nBefore starting insulin, potassium has to be at least 3 mmol/L.\n                                             ^^^^^^^^^^^^^^^^^",
    );
  });

  it("is left alone where it is the same value, what lies between is open, or it ends a course", () => {
    check(
      "# Operations on warfarin\n\nElective surgery goes ahead once the INR is 1.5 or less.\n\n## Morning of the operation\n\nSurgery is cancelled if the INR is above 1.5.",
    );
    check(
      "# Malaria\n\n- Hb below 4 g/dL: transfuse whole blood.\n- Hb 6 g/dL or more: do not transfuse.\n\n## Card\n\nTransfuse below 4 g/dL.",
    );
    check(
      "# Infusions\n\nStart insulin when glucose is above 12 mmol/L.\n\n## Later\n\nStop insulin when glucose is below 10 mmol/L.",
    );
  });

  it("is held against a pressure of the same moment, or with the same other figure", () => {
    check(
      "# Stroke\n\nBefore alteplase the pressure must be 185/110 mmHg or lower.\n\n# Checklist\n\n- If the top number stands above 200 or the bottom number above 110, do not draw up the bolus.\n                           ^^^^^^^^^",
    );
    check(
      "# Stroke\n\nBefore alteplase the pressure must be 185/110 mmHg or lower.\n\n# Checklist\n\n- If the top number stands above 185 or the bottom number above 110, do not draw up the bolus.",
    );
  });
});
