// Quantities as people write them: "5–10 mg/kg/day". It must not know how they are read.

import type { Unit } from "../lexicon/units.ts";
import type { Measure, Per } from "./measure.ts";

const shownCodes: Readonly<Record<string, string>> = {
  ug: "mcg",
  "[IU]": "unit",
  "m[IU]": "mU",
  "M[IU]": "MU",
  meq: "mEq",
};

/** A unit's code as people write it. */
export function formatUnit({ code }: Unit): string {
  return shownCodes[code] ?? code;
}

export function formatNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** "10000" as "10 000". */
export const inThousands = (digits: string, sign: string): string =>
  digits.replace(/\B(?=(?:\d{3})+$)/g, sign);

/** "5–10 mg/kg/day" from the values; the verbatim text is in the span. */
export function formatMeasure({ low, high, parts, unit, per }: Measure): string {
  const value =
    parts && parts.length > 1
      ? parts.map(formatNumber).join("/")
      : low === high
        ? formatNumber(low)
        : `${formatNumber(low)}-${formatNumber(high)}`;
  return `${value} ${formatUnit(unit)}${formatPer(per)}`;
}

function formatPer({ kg, m2, hours, dose, mL, form }: Per): string {
  const time =
    hours === undefined
      ? ""
      : hours === 24
        ? "/day"
        : hours === 1
          ? "/h"
          : hours < 0.02
            ? "/min"
            : hours === 168
              ? "/week"
              : `/${formatNumber(hours)} h`;
  const volume =
    mL === undefined
      ? ""
      : mL === 1
        ? "/mL"
        : mL === 1000
          ? "/L"
          : mL === 100
            ? "/dL"
            : `/${formatNumber(mL)} mL`;
  return `${kg ? "/kg" : ""}${m2 ? "/m2" : ""}${time}${dose ? "/dose" : ""}${volume}${form ? `/${form}` : ""}`;
}
