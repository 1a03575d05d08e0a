// The facts of a guideline's model in the notation of the labelled lines, so that the two can be compared. It
// must not judge.

import type { Guideline } from "../../server/src/guideline/guideline.ts";
import type { Band } from "../../server/src/guideline/interval.ts";
import type { Measure } from "../../server/src/guideline/measure.ts";
import type { Order } from "../../server/src/guideline/order.ts";
import type { Population } from "../../server/src/guideline/population.ts";
import type { Frequency, Time } from "../../server/src/guideline/schedule.ts";
import { bandFacts, concentrationFacts, thresholdFacts } from "./measured-facts.ts";
import { type Fact, factOf, hours, nameOf, perDay, quantity, shownRange, stretch } from "./notation.ts";

export function factsOf(guideline: Guideline): Fact[] {
  return [
    ...guideline.orders.filter(({ diluent, preparation }) => !diluent && !preparation).map(orderFact),
    ...bandFacts(guideline),
    ...thresholdFacts(guideline),
    ...concentrationFacts(guideline),
  ];
}

const unitNames: Readonly<Record<string, string>> = {
  mass: "mg",
  volume: "mL",
  substance: "mmol",
  equivalent: "mEq",
  activity: "unit",
  proportion: "%",
};

export function quantityOf({ low, high, parts, unit, per }: Measure): string {
  const values = (parts && parts.length > 1 ? parts : [low, high]).map((value) => value * unit.factor);
  return quantity(
    values,
    unitNames[unit.dimension] ?? unit.code,
    { ...per },
    parts && parts.length > 1 ? "/" : "-",
  );
}

const labelledPhases = new Set(["loading", "maintenance", "initial"]);
const strength = ({ unit, per }: Measure) => unit.dimension === "proportion" || per.mL !== undefined;

function orderFact(order: Order): Fact {
  const { dose, divided, frequency, routes, duration, over, maxima, concentration, phase, equivalents } =
    order;
  const volume = [order.volume, ...equivalents].find(
    (one) => one?.unit.dimension === "volume" && !one.per.kg,
  );
  // "1 g/h for 24 hours": of a rate both are how long it runs.
  const isRate = dose.per.hours !== undefined && dose.per.hours < 24;
  return factOf("order", {
    medicine: nameOf(order.medicine.name),
    dose: quantityOf(dose),
    divided: divided?.low !== undefined && shownRange(divided.low, divided.high ?? divided.low),
    frequency: frequency && frequencyOf(frequency),
    asneeded: order.asNeeded && "yes",
    route: routes.length > 0 && [...routes].sort().join("/"),
    duration: duration !== "open" && timeOf(duration ?? (isRate ? over : undefined)),
    over: !isRate && timeOf(over),
    max: maxima.length > 0 && maxima.map(quantityOf).join(" | "),
    volume: volume && quantityOf(volume),
    concentration: concentration && strength(concentration) && quantityOf(concentration),
    phase: phase !== undefined && labelledPhases.has(phase) && phase,
    population: populationOf(order.population),
    negated: order.negated && "yes",
  });
}

function timeOf(time: Time | undefined): string | undefined {
  return time && hours(time.low, time.high, time.unit.factor);
}

function frequencyOf({ once, on, everyHours, everyHoursHigh, perDay: times }: Frequency): string | undefined {
  if (once) return "once";
  if (on) return "on given days";
  if (everyHours !== undefined)
    return `every ${shownRange(everyHours * 60, (everyHoursHigh ?? everyHours) * 60)} min`;
  return times && perDay(times.low, times.high);
}

const labelledGroups = new Set(["adult", "child", "neonate", "infant", "pregnant", "elderly"]);

function populationOf({ groups, age, weight, gestation }: Population): string {
  return [
    ...groups.filter((group) => labelledGroups.has(group)),
    ...(age ? [`age ${bandStretch(age)}`] : []),
    ...(weight ? [`weight ${bandStretch(weight)}`] : []),
    ...(gestation ? [`gestation ${bandStretch(gestation)}`] : []),
  ]
    .sort()
    .join(", ");
}

function bandStretch({ low, high, lowInclusive, highInclusive }: Band): string {
  if (low !== undefined && high !== undefined) return stretch("", low, high);
  if (low !== undefined) return stretch(lowInclusive ? ">=" : ">", low);
  return stretch(highInclusive ? "<=" : "<", high ?? 0);
}
