// The deeds of a sentence: imperatives ("Tie a tourniquet", "Do not bathe"), what "should (not) be done", "is not
// recommended", "has no place". What stands behind "if" is not said to be done. It must not know documents.

import { structuralWords } from "../lexicon/conditions.ts";
import { instructionVerbs, openVerbs, ownVerbs } from "../lexicon/instruction-verbs.ts";
import { procedureNamed } from "../lexicon/procedures.ts";
import { remembered } from "../text/memory.ts";
import { stemOf } from "./advice-action.ts";
import type { Direction } from "./advice-verb.ts";
import type { Deed } from "./deed.ts";
import { isPatient, nounStem, objectEnd, objectsOf, type Thing, thingOf } from "./deed-object.ts";
import { windowsIn } from "./deed-time.ts";
import { isTold } from "./instruction.ts";
import { plainVerb } from "./verb-form.ts";

/** What a clause says is done, and where the words stand that say it. */
interface Said {
  readonly direction: Direction;
  readonly verb: string | undefined;
  readonly objects: readonly string[];
  /** What stands behind the verb, particles and all: "out the stomach". */
  readonly phrase?: string;
  readonly start: number;
  readonly end: number;
}

const adverbs =
  "(?:please|then|also|always|now|next|first|finally|immediately|gently|carefully|slowly|routinely|generally|usually|ever|even|still|therefore|only|again|currently|necessarily|normally|systematically|automatically|simply|just|specifically|strongly|conditionally|either)";
/** Against something else than doing it. */
const otherThan =
  /^(?:stop|discontinue|withhold|delay|omit|interrupt|miss|forget|reduce|mix|dilute|store|crush|confuse|wait|withdraw|rely|repeat|change|switch|skip|refuse|postpone|defer|exceed|hesitate|leave|keep|allow|let|be|try|attempt|assume|expect|rush|hurry|continue|start|treat|manage|see|look|act|follow|consider|choose|select|decide|discuss|increase|decrease|lower|raise|ensure|avoid|prevent|wait|stay|help|include|report|note|write|resume|restart|adjust|titrate|separate|exclude|identify|confirm|verify|maintain|introduce|support|protect|plan|prepare|act|hold|move|open|spread|visit|speak|assist|attend|involve|collect|contact|count|watch|observe|control)$/;
const goesOn = new RegExp(
  `(?:^|[.;,:]\\s+|\\s[–—-]\\s|\\b(?:and|but|then|or|so)\\s+)(?:${adverbs}\\s+)*`,
  "gi",
);
const past =
  /\b(?:used to|in the past|formerly|traditional(?:ly)?|once (?:thought|recommended)|historically|older|some (?:people|families|healers|books|texts|hospitals|clinics|staff)|villagers|relatives|was|were|had been|healers?|many (?:people|families)|myth|example|case report|trials?|studies|study|in one)\b/i;

export const deedsIn = remembered((sentence): readonly Deed[] => {
  if (/\?\s*$/.test(sentence) || sentence.length > longest) return [];
  const text = sentence
    .replace(/["“‘][^"”’\n]{1,80}["”’]/g, (quote) => " ".repeat(quote.length))
    .replace(/[*_`]/g, " ");
  const said = [
    ...imperatives(text),
    ...passives(text),
    ...advised(text),
    ...placeless(text),
    ...idioms(text),
  ];
  return said.flatMap((one) => deedsOf(text, one));
});
const longest = 500;

/** Where a clause may begin, and what stands there. */
function* clauses(
  text: string,
): Iterable<{ readonly at: number; readonly rest: string; readonly first: boolean }> {
  const bullet = /^[^\p{L}]*(?:\[[ x]\]\s*)?(?:\p{L}?\d+(?:\.\d+)*[.)]?\s+)?/u.exec(text)?.[0].length ?? 0;
  const seen = new Set<number>();
  for (const { index, 0: sign } of text.matchAll(goesOn)) {
    // "Do not cut or suck": denied, too.
    if (/^\s*(?:and|or|then|so)\b/i.test(sign) && deniedBefore.test(text.slice(0, index))) continue;
    const at = index === 0 && sign.trim() === "" ? bullet : index + sign.length;
    if (!seen.has(at)) yield { at, rest: text.slice(at), first: at === bullet };
    seen.add(at);
  }
  if (!seen.has(bullet)) yield { at: bullet, rest: text.slice(bullet), first: true };
  const lead = new RegExp(`^(?:${adverbs}\\s+)+`, "i").exec(text.slice(bullet));
  if (lead) yield { at: bullet + lead[0].length, rest: text.slice(bullet + lead[0].length), first: true };
}

const deniedBefore = /\b(?:not|never|don['’]t|avoid|refrain|against|no)\b[^.;,:]*$/i;
const denial = new RegExp(`^(?:do not|don['’]t|never|do n['’]t)\\s+(?:${adverbs}\\s+)*`, "i");
const avoidance = new RegExp(
  `^(?:avoid|refrain from|abstain from|omit|abandon|no longer|steer clear of|discourage|forbid|ban)\\s+(?:${adverbs}\\s+)*`,
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
    else if (/^no\s+\p{L}/iu.test(rest) && first) {
      const [phrase = ""] = text.slice(at + 3).split(objectEnd, 1);
      if (
        !/\b(?:is|are|was|has|have|had|does|do|shows?|means?|need|other|more|less|one|longer|change|signs?|response|improvement|evidence|history|known|risk|doubt|reason|difference)\b/i.test(
          phrase + text.slice(at + 3 + phrase.length, at + 12 + phrase.length),
        ) &&
        /^[.;,]?\s*$|^\s*(?:for|in|on|at|before|after|during)\b/i.test(text.slice(at + 3 + phrase.length))
      )
        yield {
          direction: "against",
          verb: undefined,
          objects: objectsOf(phrase),
          start: at,
          end: at + 3 + phrase.length,
        };
    } else {
      const [word = ""] = /^\p{L}+(?:-\p{L}+)?/u.exec(rest) ?? [];
      if (isTold(word.toLowerCase(), rest.slice(word.length), first))
        yield* verbPhrase(text, at, "for", false);
    }
  }
}

/** A verb in its plain form or as a gerund, or, where `noun` is, what is named; and its object. */
function* verbPhrase(text: string, at: number, direction: Direction, noun: boolean): Iterable<Said> {
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
  if (verbs.length === 0 || (noun && verbs.length === 0)) {
    const phrase = objectAt(text, at);
    yield { direction, verb: undefined, objects: objectsOf(phrase), start: at, end: at + phrase.length };
    return;
  }
  const phrase = objectAt(text, from);
  for (const verb of verbs) {
    if (otherThan.test(verb)) continue;
    yield { direction, verb, objects: objectsOf(phrase), phrase, start: at, end: from + phrase.length };
  }
}

/** "a bath", of "the child a bath" the second. */
function objectAt(text: string, from: number): string {
  const rest = text.slice(from);
  const lead =
    /^\s*(?:out|up|off|on|in|down|for|through)\s+(?=(?:the|a|an|any)\b)/i.exec(rest)?.[0].length ?? 0;
  const stop = rest.slice(lead + 1).search(objectEnd);
  // A comma goes on only within a list: "enemas, shaving and catheters".
  const end = stop < 0 ? rest.length : lead + 1 + stop;
  const listed = /^(?:,\s*[\p{L} -]{3,40}){0,4},?\s*(?:and|or|nor)\s+[\p{L} -]{3,40}?(?=[.;]|$)/u.exec(
    rest.slice(end),
  );
  const own = rest.slice(0, end + (listed?.[0].length ?? 0));
  const given =
    /^(\s*(?:the|a|an|every|each|all|any|this|these|your)?\s*(?:\p{L}+\s+)?(\p{L}+))\s+(?:an?|any|the|some|no)\s+/iu.exec(
      own,
    );
  return given && isPatient((given[2] ?? "").toLowerCase())
    ? `${" ".repeat(given[1]?.length ?? 0)}${own.slice(given[1]?.length ?? 0)}`
    : own;
}

const done =
  "recommended|advised|indicated|suggested|advisable|preferred|mandatory|needed|necessary|required|essential|useful|offered|justified|warranted|appropriate|permitted|allowed|standard|obligatory|compulsory|acceptable|helpful|beneficial|performed|carried out|encouraged";
const shunned =
  "contra-?indicated|forbidden|prohibited|obsolete|abandoned|banned|discouraged|omitted|withheld|avoided|unnecessary|outdated|harmful|dangerous|discontinued|dropped|out of place";
const modal = new RegExp(
  `\\b(should|must|shall|may|can|ought to|needs? to|has to|have to|is to|are to|is|are|will|do|does|cannot|need)((?:\\s+${adverbs})*)\\s*(not|never|no longer|n['’]t)?((?:\\s+${adverbs})*)\\s+(be\\s+|have been\\s+|to be\\s+)?((?:${adverbs}\\s+)*)(${done}|${shunned}|\\p{L}+)`,
  "giu",
);

function* passives(text: string): Iterable<Said> {
  for (const match of text.matchAll(modal)) {
    const [whole, aux = "", , not, , be, , word = ""] = match;
    const before = clauseBefore(text, match.index);
    if (before === undefined) continue;
    const { subject, from } = before;
    const negative = not !== undefined || /^cannot$/i.test(aux) || /^(?:no|nobody|none)\b/i.test(subject);
    const end = match.index + whole.length;
    const low = word.toLowerCase();
    const [shun, doIt] = [
      new RegExp(`^(?:${shunned})$`, "i").test(low),
      new RegExp(`^(?:${done})$`, "i").test(low),
    ];
    const isBe = be !== undefined || /^(?:is|are)\b/i.test(aux);
    if (/^(?:may|can)$/i.test(aux) && !negative && !doIt) continue;
    const who = subjectKind(subject);
    if (isBe && (shun || doIt || plainVerb(low)) && who === "thing") {
      // "is safe": says nothing of what is to be done.
      const verb = shun || doIt ? undefined : plainVerb(low);
      if (verb && (otherThan.test(verb) || (/^(?:is|are)$/i.test(aux) && !negative && !openVerbs.has(verb))))
        continue;
      const direction = shun === negative ? "for" : "against";
      const own = verb && ownVerbs.has(verb) && !openVerbs.has(verb) ? verb : undefined;
      if (shun && negative) continue;
      yield { direction, verb: own, objects: objectsOf(subject.replace(/^no\s+/i, "")), start: from, end };
    } else if (who === "patient") {
      const direction = negative ? "against" : "for";
      if (isBe) {
        const verb = plainVerb(low);
        if (verb && openVerbs.has(verb) && verb !== "do") yield* objectBehind(text, end, direction, from);
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

function* objectBehind(text: string, from: number, direction: Direction, start: number): Iterable<Said> {
  const phrase = objectAt(text, from);
  const objects = objectsOf(phrase);
  if (objects.length > 0) yield { direction, verb: undefined, objects, start, end: from + phrase.length };
}

/** The subject of a clause and where it begins; nothing behind "if" or "who". */
function clauseBefore(
  text: string,
  end: number,
): { readonly subject: string; readonly from: number } | undefined {
  const before = text.slice(0, end);
  const breaks = Array.from(
    before.matchAll(/[;:]\s+|\.\s+|\s[–—-]\s|,\s+(?:but |and |then |so )?|\b(?:that|but)\s+/gi),
    ({ index, 0: sign }) => index + sign.length,
  );
  const lead = /^[^\p{L}]*(?:\p{L}?\d+(?:\.\d+)*[.)]?\s+)?/u.exec(before)?.[0].length ?? 0;
  for (const from of [...breaks.toReversed(), lead]) {
    const own = before.slice(from);
    if (!/\p{L}{2}/u.test(own)) continue;
    if (
      /\b(?:if|when|whenever|who|which|whose|because|since|whether|as)\b/i.test(own) &&
      !/^(?:in|for|among)\b/i.test(own)
    )
      return undefined;
    // "enemas, shaving and catheters are …"
    const list =
      before.slice(lead, from).match(/^[\p{L} -]+(?:, [\p{L} -]+)*, $/u) &&
      !/^(?:in|for|if|when|during|after|before|at|on|as|once|among)\b/i.test(before.slice(lead));
    if (list && /\b(?:and|or)\b/i.test(own)) return { subject: before.slice(lead).trim(), from: lead };
    const stop = own.slice(1).search(objectEnd);
    return { subject: (stop < 0 ? own : own.slice(0, stop + 1)).trim(), from };
  }
  return undefined;
}

function subjectKind(subject: string): "thing" | "patient" | undefined {
  const words = subject.toLowerCase().match(/\p{L}+/gu) ?? [];
  const head = words.at(-1);
  if (!head || /^(?:it|this|there|they|these|which|that|he|she)$/.test(head)) return undefined;
  return isPatient(head) ||
    /^(?:we|you|units?|wards?|hospitals?|clinics?|teams?|facilities|surgeons?|everybody|nobody)$/.test(head)
    ? "patient"
    : "thing";
}

const advisory = new RegExp(
  `\\b(?:we|panel|group|committee|guideline|programme|program|ministry|college|society|authors|team)\\s+((?:do|does) not\\s+|don['’]t\\s+)?(?:${adverbs}\\s+)*(recommend|suggest|advise|favou?r|discourage|propose|encourage)s?\\s+((?:strongly\\s+|conditionally\\s+)?(?:against|avoiding|not)\\s+|for\\s+)?(that\\s+)?`,
  "giu",
);
const everyone =
  /\b(?:every|each|all)\s+(?:\p{L}+\s+){0,2}?(?:wom[ae]n|patients?|child(?:ren)?|mothers?|newborns?|infants?|adults?|m[ae]n|people|person|bab(?:y|ies))\b[^.;,]{0,40}?\s(?:receives?|gets?|has|have|undergo(?:es)?|wears?)\s+/giu;

function* advised(text: string): Iterable<Said> {
  for (const match of text.matchAll(advisory)) {
    const [whole, not, verb = "", against, that] = match;
    if (that) continue; // read by what follows it
    const denied = (not !== undefined) !== (against !== undefined && !/^for/i.test(against));
    const direction = denied !== /^discourage$/i.test(verb) ? "against" : "for";
    const from = match.index + whole.length;
    const gerund = /^(?:to\s+)?(\p{L}+)/iu.exec(text.slice(from))?.[1]?.toLowerCase() ?? "";
    const start = match.index;
    if (plainVerb(gerund) && /ing$/.test(gerund))
      for (const one of verbPhrase(text, from, direction, true)) yield { ...one, start };
    else {
      const phrase = objectAt(text, from);
      yield { direction, verb: undefined, objects: objectsOf(phrase), start, end: from + phrase.length };
    }
  }
  for (const { index, 0: whole } of text.matchAll(everyone)) {
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

const idiomatic: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:keep|kept|stay|remain|rest|confined?|lie|nursed?|put|placed?)\b[^.,;]{0,40}?\b(?:in|to|on) (?:strict )?bed(?: rest)?\b/giu,
    "bed rest",
  ],
  [
    /\b(?:keep|kept|stay|remain|is|are|be)\b[^.,;]{0,30}?\b(?:nil (?:by|per) mouth|npo|fasting|without food)\b/giu,
    "fasting",
  ],
  [/\b(?:make|made)\b[^.,;]{0,30}?\bvomit\b/giu, "induced vomiting"],
];

/** "should be kept in bed" */
function* idioms(text: string): Iterable<Said> {
  for (const [pattern, name] of idiomatic)
    for (const { index, 0: whole } of text.matchAll(pattern)) {
      const before = text.slice(0, index);
      const own = before.split(/[.;,:]\s/).at(-1) ?? "";
      if (/\b(?:if|when|who|which)\b/i.test(own)) continue;
      const negative = deniedBefore.test(own) || /\bno need\b/i.test(own);
      const told =
        /^[^\p{L}]*(?:\p{L}?\d[\d.)]*\s*)?$/u.test(own) ||
        /\b(?:should|must|to|let|not|never|avoid|recommend\w*|suggest\w*|advis\w*)\b/i.test(own);
      if (told)
        yield {
          direction: negative ? "against" : "for",
          verb: undefined,
          objects: [name],
          start: before.length - own.length,
          end: index + whole.length,
        };
    }
}

const place = "(?:place|role|benefit|use|part to play|indication|value|advantage)";

/** "Enemas have no place in labour", "there is no role for enemas", "enemas: no". */
function* placeless(text: string): Iterable<Said> {
  for (const { index, 0: whole } of text.matchAll(
    new RegExp(
      `\\b(?:has|have|offers?|plays?|serves?|is of|are of)\\s+no\\s+(?:\\p{L}+\\s+)?${place}\\b`,
      "giu",
    ),
  )) {
    const before = clauseBefore(text, index);
    if (before && subjectKind(before.subject) === "thing")
      yield {
        direction: "against",
        verb: undefined,
        objects: objectsOf(before.subject),
        start: before.from,
        end: index + whole.length,
      };
  }
  for (const { index, 0: whole } of text.matchAll(
    new RegExp(
      `\\bthere is no (?:longer (?:a |any )?)?(?:${place}|need|reason|justification|case|call)\\s+(?:for|to|in)\\s+`,
      "giu",
    ),
  ))
    for (const one of verbPhrase(
      text,
      index + whole.length,
      "against",
      !instructionVerbs.has(/^\p{L}+/u.exec(text.slice(index + whole.length))?.[0].toLowerCase() ?? ""),
    ))
      yield { ...one, start: index };
  const labelled =
    /^[^\p{L}]*([\p{L}][\p{L} -]{2,40}?)\s*(?::|–|—|=|\s-\s)\s*(?:no\b|not (?:recommended|indicated|needed|to be|used|done)|avoid\b|never\b|do not (?:use|do|give|perform)|contra-?indicated|forbidden|stop)/iu.exec(
      text,
    );
  if (labelled?.[1])
    yield {
      direction: "against",
      verb: undefined,
      objects: objectsOf(labelled[1]),
      start: 0,
      end: labelled[0].length,
    };
}

const idle = new Set(
  `recommend suggest advise should must may can panel committee guideline group patient people person routine routinely
   therefore also however now longer today still such need needed necessary required indicated place role done make
   made woman women child children adult adults newborn newborns infant infants baby babies man men care ward nurse midwife
   staff health worker time times minute minutes hour hours day days week weeks month months year years least once twice daily
   gently slowly carefully always please first then evidence certainty strong weak conditional moderate high low very quality
   journey transport transfer trip way night everyone anybody nobody receive undergo get has have been being not never off
   minutes note card record chart write there here both either nor than because normal healthy well good single slow dose doses orally mouth intravenously intramuscularly injection one two three four five six seven eight nine ten`.match(
    /\S+/g,
  ),
);
const placeWords =
  /\b(?:above|below|around|round|over|under|on|onto|into|through|along|beside|across|near)\s+(?:the|a|an|his|her|its|their|both|each|either|your|any)?\s*[\p{L} -]{2,30}?(?=[,.;:]|\s(?:for|in|at|if|when|after|before|during|and|or|until|unless|to)\b|$)/giu;
const condition =
  /\b(?:if|when|whenever|in case(?: of)?|where|once|as soon as|provided|in the event of|should the|while)\b/i;
const limit =
  /\b(?:unless|except|other than|apart from|only|until|alone|without|instead of|rather than|if possible|where possible|more than|less than|longer than|again|by (?:yourself|lay)|untrained|at home|outside hospital|beyond|excessive\w*|repeated(?:ly)?|prolonged|undiluted|too)\b/i;
const reasons =
  /[,;:–—]?\s*\b(?:because|since|as (?:it|they|this|these|the)|due to|owing to|which|so that|in order to|to prevent|to avoid|they|it)\b.*$|:\s.*$|\s[–—-]\s.*$/iu;
const routines =
  /\b(?:routine(?:ly)?|always|systematic(?:ally)?|universal(?:ly)?|generally|usually|as a rule|automatically|in all|(?:all|every|each) (?:\p{L}+ )?(?:women|woman|patients?|child(?:ren)?|mothers?|newborns?|infants?|adults?|people|case)s?)\b/iu;

function deedsOf(text: string, said: Said): Deed[] {
  const { objects, verb, direction, start, end } = said;
  if (past.test(clauseAround(text, start, end))) return [];
  const clause = clauseAround(text, start, end);
  const windows = windowsIn(clause);
  const open = windows
    .reduce((left, { start: from, end: to }) => left.replace(clause.slice(from, to), " "), clause)
    .replace(placeWords, " ");
  const ifAt = open.search(condition);
  const own = ownWords(said);
  const told = (part: string) => new Set([...stemsOf(part)].filter((word) => !own.has(word)));
  const words = told(open);
  const base = {
    direction,
    words,
    conditions: ifAt < 0 ? new Set<string>() : told(open.slice(ifAt)),
    limited: limit.test(open) || (ifAt >= 0 && told(open.slice(ifAt)).size === 0),
    routine: routines.test(clause),
    window: windows[0]?.window,
    clause: open,
    start,
    end: Math.max(start + 1, end - (/\s*$/.exec(text.slice(start, end))?.[0].length ?? 0)),
  };
  return thingsOf(verb, objects, said.phrase).map(({ name, known, narrowing }) => ({
    ...base,
    thing: name,
    known,
    narrowing,
  }));
}

/** What is done is no situation. */
function ownWords({ objects, phrase = "", verb = "" }: Said): ReadonlySet<string> {
  const words = `${objects.join(" ")} ${phrase}`.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
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
    return objects.flatMap((object) => thingOf(object) ?? []);
  const own = procedureNamed(verb);
  const found = objects.flatMap((object): Thing[] => {
    const words = object.toLowerCase().match(/\p{L}+/gu) ?? [];
    const named =
      procedureNamed([verb, ...words].join(" ")) ?? procedureNamed([verb, "the", ...words].join(" "));
    if (named) return [{ name: named, known: true, narrowing: [] }];
    const whose = words.every(isPatient);
    if (own) return [{ name: own, known: true, narrowing: [] }];
    const thing = whose ? undefined : thingOf(object);
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

/** Up to the sentence's end, or to the next instruction. */
function tailOf(text: string, end: number): string {
  const rest = text.slice(end);
  const stop = rest.search(/[;.](?:\s|$)|:\s|,?\s(?:and|but|then)\s+(?:then\s+)?(?:\p{L}+ly\s+)?\p{L}+/u);
  const next =
    stop < 0
      ? undefined
      : /(?:and|but|then)\s+(?:then\s+)?(?:\p{L}+ly\s+)?(\p{L}+)/u.exec(rest.slice(stop, stop + 40))?.[1];
  const ends =
    stop >= 0 &&
    (/^[;.:]/.test(rest.slice(stop)) || (next !== undefined && instructionVerbs.has(next.toLowerCase())));
  return (ends ? rest.slice(0, stop) : (rest.split(/[;.](?:\s|$)/, 1)[0] ?? "")).replace(reasons, " ");
}

function leadOf(text: string, start: number): string {
  return (
    text
      .slice(0, start)
      .split(/[.;]\s/)
      .at(-1) ?? ""
  );
}

const clauseAround = (text: string, start: number, end: number) =>
  `${leadOf(text, start)}${text.slice(start, end)}${tailOf(text, end)}`;

export function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(
    words
      .filter(
        (word) => !structuralWords.has(word) && !idle.has(word) && !openVerbs.has(plainVerb(word) ?? word),
      )
      .map(stemOf)
      .filter((word) => !idle.has(word)),
  );
}

/** Stems, and those behind "no" or "without" as what they are not. */
export function situationOf(text: string): ReadonlySet<string> {
  const denied = /\b(?:no|not|without|non|never)[\s-]+((?:\p{L}+[\s-]?){1,4})/giu;
  const absent = Array.from(text.matchAll(denied), ([, words = ""]) => words).flatMap((words) => [
    ...stemsOf(words),
  ]);
  return new Set([...stemsOf(text.replace(denied, " ")), ...absent.map((word) => `no ${word}`)]);
}
