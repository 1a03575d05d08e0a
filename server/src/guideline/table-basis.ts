// What a table says once of all its doses: that they are for each kilogram. It must not know what reads the rows.

import { isDoseUnit } from "./dose-clues.ts";
import type { Item } from "./item.ts";

/** "All doses are per kilogram": what a table's cells need not repeat. "The dose is 10 mg per kg" says it of one. */
export function saysPerKilogram(text: string): boolean {
  return /\b(?:doses?|figures|amounts|numbers|values)\b[^.;|\d]{0,60}\bper +(?:kg|kilogram)\b/i.test(
    text.replaceAll("*", ""),
  );
}

export function perKilogram(item: Item): Item {
  if (item.kind !== "measure") return item;
  const { measure } = item;
  const plain = Object.keys(measure.per).length === 0;
  return plain && isDoseUnit(measure.unit) && measure.unit.dimension !== "form"
    ? { ...item, measure: { ...measure, per: { kg: true } } }
    : item;
}
