// The deeds of a sentence: what its clauses say is done or not done, by name, with the words that say in which
// situation. Reasons, means and places on the body are none. It must not know documents.

import { structuralWords } from "../lexicon/conditions.ts";
import { openVerbs } from "../lexicon/instruction-verbs.ts";
import { procedureNamed } from "../lexicon/procedures.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { stemOf } from "./advice-action.ts";
import type { Direction } from "./advice-verb.ts";
import type { Deed } from "./deed.ts";
import { clauseAround, condition } from "./deed-clause.ts";
import { emphasisIn } from "./deed-emphasis.ts";
import { idle, nothingDone } from "./deed-idle.ts";
import { isPatient, isPerson, nounStem, people, type Thing, thingOf, withoutOwner } from "./deed-object.ts";
import { withoutRelative } from "./deed-relative.ts";
import { objectAt, type Said, saidIn } from "./deed-said.ts";
import { isRoutine, situationIn, tellingIn } from "./deed-situation.ts";
import { windowsIn } from "./deed-time.ts";
import { withWay } from "./deed-way.ts";
import { itemsOf } from "./scope.ts";
import { valuesIn } from "./title-band.ts";
import { plainVerb } from "./verb-form.ts";

const past =
  /\b(?:(?<!\b(?:is|are|be|not|been|being) +)used +to|in +the +past|formerly|traditional(?:ly)?|once +(?:thought|recommended)|historically|older +(?:texts|books|guidelines?|guidance|editions?|advice|protocols?|practice|studies|teaching|versions?|regimens?)|some +(?:people|families|healers|books|texts|hospitals|clinics|staff)|villagers|relatives|was|were|had +been|healers?|many +(?:people|families)|myth|example|case +report|trials?(?! +of\b)|studies|study|in +one)\b/i;

export const deedsIn = remembered((sentence): readonly Deed[] => {
  if (/\?\s*$/.test(sentence) || asks.test(sentence) || sentence.length > longest) return [];
  const text = sentence
    .replace(/["“‘][^"”’\n]{1,80}["”’]/g, (quote) => " ".repeat(quote.length))
    .replace(graded, (words) => " ".repeat(words.length))
    .replace(/[*_`]/g, " ")
    .replace(notEven, (words) => " ".repeat(words.length));
  const plain = withoutRelative(text);
  const also = plain === text ? [] : saidIn(plain);
  const said = saidIn(text);
  const isNew = ({ start, end }: Said) => !said.some((one) => one.start <= start && one.end >= end);
  return [...said, ...also.filter(isNew)].flatMap((one) => deedsOf(text, one));
});
const longest = 500;
/** ", not even as a trial": says it once more. */
const notEven = /,\s*not +even\s[^.;:]{2,60}(?=[.;:]|$)/gi;
/** "What can be offered": a question as a line of a list. */
const asks =
  /^[^a-zß-öø-ɏ]*(?:what|which +[a-zß-öø-ɏ]+|how|why|who|where|when) +(?:can|could|may|should|must|are|is|do|does) +(?!(?:possible|not|n['’]t)\b)[^.,;:]*[.;]?\s*$/i;
/** "(strong recommendation, moderate certainty)": not how ill. */
const graded =
  /\([^()]{0,80}\b(?:recommendation|certainty|evidence|quality|grade|class|level)\b[^()]{0,80}\)/gi;

const limit =
  /\b(?:unless|except|for +(?:this|these|such) +(?!patients?|people|child|women|reasons?)[a-zß-öø-ɏ]+|other +than|(?:apart|aside) +from|only(?! +(?:one|two|three|some|a +few)\b)|until|alone|without|instead +of|rather +than|if +possible|where +possible|as +(?:the +|an? +|your +)?(?:first|initial|sole|main|single|starting)\b(?! +aid)|more +than|less +than|longer +than|again|by +(?:yourself|lay)|untrained|outside +hospital|to +(?:take|use|keep)(?: +at)? +home|for +home +use|greater +than|beyond|excessive\w*|repeated(?:ly)?|prolonged|undiluted|too|(?:above|over|exceeding|higher +than|faster +than|below|under) +\d[\d.,]* *(?:mg|mcg|micrograms?|mL(?!\/min)|L\/min|units?|IU)(?!\/(?:d?L|mL)))\b/i;
/** How long, or how much, of what is to be done limits nothing. */
const prevention =
  /^[^.;,]{0,40}\b(?:to +prevent|for +(?:the +)?prevention|as +(?:a +)?prevent\w+|(?:to +keep|so +that)\s[^.;,]{3,30}\s(?:clean|sterile|free|away|uninfected|well))\b/i;
const forSome =
  /\b(?:unless|except|other +than|(?:apart|aside) +from|only(?! +(?:for|to|with) +(?:the +)?(?:toilet|meals))|alone|without|instead +of|rather +than|if +possible|where +possible|again)\b/i;
const absolutes =
  /\b(?:never|under +no +circumstances?|in +no +case|at +no +time|must +not|must +never|has +no +place|have +no +place|no +place +(?:for|in)|in +any +(?:case|patient)|ever|no +[a-zß-öø-ɏ]+ +without|any +of +(?:the +following|these)|under +any +circumstances|completely|altogether|forbidden|prohibited|banned|abandoned|no +longer|(?:for|in|to|on|after|with) +any +(?!other|such))\b/i;
/** Whatever happens meanwhile. */
const throughout =
  /\b(?:throughout|at +all +times|all +the +(?:time|while)|always|in +every +phase|from +beginning +to +end)\b/i;
const lacking =
  /\b(?<no>no|without|absence +of)\s+(?:any\s+)?(?:[a-zß-öø-ɏ]+\s+){0,3}?(?:signs?|symptoms?|features?|flags?|complications?)\b|\b(?:signs?|symptoms?|features?|flags?|complications?)\s+(?:is|are)\s+(?:absent|lacking|missing|not +present)\b/i;
/** "Adults without heart disease": who they are. */
const whoLack = new RegExp(
  `\\b(${people}(?:\\s+(?:(?:and|or)\\s+)?(?:aged?|of|over|under|above|below|older|younger|than|up|to|from|age|and|or|more|\\d+|years?|months?|weeks?|days?|kg))*)\\s+without\\b`,
  "gi",
);
const having =
  /\b(?:with|has|have|having|if|any)\s+(?:[a-zß-öø-ɏ]+\s+){0,3}?(?:signs?|symptoms?|features?|flags?|complications?)\b/i;

/** "No focal crackles", "without fever", "who do not breathe". */
const absentIn = (clause: string): string =>
  matchesIn(
    clause,
    /\b(?:no|without|absence +of|absent|free +of|(?:who|that|which) +(?:(?:do|does|did|is|are|have|has|can|could) +)?(?:not|never|cannot)|who +cannot)\s+((?:[a-zß-öø-ɏ]+[ -]?){1,3})/gi,
  )
    .map(([, words]) => words)
    .concat(matchesIn(clause, notThere).map(([, words]) => words))
    .join(" ");
/** "Cholera not declared", "signs of infection absent" */
const notThere =
  /(?:^|[,;:] +)((?:[a-zß-öø-ɏ]+ +){1,3}?)(?:(?:is|are|has +been) +)?(?:not +(?:declared|present|seen|found|reported|suspected|confirmed)|absent|excluded|ruled +out)\b/gi;

/** "During transport to another ward": of what is not to be done, it may be only where. */
const underwayIn = (clause: string, direction: Direction): readonly string[] =>
  direction === "for" &&
  /\b(?:during|while)\s+(?:the\s+|a\s+|any\s+|being\s+)?(?:transport|transfer|journey|trip)\w*/i.test(clause)
    ? ["transport"]
    : [];

/** "No warning signs", "with danger signs": whether they have them. */
export const signsIn = (clause: string): boolean | undefined =>
  lacking.test(clause) ? false : having.test(clause) ? true : undefined;

function deedsOf(text: string, said: Said): Deed[] {
  const { objects, direction, start, end } = said;
  if (!said.over && past.test(clauseAround(text, start, end))) return [];
  const { plain: clause, named } = emphasisIn(
    said.clause ?? (said.window ? text.slice(start, end) : clauseAround(text, start, end)),
  );
  const windows = windowsIn(clause);
  const open = situationIn(clause, windows, said);
  const ifAt = said.window ? -1 : open.search(condition);
  const beside = besides(text, said);
  const own = new Set([
    ...ownWords(said),
    ...beside.flatMap(({ name, narrowing }) => [...name.split(" ").map(stemOf), ...narrowing]),
  ]);
  const told = (part: string) =>
    new Set([...stemsOf(part)].filter((word) => !own.has(word) && !own.has(nounStem(word))));
  const words = new Set([...told(open), ...underwayIn(clause, direction)]);
  const means = meansOf(text, said);
  const base = {
    direction,
    words,
    telling: new Set([...told(tellingIn(open)), ...underwayIn(clause, direction)]),
    conditions: ifAt < 0 ? new Set<string>() : told(conditionAt(open, ifAt)),
    limited: isLimited(said, open) || (ifAt >= 0 && isVague(open.slice(ifAt), told)),
    absent: told(absentIn(open)),
    kept: said.kept,
    whatever: named,
    values: valuesIn(clause),
    signs: signsIn(clause),
    routine: isRoutine(clause),
    absolute:
      (direction === "for" && said.ongoing !== undefined && throughout.test(clause)) ||
      (direction === "against" &&
        ((said.over && !said.window) || absolutes.test(clause) || named !== undefined)),
    window: said.window ?? windows[0]?.window,
    means,
    place: placeIn(clause),
    onlySo: means.size > 0 && !said.described,
    clause: said.ongoing ? open.replace(objects[0] ?? "", " ") : open,
    ...(said.supposed && { supposed: true as const }),
    start,
    end: Math.max(start + 1, end - (/\s*$/.exec(text.slice(start, end))?.[0].length ?? 0)),
  };
  const used = direction === "against" ? new Set([...words, ...usedFor(said)]) : words;
  const prevents = prevention.test(text.slice(end));
  const deed = ({ name, known, narrowing }: Thing) => ({
    ...base,
    thing: name,
    known,
    narrowing: prevents && known ? [...narrowing, "prophylactic"] : narrowing,
  });
  return [
    ...thingsSaid(said).map(deed),
    ...beside.map((thing) => ({ ...deed(thing), words: used, onlySo: false })),
  ].flatMap(withWay);
}

const thingsSaid = (said: Said): readonly Thing[] => {
  const { ongoing, described, verb, objects, phrase } = said;
  const all = ongoing ? [ongoing] : described ? describedThings(said) : thingsOf(verb, objects, phrase);
  return all.filter(({ name, known }) => known || !nothingDone.test(name));
};

/** "If no bone is tender, request two views": up to its comma, where it stands first. */
const conditionAt = (open: string, at: number): string =>
  /\p{L}/u.test(open.slice(0, at)) ? open.slice(at) : (open.slice(at).split(/,\s/, 1)[0] ?? "");

/** It holds for some of those that it names. */
function isLimited(
  { direction, window, ongoing, clause, described, stated, phrase = "" }: Said,
  open: string,
): boolean {
  const own = direction === "for" || window || ongoing || stated || clause !== undefined;
  const plain = described ? open.replace(phrase, " ") : open;
  return (own ? forSome : limit).test(
    plain.replace(lacking, " ").replace(whoLack, "$1 ").replace(merely, " "),
  );
}

/** "Not for incontinence alone": that is no reason; "in groups or alone": that does not matter. */
const merely =
  /\bin +[a-zß-öø-ɏ ]{4,20} +or +alone\b|\balone +or +in +[a-zß-öø-ɏ]+|\bwithout +(?:(?:an? +|any +)?(?:break|pause|interruption|gap)|waiting|await[a-zß-öø-ɏ]+|delay|exception|stopping)\b|\bnow +and +again\b|\bfor +this +purpose\b|\b(?:for|because +of|on +account +of|on +the +strength +of) +[^.;:,]{3,30} +alone\b/gi;

/** "If this is so": nobody can tell in whom. */
const isVague = (condition: string, told: (part: string) => ReadonlySet<string>): boolean =>
  told(condition).size === 0 && signsIn(condition) === undefined;

/** Of what is to be done, its own words may be what narrows a ban: "Do not suction the mouth". */
const describedThings = ({ objects, phrase = "", direction }: Said): Thing[] =>
  objects.flatMap((object) => {
    const told = phrase.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
    const words = told.filter((word) => sized.test(word) || (direction === "for" && site.test(word)));
    const name = procedureNamed(object) ?? object;
    return { name, known: true, narrowing: [...new Set(words.map(nounStem))] };
  });

const sized = /^(?:small|large|big|tense|minor|major|dirty|clean|infected|old|fresh)$/;

/** "Deliver the placenta with fundal pressure", "Put the newborn in sunlight". */
function besides(text: string, { verb, objects, end, direction }: Said): Thing[] {
  const rest = text.slice(end);
  const [lead = ""] = /^\s*(?:with|using|by +means +of)\s+/i.exec(rest) ?? [];
  // "Do not give potassium with diuretics" is not against diuretics.
  const together = direction === "against" && (verb === undefined || openVerbs.has(verb));
  const used = lead && !together ? thingOf(objectAt(rest, lead.length)) : undefined;
  if (used?.known) return [used];
  const [sent = ""] =
    (verb && /^(?:send|refer|book|schedule|bring|take)$/.test(verb) && /^\s*for\s+/i.exec(rest)) || [];
  const sentFor = sent ? thingOf(objectAt(rest, sent.length)) : undefined;
  if (sentFor?.known) return [sentFor];
  // "Put the burn under ice"
  const isPut = (object: string) => isAboutPatients(object) || conditionOf(object) !== "";
  const placed = verb && places.test(verb) && objects.every(isPut);
  const [where = ""] =
    (placed &&
      /^\s*(?:(?:under|over|above|below|of|aged|weighing|with|who)\b[^.;:]{0,40}?\s)?(?:in|on|into|onto|under|to)\s+/i.exec(
        rest,
      )) ||
    [];
  const thing = where ? thingOf(objectAt(rest, where.length)) : undefined;
  return thing ? [thing] : [];
}

/** "Wash the wound with peroxide", but not "treat adults with pain". */
function meansOf(text: string, { verb, objects, end, described }: Said): ReadonlySet<string> {
  const named = described || (verb !== undefined && !openVerbs.has(verb) && !objects.every(isAboutPatients));
  const [, what = ""] = (named && withWhat.exec(text.slice(end))) || [];
  return what === "" ? nothing : stemsOf(what);
}
const withWhat =
  /^\s*(?:with|using|by +means +of)\s+([^.,;:()]{2,50}?)(?=\s(?:for|in|to|at|on|over|before|after|until|when|if|every|once|twice|immediately|and +(?:then|dry|cover|press|leave|give))\b|[.,;:()]|$)/i;
const nothing: ReadonlySet<string> = new Set();

/** "On the fistula arm", where it is a part of the body. */
function placeIn(clause: string): ReadonlySet<string> {
  const [, what = "", part = ""] = onPart.exec(clause) ?? [];
  return part === "" ? nothing : stemsOf(`${what} ${part}`);
}
const onPart =
  /\b(?:on|onto|into|over|to) +(?:the|an?|his|her|their|your|each|either) +((?:[a-zß-öø-ɏ]+ +){0,2}?)(arm|leg|eye|ear|nostril|side|limb|hand|foot|thigh|buttock|forearm|finger|toe|breast|cheek|knee|hip|elbow|wrist|ankle|shoulder)s?\b/i;

const places = /^(?:put|place|keep|set|leave|position|expose|nurse|lay)$/;

/** "Stable newborns" */
const isAboutPatients = (object: string): boolean => {
  const head =
    object
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.at(-1) ?? "";
  return isPatient(head) && !/^(?:breastfeeding|lactation|pregnancy)$/.test(head);
};

/** "Do not irrigate a socket with chlorhexidine": for another purpose it may be used. */
const usedFor = ({ verb, objects }: Said): readonly string[] =>
  verb === undefined || openVerbs.has(verb)
    ? []
    : [stemOf(verb), ...stemsOf(objects.join(" "))].filter((word) => !isPatient(word));

/** What is done is no situation. */
function ownWords({ objects, phrase = "", verb = "" }: Said): ReadonlySet<string> {
  const treated = verb !== "" && !openVerbs.has(verb) && procedureNamed(`to ${verb}`) !== undefined;
  // "Place stable newborns in …": who they are is the situation.
  const things = places.test(verb) ? objects.filter((object) => !isAboutPatients(object)) : objects;
  const named = (
    objects.length > 0 && things.length === 0 ? "" : `${things.join(" ")} ${phrase}`
  ).toLowerCase();
  const words =
    (treated ? named.replaceAll(conditionOf(named) || "\n", " ") : named).match(/\p{L}{3,}/gu) ?? [];
  return new Set([...words, verb].map(stemOf));
}

function thingsOf(verb: string | undefined, objects: readonly string[], phrase = ""): Thing[] {
  // "wash out the stomach"
  const whole = verb && procedureNamed(`${verb} ${phrase.toLowerCase().trim().replaceAll("-", " ")}`);
  if (whole) return [{ name: whole, known: true, narrowing: [] }];
  if (
    verb === undefined ||
    openVerbs.has(verb) ||
    /^(?:measure|check|recheck|test|request|monitor)$/.test(verb)
  )
    return objects
      .flatMap((object) => thingOf(object) ?? [])
      .filter(({ name }) => !(name === "blood transfusion" && isSample(verb, objects)));
  const own = ownProcedure(verb);
  const found = objects.flatMap((object): Thing[] => {
    const words = withoutOwner(object.toLowerCase().match(/\p{L}+/gu) ?? []).filter(
      (word) => !/.{3}ly$/.test(word),
    );
    const named =
      procedureNamed([verb, ...words].join(" ")) ?? procedureNamed([verb, "the", ...words].join(" "));
    if (named) return [{ name: named, known: true, narrowing: [] }];
    const head = words.at(-1);
    const short = words.length > 1 && head ? procedureNamed(`${verb} ${head}`) : undefined;
    if (short)
      return [{ name: short, known: true, narrowing: words.slice(0, -1).filter(narrows).map(nounStem) }];
    const whose = words.every(isPatient);
    if (own)
      return [
        {
          name: own,
          known: true,
          narrowing: (
            object
              .toLowerCase()
              .replace(conditionOf(object), " ")
              .match(/\p{L}+/gu) ?? []
          )
            .filter((word) => word.length > 2 && !isPatient(word) && !illness.test(word))
            .map(nounStem),
        },
      ];
    const thing = whose ? undefined : thingOf(object);
    if (thing?.known && applies.test(verb)) return [thing];
    return [
      thing
        ? { name: `${verb} ${thing.name}`, known: false, narrowing: thing.narrowing }
        : { name: nounStem(verb), known: false, narrowing: [] },
    ];
  });
  return found.length > 0
    ? found
    : [{ name: own ?? nounStem(verb), known: own !== undefined, narrowing: [] }];
}

/** "A crisis is not transfused": what they have. */
const illness = /^(?:crisis|attack|episode|flare|illness|disease|infection|injury|case|bleeding)s?$/;

/** "Take blood for culture" */
const isSample = (verb: string | undefined, objects: readonly string[]): boolean =>
  /^(?:take|draw|collect|obtain|test|request|check|send|measure)$/.test(verb ?? "") ||
  objects.some((object) => /\bblood +(?:tests?|samples?|testing)\b/i.test(object));

/** "Hold an ice pack on the burn": what is held is applied. */
const applies =
  /^(?:hold|provoke|attempt|induce|undertake|cut|drink|eat|press|lay|wrap|rub|spread|smear|dab|rinse|massage|paint|bathe|wash|cover|drip|pour|bind|try|hang|send|nebuli[sz]e|inhale|gargle|swallow|chew|spray|paint)$/;

/** "pad the eye" and "pad a corneal abrasion" are one deed; of the second the object is the condition. */
const ownProcedure = (verb: string) => procedureNamed(`to ${verb}`) ?? procedureNamed(verb);
const narrows = (word: string) => word.length > 2 && word !== "the" && word !== "whole" && word !== "entire";

/** The words of an object that name a disease or injury. */
function conditionOf(object: string): string {
  const found = itemsOf(object).find((item) => item.kind === "condition" && !item.qualifier);
  return found ? object.slice(found.start, found.end).toLowerCase() : "";
}

/** Of the body: no word of structure here. */
const site =
  /^(?:ear|eye|nose|skin|mouth|throat|scalp|face|neck|arm|leg|foot|feet|hand|chest|belly|abdomen|back|wound|vagina|rectum|bladder|stomach|vein|muscle|bone|joint|tooth|teeth|hair|nail|cord)s?$/;

export const stemsOf = remembered((text): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(
    words
      .filter(
        (word) =>
          (site.test(word) || !structuralWords.has(word)) &&
          !idle.has(word) &&
          !isPerson(word) &&
          !openVerbs.has(plainVerb(word) ?? word.replace(/s$/, "")),
      )
      .map(stemOf)
      .filter((word) => !idle.has(word)),
  );
});

/** Stems, and those behind "no" or "without" as what they are not. */
export const situationOf = remembered((text): ReadonlySet<string> => {
  const denied = /\b(?:no|not|without|non|never|absence +of)[\s-]+((?:[a-zß-öø-ɏ]+[\s-]?){1,4})/gi;
  const absent = matchesIn(text, denied)
    .map(([, words = ""]) => words)
    .flatMap((words) => [...stemsOf(words)]);
  return new Set([...stemsOf(text.replace(denied, " ")), ...absent.map((word) => `no ${word}`)]);
});
