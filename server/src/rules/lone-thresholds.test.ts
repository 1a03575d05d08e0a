// Two values that stand nowhere else, near each other.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { thresholdConflict } from "./threshold-conflict.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "threshold-conflict", rules: [thresholdConflict] });

describe("two values that stand nowhere else", () => {
  it("are asked about where a card says a chapter in words of its own", () => {
    check(
      "# Dengue\n\nAdmit when platelets are below 100 × 10⁹/L.\n\n## Card\n\nPlatelets below 50 × 10⁹/L: to the ward.\n          ^^^^^^^^^^^^^^^^",
    );
  });

  it("are none where one of them is said again, or each is of a disease of its own", () => {
    check(
      "# Dengue\n\nAdmit when platelets are below 100 × 10⁹/L.\n\nTransfuse when platelets are below 50 × 10⁹/L.\n\n## Card\n\nPlatelets below 100 × 10⁹/L: to the ward.",
    );
    check(
      "# Manual\n\n## Dengue\n\nAdmit when platelets are below 100 × 10⁹/L.\n\n## Card: cirrhosis\n\nPlatelets below 50 × 10⁹/L: ring the specialist.",
    );
  });
});

it("reads what has fallen to a value, potassium by its letter, and what is withdrawn", () => {
  check(
    "# Hyperkalaemia\n\nCalcium gluconate 10 mL IV once potassium has risen to 6.5 mmol/L.\n\n## Card\n\nK ≥ 7.0 mmol/L: calcium gluconate.\n  ^^^^^^^^^^^^",
  );
  check(
    "# Heart failure\n\nSpironolactone is withdrawn once potassium exceeds 6 mmol/L.\n\n## Card\n\nPotassium beyond 6.5 mmol/L: stop spironolactone.\n          ^^^^^^^^^^^^^^^^^",
  );
});

it("asks of a bare figure, in figures or words, what is divided near it", () => {
  check(
    "# Diabetes\n\nBreak the fast at once when glucose is higher than 300 mg/dL.\n\n## Card\n\nMeter set to grams per litre.\n\n| What the meter shows | What I do |\n| --- | --- |\n| over 2.50 | drink water |\n  ^^^^^^^^^",
  );
  check(
    "# Pressure\n\nTreat at once when the pressure is above 160/110 mmHg.\n\n## Worked case\n\nBoth readings lie above one hundred and fifty over one hundred: treated at once.\n                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
  );
  check(
    "# Head injury\n\nScan within the hour with a Glasgow coma scale of 12 or less.\n\n## Card\n\nGCS 13 or less: scan.\n    ^^^^^^^^^^",
  );
});
