// What a sentence with "contraindicated" or the like forbids and to whom, whichever of the two it names first: "Asthma:
// beta-blockers contraindicated", "Within 24 hours of sildenafil every nitrate is contraindicated". It must not judge.

import { medicineNamed } from "../lexicon/medicine.ts";
import { matchesIn } from "../text/matches.ts";
import { patientsAmong, patientsIn } from "./forbidden-patients.ts";
import { covers, type MedicineTarget, targetsIn } from "./medicine-target.ts";
import { timeSinceIn } from "./patient-time.ts";
import type { Patients, Prohibition, Received } from "./prohibition.ts";
import { alsoTaking, anyoneOn, blanked, everyForm, withoutReceived } from "./prohibition-aside.ts";
import { plainlySaid } from "./prohibition-spoken.ts";
import { wayIn } from "./prohibition-wording.ts";
import { scopeOf } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

export interface Statement {
  readonly targets: readonly MedicineTarget[];
  readonly patients: readonly Patients[];
  readonly receiving?: Received;
  /** "Misoprostol for induction of labour": for nothing else. */
  readonly use?: readonly string[];
  /** "NSAIDs by mouth": in no other way. */
  readonly routes?: Prohibition["routes"];
  readonly local?: Prohibition["local"];
  readonly start: number;
  readonly end: number;
}

const adverbs = "(?:(?:absolutely|strictly|formally|clearly|also|therefore|thus|always|still|likewise)\\s+)*";
const mark = new RegExp(
  `(?:\\b(?:is|are|remains?|stays?|being)\\s+)?\\b${adverbs}(?:contra-?indicated|forbidden|prohibited|banned|off[- ]limits|not\\s+(?:allowed|permitted|to\\s+be\\s+(?:given|used|prescribed|offered|taken)))\\b` +
    `|(?:\\b(?:is|are|as)\\s+)?\\b(?:an?\\s+)?(?:(?:absolute|strict|clear|firm|formal|known|main)\\s+)*contra-?indications?\\b(?:\\s+(?:to|for)\\s+(?:the\\s+use\\s+of\\s+)?)?`,
  "i",
);
export const mayForbid =
  /contra-?indicat|forbidden|prohibited|banned|off[- ]limits|\bnot\s+(?:allowed|permitted|to\s+be)\b/i;

/** "If metformin is contraindicated", "not contraindicated", "patients with a contraindication to". */
const spared = {
  said: /\b(?:(?:if|unless|when|where|whether|whenever|(?:in|for) +(?:whom|which)|which)(?:\s+[^\s,;:]+){0,5}|not|no +longer|never|rarely|hardly|no|were|was|neither)\s*$/i,
  named:
    /\b(?:no|not|nor|few|without|any|other|relative|with|has|have|having|check[a-zß-öø-ɏ]*|look|exclude[a-zß-öø-ɏ]*|is +there|despite|in +spite +of|if|unless)\b(?:\s+[a-zß-öø-ɏ]+)?\s*$/i,
};
const exception =
  /\b(?:unless|except|other +than|apart +from|only|until|instead +of|monotherapy|if +possible|where +possible|if +available|prefer\w*|routine\w*|general(?:ly)?|usual\w*|high[- ]dose|higher|prolonged|long[- ]term|repeat\w*|together|caution\w*|cautious\w*|concurrent\w*|concomitant\w*|combin\w*|simultaneous\w*|same +(?:time|syringe)|dilut\w*|mix\w*|rapid\w*|bolus|undiluted|crush\w*|again|another|additional|abrupt\w*|first[- ]line|first +choice|sole|at +night|relative(?:ly)?|without|alone|may|can|could|some|certain|if|but|more +than +\d+ *(?:mg|g|mL|times)|daily|days? +of +treatment)\b/i;

/** ", alone or in mixtures,", "(by any route)", ", whatever the dose,": which narrows nothing. */
const aside =
  /(?:,|\()\s*(?:alone|whether|in +any|by +any|of +any|at +any|including|even|oral|topical|systemic|with +or +without|whatever|old +and +new|as +a +class|all +of +them)\b[^,()]*(?:,|\))?\s*$/i;
const reason =
  /[,;(]?\s*(?:\b(?:because|since|as +(?:it|they|this|these|there|some|many|most|the|its|their|is|are)\b|due +to|owing +to|which|risk +of|for +(?:it|they|its|their|fear)\b|so\b|where +it|may|can|causes?)|[–—]|\s-\s)[\s\S]*$/i;
const leadingReason = /^\W*(?:because|since|as|following|after)\b[^,]*,\s*(?=\S)/i;
const numbering = /^\W*\d+(?:\.\d+)*[.)]?\s+/;
const sentence = /[^.;!?\n•|](?:[^.;!?•|]|[.](?=\S))*/gu;

const lead =
  /^[\s,:–—(-]*(?:(?:absolutely|strictly|in|with|for|during|if|when|while|below|under|after|within|at|from|before|to|over|above|beyond|throughout|where|among|by|following|on|until|once)\b|[:,–—(-])/i;
const preposed =
  /^\W*(?:in|with|for|during|if|when|while|below|under|after|within|at|from|before|over|above|throughout|once)\b/i;
const plural =
  /\b(?:the +)?following(?: +(?:classes|medicines?|drugs?|agents?|antibiotics?|vaccines?|products?|tablets?))?\b|\b(?:these|such)(?: +(?:classes|medicines?|drugs?|agents?))?\b/i;
const idleWords =
  /\b(?:all|any|every|each|the|both|use|of|other|such|as|like|and|or|nor|medicines?|drugs?|agents?|class(?:es)?|group|tablets?|therapy|treatment|products?|preparations?|members?|whole|entire|its|their|sister|related|relatives?|congeners?|cousins?|siblings?|companions?|including|with|within|alone|an?|note|warning|caution|important|remember|box|safety|giving|giv(?:e|en)|anything|containing|types?|kinds?|forms?|contraindicated|therefore|thus|hence|too|also|it|they|this|these|is|are)\b/gi;

const isIdle = (text: string): boolean => !/\p{L}{2,}|\d/u.test(text.replace(idleWords, " "));
const without = (text: string, parts: readonly { readonly start: number; readonly end: number }[]) =>
  parts.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${" ".repeat(end - start)}${left.slice(end)}`,
    text,
  );

/** In a text without headings; `above` is what it is about where it names nothing. */
export function statementsIn(text: string, above: () => readonly MedicineTarget[]): readonly Statement[] {
  if (!mayForbid.test(text)) return [];
  return matchesIn(text, sentence).flatMap(({ index, 0: words }) => {
    const found = mayForbid.test(words)
      ? statementOf(plainlySaid(words), () => before(text, index) ?? above())
      : undefined;
    if (!found) return [];
    const targets = found.targets.map((one) =>
      one.start < 0 ? one : { ...one, start: one.start + index, end: one.end + index },
    );
    const from = index + (/^[^\p{L}]*/u.exec(words)?.[0].length ?? 0);
    return [{ ...found, targets, start: from, end: index + words.trimEnd().length }];
  });
}

/** "… are contraindicated in women who", and an item below it; "The following are contraindicated in gout:". */
export function statementWith(lead: string, item: string): Read | undefined {
  const named = targetsIn(lead).length > 0;
  if (!mayForbid.test(lead) || (named && /\band\b/i.test(item))) return undefined;
  const opened = lead.replace(/[\s:,*_]+$/, "");
  const told = item.replace(/^[^\p{L}\d]+/u, "").replace(/[\s;,.]+$/, "");
  return told === "" ? undefined : statementOf(`${opened}${named ? " " : ": "}${told}`, () => []);
}

const before = (text: string, at: number) => subjectOf(text.slice(0, at));

/** "Box: ceftriaxone. Contraindicated in …": of several the one that the nearest sentence with a name opens with. */
export function subjectOf(earlier: string): readonly MedicineTarget[] | undefined {
  const found = meantIn(earlier);
  const names = new Set(found.map(({ name }) => name));
  if (names.size === 1) return found.slice(-1).map(unplaced);
  for (const { start, end } of sentencesIn(earlier).toReversed()) {
    const said = earlier.slice(start, end);
    const [first, ...others] = meantIn(said);
    if (!first) continue;
    if (/\p{L}{2}/u.test(said.slice(0, first.start).replace(/\b(?:the|all|an?|most|other)\b/gi, "")))
      return undefined;
    const list = [first];
    for (const one of others) {
      if (!isJoint(said.slice(list.at(-1)?.end, one.start))) break;
      list.push(one);
    }
    return list.map(unplaced);
  }
  return undefined;
}
/** Not "in 100 ml of D5W", "inhibits the synthesis of prostaglandins". */
const meantIn = (text: string): readonly MedicineTarget[] => {
  const all = targetsIn(text).filter(({ start }) => !within.test(text.slice(Math.max(0, start - 60), start)));
  const named = all.flatMap(({ kind, name }) => (kind === "medicine" ? (medicineNamed(name) ?? []) : []));
  // "The biguanide metformin" is one.
  return all.filter((one) => one.kind === "medicine" || !named.some((medicine) => covers(one, medicine)));
};
const within =
  /\b(?:in +(?:up +to +)?\d[\d.,]* *ml +(?:of +)?(?:\S+\/)?|(?:inhibit|block|suppress|reduc|increas)\w* +(?:the +)?|(?:synthesis|production|release|levels?|secretion|metabolism) +of +|(?:after|before|than|like) +(?:[a-zß-öø-ɏ]+ +)?)$/i;
const unplaced = (one: MedicineTarget): MedicineTarget => ({ ...one, start: -1, end: -1 });

type Read = Omit<Statement, "start" | "end">;

function statementOf(said: string, above: () => readonly MedicineTarget[]): Read | undefined {
  const match = mark.exec(said);
  if (!match) return undefined;
  const noun = /contra-?indications?/i.test(match[0]);
  if (ofNotes.test(said)) return undefined;
  const front = said.slice(0, match.index).replace(numbering, blanked).replace(leadingReason, blanked);
  const back = said.slice(match.index + match[0].length);
  if ((noun ? spared.named : spared.said).test(front) || everyForm.test(said)) return undefined;
  const to = noun && /\b(?:to|for)\s+(?:the\s+use\s+of\s+)?$/i.test(match[0]);
  if (to) return fromNoun(front, back, match.index + match[0].length);
  return fromParticiple(front, back, match.index + match[0].length, above);
}

/** "Skin: rash Contraindications Asthma Precautions": notes without full stops, and nobody can tell where each ends. */
const ofNotes = /[\p{Ll})]\s+(?:Contra-?[Ii]ndications|Precautions|Interactions)\s+\p{Lu}/u;

/** "A scar is a contraindication to misoprostol for induction", "Contraindications to ergometrine: hypertension". */
function fromNoun(front: string, back: string, at: number): Read | undefined {
  const colon = back.search(/[:–—]\s|\s(?:includes?|are)\s/);
  const head = colon < 0 ? back : back.slice(0, colon);
  const list = targetsIn(head);
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last || !isIdle(head.slice(0, first.start))) return undefined;
  const behind = head.slice(last.end);
  const who = isIdle(front) && colon >= 0 ? back.slice(colon + 1).replace(/^(?:includes?|are)\s/, "") : front;
  const use = useIn(behind);
  if (use === undefined && !isIdle(behind.replace(reason, ""))) return undefined;
  const targets = list.map((one) => ({ ...one, start: one.start + at, end: one.end + at }));
  return saying(targets, who.replace(/:\s*$/, ""), use);
}

/** "For induction of labour" */
export function useIn(behind: string): readonly string[] | undefined {
  const [, what = ""] =
    /^\s+(?:for|in|as)\s+(?!patients|people|women|children)(.{3,60})$/i.exec(behind) ?? [];
  if (what === "") return undefined;
  const { conditions } = scopeOf(what, 0).indication;
  return conditions.length > 0 ? conditions : (what.toLowerCase().match(/\p{L}{4,}/gu) ?? undefined);
}

function fromParticiple(
  front: string,
  back: string,
  at: number,
  above: () => readonly MedicineTarget[],
): Read | undefined {
  const trimmed = front.replace(aside, blanked);
  const { receiving, said } = withoutReceived(timed(trimmed));
  const own = lastList(said);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return fromBack(front, back, at, above);
  const { bare: behind, ...way } = wayIn(said.slice(last.end));
  if (!isIdle(behind.replace(/[^\p{L}\d]+/gu, " "))) return undefined;
  const earlier = said.slice(0, first.start);
  const cut = Math.max(earlier.lastIndexOf(": "), earlier.lastIndexOf(", "), earlier.lastIndexOf("** "));
  const modifiers = earlier.slice(cut + 1);
  const whoBefore = preposed.test(earlier) || cut >= 0 ? earlier : "";
  const segment = cut >= 0 ? modifiers : preposed.test(earlier) ? "" : earlier;
  if (!isIdle(segment.replace(/[^\p{L}\d]+/gu, " "))) return undefined;
  const tail = lead.test(back) ? back : "";
  if (tail === "" && /\p{L}/u.test(back.replace(reason, ""))) return undefined;
  const front_ = (cut >= 0 ? whoBefore.slice(0, cut) : whoBefore).trim();
  const listed = back.search(/:\s/);
  // "X is contraindicated in asthma: it closes the airways"
  // "While a woman breastfeeds, codeine is forbidden: the baby may stop breathing"
  const isReason = /^\s*[:–—]/.test(back) && !isIdle(front_);
  const who = isReason ? "" : back.trim().startsWith(":") || listed < 0 ? tail : tail.slice(0, listed);
  const whole = isIdle(who.replace(reason, "")) || who.trim() === "" ? front_ : who;
  if (whole === who && !isIdle(front_) && !targetsOnly(front_) && receiving === undefined) return undefined;
  const told = saying(own, whole, undefined);
  const found = told && { ...told, ...(way.routes.length > 0 || way.local ? way : {}) };
  if (receiving && found) return { ...found, receiving };
  return receiving && (isIdle(who) || whole === front_)
    ? { targets: own, ...onlyOn(receiving, front) }
    : found;
}

/** Whoever takes it, or took it not long ago. */
function onlyOn(receiving: Received, text: string): Pick<Read, "patients" | "receiving"> {
  const since = timeSinceIn(text);
  return { patients: anyoneOn(receiving).map((one) => ({ ...one, ...(since && { since }) })), receiving };
}

/** "Since two deaths overseas" */
const targetsOnly = (text: string): boolean => isIdle(without(text, targetsIn(text)));

/** Nothing that is forbidden stands before the mark: "contraindicated in dengue: NSAIDs", or what is said above. */
function fromBack(
  front: string,
  back: string,
  at: number,
  above: () => readonly MedicineTarget[],
): Read | undefined {
  const colon = back.search(/:\**\s/);
  const head = front.replace(plural, blanked);
  const listed = colon < 0 ? [] : targetsIn(back.slice(colon));
  if (listed.length > 0) {
    const list = listed.map((one) => ({ ...one, start: one.start + colon + at, end: one.end + colon + at }));
    const who = back.slice(0, colon);
    return saying(list, isIdle(who) ? head : who, undefined);
  }
  const label = labelled.exec(front)?.groups?.who;
  if (
    label &&
    targetsIn(label).length === 0 &&
    isIdle(back.replace(reason, "").replace(/\bin +pregnant\b/i, ""))
  ) {
    const meant = above();
    return meant.length === 0 ? undefined : saying(meant, label, undefined);
  }
  if (!isIdle(head.replace(/[^\p{L}\d]+/gu, " ")) || !lead.test(back)) return undefined;
  const targets = above();
  return targets.length === 0 ? undefined : saying(targets, back, undefined);
}

/** "eGFR below 30: contraindicated", "Expectant mothers: nobody knows, so the drug is …" */
const labelled =
  /^[^a-zß-öø-ɏ]*(?<who>[^.:;]{3,80}?(?:\d\.\d[^.:;]{0,20}?)?)[\s*_]*:[\s*_]*(?:[^:;]{3,80}[,;] +(?:so|therefore|thus|hence)\b(?: +(?:it|they|(?:the|this|these) +(?:medicines?|drugs?|tablets?|class|group|agents?)))?)?[\s*_]*$/i;

/** "Within 24 hours of sildenafil", "during prednisone": while taking it. */
function timed(text: string): string {
  let found = text;
  for (const { start } of targetsIn(text)) {
    const by = tied.exec(text.slice(0, start));
    if (by?.[1]) {
      const at = by.index;
      found = `${found.slice(0, at)}${"on".padEnd(by[1].length)}${found.slice(at + by[1].length)}`;
    }
  }
  return found;
}
const tied =
  /\b(during|throughout|alongside|beside|with|while +on|(?<=(?:hours?|days?|weeks?|months?) +)(?:of|after)|(?<=^\W*)after)\s+(?:(?:an?|the|any|each|every|a +dose +of|taking|treatment +with|high-dose|long-term)\s+)*$/i;

/** The targets that stand together at the end. */
function lastList(text: string): readonly MedicineTarget[] {
  const all = targetsIn(text);
  let from = all.length - 1;
  while (from > 0 && isJoint(text.slice(all[from - 1]?.end, all[from]?.start))) from--;
  return all.slice(Math.max(0, from));
}
const isJoint = (gap: string): boolean =>
  gap.length < 60 && isIdle(gap.replace(/[^\p{L}\d:.]+/gu, " ")) && !/[:.]/.test(gap);

function saying(
  targets: readonly MedicineTarget[],
  whom: string,
  use: readonly string[] | undefined,
): Read | undefined {
  const plain = whom
    .replace(/^[\s,:–—(-]+/, "")
    .replace(everyForm, blanked)
    .replace(/\([^()]*\)?\s*$/, blanked)
    .replace(/,?\s*with +or +without\b[^,]*|,\s*[a-zß-öø-ɏ -]{3,40}\bor +not\b/i, blanked)
    .replace(alsoTaking, (words) => (targetsIn(words).length > 0 ? blanked(words) : words))
    .replace(reason, "");
  if (plain.trim() === "") return undefined;
  const bare = without(plain, targetsIn(plain));
  if (exception.test(bare)) return spares.test(bare) ? undefined : sayingOfSome(targets, plain, use);
  const { receiving, said } = withoutReceived(timed(plain));
  const patients = receiving && isIdle(said) ? [] : patientsIn(said);
  if (patients === "unclear") return sayingOfSome(targets, plain, use);
  if (patients.length === 0)
    return receiving && { targets, ...onlyOn(receiving, plain), ...(use && { use }) };
  // "When serum potassium exceeds 5": no medicine.
  const isMeasured = patients.every(({ values, within, kidney }) => values ?? within ?? kidney);
  if (!isMeasured && targetsIn(said).length > 0 && !/allerg|hypersensitiv|anaphyla/i.test(said))
    return undefined;
  return { targets, patients, ...(receiving && { receiving }), ...(use && { use }) };
}

/** It may spare any of those that are named. */
const spares =
  /\b(?:unless|except|other +than|apart +from|only|until|instead +of|if +possible|where +possible|caution\w*|cautious\w*|relative(?:ly)?|may|can|could|some|certain|but)\b/i;

/** "In asthma, in heart block and for courses of more than 7 days": those of the list that are understood. */
function sayingOfSome(
  targets: readonly MedicineTarget[],
  plain: string,
  use: readonly string[] | undefined,
): Read | undefined {
  const parts = plain.split(divided).filter((part) => !exception.test(part) && targetsIn(part).length === 0);
  const patients = parts.flatMap(patientsAmong);
  return patients.length === 0 ? undefined : { targets, patients, ...(use && { use }) };
}
const divided =
  /[,;]\s+(?:(?:and|or)\s+)?|\s(?:and|or)\s+(?=(?:in|with|after|during|when|for|if|below|under|above)\s)/i;
