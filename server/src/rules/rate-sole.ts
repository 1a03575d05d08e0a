// A rate beside the one amount, the one volume and the one dose an hour that its paragraph, step or row tells: they make it,
// in whatever order and words they stand. The dose may stand elsewhere: "1 g every hour" in the chapter, the bag and
// the pump in its annex. For rate-arithmetic, after what rate-prose.ts finds.

import { statementsIn } from "../guideline/concentration.ts";
import type { Derived } from "../guideline/derived-figure.ts";
import { type Figure, isSame, offBy } from "../guideline/figure.ts";
import { figuresOf } from "../guideline/figure-reader.ts";
import {
  type FigureCell,
  type FigureTable,
  type FigureText,
  namedAbove,
  ownerOf,
  rowMedicine,
} from "../guideline/figure-text.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { type Gathered, gathering } from "./gathered.ts";
import { isApart, isLimit, type Wrong } from "./rate-words.ts";

/** A rate that figures elsewhere rule out is asked about. */
export interface SoleWrong extends Wrong {
  readonly elsewhere: Gathered<readonly Stream[]> | "here" | undefined;
}
/** What runs in by the hour. */
export interface Stream {
  readonly medicine: Medicine;
  readonly figure: Figure;
}

const tolerance = 0.08;
const hourly = /^ *(?:(?:every|each|an|per|a|in +each|in +every) +hour\b|hourly\b|\/ *hour)/i;
const parting =
  /\b(?:then|followed|afterwards?|thereafter|maintenance|next|second|until|increas\w*|reduc\w*|rais\w*|lower\w*|halv\w*|doubl\w*|if|unless|bolus|steps?|titrat\w*|adjust\w*|alternative\w*|either|at +most|maximum|urine|left|remain\w*|lock\w*|flush\w*)\b/i;

/** Amounts by the hour, as such or as "4 units every hour". */
function asStream(figure: Figure, { text, start }: FigureText): Figure | undefined {
  if (figure.kind === "amountRate") return figure;
  const isHourly = figure.kind === "amount" && hourly.test(text.slice(figure.end - start));
  return isHourly ? { ...figure, kind: "amountRate", hours: 1 } : undefined;
}

/** Amount in one millilitre. */
interface Strong {
  readonly value: number;
  readonly unit: string;
  readonly from: readonly Figure[];
}

interface Pool {
  readonly amounts: readonly Figure[];
  readonly volumes: readonly Figure[];
  readonly strengths: readonly Strong[];
  readonly streams: readonly Figure[];
  readonly weights: readonly Figure[];
  readonly hasTime: boolean;
}

function poolOf(texts: readonly FigureText[]): Pool {
  const all = texts.flatMap((text) =>
    text.figures.map((figure) => ({ figure, stream: asStream(figure, text) })),
  );
  const of = (kind: Figure["kind"]) =>
    distinct(
      all.flatMap(({ figure, stream }) => (figure.kind === kind && !stream && figure.low > 0 ? figure : [])),
    );
  return {
    amounts: of("amount"),
    volumes: of("volume"),
    strengths: strengthsOf(texts),
    hasTime: all.some(({ figure: { kind } }) => kind === "time"),
    weights: of("weight"),
    streams: distinct(all.flatMap(({ stream }) => stream ?? [])),
  };
}

/** What is said twice counts once. */
const distinct = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter(
    (one, i) =>
      figures.findIndex(
        ({ low, high, unit, perKg }) =>
          low === one.low && high === one.high && unit === one.unit && perKg === one.perKg,
      ) === i,
  );

const sole = (figures: readonly Figure[]): Figure | undefined =>
  figures.length === 1 ? figures[0] : undefined;

/** Each once: "20 g in 500 mL", "40 mg/mL". */
function strengthsOf(texts: readonly FigureText[]): readonly Strong[] {
  const all = texts.flatMap(statementsIn).flatMap(({ facts }) =>
    facts.flatMap(({ kind, low: value, unit, figure, amount, volume }): Strong[] => {
      if (kind === "percent" || figure.diluent || value <= 0) return [];
      return [{ value, unit, from: amount && volume ? [amount, volume] : [figure] }];
    }),
  );
  return all.filter(
    (one, i) =>
      all.findIndex(({ value, unit }) => Math.abs(value / one.value - 1) < 0.02 && unit === one.unit) === i,
  );
}

/** The one strength, else the one amount in the one volume. */
function strengthIn({ strengths, amounts, volumes }: Pool, unit: string): Strong | undefined {
  if (strengths.length > 1) return undefined;
  const [strength] = strengths;
  // "20 mL of 500 mg/mL made up to 100 mL": no longer as strong.
  const isThinned = strength?.from.length === 1 && volumes.length > 1;
  if (strength) return strength.unit === unit && !isThinned ? strength : undefined;
  const [amount, volume] = [sole(amounts), sole(volumes)];
  if (!amount || !volume || amount.unit !== unit || amount.perKg || volume.perKg) return undefined;
  return { value: amount.low / volume.low, unit, from: [amount, volume] };
}

/** What the one stream makes with the one strength, in mL/h. */
function madeIn(pool: Pool, stream: Figure): Derived | undefined {
  const strength = strengthIn(pool, stream.unit);
  if (!strength) return undefined;
  const weight = stream.perKg ? sole(pool.weights) : undefined;
  if (stream.perKg && !weight) return undefined;
  const by = (weight?.low ?? 1) / strength.value;
  return {
    low: stream.low * by,
    high: stream.high * by,
    from: [stream, ...strength.from, ...(weight ? [weight] : [])],
  };
}

/** "**Baby R., 1.6 kg, dopamine 7.5 mcg/kg/min**" above what is set for it. */
function leadOf({ before, kind }: FigureText): readonly FigureText[] {
  return before &&
    before.text.length < 100 &&
    before.figures.length > 0 &&
    (kind === "prose" || before.kind === "prose")
    ? [before]
    : [];
}

const isPump = ({ kind, perKg, hours, low, high }: Figure) =>
  kind === "rate" && !perKg && hours !== 24 && low === high && low > 0;

/** The one rate of a text that its other figures rule out. */
export function* soleRates(text: FigureText, streamsOf: StreamsOf): Generator<SoleWrong> {
  const claims = distinct(text.figures.filter(isPump));
  const claim = sole(claims);
  if (!claim || text.kind === "heading" || isLimit(text, claim) || isApart(text, claim)) return;
  if (text.figures.some(({ kind, hours }) => kind === "rate" && hours === 24)) return;
  const pools = [poolOf([text]), poolOf([...leadOf(text), text])];
  const pool = pools.find(({ streams }) => streams.length > 0) ?? pools[0];
  if (!pool) return;
  if (pool.streams.length > 0) {
    const stream = sole(pool.streams);
    const right = stream && madeIn(pool, stream);
    if (right && isOff(text, claim, right)) yield { claim, right, elsewhere: undefined };
    return;
  }
  // "4 g in 100 mL at 300 mL/h, over 20 minutes": a dose of its own.
  if (pool.hasTime) return;
  const medicine = medicineOf(text, claim);
  const told = medicine ? streamsOf(medicine) : undefined;
  const right = told && !told.figure.perKg ? madeIn(pool, told.figure) : undefined;
  if (told && right && isOff(text, claim, right)) yield { claim, right, elsewhere: told.there };
}

/** Between the nearest of what makes it and the rate nothing turns to another step. */
function isOff({ text, start }: FigureText, claim: Figure, { low, high, from }: Derived): boolean {
  const own = from.filter((one) => one.start >= start && one.start < start + text.length);
  const before = own.filter(({ end }) => end <= claim.start).map(({ end }) => end);
  const behind = own.filter((one) => one.start >= claim.end).map((one) => one.start);
  const between =
    before.length > 0
      ? text.slice(Math.max(...before) - start, claim.start - start)
      : text.slice(claim.end - start, Math.min(...behind, claim.end) - start);
  const next = text.slice(claim.end - start, claim.end - start + 24);
  return !parting.test(between) && !parting.test(next) && offBy(claim, low, high) > tolerance;
}

/** Of the text, of its surroundings, or of what its heading names. */
function medicineOf(text: FigureText, claim: Figure): Medicine | undefined {
  const owner = ownerOf(claim, text);
  if (owner) return owner;
  const [named, more] = figuresOf(text.section?.title ?? "").medicines;
  return more ? undefined : named;
}

/** The one stream of a medicine that a document and its neighbours tell. */
export type StreamsOf = (
  medicine: Medicine,
) => { readonly figure: Figure; readonly there: SoleWrong["elsewhere"] } | undefined;

const toldBy = oncePer(
  ({ figures }: Guideline): ReadonlyMap<string, readonly Stream[]> =>
    grouped(
      figures.texts.flatMap((text) =>
        text.figures.flatMap((figure): Stream[] => {
          const stream = asStream(figure, text);
          const medicine = stream && (ownerOf(figure, text) ?? namedAbove(text));
          return medicine && !isLimit(text, figure) ? [{ medicine, figure: stream }] : [];
        }),
      ),
      ({ medicine }) => medicine.name,
    ),
);
const elsewhereTold = gathering(({ guideline }) => toldBy(guideline));

export function streamsFor(guideline: Guideline, neighbours: Parameters<typeof elsewhereTold>[0]): StreamsOf {
  const told = elsewhereTold(neighbours);
  const own = toldBy(guideline);
  return (medicine) => {
    const here = own.get(medicine.name) ?? [];
    const there = told(medicine.name);
    const all = distinct([...here, ...there.flatMap(({ value }) => value)].map(({ figure }) => figure));
    const figure = sole(all);
    if (!figure) return undefined;
    return { figure, there: here.length > 0 ? "here" : there[0] };
  };
}

const fewestRows = 3;

interface Row {
  readonly claim: Figure;
  readonly from: readonly Figure[];
  /** Amount an hour. */
  readonly value: number;
}

/** The amount, the volume and the rate of a row, if there is one of each. */
function rowOf(row: readonly FigureCell[]): Row | undefined {
  const figures = row.flatMap((cell) => cell.figures);
  if (figures.some(({ kind, perKg }) => perKg || kind === "strength" || kind === "time" || kind === "drops"))
    return undefined;
  const of = (kind: Figure["kind"]) => sole(figures.filter((figure) => figure.kind === kind));
  const [amount, volume, claim] = [of("amount"), of("volume"), sole(figures.filter(isPump))];
  if (!amount || !volume || !claim || amount.low <= 0 || volume.low <= 0) return undefined;
  return { claim, from: [amount, volume], value: (amount.low * claim.low) / volume.low };
}

/** Rows of bags that all run in the same dose an hour, but one; and bags whose dose an hour stands in the row. */
export function* soleRows({ rows, context }: FigureTable): Generator<SoleWrong> {
  const made = rows.flatMap((row): Wrong[] => {
    const pool = poolOf(row);
    const claim = sole(row.flatMap(({ figures }) => figures.filter(isPump)));
    const stream = sole(pool.streams);
    const right = claim && stream && !stream.perKg ? madeIn(pool, stream) : undefined;
    return claim && right ? [{ claim, right }] : [];
  });
  const off = made.filter(({ claim, right }) => offBy(claim, right.low, right.high) > tolerance);
  // "What 1 mL/h delivers | Start at": where most rows are off, the columns are of other things.
  if (off.length * 2 <= made.length) yield* off.map((one) => ({ ...one, elsewhere: undefined }));
  const known = rows.flatMap((row) => {
    const found = rowOf(row);
    return found ? [{ ...found, medicine: rowMedicine(row) ?? context }] : [];
  });
  const [first] = known;
  if (!first || known.length < fewestRows) return;
  if (
    known.some(
      ({ medicine, from: [amount] }) =>
        amount?.unit !== first.from[0]?.unit || !isSameOrNone(medicine, first.medicine),
    )
  )
    return;
  const middle = known.map(({ value }) => value).toSorted((a, b) => a - b)[known.length >> 1] ?? 0;
  const odd = known.filter(({ value }) => Math.abs(value / middle - 1) > tolerance);
  const [one, more] = odd;
  if (!one || more) return;
  const low = (one.claim.low * middle) / one.value;
  yield { claim: one.claim, right: { low, high: low, from: one.from }, elsewhere: undefined };
}

const isSameOrNone = (a: Medicine | undefined, b: Medicine | undefined) => a === b || isSame(a, b);
