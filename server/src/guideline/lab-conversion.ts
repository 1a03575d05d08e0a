// Brings measured values from one unit to another: by the units alone, by an analyte's molar mass, or by what a salt
// contains. It must not know where values stand.

import type { Analyte } from "../lexicon/analytes.ts";
import { fromBase, type LabKind, type LabUnit, toBase } from "../lexicon/lab-units.ts";

/** What turns one kind's base into the other's. */
export interface Factors {
  /** mg/dL in one mmol/L. */
  readonly molar?: number | undefined;
  /** mEq in one mmol. */
  readonly valence?: number | undefined;
  /** mg in one mmol of what is counted. */
  readonly salt?: number | undefined;
}

const linked: readonly (readonly [LabKind, LabKind])[] = [
  ["substance", "mass"],
  ["substance", "equivalent"],
  ["proportion", "ratio"],
  ["weight", "amount"],
];

/** Whether values of these units can be the same value, given what is measured. */
export function convertible(a: LabUnit, b: LabUnit): boolean {
  if (a.kind === b.kind) return a.code !== b.code;
  return linked.some(
    ([one, other]) => (a.kind === one && b.kind === other) || (a.kind === other && b.kind === one),
  );
}

/** Conversion that needs to know what is measured. */
export function needsAnalyte(a: LabUnit, b: LabUnit): boolean {
  return a.kind !== b.kind && a.kind !== "weight" && b.kind !== "weight";
}

export function factorsOf(analyte: Analyte | undefined): Factors {
  return { molar: analyte?.molar, valence: analyte?.valence };
}

/** The value in the other unit; undefined where the factor is not known. */
export function converted(value: number, from: LabUnit, to: LabUnit, factors: Factors): number | undefined {
  const base = betweenKinds(toBase(value, from), from.kind, to.kind, factors);
  return base === undefined ? undefined : fromBase(base, to);
}

function betweenKinds(
  value: number,
  from: LabKind,
  to: LabKind,
  { molar, valence, salt }: Factors,
): number | undefined {
  if (from === to) return value;
  if (from === "substance" && to === "mass") return molar && value * molar;
  if (from === "mass" && to === "substance") return molar && value / molar;
  if (from === "substance" && to === "equivalent") return valence && value * valence;
  if (from === "equivalent" && to === "substance") return valence && value / valence;
  // NGSP % and IFCC mmol/mol of haemoglobin A1c.
  if (from === "ratio" && to === "proportion") return 0.09148 * value + 2.152;
  if (from === "proportion" && to === "ratio") return (value - 2.152) / 0.09148;
  if (from === "amount" && to === "weight") return salt && (value * salt) / 1e6;
  if (from === "weight" && to === "amount") return salt && (value * 1e6) / salt;
  return undefined;
}
