// Two thresholds for one decision that differ: hypoglycaemia below 2.6 here and below 2.2 there, or shock above 3
// seconds here and from 3 seconds on there.

import type { Guideline } from "../guideline/guideline.ts";
import { formatThreshold, inOneUnit, sameValue, type Threshold } from "../guideline/threshold.ts";
import type { Span } from "../text/span.ts";
import { alignedOtherwise } from "./aligned-thresholds.ts";
import { closestOtherwise } from "./closest-thresholds.ts";
import { loneOtherwise } from "./lone-thresholds.ts";
import { mirroredOtherwise } from "./mirrored-thresholds.ts";
import { nameOf } from "./place.ts";
import { defineRule, type Neighbour } from "./rule.ts";
import { soleOtherwise } from "./sole-thresholds.ts";
import { type PlacedThreshold, type Sides, sidesOf } from "./threshold-counterparts.ts";
import { cutOtherwise } from "./threshold-cuts.ts";
import { restatedOtherwise } from "./threshold-restated.ts";
import { sureAgain, sureOnes } from "./threshold-surety.ts";
import { areOtherTimes } from "./threshold-times.ts";

interface State {
  readonly here: Span;
  readonly there: Span;
  readonly in: Neighbour | undefined;
  readonly hereText: string;
  readonly thereText: string;
  /** The other side is one place only: changing it is enough. */
  readonly alone: boolean;
  /** One of the two is only the end of a range. */
  readonly isRange: boolean;
}

export const thresholdConflict = defineRule<State>({
  id: "threshold-conflict",
  severity: "warning",
  compares: true,
  summary: "The same decision is taken at two different values, or once at a value and once only beyond it.",
  rationale:
    "When one section treats glucose below 4.0 mmol/L and another below 3.5, or one counts a value of exactly 3 and the " +
    "other does not, two readers of one guideline treat the same patient differently. Compared are thresholds of the " +
    "same analyte in the same direction, for the same patients and the same definition, medicine or intervention.",
  examples: {
    invalid: [
      "## Definition\n\nSeptic shock is sepsis with a capillary refill > 3 seconds.\n\n## Treatment\n\nIf the capillary refill is ≥ 3 seconds after fluid, the child is still in septic shock.\n                           ^^^^^^^^^^^",
      "Transfuse the child with severe malaria when haemoglobin is < 5 g/dL.\n\n| Patient | Transfuse when haemoglobin is |\n| --- | --- |\n| Child with severe malaria | < 6 g/dL |\n                              ^^^^^^^^",
    ],
    valid: [
      "Severe anaemia is haemoglobin < 5 g/dL.\n\nAnaemia is haemoglobin < 7 g/dL.",
      "Start insulin when glucose is > 10 mmol/L.\n\nStop insulin when glucose is < 4 mmol/L.\n\nIn newborns, hypoglycaemia is glucose < 2.6 mmol/L.",
    ],
  },

  *check(guideline, { neighbours }) {
    const seen = new Set<number>();
    const asked = new Set<string>();
    for (const found of sidesOf(guideline, neighbours)) {
      const sides = atOneTime(guideline, found);
      const { start } = sides.here;
      if (sides.against.length === 0 || seen.has(start) || isReportedThere(sides)) continue;
      seen.add(start);
      for (const { threshold, in: there } of sides.against) if (!there) seen.add(threshold.start);
      const sure = sureOnes(guideline, sides);
      // Of one pair of values the first is a warning: further ones ask the same.
      const question = [sides.here, ...sure.slice(0, 1).map(({ threshold }) => threshold)]
        .map(saidValue)
        .sort()
        .join();
      yield finding(guideline, sides, asked.has(question) ? [] : sure);
      if (sure.length > 0) asked.add(question);
    }
    for (const sides of [
      ...restatedOtherwise(guideline, neighbours),
      ...cutOtherwise(guideline, neighbours),
    ]) {
      if (isSeen(sides, seen) || atOneTime(guideline, sides).against.length === 0) continue;
      seen.add(sides.here.start);
      yield finding(guideline, sides, sureAgain(guideline, sides));
    }
    const alike = [
      ...closestOtherwise(guideline, neighbours),
      ...alignedOtherwise(guideline, neighbours),
      ...soleOtherwise(guideline, neighbours),
      ...mirroredOtherwise(guideline, neighbours),
      ...loneOtherwise(guideline, neighbours),
    ];
    for (const sides of alike) {
      if (isSeen(sides, seen)) continue;
      seen.add(sides.here.start);
      yield finding(guideline, sides, []);
    }
  },

  fix({ here, there, in: neighbour, hereText, thereText, alone, isRange }) {
    if (isRange) return [];
    const elsewhere = {
      title: `Use "${thereText}" there`,
      edits: [{ span: there, newText: thereText }],
      certain: false,
    };
    return [
      { title: `Use "${hereText}" here`, edits: [{ span: here, newText: hereText }], certain: false },
      ...(alone ? [neighbour ? { ...elsewhere, in: neighbour } : elsewhere] : []),
    ];
  },
});

/** "Before 36 weeks" and "36 weeks or more": not those of another time. */
function atOneTime(guideline: Guideline, sides: Sides): Sides {
  const here = { threshold: sides.here, guideline, in: undefined };
  const isOfIt = ({ threshold, in: there }: PlacedThreshold) =>
    !areOtherTimes(here, { threshold, guideline: there?.guideline ?? guideline, in: there });
  return { ...sides, against: sides.against.filter(isOfIt) };
}

const isSeen = ({ here, against }: Sides, seen: ReadonlySet<number>): boolean =>
  seen.has(here.start) || against.some(({ threshold, in: there }) => !there && seen.has(threshold.start));

const saidValue = (one: Threshold) => `${one.analyte.id} ${formatThreshold(one)}`;

const spanOf = ({ reading: { whole } }: Threshold): Span => whole;

/** One threshold's words at the place of another, which may have its unit in a column's head. */
function wordsAt(place: Threshold, source: Threshold, { text }: Guideline): string {
  const words = text.slice(spanOf(source).start, spanOf(source).end);
  const [needed, given] = [place.reading.unit !== undefined, source.reading.unit !== undefined];
  if (needed === given) return words;
  if (needed) return `${words} ${source.unit?.code ?? ""}`.trim();
  const value = inOneUnit(place, source)?.[1] ?? source.value;
  return formatThreshold({ ...source, value, unit: undefined });
}

/** Of two sides the rarer is marked, of equals the later. */
function isReportedThere({ here, against, withIt }: Sides): boolean {
  const inside = against.filter((other) => other.in === undefined);
  if (inside.length === 0) return false;
  const agreeing = withIt.filter((other) => other.in === undefined).length + 1;
  if (inside.length !== agreeing) return inside.length < agreeing;
  return inside.some(({ threshold }) => threshold.start > here.start);
}

function finding(guideline: Guideline, sides: Sides, sure: readonly PlacedThreshold[]) {
  const { here } = sides;
  const against = [...sure, ...sides.against.filter((one) => !sure.includes(one))];
  const [first] = against as [PlacedThreshold];
  const there = first.threshold;
  const home = first.in?.guideline ?? guideline;
  const line = home.lines.positionAt(there.start).line + 1;
  const place = first.in ? `another document (${nameOf(first.in.uri)}, line ${line})` : `line ${line}`;
  const edge = sameValue(here, there) ? " They differ for a patient with exactly this value." : "";
  return {
    span: spanOf(here),
    ...(sure.length === 0 && { severity: "information" as const }),
    message: `The threshold of ${here.analyte.name} is ${formatThreshold(here)} here, but ${formatThreshold(there)} in ${place} for what seems to be the same decision.${edge} Check which is meant, or say how the situations differ.`,
    related: against.map(({ threshold, in: neighbour }) => ({
      span: spanOf(threshold),
      message: `Here the threshold is ${formatThreshold(threshold)}.`,
      ...(neighbour ? { in: neighbour } : {}),
    })),
    state: {
      here: spanOf(here),
      there: spanOf(there),
      in: first.in,
      hereText: wordsAt(here, there, home),
      thereText: wordsAt(there, here, guideline),
      alone: against.length === 1,
      isRange: [here, there].some(({ reading: { low, high } }) => low !== high),
    },
  };
}
