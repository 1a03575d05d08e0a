// At which values of what is measured an order is said to hold: "when glucose is below 11 mmol/L" in its own sentence or
// row. It must not judge orders.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { isUpward, type Threshold } from "../guideline/threshold.ts";
import { oncePerPair } from "../text/memory.ts";
import { haveOtherKidneys } from "./kidney-told.ts";

type Said = { readonly order: Order; readonly guideline: Guideline };

/** Whether one of two orders is tied to a value that the other does not name. */
export const holdAtOtherValues = (one: Said, other: Said): boolean => keyOf(one) !== keyOf(other);

/** "0.1 units/kg/h when glucose is 14 or higher", "0.05 where it is below 11": no patient has both. */
export function excludeEachOther(one: Said, other: Said): boolean {
  if (haveOtherKidneys(one, other)) return true;
  const [mine, theirs] = [valuesAt(one.order, one.guideline), valuesAt(other.order, other.guideline)];
  return mine.some(({ analyte }) => {
    const own = mine.filter((value) => value.analyte === analyte);
    const others = theirs.filter((value) => value.analyte === analyte);
    return others.length > 0 && own.every((a) => others.every((b) => areApart(a, b)));
  });
}

const keyOf = ({ order, guideline }: Said): string =>
  valuesAt(order, guideline)
    .map((found) => `${found.analyte.id} ${isUpward(found)}`)
    .sort()
    .join();

const valuesAt = oncePerPair(
  ({ block, dose }: Order, { thresholds, text }: Guideline): readonly Threshold[] =>
    thresholds.filter(
      ({ analyte, start, end }) =>
        // Fever is what it is given for, at whatever degree.
        analyte.id !== "temperature" &&
        start >= block.start &&
        end <= block.end &&
        !/[.;|](?=\s)|\n/.test(text.slice(Math.min(end, dose.end), Math.max(start, dose.start))) &&
        !ending.test(text.slice(Math.max(block.start, start - 60), start)),
    ),
);

/** "Until potassium is 3.3 or higher" says when it ends. */
const ending = /\b(?:until|till|to|target|aim\w*|goal|keep\w*|hold|stop\w*|reach\w*)\b[^,;:|]{0,40}$/i;

function areApart(a: Threshold, b: Threshold): boolean {
  if (a.unit?.code !== b.unit?.code || isUpward(a) === isUpward(b)) return false;
  const [up, down] = isUpward(a) ? [a, b] : [b, a];
  return down.value < up.value || (down.value === up.value && (up.operator === ">" || down.operator === "<"));
}
