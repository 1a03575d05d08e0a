// What kind of sentence stands at a place: a condition, a label, a prohibition, a way of making something up. It
// must not know what was read before.

import type { Item } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";

/** How far before a strength the words may stand that say so. */
const farthestForm = 30;
/** How far before a dose it may be said that something is made up. */
const farthestMaking = 8;
const presenting = /^(?:strengths?|forms?|presentations?|formulations?|ampoules?|vials?|supplied|available)$/;
const taken = /^(?:toxic|lethal|fatal|overdos\w*|ingest\w*|swallow(?:ed|ing))$/;
const making =
  /^(?:dissolved?|dilut(?:e|ing)|reconstitut(?:e|ed|ing)|contains?|contained|containing|holds?|holding|ampoules?|vials?|draw)$/;
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
  const rest = items.slice(at);
  const end = rest.findIndex((item, i) => i > 0 && isBreak(item, "sentence"));
  const [first, ...others] = rest
    .slice(0, end < 0 ? rest.length : end)
    .filter(({ kind }) => kind !== "break");
  if (!isWordLike(first, /^(?:if|when|where|should|whenever)$/)) return false;
  return others.some((item) => isWordLike(item, treatedBefore) || isMark(item, "repeat"));
}

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
  for (let i = at - 1; i >= 0 && at - i <= farthestForm; i--) {
    const item = items[i];
    if (isBreak(item, "sentence", "semicolon")) break;
    // "Forms and strengths: …" is said of all that follows.
    if (isWordLike(item, presenting) && isBreak(items[i + 1], "colon")) return true;
    if (at - i <= farthestMaking && isWordLike(item, making)) return true;
    // "The suspension has 6 mg in 1 mL"
    if (i === at - 1 && isWordLike(item, /^(?:has|have)$/) && isWordLike(items[i - 1], product)) return true;
  }
  const next = isBreak(items[at + 1], "comma") ? at + 2 : at + 1;
  // "Rifampicin 300 mg, oral capsule"
  if (next > at + 1 && items[next]?.kind === "routes" && isWordLike(items[next + 1], oneForm)) return true;
  return isWordLike(items[at + 1], /^(?:ampoules?|vials?|injection|powder|bottles?)$/);
}

/** "… 15 mg should not be given to children": what was said is what is forbidden. */
export function isForbidden(items: readonly Item[], at: number): boolean {
  const [before, next, then] = [items[at - 1], items[at + 1], items[at + 2]];
  const be = isWordLike(next, /^be$/) ? then : next;
  return isWordLike(before, /^(?:should|must|may|can|shall|is|are)$/) && isWordLike(be, given);
}

/** "do not give", "must not be used", "never 2 mg": but not "when the child does not improve". */
export function forbids(items: readonly Item[], at: number): boolean {
  if (items[at + 1]?.kind === "measure") return true;
  const reach = items.slice(at + 1, at + 5);
  const end = reach.findIndex((item) => isBreak(item, "colon", "sentence"));
  return reach.slice(0, end < 0 ? reach.length : end).some((item) => isWordLike(item, giving));
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
    if (isWordLike(items[i], taken)) return true;
  return false;
}
