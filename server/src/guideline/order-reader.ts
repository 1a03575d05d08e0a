// Reads the items of one sentence, list item or table row into orders: which dose belongs to which medicine,
// which frequency to which dose, where one order ends and the next begins. It must not know Markdown.

import type { Route } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import { isCompanion, isTakenAlready, takenCellEnd } from "./companion.ts";
import { isCarrier, isDilutedIn, isPouredInto } from "./diluent.ts";
import { isDoseAhead, isDoseNext, isLimit } from "./dose-clues.ts";
import { timely } from "./indication.ts";
import type { Break, Item, Mark, Phase } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { isOfOwnCell, opensSentence } from "./item-place.ts";
import {
  asideEnd,
  combinationOf,
  isAddedTo,
  isAmongReasons,
  isCountedBy,
  isExpressedIn,
  isFoundIn,
  isHeadedByUnknownName,
  isMeasured,
  isSetAside,
  replacedEnd,
  wholeBefore,
} from "./medicine-clues.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import type { Order } from "./order.ts";
import type { OrderContext } from "./order-context.ts";
import { addIndication, addSchedule, placed, reach } from "./order-draft.ts";
import { readMeasure } from "./order-quantity.ts";
import { share, shareDuration, shareLead } from "./order-share.ts";
import { OrderState } from "./order-state.ts";
import { tellWholes } from "./order-whole.ts";
import { joined, type Population } from "./population.ts";
import type { Schedule } from "./schedule.ts";
import { isOr } from "./scope.ts";
import { bans, isBegun, isForbidden, isLabel, isRetold, isState, refersBack } from "./sentence-clues.ts";
import {
  endsPhrase,
  isBehindLoading,
  isBesideName,
  isDays,
  isDenied,
  isExcluded,
  isForAll,
  isFurther,
  isIntroduced,
  isLedIn,
  isLedOff,
  isOfHead,
  isOfNextCell,
  isOfNextDose,
  isOfOtherAction,
  isOnwardRoute,
  isRepeat,
  isStressed,
  isTelling,
  isTimeOf,
  isWidened,
  leadsIn,
  pointsBack,
  qualifiesBefore,
  repeatCount,
} from "./slot-clues.ts";

const phases: readonly Phase[] = [
  "loading",
  "maintenance",
  "initial",
  "then",
  "increase",
  "reduce",
  "repeat",
  "test",
];

export function readOrders(items: readonly Item[], context: OrderContext): Order[] {
  const state = new OrderState(items, context);
  state.onlyMaxima = context.limits && isLimit(items);
  for (; state.at < items.length; state.at++) readItem(state, items[state.at] as Item);
  state.finish();
  share(state.orders, items, context.offset);
  if (state.leadDuration) shareLead(state.orders, state.leadDuration);
  tellWholes(state.orders, items);
  for (const [i, draft] of state.orders.entries()) {
    // "50 mg once daily. It may be raised to 200 mg": the first is what is begun with.
    const next = state.orders[i + 1];
    if (next?.phase === "increase" && next.medicine === draft.medicine && !draft.phase) draft.begun = true;
  }
  return state.orders.map((draft) => placed(draft, context));
}

function readItem(state: OrderState, item: Item): void {
  if (item.kind === "medicine") readMedicine(state, item.mention);
  else if (item.kind === "measure") readMeasure(state, item.measure);
  else if (item.kind === "schedule") readSchedule(state, item.schedule, item);
  else if (item.kind === "routes") readRoutes(state, item.routes, item.end);
  else if (item.kind === "population") readPopulation(state, item.population, item.end);
  else if (item.kind === "condition") readCondition(state, item.id, item);
  else if (item.kind === "mark") readMark(state, item.mark);
  else if (item.kind === "break") readBreak(state, item.strength);
}

function readMedicine(state: OrderState, mention: MedicineMention): void {
  const [items, at, before] = [state.items, state.at, state.items[state.at - 1]];
  const subject = state.subject;
  // "adrenaline (epinephrine)"
  const told = state.combining?.name.split("/") ?? [subject.mention?.medicine.name];
  if (state.enclosed && told.includes(mention.medicine.name)) return;
  if (
    subject.isOwn &&
    (isMeasured(items, at) || ((state.orders.length > 0 || state.draft) && isTimeOf(items, at)))
  )
    return;
  if ((subject.isOwn || state.draft) && isCountedBy(items, at)) return;
  if (isExpressedIn(items, at)) {
    state.nameAgain(wholeBefore(items, at, mention));
    return;
  }
  // "co-trimoxazole 6 mg/kg (of trimethoprim)": what the amount is counted in.
  if (state.enclosed && state.draft && isMark(before, "of")) return;
  state.combining = combinationOf(items, at, state.draft, mention);
  if (state.combining) return;
  const dilutes = state.draft?.dilution !== undefined;
  const carried = state.draft || subject.isOwn || isDilutedIn(items, at);
  if (carried && isCarrier(items, at, dilutes)) return;
  if ((state.draft || subject.isOwn) && isSetAside(items, at)) return;
  const passed = state.draft ? replacedEnd(items, at) : subject.isOwn ? asideEnd(items, at) : undefined;
  const aside = passed ?? (state.inTable ? takenCellEnd(items, at) : undefined);
  state.at = aside ?? at;
  if (aside !== undefined) return;
  const isTaken = isTakenAlready(items, at);
  if (isTaken) state.purpose.sayTaken(mention.medicine);
  if (isTaken || isCompanion(items, at)) return;
  if (isAmongReasons(items, at)) {
    state.finish();
    state.subject.drop();
    return;
  }
  if (isAddedTo(items, at, state.inTable) || (isMark(before, "of") && isPouredInto(items, at - 2))) return;
  state.finish();
  state.name(mention, isFoundIn(items, at));
  state.begun = isBegun(items, at);
  const dose = doseBeforeOf(items, at);
  // "for the IV route: ketamine"
  const way = isBreak(before, "colon") ? items[at - 2] : before;
  state.routes = way?.kind === "routes" ? way.routes : dose.routes;
  if (state.routes.length === 0) state.routes = state.leadRoutes;
  // "10 % glucose 5 mL/kg": the strength stands before the name.
  if (before?.kind !== "measure" || before.measure.unit.dimension === "volume")
    state.concentration = undefined;
  // "Day 2: isoniazid 50 mg", "monthly supervised rifampicin 600 mg"
  const adjacent = items[before?.kind === "word" || before?.kind === "routes" ? at - 2 : at - 1];
  const leads = adjacent?.kind === "schedule" ? adjacent.schedule : undefined;
  // "| Maintenance, every 4 hours | 5 g |" below the medicine's name: the row's own.
  if (state.inTable && items[at]?.start === items[at]?.end) return;
  state.schedules = state.schedules.filter(
    ({ schedule }) =>
      schedule.kind === "frequency" &&
      (schedule.on || schedule === leads || (dose.scheduled && schedule.once)),
  );
}

/** "one dose of vitamin A 100 000 IU", "a single oral dose of azithromycin 1 g". */
function doseBeforeOf(items: readonly Item[], at: number) {
  let i = at - 2;
  if (!isMark(items[at - 1], "of")) return { scheduled: false, routes: [] };
  const noun = items[i];
  if (noun?.kind === "word" && /^(?:dose|injection)$/.test(noun.text)) i--;
  const item = items[i];
  const routes = item?.kind === "routes" ? item.routes : [];
  return { scheduled: items[item?.kind === "routes" ? i - 1 : i]?.kind === "schedule", routes };
}

function readSchedule(state: OrderState, schedule: Schedule, span: Span): void {
  const [items, at] = [state.items, state.at];
  if (isOfOtherAction(items, at) || isRepeat(items, at, schedule)) return;
  if (isForAll(items, at, schedule))
    shareDuration(state.orders, state.sentence, { duration: schedule, span });
  if (state.max) {
    state.max = false; // "maximum 4 times a day", "for a maximum of 7 days"
    if (schedule.kind !== "time") return;
  }
  // "…; look again on day 5" is about something else.
  const apart = schedule.kind === "frequency" && schedule.on !== undefined;
  // "…; daily clofazimine 50 mg"
  const leads =
    schedule.kind === "frequency" && items[at - 1]?.kind === "break" && items[at + 1]?.kind === "medicine";
  const ofNext = leads || (state.draft?.frequency?.perDay !== undefined && isOfNextDose(items, at, schedule));
  if (ofNext) state.finish();
  const order = ofNext ? undefined : (state.draft ?? (apart ? undefined : state.lastGoesOn));
  if (order && isFurther(items, at, schedule)) order.phase ??= "then";
  if (order) addSchedule(order, { schedule, span }, items, at);
  else if (isDays(schedule) && isBesideName(items, at))
    state.schedules.push({ schedule: { ...schedule, role: "duration" }, span });
  else if (isDays(schedule) && state.isBeforeAll && leadsIn(items, at, schedule))
    state.leadDuration = { duration: schedule, span, sentence: state.sentence };
  else if (schedule.kind !== "time" || schedule.role !== "bare") state.schedules.push({ schedule, span });
}

function readRoutes(state: OrderState, routes: readonly Route[], end: number): void {
  const before = state.items[state.at - 1];
  // "slow IV (not IM)"
  if (isMark(before, "not", "avoid")) return;
  if (isLead(state)) state.leadRoutes = routes;
  // "| IV: 2 mg | IM: 4 mg |": the next cell's dose.
  const ofNextCell = isBreak(before, "cell") && state.items[state.at + 1]?.kind === "measure";
  if (ofNextCell && state.draft) {
    state.finish();
    state.routes = routes;
    return;
  }
  const draft = state.draft;
  const known = draft?.routes ?? state.routes;
  // "slow IV (or PR)"
  if (isMark(before, "or") && known.length > 0) {
    state.or = false;
    const both = [...new Set([...known, ...routes])];
    if (draft) draft.routes = both;
    else state.routes = both;
    return;
  }
  const last = state.lastGoesOn;
  const onward = isOnwardRoute(state.items, state.at) ? (draft ?? last) : undefined;
  if (onward && onward.routes.length > 0) onward.routes = [...new Set([...onward.routes, ...routes])];
  else if (draft) {
    if (draft.routes.length > 0 && draft.routes !== state.routes) return;
    draft.routes = routes;
    reach(draft, end);
  } else if (last?.routes.length === 0) last.routes = routes;
  else state.routes = routes;
}

/** "Oral first: lorazepam 1 mg, or promethazine 25 mg" */
function isLead({ items, at, draft, subject, inTable }: OrderState): boolean {
  const [before, next, then] = [items[at - 1], items[at + 1], items[at + 2]];
  const opens = before === undefined || isBreak(before, "sentence", "semicolon");
  const colon = isBreak(next, "colon") || (next?.kind !== "medicine" && isBreak(then, "colon"));
  return !draft && !subject.isOwn && !inTable && opens && colon;
}

function readPopulation(state: OrderState, population: Population, end: number): void {
  const [items, at, draft] = [state.items, state.at, state.draft];
  const enclosed = state.enclosed;
  const doseAhead = isDoseAhead(items, at);
  if (isOfHead(items, at)) {
    state.patients.head(population, true);
    return;
  }
  // "200 000 units (< 1 year = 100 000 units)"
  const other = enclosed && isMark(items[at + 1], "equals");
  if (
    isExcluded(items, at) ||
    isWidened(items, at) ||
    isStressed(items, at, population) ||
    (other && !doseAhead)
  )
    return;
  const nextCell = state.inTable && isOfNextCell(items, at);
  const leads = (!enclosed && isBreak(items[at + 1], "colon")) || nextCell;
  // "50 000 units under 6 months, 100 000 units …"
  // "2 mg for babies of 1500 g or more, 0.5 mg for smaller ones"
  const narrows = isMark(items[at - 1], "of") && items[at - 2]?.kind === "population";
  const follows = isLedIn(items, narrows ? at - 2 : at) || items[at - 1]?.kind === "measure";
  const isOfDraft = !leads && (!doseAhead || (follows && endsPhrase(items, at)));
  if (draft && isOfDraft) {
    draft.population = joined(draft.population, population);
    if (!enclosed || doseAhead) reach(draft, end);
    return;
  }
  state.finish();
  if (nextCell && items[at - 1]?.kind === "break") state.patients.endSentence();
  const first = !state.subject.isOwn;
  if (leads && !state.inTable) state.patients.head(population, opensSentence(items, at));
  if (pointsBack(items, at, population)) state.patients.sayAgain(population, first);
  else state.patients.say(population, first);
}

function readCondition(
  state: OrderState,
  id: string,
  { qualifier, start, end }: Extract<Item, { kind: "condition" }>,
): void {
  const [items, at, purpose] = [state.items, state.at, state.purpose];
  // In parentheses stand signs of what was named before them, or which kind of it: "malaria (uncomplicated)".
  const ofKind = qualifier && qualifiesBefore(items, at);
  if (isDenied(items, at) || (state.enclosed && purpose.isSaid && !ofKind)) return;
  const leads = isLedOff(items, at) || (state.inTable && start === end); // the next column's head
  const ofNextDose = timely.test(id) && leads && isDoseAhead(items, at);
  if (ofNextDose && state.draft) {
    // "In week 1 25 mg, from week 2 on 50 mg"
    state.finish();
    purpose.goOn(timely);
  } else if (state.draft) {
    // Behind a dose only what it is said to be for, and when in the treatment.
    const timed = /^(?:day|week|month) +/.test(id) && !(state.inTable && isOfOwnCell(items, at));
    if (isIntroduced(items, at) || timed) addIndication(state.draft, id, qualifier);
    return;
  }
  purpose.goOn();
  if (qualifier && state.context.where === "prose" && !isTelling(items, at, id)) return;
  if (qualifier) purpose.sayQualifier(id, start === end);
  else purpose.sayCondition(id, isOr(items[at - 1]));
  if (!state.subject.isOwn) purpose.holdForAll();
}

function readMark(state: OrderState, mark: Mark): void {
  const draft = state.draft;
  if (mark === "max") {
    state.max = true;
    // "Limits: lidocaine 3 mg/kg; bupivacaine 2 mg/kg"
    const opens = state.at === 0 || isBreak(state.items[state.at - 1], "sentence");
    state.onlyMaxima ||= opens && isBreak(state.items[state.at + 1], "colon") && !state.draft;
  } else if (mark === "upTo") state.upTo = true;
  else if (mark === "or") state.or = true;
  else if (mark === "not" && draft && isForbidden(state.items, state.at)) draft.negated = true;
  else if (bans(state.items, state.at)) state.not ||= !draft;
  else if (mark === "base" && draft) draft.base = true;
  else if (mark === "total") {
    if (draft && state.enclosed) draft.total = true;
    else state.total = true;
  } else if (mark === "bolus" || mark === "infusion") {
    if (draft) draft.mode ??= mark;
    else state.mode = mark;
  } else {
    const phase = phases.find((one) => one === mark);
    if (phase) readPhase(state, isBehindLoading(state.items, state.at) ? "maintenance" : phase);
  }
}

function readPhase(state: OrderState, phase: Phase): void {
  const [items, at, draft] = [state.items, state.at, state.draft];
  // "begins lower: methotrexate 7.5 mg"
  if (phase === "reduce" && (isMark(items[at - 1], "initial") || isState(items, at))) return;
  if (phase === "repeat" && isRetold(items, at)) return;
  // "0.05 mg/kg, doubled every 5 minutes": the dose before is the first one.
  if (draft && (phase === "increase" || phase === "repeat")) draft.begun = true;
  const heads = phase === "initial" && isBreak(items[at + 1], "colon");
  if (isDoseNext(items, at, state.inTable || heads)) {
    expectPhase(state, phase);
    return;
  }
  // "400 micrograms IV as the first dose"
  if (draft && phase === "initial" && [1, 2].some((back) => isWordLike(items[at - back], /^as$/)))
    draft.phase ??= phase;
  // "Start amoxicillin": the treatment is begun, not another dose.
  if (phase === "initial" || refersBack(items, at) || isDenied(items, at)) return;
  // "20 mg once daily is then continued": the dose before is the second one.
  if (draft && phase === "then" && isWordLike(items[at - 1], /^(?:is|are|be)$/)) draft.phase ??= phase;
  else if (draft && phase === "repeat") draft.repeats ??= repeatCount(items, at);
  else if (draft && (phase === "loading" || phase === "maintenance")) draft.phase ??= phase;
  else expectPhase(state, phase);
}

function expectPhase(state: OrderState, phase: Phase): void {
  if (phase === "then") state.leadRoutes = [];
  if (phase === "then" && !state.draft && state.orders.length === 0 && !state.inTable) return;
  if (phase === "then") state.finish();
  state.phase = phase;
}

function readBreak(state: OrderState, strength: Break): void {
  if (strength === "open") state.depth++;
  else if (strength === "close") {
    state.depth = Math.max(0, state.depth - 1);
    state.max = false;
    state.upTo = false;
  } else if (strength === "sentence" || strength === "semicolon") endPart(state, strength);
  else if (strength === "cell") endCell(state);
}

/** "| Cloxacillin | in glucose 5 %, 100 mL | 50 mg/kg |": the row goes on about its own medicine. */
function endCell(state: OrderState): void {
  state.max = false;
  state.subject.endCell();
  state.purpose.endCell();
  const next = state.items.slice(state.at + 1).find(({ kind }) => kind !== "population" && kind !== "break");
  state.endCell();
  if (!state.subject.isBesideRow || next?.kind !== "measure" || state.items[0]?.kind !== "medicine") return;
  state.finish();
  state.subject.returnToRow();
  state.routes = state.rowRoutes ?? [];
  state.concentration = undefined;
}

function endPart(state: OrderState, strength: "sentence" | "semicolon"): void {
  // "| Is it impetigo? | cefalexin 25 mg/kg |": the cell ends, and the row goes on about it.
  const opensRow = state.inTable && !state.draft && state.orders.length === 0;
  if (opensRow && isBreak(state.items[state.at + 1], "cell")) return;
  // "Avoid in epilepsy. Give …" heads nothing.
  const bans = state.not && !isMark(state.items[state.at - 1], "avoid", "not");
  if (strength === "sentence" && !state.draft && !bans && isLabel(state.items, state.at)) return;
  state.finish();
  state.endPart();
  if (strength === "semicolon") return;
  const ended = state.items[state.at];
  state.endSentence(ended?.kind === "break" && ended.step === true);
  if (isHeadedByUnknownName(state.items, state.at)) state.subject.drop();
}
