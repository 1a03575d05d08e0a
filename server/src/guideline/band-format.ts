// Bands of weights and ages in words: "5–10 kg", "≥18 years". It must not know whom they are about.

import type { Band } from "./interval.ts";

export function formatBand({ low, high, lowInclusive, highInclusive }: Band, unit: string): string {
  const shown = (value: number) => String(Number(value.toPrecision(4)));
  if (low !== undefined && low === high) return `${shown(low)} ${unit}`;
  if (low !== undefined && high !== undefined) return `${shown(low)}–${shown(high)} ${unit}`;
  if (low !== undefined) return `${lowInclusive ? "≥" : ">"}${shown(low)} ${unit}`;
  return `${highInclusive ? "≤" : "<"}${shown(high ?? 0)} ${unit}`;
}

const ageUnits: readonly (readonly [string, number])[] = [
  ["years", 365.25],
  ["months", 30.4375],
  ["weeks", 7],
  ["days", 1],
];

/** In the largest unit in which both ends are whole numbers; "1 month–11 years" in months. */
export function formatAge(age: Band): string {
  const whole = (value: number | undefined, days: number) =>
    value === undefined || Math.abs(value / days - Math.round(value / days)) < 0.02;
  const [unit, days] = ageUnits.find(([, days]) => whole(age.low, days) && whole(age.high, days)) ?? [
    "days",
    1,
  ];
  const { low, high } = scaled(age, days);
  const round = (value: number | undefined) =>
    value === undefined ? undefined : Number(value.toPrecision(3));
  return formatBand({ ...age, low: round(low), high: round(high) }, unit);
}

function scaled(band: Band, by: number): Band {
  return {
    ...band,
    low: band.low === undefined ? undefined : band.low / by,
    high: band.high === undefined ? undefined : band.high / by,
  };
}
