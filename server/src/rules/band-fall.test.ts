// Bands that fall below lighter ones, or stand still where all others climb. Seen through band-dose.

import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { bandDose } from "./band-dose.ts";

const check = (text: string) => checkMarkdown(text, { rule: "band-dose", rules: [bandDose] });

describe("bands that fall", () => {
  it("tells by its kilograms which band is odd", () => {
    check(
      "| Weight | First month |\n| --- | --- |\n| 40–45 kg | 7,500 units |\n| 46–56 kg | 10,000 units |\n| 57–68 kg | 12,500 units |\n| 69–82 kg | 10,000 units |\n             ^^^^^^^^^^^^\n| 83–98 kg | 18,000 units |",
    );
    check(
      "| Weight | Ceftriaxone: 50 mg/kg |\n| --- | --- |\n| 6–7 kg | 325 mg |\n| 8–9 kg | 425 mg |\n| 10–12 kg | 550 mg |\n| 13–15 kg | 1400 mg |\n             ^^^^^^^\n| 16–19 kg | 875 mg |",
    );
    check(
      "| Weight | Tablets each time |\n| --- | --- |\n| 4 to under 8 kg | 1 |\n| 8 to under 14 kg | 2 |\n| 14 to under 20 kg | 1 |\n                      ^",
    );
  });

  it("takes a band that gets no more than the one before it for odd where all others keep to their weight", () => {
    check(
      "| Weight | Tablets |\n| --- | --- |\n| 30–37 kg | 2 |\n| 38–54 kg | 2 |\n             ^\n| 55–70 kg | 4 |\n| 71–90 kg | 5 |",
    );
    check(
      "| Weight | Dose |\n| --- | --- |\n| 10–14 kg | 40 mg |\n| 15–19 kg | 60 mg |\n| 20–25 kg | 60 mg |\n| 26–29 kg | 70 mg |",
    );
  });

  it("reads bands that hold until the next begins, and figures that the title counts", () => {
    check(
      "The teacher counts:\n\n- from 10 kg: one tablet;\n- from 15 kg: one and a half tablets;\n- from 22.5 kg: two tablets;\n- from 30 kg: one and a half tablets;\n              ^^^^^^^^^^^^^^^^^^^^^^\n- from 37.5 kg: three tablets.",
    );
    check(
      "# Tablets a day by weight\n\n| Weight | RHZ |\n| --- | --- |\n| 4–7 kg | 1 |\n| 8–11 kg | 2 |\n| 12–15 kg | 1 |\n             ^\n| 16–24 kg | 4 |",
    );
  });
});
