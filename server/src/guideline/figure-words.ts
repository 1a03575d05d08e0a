// Quantities that are not written as number and unit: "each millilitre", "half an hour", "1 in 10 000", "U-100".
// It must not know whose they are.

import { unitNamed } from "../lexicon/units.ts";
import type { Figure } from "./figure.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark } from "./item-kind.ts";

/** A quantity and how far, in items, it reaches. */
export interface Spelled {
  readonly values: Pick<Figure, "kind" | "low" | "high" | "slack"> & Partial<Figure>;
  readonly last: number;
}

const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  ten: 10,
  twenty: 20,
  fifty: 50,
  hundred: 100,
  each: 1,
  every: 1,
  a: 1,
  per: 1,
};
/** Units in a millilitre by which insulins are called. */
const insulinStrengths = new Set([40, 80, 100, 200, 300, 500]);

/** "each millilitre then contains 5 mg", "ten millilitres with 500 mg", "half an hour". */
export function spelledAt(
  items: readonly Item[],
  at: number,
  wordAt: (at: number) => string,
): Spelled | undefined {
  const text = wordAt(at);
  const value = numberWords[text] ?? (text === "half" ? 0.5 : undefined);
  if (value === undefined) return undefined;
  let last = at + 1;
  if (text === "half" && /^(?:an?|of)$/.test(wordAt(last))) last++;
  const item = items[last];
  const unit = item?.kind === "word" ? unitNamed(item.text) : undefined;
  const kind =
    unit?.dimension === "volume" && unit.factor >= 1
      ? "volume"
      : unit?.dimension === "time" && text === "half"
        ? "time"
        : undefined;
  if (!unit || !kind) return undefined;
  const size = value * unit.factor;
  return { values: { kind, low: size, high: size, slack: 0 }, last };
}

/** "20 drops to the millilitre", "80 micrograms in each mL", "20 drops make 1 mL". */
export function isPerMillilitre(items: readonly Item[], at: number, wordAt: (at: number) => string): boolean {
  if (!/^(?:to|in|of|makes?|are|equals?|gives?|for|=)$/.test(wordAt(at + 1))) return false;
  const behind = items[at + 2];
  if (behind?.kind === "measure") {
    const { low, high, unit, per } = behind.measure;
    return unit.dimension === "volume" && low * unit.factor === 1 && high === low && per.hours === undefined;
  }
  const unit = items[at + 3];
  const one = /^(?:the|an?|one|each|every)$/.test(wordAt(at + 2));
  return one && unit?.kind === "word" && unitNamed(unit.text)?.code === "mL";
}

/** "1 in 10 000", "1:1000": a gram in so many millilitres. */
export function ratioAt(items: readonly Item[], at: number): Spelled | undefined {
  const [first, join, second] = items.slice(at, at + 3);
  const joined = isMark(join, "in") || isBreak(join, "colon");
  if (first?.kind !== "number" || first.value !== 1 || !joined || second?.kind !== "number") return undefined;
  if (second.value < 1000 || second.value > 1e6) return undefined;
  const percent = 100 / second.value;
  return { values: { kind: "percent", low: percent, high: percent, slack: 0 }, last: at + 2 };
}

/** "06:00 to 14:00": so many hours, also past midnight. */
export function clockSpanAt(
  items: readonly Item[],
  at: number,
  wordAt: (at: number) => string,
): Spelled | undefined {
  const from = clockAt(items, at);
  const to = from === undefined ? undefined : clockAt(items, at + 4);
  if (from === undefined || to === undefined || !/^(?:to|until|till|[–—-])$/.test(wordAt(at + 3)))
    return undefined;
  const hours = (to - from + 24) % 24;
  return hours > 0
    ? { values: { kind: "time", low: hours, high: hours, slack: 1 / 120 }, last: at + 6 }
    : undefined;
}

function clockAt(items: readonly Item[], at: number): number | undefined {
  const [hour, colon, minute] = items.slice(at, at + 3);
  if (hour?.kind !== "number" || !isBreak(colon, "colon") || minute?.kind !== "number") return undefined;
  const isTime = hour.value <= 24 && minute.value < 60 && minute.end - minute.start === 2;
  return isTime ? hour.value + minute.value / 60 : undefined;
}

/** "U-100", "U 40": as many units in each millilitre. */
export function insulinAt(
  items: readonly Item[],
  at: number,
  wordAt: (at: number) => string,
): Spelled | undefined {
  const glued = /^u-?(\d+)$/.exec(wordAt(at));
  const item = wordAt(at) === "u" ? (wordAt(at + 1) === "-" ? at + 2 : at + 1) : at;
  const number = items[item];
  const value = glued ? Number(glued[1]) : number?.kind === "number" ? number.value : undefined;
  if (value === undefined || (!glued && item === at) || !insulinStrengths.has(value)) return undefined;
  const values = { kind: "strength", low: value, high: value, unit: "unit", over: 1, slack: 0 } as const;
  return { values, last: item };
}
