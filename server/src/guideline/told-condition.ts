// Which conditions a description of patients tells without naming them: "stent in 2023", "uses a steroid inhaler",
// "pressure 158/104 mmHg, protein in the urine". It must not know what is forbidden.

import { broaderConditions } from "../lexicon/conditions.ts";
import { otherLungs, toldConditions } from "../lexicon/told-conditions.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";

const denying = /\b(?:no|not|without|never|nor|non|neither|denies|free +of)\b[^.;:,|]{0,30}$/i;
const pressure =
  /(?:\b(?:pressure|BP)\b[^.;|]{0,30}?|(?=\d{2,3} *\/ *\d{2,3} *mmHg))(?<systolic>\d{2,3}) *\/ *(?<diastolic>\d{2,3})(?<unit> *mmHg)?/gi;
/** "Below 140/90", "when it reaches": what is aimed at is not what they have. */
const aimed =
  /\b(?:below|under|until|target|aim[a-zß-öø-ɏ]*|goal|keep|less +than|falls?|reach[a-zß-öø-ɏ]*|treated|controlled)\b|[<≤]/i;
const proteinuria = /\bprotein(?:uria|s)?\b(?! +(?:S|C|inhib))/i;

/** Their ids. */
export const toldIn = remembered((text): readonly string[] => {
  const named = toldConditions.flatMap(([ids, pattern]) =>
    matchesIn(text, pattern).some(({ index }) => !denying.test(text.slice(Math.max(0, index - 40), index)))
      ? ids
      : [],
  );
  const found = otherLungs.test(text) ? named.filter((id) => id !== "asthma") : named;
  const high = matchesIn(text, pressure).some(
    ({ 0: words, groups: { systolic, diastolic } = {} }) =>
      !aimed.test(words) && (Number(systolic) >= 140 || Number(diastolic) >= 90),
  );
  const raised = !high ? [] : proteinuria.test(text) ? ["hypertension", "pre-eclampsia"] : ["hypertension"];
  const all = [...found, ...raised];
  return [...new Set([...all, ...all.flatMap(broaderConditions)])];
});
