// Times after which something that is taken is over, however that is said: "the last tablet is swallowed on day 10",
// "nine weeks, then stop", "another fortnight of drops". Only by its words: whose time it is, is asked elsewhere. It must
// not compare.

import type { Medicine } from "../lexicon/medicine.ts";
import { type Unit, unitNamed } from "../lexicon/units.ts";
import { plainAt } from "../syntax/plain-at.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { type Indication, narrowed } from "./indication.ts";
import { mentionsAmong } from "./item-kind.ts";
import { wordedNumber } from "./number-word.ts";
import { passagesIn } from "./passage.ts";
import { type Population, within } from "./population.ts";
import { eachRun } from "./run.ts";
import { itemsOf, noScope, ownScope } from "./scope.ts";

export interface LooseLength extends Span {
  /** In hours. */
  readonly low: number;
  readonly high: number;
  readonly medicine: Medicine | undefined;
  readonly population: Population;
  readonly indication: Indication;
  /** Where its block begins. */
  readonly container: number;
}

interface Time extends Span {
  readonly low: number;
  readonly high: number;
}

const small =
  "(?:\\d{1,3}(?:\\.5|½)?|half|another|an?|(?:twenty|thirty|forty|fifty|sixty|ninety)(?:[ -][a-z]{3,5})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|eighteen)";
const units = "(?<unit>hour|day|night|morning|evening|fortnight|week|month|year)";
/** "Ten to fourteen days", "a year and a half", "another six-week course". */
const span = new RegExp(
  `(?<![\\d.,/–-])\\b(?:(?<low>${small}) *(?:-|–|to|or) *)?(?<high>${small})(?: +(?:more|further|full|whole|entire|clear|calendar|consecutive))?(?: +an?)?[ -]+${units}s?\\b(?<half> +and +a +half)?(?!-old)`,
  "gi",
);
/** "Day 10", "week 6", "up to month 12". */
const dated = /\b(?<unit>day|week|month) +(?<count>\d{1,3})\b(?! *(?:-|–|to|and|or) *\d)/gi;

const taken =
  /\b(?:tak(?:e|es|en|ing)(?! +place)|swallow\w*|giv(?:e|en|es)|inject\w*|treat\w*|therapy|course|tablets?|capsules?|pills?|drops|ointment|cream|syrup|sachets?|medicines?|antibiotics?|anticoagula\w+|steroids?|drip|infusion|doses?|dosing|supply|packs?|bottles?|box(?:es)?|prophylaxis|patch(?:es)?|inhaler|spray|regimen|drugs?|iron|syringes?|continu\w+|go(?:es)? +on|carr(?:y|ies) +on|wean\w*|stop\w*|finish\w*)\b/i;
const over =
  /\b(?:stop\w*|ends?|ended|ending|finish\w*|complet\w*|lasts?|lasting|over|gone|through|until|till|up +to|continu\w+|go(?:es)? +on|goes +on|carr(?:y|ies) +on|keeps? +(?:on|taking|going)|altogether|in +all|in +total|total|duration|length|how +long|running|in +a +row|for|later|another|further|weaned?|taper\w*|needs?|lasted|counted|out|full|final|last|all|days|weeks|months|years|planned|afterwards|minimum|at +least|course|treat\w*|more|day +1)\b/i;
/** A time of something else: of a visit, a test, an illness, an age. */
const ofElse =
  /\b(?:reviews?|reviewed|follow[- ]?up|sees?|seen|again|repeat\w*|recheck\w*|measur\w*|tested|tests?|check\w*|waits?|within|before|since|ago|old|aged?|ages?|every|apart|intervals?|expir\w*|valid|stored?|storage|shelf|fridge|fevers?|febrile|coughs?|history|appointments?|judged|improve\w*|not +better|working|admitted|admission|isolat\w*|school|sex|alcohol|gestation|pregnan\w*|born|birth|symptoms?|illness|healed?|heals|washed|shift|on +call|scan|x-ray|film|cultures?|blood +(?:test|count)|per|vaccin\w*|second +dose|next +dose|booster|pause|gap|free +of|without|relaps\w*|recurr\w*|during|ill|sick|onset|earlier|half-life|window|survival|temperature|at +a +time|each +time|below|above|under|younger|older)\b/i;
/** Times of these, unless it is said that something ends then. */
const ofStart = /\b(?:visits?|controls?|comes?|returns?|beg[aiu]n\w*|starts?|started|starting)\b/i;
const atEnd = /\b(?:stop\w*|ends?|ended|last|final|finish\w*|complet\w*)\b/i;
const goingOn = /\b(?:continu\w+|tak(?:e|es|en|ing)(?! +place)|go(?:es)? +on|given?|lasts?)\b/i;
/** "How much longer?", "When may I stop?" */
const asked =
  /\b(?:how +(?:long|much +longer|many +(?:days|weeks|months))|when\b[^?]{0,40}\b(?:stop|finish|over|done|ends?|last))\b[^?]{0,60}\?[\s*_"”]*$/i;
const longestPart = 160;

/** Times of a text that something taken lasts for. */
const timesOf = remembered((text: string): readonly Time[] => {
  if (!/\b(?:hour|day|night|morning|evening|fortnight|week|month|year)/i.test(text) || text.length > 3000)
    return [];
  return [...matchesIn(text, span).flatMap(spanTime), ...matchesIn(text, dated).flatMap(datedTime)].filter(
    (one) => isOfTaking(text, one),
  );
});

function spanTime({ index, 0: said, groups = {} }: RegExpExecArray): readonly Time[] {
  const unit = unitOf(groups.unit ?? "");
  const high = numberIn(groups.high ?? "") + (groups.half ? 0.5 : 0);
  const low = groups.low ? numberIn(groups.low) : high;
  if (!unit || !(high > 0) || !(low > 0)) return [];
  const times = unit.factor * (/fortnight/i.test(groups.unit ?? "") ? 14 : 1);
  return timed(low * times, high * times, index, said);
}

function datedTime({ index, 0: said, groups = {} }: RegExpExecArray): readonly Time[] {
  const unit = unitOf(groups.unit ?? "");
  const count = Number(groups.count);
  return unit && count > 1 ? timed(count * unit.factor, count * unit.factor, index, said) : [];
}

const [shortest, longest] = [36, 24 * 1200];
const timed = (low: number, high: number, start: number, { length }: string): readonly Time[] =>
  low >= shortest && high <= longest ? [{ low, high, start, end: start + length }] : [];

const unitOf = (word: string): Unit | undefined =>
  unitNamed(/^(?:night|morning|evening|fortnight)/i.test(word) ? "day" : word.toLowerCase());

function numberIn(word: string): number {
  const plain = word.toLowerCase();
  if (/^\d/.test(plain)) return Number(plain.replace("½", ".5"));
  if (/^(?:an?|another)$/.test(plain)) return 1;
  return wordedNumber(plain.split(/[ -]/))?.value ?? Number.NaN;
}

/** Its sentence says that something is taken, and its part of the sentence nothing that other times are of. */
function isOfTaking(text: string, { start, end }: Time): boolean {
  const before = text.slice(Math.max(0, start - longestPart), start);
  const behind = text.slice(end, end + longestPart);
  const sentence = `${lastOf(before, /[.;!]\s|[|\n]/g)} ${firstOf(behind, /[.;!?](?:\s|$)|[|\n]/)}`;
  const whole = lastOf(before, /[.;:!?,](?:[\s*_]|$)|[(–—|\n]/g);
  const last = lastOf(whole, /\b(?:and|but|then)\b/g);
  // "It was begun on the day of diagnosis and ends …"
  const ahead = atEnd.test(last) || goingOn.test(last) ? last : whole;
  // "14 days after the first sterile culture": what it is counted from.
  const part = `${ahead} ${firstOf(behind, partEnd)}`;
  const told = sentence + text.slice(start, end);
  if (ofElse.test(part) || isPastEnd.test(behind) || /\bfrom +$/i.test(before)) return false;
  if (ofStart.test(part) && !atEnd.test(part)) return false;
  if (asked.test(before)) return true;
  // "Calf veins only: six weeks"
  if (/[:|][\s*_]*$/.test(before) && /^\s*(?:[.,;)|]|$)/.test(behind)) return !ofElse.test(sentence);
  return over.test(told) && (taken.test(sentence) || named(sentence));
}
/** "Cultured one week after the last tablet", "one day longer" */
const isPastEnd =
  /^[\s*_]*(?::|longer\b|onwards?\b|after +today\b|away\b|(?:after|from|following) +(?:the +)?(?:last|end|final|treatment|therapy|stopping|completi\w+|finishing)\b)/i;
const partEnd =
  /[.;:!?,](?:\s|$)|[)–—]|[|\n]|\b(?:and|but|then|if|when|after|from|following|since|counted|provided|unless|whatever|even)\b/;

const named = (sentence: string): boolean => mentionsAmong(itemsOf(sentence)).length > 0;

function lastOf(text: string, parting: RegExp): string {
  const last = matchesIn(text, parting).at(-1);
  return last ? text.slice(last.index + last[0].length) : text;
}

function firstOf(text: string, parting: RegExp): string {
  const at = text.search(parting);
  return at < 0 ? text : text.slice(0, at);
}

/** "12 | blood count; last tablet" below "Week": it is over then. */
function plannedTimes(cell: string, lead: string, row: string): readonly Time[] {
  const unit = unitOf(/^\W*(day|week|month)s?\b/i.exec(lead)?.[1] ?? "");
  const count = Number(/^[\s|*_]*(\d{1,3})[\s|*_]*$/.exec(cell)?.[1]);
  const at = cell.search(/\d/);
  return unit && count > 1 && lastTaken.test(row)
    ? timed(count * unit.factor, count * unit.factor, at, String(count))
    : [];
}
const lastTaken =
  /\b(?:last|final) +(?:doses?|tablets?|capsules?|injections?|pills?|infusions?|packs?|box|drops)\b|\b(?:stop|ends?|end +of) +(?:of +)?(?:all +)?(?:the +)?(?:treatment|therapy|course|tablets|medicines?)\b|\btreatment +(?:ends|stops|is +over|complete)\b/i;

/** All of a document. */
export const looseLengths = eachRun((run, { markdown, scopes }: Guideline): readonly LooseLength[] =>
  passagesIn(run, markdown).flatMap((passage) => {
    if (passage.where === "heading") return [];
    // What a cell is of, its column and its row say.
    const heads = passage.row
      ? [passage.row.header, passage.row.index > 0 ? passage.row.cells[0] : undefined]
      : [];
    const lead = heads
      .map((head) => (head ? `${plainAt(markdown, head)}: ` : ""))
      .join("")
      .replaceAll("\n", " ");
    const text = lead + plainAt(markdown, passage.span);
    const { row } = passage;
    const planned =
      row?.index === 0 && row.header
        ? plannedTimes(
            text.slice(lead.length),
            lead,
            row.cells.map((cell) => plainAt(markdown, cell)).join(" | "),
          )
        : [];
    const times = [
      ...timesOf(text).filter(({ start }) => start >= lead.length),
      ...planned.map((one) => ({ ...one, start: one.start + lead.length, end: one.end + lead.length })),
    ];
    if (times.length === 0) return [];
    const by = passage.span.start - lead.length;
    const scope = scopes.get(passage.block) ?? noScope;
    return times.map(({ low, high, start, end }) => {
      const ahead = text.slice(0, start);
      const own = ownScope(ahead);
      const medicines = new Set(mentionsAmong(itemsOf(ahead)).map(({ medicine }) => medicine));
      return {
        ...{ low, high, start: start + by, end: end + by },
        medicine: medicines.size === 1 ? [...medicines][0] : undefined,
        population: within(scope.population, own.population),
        container: passage.block,
        indication: narrowed(scope.indication, own.indication),
      };
    });
  }),
);
