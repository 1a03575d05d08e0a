// What is to go on and what is to stop: "continue breastfeeding throughout", "withhold metformin in acute kidney injury",
// "clopidogrel is stopped seven days before surgery". Giving it is another matter. It must not know in which situation.

import { instructionVerbs } from "../lexicon/instruction-verbs.ts";
import { matchesIn } from "../text/matches.ts";
import type { Direction } from "./advice-verb.ts";
import { nounStem, objectsOf, type Thing, thingOf } from "./deed-object.ts";
import { clauseBefore, clauses, objectAt, type Said } from "./deed-said.ts";
import { targetsIn } from "./medicine-target.ts";
import { subjectKind } from "./subject-kind.ts";

const cues =
  "put puts set leave leaves left lay take takes taking aside off out drop drops unchanged let pass continue continues continued carry carried kept keep keeps go goes stop stops stopped discontinue discontinued interrupt interrupted suspend suspended cease withhold withheld hold held omit omits omitted pause paused skip skipped miss missed".split(
    " ",
  );
const on =
  "continue(?:s)?(?: with| to take| to(?= +breast)| taking| giving)?|carr(?:y|ies) on(?: with)?|go(?:es)? on(?: with)?|keeps? (?:on|up|taking|giving)";
const off =
  "stops?(?: taking| giving)?|discontinues?|interrupts?|suspends?|ceases?|withholds?|omits?|pauses?|skips?|hold(?= (?:the |all |any )?[a-zß-öø-ɏ]{5,})";
const told = new RegExp(
  `^(?<not>(?:do +not|don['’]t|never)\\s+)?(?:(?<on>${on})|(?<off>${off}))\\s+(?=[a-zß-öø-ɏ])`,
  "i",
);
const spoken = new RegExp(
  `\\s(?<not>(?:do +not|does +not|must +not|should +not|never)\\s+|(?:should|must|can|may)\\s+)?(?:(?<on>${on})|(?<off>${off}))\\s+(?=[a-zß-öø-ɏ])`,
  "gi",
);
const done =
  /\s(?:is|are|should +be|must +be|can +be|has +to +be|have +to +be|needs? +to +be|is +to +be|are +to +be)\s+(?<not>not\s+|never\s+)?(?:only\s+)?(?:temporarily\s+|then\s+|always\s+|also\s+)?(?:(?<on>continued|kept +up|kept +going|carried +on)|(?<off>stopped|discontinued|interrupted|suspended|withheld|held|omitted|paused|skipped|missed|left +off))\b|\s(?:must\s+|should\s+)?(?:(?<goes>goes? +on|continues?)|(?<ends>stops?|ceases?))(?=\s+(?:in|during|for|until|throughout|at|on|after|before|when|while|as)\b|\s*[.;,]|$)/gi;

/** "Put the tablets aside", "leave it off", "take it without a break", "keep taking them unchanged" */
const parted =
  /\b(?:(?<off>(?:puts?|lays?|sets?|leaves?|keeps?)\s+(?<set>[^.;:,]{2,40}?)\s+(?:aside|off|out|away)\b|(?:leaves?|misses|miss|drops?)\s+(?:out\s+|off\s+)?(?<missed>(?:the|your|his|her|their|all|any|it|them)\b[^.;:,]{0,30}?)(?=\s+(?:until|for|during|in|on|while|when|before|after)\b|[.;:,]|$)|lets?\s+(?<passed>[^.;:,]{2,30}?)\s+pass\b)|(?<on>takes?\s+(?<taken>[^.;:,]{2,40}?)\s+(?:without +(?:an? +|any +)?(?:break|pause|interruption|gap|stopping)|as +(?:before|usual)|unchanged|straight +through|right +through|all +through)))/gi;

/** `words`: of the text, in small letters. */
export function* ongoingIn(text: string, words: ReadonlySet<string>): Iterable<Said> {
  if (!cues.some((cue) => words.has(cue))) return;
  for (const { at, rest } of clauses(text)) {
    const { 0: whole = "", groups = {} } = told.exec(rest) ?? {};
    if (whole !== "" && !(groups.not && groups.off && hasty.test(rest)))
      yield* ongoing(text, { start: at, from: at + whole.length }, directionOf(groups));
  }
  for (const { index, 0: whole, groups = {} } of matchesIn(text, spoken)) {
    const before = clauseBefore(text, index);
    if (before && subjectKind(before.subject) === "patient")
      yield* ongoing(text, { start: before.from, from: index + whole.length }, directionOf(groups));
  }
  for (const { index, 0: whole, groups = {} } of matchesIn(text, parted)) {
    const { set, missed, passed, taken, off } = groups;
    if (/\b(?:if|when|who|whether|which)\b[^.;:,]*$/i.test(text.slice(0, index))) continue;
    const not = /\b(?:not|never|n['’]t)\s+$/i.test(text.slice(0, index));
    const phrase = meant(text, index, ` ${set ?? missed ?? passed ?? taken ?? ""}`);
    for (const thing of targetsIn(phrase).length > 0 ? thingsIn(phrase) : [])
      yield {
        ...base((off === undefined) === not ? "against" : "for"),
        objects: [phrase],
        phrase: whole,
        ongoing: thing,
        start: index,
        end: index + whole.length,
      };
  }
  for (const { index, 0: whole, groups = {} } of matchesIn(text, done)) {
    const before = clauseBefore(text, index);
    if (!before || subjectKind(before.subject) !== "thing") continue;
    const end = index + whole.length;
    for (const thing of thingsIn(before.subject))
      yield {
        ...base(directionOf(groups)),
        objects: [before.subject],
        phrase: whole,
        ongoing: thing,
        start: before.from,
        end,
      };
  }
}

/** "Do not stop atenolol suddenly": slowly it may be stopped. */
const hasty =
  /^[^.;:]*\b(?:suddenly|abruptly|sharply|at +once|early|earlier|too +soon|overnight|without +(?:advice|asking|telling|a +plan|tapering|weaning)|on +(?:your|his|her|their) +own|by +(?:your|him|her|them)sel(?:f|ves))\b/i;

const base = (direction: Direction) => ({ direction, verb: undefined }) as const;

const directionOf = ({ on, goes, not }: Readonly<Record<string, string | undefined>>): Direction =>
  ((on ?? goes) === undefined) === /\bnot|never/i.test(not ?? "") ? "for" : "against";

function* ongoing(
  text: string,
  { start, from }: { readonly start: number; readonly from: number },
  direction: Direction,
): Iterable<Said> {
  const phrase = oneThing(objectAt(text, from));
  const named = meant(text, start, phrase);
  for (const thing of thingsIn(named))
    yield {
      ...base(direction),
      objects: [named],
      phrase: text.slice(start, from),
      ongoing: thing,
      start,
      end: from + phrase.length,
    };
}

/** "Stop benzylpenicillin and start co-amoxiclav and gentamicin": these are another matter. */
function oneThing(phrase: string): string {
  const next = matchesIn(phrase, /\s+(?:and|then|or|but)\s+(?:then\s+)?([a-zß-öø-ɏ]+)/gi).find(
    ([, word = ""]) => instructionVerbs.has(word.toLowerCase()),
  );
  return next ? phrase.slice(0, next.index) : phrase;
}

/** "Patients already on allopurinol: suspend the tablets": what stands before it. */
function meant(text: string, start: number, phrase: string): string {
  if (!generic.test(phrase)) return phrase;
  const before = text.slice(0, start);
  const named = targetsIn(before);
  const [only] = named;
  return only && named.length === 1 ? before.slice(only.start, only.end) : phrase;
}
const generic =
  /^\s*(?:it|them|the +(?:tablets?|medicines?|drugs?|treatment|capsules?|injections?)|this(?: +[a-zß-öø-ɏ]+)?)\s*$/i;

function thingsIn(phrase: string): readonly Thing[] {
  if (targetsIn(phrase).length > 0)
    return objectsOf(phrase).flatMap((object) => {
      const thing = thingOf(object);
      return thing?.known && targetsIn(object).length > 0
        ? [{ ...thing, name: `continuing ${thing.name}` }]
        : [];
    });
  // "To breastfeed" and "breastfeeding"
  const feeds = thingOf(phrase.replace(/^\s*to\s+/i, ""));
  if (feeds?.name === "breastfeeding") return [{ ...feeds, name: "continuing breastfeed", known: false }];
  const [head = "", ...others] = (phrase.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !idle.test(word))
    .toReversed();
  return head === "" || others.length > 2
    ? []
    : [{ name: `continuing ${nounStem(head)}`, known: false, narrowing: others.map(nounStem).sort() }];
}
const idle = /^(?:the|any|all|and|his|her|their|its)$/;
