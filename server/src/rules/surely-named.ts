// Whether a dose is surely its medicine's: what stands between the name and the dose. It must not judge the dose.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { itemsOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { structuralWords } from "../lexicon/conditions.ts";
import { isBareName } from "../lexicon/medicine.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { overlaps, type Span } from "../text/span.ts";
import { isUsualOf } from "./plausible.ts";

/** "Idarucizumax 5 g", "push dose Epi 5–20 mcg": of what the lexicon does not know. */
function isBehindOwnName({ nameSpan, dose }: Order, text: string): boolean {
  const line = lineBefore(text, dose.start, 90);
  const [whole, name = ""] = directly.exec(line) ?? amidst.exec(line) ?? [];
  if (whole === undefined || nameSpan.end > dose.start - whole.length) return false;
  return isOwnName(name);
}
const directly = /(?<=^|[\s*_(>])(\p{Lu}\p{Ll}{2,})[*_]*[ ]+$/u;
/** "… compressions if advised Epi: 1 mg" */
const amidst = /(?<=[\p{L}\d)>,;] +)(\p{Lu}\p{L}{2,}): +$/u;
const action =
  /^(?:Give|Start|Take|Inject|Infuse|Use|Add|Begin|Apply|Administer|Consider|Repeat|Continue|Dose|Doses|Dosage|Stat|Only|About|Usually|Initially|Then|Total)$/;

const parts = /[.;]\s|\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s|\n\s*\p{Lu}\p{L}+(?: +\p{L}+){0,2} +[–—] +/u;

/** "Add digoxin. The maintenance dose is …": the next sentence goes on about it by these words. */
const itsDose =
  /^\.\s+(?:The|Its) +(?:(?:usual|starting|first|oral|daily|adult|recommended|loading|maintenance) +){0,2}(?:dose|maintenance|amount) +is +[^.;]{0,20}$/;

/** "…, and sodium zirconium cyclosilicate (Lokelma) 10 g": of what the lexicon does not know. */
const unknownBefore = /(?:\band|\bor|\bplus|\bthen|,)\s+(?:[\p{L}-]+\s+){1,4}\(\p{Lu}[^()|\n]*\)\s*$/u;

/** Rows below such a head are of medicines of their own, known or not. */
const namesOthers =
  /\b(?:medicines?|medications?|drugs?|agents?|products?|names?|preparations?|treatments?|options?|regimens?|therapy|component|item)\b/i;

/** "Amoxacillin/clavulanate 1.2 g", "Piperacilin-tazobactam": of both, and the first is not known. */
const isSecondPart = ({ nameSpan, dose }: Order, text: string) =>
  nameSpan.start < dose.start &&
  /\p{L}[/+]$|\p{L}{5}-$/u.test(text.slice(Math.max(0, nameSpan.start - 6), nameSpan.start));

const longestAside = 80;
/** "In liver disease or with amiodarone, days 1 and 2 are 2.5 mg": of what the text is about. */
const isAlsoTaken = (said: string) => /\b(?:with|on|taking)\s+[^\s,]+,[^,;.|]*\b(?:is|are)\s+$/i.test(said);

/** "600 mg IM pralidoximine", "Magnesium sulfate 2 g", "methyl prednisone 1 g": of another name, known or nearly so. */
export function isNextToAnother(order: Order, { text, medicines, unknownNames }: Guideline): boolean {
  const { nameSpan, dose, medicine } = order;
  // "Serum estradiol levels show an adequate response": what is measured.
  if (/\b(?:serum|plasma) +$/i.test(text.slice(Math.max(0, nameSpan.start - 8), nameSpan.start))) return true;
  if (/\bmethyl[ -]$/i.test(text.slice(Math.max(0, nameSpan.start - 8), nameSpan.start))) return true;
  if (nameSpan.end > dose.start) return false;
  const ahead = (one: Span) => one.start >= nameSpan.end && /^[ *_]*$/.test(text.slice(one.end, dose.start));
  const behind = (one: Span) => one.start >= dose.end && wayOnly.test(text.slice(dose.end, one.start));
  // "With sulfadoxine–pyrimethamine that 400 µg folic acid": of what stands right behind it.
  const [next] = itemsOf(text.slice(dose.end, dose.end + nextReach));
  const isOfNext =
    (next?.kind === "medicine" && next.mention.medicine !== medicine) ||
    (next?.kind === "condition" && /\bsupplement/i.test(text.slice(dose.end, dose.end + nextReach)));
  return (
    medicines.some((one) => one.medicine !== medicine && one.end <= dose.start && ahead(one)) ||
    (addedWith.test(lineBefore(text, dose.start, 8)) &&
      isOwnName(/^ +(\p{Lu}\p{Ll}{3,})/u.exec(text.slice(dose.end, dose.end + nextReach))?.[1] ?? "")) ||
    (isOfNext && /\p{L}/u.test(text.slice(nameSpan.end, dose.start))) ||
    unknownNames.some((one) => (one.end <= dose.start ? ahead(one) : behind(one)))
  );
}
const nextReach = 40;
/** "Bupivacaine 12 mg and 0.2 mg Duramorph" */
const addedWith = /(?:\band|\bwith|\bplus|[+&])\s*$/;
const wayOnly = /^ +(?:(?:of|IV|IM|SC|PO|IO)[ /]+)*$/;

/** Its name stands in the same sentence or table, or heads a text that names no other medicine before the dose. */
export function isSurelyNamed(order: Order, { text, medicines, unknownNames }: Guideline): boolean {
  const { nameSpan, dose, where, container, inherited, medicine } = order;
  // "2 mg", and the next line of what was a table begins with the next name.
  if (nameSpan.end > dose.start)
    return nameSpan.start <= dose.end || !/\n\s*\p{Lu}\p{Ll}/u.test(text.slice(dose.end, nameSpan.start + 2));
  if (isBehindOwnName(order, text) || isSecondPart(order, text)) return false;
  const near = dose.start - nameSpan.end < longestAside;
  if (near && isAlsoTaken(text.slice(Math.max(0, nameSpan.start - 12), dose.start))) return false;
  if (where === "table" && (nameSpan.start >= container || namesOthers.test(lineBehind(text, container))))
    return nameSpan.start >= container;
  const between = text.slice(nameSpan.end, dose.start);
  // "Phenylephrine 1 mcg/kg", "propanolol 10 mcg/kg, then 0.1 mg/kg": of the name that is misspelt.
  if (unknownNames.some((one) => one.start >= nameSpan.end && one.end <= dose.start)) return false;
  if (unknownBefore.test(between) || namesBrand(between)) return false;
  if (!inherited) return !parts.test(between) || itsDose.test(between);
  return !medicines.some(
    (one) => one.start >= nameSpan.end && one.end <= dose.start && one.medicine !== medicine,
  );
}

/** "Morphine 0.1 mg/kg. Ofirmev: 15 mg/kg", and a line that begins with "**SCh**": of what the lexicon does not tell. */
export const namesBrand = (between: string): boolean =>
  matchesIn(between, /(?<![\p{L}\d-])\p{Lu}\p{L}{3,}(?![\p{L}-])/gu).some(([written]) =>
    isBareName(written.toLowerCase()),
  ) || isOwnName(/\n *(?:\*\*)?(\p{Lu}\p{L}{1,12})\*\*[^\n]*$/u.exec(between)?.[1] ?? "");

function isOwnName(written: string): boolean {
  const [item, more] = itemsOf(written);
  return item?.kind === "word" && !more && !structuralWords.has(item.text) && !action.test(written);
}

/** Below "| Dexamethasone | 0.25 mg/kg IV |" as a head: it is but the first of the rows. */
export const isBelowDosedHead = ({ where, container }: Order, { text }: Guideline): boolean =>
  where === "table" && /\d *m?c?g\b/.test(/^[^\n]*/.exec(text.slice(container))?.[0] ?? "");

/** "Tranexamic acid 1 g, then 40 IU" behind oxytocin, "the dose is 40 mg" below protamine: of what is named there, too. */
export function mayBeOfAnother(order: Order, guideline: Guideline): boolean {
  const { medicines, sections, text } = guideline;
  const { block, dose, medicine, nameSpan, where } = order;
  const headings = pathOf(sectionAt(sections, dose.start)).map(({ headingSpan }) => headingSpan);
  const goesOn = isGoneOn(order, guideline);
  // A sentence that names nothing: what the section has named before it counts as well.
  const alone = !goesOn && /[.!?]\s/.test(text.slice(nameSpan.end, dose.start));
  const above = alone ? (headings[0]?.start ?? 0) : block.start;
  const from = goesOn ? nameSpan.start : dose.start - (alone ? farthestSection : farthestName);
  const near: Span = { start: Math.max(above, from), end: dose.start };
  const places = where === "table" ? headings : [near, ...headings];
  return medicines.some(
    (one) =>
      one.medicine !== medicine &&
      places.some((place) => overlaps(place, one)) &&
      isUsualOf(one.medicine, order),
  );
}
const farthestName = 300;
const farthestSection = 2_000;

/** "Digoxin: load with 500 micrograms. From the next day: 125 mg": the paragraph names nothing else in between. */
export function isAloneBetween(
  { nameSpan, dose, inherited, block }: Order,
  { medicines, text }: Guideline,
): boolean {
  const between = text.slice(nameSpan.end, dose.start);
  return (
    !inherited &&
    nameSpan.start >= block.start &&
    nameSpan.end <= dose.start &&
    !unknownBefore.test(between) &&
    !namesBrand(between) &&
    !/[?!:]\s*[*_]*\p{Lu}[\p{Ll}-]{5,}\s*$/u.test(between) &&
    !medicines.some((one) => one.start >= nameSpan.end && one.end <= dose.start)
  );
}

/** "Prefer digoxin. … From the next morning the patient takes 125 micrograms orally once daily." */
export const isGoneOn = (order: Order, guideline: Guideline): boolean =>
  order.frequency?.perDay !== undefined &&
  order.routes.length > 0 &&
  isAloneBetween(order, guideline) &&
  order.dose.start - order.nameSpan.end < farthestName &&
  /[.!?]\s/.test(guideline.text.slice(order.nameSpan.end, order.dose.start)) &&
  !/\b(?:of|with) +$/.test(guideline.text.slice(Math.max(0, order.nameSpan.start - 8), order.nameSpan.start));

/** Another medicine or dose may stand between the name and the dose. */
export const isFarNamed = ({ nameSpan, dose }: Order): boolean =>
  dose.start < nameSpan.start || dose.start - nameSpan.end > closeBehind;
const closeBehind = 40;
