// Which value is of what: finds the analyte of each measured value from its sentence, its row and column, and the
// texts above it. Unknown stays unknown. It must not judge.

import { type Analyte, analyteNamed } from "../lexicon/analytes.ts";
import { type LabUnit, labUnitAt, labUnitNamed } from "../lexicon/lab-units.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { moved, type Span, shifted } from "../text/span.ts";
import type { AnalyteMention } from "./analyte-mention.ts";
import { convertible } from "./lab-conversion.ts";
import { headedReadings, type LabReading, type LabText, type LabValue, labTextOf } from "./lab-value.ts";
import { type Passage, passagesIn } from "./passage.ts";
import { oncePerRun } from "./run.ts";

export interface Measured {
  /** With absolute places. */
  readonly reading: LabReading;
  readonly unit: LabUnit | undefined;
  readonly analyte: Analyte | undefined;
  /** How it is known: said in its sentence, in its row or column, or only above. */
  readonly from: "sentence" | "row" | "above" | undefined;
  /** Where it is said, if in the passage. */
  readonly name: Span | undefined;
  readonly passage: Passage;
  /** The sentence around it. */
  readonly sentence: Span;
  /** Called a limit, and compared like the value before it. */
  readonly isLimit?: true;
}

const hasNumber =
  /\d|\b(?:times|twice|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|a +(?:third|quarter|fifth|tenth))\b/;

/** Of one run. */
export const measuredIn = oncePerRun((run, markdown): readonly Measured[] => {
  const slice = (span: Span) => plainAt(markdown, span);
  return passagesIn(run, markdown).flatMap((passage) => {
    const text = slice(passage.span);
    if (!hasNumber.test(text)) return [];
    const lab = labTextOf(text);
    const compared = lab.readings.some(({ operator, low, high }) => operator !== undefined || low !== high);
    const headed = compared || !passage.row?.header ? [] : headedReadings(slice(passage.row.header))(text);
    return (headed.length > 0 ? headed : lab.readings).map((reading): Measured => {
      const headUnit = reading.unit
        ? undefined
        : headerUnit(passage.row?.header ? slice(passage.row.header) : "");
      const sentence = sentenceAt(lab, reading, text.length);
      const found = find(lab, { reading, headUnit, sentence, passage }, slice);
      const { start } = passage.span;
      return {
        reading: absolute(reading, start),
        unit: reading.unit ?? headUnit ?? (found && bareUnit(found.analyte, reading)),
        analyte: found?.analyte,
        from: found?.from,
        name: found?.name && shifted(found.name, start),
        passage,
        sentence: shifted(sentence, start),
      };
    });
  });
});

function absolute(reading: LabReading, by: number): LabReading {
  const value = <T extends LabValue>(one: T): T => ({ ...moved(one, by), numbers: moved(one.numbers, by) });
  return {
    ...value(reading),
    paired: reading.paired && value(reading.paired),
    whole: moved(reading.whole, by),
  };
}

function sentenceAt({ ends }: LabText, { start, whole }: LabReading, length: number): Span {
  return {
    start: ends[firstAt(ends, start) - 1] ?? 0,
    end: ends[firstAt(ends, whole.end)] ?? length,
  };
}

/** The index of the first place that is not before an offset. */
function firstAt(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Found {
  readonly analyte: Analyte;
  readonly from: "sentence" | "row" | "above";
  readonly name: Span | undefined;
}

/** How many names before and behind a value, cells of its row, and texts above it are looked at. */
const reach = 12;
/** A bare number belongs to a name this close before it. */
const bareGap = 45;
const behindGap = 30;

/** "1. Measure glucose. 2. Below 2.5 mmol/L: …" */
const measuring = /^[\W\d]*(?:measure|check|test|take|read|monitor|determine)\b/i;

/** Between a value and a name: what is named is looked at next, as in "above 250 mg/dL: check ketones". */
const isNext =
  /[:;–—→?]|\b(?:check|measure|test|send|repeat|take|look|do|order|request|ask|also|then|replace|correct|give|plus|urine)\b/i;
const nothing = /(?!)/;

interface Place {
  readonly reading: LabReading;
  readonly headUnit: LabUnit | undefined;
  readonly sentence: Span;
  readonly passage: Passage;
}

function find(lab: LabText, place: Place, slice: (span: Span) => string): Found | undefined {
  const { mentions, starts } = lab;
  const { reading, headUnit, sentence, passage } = place;
  const { row, contexts } = passage;
  const fits = (analyte: Analyte) => fitsReading(analyte, reading, headUnit);
  const pick = (mention: AnalyteMention) =>
    mention.topic || (mention.implied && reading.unit?.kind === "multiple")
      ? undefined
      : mention.analytes.find(fits);
  const at = firstAt(starts, reading.start);
  if (isOfUnknown(lab, reading, slice(passage.span))) return undefined;
  const earlier = mentions.slice(Math.max(0, at - reach), at).reverse();
  const before = earlier.filter(
    ({ start, end }) => start >= sentence.start && (reading.unit || reading.start - end <= bareGap),
  );
  const text = slice(passage.span);
  const behind = mentions
    .slice(at, at + 3)
    .filter(
      ({ start, implied }) =>
        start < sentence.end &&
        start >= reading.end &&
        start - reading.whole.end <= behindGap &&
        !(implied ? nothing : isNext).test(text.slice(reading.whole.end, start)),
    );
  const isNamed = (mention: AnalyteMention) => !mention.implied && pick(mention);
  const next = behind.slice(0, 1).find(isNamed);
  const own =
    (next && namesFollow(lab, place, next) ? next : before.find(isNamed)) ?? next ?? before.find(pick);
  const late = own ?? (reading.unit ? behind.find(pick) : undefined);
  if (late) return { analyte: pick(late) as Analyte, from: "sentence", name: late };
  const cells = row?.cells.slice(Math.max(0, row.index - reach), row.index).reverse() ?? [];
  const said = row && firstOf(row.header ? [row.header, ...cells] : cells, slice, fits);
  if (said) return { analyte: said, from: "row", name: undefined };
  if (isPressurePair(reading, headUnit))
    return bloodPressure && { analyte: bloodPressure, from: "above", name: undefined };
  const isScore = reading.operator !== undefined && passage.row === undefined && earlier.length === 1;
  if (!reading.unit && !headUnit && !isScore) return undefined;
  const last = earlier.find((mention) => mention.end <= sentence.start && isNamed(mention));
  if (last) return { analyte: pick(last) as Analyte, from: "above", name: undefined };
  const measured = passage.previous && measuring.test(slice(passage.previous)) ? [passage.previous] : [];
  const above =
    firstOf(measured, slice, fits) ??
    firstOf(contexts.slice(0, reach), slice, fits, reading.paired !== undefined) ??
    lengthAround(passage, slice, fits);
  return above && { analyte: above, from: "above", name: undefined };
}

/** "150 systolic or 100 diastolic": where the first value stands before its name, so do the others. */
function namesFollow(
  { mentions, readings }: LabText,
  { reading, sentence }: Place,
  next: AnalyteMention,
): boolean {
  const within = ({ start }: Span) => start >= sentence.start;
  const nearest = mentions.findLast(({ end }) => end <= reading.start);
  const isBehind = (one: LabReading) =>
    nearest !== undefined && nearest.start >= one.whole.end && nearest.start - one.whole.end <= 1;
  if (next.start - reading.whole.end <= 1 && readings.some(isBehind)) return true;
  const [name, value] = [mentions.find(within), readings.find(within)];
  return (
    next.start - reading.whole.end <= 1 &&
    name !== undefined &&
    value !== undefined &&
    value.start < name.start
  );
}

const bloodPressure = analyteNamed("blood-pressure");

/** "160/110 or above": nothing else is written so. */
const isPressurePair = ({ below, operator, low, unit }: LabReading, headUnit: LabUnit | undefined): boolean =>
  below !== undefined &&
  (operator !== undefined || unit?.code === "mmHg") &&
  low >= 70 &&
  low <= 250 &&
  below >= 30 &&
  ((unit ?? headUnit) === undefined || (unit ?? headUnit)?.code === "mmHg");

const unknownName =
  /(?:^|[;,:(.]|\band|\bor)\s*((?:[A-Z]\w*[A-Z]\w*)(?:\s(?:level|value|count|score)s?)?)\s(?:(?:is|of|at|was)\s)?$/;
const unknownReach = 40;

/** "…; AMH <1.1 ng/mL": a clause opens with an abbreviation that is not known, so what it measures is not. */
function isOfUnknown({ mentions, starts }: LabText, { whole }: LabReading, text: string): boolean {
  const from = Math.max(0, whole.start - unknownReach);
  const found = unknownName.exec(text.slice(from, whole.start));
  if (!found) return false;
  const at = from + found.index;
  return !mentions.slice(firstAt(starts, at), firstAt(starts, whole.start)).some(({ end }) => end > at);
}

/** "less than 11.5 cm" beside "severe acute malnutrition", or below a text on the arm: there is one length to it. */
function lengthAround(
  { row, contexts, opening }: Passage,
  slice: (span: Span) => string,
  fits: (analyte: Analyte) => boolean,
): Analyte | undefined {
  const spans = [...(row?.cells ?? []).slice(0, reach), ...contexts.slice(0, reach)];
  const isLength = (analyte: Analyte) => analyte.kinds.includes("length") && fits(analyte);
  return firstOf(opening ? [...spans, opening] : spans, slice, isLength, true);
}

/** What a cell is of, by its column, its row and the texts above the table. */
export function analyteAround(
  { row, contexts }: Passage,
  units: readonly LabUnit[],
  slice: (span: Span) => string,
): Analyte | undefined {
  const cells = row?.cells.slice(Math.max(0, row.index - reach), row.index).reverse() ?? [];
  const around = [row?.header, ...cells, ...contexts.slice(0, reach)];
  const spans = around.filter((span): span is Span => span !== undefined);
  return firstOf(spans, slice, ({ kinds }) => units.every(({ kind }) => kinds.includes(kind)), true);
}

const mostMentions = 40;

/** The one analyte that the nearest of some texts names; several that fit leave it open. */
function firstOf(
  spans: readonly Span[],
  slice: (span: Span) => string,
  fits: (analyte: Analyte) => boolean,
  topics = false,
): Analyte | undefined {
  for (const span of spans) {
    const { named, implied, topical } = ranksOf(labTextOf(slice(span)));
    for (const mentions of topics ? [named, implied, topical] : [named, implied]) {
      if (mentions.length === 0) continue;
      const all = new Set(mentions.flatMap(({ analytes }) => analytes.find(fits) ?? []));
      if (all.size > 0) return all.size === 1 ? [...all][0] : undefined;
    }
  }
  return undefined;
}

/** The mentions of a text: of names, of conditions that imply what is measured, and of mere topics. */
const ranksOf = oncePer(({ mentions }: LabText) => {
  const first = mentions.slice(0, mostMentions);
  return {
    named: first.filter(({ implied }) => !implied),
    implied: first.filter(({ implied, topic }) => implied && !topic),
    topical: first.filter(({ topic }) => topic === true),
  };
});

function fitsReading(analyte: Analyte, reading: LabReading, headUnit: LabUnit | undefined): boolean {
  const unit = reading.unit ?? headUnit;
  if (!unit)
    return (
      bareUnit(analyte, reading) !== undefined ||
      (analyte.kinds.includes("score") && inBare(analyte, reading))
    );
  if (analyte.id === "blood-pressure" && reading.below === undefined && reading.operator === undefined)
    return false;
  if (!analyte.kinds.includes(unit.kind)) return false;
  const other = reading.paired?.unit;
  return !other || !convertible(unit, other) || analyte.kinds.includes(other.kind);
}

function bareUnit({ bare, id }: Analyte, { high, below }: LabReading): LabUnit | undefined {
  if (id === "blood-pressure" && below !== undefined) return labUnitNamed("mmHg");
  const fitting = bare.filter((one) => high >= one.low && high <= one.high);
  return fitting.length === 1 ? labUnitNamed(fitting[0]?.code ?? "") : undefined;
}

function inBare({ bare }: Analyte, { high }: LabReading): boolean {
  return bare.some(({ low, high: top }) => high >= low && high <= top);
}

/** "Glucose (mmol/L)", "Phototherapy, µmol/L", "Reading in mmHg". */
export function headerUnit(header: string): LabUnit | undefined {
  return header === "" ? undefined : unitsOfHead(header).alone;
}

const unitsOfHead = remembered((header: string): { readonly alone: LabUnit | undefined } => {
  let alone: LabUnit | undefined;
  for (const { index, 0: sign } of matchesIn(header, /[([,;]| +in +(?=[^\s])|^(?=[%µ°×/a-zA-Z])/g)) {
    const unit = labUnitAt(header, index + sign.length);
    if (unit && /^\s*(?:[)\],;]|$)/.test(header.slice(unit.end, unit.end + 4))) alone = unit.unit;
  }
  return { alone };
});

const unitEnds = /^\s*(?:[)\],;([/]|$|in +(?:brackets|parenthes\w+))/;
/** "Glucose, mmol/L (mg/dL)", "… (mg/dL in brackets)": the two units of a head whose cells hold two figures. */
export function headerUnits(header: string): readonly [LabUnit, LabUnit] | undefined {
  const found: LabUnit[] = [];
  for (const { index } of matchesIn(header, /(?<=[\s([,;/])\S/g)) {
    const unit = labUnitAt(header, index);
    if (unit && unit.end - index > 1 && unitEnds.test(header.slice(unit.end, unit.end + 16)))
      found.push(unit.unit);
  }
  const [first, second, more] = found;
  return first && second && !more && convertible(first, second) ? [first, second] : undefined;
}
