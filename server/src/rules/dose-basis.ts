// A dose for a day taken for a single dose, or the other way round: the same figure, given two to six times as
// often. Other differences are dose-conflict's.

import { type DayExample, dayExamplesOf } from "../guideline/day-example.ts";
import { type DaySum, mistakenSumsOf } from "../guideline/day-sum.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { formatMeasure, formatNumber } from "../guideline/measure-format.ts";
import { mayBeMisread } from "../guideline/number-format.ts";
import { amountOf, dosesPerDay, isDaily, type Order } from "../guideline/order.ts";
import { lineBefore } from "../text/around.ts";
import type { Placed } from "./comparable.ts";
import { type Conflict, choices, conflictsOf, foundAt, placeOf, quote, relatedOf } from "./conflict.ts";
import { type DaySlip, daySlipOf } from "./day-slip.ts";
import { mildlyIfAnyLost } from "./lost-lines.ts";
import { isBasis } from "./order-difference.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Found } from "./rule.ts";
import { isBelowDosedHead, isFarNamed, isSurelyNamed, mayBeOfAnother } from "./surely-named.ts";
import { isNoSingleDose, isTakenAmount } from "./taken-amount.ts";
import { areAllToldApart, areLedByOthers } from "./told-apart.ts";
import { type WorkedDose, workedDosesOf } from "./worked-doses.ts";

export const doseBasis = defineRule<Conflict | undefined>({
  id: "dose-basis",
  severity: "warning",
  compares: true,
  summary:
    "The same figure is a day's amount in one place and a single dose in another, or in the example worked out from it.",
  rationale:
    "“50 mg/kg/day in 4 doses” and “50 mg/kg every 6 hours” look alike and differ by four times. Taking one for the other is among the commonest dosing errors in children.",
  examples: {
    invalid: [
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Summary\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.\n           ^^^^^^^^^^^^ dose-basis",
      "# Meningitis\n\nCefotaxime 150 mg/kg IV every 8 hours. A child of 10 kg receives 500 mg every 8 hours.\n           ^^^^^^^^^ dose-basis",
      "# Osteomyelitis in children\n\nCloxacillin 200 mg/kg/dose IV every 6 hours.\n            ^^^^^^^^^^^^^^ dose-basis",
      "# Sepsis in newborns\n\nGentamicin 5 mg/kg IV once daily.\n\n## Referral\n\nGentamicin 5 mg/kg IV every 8 hours.\n           ^^^^^^^ dose-basis",
    ],
    valid: [
      "# Meningitis\n\nCefotaxime 150 mg/kg/day IV in 3 doses. A child of 10 kg receives 500 mg every 8 hours.",
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Summary\n\nAmpicillin 200 mg/kg/day IV in 4 divided doses.",
      "# Sepsis in children\n\nAmpicillin 50 mg/kg IV every 6 hours.\n\n## Otitis media\n\nAmpicillin 50 mg/kg/day IV in 4 divided doses.",
    ],
  },

  *check(guideline, { neighbours }) {
    const told = new Set<number>();
    for (const conflict of conflictsOf(guideline, neighbours, isBasis)) {
      const { order, others, difference } = conflict;
      const [other] = others;
      if (!other || isRepeated(guideline, order)) continue;
      if (!other.in && areLedByOthers(guideline, order, other.order)) continue;
      if (others.every((one) => isRepeated(one.guideline, one.order))) continue;
      told.add(order.dose.start);
      for (const { in: elsewhere, order: one } of others) if (!elsewhere) told.add(one.dose.start);
      const basis =
        isDaily(order) === isDaily(other.order) ? "" : isDaily(order) ? " for a whole day" : " for each dose";
      const message = `${order.medicine.name} is ${quote({ order, guideline })}${basis} here, but ${quote(other)} in ${placeOf(other)}: the same figure makes ${Math.round(difference.ratio)} times as much in a day. Check whether it is meant per day or per dose, and say so in both places.`;
      const sides: readonly Placed[] = [{ order, guideline, in: undefined }, other];
      yield {
        ...foundAt(conflict, message),
        ...mildlyIfAnyLost(guideline, conflict),
        ...((sides.some(isSpelledOut) || areAllToldApart(guideline, conflict)) && {
          severity: "information" as const,
        }),
      };
    }
    for (const example of dayExamplesOf(guideline))
      if (isMixedUp(example) && !told.has(example.order.dose.start)) {
        told.add(example.order.dose.start);
        yield inExample(guideline, example);
      }
    for (const sum of mistakenSumsOf(guideline))
      if (!told.has(sum.dose.start)) {
        told.add(sum.dose.start);
        yield inSum(guideline, sum);
      }
    for (const example of workedDosesOf(guideline, neighbours)) {
      const { order, source, ratio, perDay = 0 } = example;
      if (isMixedUp({ ratio, perDay }) && !told.has(order.dose.start) && !told.has(source.order.dose.start))
        yield inWorked(guideline, example);
      told.add(order.dose.start);
      if (!source.in) told.add(source.order.dose.start);
    }
    for (const order of guideline.orders) {
      const slip = told.has(order.dose.start) ? undefined : daySlipOf(order);
      if (slip && isSurelyMeant(order, guideline)) yield byUsual(guideline, order, slip);
    }
  },

  fix: (conflict, guideline) => (conflict ? choices(conflict, guideline) : []),
});

/** "1 g followed by another 1 g": the parts of what is given. */
const isRepeated = ({ text }: Guideline, { dose }: Order): boolean =>
  /^ *(?:[a-zß-öø-ɏ]+ +){0,2}followed +by +(?:another|a +second|a +further)\b/i.test(
    text.slice(dose.end, dose.end + 60),
  ) || /\bfollowed +by +(?:another|a +second|a +further) *$/i.test(lineBefore(text, dose.start, 40));

/** "100 mg/kg once daily or 50 mg/kg every 12 hours": the text says itself what the day comes to. */
function isSpelledOut({ order, guideline }: Placed): boolean {
  const { high, unit } = amountOf(order.dose);
  const times = dosesPerDay(order)?.high ?? 1;
  return (
    times > 1 &&
    guideline.orders.some((beside) => {
      const whole = amountOf(beside.dose);
      return (
        beside.medicine === order.medicine &&
        beside.block.start === order.block.start &&
        whole.unit === unit &&
        whole.high === high * times
      );
    })
  );
}

/** Rounding to vials and tablets. */
const rounding = 0.06;

/** The order makes as many times as much a day as there are doses, or as much less. */
function isMixedUp({ ratio, perDay }: Pick<DayExample, "ratio" | "perDay">): boolean {
  return perDay >= 2 && [perDay, 1 / perDay].some((mixed) => Math.abs(ratio / mixed - 1) <= rounding);
}

const isSurelyMeant = (order: Order, guideline: Guideline): boolean =>
  !order.supposed &&
  !isBelowDosedHead(order, guideline) &&
  isSurelyNamed(order, guideline) &&
  !(isFarNamed(order) && mayBeOfAnother(order, guideline)) &&
  !isTakenAmount(order, guideline) &&
  !isNoSingleDose(order, guideline) &&
  !mayBeMisread(guideline, order.dose) &&
  !severalAllowed.test(guideline.text.slice(order.dose.end, order.dose.end + 50));
/** "8 mg/kg (max 800 mg; up to 3 doses in 24 hours)": who says how many of them there may be knows what they make. */
const severalAllowed = /^[^.\n|]{0,25}\bup +to +(?:\d+|two|three|four) +doses\b/i;

/** Against what is usual of the medicine. */
function byUsual(guideline: Guideline, order: Order, slip: DaySlip): Found<undefined> {
  const { start, end } = order.dose;
  const [makes, bound] = [slip.makes, slip.bound].map((value) => `${formatNumber(value)} ${slip.unit}`);
  const said =
    slip.kind === "day for a dose"
      ? `${makes} in a day, above any usual day's amount (up to ${bound}), while the figure would be usual for a whole day`
      : `${makes} at each of ${slip.perDay} times, below any usual dose (from ${bound}), while the figure would be usual for each of them`;
  return {
    span: { start, end },
    message: `${order.medicine.name} is ${quote({ order, guideline })} here: this makes ${said}. Check whether it is meant per day or per dose.`,
    state: undefined,
  };
}

function inWorked(guideline: Guideline, { order, source, ratio, perDay }: WorkedDose): Found<undefined> {
  const { start, end } = order.dose;
  const makes = `${perDay} times as ${ratio > 1 ? "much" : "little"} as ${quote(source)} in ${placeOf(source)} makes for this weight`;
  return {
    span: { start, end },
    message: `${order.medicine.name} is ${quote({ order, guideline })} here, ${makes}. Check whether the dose is meant per day or per dose, and work the example out again.`,
    related: relatedOf([source]),
    state: undefined,
  };
}

function inSum({ text, lines }: Guideline, { dose, sum, perDay }: DaySum): Found<undefined> {
  const [one, whole] = [dose, sum].map(({ start, end }) => text.slice(start, end));
  return {
    span: dose,
    message: `"${one}" is given ${perDay} times a day here, and "${whole}" in line ${lines.positionAt(sum.start).line + 1} is said to be the whole day's. Check whether the dose is meant per day or per dose.`,
    related: [{ span: sum, message: "What the doses of a day are said to come to." }],
    state: undefined,
  };
}

function inExample(guideline: Guideline, { order, measure, ratio, perDay }: DayExample): Found<undefined> {
  const { start, end } = order.dose;
  const difference = `${perDay} times as ${ratio > 1 ? "much" : "little"} in a day`;
  return {
    span: { start, end },
    message: `${order.medicine.name} is ${quote({ order, guideline })} here, ${difference} as the example in ${lineOf(guideline, measure.start, undefined)} gives (${formatMeasure(measure)}). Check whether the dose is meant per day or per dose, and work the example out again.`,
    related: [
      { span: { start: measure.start, end: measure.end }, message: "The example worked out from it." },
    ],
    state: undefined,
  };
}
