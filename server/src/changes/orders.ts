// Medicine orders as statements: what is given, how much, how often, by which route, how long, to whom. It must not
// know the other edition.

import { formatIndication } from "../guideline/indication.ts";
import { maximaOf } from "../guideline/maximum.ts";
import { canonical, type Measure } from "../guideline/measure.ts";
import { formatMeasure } from "../guideline/measure-format.ts";
import {
  type Amount,
  amountOf,
  dosesPerDay,
  formatTime,
  isDaily,
  type Order,
  singleDose,
} from "../guideline/order.ts";
import { formatPopulation } from "../guideline/population.ts";
import { formatFrequency, type Time } from "../guideline/schedule.ts";
import type { Span } from "../text/span.ts";
import { type Line, verbatim } from "./line.ts";
import type { Slot, Statement } from "./statement.ts";

export function orderStatement(order: Order, line: Line): Statement {
  const { medicine, population, indication, routes, phase, dose } = order;
  const patients = formatPopulation(population);
  const purpose = formatIndication({ ...indication, topic: [] }).replaceAll("-", " ");
  return {
    kind: "order",
    about: medicine.name,
    traits: [
      patients,
      indication.conditions.join(" "),
      routes.toSorted().join(" "),
      phase ?? "",
      dose.unit.dimension,
    ],
    subject: [medicine.name, patients, purpose].filter((part) => part !== "").join(", "),
    slots: slotsOf(order, line),
    span: wholeOf(order),
    line,
    taken: takenBy(order),
    weight: "high",
  };
}

/** From the dose to all that is said of it behind it: "1 g PO every 6 hours for 5 days (maximum 4 g)". */
function wholeOf({ dose, regimen, durationSpan, maxima, block }: Order): Span {
  const behind = [regimen, durationSpan, ...maxima].filter(
    (span) => span !== undefined && span.start >= dose.start && span.end <= block.end,
  );
  return {
    start: Math.min(regimen.start, dose.start),
    end: Math.max(dose.end, ...behind.map((span) => span?.end ?? 0)),
  };
}

function takenBy(order: Order) {
  const { dose, regimen, equivalents, range, volume, dilution, concentration, rate, maxima, durationSpan } =
    order;
  const spans = [
    dose,
    regimen,
    ...equivalents,
    range,
    volume,
    dilution,
    concentration,
    rate,
    ...maxima,
    durationSpan,
  ];
  return spans.filter((span) => span !== undefined);
}

function slotsOf(order: Order, line: Line): ReadonlyMap<string, Slot> {
  const { guideline } = line.document;
  const { negated, routes, duration, durationSpan, over, doseCount, asNeeded, population } = order;
  const regimen = { text: verbatim(guideline, order.regimen), evenly: regimenOf(order) };
  const slots = new Map<string, Slot>();
  const add = (
    name: string,
    value: string | undefined,
    said: { text?: string; evenly?: string | undefined } = {},
  ) => {
    if (value === undefined || value === "") return;
    const evenly = said.evenly ?? value;
    slots.set(name, { value, evenly, text: said.text ?? evenly });
  };
  add("given", negated ? "not to be given" : "");
  add("dose", doseOf(order), regimen);
  add("frequency", rhythmOf(order), regimen);
  add("route", routes.toSorted().join(" or "));
  add("duration", lengthOf(duration), {
    evenly: duration && duration !== "open" ? formatTime(duration) : "long term",
    ...(durationSpan && { text: verbatim(guideline, durationSpan) }),
  });
  const maxima = maximaOf(order, guideline.text);
  add("maximum", maxima.map(({ amount, basis }) => `${amountText(amount)} ${basis ?? ""}`).join(" and "), {
    text: maxima.map(({ measure }) => verbatim(guideline, measure)).join(" and "),
    evenly: maxima.map(({ measure }) => formatMeasure(measure)).join(" and "),
  });
  add("given over", over && lengthOf(over), { evenly: over && formatTime(over) });
  add("number of doses", doseCount === undefined ? undefined : String(doseCount));
  add("when", asNeeded ? "as needed" : "");
  for (const [name, slot] of furtherSlots(order, line)) slots.set(name, { ...slot, optional: true });
  const patients = formatPopulation(population);
  if (patients !== "")
    slots.set("patients", { value: patients, text: patients, evenly: patients, optional: true });
  const conditions = order.indication.conditions.join(" and ").replaceAll("-", " ");
  if (conditions !== "")
    slots.set("for", { value: conditions, text: conditions, evenly: conditions, optional: true });
  return slots;
}

/** What is said again in other figures: it may be left out. */
function* furtherSlots(order: Order, { document }: Line): Iterable<[string, Slot]> {
  const measures: [string, Measure | undefined][] = [
    ["volume", order.volume],
    ["diluted in", order.dilution],
    ["strength", order.concentration],
    ["rate", order.rate],
    ["range", order.range],
    ...order.equivalents.map((measure): [string, Measure] => [`that is, in ${unitKind(measure)}`, measure]),
  ];
  for (const [name, measure] of measures)
    if (measure)
      yield [
        name,
        {
          value: measureValue(measure),
          text: verbatim(document.guideline, measure),
          evenly: formatMeasure(measure),
        },
      ];
  if (order.phase) yield ["phase", { value: order.phase, text: order.phase, evenly: order.phase }];
}

const unitKind = ({ unit, per }: Measure) =>
  `${unit.dimension === "form" ? unit.code : unit.dimension}${per.hours ? " by time" : ""}`;

/** A quantity in base units: "500 mg" and "0.5 g" are one. */
export function measureValue(measure: Measure): string {
  const { low, high } = canonical(measure);
  const { per, unit, parts } = measure;
  const by = (per.hours ?? 1) * (per.mL ?? 1);
  const values = parts ? parts.map((part) => part * unit.factor) : [low, high];
  const kinds = [
    unit.dimension === "form" ? unit.code : unit.dimension,
    per.kg && "kg",
    per.m2 && "m2",
    per.form,
  ];
  const rate = per.hours === undefined ? "" : "h";
  const shown = values.map((value) => Number((value / by).toPrecision(9))).join("-");
  return [shown, ...kinds, rate, per.mL && "mL"].filter(Boolean).join(" ");
}

const amountText = ({ low, high, unit }: Amount) => `${low === high ? low : `${low}-${high}`} ${unit}`;

/** The single dose where it can be known, so that "60 mg/kg/day in 3 doses" is "20 mg/kg three times a day". */
function doseOf(order: Order): string {
  const { dose, base, total } = order;
  const single = isDaily(order) && dosesPerDay(order) ? singleDose(order) : undefined;
  const value = single
    ? amountText(single)
    : dose.parts || (dose.per.hours && dose.per.hours !== 24)
      ? measureValue(dose)
      : amountText(amountOf(dose));
  const daily = isDaily(order) && !single ? " a day" : "";
  return `${value}${daily}${base ? " of base" : ""}${total ? " in total" : ""}`;
}

function rhythmOf(order: Order): string | undefined {
  const { frequency, divided } = order;
  const times = dosesPerDay(order);
  if (times) return frequency?.once ? "once" : `${times.low}-${times.high} a day`;
  return frequency ? formatFrequency(frequency) : divided ? "in divided doses" : undefined;
}

function lengthOf(time: Time | "open" | undefined): string | undefined {
  if (time === undefined || time === "open") return time;
  const { factor } = time.unit;
  return `${Number((time.low * factor).toPrecision(6))}-${Number((time.high * factor).toPrecision(6))} h`;
}

/** "40 mg/kg/day in 3 divided doses, oral". */
function regimenOf({ dose, divided, frequency }: Order): string {
  const parts = [
    formatMeasure(dose),
    divided && (divided.low === undefined ? "in divided doses" : `in ${divided.low} divided doses`),
    frequency && formatFrequency(frequency),
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}
