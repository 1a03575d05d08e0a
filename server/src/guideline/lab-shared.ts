// A comparison that is said once for several values: "the systolic reaches 160 mmHg, or the diastolic 110 mmHg",
// "when one value is reached: fasting 5.1 mmol/L, after an hour 10 mmol/L". It must not know what is measured.

import type { AnalyteMention } from "./analyte-mention.ts";
import type { LabReading } from "./lab-value.ts";

const joint =
  /^(?: +(?:systolic|diastolic),? *(?:and\/or|or|and)|,? *(?:and\/or|or|and) +(?:(?:an?|the|her|his|its) +)?[\p{L}₀-₉\d -]{1,40}) *$/u;
const listed = /\b(?:reached|met|exceeded|(?:at|is) +or +above|or +more) *:(?=[^:]{0,60}$)/i;
const longestList = 200;

export function withShared(
  text: string,
  readings: readonly LabReading[],
  mentions: readonly AnalyteMention[],
): readonly LabReading[] {
  const all = readings.map((one, at) => withMultiple(text, one, readings[at + 1]));
  if (!all.some(isLeftOpen)) return all;
  const shared: LabReading[] = [];
  for (const [at, one] of all.entries()) {
    const operator = isLeftOpen(one)
      ? (sharedBy(text, one, shared.at(-1), mentions) ?? sharedFrom(text, one, all[at + 1], mentions))
      : undefined;
    shared.push(operator ? { ...one, operator } : one);
  }
  return shared;
}

/** "Above twice and up to five times the limit": of which both are multiples. */
function withMultiple(text: string, one: LabReading, next: LabReading | undefined): LabReading {
  const multiple = next?.unit?.kind === "multiple" ? next.unit : undefined;
  const isJoined =
    multiple && !one.unit && /^,? *(?:and|or|but|to)? *$/.test(text.slice(one.end, next?.start));
  return isJoined && one.operator !== undefined ? { ...one, unit: multiple } : one;
}

const isLeftOpen = ({ operator, low, high, below }: LabReading): boolean =>
  operator === undefined && low === high && below === undefined;

/** "Systolic 160 or diastolic 110 mmHg or more": what stands behind the last holds for the one before as well. */
function sharedFrom(
  text: string,
  one: LabReading,
  next: LabReading | undefined,
  mentions: readonly AnalyteMention[],
): LabReading["operator"] {
  if (!next || next.operator === undefined || next.operator === "=" || next.numbers.start !== next.start)
    return undefined;
  if (one.unit && one.unit.code !== next.unit?.code) return undefined;
  const between = text.slice(one.whole.end, next.start);
  const named = mentions.some(({ start, end }) => start >= one.whole.end && end <= next.start);
  return named && joint.test(between) ? next.operator : undefined;
}

function sharedBy(
  text: string,
  one: LabReading,
  before: LabReading | undefined,
  mentions: readonly AnalyteMention[],
): LabReading["operator"] {
  const said = text.slice(Math.max(0, one.start - longestList), one.start);
  if (/^(?:[^.;]|\.(?=\d))*$/.test(said.slice(said.lastIndexOf(":") + 1)) && listed.test(said)) return ">=";
  const operator = before?.operator;
  if (
    !before ||
    operator === undefined ||
    operator === "=" ||
    (one.unit && before.unit?.code !== one.unit.code)
  )
    return undefined;
  const named = mentions.some(({ start, end }) => start >= before.whole.end && end <= one.start);
  return named && joint.test(text.slice(before.whole.end, one.start)) ? operator : undefined;
}
