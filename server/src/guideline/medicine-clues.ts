// Whether a medicine that is named is the one that is given, and whose a dose is: what the items around a place
// say about it. It must not know what was read before.

import { structuralWords } from "../lexicon/conditions.ts";
import { isMedicineWord, type Medicine, medicineNamed, saltWords } from "../lexicon/medicine.ts";
import { isAddedOrNot, isInAnaesthetic } from "./added-adrenaline.ts";
import { exchanging } from "./diluent.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, isUnknownName, isWordLike } from "./item-kind.ts";
import { itemsFrom } from "./item-reach.ts";
import type { MedicineMention } from "./medicine-mention.ts";

/** Forms that a strength is a strength of. */
export const formWord =
  /^(?:tablets?|tabs?|capsules?|caps?|ampoules?|amps?|vials?|suppositor(?:y|ies)|sachets?|pessar(?:y|ies)|lozenges?)$/;
const medicineClass =
  /^(?:syrups?|suspensions?|solutions?|drops?|creams?|ointments?|elixirs?|injections?|powder|inhalers?|vaccines?|antibiotics?|analgesics?|inhibitors?|blockers?|diuretics?|vitamins?|insulin|iron|oxygen|human|infusion)$/;
const belowOrAbove =
  /^(?:falls?|rises?|drops?|exceeds?|reaches|levels?|concentrations?|(?:in)?tolerance|below|above|[<>≤≥])$/;
const betweenDoseAndName =
  /^(?:normal|isotonic|oral|base|soluble|elemental|injectable|syrup|solution|dose|tablets?|capsules?)$/;
const noSubstance =
  /^(?:salt|base|body|the|each|it|this|that|these|elemental|any|a|an|day|treatment|solution|syrup|suspension|powder|granules)$/;

/** "**Carbamazepine.** Start with …", "Carbamazepine: …": what all of the block is about. */
export function headMention(items: readonly Item[]): MedicineMention | undefined {
  const first = items.findIndex(({ kind }) => kind !== "break");
  const [item, next] = [items[first], items[first + 1]];
  return item?.kind === "medicine" && isBreak(next, "sentence", "colon", "dash") ? item.mention : undefined;
}

/** "when glucose falls below 14 mmol/L", "whatever the glucose": what is measured, not given. */
export function isMeasured(items: readonly Item[], at: number): boolean {
  return (
    isWordLike(items[at - 1], /^(?:blood|serum|plasma|whatever|measure)$/) ||
    (isWordLike(items[at - 1], /^the$/) && isWordLike(items[at - 2], /^(?:whatever|measure)$/)) ||
    isWordLike(items[at + 1], belowOrAbove)
  );
}

/** "her calcium is high", "if potassium was low": found in the patient, and given only if that is said. */
export function isFoundIn(items: readonly Item[], at: number): boolean {
  if (!isWordLike(items[at + 1], /^(?:is|are|was|were|remains|stays)$/)) return false;
  const adverb = isWordLike(items[at + 2], /^(?:too|very|still|also|often|usually|not|now)$/) ? 1 : 0;
  return isWordLike(items[at + 2 + adverb], /^(?:high|low|raised|elevated|normal|deranged)$/);
}

/** "protamine 1 mg per 100 units of heparin": what another medicine's dose is counted by. */
export function isCountedBy(items: readonly Item[], at: number): boolean {
  const of = isMark(items[at - 1], "of") ? at - 1 : at;
  const each = items[of - 2];
  return (
    items[of - 1]?.kind === "measure" &&
    (isWordLike(each, /^(?:per|every)$/) || isMark(each, "each") || isWordLike(each, /^each$/))
  );
}

/** "The dose is expressed in amoxicillin: 50 mg/kg" of amoxicillin/clavulanic acid. */
export function isExpressedIn(items: readonly Item[], at: number): boolean {
  return isMark(items[at - 1], "in") && isWordLike(items[at - 2], /^(?:expressed|stated|calculated)$/);
}

/** The combination with it that was named before. */
export function wholeBefore(
  items: readonly Item[],
  at: number,
  { medicine: { name } }: MedicineMention,
): MedicineMention | undefined {
  const last = items.slice(0, at).findLast((item) => item.kind === "medicine");
  return last?.kind === "medicine" && last.mention.medicine.name.split("/").includes(name)
    ? last.mention
    : undefined;
}

/** "trimethoprim 80 mg/sulfamethoxazole 400 mg": both are parts of one medicine. */
export function combinationOf(
  items: readonly Item[],
  at: number,
  dosed: { readonly medicine: Medicine; readonly end: number } | undefined,
  { medicine }: MedicineMention,
): Medicine | undefined {
  const last = items[at - 1];
  if (!dosed || !last || dosed.end > last.start) return undefined;
  const joins = last.kind === "word" ? last.text === "/" : isMark(last, "and") && last.end - last.start === 1;
  if (!joins) return undefined;
  const [a, b] = [dosed.medicine.name, medicine.name];
  return medicineNamed(`${a}/${b}`) ?? medicineNamed(`${b}/${a}`);
}

/** "lidocaine with adrenaline": the second is in the first. */
export function isAddedTo(items: readonly Item[], at: number, inTable: boolean): boolean {
  const name = items[at - 2];
  if (!isMark(items[at - 1], "with")) return isAddedOrNot(items, at) && isInAnaesthetic(items, at);
  // "replace cefazolin with vancomycin 30 mg/kg"
  if (items.slice(Math.max(0, at - 5), at - 2).some((item) => isWordLike(item, exchanging))) return false;
  const next = items[at + 1];
  const isDosed = next?.kind === "measure" && next.measure.per.mL === undefined;
  return (
    (inTable && !isDosed) ||
    name?.kind === "medicine" ||
    isInAnaesthetic(items, at) ||
    (name?.kind === "measure" && name.measure.unit.dimension === "proportion")
  );
}

/**
 * "Prednisolone, if colchicine cannot be used: 30 mg", "clindamycin (in place of amoxicillin) 300 mg": named on the way
 * from a medicine to its dose, to say when that one is chosen.
 * Where that is said to its end.
 */
export function asideEnd(items: readonly Item[], at: number): number | undefined {
  if (!isAside(items, at)) return undefined;
  for (let i = at + 1; i < items.length && i < at + longestAside; i++) {
    const item = items[i] as Item;
    if (item.kind === "measure" || item.kind === "medicine") break;
    if (item.kind === "break") return i - 1;
  }
  return at;
}

/** "Rescue after 1.2 mg/kg rocuronium: 16 mg/kg": what was given before is neither the dose nor the medicine. Its end. */
export function earlierDoseEnd(items: readonly Item[], at: number): number | undefined {
  const name = isMark(items[at + 1], "of") ? at + 2 : at + 1;
  const isEarlier =
    isWordLike(items[at - 1], /^(?:after|following|despite)$/) &&
    items[name]?.kind === "medicine" &&
    isBreak(items[name + 1], "colon");
  return isEarlier ? name : undefined;
}

/** "Lorazepam 1 mg in place of diazepam 10 mg, 2 mg instead of 20 mg": what is not given. Where that ends. */
export function replacedEnd(items: readonly Item[], at: number): number | undefined {
  const isReplaced =
    isMark(items[at - 1], "of") &&
    (isWordLike(items[at - 2], /^instead$/) ||
      (isWordLike(items[at - 2], /^(?:place|lieu)$/) && isMark(items[at - 3], "in")));
  if (!isReplaced) return undefined;
  if (items[at]?.kind === "measure") return at;
  return items[at + 1]?.kind === "measure" ? at + 1 : undefined;
}

/** "Clopidogrel 300 mg if ticagrelor is unsuitable, or 600 mg", "stop tiotropium and give 500 micrograms": is not given. */
export function isSetAside(items: readonly Item[], at: number): boolean {
  if (isStopped(items, at)) return true;
  const [next, behind] = [items[at + 1], items[at + 2]];
  // "Has failed", "is not available" are in the lexicon of conditions.
  const isOut =
    isMark(next, "not") ||
    isWordLike(next, unfit) ||
    (isWordLike(next, /^(?:is|are|was|were|has|have|had|does|did|can|proves?)$/) &&
      (isMark(behind, "not", "avoid") || isWordLike(behind, unfit) || behind?.kind === "condition"));
  if (!isOut) return false;
  const lead = items.slice(Math.max(0, at - nearAside), at);
  const from = lead.findLastIndex((item) => isWordLike(item, subordinating));
  return (
    from >= 0 &&
    lead.slice(from).every((item) => item.kind === "word" || isMark(item, "and", "or", "without"))
  );
}

/** "Stop the tiotropium, then give 500 micrograms" */
function isStopped(items: readonly Item[], at: number): boolean {
  const verb = isWordLike(items[at - 1], /^(?:the|any|regular|oral)$/) ? at - 2 : at - 1;
  if (!isWordLike(items[verb], stopping)) return false;
  const next = itemsFrom(items, at + 1, (item) => item.kind === "measure" || item.kind === "medicine", 6);
  const gives = next.some((item) => isWordLike(item, giving)) || isMark(next.at(-1), "initial");
  return gives && items[at + 1 + next.length]?.kind === "measure";
}

const stopping = /^(?:stop|stopping|withhold|withholding|hold|omit|discontinue|pause|cease|suspend)$/;
const giving = /^(?:give|start|use|begin|take|inject|infuse|nebuli[sz]e)$/;
const unfit =
  /^(?:not|un(?:suitable|available|affordable|obtainable|tolerated)|intolerable|cannot|contraindicated|refused|declined|fail(?:s|ed)?|lacking|missing|stopped|withheld|out)$/;

/** "For carbamazepine, dapsone and quinine, consider repeated doses of 50 g": three or more are what it is given for. */
export function isAmongReasons(items: readonly Item[], at: number): boolean {
  if (!isBreak(items[at + 1], "comma") && !isMark(items[at + 1], "and", "or")) return false;
  let named = 1;
  for (let i = at - 1; i >= Math.max(0, at - longestAside); i--) {
    const item = items[i] as Item;
    if (item.kind === "medicine") named++;
    else if (isWordLike(item, /^(?:for|after|against)$/))
      return named > 2 && (i === 0 || isBreak(items[i - 1], "sentence", "semicolon"));
    else if (!isBreak(item, "comma") && !isMark(item, "and", "or")) return false;
  }
  return false;
}

function isAside(items: readonly Item[], at: number): boolean {
  if (items[at]?.kind !== "medicine") return false;
  const next = items[at + 1];
  if (next?.kind === "measure" || next?.kind === "routes" || isBreak(items[at - 1], "comma", "colon"))
    return false;
  let opens = -1;
  for (let i = at - 1; i >= Math.max(0, at - longestAside); i--) {
    const item = items[i] as Item;
    if (item.kind === "medicine") return opens > i && !isMark(items[i + 1], "and", "or", "with");
    if (
      item.kind === "measure" ||
      isBreak(item, "sentence", "semicolon", "colon", "cell") ||
      isMark(item, "then")
    )
      return false;
    const subordinate = (isWordLike(item, subordinating) || isMark(item, "without")) && isPredicate(next);
    if (i > at - nearAside && (subordinate || isWordLike(item, preferring))) opens = i;
  }
  return false;
}

const longestAside = 14;
const nearAside = 5;
const subordinating = /^(?:if|when|where|unless|until|once|because|since|as)$/;
const preferring =
  /^(?:allergic|allergy|intolerant|intolerance|hypersensitiv\w*|instead|place|rather|taking|takes?|unlike|replaces|replacing)$/;
const isPredicate = (item: Item | undefined) =>
  isMark(item, "not") ||
  isWordLike(
    item,
    /^(?:is|are|was|were|cannot|can|could|has|have|had|does|did|do|fails?|failed|causes?|caused|proves?|proved|may|must|should|alone|unavailable|contraindicated|no|not)$/,
  );

/** "20 mL/kg of Ringer lactate", "25 g glucose", "500 mg oral amoxicillin". */
export function medicineBehind(items: readonly Item[], at: number): MedicineMention | undefined {
  let skipped = 0;
  if (isLastBeforeName(items, at)) return undefined;
  for (let i = at + 1; i < items.length && skipped <= 3; i++) {
    const item = items[i] as Item;
    if (item.kind === "medicine") return item.mention;
    const passes =
      isMark(item, "of") ||
      item.kind === "routes" ||
      (item.kind === "measure" && item.measure.unit.dimension === "proportion") ||
      isWordLike(item, betweenDoseAndName);
    if (!passes) return undefined;
    if (item.kind !== "mark") skipped++;
  }
  return undefined;
}

/** "Adenosine 0.3 mg 0.1 mL Glucagon IM 0.5 mg": names stand before their doses, and the next one has its own. */
function isLastBeforeName(items: readonly Item[], at: number): boolean {
  if (items[at - 1]?.kind !== "measure" || isMark(items[at + 1], "of")) return false;
  const behind = itemsFrom(items, at + 1, ({ kind }) => kind === "medicine", 3);
  const name = at + 1 + behind.length;
  if (items[name]?.kind !== "medicine" || !behind.every(isOfStrength)) return false;
  const between = itemsFrom(items, name + 1, (item) => item.kind === "measure" && !isOfStrength(item), 7);
  const own = items[name + 1 + between.length];
  return (
    own?.kind === "measure" && between.every((item) => item.kind !== "break" && item.kind !== "medicine")
  );
}
const isOfStrength = (item: Item): boolean =>
  item.kind === "measure" &&
  (item.measure.per.mL !== undefined || item.measure.unit.dimension === "proportion");

/** "Albuterol: 1.25 mg Ancef: 166 mg": labels follow each other with no sign between, and this one is no medicine's. */
export function isBehindOtherLabel(items: readonly Item[], at: number): boolean {
  if (!isBreak(items[at - 1], "colon")) return false;
  let named = false;
  let depth = 0;
  for (let i = at - 2; i >= 0; i--) {
    const item = items[i] as Item;
    if (isBreak(item, "close")) depth++;
    else if (isBreak(item, "open")) depth--;
    else if (depth > 0) continue;
    else if (item.kind === "break" || item.kind === "medicine") return false;
    else if (item.kind === "word" && item.text !== ">") {
      if (structuralWords.has(item.text) || formWord.test(item.text)) return false;
      named ||= item.text.length > 2;
    } else if (item.kind !== "routes") return named && (item.kind === "measure" || item.kind === "word");
  }
  return false;
}

/** "Xyzol 10 mg": of something that is no medicine of the lexicon. */
export function isBehindForeignName(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (before?.kind !== "word" || before.text.length < 5) return false;
  const { text } = before;
  return isMedicineWord(text) && !saltWords.has(text) && !formWord.test(text) && !medicineClass.test(text);
}

const food = /^(?:carbohydrates?|protein|fib(?:re|er)|sugar|salt|fat|alcohol)$/;

/** "1 g of table salt", "30 g carbohydrate" */
export function isOfForeign(items: readonly Item[], at: number): boolean {
  const third = items[at + 2];
  if (isWordLike(items[at + 1], food)) return true;
  return (
    isMark(items[at + 1], "of") &&
    third?.kind === "word" &&
    !noSubstance.test(third.text) &&
    !medicineBehind(items, at)
  );
}

/** "20 g of long-acting carbohydrate, or 40 g if …": the second one is of the same. */
export function isOfForeignAgain(items: readonly Item[], at: number): boolean {
  const own = items[at];
  if (own?.kind !== "measure" || !isMark(items[at - 1], "or")) return false;
  for (let i = at - 2; i >= 0; i--) {
    const item = items[i];
    if (item?.kind === "medicine" || isBreak(item, "sentence", "semicolon")) return false;
    if (item?.kind === "measure") return item.measure.unit === own.measure.unit && isOfForeign(items, i);
  }
  return false;
}

/** Another dose directly behind a word that is not understood may be of what that word names. */
export function isBehindUnknownName(items: readonly Item[], at: number): boolean {
  const [joint, name] = [items[at - 2], items[at - 1]];
  // "+ gent 5 mg/kg"
  if (isMark(joint, "and") && isWordLike(name, /^\p{L}{4,}$/u) && !isDescribing(name)) return true;
  // "Albuterol NEB 5 mg 6 mL Glucopaste 15 g"
  const opens = joint === undefined || joint.kind === "break" || joint.kind === "measure";
  return (opens || isMark(joint, "or")) && isUnknownName(name);
}

const isDescribing = (item: Item | undefined) =>
  item?.kind === "word" && (structuralWords.has(item.text) || betweenDoseAndName.test(item.text));

/** "Magnesium: 500 mg": what heads a sentence and is no medicine of the lexicon is not the one before. */
export function isHeadedByUnknownName(items: readonly Item[], at: number): boolean {
  return isUnknownName(items[at + 1]) && isBreak(items[at + 2], "colon");
}
