// Amounts that nobody gives at once: in texts on poisoning what was swallowed, or is treated from; what comes together
// over a course; what is spread on the skin. It must not judge what is given against the poison.

import type { Guideline } from "../guideline/guideline.ts";
import type { Order } from "../guideline/order.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { lineBefore } from "../text/around.ts";
import type { Span } from "../text/span.ts";

const poisoning = /\b(?:poison|overdos|toxic|toxidrom|ingest|antidot)/i;
const taken = /\b(?:ingest\w*|swallow\w*|(?:has|have) +taken|takes|took|threshold|toxic|overdose +of)\b/i;

export function isTakenAmount(order: Order, { sections, text }: Guideline): boolean {
  const path = pathOf(sectionAt(sections, order.dose.start));
  if (!path.concat(sections.slice(0, 1)).some(({ title }) => poisoning.test(title))) return false;
  // High doses of insulin are an antidote of their own.
  if (order.medicine.classes.includes("insulin")) return true;
  const bare = order.routes.length === 0 && !order.frequency && !order.rate && !order.over;
  return bare || taken.test(text.slice(order.start, order.end)) || taken.test(sentenceAround(text, order));
}

/** "For a total of 120 mg/kg: at 60 kg, 7200 mg", "300 mg OME", "gel 0.75 %, 5 g": what comes together over a course, and what is spread; what is held, or equalled. */
export function isNoSingleDose({ dose, total, divided }: Order, { text }: Guideline): boolean {
  const before = clauseBefore(text, dose.start);
  const behind = text.slice(dose.end, dose.end + 24);
  const whole = total || altogether.test(before) || inAll.test(behind);
  return (
    isHeldByDevice(dose, text) ||
    equalling.test(before) ||
    intoSyringe.test(text.slice(dose.end, dose.end + 160)) ||
    // "8–14 g divided every 4 to 6 hours": of a day.
    (!divided && /^ *(?:to +be +|in +)?divided\b/i.test(behind)) ||
    (whole &&
      !ofOneDay.test(before.split(/,| {2,}/).at(-1) ?? "") &&
      !/^\s*(?:per|a|\/) *d(?:ay)?\b/i.test(behind)) ||
    ((spread.test(before) || spreadBehind.test(text.slice(dose.end, dose.end + 60))) &&
      dose.unit.code === "g" &&
      !dose.per.kg)
  );
}

/** "Bumetanide 1 mg by mouth counts as 40 mg": of another medicine; "intrauterine system 52 mg": over years. */
const equalling =
  /\d[^|]*\b(?:counts? +(?:as|for)|equals?|equivalent +to|equal +to|corresponds? +to|converts? +to|is +worth|replaces?|as +strong +as)\s+(?:about +|roughly +|some +)?[*_]*$/i;
const contained =
  /\b(?:intra-?uterine|iu[dsc]s?|implants?|system|device|mirena|kyleena|jaydess|levosert|benilexa|vaginal +ring|pellets?|reservoirs?)[®™\s,:()]*(?:(?:with|of|holding|releasing|containing)\s+)?$/i;
/** "The 52 mg LNG-IUS", "Mirena (52 mg)". */
export const isHeldByDevice = (dose: Span, text: string): boolean =>
  contained.test(clauseBefore(text, dose.start)) || device.test(text.slice(dose.end, dose.end + 60));

/** Below "Intra-uterine systems": "Levosert (LNG 52 mg)". */
export const isOfDevice = ({ dose }: Order, { sections }: Guideline): boolean =>
  pathOf(sectionAt(sections, dose.start)).some(({ title }) => /\b(?:intra-?uterine|IUS|IUD)\b/i.test(title));

const device =
  /^[ -]*(?:(?:LNG|[Ll]evonorgestrel)(?:-? *releasing)?[ -]*)?(?:(?:,| *(?:and|or)) *\d+(?:\.\d+)? *mg[ -]*){0,3}(?:(?:LNG|[Ll]evonorgestrel)[ -]*)?(?:IU[SDC]s?|intra-?uterine|coils?)\b/;

/** "Midazolam 3 mg/kg, fentanyl 250 mcg/kg into a 50 mL syringe": what runs in over hours. */
const intoSyringe =
  /^(?:[^.;|\n]|\.(?=\d)|\n(?! *(?:[-*+#|\n]|\d+[.)]))){0,120}?\b(?:in|into|to|with) +(?:a +)?\d+ *m[lL] +(?:syringe|bag|bottle)/;

/** "10 units intradermally", "0.1 mg by mouth" when someone gets used to it: next to nothing, on purpose. */
export function isTinyUse({ dose }: Order, { sections, text }: Guideline): boolean {
  const behind = /^[^.;|\n]{0,60}/.exec(text.slice(dose.end, dose.end + 60))?.[0] ?? "";
  const titles = pathOf(sectionAt(sections, dose.start)).map(({ title }) => title);
  return [lineBefore(text, dose.start, reach), behind, ...titles].some((said) => tinyUse.test(said));
}
const tinyUse =
  /\b(?:intra-?derm|intra-?camer|intra-?vitre|sub-?conjunctiv|intra-?thec|intra-?ventric|intra-?epiderm|into +the +(?:skin|eye|chamber|vitreous)|(?:skin|prick|scratch|patch|test|challenge)[ -](?:tests?|testing|doses?)|desensiti[sz]|provocation|lumens?\b|locks?\b|flush)/i;

/** "1 mg for each 100 units given", "0.5 mg per 1 mg of enoxaparin": the antidote by what it undoes. */
export const isPerAnother = ({ dose }: Order, { text }: Guideline): boolean =>
  /^[*_]{0,3}\s*(?:(?:of +[a-zß-öø-ɏ]+|IV|\(IV\)) +)?(?:for +(?:each|every)|per|to +each)\s+(?:\d[\d.,]*\s*)?(?:mg|milligrams?|mcg|micrograms?|g|grams?|IU|units?|(?:completed +)?(?:year|month)s? +of +age)\b/i.test(
    text.slice(dose.end, dose.end + 40),
  );

/** "1 unit : 15 g of carbohydrate": one by the other. */
export const isRatio = ({ dose }: Order, { text }: Guideline): boolean =>
  /\d *(?:U|units?|IU|mg|g) *: *$/i.test(text.slice(Math.max(0, dose.start - 10), dose.start));

/** "IV injections may be given at a rate of 20–40 mg per minute": how fast, until the dose is in. */
export const isSpeed = ({ dose }: Order, { text }: Guideline): boolean =>
  dose.per.hours !== undefined &&
  dose.per.hours < 0.1 &&
  !dose.per.kg &&
  /\b(?:inject\w*|push|bolus|direct|undiluted)\b/i.test(clauseBefore(text, dose.start)) &&
  /\b(?:rate|speed)(?: +(?:of|is|not|to|exceed\w*|up|than|more|over|above|max\w*)){0,4} *$/i.test(
    clauseBefore(text, dose.start),
  );

/** "1 milliunit (mU) per minute", "0.5 mg/m", "30 mg/g": the unit goes on, in a way that is not read. */
export const isCutShort = ({ dose, rate }: Order, { text }: Guideline): boolean =>
  // "14G angiocath": how wide a needle is.
  /^(?:1[4-9]|2[0-9]|30) *G$|^\d-M?U$/.test(text.slice(dose.start, dose.end)) ||
  // "dopamine (1-5 mcg) > β1 (5-10 mcg)": what it acts on.
  /[αβ]/.test(text.slice(dose.start, dose.end + 8)) ||
  (!rate &&
    dose.per.hours === undefined &&
    /^(?: *\([^()\d]{1,8}\))? *(?:\/ *(?!(?:kg|dose|d|day|\d)\b)\p{L}|per +(?:min|hour))/u.test(
      text.slice(dose.end, dose.end + 24),
    ));

const altogether = /\b(?:total|cumulative|altogether|incrementally +up +to)\b(?! +body)/i;
const ofOneDay = /\b(?:daily|day|24 *h(?:ours)?)\b/i;
const inAll = /^(?:[^.;|\n]{0,8}\b(?:in +total|in +all|altogether|cumulative)|[ ]*(?:OME|MME|oMEDD|MEDD)\b)/i;
const spread = /\b(?:topical(?:ly)?|gel|cream|ointment|paste|lotion|foam|jelly)\b[^|]{0,30}$/i;

/** "1 g (1 inch) of paste" */
const spreadBehind =
  /^[^.;|\n\d]{0,12}(?:\d(?:\.\d)? *(?:inch|cm)\w*\)?[^.;|\n]{0,30})?\b(?:paste|ointment|cream|gel)\b/i;

const reach = 160;
function sentenceAround(text: string, { dose }: Order): string {
  const after = text.slice(dose.end, dose.end + reach);
  return `${clauseBefore(text, dose.start)}${/^[^.;\n|]*/.exec(after)?.[0] ?? ""}`;
}

function clauseBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - reach), at);
  return before.slice(before.search(/(?:[^.;\n|]|\.(?=\d))*$/));
}
