// What an author says is advised or has no place: "We recommend against …", "every woman receives …", "there is no role
// for …", "Enemas: no". It must not know in which situation.

import { matchesIn } from "../text/matches.ts";
import { adverbs, objectsOf, thingOf } from "./deed-object.ts";
import { clauseBefore, objectAt, type Said, verbPhrase } from "./deed-said.ts";
import { subjectKind } from "./subject-kind.ts";
import { plainVerb } from "./verb-form.ts";

const advisory = new RegExp(
  `\\b(?:we|panel|group|committee|guideline|programme|program|ministry|college|society|authors|team|network|hospital|unit|department|service|trust|clinic|board|association|chapter|protocol|academy|federation|council|panelists|unit|text|document|[a-zß-öø-ɏ]{3,}(?=\\s+(?:advises?|recommends?|suggests?|counsels?)\\s+(?:(?:strongly|conditionally)\\s+)?(?:against|not\\s+[a-zß-öø-ɏ]+ing)))\\s+((?:do|does) +not\\s+|don['’]t\\s+)?(?:${adverbs}\\s+)*(recommend|suggest|advise|counsel|favou?r|discourage|propose|encourage)s?\\s+((?:strongly\\s+|conditionally\\s+)?(?:against|avoiding|not)\\s+|for\\s+)?(that\\s+)?`,
  "gi",
);
const everyone =
  /\b(?:every|each|all)\s+(?:[a-zß-öø-ɏ]+\s+){0,2}?(?:wom[ae]n|patients?|child(?:ren)?|mothers?|newborns?|infants?|adults?|m[ae]n|people|person|bab(?:y|ies)|survivors?|casualt(?:y|ies)|victims?|cases?|residents?|clients?|workers?|contacts?|nullipara[es]?|primigravida[es]?|primipara[es]?|multipara[es]?|bab(?:y|ies))\b[^.;,]{0,40}?\s(?:receives?|gets?|has|have|undergo(?:es)?|wears?|attends?)\s+/gi;

/** "It is a mistake to tie the limb", "it is essential to …" */
const judged =
  /\bit +is\s+(?:therefore +|also +|always +|still +)?(?:(?<bad>(?:an? +)?(?:[a-zß-öø-ɏ]+ +)?(?:mistake|error|bad +practice|waste +of +time)|wrong|dangerous|harmful|unwise|pointless|useless|unnecessary|inappropriate|bad +practice|(?:not|no +longer|never) +(?:necessary|needed|advisable|recommended|useful|appropriate|right|acceptable|helpful|worth(?:while)?|good +practice|required|indicated|advised|wise))|(?<good>essential|important|vital|mandatory|necessary|advisable|recommended|best|crucial|imperative|good +practice))\s+to\s+(?<not>not\s+|avoid\s+)?(?=[a-zß-öø-ɏ])/gi;

/** "Treat fever in dengue with ibuprofen" */
const treats =
  /(?<denied>\b(?:not|never|n['’]t)(?: +be)?\s+)?\b(?:(?<=^[^a-zß-öø-ɏ]*|[.;:,]\s+|\b(?:then|and|not|never|n['’]t)\s+)(?:treat|manage|relieve|control)\s+[^.;:]{2,60}?|(?:is|are|be)\s+(?<not>not\s+|never\s+)?(?:treated|managed|relieved|controlled|transfused|infused|injected|sedated|covered|started|put|vaccinated|immuni[sz]ed|loaded))\s+(?:with|on)\s+(?=[a-zß-öø-ɏ])/gi;

function* treatedWith(text: string): Iterable<Said> {
  for (const { index, 0: whole, groups: { denied, not } = {} } of matchesIn(text, treats)) {
    if (/\b(?:if|when|who|that|which|already|previously|being)\b[^.;:,]*$/i.test(text.slice(0, index)))
      continue;
    const phrase = objectAt(text, index + whole.length);
    const objects = objectsOf(phrase).filter((object) => thingOf(object)?.known);
    const direction = (denied ?? not) ? "against" : "for";
    const start = clauseBefore(text, index)?.from ?? index;
    if (objects.length > 0)
      yield { direction, verb: undefined, objects, start, end: index + whole.length + phrase.length };
  }
}

/** "We advise that garlic not be offered" */
const thatIt =
  /\b(?:recommend|suggest|advise|propose)s?\s+that\s+(?<what>[^.;:,]{3,60}?)\s+(?<not>not\s+|never\s+)?be\s+(?:routinely\s+)?(?:[a-zß-öø-ɏ]{2,}(?:ed|en)|done|put)\b/gi;

function* advisedThat(text: string): Iterable<Said> {
  for (const { index, 0: whole, groups: { what = "", not } = {} } of matchesIn(text, thatIt)) {
    if (/\b(?:not|never|n['’]t)\s+$/i.test(text.slice(0, index)) || subjectKind(what) !== "thing") continue;
    const direction = not === undefined ? "for" : "against";
    yield { direction, verb: undefined, objects: objectsOf(what), start: index, end: index + whole.length };
  }
}

/** "Corneal abrasions need no patch", "such pain calls for an X-ray" */
const unneeded =
  /\b(?:(?:needs?|requires?)\s+no|(?<nobody>(?<=^[^a-zß-öø-ɏ]*(?:no +one|nobody|no +[a-zß-öø-ɏ]+)(?: +(?:with|in|who|under|over|aged)\s[^.;:,]{2,60}?)?\s+)(?:needs?|requires?|gets?|receives?))(?:\s+an?)?|(?<not>not\s+)?(?<calls>calls?\s+for)(?<no>\s+no)?)\s+(?=[a-zß-öø-ɏ])/gi;

function* neededIn(text: string): Iterable<Said> {
  for (const { index, 0: whole, groups: { calls, no, not } = {} } of matchesIn(text, unneeded)) {
    if (/\b(?:if|when|who|that|which)\b[^.;:,]*$/i.test(text.slice(0, index))) continue;
    const phrase = objectAt(text, index + whole.length);
    const objects = objectsOf(phrase).filter((object) => thingOf(object)?.known);
    const start = clauseBefore(text, index)?.from ?? index;
    if (objects.length > 0)
      yield {
        direction: calls && !no && !not ? "for" : "against",
        verb: undefined,
        objects,
        start,
        end: index + whole.length + phrase.length,
      };
  }
}

/** "All stung patients go home with amoxicillin" */
const goesHome =
  /\s(?<not>do(?:es)? +not +|never +)?(?:go(?:es)?|leaves?|returns?)(?: +(?:home|hospital|(?:the|our) +[a-zß-öø-ɏ]+))? +(?:with|on)\s+/gi;

/** "Discharge on phenobarbital", "send the child home with an inhaler" */
const sendsHome =
  /(?<=^[^a-zß-öø-ɏ]*|[.;:]\s+)(?:discharge|send(?: +[a-zß-öø-ɏ]+){0,3}? +home)(?: +(?:the|all|every|each)? *[a-zß-öø-ɏ]+)?? +(?:on|with)\s+(?=[a-zß-öø-ɏ])/gi;

function* takenHome(text: string): Iterable<Said> {
  for (const { index, 0: whole } of matchesIn(text, sendsHome)) {
    const phrase = objectAt(text, index + whole.length);
    const objects = objectsOf(phrase).filter((object) => thingOf(object)?.known);
    const end = index + whole.length + phrase.length;
    if (objects.length > 0) yield { direction: "for", verb: undefined, objects, start: index, end };
  }
  for (const { index, 0: whole, groups: { not } = {} } of matchesIn(text, goesHome)) {
    const before = clauseBefore(text, index);
    if (!before || subjectKind(before.subject) !== "patient") continue;
    const phrase = objectAt(text, index + whole.length);
    const objects = objectsOf(phrase).filter((object) => thingOf(object)?.known);
    const direction = not === undefined ? "for" : "against";
    const end = index + whole.length + phrase.length;
    if (objects.length > 0) yield { direction, verb: undefined, objects, start: before.from, end };
  }
}

export function* advised(text: string): Iterable<Said> {
  yield* takenHome(text);
  yield* neededIn(text);
  yield* advisedThat(text);
  yield* treatedWith(text);
  for (const { index, 0: whole, groups: { bad, not } = {} } of matchesIn(text, judged)) {
    if (/\b(?:if|when|whether|that)\s+$/i.test(text.slice(0, index))) continue;
    const direction = (bad === undefined) === (not === undefined) ? "for" : "against";
    for (const one of verbPhrase(text, index + whole.length, direction, /^avoid/i.test(not ?? "")))
      yield { ...one, start: index };
  }
  for (const match of matchesIn(text, advisory)) {
    const [whole, not, verb = "", against, that] = match;
    if (that) continue; // read by what follows it
    // "WHO recommends against it": so it is reported.
    if (/^[A-Z]{2,}\b/.test(whole)) continue;
    const denied = (not !== undefined) !== (against !== undefined && !/^for/i.test(against));
    const direction = denied !== /^discourage$/i.test(verb) ? "against" : "for";
    const from = match.index + whole.length;
    const gerund = /^(?:to\s+)?([a-zß-öø-ɏ]+)/i.exec(text.slice(from))?.[1]?.toLowerCase() ?? "";
    const start = match.index;
    if (plainVerb(gerund) && /ing$/.test(gerund))
      for (const one of verbPhrase(text, from, direction, true)) yield { ...one, start };
    else {
      const phrase = objectAt(text, from);
      yield { direction, verb: undefined, objects: objectsOf(phrase), start, end: from + phrase.length };
    }
  }
  for (const { index, 0: whole } of matchesIn(text, everyone)) {
    const phrase = objectAt(text, index + whole.length);
    if (/^\s*(?:an?|one|the|no)\s/i.test(phrase))
      yield {
        direction: /^\s*no\s/i.test(phrase) ? "against" : "for",
        verb: undefined,
        objects: objectsOf(phrase.replace(/^\s*no\s/i, "")),
        start: index,
        end: index + whole.length + phrase.length,
      };
  }
}

const forbiddingLabel =
  /^[^a-zß-öø-ɏ]*(?:(?:we +)?(?:do +not|don['’]t|avoid|never|no +longer(?: +done| +used| +recommended)?|we +no +longer +(?:do|use|recommend|practise|practice|perform|give)|(?:what +|things +)?not +to +(?:do|give|use)|(?:what|things)(?: +that)? +(?:we|(?:the|our|this) +[a-zß-öø-ɏ]+) +(?:do|does) +not +(?:do|give|use|offer|recommend|need|order)|what +(?:does +not|do +not|doesn['’]t) +(?:work|help)|of +no +(?:use|help|benefit)|no +(?:use|place|role|benefit|need) +(?:for|of)|(?:what|things) +to +avoid|not +recommended|not +to +be +done|contra-?indicated|forbidden|abandoned))\s*:\s+(.+)$/i;
const place = "(?:place|role|benefit|use|part|indication|value|advantage|business|merit)";
const withoutPlace = new RegExp(
  `\\b(?:has|have|offers?|plays?|serves?|is +of|are +of)\\s+no\\s+(?:[a-zß-öø-ɏ]+\\s+)?${place}\\b`,
  "gi",
);
const thereIsNone = new RegExp(
  `\\b(?:there +is|we +(?:see|find|know +of|have)|the +(?:panel|group|committee) +(?:sees|finds|found|saw)) +no +(?:longer +(?:a +|any +)?)?(?:${place}|need|reason|justification|case|call)\\s+(?:for|to|in)\\s+`,
  "gi",
);

/** "Enemas have no place in labour", "there is no role for enemas". */
export function* placeless(text: string): Iterable<Said> {
  for (const { index, 0: whole } of matchesIn(text, withoutPlace)) {
    const before = clauseBefore(text, index);
    if (before && subjectKind(before.subject) === "thing")
      yield {
        direction: "against",
        verb: undefined,
        objects: objectsOf(before.subject),
        phrase: whole,
        start: before.from,
        end: index + whole.length,
      };
  }
  for (const { index, 0: whole } of matchesIn(text, thereIsNone))
    for (const one of verbPhrase(text, index + whole.length, "against", !/\sto\s+$/i.test(whole)))
      yield { ...one, start: index };
}

const labelFirst =
  /^[^a-zß-öø-ɏ]*([a-zß-öø-ɏ][a-zß-öø-ɏ -]{2,60}?)\s*(?::|–|—|=|\s-\s)\s*(?:no\b(?!\s+(?!place|role|longer|need)[a-zß-öø-ɏ])|not +(?:recommended|indicated|needed|to +be|used|done)|avoid\b|never\b|do +not +(?:use|do|give|perform)|contra-?indicated|forbidden|stop|not +(?:any *more|here|in +(?:this|our))|no +longer|(?:our|the) +advice +is +(?:not +to|against)|we +(?:advise|recommend) +against +(?:it|them|this)|we +(?:do +not|don['’]t|no +longer|never) +(?:do|use|give|recommend|offer|practi[sc]e) +(?:it|them|this)|nobody +(?:needs|gets) +(?:it|them|one))/i;

/** "Do not use any of the following in infants: salbutamol, steroids", "The following are not given in labour: …" */
const listing =
  /^[^a-zß-öø-ɏ]*(?<head>(?:[^.;:]{3,60},\s+)?(?:(?:do +not|don['’]t|never|avoid)\s+(?:(?:use|give|offer|prescribe|perform|order|start|request|apply|do)\s+)?(?:any|either|all|one)?\s*(?:of +)?(?:the +following|these)\b|(?:the +following|none +of +(?:the +following|these))\b(?: +[a-zß-öø-ɏ]+)?(?: +(?:is|are|should|must)\b(?: +(?:not|never|to +be|be))*| +ha(?:s|ve) +no +place) *(?:avoided|used|given|recommended|needed|indicated|offered|done|performed)?)(?<who>[^.:;]{0,90})):\s+(?<listed>[^.:;]+)\.?\s*$/i;
const forbidsAll = /\b(?:not|never|don['’]t|avoid(?:ed)?|none|no)\b/i;

/** "Do not: shave", "enemas: no". */
export function* labelled(text: string): Iterable<Said> {
  if (!/[:–—=]|\s-\s/.test(text)) return;
  const { 0: all = "", groups: { head: lead = "", who = "", listed: named = "" } = {} } =
    listing.exec(text) ?? {};
  if (all && forbidsAll.test(lead))
    yield {
      direction: "against",
      verb: undefined,
      objects: objectsOf(named),
      clause: `${lead} ${who}`,
      start: 0,
      end: all.length,
    };
  const [head = "", listed = ""] = forbiddingLabel.exec(text)?.slice(0, 2) ?? [];
  const against = { direction: "against", verb: undefined } as const;
  if (head)
    yield {
      ...against,
      objects: objectsOf(listed.replace(/\.\s*$/, "")),
      start: head.length - listed.length,
      end: head.length,
    };
  const [whole = "", name] = labelFirst.exec(text) ?? [];
  if (name) yield { ...against, objects: objectsOf(name), start: 0, end: whole.length };
}
