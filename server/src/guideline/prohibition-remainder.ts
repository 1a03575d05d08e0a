// Prohibitions whichever way the sentence goes: it bars, it names medicines, and all that is left names patients. Where
// anything is left that is not understood, nothing is read. For what no other reader of prohibitions has read. It must
// not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { patientsIn } from "./forbidden-patients.ts";
import { type MedicineTarget, targetsIn } from "./medicine-target.ts";
import type { Passage } from "./passage.ts";
import type { Patients, Prohibition } from "./prohibition.ts";
import { anyoneOn, blanked, everyForm, withoutReceived } from "./prohibition-aside.ts";
import { whomAbove } from "./prohibition-below.ts";
import { plainlySaid } from "./prohibition-spoken.ts";
import { subjectOf } from "./prohibition-statement.ts";
import {
  isAdvice,
  isExcepted,
  localForm,
  movedTargets,
  namesSalt,
  routeWord,
} from "./prohibition-wording.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";

const act =
  "(?:given|used|prescribed|taken|started(?: +on)?|offered|administered|put +on|chosen|allowed|permitted|suitable|safe|fit|advisable|an? +option|eligible +for|candidates? +for)";
const does = "(?:give|use|prescribe|take|start|offer|administer|receive|get|have|choose|order|swallow)";
const bars = new RegExp(
  [
    `\\b(?:must|should|may|shall|can|could|do|does|is|are|will)(?: *|n['’]t +)(?:not|never|no +longer)? *(?:to +)?(?:be +)?(?:${act}|${does})\\b`,
    `\\b(?:not|never|nor)(?: +(?:to +)?be)?(?: +(?:${act}|${does}))?\\b`,
    "\\b(?:(?:is|are|remains?|stays?) +)?(?:(?:absolutely|strictly|therefore|thus|also) +)*(?:contra-?indicated|forbidden|prohibited|banned|barred|unsuitable|unsafe|dangerous|harmful|off[- ]limits|out +of +(?:the +question|bounds)|ruled +out|excluded|taboo|no +option)\\b(?: +(?:from|by|for))?",
    "\\b(?:(?:is|are) +)?(?:an? +)?(?:absolute +|strict +|clear +)?contra-?indications?\\b(?: +(?:to|for|of|against)(?: +the +use +of)?)?",
    "\\b(?:must +be +|should +be +|is +|are +)?(?:withh[eo]ld|kept? +away|kept|keep)(?: +[a-zß-öø-ɏ]+)? +(?:away +)?(?:from|if|when)\\b",
    "\\b(?:must +be +|should +be +|is +|are +)?withh[eo]ld\\b",
    "\\b(?:(?<!\\bto +)excludes?|forbids?|prohibits?|precludes?|rules? +out|bars?)\\b",
    "\\b(?:has|have) +no +(?:place|role)\\b",
    "\\b(?:is|are) +out(?= +(?:in|for|with)\\b)",
    `\\b(?:cannot|can *not) +(?:be +)?(?:${act}|${does})\\b`,
    "\\b(?:is|are|gets?|receives?|takes?)(?: +given)? +neither\\b",
    "\\b(?:shall|should|must|may|can) +(?:have|get|receive|take|be +given) +no\\b",
  ].join("|"),
  "gi",
);
const mayBar =
  /\b(?:not|never|neither|cannot|nor|no|nobody|contra-?indic|forbid|prohibit|banned|barred|unsuitable|unsafe|dangerous|harmful|off[- ]limits|out +of|rule[sd]? +out|exclude|taboo|withh[eo]ld|keep|kept|preclude|bars|(?:is|are) +out)|n['’]t\b/i;
/** "No patient with asthma gets", "no live vaccine" */
const none = /^[^a-zß-öø-ɏ]*(?:no|none +of|nobody|no[- ]one)\b|:\s+no\b|,\s+no\b/i;
/** What is done instead, or whether: not only a ban. */
const elseDone =
  /\b(?:instead|within +\d|but|prefer\w*|replac\w*|switch\w*|change\w*|whether|ask|check|exclude +(?:pregnancy|other)|consider|reduce[ds]?|halve[ds]?|lower(?:ed)? +(?:the +)?dose|monitor\w*|caution\w*|relative|reserved|then|as +soon|after +which|delay\w*|miss\w*|forget\w*|stop\w*|restart\w*|resum\w*|until|first[- ]line|enough|respond\w*|work\w*|help\w*|improv\w*|better|effective|available|affect\w*|need\w*|necessary|indicated|because|loading|maintenance|dosage|doses?|crush\w*|chew\w*|dilut\w*|mix\w*|exceed +\d|more +than +\d+ *(?:mg|g|tablets|doses)|alone|longer +than|at +the +same +time|together|with +(?:milk|food|water))\b/i;
const reason =
  /[,;(]?\s*(?:\b(?:since|as +(?:it|they|this|these|there|some|many|most|the|its|their|is|are)\b|due +to|owing +to|which|risk +of|so\b|for +(?:it|they|its|their|fear)\b)|[–—]|\s-\s)[\s\S]*$/i;
const pronoun = /\b(?:it|they|them|these +(?:medicines|drugs)|this +(?:medicine|drug))\b/i;
const idle =
  /\b(?:all|any|every|each|the|both|of|other|such|and|or|nor|medicines?|drugs?|agents?|class(?:es)?|group|tablets?|therapy|treatment|products?|preparations?|an?|note|warning|it|they|them|is|are|be|been|also|too|therefore|use|giving|once|there|here|who|that|absolutely|strictly|ever|at +all|in +any +form|gets?|receives?|takes?|pills?|patch(?:es)?|rings?|methods?|started|put|offered|given)\b/gi;
/** Those whom the text is about. */
const ours =
  /\b(?:our|these|such|this +(?:clinic|ward|unit)['’]s) +(?:patients?|people|women|children|residents)\b|\bhere\b|\bin +this +(?:disease|illness|condition|infection|clinic)\b/i;
/** "Nitrates: never within …", but not "Not on dialysis: …". */
const alone = /^(?:not|never|nor)$/i;
const joint = /^[\s*_]*[:,(–—-]?[\s*_]*(?:(?:is|are)\s+)?$/;
const listed = /^(?:[\s,/()]|\b(?:and|or|nor|other|any|all|the|with)\b){1,30}$/i;
/** "Not withheld", "no longer contraindicated" */
const denied =
  /\b(?:not|never|no +longer|nor|neither|rarely)\s+(?:to +be +|be +|an? +)?(?:contra-?ind|forbidden|prohibited|banned|barred|excluded|withh[eo]ld|avoided|unsafe|harmful|dangerous|ruled|kept|off[- ]limits)/i;
/** An order. */
const dosed = /\d *(?:mg|g|mcg|micrograms?|mL|units?|tablets?|drops?)\b(?! *\/ *(?:d?L|min)\b)/i;
/** Not every form of it. */
const form =
  /\b(?:injections?|infusions?|inhal\w+|patch(?:es)?|suppositor\w+|syrups?|depot|slow-release|high[- ]dose)\b/i;
/** Whoever takes it already may go on. */
const begins = /\b(?:not|never) +(?:be +)?(?:start|initiat|begin|commenc)/i;
/** What holds no longer, or is true of some patients and not said. */
const otherTimes =
  /\b(?:where|in +whom|for +whom)\b[^.;]*\bcontra-?indicated\b|\b(?:formerly|historically|traditional(?:ly)?|used +to +be|was|were)\b/i;
const longest = 240;

export function fromRemainder(markdown: Markdown, { span, where, contexts }: Passage): Prohibition[] {
  if (where === "heading") return [];
  const whole = slice(markdown, span);
  if (!mayBar.test(whole)) return [];
  return sentencesIn(whole).flatMap((place) => {
    const text = whole.slice(place.start, place.end);
    if (/\b(?:only|alone|unless|except)\b/i.test(text) || otherTimes.test(text)) return [];
    if (text.length > longest || !mayBar.test(text) || targetsIn(text).length === 0) return [];
    const lead = /^[^\p{L}]*/u.exec(text)?.[0].length ?? 0;
    const said = { start: span.start + place.start + lead, end: span.start + place.end };
    const above = contexts.map((context) => slice(markdown, context));
    const at = span.start + place.start;
    return clausesOf(text).flatMap((clause) => saidIn(text, clause, above, at, said));
  });
}

/** "Tetracyclines stain teeth: keep them away from children under 8": each by itself, with what was named before. */
function clausesOf(text: string): readonly Span[] {
  const cuts = [
    0,
    ...matchesIn(
      text,
      /;\s|,(?=\s(?:not|never)\s)|:\s(?=(?:keep|never|do +not|not)\b[^.;]*\b(?:it|them|they)\b)/gi,
    ).map(({ index }) => index + 1),
    text.length,
  ];
  return cuts.slice(1).map((end, i) => ({ start: cuts[i] ?? 0, end }));
}

function saidIn(
  text: string,
  { start, end }: Span,
  above: readonly string[],
  at: number,
  said: Span,
): Prohibition[] {
  const plain = plainlySaid(text.slice(start, end)).replace(everyForm, blanked).replace(reason, blanked);
  const all = targetsIn(plain);
  const goesOn = /^,?\s*(?:not|never)\b/i.test(plain) && start > 0;
  const cues = matchesIn(plain, bars).filter(
    ({ index, 0: words }) =>
      mayBar.test(words) &&
      (!alone.test(words) ||
        goesOn ||
        all.some(({ end: at }) => at <= index && joint.test(plain.slice(at, index)))),
  );
  if (denied.test(plain) || dosed.test(plain)) return [];
  if ((cues.length === 0 && !none.test(plain)) || /\?\s*$/.test(text)) return [];
  const { receiving, said: rest } = withoutReceived(plain);
  const own = targetsIn(rest).filter((one) => !isAnalyte(rest, one) && !isAllergen(rest, one));
  const meant =
    own.length === 0 && (goesOn || pronoun.test(rest)) ? (subjectOf(text.slice(0, start)) ?? []) : own;
  const isList = meant.every((one, i) => i === 0 || listed.test(rest.slice(meant[i - 1]?.end, one.start)));
  if (meant.length === 0 || !isList || namesSalt(rest) || localForm.test(rest) || routeWord.test(rest))
    return [];
  if (form.test(rest) || begins.test(rest) || (own.length > 1 && /allerg|hypersens|anaphyla/i.test(rest)))
    return [];
  const bare = [
    ...own,
    ...cues.map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
  ].reduce(
    (left, one) => `${left.slice(0, one.start)}${" ".repeat(one.end - one.start)}${left.slice(one.end)}`,
    rest,
  );
  if (elseDone.test(bare) || isExcepted(bare)) return [];
  const left = bare
    .replace(none, blanked)
    .replace(/[:*_]|\.(?!\d)/g, " ")
    .replace(idle, blanked);
  const patients = whomOf(left, ours.test(rest), above, receiving);
  const advised = isAdvice(plain) && { advised: true as const };
  return movedTargets(meant, at + start).flatMap((target) =>
    patients.map((one) => ({
      target,
      patients: one,
      routes: [],
      eliminated: true,
      ...(receiving && { receiving }),
      ...advised,
      ...said,
    })),
  );
}

function whomOf(
  left: string,
  isOurs: boolean,
  above: readonly string[],
  receiving: Prohibition["receiving"],
): readonly Patients[] {
  if (
    isOurs &&
    !/[a-zß-öø-ɏ]{3}|\d/i.test(
      left.replace(ours, "").replace(/\b(?:our|these|such|patients|people|women|children|in|for|to)\b/gi, ""),
    )
  )
    return whomAbove(above).map(({ patients }) => patients);
  const found = patientsIn(left.replace(/ {2,}/g, " ").trim());
  if (found === "unclear") return [];
  if (found.length === 0) return receiving && !/[a-zß-öø-ɏ]{5}|\d/i.test(left) ? anyoneOn(receiving) : [];
  return found.every(isClear) ? found : [];
}

const isClear = ({ unknown, population, indication, values, kidney, since, traits }: Patients): boolean =>
  unknown.length === 0 &&
  (kidney ??
    values ??
    since ??
    traits ??
    population.age ??
    population.weight ??
    (population.groups.some((group) => !/^(?:adult|women|men|other|term)$/.test(group)) ||
      indication.conditions.some((id) => id !== "immunisation") ||
      indication.qualifiers.some((id) => ofOrgans.test(id)))) !== false;
const ofOrgans =
  /^(?:renal-impairment|hepatic-impairment|dialysis|allergy|.*trimester|pregnancy|breastfeeding)$/;

/** "An earlier reaction to a sulfonamide" forbids another medicine. */
const isAllergen = (text: string, { start }: MedicineTarget): boolean =>
  /\b(?:allerg|hypersens|react|anaphyla|intoleran)[a-zß-öø-ɏ]*\s+(?:to|of|after)\s+(?:(?:an?|any|the|other)\s+)*$/i.test(
    text.slice(Math.max(0, start - 40), start),
  );

/** "A potassium above 5.5" is no medicine. */
const isAnalyte = (text: string, { start, end }: MedicineTarget): boolean =>
  /^(?:platelets?|glucose|potassium|sodium|calcium|magnesium|phosphate|albumin|iron|oxygen|creatinine)$/i.test(
    text.slice(start, end),
  ) &&
  /^[^.;,]{0,25}(?:below|under|above|over|exceed|less|more|greater|higher|lower|of +\d|[<>≤≥])/i.test(
    text.slice(end),
  );
