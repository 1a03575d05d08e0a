// What a medicine is given in: the fluid that carries it, what it is dissolved in or added to, and how much of that. It
// must not know what was read before.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import { itemsBefore } from "./item-reach.ts";

/** What stands in for another: "change to", "replace by". */
export const exchanging =
  /^(?:replac(?:e|es|ed|ing)|chang(?:e|es|ed|ing)|switch(?:es|ed|ing)?|swap(?:s|ped|ping)?|exchang(?:e|es|ed|ing)|substitut(?:e|es|ed|ing))$/;
const dissolving = /^(?:diluted?|dissolved?|made|mixed?|reconstituted?)$/;
const answering = /^(?:answer(?:s|ed)?|respond(?:s|ed|ing)?|yields?|best|better|well|promptly|quickly|only)$/;
const replacing =
  /^(?:chang(?:e|es|ed|ing)|switch(?:es|ed|ing)?|convert(?:ed|ing)?|mov(?:e|ed|ing)|transfer(?:red)?|down|over|back|return(?:ed)?|rotated?|proceed|go|progress)$/;
/** "in glucose 5 %", "in 50 mL of 5 % glucose": it carries the medicine; `dilutes`: an amount "in 100 mL" was said. */
export function isCarrier(items: readonly Item[], at: number, dilutes: boolean): boolean {
  const strength = items[at - 1];
  if (dilutes && strength?.kind === "measure" && strength.measure.unit.dimension === "proportion")
    return isMark(items[at - 2], "of", "in") || isCarrier(items, at - 1, dilutes);
  const [before, last] = [items[at - 2], items[at - 1]];
  // "in 100 mL of NS/D5W"
  const isOneOf = isWordLike(last, /^\/$/) || isMark(last, "or") || isBreak(last, "comma");
  const other = isMark(last, "or") && isBreak(before, "comma") ? at - 3 : at - 2;
  if (isOneOf && isFluid(items[at]) && isFluid(items[other]))
    return isCarrier(items, other, dilutes || isMark(items[other - 3], "in"));
  const behindIn = isMark(before, "in") && (last?.kind === "measure" || last?.kind === "word");
  if (isMark(last, "in") || behindIn || (dilutes && isMark(last, "of"))) return true;
  // "change to cefalexin", "switch methyldopa to nifedipine": it replaces the one before.
  const clause = items.slice(Math.max(0, at - 8), at - 1);
  const verb = clause.findLastIndex((item) => isWordLike(item, exchanging));
  const exchanges = verb >= 0 && !clause.slice(verb).some((item) => isBreak(item, "sentence", "semicolon"));
  const replaces = isWordLike(before, replacing) || exchanges;
  if (isWordLike(last, /^to$/) && replaces) return false;
  // "nausea answers best to haloperidol"
  if (isWordLike(last, /^to$/) && isWordLike(before, answering)) return false;
  const making = /^(?:to|diluted|dissolved|made)$/;
  if (isWordLike(before, making) || isWordLike(last, making)) return true;
  return isMark(last, "and", "with") && isDiluted(items, at);
}

/** "Dilute in 10 mL sodium chloride 0.9 %": a fluid, whatever is diluted. */
export const isDilutedIn = (items: readonly Item[], at: number): boolean =>
  isFluid(items[at]) &&
  items.slice(Math.max(0, at - 6), at).some((item) => isWordLike(item, dissolving)) &&
  items.slice(Math.max(0, at - 2), at).some((item) => item.kind === "measure");

/** "Add 4 mg … to 90 mL of sodium chloride": what it is added to. `at` is the volume's place. */
export function isPouredInto(items: readonly Item[], at: number): boolean {
  if (!isWordLike(items[at - 1], /^to$/)) return false;
  for (let i = at - 2; i >= 0 && !isBreak(items[i], "sentence", "semicolon"); i--)
    if (isWordLike(items[i], /^add(?:ed|ing)?$/)) return true;
  return false;
}

/** "Add 8 mL of sodium chloride 0.9 %", "diluted with 9 mL of …": where the diluent ends. `at` is the volume's place. */
export function diluentBehind(items: readonly Item[], at: number): number | undefined {
  const [name, percent] = [items[at + 2], items[at + 3]];
  if (!isMark(items[at + 1], "of") || name?.kind !== "medicine") return undefined;
  if (!carriers.has(name.mention.medicine.name)) return undefined;
  const added = isWordLike(items[at - 1], /^add$/) && at >= 2;
  // "heparin 5,000 units nebulised with 3 mL of sodium chloride 0.9 %"
  const way = items[at - 2];
  const nebulised = way?.kind === "routes" && way.routes.includes("nebulised");
  if (!added && !(isMark(items[at - 1], "with") && (nebulised || isDilutedInSentence(items, at))))
    return undefined;
  return percent?.kind === "measure" && percent.measure.unit.dimension === "proportion" ? at + 3 : at + 2;
}
const carriers: ReadonlySet<string> = new Set(["sodium chloride", "glucose", "water for injection"]);
/** What carries others. */
export const isFluid = (item: Item | undefined) =>
  (item?.kind === "medicine" && carriers.has(item.mention.medicine.name)) ||
  isWordLike(item, /^(?:ns|nss|rl|lr|saline|swfi|wfi)$/);

function isDilutedInSentence(items: readonly Item[], at: number): boolean {
  const before = itemsBefore(items, at, (item) => isBreak(item, "sentence", "cell"));
  return before.some((item) => isWordLike(item, dissolving));
}

export function isDiluted(items: readonly Item[], at: number): boolean {
  return items.slice(Math.max(0, at - 6), at).some((item) => isWordLike(item, dissolving));
}
