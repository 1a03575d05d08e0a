// Whether the values of two thresholds lie so far apart that they are of two decisions. It must not know of which.

import { inOneUnit, type Threshold } from "../guideline/threshold.ts";
import { isMagnitude } from "./order-difference.ts";

/** So many times as much is another decision, unless it is a slip of the decimal point. */
const mostTimes = 3;
/** A step of pH is a tenfold one. */
const mostSteps = 0.3;

export function areFarApart(a: Threshold, b: Threshold): boolean {
  const values = inOneUnit(a, b);
  if (!values || Math.min(...values) <= 0) return false;
  const ratio = Math.max(...values) / Math.min(...values);
  if (a.analyte.id === "ph") return Math.abs(values[0] - values[1]) > mostSteps;
  return ratio > mostTimes * 1.05 && !isMagnitude(ratio);
}
