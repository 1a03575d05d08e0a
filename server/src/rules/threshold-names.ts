// What a value is of that a text does not name: what all others in its unit are of, or the one thing that is divided
// near it, "over 2.5" where glucose is divided at 3. Only for what asks. It must not know what is done at a value.

import { isUnnamed } from "../guideline/cut-point.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { converted, factorsOf } from "../guideline/lab-conversion.ts";
import { isUpward, type Threshold } from "../guideline/threshold.ts";
import { openOf } from "../guideline/threshold-open.ts";
import type { Analyte } from "../lexicon/analytes.ts";
import { type LabUnit, labUnitAt, labUnitNamed } from "../lexicon/lab-units.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Placed } from "./threshold-times.ts";

/** Each of something: what is not named is what the others in its unit are, or what is divided near it. */
export function withNames(all: readonly Placed[]): readonly Placed[] {
  if (!all.some(({ threshold }) => isUnnamed(threshold))) return all;
  const isOf = analyteByUnit(all);
  const known = all.filter(({ threshold }) => !isUnnamed(threshold));
  return all.flatMap((one) => {
    const { threshold } = one;
    if (!isUnnamed(threshold)) return [one];
    const near = threshold.unit ? undefined : nearOf(one, known);
    const analyte = threshold.unit ? isOf(threshold.unit) : (near?.analyte ?? openKind(threshold.analyte));
    return analyte
      ? [{ ...one, threshold: withName(threshold)(analyte)(near ? near.unit : threshold.unit) }]
      : [];
  });
}

/** A score or count that nothing near tells is of its own kind; a bare figure is of nothing. */
const openKind = (analyte: Analyte): Analyte | undefined => (analyte.kinds.length > 0 ? analyte : undefined);

const withName = oncePer((one: Threshold) =>
  oncePer((analyte: Analyte) => {
    const made = new Map<LabUnit | undefined, Threshold>();
    return (unit: LabUnit | undefined): Threshold => {
      const found = made.get(unit) ?? { ...one, analyte, unit };
      made.set(unit, found);
      return found;
    };
  }),
);

/** Of these a hundred things are measured. */
const ofAnything: ReadonlySet<string> = new Set(["time", "weight", "volume", "flow", "weightFlow", "amount"]);

/**
 * What a value in a unit, or in one of its kind, is of, where all that are named are of one thing. Where none is named,
 * all are of one that no reader needs to be told.
 */
function analyteByUnit(all: readonly Placed[]): (unit: LabUnit) => Analyte | undefined {
  const found = new Map<string, Analyte | undefined>();
  for (const { threshold } of all) {
    const { unit, analyte } = threshold;
    if (isUnnamed(threshold) || !unit) continue;
    for (const key of keysOf(unit))
      found.set(key, !found.has(key) || found.get(key) === analyte ? analyte : undefined);
  }
  return (unit) => {
    const key = keysOf(unit).find((one) => found.has(one));
    if (key !== undefined) return found.get(key);
    return ofAnything.has(unit.kind) ? undefined : openOf(unit.kind);
  };
}

const keysOf = ({ code, kind }: LabUnit) => [`in ${code}`, kind];

/** A bare figure is of what is divided at the same one, else of the only thing that is divided so near. */
const mostTimes = 2.2;
const same = 1.03;
interface Near {
  readonly analyte: Analyte;
  readonly unit: LabUnit | undefined;
}

function nearOf(bare: Placed, known: readonly Placed[]): Near | undefined {
  const units = unitsTold(bare.guideline);
  let found: Near[] = [];
  let least = mostTimes;
  for (const { threshold } of known) {
    if (isUpward(threshold) !== isUpward(bare.threshold) || threshold.unit?.kind === "time") continue;
    for (const unit of [threshold.unit, ...units]) {
      const times = timesIn(unit, bare.threshold.value, threshold);
      if (times > least || !mayBeBare(threshold.analyte, bare.threshold.value, unit)) continue;
      if (times <= same && least > same) [found, least] = [[], same];
      found.push({ analyte: threshold.analyte, unit });
    }
  }
  const [first, ...others] = found;
  return first && others.every(({ analyte }) => analyte === first.analyte) ? first : undefined;
}

function timesIn(unit: LabUnit | undefined, value: number, { value: its, unit: own, analyte }: Threshold) {
  const other = unit === own || !unit || !own ? its : converted(its, own, unit, factorsOf(analyte));
  if (other === undefined || other <= 0 || value <= 0) return Number.POSITIVE_INFINITY;
  return Math.max(value, other) / Math.min(value, other);
}

/** Where it is known how large bare figures of a thing are. */
const mayBeBare = ({ bare }: Analyte, value: number, unit: LabUnit | undefined): boolean => {
  const own = bare.filter(({ code }) => labUnitNamed(code) === unit);
  return own.length === 0 || own.some(({ low, high }) => value >= low / 2 && value <= high * 2);
};

const told = /\b(?:in|to|as|per|reports?|reads?|units?:?|shows?)[ (]+(?=[a-zµμ%])/gi;
const mostTold = 4;

/** "Meter set to grams per litre", "our laboratory reports in micrograms per decilitre": what bare figures are in. */
const unitsTold = oncePer(({ markdown: { plain } }: Guideline): readonly LabUnit[] => {
  const found = new Set<LabUnit>();
  for (const { index, 0: lead } of matchesIn(plain, told)) {
    const unit = labUnitAt(plain, index + lead.length)?.unit;
    if (unit && (unit.kind === "mass" || unit.kind === "substance") && found.size < mostTold) found.add(unit);
  }
  return [...found];
});
