// Two orders of one medicine for the same patients that cannot both be right. Differences by a power of ten and
// days taken for doses have rules of their own.

import { type Conflict, choices, conflictsOf, foundAt, placeOf, quote } from "./conflict.ts";
import { inferredBetween, mostInferred } from "./inferred.ts";
import { isBasis, isMagnitude } from "./order-difference.ts";
import { defineRule } from "./rule.ts";

export const doseConflict = defineRule<Conflict>({
  id: "dose-conflict",
  severity: "warning",
  compares: true,
  summary:
    "One medicine is ordered in two doses for the same patients, by the same route, for the same reason.",
  rationale:
    "A reader follows whichever page is open. Doses are compared only when medicine, patients, route, indication and point of the treatment are the same as far as the text says; ranges that meet are no conflict. Where one side leaves two of them unsaid, the finding is information. The other side may stand in another document.",
  examples: {
    invalid: [
      "# Pneumonia in children\n\n## Treatment\n\n- Amoxicillin 40 mg/kg PO twice daily for 5 days\n\n## Summary\n\nAmoxicillin 25 mg/kg PO twice daily for 5 days\n            ^^^^^^^^ dose-conflict",
      "# Hypertension in adults\n\nStart amlodipine 5 mg PO once daily.\n\n## Discharge\n\nContinue amlodipine 5 mg PO twice daily.\n                    ^^^^ dose-conflict",
    ],
    valid: [
      "# Pneumonia in children\n\n- Amoxicillin 40 mg/kg PO twice daily\n\n## Meningitis\n\n- Amoxicillin 25 mg/kg PO twice daily",
      "# Epilepsy\n\n- Children: diazepam 0.3 mg/kg IV\n- Children: diazepam 0.5 mg/kg PR",
      "# Pneumonia\n\n- Amoxicillin 500 mg PO three times daily\n\n## Summary\n\nAmoxicillin 500 mg – 1 g PO every 8 hours",
    ],
  },

  *check(guideline, { neighbours }) {
    const kind = (a: Conflict["order"], b: Conflict["order"], difference: Conflict["difference"]) =>
      !isMagnitude(difference.ratio) &&
      !isBasis(a, b, difference) &&
      inferredBetween(a, b) <= (difference.of === "rate" ? mostInferred.rate : mostInferred.dose);
    for (const conflict of conflictsOf(guideline, neighbours, kind)) {
      const { order, others } = conflict;
      const [other] = others;
      if (!other) continue;
      const own = quote({ order, guideline });
      const inferred = Math.min(...others.map((one) => inferredBetween(order, one.order)));
      yield {
        ...foundAt(
          conflict,
          `${order.medicine.name} is ${own} here, but ${quote(other)} in ${placeOf(other)}, for the same patients and use as far as the text says. Check which dose is right, or say how the two differ.`,
        ),
        ...(inferred > mostInferred.warned && { severity: "information" as const }),
      };
    }
  },

  fix: choices,
});
