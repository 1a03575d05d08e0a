// What kind of sentence stands at a place: a condition, a label, a prohibition, a way of making something up. It
// must not know what was read before.

import { oncePer } from "../text/memory.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike, medicinesAmong } from "./item-kind.ts";
import { endsCell, endsClause, endsSentence, itemsBefore, itemsFrom } from "./item-reach.ts";
import type { MedicineMention } from "./medicine-mention.ts";
import { isOrderedNext } from "./topic-medicine.ts";

/** How far before a strength the words may stand that say so. */
const farthestForm = 30;
/** How far before a dose it may be said that something is made up. */
const farthestMaking = 8;
const presenting = /^(?:strengths?|forms?|presentations?|formulations?|ampoules?|vials?|supplied|available)$/;
const taken = /^(?:toxic|lethal|fatal|overdos\w*|ingest\w*|swallow(?:ed|ing))$/;
const making =
  /^(?:dissolved?|dilut(?:e|ing)|reconstitut(?:e|ed|ing)|contains?|contained|containing|holds?|holding|yields?|yielding|ampoules?|vials?|draw)$/;
const makingVerb =
  /^(?:dissolved?|dilut(?:e|ing)|reconstitut(?:e|ed|ing)|contains?|contained|containing|holds?|holding|yields?|yielding|draw)$/;
const product =
  /^(?:suspension|syrup|solution|elixir|mixture|drops?|tablets?|capsules?|sachets?|suppositor(?:y|ies)|injection|powder|bottles?|product|preparation|pens?|inhalers?|nebules?|syringes?|bags?|millilitre|ml)$/;
const treatedBefore =
  /^(?:already|received|persists?|still|again|fails?|failed|previous|previously|continues?|improve[ds]?|response|recurs?)$/;
const given =
  /^(?:given|used|administered|prescribed|injected|offered|recommended|allowed|permitted|indicated)$/;
const giving =
  /^(?:giv(?:e|en)|use[d]?|start(?:ed)?|add(?:ed)?|administer(?:ed)?|inject(?:ed)?|offer(?:ed)?|prescribe[d]?|mix(?:ed)?|combine[d]?|recommend(?:ed)?)$/;

/** "bolus of 2,500 units, raise by 2 mL/h": a row of a scheme that follows a value. */
export function adjusts(items: readonly Item[]): boolean {
  return items.some((item) => isMark(item, "increase", "reduce"));
}

/** "If it was already given …", "When fits go on …": a sentence about what follows another treatment. */
export function opensWithIf(items: readonly Item[], at: number): boolean {
  const sentence = [...items.slice(at, at + 1), ...itemsFrom(items, at + 1, endsSentence)];
  const [first, ...others] = sentence.filter(({ kind }) => kind !== "break");
  // "After one hour: …"
  const next = items.findIndex((item, i) => i >= at && item === first) + 1;
  if (isWordLike(first, /^after$/) && isTimeAlone(items, next)) return true;
  // "Children who already take phenobarbital receive …"
  const who = others.findIndex((item) => isWordLike(item, /^(?:who|already)$/));
  if (
    who >= 0 &&
    who < 3 &&
    others.slice(who, who + 2).some((item) => isWordLike(item, /^(?:already|previously)$/))
  )
    return true;
  if (!isWordLike(first, /^(?:if|when|where|should|whenever)$/)) return false;
  return others.some((item) => isWordLike(item, treatedBefore) || isMark(item, "repeat"));
}

const isTimeAlone = (items: readonly Item[], at: number): boolean => {
  const item = items[at];
  return item?.kind === "schedule" && item.schedule.kind === "time" && items[at + 1]?.kind === "break";
};

/** "Consolidation. Fluconazole 800 mg …": a sentence of a word or two heads the next one. */
export function isLabel(items: readonly Item[], at: number): boolean {
  let words = 0;
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i] as Item;
    if (isBreak(item, "sentence")) break;
    if (item.kind === "break") continue;
    if (item.kind === "medicine" || item.kind === "measure" || item.kind === "number" || ++words > 3)
      return false;
  }
  return words > 0;
}

const oneForm = /^(?:tablet|capsule|ampoule|vial|syrup|suspension|sachet|inhaler)$/;

/** Words of making up or of a strength before the dose, or the form that has it behind it. */
export function isPreparation(items: readonly Item[], at: number): boolean {
  let [sameCell, headed] = [true, false];
  for (let i = at - 1; i >= 0 && at - i <= farthestForm; i--) {
    const item = items[i];
    if (isBreak(item, "sentence", "semicolon")) break;
    if (isBreak(item, "cell")) sameCell = false;
    // "Forms and strengths: …" is said of all that follows.
    if (isWordLike(item, presenting) && isBreak(items[i + 1], "colon") && !isOfTime(items, i)) return true;
    if (isBreak(item, "colon")) headed = true;
    // "Ampoules of 4 mg/mL: 12 mg IM" names what is given, "Each ampoule holds: 12 mg" what is in it.
    const makes = isWordLike(item, headed ? makingVerb : making) && !isOfTime(items, i);
    if (
      sameCell &&
      at - i <= farthestMaking &&
      makes &&
      !(isWordLike(item, /^draw$/) && (isGivenAsDrawn(items, at) || isWeighed(items, at)))
    )
      return true;
    // "The suspension has 6 mg in 1 mL"
    if (i === at - 1 && isWordLike(item, /^(?:has|have)$/) && isWordLike(items[i - 1], product)) return true;
  }
  if (isDrawnFromSolution(items, at) || isMadeUp(items, at) || isDrawnToDilute(items, at)) return true;
  const next = isBreak(items[at + 1], "comma") ? at + 2 : at + 1;
  // "Rifampicin 300 mg, oral capsule"
  if (next > at + 1 && items[next]?.kind === "routes" && isWordLike(items[next + 1], oneForm)) return true;
  return isWordLike(items[at + 1], /^(?:ampoules?|vials?|injection|powder|bottles?)$/);
}

/** "Before the first vial: 0.25 mg under the skin": when it is given. */
const isOfTime = (items: readonly Item[], at: number): boolean =>
  items
    .slice(Math.max(0, at - 3), at)
    .some((item) => isMark(item, "initial") || isWordLike(item, /^(?:before|after|first|last|next|second)$/));

/** "Draw up 40 mg for each kilogram, add it to a bag of 100 mL and run it in over 10 minutes": the dose, not a syringe for many hours. */
function isWeighed(items: readonly Item[], at: number): boolean {
  const item = items[at];
  const rest = itemsFrom(items, at + 1, endsSentence, farthestForm);
  const isMinutes = (one: Item) =>
    one.kind === "schedule" && one.schedule.kind === "time" && one.schedule.unit.factor < 1;
  const inVolume = isMark(items[at + 1], "in", "with") && items[at + 2]?.kind === "measure";
  return item?.kind === "measure" && item.measure.per.kg === true && !inVolume && rest.some(isMinutes);
}

/** "Draw up alteplase 0.9 mg/kg IV over 60 minutes": what is drawn up is what is given, by the route that stands behind it. */
function isGivenAsDrawn(items: readonly Item[], at: number): boolean {
  const rest = itemsFrom(items, at + 1, (item) => endsPart(item) || item.kind === "measure", farthestForm);
  return (
    rest.some(({ kind }) => kind === "routes") &&
    rest.some((item) => item.kind === "schedule" || isWordLike(item, /^(?:give|inject)$/)) &&
    !rest.some((item) => isWordLike(item, makingVerb) || isMark(item, "of"))
  );
}

const farthestWay = 14;

/** "Take 10 mL (5 g) of the 50 % solution" */
function isDrawnFromSolution(items: readonly Item[], at: number): boolean {
  let i = at + 1;
  while (i <= at + 3 && (items[i]?.kind === "break" || items[i]?.kind === "measure")) i++;
  if (!isMark(items[i], "of")) return false;
  // "Inject 5 g of the 50 % solution IM every 4 hours" is an order, and so is "| every 4 hours | 5 g of 50 % solution | IM |".
  const drawn = items
    .slice(Math.max(0, at - 4), at)
    .some((item) => isWordLike(item, /^(?:take|draw|withdraw|up)$/));
  const [before, behind] = [
    itemsBefore(items, at, endsClause, farthestWay),
    items.slice(i + 1, i + farthestWay),
  ];
  const isHow = ({ kind }: Item) => kind === "routes" || kind === "schedule";
  const added = behind.some((item) => isWordLike(item, /^(?:add\w*|dilut\w*|mix\w*)$/));
  if (!drawn && !added && [...before, ...behind.slice(0, 8)].some(isHow)) return false;
  return items.slice(i + 1, i + 4).some((item) => isWordLike(item, /^(?:solution|concentrate|stock)$/));
}

/** "Take 2 mL (100 mg) and add 8 mL of …", where nothing is given in the same sentence. */
function isDrawnToDilute(items: readonly Item[], at: number): boolean {
  if (!isWordLike(items[at - 1], /^(?:take|draw|withdraw|up)$/)) return false;
  const rest = itemsFrom(items, at, endsPart, farthestForm);
  return (
    rest.some((item) => isWordLike(item, /^(?:add|dilute)$/)) &&
    !rest.some((item) => isWordLike(item, /^(?:give|inject|infuse|run)$/) || item.kind === "routes")
  );
}

/** "add it to 490 mL of …: 500 mL at 10 mg/mL", "add 8 mL of …: 100 mg in 10 mL" */
function isMadeUp(items: readonly Item[], at: number): boolean {
  const whole = items[at + 2];
  if (isBreak(items[at - 1], "colon") && isMark(items[at + 1], "in") && whole?.kind === "measure") {
    const near = itemsBefore(items, at, (item) => isBreak(item, "sentence", "cell"), farthestForm);
    const added = near.some((item) => isWordLike(item, /^(?:add|dilute)$/));
    if (added && whole.measure.unit.dimension === "volume") return true;
  }
  const strength = items[at + 2];
  return (
    isWordLike(items[at + 1], /^at$/) &&
    strength?.kind === "measure" &&
    strength.measure.per.mL !== undefined &&
    strength.measure.per.hours === undefined
  );
}

/** "240 mg corresponds to 24 mg", "60 mg becomes 30 mg", "5 mg of prednisolone is equivalent to 4 mg of …": amounts that are compared. */
export const isComparison = (items: readonly Item[], at: number): boolean =>
  at >= 0 && comparing(items).has(items[at] as Item);

/** What stands in clauses that compare amounts: each clause is looked at once, however many amounts it has. */
const comparing = oncePer((items: readonly Item[]): ReadonlySet<Item> => {
  const found: Item[][] = [];
  let clause: Item[] = [];
  for (const [i, item] of items.entries()) {
    clause.push(item);
    if (i < items.length - 1 && !endsPart(item)) continue;
    if (compares(clause)) found.push(clause);
    clause = [];
  }
  return new Set(found.flat());
});

const endsPart = (item: Item) => endsClause(item) || endsCell(item);

function compares(clause: readonly Item[]): boolean {
  const verb = clause.findIndex(
    (item, i) =>
      isWordLike(item, /^(?:corresponds?|equates?|becomes?|converts?|equianalgesic|equipotent)$/) ||
      (isMark(item, "equals") &&
        isWordLike(clause[i - 1], /^(?:is|are|about|approximately|roughly|almost|nearly)$/)) ||
      (isWordLike(item, /^effects?$/) && isWordLike(clause[i - 1], /^(?:same|similar|comparable)$/)) ||
      isTakenAs(clause, i) ||
      isDelivering(clause, i) ||
      isDrawn(clause, i) ||
      (isWordLike(item, /^(?:to|up)$/) && isWordLike(clause[i - 1], /^(?:comes?|amounts?|adds?|sums?)$/)) ||
      isUnitKey(clause, i),
  );
  const isAmount = ({ kind }: Item) => kind === "measure";
  return verb > 0 && clause.slice(0, verb).some(isAmount) && clause.slice(verb).some(isAmount);
}

/** "So 1 mL/h delivers 1 milliunit/min" */
const isDelivering = (clause: readonly Item[], at: number): boolean =>
  isWordLike(clause[at], /^(?:delivers?|gives|provides|supplies)$/) &&
  clause[at - 1]?.kind === "measure" &&
  clause[at + 1]?.kind === "measure";

/** "10 mg is 25 mL of the 400 micrograms/mL solution" */
const isDrawn = (clause: readonly Item[], at: number): boolean => {
  const [before, next] = [clause[at - 1], clause[at + 1]];
  return (
    (isWordLike(clause[at], /^is$/) || isMark(clause[at], "equals")) &&
    before?.kind === "measure" &&
    next?.kind === "measure" &&
    next.measure.unit.dimension === "volume" &&
    isMark(clause[at + 2], "of") &&
    clause.slice(at + 3, at + 6).some(({ kind }) => kind === "measure")
  );
};

const farthestNames = 24;

/** "…, so one dose is 1,500 mg and 75 mg": an amount of each of the medicines before, in turn. */
export function isInTurn(items: readonly Item[], at: number): boolean {
  const start = isJoinedAmount(items, at - 2, at) ? at - 2 : at;
  const paired = start < at || isJoinedAmount(items, at, at + 2);
  const [before, end] = [items[start - 1], items[start + 3]];
  if (!paired || before?.kind === "medicine" || before?.kind === "routes" || end?.kind === "medicine")
    return false;
  if (isMark(end, "of")) return false;
  const named = medicinesAmong(items.slice(Math.max(0, start - farthestNames), start));
  return new Set(named).size > 1;
}

/** "1,500 mg and 75 mg" */
function isJoinedAmount(items: readonly Item[], first: number, second: number): boolean {
  const [one, other] = [items[first], items[second]];
  return (
    one?.kind === "measure" &&
    other?.kind === "measure" &&
    isMark(items[first + 1], "and", "with") &&
    one.measure.unit.dimension === other.measure.unit.dimension
  );
}

/** "5 mg a day is taken as 100 mg of decanoate", "10 mg as 40 mg of the depot" */
function isTakenAs(items: readonly Item[], at: number): boolean {
  const [amount, of, what] = items.slice(at + 1, at + 4);
  const isAmount = isWordLike(items[at], /^as$/) && amount?.kind === "measure";
  return isAmount && isMark(of, "of") && what?.kind === "word" && !/^(?:the|a|an|each)$/.test(what.text);
}

/** "1 mcg = 5 IU" */
function isUnitKey(items: readonly Item[], at: number): boolean {
  const other = items[at + 1];
  // "1 microgram of retinol = 3.3 IU"
  const one = items.slice(Math.max(0, at - 3), at).findLast(({ kind }) => kind === "measure");
  if (!isMark(items[at], "equals") || one?.kind !== "measure" || other?.kind !== "measure") return false;
  const { low, high, unit } = one.measure;
  return low === 1 && high === 1 && unit !== other.measure.unit && unit.dimension !== "form";
}

/** "… 15 mg should not be given to children": what was said is what is forbidden. */
export function isForbidden(items: readonly Item[], at: number): boolean {
  const [before, next, then] = [items[at - 1], items[at + 1], items[at + 2]];
  const be = isWordLike(next, /^be$/) ? then : next;
  return isWordLike(before, /^(?:should|must|may|can|shall|is|are)$/) && isWordLike(be, given);
}

/** A mark that forbids the dose behind it. */
export const bans = (items: readonly Item[], at: number): boolean =>
  isMark(items[at], "avoid") ? !isRuledOutBefore(items, at) : isMark(items[at], "not") && forbids(items, at);

/** "do not give", "must not be used", "never 2 mg": but not "when the child does not improve". */
function forbids(items: readonly Item[], at: number): boolean {
  if (items[at + 1]?.kind === "measure") return true;
  // "If that is not enough, add …": what is not is another clause.
  const ifNot = isInCondition(items, at);
  const ends = (item: Item) => isBreak(item, "colon", "sentence") || (ifNot && isBreak(item, "comma"));
  const reach = itemsFrom(items, at + 1, ends, 4);
  return reach.some((item) => isWordLike(item, giving));
}

/** "Where ibuprofen is contraindicated, prednisolone 30 mg …": what is given comes behind. */
function isRuledOutBefore(items: readonly Item[], at: number): boolean {
  const next = itemsFrom(items, at + 1, (item) => item.kind === "break", 4).length + at + 1;
  return isInCondition(items, at) && isBreak(items[next], "comma", "colon");
}

/** "If that is not …", "where it does not …" */
function isInCondition(items: readonly Item[], at: number): boolean {
  const before = items.slice(Math.max(0, at - 8), at);
  const from = before.findLastIndex((item) => isBreak(item, "sentence", "semicolon", "comma"));
  return before.slice(from + 1).some((item) => isWordLike(item, /^(?:if|when|where|unless)$/));
}

/** "12 hours after the loading dose": another dose is spoken of. */
export function refersBack(items: readonly Item[], at: number): boolean {
  return items
    .slice(Math.max(0, at - 3), at)
    .some((item) => isWordLike(item, /^(?:after|before|since|following)$/));
}

/** "toxic from 150 mg/kg", "after swallowing more than 10 g": what was taken, not what is ordered. */
export function isTaken(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= at - 8 && !isBreak(items[i], "sentence", "semicolon"); i--)
    // "who vomits within 30 minutes of swallowing it receives 0.6 mg/kg again"
    if (isWordLike(items[i], /^(?:receives?|gets?|gives?|given)$/)) return false;
    else if (isWordLike(items[i], taken) && !isWordLike(items[i - 1], /^(?:is|are|be)$/)) return true;
  return false;
}

/** "Reduced susceptibility", "lower respiratory infection": what is little, and made no smaller. */
export const isState = (items: readonly Item[], at: number) =>
  isWordLike(items[at + 1], /^\p{L}{4,}$/u) && !isWordLike(items[at + 1], lessened);
const lessened =
  /^(?:the|dos(?:e|es|age)|amounts?|gradually|slowly|stepwise|further|over|after|every|when|this|that|again|until|down|each|with|from|weekly|daily|then|once|only|slightly|quickly|rapidly|his|her|their|thereafter|monthly|according|during|depending|where|while|within)$/;

/** "Repeat that …", "repeat to the mother that …": what is said again. */
export function isRetold(items: readonly Item[], at: number): boolean {
  const next = items.slice(at + 1, at + 6);
  const that = next.findIndex((item) => isWordLike(item, /^(?:that|how)$/));
  const before = next.slice(0, Math.max(0, that));
  return that >= 0 && before.every(({ kind }) => kind === "word" || kind === "population" || kind === "mark");
}

/** "Start amlodipine", "starts oral methotrexate", "begin treatment with amlodipine", "start her on amlodipine". */
export function isBegun(items: readonly Item[], at: number): boolean {
  let before = at - 1;
  while (before > at - 5 && isBetweenStartAndName(items[before])) before--;
  return isMark(items[before], "initial");
}
const betweenStartAndName =
  /^(?:the|a|an|treatment|therapy|him|her|them|patients?|on|giving|taking|using|daily|low|dose|-)$/;
const isBetweenStartAndName = (item: Item | undefined) =>
  item?.kind === "routes" || isMark(item, "with") || isWordLike(item, betweenStartAndName);

/** "In heart failure prefer digoxin.", "Start hydrocortisone when the blood pressure stays low.": what the next sentence doses. */
export function chosenBefore(items: readonly Item[], end: number): MedicineMention | undefined {
  const sentence = itemsBefore(items, end, endsSentence);
  const aside = sentence.findIndex((item) => isWordLike(item, aboutWhen));
  const main = aside > 0 ? sentence.slice(0, aside) : sentence;
  const [at, ...others] = main.flatMap((item, i) =>
    item.kind === "medicine" && !isWordLike(main[i + 1], /^(?:allergy|allergic)$/) ? [i] : [],
  );
  if (at === undefined || others.length > 0 || main.some((item) => isMark(item, "not", "avoid", "without")))
    return undefined;
  const named = main[at];
  const verb = main.slice(Math.max(0, at - 3), at).some(isChoosing) && !isBesides(main[at - 1]);
  const isIt =
    (isWordLike(main[at + 1], isAs) && main.slice(at + 2, at + 5).some(isChosen)) ||
    (isWordLike(main[at - 1], isAs) && main.slice(0, at - 1).some(isChosen));
  const isAnswer = isBreak(main[at - 1], "colon") && at === main.length - 1;
  // "Gentamicin goes in once in 24 hours. A baby of 2500 g or more receives 5 mg/kg per injection"
  const isSubject = at === 0 && isOrderedNext(items, end);
  return named?.kind === "medicine" && (verb || isIt || isAnswer || isSubject) ? named.mention : undefined;
}
const isAs = /^(?:is|are|remains)$/;
const aboutWhen = /^(?:when|if|once|where|while|because|since|as|unless|after|until)$/;
const isChoosing = (item: Item): boolean =>
  isMark(item, "initial") ||
  isWordLike(item, /^(?:prefer|choose|use|give|add|offer|prescribe|take|takes|receives?|needs?|requires?)$/);
const isChosen = (item: Item): boolean =>
  (item.kind === "condition" && /^(?:alternative|first-line|second-line|treatment)$/.test(item.id)) ||
  isWordLike(
    item,
    /^(?:preferred|used|given|added|chosen|needed|started|choice|standard|recommended|alternative|treatment)$/,
  );
/** "Use with digoxin" */
const isBesides = (item: Item | undefined): boolean =>
  isMark(item, "with", "of") || isWordLike(item, /^(?:to|from|than|on|instead|like|against)$/);
