// What the clauses of a sentence say is done or not done: imperatives ("Tie a tourniquet", "Do not bathe"), what "should
// (not) be done", "is not recommended", "has no place". What stands behind "if" is not said to be done. It must not know
// in which situation.

import { alsoOtherwise, instructionVerbs, openVerbs, ownVerbs } from "../lexicon/instruction-verbs.ts";
import { matchesIn } from "../text/matches.ts";
import type { Direction } from "./advice-verb.ts";
import { advised, labelled, placeless } from "./deed-advised.ts";
import { awaitedIn } from "./deed-awaited.ts";
import { isBareNo, listedNo } from "./deed-bare-no.ts";
import { givenUpIn } from "./deed-given-up.ts";
import { describedIn } from "./deed-idiom.ts";
import { tellsHow } from "./deed-idle.ts";
import { insteadIn } from "./deed-instead.ts";
import { keptIn } from "./deed-kept.ts";
import { adverbs, isPatient, namedLast, objectEnd, objectsOf, type Thing, thingOf } from "./deed-object.ts";
import { ongoingIn } from "./deed-ongoing.ts";
import { telegraphic } from "./deed-telegraphic.ts";
import type { Window } from "./deed-time.ts";
import { spokenTo, toldIn } from "./deed-told.ts";
import { isTold } from "./instruction.ts";
import { targetsIn } from "./medicine-target.ts";
import { isOfThose, subjectKind } from "./subject-kind.ts";
import { plainVerb } from "./verb-form.ts";

/** What a clause says is done, and where the words stand that say it. */
export interface Said {
  readonly direction: Direction;
  readonly verb: string | undefined;
  readonly objects: readonly string[];
  /** What stands behind the verb, particles and all: "out the stomach". */
  readonly phrase?: string;
  /** It is described, not named: its words are no situation. */
  readonly described?: boolean;
  /** It is told by how things are; only so. */
  readonly stated?: boolean;
  readonly supposed?: true;
  /** It has been given up: that it was done is no story. */
  readonly over?: boolean;
  /** What is going on and goes on, or stops. */
  readonly ongoing?: Thing;
  /** When it is not to be done, where that is not what the clause says. */
  readonly window?: Window;
  /** What says in which situation, where it is not the clause around it. */
  readonly clause?: string;
  /** It is kept for these, and so not for everyone. */
  readonly kept?: string;
  readonly start: number;
  readonly end: number;
}

/** Against something else than doing it. */
const otherThan =
  /^(?:stop|discontinue|withhold|delay|omit|interrupt|miss|forget|reduce|mix|dilute|store|crush|confuse|wait|withdraw|rely|repeat|change|switch|skip|refuse|postpone|defer|exceed|hesitate|allow|let|be|try|attempt|assume|expect|rush|hurry|continue|treat|manage|see|look|act|follow|consider|choose|select|decide|discuss|increase|decrease|lower|raise|ensure|avoid|prevent|wait|stay|help|include|report|note|write|resume|restart|adjust|titrate|separate|exclude|identify|confirm|verify|maintain|introduce|support|protect|plan|prepare|act|move|open|visit|speak|assist|attend|involve|collect|contact|count|watch|observe|control)$/;
/** "Store the tooth in milk", "exclude children", "lower the blood pressure": of some things it is done all the same. */
function isOtherThan(verb: string, phrase: string): boolean {
  if (!otherThan.test(verb))
    return verb === "leave" && /\b(?:lying|standing|hanging|sitting)\b/i.test(phrase);
  if (verb === "store") return targetsIn(phrase).length > 0;
  if (verb === "exclude") return !isPatient(/\p{L}+/u.exec(phrase)?.[0].toLowerCase() ?? "");
  return !(/^(?:lower|raise|reduce|increase)$/.test(verb) && ofBody.test(phrase));
}
const ofBody =
  /^\W*(?:the +|his +|her +|their +)?(?:(?:systolic +|diastolic +)?blood +pressure|temperature|(?:head|foot) +(?:end|of +the +bed)|head|legs?|limbs?|arms?|foot|feet)\b/i;
const goesOn = new RegExp(
  `(?:^|[.;,:]\\s+|\\s[–—-]\\s|[→⇒]\\s*|\\b(?:and|but|then|or|so)\\s+)(?:${adverbs}\\s+)*`,
  "gi",
);
const leading = new RegExp(`^(?:${adverbs}\\s+)+`, "i");
/** In no order. */
export function saidIn(text: string): readonly Said[] {
  const words = new Set(text.toLowerCase().match(/[a-z]+/g));
  const plain = [...imperatives(text), ...passives(text)];
  return [
    ...plain,
    ...insteadIn(text, words, plain),
    ...keptIn(text, words),
    ...advised(text),
    ...(words.has("no") ? placeless(text) : []),
    ...labelled(text),
    ...describedIn(text, words),
    ...givenUpIn(text, words),
    ...ongoingIn(text, words),
    ...awaitedIn(text, words),
    ...present(text),
    ...telegraphic(text),
  ];
}

const withoutComma =
  /^(?:in|for|during|after|before|on|at|if|when)\s[^,.;:]{3,80}?(?<!\b(?:already|currently|still|regularly|who|to|that|which|and|or|should|must|may|can|they|we|you|not))\s(?=(?:give|take|leave|keep|send|request|arrange|insert|perform|apply|prescribe|administer|do +not|never|avoid|offer|obtain|carry +out|put|start|begin|add|infuse|inject|transfuse|(?:cut|use|place|wash|pass|tie|bind|dress|shave|clamp|order|cover|run|hang|make)\s+(?:the|an?|all|any|every|each|his|her|their))\s)/i;

/** Where a clause may begin, and what stands there. */
export function* clauses(
  text: string,
): Iterable<{ readonly at: number; readonly rest: string; readonly first: boolean }> {
  const bullet =
    /^[^\p{L}]*(?:\[[ x]\]\s*)?(?:(?:\p{L}?\d+(?:\.\d+)*[.)]?|\p{L}\))\s+)?/u.exec(text)?.[0].length ?? 0;
  const seen = new Set<number>();
  for (const { index, 0: sign } of matchesIn(text, goesOn)) {
    // "Do not cut or suck": denied, too.
    if (/^\s*(?:and|or|then|so)\b/i.test(sign) && deniedBefore.test(text.slice(0, index))) continue;
    const at = index === 0 && sign.trim() === "" ? bullet : index + sign.length;
    if (!seen.has(at)) yield { at, rest: text.slice(at), first: at === bullet };
    seen.add(at);
  }
  if (!seen.has(bullet)) yield { at: bullet, rest: text.slice(bullet), first: true };
  // "In mild pneumonia take blood cultures."
  const straight = withoutComma.exec(text.slice(bullet))?.[0].length;
  if (straight) yield { at: bullet + straight, rest: text.slice(bullet + straight), first: true };
  const lead = leading.exec(text.slice(bullet));
  if (lead) yield { at: bullet + lead[0].length, rest: text.slice(bullet + lead[0].length), first: true };
}

/** "If …, ", "Treatment: ": behind these an instruction begins. */
const led =
  /^[^a-zß-öø-ɏ]*(?:(?:if|when|whenever|in|for|during|after|before|on|at|once|until|as|with|to)\b[^.;]*,\s+|[^.;,]{2,60}:\s+|[^.;:]{2,90}:\s+|[^.;]{2,90}[→⇒]\s*)$/i;
const deniedBefore = /\b(?:not|never|don['’]t|avoid|refrain|against|no)\b[^.;,:]*$/i;
const denial = new RegExp(
  `^(?:do +not|don['’]t|never|do +n['’]t|under +no +circumstances?|in +no +case|resist +(?:the|any|all|every) +(?:temptation|urge|pressure|requests?|demands?|wish|calls?) +to)\\s+(?:${adverbs}\\s+)*`,
  "i",
);
const avoidance = new RegExp(
  `^(?:avoid|refrain +from|abstain +from|omit|abandon|no +longer|(?:steer|stay|keep) +(?:clear +of|away +from)|keep +off|stay +off|hold +back +from|desist +from|discourage|forbid|ban|(?:resist|withstand) +(?:the|any|all|every)?\\s*(?:(?:temptation|urge|pressure|requests?|demands?|wish|call|calls|habit) +(?:for|of))?|say +no +to|beware +of|guard +against|do +without|dispense +with|leave +out|skip|drop)\\s+(?:${adverbs}\\s+)*`,
  "i",
);

function* imperatives(text: string): Iterable<Said> {
  for (const { at, rest, first } of clauses(text)) {
    const denied = denial.exec(rest);
    const shunned = denied ? null : avoidance.exec(rest);
    if (shunned) {
      const from = at + shunned[0].length;
      yield* verbPhrase(text, from, "against", true);
    } else if (denied) yield* verbPhrase(text, at + denied[0].length, "against", false);
    else if (isBareNo(text, at, { rest, first })) {
      const [phrase = ""] = text.slice(at + 3).split(objectEnd, 1);
      const end = at + 3 + phrase.length;
      const clause = listedNo(text, at, end);
      yield { direction: "against", verb: undefined, objects: objectsOf(phrase), start: at, end, ...clause };
    } else {
      const [word = ""] = /^\p{L}+(?:-\p{L}+)?/u.exec(rest) ?? [];
      const [asks = "", not, never] = asked.exec(rest) ?? [];
      if (asks) yield* verbPhrase(text, at + asks.length, (not ?? never) ? "against" : "for", false);
      const opens = first || led.test(text.slice(0, at));
      if (isTold(word.toLowerCase(), rest.slice(word.length), opens))
        yield* verbPhrase(text, at, "for", false);
    }
  }
}

/** "Ask an assistant to press", "tell mothers not to give": what they are asked to do is what is said. */
const asked =
  /^(?:ask|tell|advise|encourage|help|let|get|instruct|allow|remind|teach|counsel|urge|request)\s+(?:[a-zß-öø-ɏ]+[ -]){1,5}?(not +)?to +(not +|never +)?(?=[a-zß-öø-ɏ]{2})/i;

/** A verb in its plain form or as a gerund, or, where `noun` is, what is named; and its object. */
export function* verbPhrase(text: string, at: number, direction: Direction, noun: boolean): Iterable<Said> {
  const verbs: string[] = [];
  let from = at;
  // "cut or suck the wound"
  for (;;) {
    const [whole = "", word = ""] = /^(\p{L}+(?:-\p{L}+)?)\s*/u.exec(text.slice(from)) ?? [];
    const low = word.toLowerCase();
    const verb =
      !noun && instructionVerbs.has(low) ? low : noun && /ing$/.test(low) ? plainVerb(low) : undefined;
    if (!verb) break;
    verbs.push(verb);
    from += whole.length;
    const [join] = /^(?:and|or|nor|,)\s*(?:or\s+)?/i.exec(text.slice(from)) ?? [];
    const next = join && /^\p{L}+/u.exec(text.slice(from + join.length))?.[0].toLowerCase();
    if (!join || !next || !(instructionVerbs.has(next) || plainVerb(next))) break;
    from += join.length;
  }
  if (verbs.length === 0 && !noun) return;
  if (verbs.length === 0) {
    const phrase = objectAt(text, at);
    yield { direction, verb: undefined, objects: objectsOf(phrase), start: at, end: at + phrase.length };
    return;
  }
  const phrase = objectAt(text, from);
  // "Give no water"
  const way = /^\s*no\s+(?!more|less|longer|fewer|other)/i.test(phrase) ? opposite[direction] : direction;
  for (const verb of verbs) {
    // "Do not treat bacteriuria without symptoms": with an antibiotic.
    if (verb === "treat" && harmless.test(phrase))
      yield { direction: way, verb: undefined, objects: ["antibiotic"], start: at, end: from };
    if (isOtherThan(verb, phrase) && !(direction === "for" && verb === "continue")) continue;
    yield { direction: way, verb, objects: objectsOf(phrase), phrase, start: at, end: from + phrase.length };
  }
}
const harmless =
  /^[^.;:]{0,40}?\b(?:bacteriuria|coloni[sz]ation|carriage|bacteria +in +the +urine|positive +(?:urine +)?cultures?)\b/i;
const opposite = { for: "against", against: "for" } as const;

/** "a bath", of "the child a bath" the second. */
export function objectAt(text: string, from: number): string {
  const rest = text.slice(from);
  // "fast before the test", "fast for eight hours"
  if (
    /^\s*(?:with|using|before|after|during|until|while|when|if|unless|by|at|for +(?!the\b|an?\b|any\b))\b/i.test(
      rest,
    )
  )
    return "";
  // "Every infant with croup a dose of …"
  const [, whom = "", who = ""] = toSomeone.exec(rest) ?? [];
  if (whom && isPatient(who.toLowerCase()))
    return " ".repeat(whom.length) + objectAt(text, from + whom.length);
  const lead =
    /^\s*(?:out|up|off|on|in|down|for|through)\s+(?=(?:the|a|an|any)\b)/i.exec(rest)?.[0].length ?? 0;
  const stop = rest.slice(lead + 1).search(objectEnd);
  // A comma goes on only within a list: "enemas, shaving and catheters".
  const end = stop < 0 ? rest.length : lead + 1 + stop;
  const own = rest.slice(0, end + listBehind(rest, end));
  const given =
    /^(\s*(?:the|a|an|every|each|all|any|this|these|your)?\s*(?:[a-zß-öø-ɏ]+\s+)?([a-zß-öø-ɏ]+))\s+(?:an?|any|the|some|no)\s+/i.exec(
      own,
    );
  return given && isPatient((given[2] ?? "").toLowerCase())
    ? `${" ".repeat(given[1]?.length ?? 0)}${own.slice(given[1]?.length ?? 0)}`
    : own;
}

const toSomeone =
  /^(\s*(?:(?:the|an?|every|each|all|any|these|your)\s+)?(?:[a-zß-öø-ɏ]+\s+)?([a-zß-öø-ɏ]+)\s+(?:with|who|aged|over|under|in|on)\s[^.;:,]{3,50}?)\s+(?=(?:an?|some|no)\s+[a-zß-öø-ɏ])/i;

/** How far a list goes on; up to "in" or "for" only where all that it joins is known. */
function listBehind(text: string, end: number): number {
  const rest = text.slice(end);
  const [names] = listOfNames.exec(rest) ?? [];
  const named = names ? objectsOf(text.slice(0, end) + names) : [];
  // "… or antibiotics to patients": "or" joins no instructions.
  const joins = /\b(?:or|nor)\s+[^,]*$/i.test(names ?? "") && !named.some(isInstruction);
  if (names && (joins || named.every((one) => thingOf(one)?.known))) return names.length;
  return list.exec(rest)?.[0].length ?? 0;
}
const isInstruction = (part: string): boolean => {
  const [first = "", ...rest] = part.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "butter, oil or toothpaste"
  const isNoun = rest.length === 0 && alsoOtherwise.has(first);
  return instructionVerbs.has(first) && !isNoun && !thingOf(part)?.known;
};
const list = /^(?:,\s*[\p{L} -]{3,40}){0,4},?\s*(?:and|or|nor)\s+[\p{L} -]{3,40}?(?=[.;]|$)/u;
const listOfNames =
  /^(?:,\s*[\p{L} -]{3,40}?){0,6},?\s*(?:and|or|nor)\s+[\p{L} -]{3,40}?(?=\s(?:in|to|for|during|on|at|before|after|with|by|within|if|when|unless|until|as|routinely)\b)/u;

const done =
  "recommended|advised|indicated|suggested|advisable|preferred|mandatory|needed|necessary|required|essential|useful|offered|justified|warranted|appropriate|permitted|allowed|standard|obligatory|compulsory|acceptable|helpful|beneficial|performed|carried out|encouraged";
const shunned =
  "contra-?indicated|forbidden|prohibited|obsolete|abandoned|banned|discouraged|omitted|withheld|avoided|unnecessary|outdated|harmful|dangerous|discontinued|dropped|out of place|bad practice|poor practice|a mistake|an error|pointless|futile|useless|superfluous|needless|taboo|off limits|of no use|of no benefit";
const isDone = new RegExp(`^(?:${done})$`);
const isShunned = new RegExp(`^(?:${shunned})$`);
const modal = new RegExp(
  `\\b(should|must|shall|may|can|ought +to|needs? +to|has +to|have +to|is +to|are +to|is|are|will|do|does|cannot|need)((?:\\s+${adverbs})*)\\s*(not|never|no +longer|n['’]t)?((?:\\s+${adverbs})*)\\s+(be\\s+|have +been\\s+|to +be\\s+)?((?:${adverbs}\\s+)*)(${done}|${shunned}|[a-zß-öø-ɏ]+)`,
  "gi",
);

/** "Should be left out": read as what is given up. */
const isSetAside = (word: string, behind: string): boolean =>
  /^(?:left|held|put|taken)$/.test(word) && /^\s+(?:out|off|back|away|aside)\b/i.test(behind);

/** "Honey is kept from infants" */
const isKeptFrom = (word: string, behind: string): boolean =>
  word === "kept" && /^\s+(?:away\s+)?from\b/i.test(behind);

function* passives(text: string): Iterable<Said> {
  for (const match of matchesIn(text, modal)) {
    const [whole, aux = "", , not, , be, , word = ""] = match;
    const before = clauseBefore(text, match.index);
    if (before === undefined) continue;
    const { subject, from } = before;
    // "We recommend an electrocardiogram before clozapine is started": read as what is recommended.
    if (/^(?:we|you|i)\s+[a-zß-öø-ɏ]/i.test(subject)) continue;
    if (isOfThose(subject, text.slice(0, from))) continue;
    const negative =
      not !== undefined || /^cannot$/i.test(aux) || /^(?:no|nobody|none|neither)\b/i.test(subject);
    const end = match.index + whole.length;
    const low = word.toLowerCase();
    const [shun, doIt] = [isShunned.test(low) || isKeptFrom(low, text.slice(end)), isDone.test(low)];
    const isBe = be !== undefined || /^(?:is|are)\b/i.test(aux);
    if (/^(?:may|can)$/i.test(aux) && !negative && !doIt) continue;
    if (isSetAside(low, text.slice(end))) continue;
    const who = subjectKind(subject);
    if (tellsHow({ aux, be, word: low, behind: who === "patient" ? "" : text.slice(end) })) continue;
    if (isBe && (shun || doIt || plainVerb(low)) && who === "thing") {
      // "is safe": says nothing of what is to be done.
      const verb = shun || doIt ? undefined : plainVerb(low);
      if (verb && (otherThan.test(verb) || (/^(?:is|are)$/i.test(aux) && !negative && !openVerbs.has(verb))))
        continue;
      const direction = shun === negative ? "for" : "against";
      const own = verb && ownVerbs.has(verb) && !openVerbs.has(verb) ? verb : undefined;
      if (shun && negative) continue;
      const phrase = own && { phrase: word };
      yield {
        direction,
        verb: own,
        objects: objectsOf(namedLast(subject.replace(/^no\s+/i, "")) + whither(text.slice(end))),
        ...phrase,
        start: from,
        end,
      };
    } else if (who === "patient") {
      const direction = negative ? "against" : "for";
      const told = isBe ? spokenTo(text, end - word.length) : undefined;
      if (told) {
        const way = told.against === negative ? "for" : "against";
        for (const one of verbPhrase(text, told.end, way, told.noun)) yield { ...one, start: from };
      } else if (isBe) {
        const verb = plainVerb(low);
        const given = /^\s+(?:home\s+)?(?:with|on)\s+/i.exec(text.slice(end))?.[0].length ?? 0;
        if (given > 0 && (supplied.test(low) || (verb && openVerbs.has(verb))))
          for (const one of objectBehind(text, end + given, direction, from))
            yield { ...one, objects: one.objects.filter((object) => thingOf(object)?.known) };
        else if (verb && openVerbs.has(verb) && verb !== "do")
          yield* objectBehind(text, end, direction, from);
        else if (verb && !otherThan.test(verb)) yield { direction, verb, objects: [], start: from, end };
      } else if (!/^(?:is|are|do|does)$/i.test(aux) || negative) {
        const at = end - word.length;
        if (/^(?:receive|have|get|undergo|wear|use|take)$/i.test(low))
          yield* objectBehind(text, end, direction, from);
        else for (const one of verbPhrase(text, at, direction, false)) yield { ...one, start: from };
      }
    }
  }
}

/** "Is fitted with a collar", "are bridged with heparin", "are sent home on warfarin" */
const supplied =
  /^(?:fitted|started|treated|covered|loaded|bridged|maintained|kept|provided|supplied|sedated|discharged|sent|anticoagulated|begun|continued|equipped|infused|managed|commenced|premedicated|nursed|ventilated)$/i;

/** "… must not be tilted backwards" */
const whither = (behind: string): string =>
  /^\s+(?:back|forward|side)(?:wards?|ways)?\b/i.exec(behind)?.[0] ?? "";

/** "Adults take ibuprofen", "the nurse inserts a catheter" */
function* present(text: string): Iterable<Said> {
  for (const { at, length, verb, direction, start } of toldIn(text)) {
    if (openVerbs.has(verb) || verb === "drink") {
      const found = objectBehind(text, at + length, direction, start);
      if (verb !== "have") yield* found;
      else
        for (const one of found)
          yield { ...one, objects: one.objects.filter((object) => thingOf(object)?.known) };
    } else {
      const phrase = objectAt(text, at + length);
      yield { direction, verb, objects: objectsOf(phrase), phrase, start, end: at + length + phrase.length };
    }
  }
}

function* objectBehind(text: string, from: number, direction: Direction, start: number): Iterable<Said> {
  const phrase = objectAt(text, from);
  const objects = objectsOf(phrase);
  // "… take no routine chest X-ray"
  const way = /^\s*no\s+(?!more|less|longer|fewer|other)/i.test(phrase) ? opposite[direction] : direction;
  if (objects.length > 0)
    yield { direction: way, verb: undefined, objects, start, end: from + phrase.length };
}

/** The subject of a clause and where it begins; nothing behind "if" or "who". */
export function clauseBefore(
  text: string,
  end: number,
): { readonly subject: string; readonly from: number } | undefined {
  const before = text.slice(0, end);
  const breaks = matchesIn(
    before,
    /[;:]\s+|\.\s+|\s[–—-]\s|,\s+(?:but +|and +|then +|so +)?|\b(?:that|but)\s+/gi,
  ).map(({ index, 0: sign }) => index + sign.length);
  const lead = /^[^\p{L}]*(?:\p{L}?\d+(?:\.\d+)*[.)]?\s+)?/u.exec(before)?.[0].length ?? 0;
  for (const from of [...breaks.toReversed(), lead]) {
    const own = before.slice(from);
    if (!/\p{L}{2}/u.test(own)) continue;
    if (
      /\b(?:if|when|whenever|who|which|whose|because|since|whether|as(?! +(?:an? +)?(?:matter +of +)?(?:routine|rule|precaution|prophyla)))\b/i.test(
        own,
      ) &&
      !/^(?:in|for|among)\b/i.test(own)
    )
      return undefined;
    // "enemas, shaving and catheters are …"
    const list =
      before.slice(lead, from).match(/^[\p{L} -]+(?:, +[\p{L} -]+)*, +$/u) &&
      !/^(?:in|for|if|when|during|after|before|at|on|as|once|among)\b/i.test(before.slice(lead));
    if (list && /\b(?:and|or)\b/i.test(own)) return { subject: before.slice(lead).trim(), from: lead };
    // Not within its first word: "Yearly".
    const stop = `x${own.slice(1)}`.search(subjectEnd);
    return { subject: (stop < 0 ? own : own.slice(0, stop)).trim(), from };
  }
  return undefined;
}

const subjectEnd = new RegExp(
  `${objectEnd.source}|\\b(?:does|do|causes?|harms?|prolongs?|increases?|raises?|delays?|carries|makes?|leads?|brings?|worsens?|helps?)\\b`,
  "i",
);
