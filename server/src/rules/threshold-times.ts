// Times of life, of a pregnancy or of an illness that a clause or row names beside a value: "0 to 4 hours", "before 36
// weeks". Two that do not meet keep values apart. It must not know what is measured.

import { cutPointsOf } from "../guideline/cut-point.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Threshold } from "../guideline/threshold.ts";
import { sayingBefore } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Neighbour } from "./rule.ts";

/** A value, and where it stands. */
export interface Placed {
  readonly threshold: Threshold;
  readonly guideline: Guideline;
  /** The document, when it is another one. */
  readonly in: Neighbour | undefined;
}

/** All values at which something is done, of a document and of those beside it. */
export const placedIn = (guideline: Guideline, neighbours: readonly Neighbour[]): readonly Placed[] =>
  [undefined, ...neighbours].flatMap((there) => {
    const of = there?.guideline ?? guideline;
    return cutPointsOf(of).map((threshold) => ({ threshold, guideline: of, in: there }));
  });

interface Window {
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

const time =
  /(?:\b(under|below|before|less +than|younger +than|within|until|up +to|first|over|above|older +than|more +than|from|at +least|beyond|after)(?: +the)?(?: +first)?|([<>≤≥])) *(\d+) *(hours?|h|days?|weeks?|months?|years?)\b|(\d+) *(?:-|–|to|and) *(\d+) *(hours?|h|days?|weeks?|months?|years?)\b|(\d+) *(hours?|h|days?|weeks?|months?|years?)(?: +of +[a-zß-öø-ɏ]+)? *(?:,? *(or|and) +(more|later|over|older|above|beyond|younger|less|under))/gi;
const longestStatement = 300;

const unitOf = (word: string) => word[0]?.toLowerCase() ?? "";
const isLow = (word: string) => /^(?:under|below|before|less|younger|within|until|up|first|[<≤])/i.test(word);

function windowOf(found: RegExpMatchArray): Window | undefined {
  const [, sign, mark, value, unit, low, high, rangeUnit, end, endUnit, , more = ""] = found;
  if (low && high && rangeUnit) return { unit: unitOf(rangeUnit), low: Number(low), high: Number(high) };
  if (end && endUnit) {
    const down = /^(?:younger|less|under)$/i.test(more);
    return { unit: unitOf(endUnit), low: down ? 0 : Number(end), high: down ? Number(end) : Infinity };
  }
  const word = sign ?? mark ?? "";
  // "Measure after one hour" is no time of life.
  if (!value || !unit || (/^after/i.test(word) && /^[hd]/.test(unit))) return undefined;
  const down = isLow(word);
  return { unit: unitOf(unit), low: down ? 0 : Number(value), high: down ? Number(value) : Infinity };
}

const windowsOf = oncePer(
  ({ threshold: { start, end }, guideline: { markdown } }: Placed): readonly Window[] => {
    const { plain } = markdown;
    const own = sayingBefore(plain, start, longestStatement, ".;\n");
    const behind = /^(?:[^.;\n]|\.(?=\d))*/.exec(plain.slice(end, end + longestStatement))?.[0] ?? "";
    return [own, behind].flatMap((text) => matchesIn(text, time).flatMap((one) => windowOf(one) ?? []));
  },
);

const meet = (a: Window, b: Window) => a.low < b.high && b.low < a.high;

export function areOtherTimes(a: Placed, b: Placed): boolean {
  const pairs = pairsOf(a, b);
  return pairs.length > 0 && pairs.every(([one, other]) => !meet(one, other));
}

export const haveTimesInCommon = (a: Placed, b: Placed): boolean =>
  pairsOf(a, b).some(([one, other]) => one.low === other.low && one.high === other.high);

const pairsOf = (a: Placed, b: Placed) =>
  windowsOf(a).flatMap((one) =>
    windowsOf(b).flatMap((other) => (one.unit === other.unit ? [[one, other] as const] : [])),
  );
