// What notes say without a verb of their own: "EEG booked for every child", "Oxygen at 4 L/min to every patient". It must
// not know in which situation.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { objectEnd, objectsOf, thingOf } from "./deed-object.ts";
import type { Said } from "./deed-said.ts";
import { subjectKind } from "./subject-kind.ts";

const noted =
  /^[^a-zß-öø-ɏ]*((?:[a-zß-öø-ɏ]+[ -]){1,5}?)(?:given|done|taken|booked|requested|ordered|sent|obtained|inserted|applied|started|performed|placed|arranged|prescribed|offered)(?=\s*$|\s*[.;,(]|\s(?:for|to|in|at|on|within|before|after|if|by|every|once|twice|daily)\b[^.;]{0,60}[.;]?$)/i;

/** "Probiotics for every patient", "half a teaspoon of honey at bedtime" */
const noun =
  /^[^a-zß-öø-ɏ]*(?:[^.;:]{2,40}:\s+)?(?<what>(?:[a-zß-öø-ɏ]+[ -]){0,4}?[a-zß-öø-ɏ]+)(?:\s+(?:once|twice|(?:three|four|\d+) +times|daily|weekly|a +day|an +hour|at +\d\S* +\S+|\d\S* +\S+|(?:on|in|at) +(?:the|a) +[a-zß-öø-ɏ]+))*\s+(?:for|in|to|on|of)\s+(?:everyone\b|everybody\b|anyone\b|(?:all|every|each)\s+(?:[a-zß-öø-ɏ]+\s+)?(?!who|with|in\b)[a-zß-öø-ɏ]+)|:\s*(?:half|one|two|\d+)\s+(?:an?\s+)?(?:(?:adult|apheresis) +)?(?:teaspoon|tablespoon|cup|glass|spoon|spoonful|drop|sip|unit|bag|pool|pack|ampoule|lit(?:re|er))(?:ful)?s?\s+of\s+(?<amount>[a-zß-öø-ɏ]+(?:-[a-zß-öø-ɏ]+)?)/i;

/** "EEG booked for every child" */
export function* telegraphic(text: string): Iterable<Said> {
  yield* ordered(text);
  const listed = noun.exec(text);
  const open = finite.exec(text)?.index ?? text.length;
  // "… to every patient whose saturation is below 90 %"
  if (listed && (open === text.length || isOfWhom(text, listed.index + listed[0].length, open))) {
    const { what = "", amount } = listed.groups ?? {};
    const objects = objectsOf(amount ?? what).filter((object) => amount || thingOf(object)?.known);
    const first = /^\p{L}+/u.exec(what)?.[0].toLowerCase() ?? "";
    if (amount || !instructionVerbs.has(first))
      yield { direction: "for", verb: undefined, objects, start: 0, end: listed.index + listed[0].length };
  }
  yield* timedIn(text);
  const [whole, subject = ""] = noted.exec(text) ?? [];
  if (!whole || finite.test(text) || subjectKind(subject) !== "thing") return;
  yield { direction: "for", verb: undefined, objects: objectsOf(subject), start: 0, end: whole.length };
}
/** "Strict bed rest for 5 days", "Chest physiotherapy by the therapist, morning and evening" */
const timed =
  /^[^a-zß-öø-ɏ]*(?<what>(?:[a-zß-öø-ɏ]+[ -]){0,4}?[a-zß-öø-ɏ]+)(?:\s+by +(?:the|an?) +[a-zß-öø-ɏ]+)?,?\s+(?:for +(?:the +first +)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|ten|twelve) +(?:minutes?|hours?|days?|weeks?|months?)|(?:every|each) +(?:\d+ +)?[a-zß-öø-ɏ]+|once|twice|(?:three|four|\d) +times|daily|weekly|hourly|morning +and +(?:evening|night)|at +night|overnight)\b/i;

function* timedIn(text: string): Iterable<Said> {
  let from = 0;
  // "Orange: high-flow; inhaled saline every 6 hours": each part by itself.
  for (const part of text.split(/(?<=[;:]\s)/)) {
    const { 0: whole = "", groups: { what = "" } = {} } = timed.exec(part) ?? {};
    const first = /^\p{L}+/u.exec(what)?.[0].toLowerCase() ?? "";
    if (whole !== "" && !instructionVerbs.has(first) && !finite.test(part)) {
      const objects = objectsOf(what).filter((object) => thingOf(object)?.known);
      const place = { start: from, end: from + whole.length };
      if (objects.length > 0) yield { direction: "for", verb: undefined, objects, ...place };
    }
    from += part.length;
  }
}

/** "Children with asthma: amoxicillin 25 mg/kg PO every 12 hours", "→ oxygen 2 L/min for anyone breathless" */
function* ordered(text: string): Iterable<Said> {
  if (!/\d/.test(text)) return;
  let from = 0;
  const label = /^[^.;:|]{2,80}:\s/.exec(text)?.[0] ?? "";
  for (const part of text.split(/(?<=→|⇒|;\s)/)) {
    const [whole = "", lead = "", name = ""] = orderLine.exec(part) ?? [];
    const isOrder =
      whole !== "" && !told.test(lead) && !/^no\b/i.test(name) && asDose.test(part) && !setAside.test(part);
    const [bare = ""] = name.split(objectEnd, 1);
    const thing = isOrder ? thingOf(bare) : undefined;
    if (thing?.known && thing.narrowing.length === 0 && medicineNamed(thing.name))
      yield {
        direction: "for",
        verb: undefined,
        objects: [bare],
        start: from + lead.length,
        end: from + whole.length,
        ...(part !== text && { clause: `${from > 0 ? label : ""}${part.replace(/→|⇒/g, " ")}` }),
      };
    from += part.length;
  }
}
const orderLine =
  /^([^a-zß-öø-ɏ]*(?:[^.;:|]{2,80}:\s+)?(?:single[- ]dose\s+)?)([a-zß-öø-ɏ][a-zß-öø-ɏ'’ -]{3,40}?)(?=,?\s(?:\d+(?:\.\d+)?\s*%,?\s)?\d)/i;
const told = /\b(?:is|was|were|had|not|never|avoid|stop|should|must|may|can|previously)\b/i;
/** Whoever writes so weighs it. */
const setAside =
  /\b(?:maximum|at +most|stop\w*|avoid|never|contra-?indicat\w*|do +not|not +(?:more|be|for)|reduc\w*(?! +by\b)|instead|previously|was|were|usual(?:ly)?|equivalent|unless|caution)\b/i;
const asDose =
  /\b(?:(?:L|lit(?:re|er)s?)(?:\/| +per +|\/ *)min(?:ute)?|PO|IV|IM|SC|by +mouth|oral(?:ly)?|daily|every +\d+|times|intraven\w+|intramusc\w+|nebuli\w+|over +(?:\d+|an?|one) +(?:min(?:ute)?s?|hours?)|once)\b/;

const isOfWhom = (text: string, end: number, verb: number): boolean =>
  verb > end && /^\s*(?:who|whose|with|without|in +whom)\b/i.test(text.slice(end));
const finite =
  /\b(?:is|are|was|were|has|have|had|if|when|not|no|never|without|already|previously|should|must|may|can|been|being)\b/i;

/** It begins with an order: "Dexamethasone 6 mg IM", "Offer salbutamol 400 micrograms". */
export const orderFirst =
  /^[^\p{L}]*\p{L}[\p{L} -]{3,40}?\s\d+(?:\.\d+)?\s?(?:mg|g|mcg|micrograms?|m[lL]|units?|IU)\b/u;
