// A dose for a day taken for a single dose, or the other way round: the same figure, given two to six times as
// often. Other differences are dose-conflict's.

import { isDaily } from "../guideline/order.ts";
import { type Conflict, choices, conflictsOf, foundAt, placeOf, quote } from "./conflict.ts";
import { isBasis } from "./order-difference.ts";
import { defineRule } from "./rule.ts";

export const doseBasis = defineRule<Conflict>({
  id: "dose-basis",
  severity: "warning",
  compares: true,
  summary: "The same figure is a day's amount in one place and a single dose in another.",
  rationale:
    "“50 mg/kg/day in 4 doses” and “50 mg/kg every 6 hours” look alike and differ by four times. Taking one for the other is among the commonest dosing errors in children.",
  examples: {
    invalid: [
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Summary\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.\n           ^^^^^^^^^^^^ dose-basis",
      "# Sepsis in newborns\n\nGentamicin 5 mg/kg IV once daily.\n\n## Referral\n\nGentamicin 5 mg/kg IV every 8 hours.\n           ^^^^^^^ dose-basis",
    ],
    valid: [
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Summary\n\nAmpicillin 200 mg/kg/day IV in 4 divided doses.",
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Otitis media\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.",
    ],
  },

  *check(guideline, { neighbours }) {
    for (const conflict of conflictsOf(guideline, neighbours, isBasis)) {
      const { order, others, difference } = conflict;
      const [other] = others;
      if (!other) continue;
      const basis =
        isDaily(order) === isDaily(other.order) ? "" : isDaily(order) ? " for a whole day" : " for each dose";
      yield foundAt(
        conflict,
        `${order.medicine.name} is ${quote({ order, guideline })}${basis} here, but ${quote(other)} in ${placeOf(other)}: the same figure makes ${Math.round(difference.ratio)} times as much in a day. Check whether it is meant per day or per dose, and say so in both places.`,
      );
    }
  },

  fix: choices,
});
