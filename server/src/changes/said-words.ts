// What two lines say in things that matter (quantities, times, routes, medicines, patients, conditions, denials), each
// in even words, so that lines can be compared whatever their prose. It must not know where lines stand.

import type { Item } from "../guideline/item.ts";
import { formatPopulation } from "../guideline/population.ts";
import type { Schedule } from "../guideline/schedule.ts";
import { itemsOf } from "../guideline/scope.ts";
import { remembered } from "../text/memory.ts";
import { measureValue } from "./orders.ts";

export interface SaidItem {
  readonly item: Item;
  /** In even words, with what kind of thing it is. */
  readonly value: string;
}

export const saidIn = remembered((text: string): readonly SaidItem[] =>
  itemsOf(text).flatMap((item): SaidItem[] => {
    const value = evenValue(item);
    return value === undefined ? [] : [{ item, value }];
  }),
);

/** All of it, in no order. */
export const bagOf = remembered((text: string): string =>
  saidIn(text)
    .map(({ value }) => value)
    .toSorted()
    .join("; "),
);

function evenValue(item: Item): string | undefined {
  switch (item.kind) {
    case "measure":
      return measureValue(item.measure);
    case "schedule":
      return scheduleValue(item.schedule);
    case "medicine":
      return item.mention.medicine.name;
    case "routes":
      return item.routes.toSorted().join(" ");
    case "population":
      return `for ${formatPopulation(item.population)}`;
    case "condition":
      return item.id;
    case "mark":
      return item.mark === "not" || item.mark === "avoid" ? "not" : undefined;
    default:
      return undefined;
  }
}

function scheduleValue(schedule: Schedule): string {
  if (schedule.kind === "time")
    return `${Number((schedule.low * schedule.unit.factor).toPrecision(6))}-${Number((schedule.high * schedule.unit.factor).toPrecision(6))} h`;
  if (schedule.kind !== "frequency") return JSON.stringify(schedule);
  const { perDay } = schedule;
  return perDay ? `${perDay.low}-${perDay.high} a day` : JSON.stringify(schedule);
}
