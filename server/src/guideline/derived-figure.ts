// What follows from figures by arithmetic: a rate from volume and time, from a dose per kilogram, a weight and a
// strength, drops from a rate. It must not know where the figures stand or what is right.

import type { Figure } from "./figure.ts";

export interface Derived {
  readonly low: number;
  readonly high: number;
  /** What it is made of. */
  readonly from: readonly Figure[];
}
/** Figures that may be combined, by kind; each list holds the ways to read it. */
export interface Given {
  readonly amounts: readonly Figure[];
  readonly volumes: readonly Figure[];
  readonly times: readonly Figure[];
  readonly weights: readonly Figure[];
  readonly rates: readonly Figure[];
  readonly amountRates: readonly Figure[];
  readonly drops: readonly Figure[];
  /** Amount in one mL, by unit. */
  readonly strengths: readonly { readonly low: number; readonly high: number; readonly unit: string }[];
  readonly dropFactors: readonly number[];
}

const whole = (figures: readonly Figure[]) => figures.filter(({ perKg }) => !perKg);

/** A figure per kilogram for each weight, others as they are. */
function bodies(figures: readonly Figure[], weights: readonly Figure[]): Derived[] {
  return figures.flatMap((figure): Derived[] =>
    figure.perKg
      ? weights.map((weight) => ({
          low: figure.low * weight.low,
          high: figure.high * weight.high,
          from: [figure, weight],
        }))
      : [{ low: figure.low, high: figure.high, from: [figure] }],
  );
}

function perTime(amounts: readonly Derived[], times: readonly Figure[]): Derived[] {
  return amounts.flatMap(({ low, high, from }) =>
    times.map((time) => ({ low: low / time.high, high: high / time.low, from: [...from, time] })),
  );
}

/** mL an hour. */
export function derivedRates(given: Given, not?: Figure): Derived[] {
  const { times, weights, strengths, dropFactors } = given;
  const other = given.rates.filter((rate) => rate !== not && (rate.perKg || rate.hours !== not?.hours));
  const streams = [
    ...bodies(given.amountRates, weights).map((one) => ({ ...one, unit: one.from[0]?.unit ?? "" })),
    ...timed(given),
  ];
  return [
    ...perTime(bodies(given.volumes, weights), times),
    ...bodies(other, weights).filter(({ from }) => from[0]?.perKg || from[0]?.hours !== not?.hours),
    ...streams.flatMap(({ low, high, from, unit }) =>
      strengths
        .filter((strength) => strength.unit === unit)
        .map((strength) => ({ low: low / strength.high, high: high / strength.low, from })),
    ),
    ...given.drops.flatMap((drops) =>
      dropFactors.map((factor) => ({
        low: (drops.low * 60) / factor,
        high: (drops.high * 60) / factor,
        from: [drops],
      })),
    ),
  ];
}

/** Amounts over a time. */
function timed({ amounts, weights, times }: Given): (Derived & { readonly unit: string })[] {
  return perTime(bodies(amounts, weights), times).map((one) => ({ ...one, unit: one.from[0]?.unit ?? "" }));
}

/** Amount an hour, in a unit. */
export function derivedAmountRates(given: Given, unit: string, not?: Figure): Derived[] {
  const { weights, strengths } = given;
  const other = given.amountRates.filter(
    (one) => one !== not && one.unit === unit && (one.perKg || one.hours !== not?.hours),
  );
  return [
    ...timed(given).filter((one) => one.unit === unit),
    ...bodies(other, weights),
    ...bodies(given.rates, weights).flatMap(({ low, high, from }) =>
      strengths
        .filter((strength) => strength.unit === unit)
        .map((strength) => ({ low: low * strength.low, high: high * strength.high, from })),
    ),
  ];
}

/** Drops a minute. */
export function derivedDrops(given: Given): Derived[] {
  const rates = [
    ...bodies(whole(given.rates), []),
    ...perTime(bodies(given.volumes, given.weights), given.times),
  ];
  return rates.flatMap(({ low, high, from }) =>
    given.dropFactors.map((factor) => ({ low: (low * factor) / 60, high: (high * factor) / 60, from })),
  );
}

/** An amount or a volume for one body, from the dose per kilogram. */
export function derivedForBody(given: Given, kind: "amount" | "volume", unit: string): Derived[] {
  const figures = (kind === "amount" ? given.amounts : given.volumes).filter(
    (figure) => figure.perKg && figure.unit === unit,
  );
  const streams = kind === "amount" ? given.amountRates : given.rates;
  const daily = streams
    .filter((figure) => figure.perKg && figure.unit === unit && figure.hours === 24)
    .map((figure) => ({ ...figure, low: figure.low * 24, high: figure.high * 24 }));
  return bodies([...figures, ...daily], given.weights).filter(({ from }) => from.length === 2);
}
