// Neighbouring bands of one table, list or sentence with a stretch between them that stands in neither.

import {
  covers,
  isCoveredElsewhere,
  isNamedWithin,
  type Part,
  settlesBetween,
} from "../guideline/band-coverage.ts";
import type { BandSeries, SeriesBand } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { sectionAt } from "../guideline/section.ts";
import { endOf, formatStretch, reachOf, type Stretch, startOf, stretchesIn } from "../guideline/stretch.ts";
import { type Edges, edgeFixes, inTextOrder } from "./band-edges.ts";
import { dividedIn } from "./divided.ts";
import { defineRule } from "./rule.ts";

export const bandGap = defineRule<Edges>({
  id: "band-gap",
  severity: "warning",
  summary:
    "Between two neighbouring bands of weight, age or a laboratory value lies a stretch that no band covers.",
  rationale:
    "A patient in the gap has no dose: the reader takes the row above or below, or guesses. Mostly one of the two " +
    "figures was mistyped, or a row was lost. Bands in whole numbers (5–9, 10–14) or in completed months and years " +
    "(2–11 months, 1–4 years) meet, and so do bands that share an end.",
  examples: {
    invalid: [
      "| Weight | Tablets |\n| --- | --- |\n| 4–9 kg | 1 |\n| 10–13 kg | 2 |\n| 15–19 kg | 3 |\n  ^^^^^^^^",
      "- Mild, 10.0–10.9 g/dL: iron once daily\n- Moderate, 8.0–9.9 g/dL: iron twice daily\n- Severe, below 7.0 g/dL: refer\n          ^^^^^^^^^^^^^^",
    ],
    valid: [
      "| Age | Tablets |\n| --- | --- |\n| 2–11 months | ½ |\n| 1–4 years | 1 |\n| 5–14 years | 2 |",
      "| Potassium (mmol/L) | Give |\n| --- | --- |\n| below 2.5 | call the doctor |\n| 3.0–3.4 | 20 mmol |\n| 2.5–2.9 | 40 mmol |",
      "| Weight (kg) | Dose (mL) |\n| --- | --- |\n| < 10 | 5 |\n| ≥ 10 | 10 |",
    ],
  },

  *check(guideline) {
    for (const series of dividedIn(guideline)) yield* gapsOf(guideline, series);
  },

  fix(edges, { text }) {
    return edgeFixes(edges, text);
  },
});

function* gapsOf(guideline: Guideline, series: BandSeries) {
  const { lines, text } = guideline;
  const sorted = series.bands.toSorted((a, b) => startOf(a.stretch) - startOf(b.stretch));
  const gaps = sorted.slice(1).filter(({ stretch }, i) => isGap((sorted[i] as SeriesBand).stretch, stretch));
  // A scale that counts in tens (40–50, 60–70) leaves no gaps; nor do two exceptions at the ends.
  if (gaps.length > Math.max(1, (sorted.length - 1) / 2) || isOutward(sorted)) return;
  if (gaps.length > 0 && (settlesBetween(guideline, series) || isBesideNormal(guideline, sorted))) return;
  let before: SeriesBand | undefined;
  for (const after of sorted) {
    if (before && isGap(before.stretch, after.stretch)) {
      const edges = { lower: before.stretch, upper: after.stretch };
      const part = { low: reachOf(edges.lower), high: startOf(edges.upper) };
      const [first, second] = inTextOrder(edges);
      const line = lines.positionAt(first.start).line + 1;
      const unread = series.where === "table" && hasRowBetween(text, first.end, second.start);
      const isTold = isCoveredElsewhere(guideline, series, part) || isNamedWithin(guideline, series, part);
      if (!unread && !isTold && !isGoal(guideline, series, part))
        yield {
          span: second,
          ...(series.inferred && { severity: "information" as const }),
          message:
            `Between "${text.slice(first.start, first.end)}" (line ${line}) and "${text.slice(second.start, second.end)}" ` +
            `nothing is said for ${formatMissing(edges)}. Check both figures, and whether a row is missing.`,
          related: [{ span: first, message: "The neighbouring band." }],
          state: edges,
        };
    }
    if (!before || endOf(after.stretch) >= endOf(before.stretch)) before = after;
  }
}

/** From the first value that is missing to the last: "14 kg", "3.5–3.9 mmol/L". */
function formatMissing({ lower, upper }: Edges): string {
  const low = reachOf(lower);
  const step = lower.kind === "age" ? lower.highStep : Math.min(lower.highStep, upper.lowStep);
  const high = Math.max(low, startOf(upper) - (upper.lowInclusive ? step : 0));
  return formatStretch({ ...upper, low, high, lowInclusive: true, highInclusive: true });
}

/** "Under 6 kg …; over 70 kg …", "below 3.9 …; below 2.5 …; above 11.1 …": what lies between is as usual. */
function isOutward(sorted: readonly SeriesBand[]): boolean {
  return sorted.every(({ stretch: { low, high } }) => low === undefined || high === undefined);
}

/** "5 to 9.9 kg", "10 to14.9 kg", "15 to 21.9 kg": a row that begins with a number that was not read as a band. */
const hasRowBetween = (text: string, from: number, to: number): boolean =>
  /\n *\|?[^|\n]{0,20}\d[^\n]*\n/.test(text.slice(from, to));

/** "Normal 20–35; below 10 is dangerous": what lies between is neither. */
const isBesideNormal = ({ text }: Guideline, bands: readonly SeriesBand[]): boolean =>
  bands.length === 2 &&
  bands.some(({ stretch: { start } }) => /\bnormal\W*$/i.test(text.slice(Math.max(0, start - 12), start)));

/** "Goal INR 2–3": what lies between is where the patient should be. */
function isGoal({ sections }: Guideline, { start, kind, unit }: BandSeries, part: Part): boolean {
  const title = sectionAt(sections, start)?.title ?? "";
  return (
    /\b(?:goal|target|aim|desired|therapeutic)\b/i.test(title) &&
    stretchesIn(title, { kind, unit }).some((stretch) => covers(stretch, part))
  );
}

/** More than what the figures' last digits leave between "9" and "10". */
function isGap(before: Stretch, after: Stretch): boolean {
  const gap = startOf(after) - endOf(before);
  if (!(gap > 0)) return false;
  const ages = before.kind === "age";
  // Ages are counted in completed units: those of the lower band.
  const sameUnit = Math.abs(Math.log(before.highStep / after.lowStep)) < 0.01;
  // "4 to 5.4", "6 to 6.4": what is counted in tenths begins with 6.0.
  const lowStep = ages || after.high === undefined ? after.lowStep : Math.min(after.lowStep, after.highStep);
  const step = ages && !sameUnit ? before.highStep : Math.max(before.highStep, lowStep);
  const slack = (ages && !sameUnit ? 4 : 0) + step / 1000;
  // "Below 1" and "1.2 to 1.4": "1" stands for 1.0 there.
  if (before.kind === "value" && !before.highInclusive && after.lowInclusive)
    return gap > Math.min(before.highStep, after.lowStep) * 0.999;
  // "7 to under 8", "8.5 to under 9.5": what is counted in tenths begins with 8.0 or 8.1.
  if (!ages && !before.highInclusive && after.lowInclusive && after.lowStep < before.highStep)
    return gap > after.lowStep * 1.5;
  return before.highInclusive
    ? gap > step + slack
    : gap > step - step / 1000 + (ages && !sameUnit ? slack : 0);
}
