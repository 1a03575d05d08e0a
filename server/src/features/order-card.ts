// The hover card of a medicine order: what was understood of it, and where the workspace orders the same medicine
// for the same patients. It must not judge whether they agree.

import type { Guideline } from "../guideline/guideline.ts";
import { formatIndication } from "../guideline/indication.ts";
import { formatMeasure } from "../guideline/measure-format.ts";
import { formatTime, type Order } from "../guideline/order.ts";
import { formatPopulation, isEveryone, samePatients } from "../guideline/population.ts";
import { type Frequency, formatFrequency } from "../guideline/schedule.ts";
import { nameOf } from "../rules/place.ts";
import { type Span, touches } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

const mostOthers = 5;

/** The order at an offset, at its name or at its dose; the shorter one where two of them meet. */
export function orderAt({ orders }: Guideline, offset: number): Order | undefined {
  const isAt = (order: Order) =>
    touches(order.dose, offset) ||
    touches(order.regimen, offset) ||
    (!order.inherited && touches(order.nameSpan, offset));
  return orders
    .filter(isAt)
    .reduce<Order | undefined>(
      (found, order) => (found && length(found) <= length(order) ? found : order),
      undefined,
    );
}

const length = ({ start, end }: Span) => end - start;

/** What the card is about, for the editor to mark. */
export const spanOfOrder = (order: Order, offset: number): Span =>
  [order.nameSpan, order.dose, order.regimen].find((span) => touches(span, offset)) ?? order;

export function orderCard(snapshot: Snapshot, order: Order): string {
  const { medicine, dose, maxima, population, indication, negated } = order;
  const rows = [
    ["Dose", [formatMeasure(dose), ...maxima.map((max) => `at most ${formatMeasure(max)}`)].join(", ")],
    ["How often", rhythm(order)],
    ["Route", order.routes.join(" or ")],
    ["For how long", howLong(order)],
    ["Patients", isEveryone(population) ? "" : formatPopulation(population)],
    ["Indication", formatIndication(indication).replaceAll("-", " ")],
  ].filter(([, value]) => value !== "");
  const heading = `**${escaped(medicine.name)}**${negated ? " – not to be given" : ""}`;
  const read = rows.map(([name, value]) => `- ${name}: ${escaped(value ?? "")}`).join("\n");
  const others = othersIn(snapshot, order);
  if (others.length === 0) return `${heading}\n\n${read}`;
  const shown = others.slice(0, mostOthers);
  const left = others.length > shown.length ? `\n- and ${others.length - shown.length} more` : "";
  return `${heading}\n\n${read}\n\nOther orders for the same patients:\n${shown.join("\n")}${left}`;
}

function othersIn(snapshot: Snapshot, order: Order): string[] {
  return [snapshot, ...snapshot.neighbours].flatMap(({ uri, guideline }) =>
    guideline.orders
      .filter(
        (other) =>
          other !== order &&
          other.medicine.name === order.medicine.name &&
          !other.negated &&
          samePatients(other.population, order.population),
      )
      .map((other) => `- ${escaped(short(other))} – ${link(uri, guideline, other)}`),
  );
}

/** "40 mg/kg, 2 times a day, oral, for 5 days, pneumonia". */
function short(order: Order): string {
  const parts = [
    formatMeasure(order.dose),
    rhythm(order),
    order.routes.join(" or "),
    howLong(order) && `for ${howLong(order)}`,
    formatIndication(order.indication).replaceAll("-", " "),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function link(uri: string, { lines }: Guideline, { dose }: Order): string {
  const line = lines.positionAt(dose.start).line + 1;
  // Brackets would end the link.
  const address = uri.replace(
    /[()\s<>]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `[${escaped(nameOf(uri))}, line ${line}](${address}#L${line})`;
}

function rhythm({ frequency, divided, asNeeded, doseCount }: Order): string {
  const doses =
    divided?.low === undefined
      ? ""
      : `in ${range({ low: divided.low, high: divided.high ?? divided.low })} doses`;
  const parts = [
    divided && divided.low === undefined ? "in divided doses" : doses,
    frequency && !divided ? often(frequency) : "",
    doseCount === undefined ? "" : `${doseCount} doses`,
    asNeeded ? "as needed" : "",
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(", ");
}

function often(frequency: Frequency): string {
  const { perDay, once } = frequency;
  if (once) return "once";
  if (!perDay) return formatFrequency(frequency);
  if (perDay.high < 1 && perDay.low === perDay.high)
    return `every ${Number((1 / perDay.low).toPrecision(3))} days`;
  return perDay.low === 1 && perDay.high === 1 ? "once a day" : `${range(perDay)} times a day`;
}

function howLong({ duration }: Order): string {
  if (!duration) return "";
  if (duration === "open") return "long term";
  return duration.high === 1 ? formatTime(duration) : `${formatTime(duration).replace("-", "–")}s`;
}

const range = ({ low, high }: { readonly low: number; readonly high: number }) =>
  low === high ? String(low) : `${low}–${high}`;

/** Words from a document must not become markup. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|!~]/g, "\\$&");
}
