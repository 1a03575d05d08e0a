// At which values of what is measured an order is said to hold: "when glucose is below 11 mmol/L" in its own sentence or
// row. It must not judge orders.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { isUpward } from "../guideline/threshold.ts";
import { oncePerPair } from "../text/memory.ts";
import type { Placed } from "./comparable.ts";

/** Whether one of two orders is tied to a value that the other does not name. */
export const holdAtOtherValues = (one: Placed, other: Placed): boolean =>
  valuesAt(one.order, one.guideline) !== valuesAt(other.order, other.guideline);

const valuesAt = oncePerPair(({ block, dose }: Order, { thresholds, text }: Guideline): string =>
  thresholds
    .filter(
      ({ analyte, start, end }) =>
        // Fever is what it is given for, at whatever degree.
        analyte.id !== "temperature" &&
        start >= block.start &&
        end <= block.end &&
        !/[.;|](?=\s)|\n/.test(text.slice(Math.min(end, dose.end), Math.max(start, dose.start))),
    )
    .map((found) => `${found.analyte.id} ${isUpward(found)}`)
    .sort()
    .join(),
);
