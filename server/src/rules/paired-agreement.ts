// Whether a value's two figures agree, and what either would be in the other's unit. Customary rounding of clinical
// figures is agreement. It must not word what is found.

import { grouped } from "../guideline/grouped.ts";
import { converted, factorsOf } from "../guideline/lab-conversion.ts";
import type { LabValue } from "../guideline/lab-value.ts";
import type { PairedValue } from "../guideline/paired-value.ts";
import type { LabUnit } from "../lexicon/lab-units.ts";

export type Ends = readonly [number, number];

/** In °C: no one falls by more. */
const largestDifference = 15;

const coarsest = 0.15;
/** Clinical figures are rounded by so much; pounds that end in neither 0 nor 5 were not. */
const [customary, exact] = [0.055, 0.02];

/** Whether the figures agree within rounding; undefined where the conversion is not known. */
export function agrees(pair: PairedValue): boolean | undefined {
  const { first, firstUnit, second, secondUnit, salts, ionic } = pair;
  if ((first.low === first.high) !== (second.low === second.high)) return undefined;
  const factors =
    salts.length > 0
      ? salts
          .flatMap(({ masses, ionMass }) => (ionic ? [...masses, ionMass] : masses))
          .map((salt) => ({ salt }))
      : [factorsOf(pair.analyte), ...otherFactors(pair)];
  const results = factors.map((one) =>
    (["low", "high"] as const).map((end) => {
      const step = end === "low" ? first.lowStep : first.highStep;
      const value = converted(first[end], firstUnit, secondUnit, one);
      const above = converted(first[end] + step / 2, firstUnit, secondUnit, one);
      if (value === undefined || above === undefined) return undefined;
      // "2 mg/dL" is rounded, but no 1.5.
      const said = Math.min(Math.abs(above - value), coarsest * Math.abs(value));
      // "38 °C" is 38.0 °C.
      const written = firstUnit.kind === "temperature" ? 0 : said;
      const rounding = written + (end === "low" ? second.lowStep : second.highStep) / 2;
      const coarse = firstUnit.kind === "weight" && second[end] % 5 !== 0 ? exact : customary;
      const near = (expected: number) =>
        Math.abs(second[end] - expected) <=
        (firstUnit.kind === "temperature"
          ? rounding + 0.3
          : Math.max(rounding + 0.02 * Math.abs(expected), coarse * Math.abs(expected)));
      // A difference of temperatures has no zero point.
      const small = firstUnit.kind === "temperature" && first[end] * firstUnit.factor < largestDifference;
      const difference = small && near((first[end] * firstUnit.factor) / secondUnit.factor);
      return near(value) || difference;
    }),
  );
  if (results.some((ends) => ends.includes(undefined))) return undefined;
  return results.some((ends) => ends.every((end) => end === true));
}

function otherFactors({ analyte }: PairedValue): { molar: number }[] {
  return analyte?.otherMolar === undefined ? [] : [{ molar: analyte.otherMolar }];
}

/** In °C: hotter than anybody. */
const hottestBody = 45;

/**
 * What is named further above may be another thing, unless the figures differ as a slip would have it; and an oven's
 * heat is given in round figures.
 */
export function isDoubtful(pair: PairedValue): boolean {
  const { first, firstUnit, second, secondUnit, remote } = pair;
  const celsius = [first, second].find((_, i) => (i === 0 ? firstUnit : secondUnit).code === "°C");
  const isRound = [first, second].every(({ low, high }) => low % 10 === 0 && high % 10 === 0);
  if (celsius && celsius.low > hottestBody && isRound) return true;
  const there = remote ? inOther(first, firstUnit, secondUnit, pair) : undefined;
  if (!there || there[0] <= 0 || second.low <= 0) return false;
  const ratio = Math.abs(Math.log10(second.low / there[0]));
  return ratio > Math.log10(4) && Math.abs(ratio - Math.round(ratio)) > Math.log10(1.1);
}

/** Pairs of columns of which at least half the rows agree: what the heads say is understood. */
export function trustedColumns(pairs: readonly PairedValue[]): ReadonlySet<string> {
  const counts = new Map<string, { right: number; wrong: number }>();
  for (const pair of pairs) {
    const result = pair.column === undefined ? undefined : agrees(pair);
    if (pair.column === undefined || result === undefined) continue;
    const count = counts.get(pair.column) ?? { right: 0, wrong: 0 };
    counts.set(pair.column, { right: count.right + Number(result), wrong: count.wrong + Number(!result) });
  }
  return new Set([...counts].flatMap(([column, { right, wrong }]) => (right >= wrong ? [column] : [])));
}

const fewestRows = 4;
/** Figures of two digits are rounded by so much. */
const proportion = 0.06;

/** Of columns in two units, of a thing that is not named, the one row that does not keep the proportion of all others. */
export function unevenRows(pairs: readonly PairedValue[]): ReadonlySet<PairedValue> {
  const unnamed = pairs.filter((pair) => pair.column !== undefined && agrees(pair) === undefined);
  const columns = [...grouped(unnamed, ({ column }) => column ?? "").values()];
  return new Set(
    columns.flatMap((rows) => {
      const ratios = rows.map(({ first, second }) => second.low / first.low);
      const middle = ratios.toSorted((a, b) => a - b)[rows.length >> 1] ?? 0;
      const odd = rows.filter((_, i) => !(Math.abs((ratios[i] ?? 0) / middle - 1) <= proportion));
      const exact = rows.every(({ first, second }) => first.low === first.high && second.low === second.high);
      return rows.length >= fewestRows && exact && odd.length === 1 ? odd : [];
    }),
  );
}

export function inOther(
  value: Pick<LabValue, "low" | "high">,
  from: LabUnit,
  to: LabUnit,
  { salts: [salt], analyte }: PairedValue,
): Ends | undefined {
  const factors = salt ? { salt: salt.masses[0] } : factorsOf(analyte);
  const [low, high] = [value.low, value.high].map((one) => converted(one, from, to, factors));
  return low === undefined || high === undefined ? undefined : [rounded(low, to), rounded(high, to)];
}

/** To three digits, which is what such figures are written with; temperatures to a tenth of a degree. */
function rounded(value: number, { kind }: LabUnit): number {
  return Number(kind === "temperature" ? value.toFixed(1) : value.toPrecision(3));
}
