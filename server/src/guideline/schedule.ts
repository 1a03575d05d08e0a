// When and how long: what a frequency, a division, a length of treatment are, and how a frequency is said. It must
// not know how they are read, nor medicines.

import type { Unit } from "../lexicon/units.ts";

export interface Frequency {
  readonly kind: "frequency";
  /** Doses a day: 3 for "8 hourly"; below 1 for "weekly". Undefined for "once" and for "every 5 minutes". */
  readonly perDay?: { readonly low: number; readonly high: number };
  /** "stat", "single dose", "once". */
  readonly once?: true;
  /** Hours between doses where they come faster than hourly care can count: "every 5 minutes". */
  readonly everyHours?: number;
  /** The upper end of "every 3 to 5 minutes". */
  readonly everyHoursHigh?: number;
  /** "on days 1 and 3", "at 0, 12 and 24 hours". */
  readonly on?: "day" | "days" | "hours";
  /** "continuous infusion". */
  readonly continuous?: true;
}
export interface Divided {
  readonly kind: "divided";
  /** Undefined for "in divided doses". */
  readonly low: number | undefined;
  readonly high: number | undefined;
}
export interface AsNeeded {
  readonly kind: "asNeeded";
}
export interface Time {
  readonly kind: "time";
  readonly role: "duration" | "over" | "bare";
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
}
/** "for life", "until the fever settles". */
export interface OpenDuration {
  readonly kind: "openDuration";
}
/** "for 3 doses". */
export interface DoseCount {
  readonly kind: "doseCount";
  readonly count: number;
}
export type Schedule = Frequency | Divided | AsNeeded | Time | OpenDuration | DoseCount;
export interface ScheduleFound {
  readonly schedule: Schedule;
  readonly next: number;
}

export function perDay(low: number, high = low): Frequency {
  return { kind: "frequency", perDay: { low, high } };
}

export function formatFrequency({
  perDay,
  once,
  everyHours,
  everyHoursHigh,
  on,
  continuous,
}: Frequency): string {
  if (once) return "once";
  if (on) return `on given ${on}`;
  if (continuous) return "continuous";
  if (everyHours !== undefined) {
    const ends = [everyHours, everyHoursHigh ?? everyHours].map((hours) => Math.round(hours * 60));
    return `every ${[...new Set(ends)].join("-")} min`;
  }
  if (!perDay) return "";
  const { low, high } = perDay;
  if (low < 1 && low === high) return formatRareFrequency(1 / low);
  const count = [...new Set([low, high].map((value) => Number(value.toPrecision(3))))].join("–");
  return count === "1" ? "once a day" : count === "2" ? "twice a day" : `${count} times a day`;
}

function formatRareFrequency(days: number): string {
  const names = new Map([
    [7, "once a week"],
    [30, "once a month"],
    [365, "once a year"],
  ]);
  return names.get(Math.round(days)) ?? `every ${Number(days.toPrecision(3))} days`;
}
