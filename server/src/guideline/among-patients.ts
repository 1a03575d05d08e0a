// Whether the patients of an order are among those that a maximum is for. It must not know orders.

import type { Band } from "./interval.ts";
import { hasBand, isEveryone, type Population, samePatients, stageOf, weightless } from "./population.ts";

/** What is too much for all is so for some; and a maximum for adults is one for every adult, and for whom nobody is named. */
export function isAmong(some: Population, most: Population): boolean {
  // "4 g in adults of 50 kg and over": nobody gets more than the heaviest.
  const all = !some.weight && most.weight?.high === undefined ? weightless(most) : most;
  if (isEveryone(all) || samePatients(some, all)) return true;
  if (isEveryone(weightless(some)) && isGrown(some) && stageOf(all) === "adult" && !hasBand(all))
    return all.groups.length === 1;
  if (
    isEveryone(withoutBand(all)) &&
    isBandWithin(some.age, all.age) &&
    isBandWithin(some.weight, all.weight)
  )
    return true;
  const stage = stageOf(all);
  return (
    stage !== undefined &&
    stage === stageOf(some) &&
    !hasBand(all) &&
    all.groups.every((group) => group === stage || some.groups.includes(group))
  );
}

/** "50 kg and more" */
const isGrown = ({ weight }: Population): boolean => weight === undefined || (weight.low ?? 0) >= leastGrown;
const leastGrown = 40;

const withoutBand = ({ groups }: Population): Population => ({ groups });

/** "18–75 years" is a part of "up to 75 years". */
const isBandWithin = (some: Band | undefined, all: Band | undefined): boolean =>
  all === undefined ||
  (some !== undefined &&
    (some.low ?? 0) >= (all.low ?? 0) &&
    (some.high ?? Infinity) <= (all.high ?? Infinity));
