// What a quantity adds to the orders that are read: a dose, a maximum, a strength, a volume, or nothing. It must not
// know of the other slots.

import { diluentBehind, isCarrier, isDiluted, isDilutedIn, isPouredInto } from "./diluent.ts";
import {
  dailyMaximum,
  isCompared,
  isCountOf,
  isDoseUnit,
  isGrowth,
  isOfPatient,
  isSameDose,
  isStep,
  isStrength,
  type Known,
} from "./dose-clues.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { type Measure, tidy } from "./measure.ts";
import { formatMeasure } from "./measure-format.ts";
import {
  earlierDoseEnd,
  isBehindForeignName,
  isBehindOtherLabel,
  isOfForeign,
  isOfForeignAgain,
  medicineBehind,
  replacedEnd,
} from "./medicine-clues.ts";
import { numberOf } from "./number-word.ts";
import {
  addMaximum,
  addPart,
  addSameDose,
  addSameVolume,
  addVolume,
  countInstead,
  type Draft,
} from "./order-draft.ts";
import type { OrderState } from "./order-state.ts";

export function readMeasure(state: OrderState, measure: Measure): void {
  const { unit, per } = measure;
  const [items, at, draft] = [state.items, state.at, state.draft];
  const combined = state.combining;
  state.combining = undefined;
  const earlier = earlierDoseEnd(items, at) ?? (draft && replacedEnd(items, at));
  if (earlier !== undefined) state.at = earlier;
  else if (combined && draft) addPart(draft, combined, measure);
  else if (state.onlyMaxima && !state.draft && !state.max) return;
  else if (state.max || (state.upTo && isCeiling(state))) readMaximum(state, measure);
  else if (isOfPatient(items, at) || isClearance(items, at, measure))
    state.purpose.sayQualifier(`at ${formatMeasure(measure)}`);
  else if (isCompared(items, at) || isStep(items, at) || isGrowth(items, at, measure) || isOfOther(state))
    return;
  else if (per.mL !== undefined || per.form !== undefined || unit.dimension === "proportion")
    readConcentration(state, measure);
  else if (unit.dimension === "volume") readVolume(state, measure);
  else if (isDoseUnit(unit) && unit.code !== "breath" && unit.code !== "kg") readDose(state, measure);
}

/** "25–50 mL/min: give …": below a heading or sentence on the kidneys. */
function isClearance(items: readonly Item[], at: number, { unit, per }: Measure): boolean {
  const minutely = per.hours !== undefined && per.hours < 0.02 && !per.kg;
  return unit.dimension === "volume" && minutely && isBreak(items[at + 1], "colon");
}

function readDose(state: OrderState, measure: Measure): void {
  const [items, at, draft] = [state.items, state.at, state.draft];
  const enclosed = state.enclosed;
  // "0.5 mg with oxytocin 5 units in one ampoule": what holds both.
  const holds = measure.unit.dimension === "form" && measure.high === 1 && isMark(items[at - 1], "in");
  if (draft && holds && draft.dose.unit.dimension !== "form") return;
  if (draft && measure.unit.code === "drop" && measure.per.hours !== undefined) draft.rate ??= measure;
  else if (isStrength(items, at, measure, { draft, enclosed })) addConcentration(state, measure);
  else if (draft && isSameDose(items, at, measure, known(state, draft))) addSameDose(draft, measure);
  else if (draft && isCountOf(items, at, measure, known(state, draft))) countInstead(draft, measure);
  else {
    const before = enclosed ? draft : undefined;
    state.begin(countedMeasure(items, at, measure));
    // "1 g 8-hourly (500 mg in the elderly)": as often, where nothing else is said.
    state.alike = state.draft?.medicine === before?.medicine ? before : undefined;
  }
}

/** "Two 5 mg tablets", "half a 20 mg tablet": so much is given. */
function countedMeasure(items: readonly Item[], at: number, measure: Measure): Measure {
  const [first, last] = [items[at - 2], items[at - 1]];
  if (!isWordLike(items[at + 1], oneForm) || measure.low !== measure.high || measure.parts) return measure;
  const isHalf = isWordLike(first, /^half$/) && isWordLike(last, /^an?$/);
  const count =
    isHalf || isWordLike(last, /^half$/)
      ? 0.5
      : last?.kind === "number"
        ? last.value
        : (last?.kind === "word" && numberOf(last.text)) || 1;
  if (count <= 0 || count > mostCounted || count === 1) return measure;
  return { ...measure, low: tidy(measure.low * count), high: tidy(measure.high * count) };
}
const oneForm = /^(?:tablets?|tabs?|capsules?|caps|suppositor(?:y|ies)|vials?|ampoules?|sachets?|pens?)$/;
const mostCounted = 12;

function known(state: OrderState, draft: Draft): Known {
  return { draft, enclosed: state.enclosed, leadUsed: state.patients.used, routes: state.routes };
}

/** "… as needed, up to 15 mg", "10 mg qid; up to 160 mg daily": more than which is not given. */
function isCeiling(state: OrderState): boolean {
  if (state.draft && state.enclosed) return true;
  // "… up to 48 hours, then 5 g": of the hours.
  if (!isMark(state.items[state.at - 1], "upTo") || state.items[state.at - 2]?.kind !== "break") return false;
  return state.draft !== undefined || (state.lastGoesOn !== undefined && state.patients.used);
}

function readMaximum(state: OrderState, measure: Measure): void {
  const maximum = dailyMaximum(state.items, state.at, measure);
  // "haloperidol 5 mg with promethazine 50 mg, no more than 12 mg of haloperidol"
  const [of, named] = state.items.slice(maximum.last + 1, maximum.last + 3);
  const own = isMark(of, "of") && named?.kind === "medicine" ? named.mention.medicine : undefined;
  const last = state.draft ?? state.orders.at(-1);
  const order =
    own && last?.medicine !== own ? state.orders.findLast(({ medicine }) => medicine === own) : last;
  state.at = maximum.last;
  // "tramadol 50 mg …; simvastatin at most 20 mg": of the medicine that was named since.
  if (order && (own || state.draft || !state.subject.isNewAfter(order))) addMaximum(order, maximum.measure);
  state.max = false;
  state.upTo = false;
}

function isOfOther(state: OrderState): boolean {
  const { items, at } = state;
  if (!isBehindForeignName(items, at) && !isBehindOtherLabel(items, at))
    return isOfForeign(items, at) || isOfForeignAgain(items, at);
  state.finish();
  state.subject.drop();
  return true;
}

function readConcentration(state: OrderState, measure: Measure): void {
  const { unit, per } = measure;
  const after = state.items[state.at + 1];
  if (per.hours !== undefined || (per.mL === 100 && unit.dimension === "mass")) return;
  // "90 mg: 10 % as a bolus": a share of the dose.
  if (unit.dimension === "proportion" && after?.kind === "word" && after.text === "as") return;
  const isOfNext = unit.dimension === "proportion" && after?.kind === "medicine";
  const isDiluent = state.draft && isCarrier(state.items, state.at + 1, state.draft.dilution !== undefined);
  // "in 500 mL of 5 % dextrose": the strength of what comes.
  if (isOfNext && !isDiluent) state.concentration = measure;
  else if (isOfNext) return;
  else addConcentration(state, measure);
}

function addConcentration(state: OrderState, measure: Measure): void {
  if (state.draft) state.draft.concentration ??= measure;
  else state.concentration ??= measure;
}

const tool = /^(?:syringes?|cups?|spoons?|pipettes?|burettes?|buretrols?|chambers?|gallipots?)$/;

function readVolume(state: OrderState, measure: Measure): void {
  const [items, at, draft] = [state.items, state.at, state.draft];
  // "Measure with a 1 mL syringe"
  if (isWordLike(items[at + 1], tool)) return;
  if (isPouredInto(items, at)) return;
  const diluent = diluentBehind(items, at);
  if (diluent !== undefined && state.subject.mention) {
    state.at = diluent;
    return;
  }
  if (!draft && !state.subject.isOwn && isDilutedIn(items, at + 1)) {
    state.at++;
    return;
  }
  const inside = isMark(items[at - 1], "in");
  const named = medicineBehind(items, at) !== undefined;
  if (draft && !state.enclosed && !inside && named) state.begin(measure);
  else if (draft && draft.dose.unit.dimension !== "volume")
    addVolume(draft, measure, inside || isMark(items[at - 2], "in") || isDiluted(items, at));
  else if (draft && (state.enclosed || isSameDose(items, at, measure, known(state, draft))))
    addSameVolume(draft, measure);
  // "dissolve in 10 mL of water": no dose of anything.
  else if (named || !inside) beginVolume(state, measure, inside);
}

/** `inside`: what the volume is of may be what something else is given in. */
function beginVolume(state: OrderState, measure: Measure, inside: boolean): void {
  const { items, at } = state;
  const dissolves = (inside || isDiluted(items, at)) && medicineBehind(items, at) !== undefined;
  state.begin(measure);
  if (state.draft && dissolves) state.draft.diluent = true;
}
