// What a sentence says is no longer done, or not yet: "fundal pressure is gone from our units", "belongs to the past",
// "has taken the place of", "the first bath belongs to the second day", "delay bathing until", "stop breastfeeding". It must not know in
// which situation.

import { matchesIn } from "../text/matches.ts";
import { objectsOf } from "./deed-object.ts";
import { clauseBefore, clauses, objectAt, type Said, verbPhrase } from "./deed-said.ts";
import { windowsIn } from "./deed-time.ts";
import { subjectKind } from "./subject-kind.ts";

const be = "(?:is|are|has been|have been)(?: (?:therefore|now|also|thus|long|all|both|since|hence))*";
/** Behind what is given up. */
const gone = new RegExp(
  `\\b(?:${be} +(?:gone +from|(?:a +)?things? +of +the +past|abandoned|given +up|dropped|withdrawn|removed +from|taken +(?:out +of|off)|struck +(?:off|from)|no +longer +(?:part +of|in +use|on)|history\\b|out +of +(?:use|place|favou?r|date)|retired|replaced +(?:by|with)|superseded|left +(?:out|behind)|ruled +out|done +away +with)|belongs? +to +(?:the +past|history|another +age|yesterday)|(?:has|have) +(?:gone\\b|disappeared|had +(?:its|their) +day|fallen +out +of +(?:use|favou?r)|given +way +to|lost +(?:its|their) +(?:place|role))|(?:was|were) +(?:dropped|abandoned|given +up|replaced +(?:by|with)|withdrawn +from|taken +(?:out +of|off) +(?:the|this|our))|(?:adds?|brings?|gains?|achieves?|changes?) +nothing|do(?:es)? +(?:not +(?:help|work|work|change +(?:the +)?(?:management|treatment|outcome|course))|(?:more +|only +)?harm\\b(?: +than +good)?|nothing +(?:for|but|to))|(?:is|are) +not +(?:for\\b|(?:an? +)?part +of)|do(?:es)? +not +(?:form +part +of|belong)|(?:brings?|gives?|adds?|confers?|shows?|yields?|provides?) +no +(?:[a-zß-öø-ɏ]+ +)?(?:benefit|advantage|gain|improvement|relief)|(?:is|are) +(?:not +an?|no) +(?:treatment|remedy|cure|therapy|answer)\\b|(?:is|are) +(?:an? +(?:[a-zß-öø-ɏ]+ +)?(?:mistake|error|fault|hazard|danger|waste +of +time|bad +habit|myth)|wrong|bad +practice|poor +practice|malpractice|useless|worthless|pointless|ineffective|futile|of +no +(?:use|help|benefit|value|avail))|(?:can|may|should|must) +be +(?:left +out|omitted|skipped|spared|dispensed +with|done +without|left +undone))`,
  "gi",
);
/** "Wait one minute before clamping the cord" */
const waits =
  /\bwait(?:s|ing)?\s+(?:for\s+)?(?:at +least\s+|about\s+)?(?<time>(?:\d+|[a-zß-öø-ɏ]+) +(?:minutes?|hours?|days?|weeks?))\b[^.;:]{0,30}?\bbefore\s+(?=[a-zß-öø-ɏ]+ing\b)/gi;

/** Before it. */
const replaces =
  /\b(?:(?:has|have) +taken +the +place +of|takes? +the +place +of|(?:has|have) +replaced|replaces?|(?:has|have) +superseded|supersedes?|we +(?:have +|no +longer +|now +)?(?:gave +up|given +up|abandoned|dropped|stopped|left +behind|moved +away +from|done +away +with)|there +is +nothing +to +be +gained +(?:from|by)|nothing +is +gained +(?:from|by)|(?:do|manage|get +by|go) +without|leave +out|skip|spare +(?:the +|every +|all +)?(?:patients?|child(?:ren)?|wom[ae]n|mothers?|baby|babies|infants?|newborns?|people|person) +(?:from +)?)\s+/gi;
/** "Patients having a resection do not benefit from bowel preparation" */
const unhelped = /\b(?:do|does) +not +(?:benefit|profit|gain) +from\s+(?:an? +|any +|the +)?/gi;
const nobody =
  /\bno +(?:patient|child|woman|baby|infant|newborn|mother|adult|person|man)s? +(?:needs?|requires?|receives?|gets?|has|is +given|is +to +(?:have|receive|get)|(?:should|must|may) +(?:have|get|receive|be +given))\s+(?:an? +|any +|the +)?/gi;

const postponed =
  /\b(?:delay|postpone|defer|put +off|hold +off(?: +on)?|hold +back|wait +with)\s+(?<what>[^.;,:]{3,50}?)\s+(?:until|till|for|to|by)\s+/gi;
const late =
  /\b(?:(?:is|are|be) +(?:delayed|postponed|deferred|put +off|held +back|kept +back)(?: +(?:until|till|for|to|by))?|waits? +(?:until|till|for)|(?:is|are) +(?:only +)?(?:for|due|given|done|held|allowed)(?: +only)?(?: +on| +from| +after)?|belongs? +to|comes? +(?:only +)?(?:on|after|with)|takes? +place +(?:only +)?(?:on|after)|happens? +(?:only +)?(?:on|after)|should +wait +(?:until|till|for)|not +before)\s+/gi;

/** "Do not delay clamping of the cord": it is done at once. */
const hurried =
  /\b(?:do +not|don['’]t|never|avoid|there +is +no +(?:need|reason) +(?:to|for)|without)\s+(?:routinely\s+)?(?:delay|postpone|defer|put +off|wait +with|hold +off)(?:ing)?\s+(?![^.;:,]{3,50}?\s(?:until|till|for|pending|while)\s)/gi;

/** Of these one stands wherever the patterns above match: most sentences have none. */
const cues = (
  "gone past history abandoned given dropped withdrawn removed taken struck longer use place favour favor date retired replaced " +
  "superseded left ruled away belong belongs disappeared day fallen lost nothing help work change harm useless worthless " +
  "pointless ineffective futile benefit value avail omitted skipped spared dispensed done undone takes replaces supersedes " +
  "gave stopped moved without leave skip spare no not mistake error fault hazard danger waste habit myth wrong bad poor malpractice"
).split(" ");
const laterCues =
  "delay delaying delayed postponing deferring postpone postponed defer deferred put hold held kept wait waits belong belongs come comes take takes happen happens before only first earlier sooner".split(
    " ",
  );

/** `words`: of the text, in small letters. */
export function* givenUpIn(text: string, words: ReadonlySet<string>): Iterable<Said> {
  if (cues.some((cue) => words.has(cue))) yield* givenUp(text);
  if (laterCues.some((cue) => words.has(cue))) yield* notYet(text);
}

function* givenUp(text: string): Iterable<Said> {
  for (const { index, 0: whole } of matchesIn(text, gone)) {
    const said = subjectOf(text, index, index + whole.length);
    if (said) yield said;
  }
  for (const pattern of [replaces, nobody, unhelped])
    for (const { index, 0: whole } of matchesIn(text, pattern)) {
      const from = index + whole.length;
      const phrase = objectAt(text, from);
      const objects = objectsOf(phrase);
      const start = clauseBefore(text, index)?.from ?? index;
      if (!/\b(?:if|when|not|never|to)\s+$/i.test(text.slice(0, index)))
        yield { ...against, objects, phrase: text.slice(start, from), start, end: from + phrase.length };
    }
}

const against = { direction: "against", verb: undefined, over: true } as const;

function subjectOf(text: string, index: number, end: number): Said | undefined {
  const before = clauseBefore(text, index);
  if (!before || subjectKind(before.subject) !== "thing") return undefined;
  // "… once all symptoms have gone"
  if (/\b(?:once|until|till|as +soon +as)\b[^,;.]*$/i.test(text.slice(before.from, index))) return undefined;
  const phrase = text.slice(index, end);
  return { ...against, objects: objectsOf(before.subject), phrase, start: before.from, end };
}

const restAt = (text: string, from: number): string => /^[^.;:,]*/.exec(text.slice(from))?.[0] ?? "";

/** Against doing it before a time. */
function* notYet(text: string): Iterable<Said> {
  const found = windowsIn(text);
  const windowAt = (from: number) => {
    const near = found.find(({ start }) => start >= from - 12 && start <= from + 12);
    const until = near && (near.window.from > 0 ? near.window.from : near.window.to);
    return until ? { from: 0, to: until } : undefined;
  };
  for (const { index, 0: whole, groups = {} } of matchesIn(text, postponed)) {
    const window = windowAt(index + whole.length);
    const objects = objectsOf((groups.what ?? "").replace(first, " "));
    if (window && !/\b(?:not|never)\s+$/i.test(text.slice(0, index)))
      yield {
        ...against,
        objects,
        phrase: whole,
        window,
        clause: restAt(text, index),
        start: index,
        end: index + whole.length,
      };
  }
  for (const { index, 0: whole, groups: { time = "" } = {} } of matchesIn(text, waits)) {
    const [until] = windowsIn(`within ${time}`);
    if (!until || /\b(?:not|never)\s+$/i.test(text.slice(0, index))) continue;
    for (const one of verbPhrase(text, index + whole.length, "against", true))
      yield { ...one, window: { from: 0, to: until.window.to }, start: index };
  }
  // "Clamp the cord no earlier than one minute after birth"
  for (const { start: at, window } of found.filter(({ start }) => earliest.test(text.slice(start)))) {
    const before = [...clauses(text)].findLast((clause) => clause.at < at)?.at;
    if (before === undefined || denial.test(text.slice(before, at))) continue;
    for (const one of verbPhrase(text, before, "against", false))
      yield { ...one, window: { from: 0, to: window.from }, clause: restAt(text, before), start: before };
  }
  for (const { index, 0: whole } of matchesIn(text, hurried)) {
    const from = index + whole.length;
    for (const one of verbPhrase(text, from, "for", true))
      yield { ...one, window: { from: 0, to: 0 }, clause: restAt(text, from), start: index };
  }
  const plain = text.replace(first, (word) => " ".repeat(word.length));
  for (const { index, 0: whole } of matchesIn(text, late)) {
    const window = windowAt(index + whole.length);
    const said = window && subjectOf(plain, index, index + whole.length);
    const own = said && text.slice(said.start, said.end);
    if (
      said &&
      own &&
      (first.test(own) ||
        /\b(?:only|delayed|postponed|deferred|put +off|wait\w*|back|not +before)\b/i.test(own))
    )
      yield { ...said, window };
  }
}
const first = /\bfirst\b/i;
const earliest = /^(?:no +earlier +than|no +sooner +than|not +before)\b/i;
const denial = /\b(?:not|never|no|avoid)\b/i;
