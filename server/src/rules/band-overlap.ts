// Two bands of one table, list or sentence that share patients and tell them different things.

import type { BandSeries, SeriesBand } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { endOf, formatStretch, reachOf, type Stretch, startOf } from "../guideline/stretch.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import { type Edges, edgeFixes, inTextOrder } from "./band-edges.ts";
import { dividedIn } from "./divided.ts";
import { defineRule } from "./rule.ts";

interface Pair extends Edges {
  readonly meeting: "apart" | "edge" | "touch" | "overlap";
  readonly differ: boolean;
}

export const bandOverlap = defineRule<Edges>({
  id: "band-overlap",
  severity: "warning",
  summary:
    "Two bands of weight, age or a laboratory value share patients and give them different instructions.",
  rationale:
    "A patient who stands in two rows gets either dose. Mostly one figure was mistyped. Bands that all share their " +
    "ends (1–5, 5–12, 12–18 years) are read as running up to the upper figure and are left alone; one shared end " +
    "among bands that otherwise step (1–4, 5–9, 9–14) is a slip.",
  examples: {
    invalid: [
      "| Weight (kg) | Tablets |\n| --- | --- |\n| 20–23 | 1 |\n| 24–44 | 2 |\n| 40–64 | 3 |\n  ^^^^^",
      "| Age | Dose |\n| --- | --- |\n| 3–11 months | 2.5 mg |\n| 1–5 years | 5 mg |\n| 5–9 years | 7.5 mg |\n  ^^^^^^^^^\n| 10 years and over | 10 mg |",
    ],
    valid: [
      "| Age | Dose |\n| --- | --- |\n| 1–5 years | 5 mg |\n| 5–12 years | 7.5 mg |\n| 12–18 years | 10 mg |",
      "- up to 10 kg: 5 mL\n- 10–20 kg: 10 mL\n- over 20 kg: 15 mL",
      "| Weight (kg) | Tablets |\n| --- | --- |\n| 20–30 | 2 |\n| 25–35 | 2 |\n| 36–40 | 3 |",
    ],
  },

  *check(guideline) {
    const told = new Set<string>();
    for (const series of dividedIn(guideline))
      for (const found of overlapsOf(guideline, series)) {
        // Tables that are made on one pattern repeat its slip.
        const said = found.message.replace(/ \(line \d+\)/, "").replace(/ +/g, "");
        yield told.has(said) ? { ...found, severity: "information" as const } : found;
        told.add(said);
      }
  },

  fix(edges, { text }) {
    return edgeFixes(edges, text);
  },
});

function* overlapsOf({ lines, text }: Guideline, series: BandSeries) {
  const pairs = pairsOf(series);
  const count = (kind: Pair["meeting"]) => pairs.filter(({ meeting }) => meeting === kind).length;
  // Where most bands overlap, they are ranges of something else; where ends are mostly shared, that is the habit.
  if (count("overlap") * 2 > Math.max(2, pairs.length)) return;
  if (isOfSizes(series, text) && count("touch") < Math.max(2, pairs.length - 1)) return;
  const slip =
    (count("apart") >= 2 && count("edge") * 2 <= count("apart")) ||
    isOnlyEdge(pairs) ||
    (count("edge") === 1 && areCompleted(series));
  for (const { lower, upper, meeting, differ } of pairs) {
    // "below 28 weeks 200 mg (14–26 weeks 400 mg)": an exception within it.
    const aside = series.where === "prose" && text[upper.start - 1] === "(";
    if (aside && startOf(upper) >= startOf(lower) && endOf(upper) <= endOf(lower)) continue;
    if (meeting !== "overlap" && !(meeting === "edge" && slip)) continue;
    // Two rows that say the same overlap by habit, unless all others meet exactly.
    const exact = meeting === "overlap" && pairs.length > 2 && count("touch") === pairs.length - 1;
    if (!differ && !exact) continue;
    const [first, second] = inTextOrder({ lower, upper });
    const line = lines.positionAt(first.start).line + 1;
    const high = Math.min(endOf(lower), endOf(upper));
    const shared = formatStretch({
      ...lower,
      low: startOf(upper),
      high,
      lowInclusive: true,
      highInclusive: true,
    });
    yield {
      span: second,
      ...((series.inferred || !differ) && { severity: "information" as const }),
      message:
        `"${text.slice(second.start, second.end)}" overlaps "${text.slice(first.start, first.end)}" (line ${line}): ` +
        `at ${shared} two bands with different instructions apply. Check where the one ends and the other begins.`,
      related: [{ span: first, message: "The band it overlaps." }],
      state: { lower, upper },
    };
  }
}

/** "| Size | Body weight |": which of two sizes of a mask or blade fits is seen at the bedside, unless all others meet. */
const isOfSizes = ({ axisHead }: BandSeries, text: string): boolean =>
  axisHead !== undefined &&
  /\bsizes?\b/i.test(`${lineBefore(text, axisHead.start)}|${lineBehind(text, axisHead.end)}`);

/** "0–3, 4–6, 6–10": of three whole-number bands, two keep apart and two share an end. */
function isOnlyEdge(pairs: readonly Pair[]): boolean {
  const meetings = pairs.map(({ meeting }) => meeting).join(" ");
  if (meetings !== "apart edge" && meetings !== "edge apart") return false;
  const step = pairs[0]?.lower.highStep ?? 1;
  return pairs.every(({ lower, upper, meeting }) => {
    const stepped = meeting === "edge" || startOf(upper) <= reachOf(lower) + step / 1000;
    // A birthday may end one band and begin the next even where others step: "1–5, 6–12, 12–18 years", by habit at
    // the top.
    const birthday = lower.kind === "age" && step > 7 && (meetings === "apart edge" || !isOf(lower, step));
    return (
      stepped && !birthday && [lower.highStep, upper.lowStep].every((one) => Math.abs(one / step - 1) < 0.01)
    );
  });
}

const month = 365.25 / 12;
/** "12–59 months": who counts so counts completed months, and "6–12 months" beside it is a slip. */
function areCompleted({ kind, bands }: BandSeries): boolean {
  if (kind !== "age") return false;
  return bands.some(({ stretch: { high, highStep, highInclusive } }) => {
    if (high === undefined || !highInclusive || Math.abs(highStep / month - 1) > 0.01) return false;
    return (Math.round(high / month) + 1) % 12 === 0;
  });
}

/** "2–5 years", not "3 months–5 years". */
const isOf = ({ lowStep }: Stretch, step: number): boolean => Math.abs(lowStep / step - 1) < 0.01;

/** "Score the pain from 0 to 10", above "score 1–3", "4–6", "7–10": the whole scale is no band. */
function isScale({ stretch }: SeriesBand, bands: readonly SeriesBand[]): boolean {
  return (
    bands.length > 2 &&
    bands.every(({ stretch: other }) => startOf(other) >= startOf(stretch) && endOf(other) <= endOf(stretch))
  );
}

function pairsOf({ bands: all }: BandSeries): Pair[] {
  const bands = all.filter((band) => !isScale(band, all));
  const sorted = bands.toSorted(
    (a, b) => startOf(a.stretch) - startOf(b.stretch) || endOf(a.stretch) - endOf(b.stretch),
  );
  return sorted.slice(1).map((band, i) => {
    const before = sorted[i] ?? band;
    const [lower, upper] = [before.stretch, band.stretch];
    return {
      lower,
      upper,
      meeting: meetingOf(lower, upper, bands.length),
      differ: before.instruction !== band.instruction,
    };
  });
}

function meetingOf(lower: Stretch, upper: Stretch, bands: number): Pair["meeting"] {
  const shared = endOf(lower) - startOf(upper);
  const dust = lower.highStep / 1000;
  // "Over 5 … over 10 …" and the same band twice are ways of saying more, not slips.
  if (!Number.isFinite(shared)) return "touch";
  const isClosed = lower.low !== undefined && upper.high !== undefined;
  if (
    Math.abs(startOf(lower) - startOf(upper)) <= dust &&
    (Math.abs(endOf(lower) - endOf(upper)) <= dust || (bands < 3 && !isClosed))
  )
    return "touch";
  if (shared > dust) return endOf(upper) <= endOf(lower) + dust && bands < 3 ? "touch" : "overlap";
  if (shared < -dust) return "apart";
  // "6–12 months, 1–3 years": the birthday, said in both units.
  const oneUnit = lower.kind !== "age" || Math.abs(lower.highStep / upper.lowStep - 1) < 0.01;
  return lower.highInclusive && upper.lowInclusive && oneUnit ? "edge" : "touch";
}
