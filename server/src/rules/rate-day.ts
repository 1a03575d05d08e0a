// A day's total that dose and frequency do not make: "50 mg every 6 hours (400 mg/day)". For rate-arithmetic.

import { type Figure, nearby, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween } from "../guideline/figure-text.ts";
import type { Item } from "../guideline/item.ts";
import type { Frequency } from "../guideline/schedule.ts";
import { parting, type Wrong, wordOf } from "./rate-words.ts";

const tolerance = 0.075;

/** "50 mg every 6 hours (200 mg/day)", "…, a daily total of 200 mg". */
export function dailyOf(text: FigureText, claim: Figure): Wrong | "fits" | undefined {
  const total = dayTotal(text, claim);
  if (!total || isRaisedTo(text, claim)) return undefined;
  const dose = nearby(text.figures, claim).findLast(
    (figure) =>
      figure.item < claim.item &&
      figure.kind === "amount" &&
      figure.unit === claim.unit &&
      figure.perKg === claim.perKg,
  );
  if (!dose || dose.sentence !== claim.sentence || isOneOfSeveral(text, dose)) return undefined;
  const between = itemsBetween(text, dose, claim).slice(0, -total.led || undefined);
  const [schedule, ...more] = between.filter(isFrequency).map((item) => item.schedule);
  const tied =
    total.led > 0 ||
    between.some((item) => item.kind === "break" && item.strength === "open") ||
    between.some(
      (item) => equating.test(wordOf(text, item)) || (item.kind === "mark" && item.mark === "equals"),
    );
  // "2 tablets of 500 mg" are two times as much.
  const counted =
    between.some((item) => item.kind === "measure") ||
    text.items
      .slice(Math.max(0, dose.item - 4), dose.item)
      .some((item) => item.kind === "measure" && item.measure.unit.dimension === "form");
  if (
    counted ||
    !schedule?.perDay ||
    schedule.perDay.low < 1 ||
    more.length > 0 ||
    !tied ||
    (claim.kind === "amount" && !goesOn(text, between.slice(between.findIndex(isFrequency)))) ||
    between.some((item) => item.kind === "break" && item.strength === "close") ||
    between.some(({ kind }) => kind === "population" || kind === "measure" || kind === "medicine") ||
    between.some(
      (item) => parting.test(wordOf(text, item)) || (item.kind === "mark" && turning.has(item.mark)),
    )
  )
    return undefined;
  const by = claim.kind === "amount" ? 1 : 24;
  const right = {
    low: (dose.low * schedule.perDay.low) / by,
    high: (dose.high * schedule.perDay.high) / by,
    from: [dose],
  };
  return offBy(claim, right.low, right.high) > tolerance ? { claim, right } : "fits";
}

/** "250 mg three times daily (to 3 g a day)": how far it may be raised. */
function isRaisedTo(text: FigureText, { item }: Figure): boolean {
  const [before, to] = text.items.slice(Math.max(0, item - 2), item);
  return (
    to !== undefined &&
    wordOf(text, to) === "to" &&
    before?.kind === "break" &&
    (before.strength === "open" || before.strength === "comma")
  );
}

/** "100 mg in the morning and 50 mg at night": a part of what the day's total is made of. */
const isOneOfSeveral = ({ figures }: FigureText, dose: Figure) =>
  nearby(figures, dose).some(
    ({ kind, unit, item, clause }) =>
      kind === "amount" && unit === dose.unit && item < dose.item && clause === dose.clause,
  );

/** Between a dose and the day's amount nothing else is named: not "(TMP 960 mg in 24 hours)". */
const goesOn = (text: FigureText, between: readonly Item[]) =>
  between.every((item) => item.kind !== "word" || linking.test(wordOf(text, item)));
const linking =
  /^(?:=|i\.?e\.?|that|this|is|equals|making|makes|giving|gives|totalling|totaling|comes|so|thus|which|a|the|an|to|about|for|every|dose|doses|tablets?)$/;

const equating =
  /^(?:=|i\.?e\.?|that +is|equals|making|makes|giving|gives|totalling|totaling|so|thus|which|is)$/;
const turning: ReadonlySet<string> = new Set([
  "then",
  "max",
  "upTo",
  "increase",
  "reduce",
  "maintenance",
  "or",
]);

/** An amount for a day as a whole, and how many items before it say so: "200 mg/day", "200 mg in 24 hours", "a daily total of 200 mg". */
function dayTotal(text: FigureText, claim: Figure): { readonly led: number } | undefined {
  if (claim.kind === "amountRate") return claim.hours === 24 ? { led: 0 } : undefined;
  if (claim.kind !== "amount") return undefined;
  const [join, day] = text.items.slice(claim.last + 1, claim.last + 3);
  const inDay =
    join?.kind === "mark" &&
    join.mark === "in" &&
    day?.kind === "schedule" &&
    day.schedule.kind === "time" &&
    day.schedule.low * day.schedule.unit.factor === 24;
  if (inDay) return { led: 0 };
  const led = text.items.slice(Math.max(0, claim.item - 5), claim.item);
  const from = led.findIndex(
    (item, i) => (isEachDay(item) && isTotal(led[i + 1])) || (isTotal(item) && isEachDay(led[i + 1])),
  );
  const rest = led.slice(from + 2);
  const plain = rest.every((item) => item.kind === "word" || (item.kind === "mark" && item.mark === "of"));
  return from >= 0 && plain && rest.length <= 2 ? { led: led.length - from } : undefined;
}

const isFrequency = (item: Item): item is Item & { kind: "schedule"; schedule: Frequency } =>
  item.kind === "schedule" && item.schedule.kind === "frequency";
const isTotal = (item: Item | undefined) => item?.kind === "mark" && item.mark === "total";
const isEachDay = (item: Item | undefined) =>
  item?.kind === "schedule" && item.schedule.kind === "frequency" && item.schedule.perDay?.high === 1;
