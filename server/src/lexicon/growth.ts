// How heavy children get: weights that about 97 of 100 boys of an age stay below, rounded up, as growth standards
// agree (2026-11). Only facts; it must not know who asks.

const years = 365.25;
const heavy: readonly (readonly [days: number, kilograms: number])[] = [
  [0, 4.5],
  [30, 5.8],
  [61, 7.1],
  [91, 8],
  [183, 9.9],
  [274, 11.1],
  [years, 12.1],
  [1.5 * years, 13.8],
  [2 * years, 15.4],
  [3 * years, 18.5],
  [4 * years, 21.5],
  [5 * years, 24.5],
  [6 * years, 28],
  [8 * years, 36],
  [10 * years, 47],
  [12 * years, 60],
];

/** What hardly any child of this age outweighs; undefined for those beyond childhood. */
export function heaviestAt(days: number): number | undefined {
  const after = heavy.findIndex(([age]) => age >= days);
  const [next, before] = [heavy[after], heavy[after - 1]];
  if (!next || days < 0) return undefined;
  if (!before) return next[1];
  return before[1] + ((next[1] - before[1]) * (days - before[0])) / (next[0] - before[0]);
}
