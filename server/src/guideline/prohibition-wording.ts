// What words of a prohibition narrow it down: an exception, a kind of the medicine, a reason. It must not know whom it is
// for, nor documents.

import { shifted } from "../text/span.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import type { Prohibition } from "./prohibition.ts";
import { blanked } from "./prohibition-aside.ts";
import { itemsOf, scopeOf } from "./scope.ts";

const exception =
  /\b(?:unless|except(?:ions?)?|other +than|apart +from|aside +from|only|until|without|instead +of|alone|monotherapy|if +possible|where +possible|if +available|prefer\w*|routine\w*|general\w*|usual\w*|higher|high[- ]dose|large|more +than|less +than|longer|greater +than|prolonged|long[- ]term|repeat\w*|exceed\w*(?! +\d+(?:\.\d+)? *(?:mmol|micromol|µmol|mg\/dL|g\/dL|%|kg|ms|mmHg|mL\/min|×))|together|cautious\w*|with +(?:great +|extreme +)?caution|if +(?:really +|absolutely +|strictly +)?(?:indicated|necessary|essential|needed)|concurrent\w*|concomitant\w*|combin\w*|simultaneous\w*|same +time|same +syringe|(?:from|of|with) +both|dilut\w*|mix\w*|rapid\w*|bolus|undiluted|crush\w*|again|another|additional|second +(?!trimester|stage|half|or +third|degree)|abrupt\w*|first[- ]line|first +choice|(?:first|initial) +(?:medicine|drug|treatment|step)|sole|before|after|within|at +night|at +term|near +term)\b/i;
/** "Fever is not a contraindication", "there are few". */
export const notOne = /\b(?:not?|few|neither|nor|nil|none)\b[^.]{0,40}\bcontra-?indicat/i;
/** "Contraindicated in …", below the medicine's name. */
export const bare =
  /^[^a-zß-öø-ɏ]*(?:(?:absolutely +|strictly +)?contra-?indicated +(?:in|for)|not +(?:(?:to +be +)?(?:given|used|prescribed|applied) +)?(?:in|to|if|during)|avoid +(?:use +)?(?:in|during)|(?:must|should) +(?:not|never) +be +(?:given|used|prescribed|taken) +(?:in|to|by|during))\b/i;
/** What is forbidden by one route only has that route. */
export const routeWord =
  /\b(?:oral|sublingual|intravenous|intramuscular|rectal|inhaled|nebuli[sz]ed|subcutaneous)\b/i;

/** What acts where it is put. */
export const localForm =
  /\b(?:(?:eye|ear|nasal|nose|topical)[ -])?(?:drops?|ointments?|creams?|gels?|lotions?|sprays?|mouth *wash(?:es)?|shampoos?|pessar(?:y|ies))\b/i;
const way =
  /\b(?:oral|systemic|parenteral|sublingual|intravenous|intramuscular|rectal|inhaled|nebuli[sz]ed|subcutaneous|orally|(?:by|through) +(?:the +)?(?:mouth|injection|vein)|IV|IM)\b/gi;

/** "Beta-blocker drops", "NSAIDs by mouth": how it is given, and the rest in its place. */
export function wayIn(what: string): Pick<Prohibition, "routes" | "local"> & { readonly bare: string } {
  const local = localForm.test(what);
  const bare = what.replace(localForm, blanked).replace(way, blanked);
  const injected = /\b(?:injection|parenteral)\b/i.test(what) ? (["iv", "im", "sc"] as const) : [];
  const routes = local || bare === what ? [] : [...scopeOf(what, 0).routes, ...injected];
  return { bare, routes, ...(local && { local: "only" }) };
}

export const reasons =
  /:\s+(?:it|they|this|these|there)\b[\s\S]*$|[,;(]?\s*\b(?:because|since|as +(?:it|they|this|these|there|some|many|most|the|its|their|are|is|do|does)\b|due +to|owing +to|which|risk +of|may +(?:cause|harm|worsen)|can +(?:cause|worsen)|causes?|(?:even +)?though|although|whereas|unlike|but(?! +(?:not|also|never))|however|in +contrast)\b[\s\S]*$/i;

/** "Erythromycin estolate": one salt of it, not each. */
export const namesSalt = (object: string) =>
  targetsIn(object).some(
    ({ kind, name, start, end }) =>
      kind === "medicine" && object.slice(start, end).toLowerCase().startsWith(`${name} `),
  );

/** "Systemic NSAIDs", "supplemental iodine": not all of it. */
export function isQualified(object: string): boolean {
  const bare = targetsIn(object).reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    object.replace(numbered, blanked),
  );
  return !isIdle(bare.replace(otherName, blanked));
}

/** "Radioiodine and carbimazole": another name, that is not known. */
const otherName =
  /^\W*(?![a-zß-öø-ɏ-]*(?:al|ic|ed|ous|ar|ive|ary|ing|ent|ble|ly)\b)[a-zß-öø-ɏ-]{6,}\s+(?:and|or|nor)(?=\s{5,})/i;

/** "1.2 Metformin" */
const numbered =
  /^\W*[a-zß-öø-ɏ]?\d+(?:\.\d+)*[.):]?\s+(?!(?:mg|g|mcg|micrograms?|ml|units?|iu|mmol|%)\b)(?=[a-zß-öø-ɏ])/i;

const idleWords = new Set(
  "and or the any all use using such like including other eg nor any with medicine medicines drug drugs agent agents tablet tablets treatment therapy patient patients people person this these those them disease condition case cases should must not never give given prescribe prescribed administer administered offer offered taken receive used also therefore both either group class product products preparation preparations here for pain fever who have has are was been their being to of in on by at as is it its their use".split(
    " ",
  ),
);
/** Nothing is said that could narrow what is forbidden. */
export const isIdle = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).every(
    (word) => idleWords.has(word) || /^\p{L}{1,2}$/u.test(word),
  );

/** ", from the first day of fever until platelets are normal": as long as they are ill, which narrows nothing. */
export const wholeIllness =
  /,?\s*\bfrom +(?:the +)?(?:first|start|onset|beginning|outset|day +of +onset)\b[^.;:,]{0,40}?\b(?:until|till|to)\s[^.;:,]{0,40}?\b(?:normal|recover(?:y|ed|s)|resol(?:ution|ved|ves)|over|gone|ends?|ended|well|last)\b/i;

/** Ages, and what the name of a condition says ("bleeding after birth"), are no exceptions. */
export const isExcepted = (text: string): boolean => exception.test(withoutAge(withoutNames(text)));
const withoutNames = (text: string): string =>
  itemsOf(text).reduce(
    (left, item) =>
      item.kind === "condition" && !item.qualifier
        ? left.slice(0, item.start) + " ".repeat(item.end - item.start) + left.slice(item.end)
        : left,
    text,
  );
const withoutAge = (text: string) =>
  text
    .replace(
      /\b(?:less +than|more +than|greater +than|within|before|after)\s+\d+\s*(?:years?|months?|weeks?|days?|kg)\b/gi,
      " ",
    )
    .replace(/\bbefore +(?:the +age +of +)?\d+/gi, " ")
    .replace(/\b(?:less|lower|greater|more) +than +\d+\s*mL\b/gi, " ");

/** "(haemolysis in the newborn)": why, where it is said in whom. */
export function withoutAside(who: string): string {
  const plain = who.replace(/\([^()]*\)?/g, blanked);
  return /\p{L}{3}|\d/u.test(plain) ? plain : who;
}

export const most = 3;

export const movedTargets = (targets: readonly MedicineTarget[], by: number) =>
  targets.map((target) => ({ ...target, ...shifted(target, by) }));

/** "Not recommended in", "should not be used for": advice, and no contraindication. */
export const isAdvice = (text: string): boolean =>
  (advises.test(text) || treats.test(text)) && !bars.test(text);
const advises =
  /\b(?:recommend|suggest|advis|propos)\w*|\bshould +(?:\w+ +)?not\b|\bnot +(?:indicated|needed)\b/i;
const treats =
  /\b(?:given|used|prescribed|offered|started)\s+(?:for(?! +(?:patients|people|children|women|adults|those|anyone|infants|newborns|babies|any\b|all\b|\d))|to +treat|against)\s/i;
const bars = /\bcontra-?indicat|\b(?:forbidden|prohibited|banned)\b/i;

/** "Side effects", under "Contraindications": another chapter of a medicine's page, whatever its heading's depth. */
export const ofOther =
  /^[^a-zß-öø-ɏ]*(?:(?:common +|other +)?(?:side|adverse|unwanted) +(?:effects?|reactions?|events?)|interactions?|dos(?:e|es|age|ing)|administration|indications?|notes?|precautions?|monitoring|onset|storage|overdose|antidote)\b[^a-zß-öø-ɏ]*$/i;

/** "Contraindications: none known" */
export const isNone = /^\W*(?:none|nil|no +known|no +data|not +(?:applicable|known|available)|n\/a)\b/i;
