// Whether a measured value is one at which something may be done. It must not know what its text says.

import type { LabReading } from "./lab-value.ts";
import type { Measured } from "./measured.ts";

/** Measures of whom a line is about rather than thresholds at which something is done. */
const people = new Set(["weight"]);

export const isCompared = ({ reading }: Measured): boolean =>
  reading.operator !== undefined || reading.low !== reading.high;

/** "CD4 0 to 199" is one of at most 199; of a range between two figures no end is a threshold by itself. */
export function operatorOf({ operator, low, high }: LabReading): LabReading["operator"] {
  if (low === high) return operator;
  return low === 0 && operator === undefined ? "<=" : undefined;
}

export function isThreshold({ reading, unit, analyte, from, name }: Measured, plain: string): boolean {
  if (!analyte || people.has(analyte.id)) return false;
  // "A count below 200" has the unit of what is counted.
  if (!unit && !analyte.kinds.includes("score") && analyte.id !== "open count") return false;
  const operator = operatorOf(reading);
  if (operator === undefined || operator === "=") return false;
  // "within 24 hours" is no length of a cough.
  if (unit?.kind !== "time") return true;
  if (from !== "sentence" || !name || reading.start - name.end > 40) return false;
  return !amount.test(plain.slice(name.end, reading.start));
}

/** "Seizure: lorazepam 4 mg IV over 2 minutes": as long as that is given. */
const amount = /\d *(?:mg|mcg|micrograms?|g|mL|units?|mmol)\b/i;
