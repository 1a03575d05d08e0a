// Whether a time says how long a treatment lasts: what stands before and behind it, and what was asked. It must not
// know whose length it is.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { endsCell, isAnyBreak, itemsBefore } from "./item-reach.ts";
import type { Time } from "./schedule.ts";

export const treatment =
  /^(?:treat(?:ed|ment|ments)?|anticoagulated|therapy|course|courses|antibiotics?|antimicrobials?|medicines?|regimen|regimens|prophylaxis|chemoprophylaxis|drops|ointment|cream|lotion|spray|lozenges|tablets?|capsules?|pills?|injections?|syrup|supply|packs?|cured?|drugs?|medication|phase|three|both|either|all|penicillins?|cephalosporins?|duration|length)$/;
/** "a 7-day course", "Seven-day supply". */
const measuredOut = /^(?:course|courses|supply|treatment|therapy|regimen|cure|pack|packs|schedule)$/;
/** A time that is not how long a treatment lasts. */
const otherTime =
  /^(?:after|within|before|since|past|last|every|old|ill|sick|unwell|febrile|feverish|symptomatic|cough(?:s|ed|ing)|vomit(?:s|ed|ing)|bled|bleeds?|bleeding|limped|itched|wheezed|suffered|complained|lived|stay(?:s|ed)|waited|travell?ed|absent|infectious|contagious|infective|admitted|hospitali[sz]ed|present|hoarse|review|return|repeat|follow|follow-up|wait|fever|cough|ago|ahead|later|first|next|another|longer|than|more|less|least|up)$/;
/** "Fever takes 4 to 5 days to settle." */
export const complaint = /^(?:fever|pain|cough|headache|rash|vomiting)$/;
const lasting =
  /^(?:for|count|prescribe[sd]?|last|lasts?|lasting|takes?|taken|given|gets?|receives?|needs?|continued?|continues|covers?|covering|during|is|are|all|both|each|completed?|completing|finish(?:ed)?|out|full|duration|length)$/;

export function covers(part: readonly Item[], at: number): boolean {
  return isWordLike(part[at - 1], /^(?:last|lasts|covers?|continues)$/);
}

/** "then cefixime 400 mg daily to complete 10 days": the length is that of all steps together. */
export function completes(part: readonly Item[], at: number): boolean {
  const led = part.slice(Math.max(0, at - 4), at);
  const verb = led.findLastIndex(
    (item) =>
      item.kind === "word" &&
      ((/^(?:complet(?:e|es|ing)|up)$/.test(item.text) &&
        isMakingUp(item.text, part[part.indexOf(item) - 1])) ||
        (item.text === "course" && isTotal(part[part.indexOf(item) - 1]))),
  );
  return (
    verb >= 0 &&
    !led.slice(verb).some(({ kind }) => kind === "measure" || kind === "schedule" || kind === "break")
  );
}

/** "To make up 14 days" */
const isMakingUp = (word: string, before: Item | undefined): boolean =>
  word !== "up" || isWordLike(before, /^(?:makes?|making)$/);

/** "All four medicines twice daily for 14 days"; but "all for 2 months, then two for 4 months". */
export function isOfEach(piece: readonly Item[], at: number): boolean {
  const stepped = piece.some((item) => isMark(item, "then"));
  const said = piece.slice(0, at).findLast((item) => isWordLike(item, /^(?:all|both|each)$/));
  return said !== undefined && !stepped;
}

/** "How long do I take it?", "When am I done?", "May she stop?" */
export function asksLength(earlier: readonly Item[]): boolean {
  const words = earlier.map((item) =>
    item.kind === "word" ? item.text : item.kind === "mark" ? item.mark : item.kind,
  );
  return askedLength.test(words.join(" "));
}
const askedLength =
  /\bhow +(?:long|many +(?:days|weeks|months))\b|\bwhen\b.*\b(?:done|over|ends?|stop|finish(?:ed)?|complete|last)\b|\b(?:may|can|should) +\w+(?: +\w+)? +(?:stop|finish)\b|\bwhy +(?:so +)?long(?:er)?\b/;

/** "After three months, if …": to a question for the length. */
export function answers(piece: readonly Item[], at: number, earlier: readonly Item[]): boolean {
  const led = piece.slice(0, at).every((item) => item.kind === "word" || item.kind === "mark");
  return led && at <= 2 && asksLength(earlier);
}

const isTotal = (item: Item | undefined) =>
  isMark(item, "total") || isWordLike(item, /^(?:whole|entire|full)$/);

/** "You will need it for 6 months", "stop at 5 days": the medicine that was named last. */
export function refersBack(piece: readonly Item[], at: number): boolean {
  const led = piece.slice(Math.max(0, at - 4), at);
  const said = led.findLastIndex((item) => isWordLike(item, /^(?:it|them|stop|course)$/));
  return said >= 0 && led.slice(said).every(({ kind }) => kind === "word" || kind === "mark");
}

export function isDuration(item: Item): item is Item & { kind: "schedule"; schedule: Time } {
  return item.kind === "schedule" && item.schedule.kind === "time" && item.schedule.unit.factor >= 24;
}

/** "The continuation phase lasts a further four months", "for another 4 weeks" */
function isAdded(part: readonly Item[], at: number): boolean {
  const further = isWordLike(part[at - 1], /^(?:further|another|additional|more)$/);
  const verb = part[isWordLike(part[at - 2], /^an?$/) ? at - 3 : at - 2];
  return further && isWordLike(verb, /^(?:lasts?|takes?|for|continues|runs?)$/);
}

/** "for 7 days", "lasts 7 months", "(10 days)", "azithromycin, 7 days", "a 7-day course". */
export function introduced(part: readonly Item[], at: number): boolean {
  const item = part[at];
  if (item?.kind === "schedule" && item.schedule.kind === "time" && item.schedule.role === "duration")
    return true;
  const [before, behind] = [part[at - 1], part[at + 1]];
  if (isAdded(part, at)) return true;
  if (before?.kind === "word" && before.text === "after" && (isOfTreatment(part, at) || isStopped(part, at)))
    return true;
  // "not exceeding 5 days"; but "at least 3 doses and no more than 5 days"
  if (isMark(before, "max") && !isMark(part[at - 2], "and")) return true;
  // "for the standard ten days"
  if (
    isWordLike(before, /^(?:standard|usual|full|whole|entire|recommended|prescribed)$/) &&
    isWordLike(part[at - 2], /^(?:the|her|his|their|your)$/)
  )
    return true;
  // "Total duration of antibiotics 3 weeks", "stopped after 5 days"
  const led = part.slice(Math.max(0, at - 5), at);
  const names = led.findIndex((one) => isWordLike(one, /^(?:duration|length|stop|stopped|course)$/));
  if (names >= 0 && led.slice(names).every(({ kind }) => kind !== "break")) return true;
  if (isWordLike(behind, measuredOut)) return true;
  // "Ten days of ceftriaxone", "ten days are enough"
  if (isOfTreatment(part, at) || suffices(part, at) || isMark(behind, "total")) return true;
  if (isFinished(part, at)) return true;
  if (before?.kind === "break") return isBreak(before, "open", "comma", "colon", "dash");
  if (isMark(before, "of")) {
    const what = part[at - 2];
    return (
      isMark(what, "total") ||
      isWordLike(what, /^(?:course|period|duration|length|minimum|is)$/) ||
      isTotalBefore(part, at - 2)
    );
  }
  return isMark(before, "total", "equals") || isWordLike(before, lasting);
}

/** "A total, hospital days included, of seven days" */
function isTotalBefore(part: readonly Item[], close: number): boolean {
  if (!isBreak(part[close], "comma", "close", "dash")) return false;
  const open = part.slice(0, close).findLastIndex((item) => isBreak(item, "comma", "open", "dash"));
  return isMark(part[open - 1], "total") && close - open < 8;
}

/** "She finishes the five days" */
export const isFinished = (part: readonly Item[], at: number): boolean =>
  isWordLike(part[at - 1], /^(?:the|all|her|his|their|your)$/) &&
  isWordLike(part[at - 2], /^(?:finish(?:es|ed)?|completes?|completed)$/);

/** "Length: 30 days", "Duration of treatment: …" */
export const isLabelled = (piece: readonly Item[]): boolean =>
  isWordLike(piece[0], /^(?:length|duration)$/) && piece.slice(1, 4).some((item) => isBreak(item, "colon"));

/** "Ten days are enough", "one week of treatment suffices" */
export function suffices(part: readonly Item[], at: number): boolean {
  const of = isOfTreatment(part, at) ? at + 3 : at + 1;
  const isVerb = isWordLike(part[of], /^(?:is|are)$/) && !isMark(part[of + 1], "not");
  return isWordLike(part[isVerb ? of + 1 : of], /^(?:enough|sufficient|suffices?|adequate)$/);
}

/** "After fluoxetine the gap is 5 weeks", "a washout of 14 days" */
const apart = /^(?:gaps?|interval|wash-?out|pause|break|distance|apart|drug-free|treatment-free)$/;
/** Items in which such a word stands before its time. */
const apartReach = 4;

function isGap(part: readonly Item[], at: number): boolean {
  const before = itemsBefore(part, at, isAnyBreak, apartReach);
  return [...before, ...part.slice(at + 1, at + 2)].some((item) => isWordLike(item, apart));
}

/** "handed out a fortnight at a time" */
const isPortion = (part: readonly Item[], at: number): boolean =>
  part
    .slice(at + 1, at + 7)
    .some(
      (item, i, all) =>
        isWordLike(item, /^at$/) &&
        all.slice(i + 1, i + 4).some((one) => isWordLike(one, /^(?:time|visit)$/)),
    );

/** "No alcohol during metronidazole and for two days afterwards" */
const isAfterwards = (part: readonly Item[], at: number): boolean =>
  isMark(part[at + 1], "then") && (part[at + 2] === undefined || part[at + 2]?.kind === "break");

/** "A breath test is booked for six weeks after the last day": when, and not for how long. */
const planned = /^(?:booked|appointments?|scheduled|arranged?|planned|due)$/;

/** "no oedema for 14 days" */
const isFreeOf = (part: readonly Item[], at: number): boolean =>
  part[at - 1]?.kind === "condition" && isMark(part[at - 2], "without", "not");

export function isOther(part: readonly Item[], at: number): boolean {
  if (isFreeOf(part, at)) return true;
  if (isGap(part, at) || isPortion(part, at) || isAfterwards(part, at)) return true;
  if (itemsBefore(part, at, isAnyBreak, 5).some((item) => isWordLike(item, planned))) return true;
  if (isAdded(part, at) && part.some((item) => item.kind === "condition" && /-phase$/.test(item.id)))
    return false;
  const after = part[at - 1];
  // "are stopped after 5 days"
  const ended = part.slice(Math.max(0, at - 8), at - 1).some((item) => isWordLike(item, closing));
  if (
    after?.kind === "word" &&
    after.text === "after" &&
    (isStopped(part, at) || (ended && isOfTreatment(part, at)))
  )
    return false;
  // "as for the scalp, but for 2 weeks"
  if (part.slice(Math.max(0, at - 3), at).some((item) => item.kind === "word" && item.text === "but"))
    return true;
  const behind = goesOnAfter(part, at) ? [] : part.slice(at + 1, at + 2);
  const near = [...part.slice(Math.max(0, at - 2), at), ...behind];
  // "the tablets last 14 days", but "the last 14 days"
  const verb = (item: Item, i: number) =>
    item.kind === "word" &&
    item.text === "last" &&
    ((near[i - 1]?.kind === "word" && isPlural(near[i - 1])) ||
      isWordLike(near[i - 1], /^which$/) ||
      isWordLike(near[i + 1], portions));
  return near.some(
    (item, i) =>
      (isWordLike(item, otherTime) && !verb(item, i)) ||
      (item.kind === "condition" && complaint.test(item.id)),
  );
}

/** "Go on taking it for one week after you have left": what has an end counted from what happens. */
const goesOnAfter = (part: readonly Item[], at: number): boolean =>
  isWordLike(part[at + 1], /^after$/) && part.slice(at + 2, at + 7).some((item) => isWordLike(item, event));
const event =
  /^(?:leav(?:es?|ing)|left|returns?|returned|returning|home|back|travel|journey|departure|birth|delivery|operation|surgery)$/;

/** "last dose on day 10" */
export const portions = /^(?:doses?|tablets?|capsules?|injections?|pills?)$/;

/** "Stop after", "you will finish it after" */
const isStopped = (part: readonly Item[], at: number): boolean =>
  isStop(part[at - 2]) || (isWordLike(part[at - 2], /^(?:it|them|this|these)$/) && isStop(part[at - 3]));

/** "Do not stop either before four weeks" */
export const keepsOn = (part: readonly Item[], at: number): boolean => {
  const before = part.slice(Math.max(0, at - 5), at);
  const stop = before.findIndex((item) => isStop(item) || isWordLike(item, /^stopped$/));
  return stop > 0 && before.slice(0, stop).some((item) => isMark(item, "not") || isWordLike(item, /^never$/));
};

const isStop = (item: Item | undefined) => isWordLike(item, /^(?:stop|ends?$|finish|over$|done$)/);
const closing =
  /^(?:over|done|stop(?:s|ped)?|ends?|finish(?:ed)?|complet(?:e|ed)|discontinued?|last|out|removed?|empty)$/;

/** "after 10 days of antibiotics" */
function isOfTreatment(part: readonly Item[], at: number): boolean {
  const [of, what] = part.slice(at + 1, at + 3);
  return isMark(of, "of") && (what?.kind === "medicine" || isWordLike(what, treatment));
}

const isPlural = (item: Item | undefined) =>
  item?.kind === "word" && /[^s]s$/.test(item.text) && item.text !== "this";

/** "| Start ART after TB treatment begins | Within 8 weeks |" */
export function isWhenToBegin(piece: readonly Item[], at: number): boolean {
  const before = itemsBefore(piece, at, (item) => endsCell(item) || isBreak(item, "semicolon", "sentence"));
  return before.some((item) => isWordLike(item, beginning) || isMark(item, "initial"));
}
const beginning =
  /^(?:starts?|started|starting|begins?|began|initiat\w+|timing|delay|interval|between|within)$/;

/** "If you are on the two-medicine regimen, …": which treatment is meant, no case that may happen. */
export function saysWhichTreatment(clause: readonly Item[]): boolean {
  const words = clause.filter((item) => item.kind === "word" || item.kind === "mark");
  const isNamed = clause.some((item) => item.kind === "medicine" || isWordLike(item, treatment));
  return (
    isNamed &&
    words.some((item) => isWordLike(item, taking)) &&
    !words.some((item) => isMark(item, "not", "without") || isWordLike(item, /^(?:already|cannot|no)$/)) &&
    clause.every(({ kind }) => kind === "word" || kind === "mark" || kind === "medicine")
  );
}
/** "If it is not at hand, …", "Where the family declines the injection, …": what is then given lasts as long as ever. */
export const saysWhy = (clause: readonly Item[]): boolean =>
  clause.some(
    (item) =>
      isWordLike(item, choosing) || (item.kind === "condition" && /^(?:allergy|alternative)$/.test(item.id)),
  );
const choosing =
  /^(?:available|unavailable|hand|stock|refus(?:es|ed|al)|declin(?:es|ed)|tolerated|swallow|obtained|missing|lacking|had)$/;

/** "When it shows no vegetation, the cefazolin is stopped after …": it ends as planned. */
export const endsAsPlanned = (clause: readonly Item[], main: readonly Item[]): boolean =>
  main.some((item) => isWordLike(item, closing)) &&
  clause.some(
    (item) =>
      isMark(item, "without") ||
      isWordLike(item, /^(?:better|well|settled|afebrile|clear(?:ed)?|improved|improves|recovered)$/),
  );

const taking = /^(?:on|takes?|taking|given|gets?|receiv(?:es?|ing)|prescribed|having|chosen|choose|chose)$/;

/** Above "Hip replacement: 28 days." */
export const lengthHead =
  /^\W*(?:\d+(?:\.\d+)*\W+)?(?:how +long\b|(?:total +)?(?:duration|length|course)\b[^.]{0,60}$|days +of\b)/i;

/** "Hip replacement: 28 days." */
export function saysLengthOf(items: readonly Item[]): boolean {
  const long = items.filter(isDuration);
  const sentences = items.slice(0, -1).filter((item) => isBreak(item, "sentence"));
  const told = items.findIndex((item) => isBreak(item, "colon", "dash"));
  return long.length === 1 && sentences.length === 0 && told > 0 && items.indexOf(long[0] as Item) > told;
}

/** "Length: 30 days" */
export const opensWithLength =
  /^\W*(?:(?:total|whole|full) +)?(?:length|duration|course|how +long)(?: +of +(?:treatment|course|therapy))?[ *_]{0,4}:/i;
