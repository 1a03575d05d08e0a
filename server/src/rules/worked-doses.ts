// Doses that are said for one patient of a known weight, set against the doses per kilogram of the same medicine: how
// many times as much they are where none of those gives them. It must not judge what that means.

import type { Guideline } from "../guideline/guideline.ts";
import type { Measure } from "../guideline/measure.ts";
import {
  type Amount,
  amountOf,
  dailyDose,
  dosesPerDay,
  isDaily,
  massInVolume,
  type Order,
  singleDose,
} from "../guideline/order.ts";
import { stageOf } from "../guideline/population.ts";
import { whileFrom } from "../text/memory.ts";
import type { Placed } from "./comparable.ts";
import { forOtherDiseases } from "./comparable-indications.ts";
import { oneOfCounted } from "./counted-orders.ts";
import type { Gathered } from "./gathered.ts";
import { type MedicineOrders, ordersElsewhere, ordersOf } from "./medicine-orders.ts";
import type { Neighbour } from "./rule.ts";

export interface WorkedDose {
  readonly order: Order;
  readonly source: Placed;
  /** How many times what the source gives for this weight: by the dose. */
  readonly ratio: number;
  readonly perDay: number | undefined;
  /** Nothing else of the medicine stands in its row or paragraph. */
  readonly isLone: boolean;
}

/** Rounding to vials, tablets and spoons. */
const tolerance = 0.12;
const leastTablet = 0.25;
/** No text may take quadratic time. */
const mostSources = 40;

export function workedDosesOf(guideline: Guideline, neighbours: readonly Neighbour[]): WorkedDose[] {
  const elsewhere = ordersElsewhere(neighbours);
  return [...ordersOf(guideline).values()].flatMap((own) => {
    if (!own.all.some(isExample)) return [];
    const others = elsewhere(own.medicine);
    return worked(own, [others, guideline], () => workedAmong(guideline, own, others));
  });
}

const worked = whileFrom<MedicineOrders, WorkedDose[]>();

const isPoint = ({ weight }: Order["population"]) =>
  weight?.low !== undefined && weight.low > 0 && weight.low === weight.high;

const isGiven = ({ negated, diluent, total, upTo, preparation, flattened }: Order) =>
  !flattened && !negated && !diluent && !total && !upTo && !preparation;

/** "Half of a total of 0.5 units/kg", "80 % of 1 mg/kg": what is given is a part of it. */
const isShared = (text: string, { dose }: Order) =>
  /(?:\b(?:half|(?:one|two)[ -]thirds?|a +third|(?:a|one|three)[ -](?:quarters?|fifths?)|part)|\d+ *%) +(?:of|the)\b[^.;|\n]{0,40}$/i.test(
    text.slice(Math.max(0, dose.start - 60), dose.start),
  );

/** "500 mg with 4.6 mL of water is 100 mg/mL": what is in the vial. */
const isMade = ({ concentration, volume, dose }: Order) =>
  concentration !== undefined && volume === undefined && dose.unit.dimension !== "volume";

/** In milligrams, also where it is said in millilitres of a known strength. */
const inMass = (order: Order): Order => ({ ...order, dose: massInVolume(order) ?? order.dose });
const givenOf = (order: Order): Amount => amountOf(inMass(order).dose);

/** "70 kg × 40 mg": for each of the kilograms. */
const isFactor = (text: string, { dose: { start } }: Order): boolean =>
  /kg\)? *[x×*] *$/i.test(text.slice(Math.max(0, start - 8), start));
const isExample = (order: Order) => {
  const { dose, population, range } = order;
  const whole =
    !dose.per.kg &&
    !dose.per.m2 &&
    !(dose.per.hours && dose.per.hours < 24) &&
    !range &&
    dose.low === dose.high &&
    !dose.parts;
  // Millilitres in a row may be those of a fluid that has no name there, or what is drawn up.
  const drawn = dose.unit.dimension === "volume" && !dosesPerDay(order);
  const { unit } = givenOf(order);
  const weighed = unit === "mg" || unit === "unit";
  return whole && weighed && !drawn && isPoint(population) && isGiven(order) && !isMade(order);
};

function workedAmong(
  guideline: Guideline,
  { all }: MedicineOrders,
  others: readonly Gathered<MedicineOrders>[],
): WorkedDose[] {
  const ours = all.map((order): Placed => ({ order, guideline, in: undefined }));
  const theirs = others.flatMap(({ neighbour, value }) =>
    value.all.map((order): Placed => ({ order, guideline: neighbour.guideline, in: neighbour })),
  );
  const sources = [...ours, ...theirs].filter(
    ({ order, guideline: { text } }) => order.dose.per.kg && isGiven(order) && !isShared(text, order),
  );
  return all
    .filter((order) => isExample(order) && !isFactor(guideline.text, order))
    .flatMap((order) => {
      const fitting = sources.slice(0, mostSources).filter((source) => mayBeSource(order, source.order));
      const ratios = fitting.map(({ order: source }) => ratioOf(order, source));
      if (fitting.length === 0 || ratios.some((ratio) => ratio === undefined || ratio === 1)) return [];
      // "Rectally 5 mg (1 mL), IV 2.5 mg": behind which dose a route stands is inferred.
      const otherWays = sources.slice(0, mostSources).filter((one) => mayBeSource(order, one.order, true));
      if (otherWays.some((one) => ratioOf(order, one.order) === 1)) return [];
      // The last one said before it, of the same point of the treatment.
      const timely = fitting.filter(({ order: { phase } }) => isFirst(phase) === isFirst(order.phase));
      const source =
        timely.findLast((one) => !one.in && one.order.start < order.start) ??
        timely[0] ??
        (fitting[0] as Placed);
      const ratio = ratios[fitting.indexOf(source)] as number;
      const isLone = all.every((one) => one === order || one.block.start !== order.block.start);
      return { order, source, ratio, perDay: rhythmOf(order, source.order), isLone };
    });
}

/** Whether it is what a dose per kilogram makes for its patient. */
export const isWorkedOut = (example: Order, source: Order): boolean =>
  source.dose.per.kg === true &&
  example.phase === source.phase &&
  isGiven(source) &&
  isExample(example) &&
  mayBeSource(example, source) &&
  ratioOf(example, source) === 1;

const isFirst = (phase: Order["phase"]) => phase === "test" || phase === "loading";

function mayBeSource(example: Order, source: Order, anyWay = false): boolean {
  const [own, other] = [stageOf(example.population), stageOf(source.population)];
  const life = own === undefined || other === undefined || other === "all" || own === other;
  const way =
    anyWay ||
    example.routes.length === 0 ||
    source.routes.length === 0 ||
    example.routes.some((route) => source.routes.includes(route));
  const unit = `${givenOf(example).unit}/kg` === amountOf(source.dose).unit;
  const kilograms = example.population.weight?.low ?? 0;
  const { low = 0, high = Infinity } = source.population.weight ?? {};
  const heavy = kilograms >= low && kilograms <= high;
  return life && way && unit && heavy && !forOtherDiseases(example.indication, source.indication);
}

/** 1 where the source gives the example, for a dose or a day; undefined where that cannot be known. */
function ratioOf(example: Order, source: Order): number | undefined {
  const kilograms = example.population.weight?.low ?? 0;
  const [single, day] = [singleDose(source), dailyDose(source)];
  const given = givenOf(example);
  if (source.dose.per.hours !== undefined && source.dose.per.hours !== 24) return undefined;
  const daily = day && dailyDose(inMass(example));
  if (daily) return ratioBetween(daily, day, { example, source, kilograms });
  if (isDaily(example)) return undefined;
  if (!single) return undefined;
  // "The daily total is 30 × 14 = 420 mg"
  const untimed = dosesPerDay(example) === undefined && day;
  if (untimed && ratioBetween(given, day, { example, source, kilograms }) === 1) return 1;
  return ratioBetween(given, single, { example, source, kilograms });
}

interface Worked {
  readonly example: Order;
  readonly source: Order;
  readonly kilograms: number;
}

function ratioBetween(
  given: Amount,
  perKg: Amount,
  { example, source, kilograms }: Worked,
): number | undefined {
  // Of tablets halves are given, and whole ones of what cannot be broken.
  const slack = (oneOfCounted(example) ?? 0) * leastTablet;
  const fits =
    given.high >= Math.min(perKg.low * kilograms * (1 - tolerance), perKg.low * kilograms - slack) &&
    given.high <= Math.max(perKg.high * kilograms * (1 + tolerance), perKg.high * kilograms + slack);
  if (fits) return 1;
  if (perKg.low !== perKg.high || source.range) return undefined;
  const ratio = given.high / (perKg.high * kilograms);
  return ratio < 1 &&
    [...source.maxima, ...example.maxima].some((most) => isHeeded(most, perKg.low * kilograms))
    ? 1
    : ratio;
}

/** A small dose may have heeded the maximum, where more would be given. */
function isHeeded(maximum: Measure, made: number): boolean {
  const { low, unit } = amountOf(maximum);
  return (unit !== "mg" && unit !== "unit") || maximum.per.kg === true || low < made * (1 + tolerance);
}

/** How many doses a day both have; else how many times as many the one has. */
function rhythmOf(example: Order, source: Order): number | undefined {
  const [own, other] = [dosesPerDay(example), dosesPerDay(source)];
  if (!own || !other || own.low !== own.high || other.low !== other.high) return undefined;
  return own.low === other.low ? own.low : Math.max(own.low, other.low) / Math.min(own.low, other.low);
}
