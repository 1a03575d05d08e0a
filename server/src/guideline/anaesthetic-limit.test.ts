// What is allowed of a local anaesthetic and what is given of it, as it is set against each other.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { aboveAnaesthetic, anaestheticLimits, anaestheticsGiven } from "./anaesthetic-limit.ts";
import { parseGuideline } from "./guideline.ts";

function passed(text: string): string[] {
  const guideline = parseGuideline(text);
  return [...anaestheticsGiven(guideline)].flatMap((name) =>
    aboveAnaesthetic(guideline, name, anaestheticLimits(guideline).get(name) ?? []).map(
      ({ dose, allowed }) => `${text.slice(dose.start, dose.end)} > ${allowed}`,
    ),
  );
}

const keeps = "We keep to 3 mg/kg for plain lidocaine and to 7 mg/kg with adrenaline.";

describe("limits of local anaesthetics", () => {
  for (const [text, expected] of Object.entries({
    [`${keeps}\n\nWoman, 60 kg. Plain lidocaine 1%, 24 mL, infiltrated once.`]: ["24 mL > 180"],
    [`${keeps}\n\nWoman, 60 kg. Plain lidocaine 1%, 18 mL, infiltrated once.`]: [],
    [`${keeps}\n\nWoman, 60 kg. Lidocaine 1% with adrenaline, 40 mL, infiltrated once.`]: [],
    [`${keeps}\n\nA man of 50 kg may have 20 mL of the 1% solution.`]: [],
    "- **Plain lidocaine.** Maximum in adults: 200 mg. Infiltrate up to 30 mL of the 1% solution.\n- **With adrenaline.** Maximum 500 mg, hence up to 50 mL of 1%.":
      ["30 mL > 200"],
    "The ceiling for bupivacaine is 2 mg/kg, with or without adrenaline.\n\nFor a boy of 10 kg draw up 12 mL of bupivacaine 0.25 %.":
      ["12 mL > 20"],
    "Lidocaine 1% holds 10 mg in each mL. Without adrenaline never go above 3 mg/kg in total; with adrenaline the limit is 7 mg/kg.\n\nShe weighs 50 kg and only plain solution is there. The most that you may infiltrate is 20 mL.":
      ["20 mL > 150"],
    "Bupivacaine: no more than 2 mg/kg. Lidocaine with adrenaline is limited to 7 mg/kg, without it to 3 mg/kg.\n\n## Volumes for an adult of 60 kg\n\n| Block | Solution | Volume |\n|---|---|---|\n| Popliteal | bupivacaine 0.5% | 30 mL |\n| Axillary | lidocaine 1.5% with adrenaline | 25 mL |":
      ["30 mL > 120"],
    "Bupivacaine: maximum 2 mg/kg. A bag of bupivacaine 0.1 %, 250 mL, runs at 8 mL/hour in a woman of 60 kg.":
      [],
  }))
    it(JSON.stringify(text), () => {
      assert.deepEqual(passed(text), expected);
    });
});
