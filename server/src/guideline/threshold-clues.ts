// What stands around a word that may tell thresholds apart: whether it says that something is done, or only how things
// are. It must not know what else the text names.

import type { Analyte } from "../lexicon/analytes.ts";
import { kindByWord } from "../lexicon/threshold-words.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { isAnyBreak, itemsBefore } from "./item-reach.ts";

/** "receives blood", "blood is given", "one unit": they are transfused. */
export function isTransfused(
  word: string,
  items: readonly Item[],
  at: number,
  analyte: Analyte | undefined,
): boolean {
  if (isRedCells(word, items[at + 1])) return true;
  const bloodCount = /^(?:haemoglobin|haematocrit|open +mass)$/.test(analyte?.id ?? "");
  if (/^units?$/.test(word) && bloodCount)
    return wordsBefore(items, at, 1, /^(?:one|two|a|1|2|each|single)$/);
  if (word !== "blood") return false;
  const [next, later] = [items[at + 1], items[at + 2]];
  const given =
    isWordLike(next, /^(?:is|be|are)$/) &&
    isWordLike(later, /^(?:given|transfused|started|needed|indicated|prescribed|ordered)$/);
  const no = items[at - 1];
  const refused = no !== undefined && isMark(no, "without") && no.end - no.start === 2;
  return (
    given ||
    (bloodCount && refused) ||
    wordsBefore(
      items,
      at,
      3,
      /^(?:give|gives|given|receives?|gets?|needs?|order|requests?|requested|issue|start|cross-?match)$/,
    )
  );
}

const wordsBefore = (items: readonly Item[], at: number, reach: number, pattern: RegExp): boolean =>
  items.slice(Math.max(0, at - reach), at).some((one) => isWordLike(one, pattern));

/** "one unit of red cells": they are transfused. */
const isRedCells = (word: string, next: Item | undefined): boolean =>
  /^(?:red|packed)$/.test(word) && isWordLike(next, /^(?:cells?|red)$/);

/** "do not use", "do": what must not be given is not said to be done. */
export const isUnsaid = (word: string, items: readonly Item[], at: number): boolean =>
  (word === "do" && (isMark(items[at + 1], "not") || isWordLike(items[at - 2], /^what$/))) ||
  (/^(?:use|used)$/.test(word) && isMark(items[at - 1], "not")) ||
  isOther(word, items, at);

/** "With a normal ECG", "home oxygen", "hand-held": words of a kind that say nothing done. */
function isOther(word: string, items: readonly Item[], at: number): boolean {
  const [before, next] = [items[at - 1], items[at + 1]];
  // "Tolerance test", "the test is positive": the name of one, and nobody is told to do it.
  if (/^tests?$/.test(word) && items.length === 1) return true;
  if (/^tests?$/.test(word))
    return isWordLike(
      before,
      /^(?:tolerance|rapid|blood|urine|antigen|function|laboratory|skin|breath|the|this|that|a|dipstick|fasting)$/,
    );
  // "Reduced consciousness": how it is.
  if (/^(?:reduced|decreased|lowered)$/.test(word))
    return (
      next?.kind === "word" &&
      !/^(?:by|to|the|when|if|at|once|until)$/.test(next.text) &&
      !isWordLike(before, said)
    );
  // "Confirmed pressure of 150/100": how sure it is, and no definition.
  if (word === "confirmed")
    return next?.kind === "word" && !/^(?:by|on|if|when|at|with|as|in|within|only|once)$/.test(next.text);
  // "Send the child to the programme", unlike "send ferritin", "enter the result".
  if (/^(?:sen(?:ds?|t)|enters?)$/.test(word))
    return !items.slice(at + 1, at + 6).some((one) => one.kind === "population" || isWordLike(one, whereTo));
  // "Calls for blood": not by telephone.
  if (/^calls?$/.test(word))
    return isWordLike(next, /^for$/) && !isWordLike(items[at + 2], /^(?:help|the|a|advice|assistance)$/);
  // "Keeping the newborn warm"
  if (word === "keeping")
    return !(next?.kind === "word" && /^(?:it|above|below|between|within|under|over|at)$/.test(next.text));
  if (word === "held")
    return isWordLike(before, /^[-–]$/) || isWordLike(next, /^(?:there|at|below|between|under)$/);
  // "Home with advice", "send home".
  if (word === "home")
    return !(isSent(items, at) || (at === 0 && !(next?.kind === "word" || next?.kind === "medicine")));
  // "Card kept by the patient": where it is.
  if (word === "kept") return isWordLike(next, /^(?:by|at|behind|beside)$/);
  if (!/^normal(?:ly)?$/.test(word)) return false;
  // "Lochia normal", "whose tracing is normal", "the upper limit of normal": how it is, and nothing to be reached.
  const ahead = items.slice(Math.max(0, at - 3), at);
  return (
    at > 0 &&
    !ahead.some(
      (one) =>
        isMark(one, "without") ||
        isWordLike(one, /^(?:until|till|to|towards?|within|keep|keeps|aim|back|become|becomes|returns?)$/),
    )
  );
}

const whereTo = /^(?:to|into|on|patients?|him|her|them|programmes?|programs?|home)$/;
const said = /^(?:is|are|be|was|were|been|being|and|or|then|dose|rate)$/;

const isSent = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((one) =>
      isWordLike(one, /^(?:go|goes|going|sent|send|discharged?|allowed|return|returns|taken|back)$/),
    );

/** "MAP below 60 mmHg despite noradrenaline", "SpO2 stays below 88 % on oxygen": it is given already, not put on it there. */
export function isBackground(items: readonly Item[], at: number): boolean {
  const near = items[at - 1]?.kind === "word" ? [at - 1, at - 2] : [at - 1];
  if (near.some((i) => isWordLike(items[i], /^(?:despite|breathing)$/))) return true;
  const on = near.find((i) => isWordLike(items[i], /^on$/));
  if (on === undefined) return false;
  const before = items.slice(Math.max(0, on - 3), on);
  return !before.some((item) => isMark(item, "initial") || isWordLike(item, putting));
}
const putting =
  /^(?:put|puts|place[ds]?|keep|kept|commence[ds]?|maintain(?:ed)?|based|depend\w*|effects?|advice|guidance|see|section|chapter)$/;

/** "Bicarbonate 15 mEq/L or above": what is measured. */
export function isValueNext(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    next?.kind === "measure" &&
    (next.measure.per.mL ?? 0) >= 100 &&
    isMark(items[at + 2], "or", "and") &&
    isWordLike(items[at + 3], /^(?:above|below|more|less|higher|lower|over|under|greater)$/)
  );
}

/** "DKA and HHS excluded": who has them is meant by the rest. */
export function isExcluded(items: readonly Item[], at: number): boolean {
  let next = at + 1;
  while (next < at + 6 && (items[next]?.kind === "condition" || isMark(items[next], "and", "or"))) next++;
  const behind = items[next + 1];
  return isMark(items[next], "without") && (behind === undefined || behind.kind === "break");
}

/** "In facilities below 2,500 metres": in the valleys and on the heights values are others. */
export function heightOf(before: Item | undefined): string | undefined {
  if (isMark(before, "upTo")) return "low altitude";
  const word = before?.kind === "word" ? before.text : "";
  if (/^(?:below|under|<|to)$/.test(word)) return "low altitude";
  return /^(?:above|over|beyond|>|≥)$/.test(word) ? "high altitude" : undefined;
}

/** "change the fluid" is done, and no change of the value. */
const isToChange = (word: string, next: Item | undefined): boolean =>
  word === "change" && isWordLike(next, /^(?:the|to|over)$/);

/** "when it rises above 38": the value that is reached, unlike "a rise above baseline". */
const isToReach = (aspect: string, items: readonly Item[], at: number): boolean =>
  aspect === "difference" &&
  isWordLike(items[at + 1], /^(?:above|below|under|beyond|past)$/) &&
  !items.slice(at + 2, at + 5).some((item) => isWordLike(item, /^(?:baseline|previous|initial|usual)$/));

/** "A positive result with a count …": another test than the count itself; a person may be positive. */
const isOfTest = (items: readonly Item[], at: number): boolean =>
  isWordLike(
    items[at + 1],
    /^(?:tests?|results?|antigen|antibody|antibodies|smear|culture|film|slide|swab|dipstick|serology)$/,
  );

/** "Values before breakfast": when it is measured, and not when something is given. */
export const isFastingNext = (text: string, items: readonly Item[], at: number): boolean => {
  const before = items[at - 1];
  return /^(?:before +breakfast|on +waking)$/.test(text) && before?.kind !== "measure" && isName(before);
};
const isName = (item: Item | undefined): boolean =>
  item?.kind === "medicine" ? item.mention.medicine.name === "glucose" : item !== undefined;

/** Whether the word says which of several measurements is meant. */
export const isMeant = (aspect: string, word: string, items: readonly Item[], at: number): boolean =>
  (!/^(?:dry|dried)$/.test(word) || isWordLike(items[at + 1], /^(?:blood|spots?)$/)) &&
  (aspect !== "positive test" || isOfTest(items, at)) &&
  !(word === "meal" && isWordLike(items[at + 1], /^plans?$/)) &&
  !isToChange(word, items[at + 1]) &&
  // "Falling by less than 3 mmol/L": how much, unlike "a falling level".
  (!/^(?:falling|rising|dropping)$/.test(word) || isWordLike(items[at + 1], /^by$/)) &&
  !isToReach(aspect, items, at);

/** A mark of denial right before, or one word further back: "without any of the signs of distress". */
export function isDenied(items: readonly Item[], at: number): boolean {
  const isMarked = (item: Item | undefined) => isMark(item, "without", "not");
  if (itemsBefore(items, at, isAnyBreak, 2).some(isMarked)) return true;
  let back = at - 1;
  while (isMark(items[back], "of") || isWordLike(items[back], ofSigns)) back--;
  return back < at - 1 && isMarked(items[back]);
}
const ofSigns =
  /^(?:any|the|these|those|other|signs?|symptoms?|evidence|features?|history|danger|clinical|known|obvious|active)$/;

/** "Without bleeding, sepsis or heart disease": what denies the first of a list denies all of it. */
export function isDeniedInList(items: readonly Item[], at: number): boolean {
  let joined = false;
  for (let i = at - 1; i >= Math.max(0, at - longestList); i--) {
    const item = items[i];
    if (isMark(item, "without", "not")) return joined;
    if (isMark(item, "or")) joined = true;
    else if (isBreak(item, "comma")) joined ||= items.slice(at + 1, at + 5).some((one) => isMark(one, "or"));
    else if (item?.kind !== "word" && item?.kind !== "condition") return false;
    else if (item.kind === "word" && (kindByWord.has(item.text) || /^(?:with|but|if|when)$/.test(item.text)))
      return false;
  }
  return false;
}
const longestList = 8;

/** "No alteplase while …", "8 g/dL or more: no blood": told at the beginning, and not of who gets none. */
export function isRefused(items: readonly Item[], at: number): boolean {
  const [before, no] = [items[at - 2], items[at - 1]];
  const opens = before === undefined || before.kind === "break";
  return opens && no !== undefined && isMark(no, "without") && no.end - no.start === 2;
}

/** "do not start", "never give" */
export function isBarred(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 2), at).some((item) => isMark(item, "not"));
}

/** "do not", "should not", "avoid"; but not "if it does not improve", "who do not bleed", "do not delay". */
export function isForbidden(text: string, items: readonly Item[], at: number): boolean {
  if (text !== "not") return true;
  const verb = items.slice(at + 1, at + 4).find((one) => !isWordLike(one, /^(?:to|be)$/));
  const isPassive = isWordLike(
    verb,
    /^(?:given|done|started|transfused|used|performed|begun|offered|placed|thrombolysed)$/,
  );
  const told =
    isWordLike(items[at - 1], /^(?:do|should|must|may|can)$/) ||
    (isPassive && (isWordLike(items[at - 1], /^(?:is|are)$/) || isWordLike(items[at + 1], /^to$/)));
  return told && !isWordLike(items[at - 2], /^(?:who|that|which|they)$/) && !isUrged(items[at + 1]);
}

/** "do not leave her alone", "do not wait": what is done is done the sooner. */
export const isUrged = (next: Item | undefined): boolean =>
  isWordLike(next, /^(?:leave|delay|wait|hesitate|forget|miss|lose)$/);

/** "On chemotherapy", "after chemotherapy": who gets it already. */
export const isGoingOn = (word: string, items: readonly Item[], at: number): boolean =>
  word === "chemotherapy" &&
  itemsBefore(items, at, isAnyBreak, 3).some(
    (item) =>
      isMark(item, "in", "with", "of") ||
      isWordLike(item, /^(?:on|during|after|following|receiving|having|since|recent)$/),
  );
