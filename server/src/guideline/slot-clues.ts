// Whether a time, a population or a condition is said of the dose beside it: what the items around a place say
// about that. It must not know what was read before.

import { isNamedPhase, timely } from "./indication.ts";
import type { Item } from "./item.ts";
import { denyingWord, isBreak, isMark, isWordLike } from "./item-kind.ts";
import { endsCell, endsSentence, isAnyBreak, itemsBefore, itemsFrom } from "./item-reach.ts";
import type { Population } from "./population.ts";
import type { Schedule, Time } from "./schedule.ts";

const otherVerb =
  /^(?:adjust(?:ed)?|measure[ds]?|monitor(?:ed|ing)?|check(?:ed)?|review(?:ed)?|assess(?:ed)?|reassess(?:ed)?|observe[ds]?|change[ds]?|record(?:ed)?|examine[ds]?|see[ns]?|return|wait|feed|follow|rotate|rising|increas(?:e|ing|ed)|rais(?:e|ing|ed)|up)$/;

/** "… and measure glucose every hour": the schedule of something else. */
export function isOfOtherAction(items: readonly Item[], at: number): boolean {
  const before = itemsBefore(items, at, ({ kind }) => /^(?:break|measure|medicine)$/.test(kind), 5);
  return before.some((item) => isWordLike(item, otherVerb));
}

/** "in the morning 20 mg, in the evening again 10 mg": a time of the day ahead of its own dose. */
export function isOfNextDose(items: readonly Item[], at: number, schedule: Schedule): boolean {
  if (schedule.kind !== "frequency" || schedule.perDay?.high !== 1) return false;
  if (!isBreak(items[at - 1], "comma") && !isMark(items[at - 1], "and")) return false;
  const again = isWordLike(items[at + 1], /^(?:again|another|only|just)$/) ? 1 : 0;
  return items[at + 1 + again]?.kind === "measure";
}

/** "repeat once after 10 minutes" says nothing about the dose's own times. */
export function isRepeat(items: readonly Item[], at: number, schedule: Schedule): boolean {
  return schedule.kind === "frequency" && schedule.once === true && isMark(items[at - 1], "repeat");
}

/** "repeated up to three times", "may be repeated once". */
export function repeatCount(items: readonly Item[], at: number): number | undefined {
  for (let i = at + 1; i <= at + 4; i++) {
    const item = items[i];
    if (item?.kind === "schedule" && item.schedule.kind === "frequency")
      return item.schedule.once ? 1 : item.schedule.perDay?.high;
    if (item?.kind === "break") return undefined;
  }
  return undefined;
}

/** "…, all for 14 days", "…, both for 7 days", "X once daily with Y twice daily, for 8 weeks". */
export function isForAll(items: readonly Item[], at: number, schedule: Schedule): schedule is Time {
  if (schedule.kind !== "time" || schedule.role !== "duration") return false;
  return isWordLike(items[at - 1], /^(?:all|both)$/) || isBehindPair(items, at);
}

/** Behind a comma, and two medicines that are given with each other and have no length so far. */
function isBehindPair(items: readonly Item[], at: number): boolean {
  if (!isBreak(items[at - 1], "comma", "dash")) return false;
  const said = itemsBefore(items, at - 1, (item) => isBreak(item, "sentence", "semicolon", "colon", "cell"));
  const last = said.findLastIndex(({ kind }) => kind === "medicine");
  return (
    isMark(said[last - 1], "and", "with") &&
    said.slice(0, last).some(({ kind }) => kind === "medicine") &&
    !said.some((item) => isMark(item, "or", "then") || isBreak(item, "comma") || isLength(item))
  );
}

const isLength = (item: Item): boolean =>
  item.kind === "schedule" && item.schedule.kind === "time" && item.schedule.unit.factor >= 24;

/** "7 days" behind a comma, in a cell of its own, or before "course". */
export function isBareDuration(items: readonly Item[], at: number): boolean {
  const [before, after] = [items[at - 1], items[at + 1]];
  if (isWordLike(after, /^(?:course|treatment)$/)) return true;
  if (isWordLike(after, /^(?:later|after|before|old)$/)) return false;
  // "course of 5 days", "over a period of 10 days"
  if (isMark(before, "of") && isWordLike(items[at - 2], /^(?:course|period|total|minimum)$/)) return true;
  if (before?.kind === "break") return before.strength !== "open";
  return (
    before?.kind === "schedule" &&
    (before.schedule.kind === "frequency" || before.schedule.kind === "divided")
  );
}

/** "except in pregnant women and children under 8 years", "not for infants". */
export function isExcluded(items: readonly Item[], at: number): boolean {
  // "beyond the neonatal period", "after the newborn period"
  const beyond = isWordLike(items[at - 1], /^the$/) ? items[at - 2] : items[at - 1];
  if (isWordLike(beyond, /^(?:beyond|after|outside|past)$/)) return true;
  for (let i = at - 1; i >= at - 8; i--) {
    const item = items[i];
    if (isMark(item, "without")) return true;
    const next = items[i + 1];
    if (isMark(item, "not"))
      return next?.kind === "population" || isWordLike(next, /^for$/) || isMark(next, "in");
    if (item?.kind !== "population" && item?.kind !== "word" && item?.kind !== "mark") return false;
  }
  return false;
}

/** "| Men | Pregnant women |" above two orders: the second column's patients are not the first one's. */
export function isOfNextCell(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (items[before]?.kind === "population" || items[before]?.kind === "condition") before--;
  if (!isBreak(items[before], "cell")) return false;
  const cell = itemsFrom(items, at, endsCell);
  const named = cell.findIndex(({ kind }) => kind === "medicine");
  return named >= 0 && cell.slice(named).some(({ kind }) => kind === "measure");
}

/** "for adults", "in adults": the population belongs to what stands before it. */
export function isLedIn(items: readonly Item[], at: number): boolean {
  return isWordLike(items[at - 1], /^(?:for|to|at)$/) || isMark(items[at - 1], "in");
}

/** "Such a child", "these infants": whom was said before. */
export function pointsBack(items: readonly Item[], at: number, { age, weight }: Population): boolean {
  if (age || weight) return false;
  const article = isWordLike(items[at - 1], /^an?$/) ? 2 : 1;
  return isWordLike(items[at - article], article === 2 ? /^such$/ : /^(?:such|these|those)$/);
}

/** "… in adults and 5 mg …": the population closes what is before it. */
export function endsPhrase(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return next?.kind === "break" ? next.strength !== "colon" : next?.kind === "mark";
}

/** In running text a qualifier counts where it opens a sentence or stands with what it qualifies. */
export function isTelling(items: readonly Item[], at: number, id: string): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  // "Flares are prevented with colchicine"
  if (id === "prophylaxis" && (isMark(next, "with") || isWordLike(next, /^by$/))) return true;
  if (timely.test(id) || isNamedPhase(id) || before?.kind === "condition" || next?.kind === "condition")
    return true;
  if (isMark(before, "in") || isWordLike(before, /^(?:for|if|when)$/)) return true;
  return itemsBefore(items, at, endsSentence, 4).length < 4;
}

/** ", from week 2 on", "; in week 3": it opens a part of the sentence. */
export function isLedOff(items: readonly Item[], at: number): boolean {
  const led =
    isWordLike(items[at - 1], /^(?:from|during|for|at|after)$/) || isMark(items[at - 1], "in", "then");
  const before = led ? items[at - 2] : items[at - 1];
  return isBreak(before, "comma", "semicolon") || isMark(before, "and", "then");
}

/** "malaria (uncomplicated)", "pneumonia (community-acquired, severe)": only qualifiers stand between. */
export function qualifiesBefore(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 1; i--) {
    const item = items[i];
    if (isBreak(item, "open")) return items[i - 1]?.kind === "condition";
    if (item?.kind !== "condition" && !isBreak(item, "comma") && !isMark(item, "or", "and")) return false;
  }
  return false;
}

/** "until meningitis has been excluded", "without shock". */
export function isDenied(items: readonly Item[], at: number): boolean {
  if (isSpared(items, at)) return true;
  // "alcohol withdrawal excluded, …"
  const ends = items[at + 2] === undefined || isBreak(items[at + 2], "comma", "sentence", "semicolon");
  if (isMark(items[at + 1], "without") && ends) return true;
  for (let i = at - 1; i >= at - 3; i--) {
    const item = items[i];
    if (item?.kind === "break") return false;
    if (isMark(item, "not", "without") || isWordLike(item, denyingWord)) return true;
  }
  if (hasGone(items, at)) return true;
  // "in whom tuberculosis has been excluded"
  const verbs = items
    .slice(at + 1, at + 4)
    .findIndex((item) => !isWordLike(item, /^(?:has|have|is|been|was)$/));
  return isWordLike(items[at + verbs], /^been$/) && isMark(items[at + 1 + verbs], "without");
}

/** "Brucellosis, spine not involved", "the joints are spared" */
export function isSpared(items: readonly Item[], at: number): boolean {
  const next = isWordLike(items[at + 1], /^(?:is|are)$/) ? at + 2 : at + 1;
  return (
    isWordLike(items[next], /^spared$/) ||
    (isMark(items[next], "not") && isWordLike(items[next + 1], /^(?:involved|affected)$/))
  );
}

/** "When vomiting has stopped", "once the fever has settled", "after convulsions cease". */
function hasGone(items: readonly Item[], at: number): boolean {
  let next = at + 1;
  while (isWordLike(items[next], /^(?:has|have|is|are|been|was|were|now)$/)) next++;
  return next <= at + 3 && isWordLike(items[next], gone);
}
const gone =
  /^(?:stop(?:s|ped)?|ceased?|ceases|settle(?:s|d)?|resolve(?:s|d)?|subside(?:s|d)?|gone|passed|over|controlled|improve(?:s|d)?|abate(?:s|d)?)$/;

/** "for 4 weeks more": it goes on from what was given before. */
export function isFurther(items: readonly Item[], at: number, schedule: Schedule): boolean {
  return (
    schedule.kind === "time" && schedule.role === "duration" && isWordLike(items[at + 1], /^(?:more|longer)$/)
  );
}

/** "notably in women below 30 years", "especially the elderly": for others as well. */
export function isStressed(items: readonly Item[], at: number, { groups, age }: Population): boolean {
  const before = items.slice(Math.max(0, at - 3), at);
  // "Adults (including pregnant women)"
  const isSome = !age && groups.every((group) => /^(?:women|pregnant|breastfeeding|elderly)$/.test(group));
  if (isSome && before.some((item) => isWordLike(item, /^(?:including|included|even)$/))) return true;
  return before.some((item) =>
    isWordLike(item, /^(?:notably|especially|particularly|mainly|mostly|chiefly)$/),
  );
}

/** "In a newborn, or where azithromycin is refused, …": a choice that any patient may come to. */
export function isWidened(items: readonly Item[], at: number): boolean {
  const or = isBreak(items[at + 1], "comma") ? at + 2 : at + 1;
  if (!isMark(items[or], "or") || !isWordLike(items[or + 1], /^(?:where|if|when|whenever|wherever)$/))
    return false;
  const clause = items.slice(or + 2, or + 10);
  const end = clause.findIndex(isAnyBreak);
  const said = end < 0 ? clause : clause.slice(0, end);
  return said[0]?.kind === "medicine" && said.some((item) => isWordLike(item, isLacking));
}
const isLacking = /^(?:refused|declined|unavailable|available|unobtainable|lacking|missing|stock|tolerated)$/;

/** "for meningitis", "in severe malaria", "if there is shock"; but not "(avoid if peptic ulcer)". */
export function isIntroduced(items: readonly Item[], at: number): boolean {
  const led = itemsBefore(items, at, isAnyBreak, 5);
  const isLed = (item: Item | undefined) =>
    isWordLike(item, /^(?:for|against|treat|if|when)$/) || isMark(item, "in");
  return led.slice(-4).some(isLed) && !led.some((item, i) => isWarned(item, led[i + 1]));
}

const isWarned = (item: Item, next: Item | undefined) =>
  isMark(item, "avoid") ||
  (isMark(item, "not") && (isMark(next, "in") || isWordLike(next, /^(?:if|when|for)$/)));

/** "**Pralidoxime (adults).** Loading dose …": whom the paragraph is about. */
export function isOfHead(items: readonly Item[], at: number): boolean {
  const before = items.slice(0, at).filter((item) => item.kind !== "break");
  return (
    before.length === 1 &&
    before[0]?.kind === "medicine" &&
    isBreak(items[at - 1], "open") &&
    isBreak(items[at + 1], "close") &&
    isBreak(items[at + 2], "sentence")
  );
}

/** "Phenoxymethylpenicillin, 5 days, one tablet …", "four weeks of X 960 mg": a length beside the name. */
export const isBesideName = (items: readonly Item[], at: number): boolean =>
  (items[at - 2]?.kind === "medicine" &&
    isBreak(items[at - 1], "comma") &&
    isBreak(items[at + 1], "comma")) ||
  (isMark(items[at + 1], "of") &&
    items[at + 2]?.kind === "medicine" &&
    !isWordLike(items[at - 1], /^(?:after|within|before|first|last|next|another|further|every|than|since)$/));

export const isDays = (schedule: Schedule): schedule is Time =>
  schedule.kind === "time" && schedule.unit.factor >= 24;

/** "Triple therapy for 14 days: …", "treatment lasts 7 days: …" */
export const leadsIn = (items: readonly Item[], at: number, { role }: Time): boolean =>
  isBreak(items[at + 1], "colon") &&
  (role === "duration" || isWordLike(items[at - 1], /^(?:lasts?|takes?)$/));

/** "…, the day after methotrexate; 10 mg …": when, not what. */
export function isTimeOf(items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  const timed = before?.kind === "word" && /^(?:after|before)$/.test(before.text);
  return timed && (next === undefined || isBreak(next, "semicolon", "sentence", "comma", "close"));
}

/** "IV at first and then orally": the same dose by the other route. */
export function isOnwardRoute(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    isMark(items[at - 1], "then") && (next === undefined || next.kind === "break" || next.kind === "schedule")
  );
}

/** "After loading, 5 g every 4 hours", "12 hours after the last load, 5 mg/kg". */
export function isBehindLoading(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (before > at - 4 && isWordLike(items[before], /^(?:the|a|last|first|this|that)$/)) before--;
  return (
    isMark(items[at], "loading") &&
    isWordLike(items[before], /^after$/) &&
    isBreak(items[at + 1], "comma", "colon", "close")
  );
}
