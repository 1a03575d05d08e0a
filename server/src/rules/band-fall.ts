// A weight band that gets less than a lighter one, or no more while all others keep to their weight: which of the bands
// it is shows by what each gets for its kilograms. For band-dose; it must not know what is given.

import { endOf, type Stretch, startOf } from "../guideline/stretch.ts";

interface Step {
  readonly band: Stretch;
  readonly low: number;
  readonly high: number;
}

interface Odd {
  readonly at: number;
  /** A reader should look: a dose per kilogram that falls with the weight may have made it. */
  readonly mild: boolean;
}

const leastFall = 1.4;
/** For a kilogram, between the least and the most of all others. */
const widestAfterFall = 2.6;
const widestOfEven = 1.4;
const lagging = 0.75;
const fewestSure = 4;
const mostCounted = 20;

/** Of bands in their order. */
export function fallenIn(steps: readonly Step[]): Odd | undefined {
  const values = steps.map(({ low }) => low);
  if (steps.some(({ low, high }) => low !== high || low <= 0)) return undefined;
  const rates = steps.map((step, at) => rateOf(step, steps[at + 1]));
  const falls = values.flatMap((value, at) => (at > 0 && value < (values[at - 1] ?? 0) ? [at] : []));
  const [fall, ...more] = falls;
  return fall === undefined || more.length > 0 ? laggingIn(values, rates) : fallenAt(values, rates, fall);
}

/** In the middle of its band; of the last one, if it is open, that is not known. */
function rateOf({ band, low }: Step, next: Step | undefined): number | undefined {
  const from = startOf(band);
  const to = Number.isFinite(endOf(band)) ? endOf(band) : next ? startOf(next.band) : Number.NaN;
  const middle = (Math.max(from, to * 0.6) + to) / 2;
  return middle > 0 ? low / middle : undefined;
}

/** How far apart the others are. */
function spreadWithout(rates: readonly (number | undefined)[], at: number): number {
  const others = rates.filter((rate, i): rate is number => rate !== undefined && i !== at);
  return others.length < 2 ? 1 : Math.max(...others) / Math.min(...others);
}

function fallenAt(
  values: readonly number[],
  rates: readonly (number | undefined)[],
  fall: number,
): Odd | undefined {
  const climbsWithout = (at: number) => {
    const rest = values.filter((_, i) => i !== at);
    return rest.every((value, i) => i === 0 || value >= (rest[i - 1] ?? 0)) && new Set(rest).size > 1;
  };
  const [best, other] = [fall - 1, fall]
    .filter(climbsWithout)
    .map((at) => ({ at, spread: spreadWithout(rates, at) }))
    .toSorted((a, b) => a.spread - b.spread);
  if (!best || best.spread > widestAfterFall) return undefined;
  const deep = (values[fall - 1] ?? 0) / (values[fall] ?? 1) >= leastFall;
  const clear = other === undefined || best.spread < other.spread;
  return { at: best.at, mild: values.length < fewestSure || !deep || !clear };
}

/** 2, 2, 4, 5 tablets: what is given again, where a step of all others is due. */
function laggingIn(values: readonly number[], rates: readonly (number | undefined)[]): Odd | undefined {
  const found = values.flatMap((value, at) => {
    const others = rates
      .filter((rate, i): rate is number => rate !== undefined && i !== at)
      .toSorted((a, b) => a - b);
    const middle = others[others.length >> 1] ?? 0;
    const goesOn = value === values[at - 1] && value < (values[at + 1] ?? 0);
    const rate = rates[at] ?? middle;
    // Tablets are counted in whole ones, or halves.
    const missing = rate > 0 ? (value / rate) * (middle - rate) : 0;
    const isLow = rate <= lagging * middle && (value > mostCounted || missing >= 0.8);
    return goesOn && isLow && others.length >= 3 && spreadWithout(rates, at) <= widestOfEven ? [at] : [];
  });
  return found.length === 1 && found[0] !== undefined ? { at: found[0], mild: true } : undefined;
}
