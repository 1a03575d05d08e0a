// How long something is given, told by how many pieces are handed out and taken, by the day on which the last is taken, and
// by what remains of a course: "42 tablets, one twice a day", "Day 20: last injection". It must not know medicines.

import type { Unit } from "../lexicon/units.ts";
import { unitNamed } from "../lexicon/units.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { numberOf } from "./number-word.ts";

export interface Told extends Span {
  readonly long: number;
  readonly unit: Unit;
}

const days = unitNamed("day") as Unit;
const piece =
  "(?:tablets?|capsules?|caps|tabs|pills?|sachets?|injections?|vials?|ampoules?|doses?|patches|pessar(?:y|ies)|syringes?|pens?)";
const small = "(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)";
const large =
  "(?:\\d{1,3}|six|seven|eight|nine|ten|twelve|fourteen|fifteen|twenty|twenty-one|twenty-eight|thirty|forty-two)";
const often =
  "(?:once|twice|(?:three|four|3|4) +times) +(?:a +day|daily|per +day|each +day|every +day)|(?:every|each|a|per) +(?:day|morning|evening|night)|daily|in +the +morning +and +(?:one +)?(?:in +the +evening|at +night)|morning +and +(?:evening|night)";
const total =
  "(?:in +(?:all|total)|altogether|to +finish|(?:are +)?(?:counted|handed|given) +out|(?:are +)?(?:supplied|dispensed|issued))";
/** "42 tablets, one twice a day", "number 60: six tablets each morning" */
const directed = new RegExp(
  `(?<![\\d.,–-])(?:\\b(?<count>${large}) +(?:(?!m?c?g\\b|ml\\b)[a-z]+ +)?${piece}|(?:number|quantity|qty|no\\.)[ :]*(?<number>\\d{1,3}))\\b[^.;|\\n]{0,50}?[,:;(–—-] *(?:take +|swallow +)?(?<per>${small}) +(?:${piece} +)?(?<often>${often})\\b`,
  "gi",
);
/** "One tablet every day, ten tablets in all" */
const summed = new RegExp(
  `\\b(?<per>${small}) +(?:${piece} +)?(?<often>${often})[^.;|\\n]{0,30}?(?<![\\d.,–-])\\b(?<count>${large}) +(?:${piece} +)?${total}\\b`,
  "gi",
);
/** "Day 20: … last injection", "to day 14 → stop" */
const lastOn =
  /\b(?<unit>day|week|month) *(?<count>\d{1,3})\b(?=[ =:,–—-]{0,3}[^.;|\n]{0,30}?\b(?:last|final) +(?:doses?|injections?|tablets?|capsules?|packs?|day|week|month)\b| *(?:→|->|:|=|,) *stop *(?=[.;|,)\n]|$))/gi;
/** "A pack for 7 days, and a prescription for the remaining 21 days" */
const remaining =
  /\b(?<first>\d{1,3}) +(?<unit>days|weeks|months)\b[^.;|\n]{0,60}?\b(?:remaining|other) +(?<rest>\d{1,3}) +\k<unit>\b/gi;

const mayTell =
  /\b(?:syringe|pen|tab|cap|pill|sachet|inject|vial|ampoule|dose|patch|pessar|last|final|stop|remaining|other)/i;

/** All that a text tells. */
export function handedOut(text: string): readonly Told[] {
  if (!mayTell.test(text)) return [];
  const counted = [...matchesIn(text, directed), ...matchesIn(text, summed)].flatMap(
    ({ index, 0: said, groups }) => {
      const { count = groups?.number ?? "", per = "", often = "" } = groups ?? {};
      const long = countOf(count) / (countOf(per) * perDay(often));
      const at = index + (said.startsWith(count) ? 0 : said.lastIndexOf(count));
      const end = at + count.length + (/^ +[a-z]+\b/i.exec(text.slice(at + count.length))?.[0].length ?? 0);
      return Number.isInteger(long) && long >= 2 && long <= 366 ? [{ start: at, end, long, unit: days }] : [];
    },
  );
  const ended = matchesIn(text, lastOn).flatMap(({ index, 0: said, groups }) => {
    const unit = unitNamed((groups?.unit ?? "").toLowerCase());
    const long = Number(groups?.count);
    return unit && long >= 2 ? [{ start: index, end: index + said.length, long, unit }] : [];
  });
  const rest = matchesIn(text, remaining).flatMap(({ index, 0: said, groups }) => {
    const unit = unitNamed((groups?.unit ?? "").toLowerCase());
    const long = Number(groups?.first) + Number(groups?.rest);
    return unit ? [{ start: index, end: index + said.length, long, unit }] : [];
  });
  return [...counted, ...ended, ...rest];
}

const countOf = (word: string): number => (/^\d/.test(word) ? Number(word) : wordCount(word.toLowerCase()));

function wordCount(word: string): number {
  const [tens = "", ones] = word.split("-");
  return (numberOf(tens) ?? Number.NaN) + (ones ? (numberOf(ones) ?? 0) : 0);
}

function perDay(often: string): number {
  if (/twice|\band\b/i.test(often)) return 2;
  if (/three|3/i.test(often)) return 3;
  return /four|4/i.test(often) ? 4 : 1;
}
