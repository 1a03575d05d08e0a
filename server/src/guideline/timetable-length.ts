// How long something is given, told by the day or week of its last dose in a calendar, or by "days 1 to 14". It must not
// know courses.

import { unitNamed } from "../lexicon/units.ts";
import { isDuration, portions } from "./course-clues.ts";
import type { Item } from "./item.ts";
import { isMark, isWordLike } from "./item-kind.ts";

/** "| Week 6 | last capsule of doxycycline |": so long it is taken. */
export function timetabled(items: readonly Item[]): readonly Item[] {
  const [first, end] = items;
  const last = items.findIndex((item) => isWordLike(item, /^(?:last|final|stop|ends?)$/));
  const behind = items.slice(last + 1, last + 8);
  const from = behind.findIndex(({ kind }) => kind === "medicine");
  const rest = behind.findIndex((item, i) => i > from && item.kind !== "medicine" && !isMark(item, "and"));
  const named = behind.slice(0, rest < 0 ? undefined : rest).findLast(({ kind }) => kind === "medicine");
  const lasts = first && (isDuration(first) ? first : endOf(first, end?.start ?? first.end));
  if (!lasts || end?.kind !== "break" || last < 0) return items;
  if (!named) {
    // "Last injections" in a section on one medicine
    const course: Item = { ...lasts, kind: "word", text: "course" };
    return isWordLike(items[last + 1], portions) ? [course, lasts] : items;
  }
  return items.slice(2).flatMap((item, i) => (i + 2 === last ? [] : item === named ? [item, lasts] : [item]));
}

/** "Given on days 1 to 14" */
export function fromDayOne(item: Item): Item {
  const [, last] = (item.kind === "condition" && /^day +1-(\d{1,2})$/.exec(item.id)) || [];
  const unit = unitNamed("day");
  const [low, high] = [Number(last), Number(last)];
  const { start, end } = item;
  return unit && low > 1
    ? { kind: "schedule", schedule: { kind: "time", role: "duration", low, high, unit }, start, end }
    : item;
}

/** "Week 6" */
function endOf({ start, end, ...item }: Item, until: number): Item | undefined {
  const [, name = "", count] = (item.kind === "condition" && /^(week|month) +(\d+)$/.exec(item.id)) || [];
  const unit = unitNamed(name);
  const [low, high] = [Number(count), Number(count)];
  return (
    unit && {
      kind: "schedule",
      schedule: { kind: "time", role: "duration", low, high, unit },
      start,
      end: Math.max(until, end),
    }
  );
}
