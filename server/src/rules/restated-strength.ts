// Statements without a grading of their own that say again what is recommended elsewhere with one: on a card, in a
// checklist, in an example, where the committee says why. Tied by the words that tell the recommendations apart; it is
// enough that all it may be of are graded alike. It must not know what a verb stands for.

import { stemOf } from "../guideline/advice-action.ts";
import { type AdviceVerb, adviceVerbsIn } from "../guideline/advice-verb.ts";
import { bareForce, forceIn } from "../guideline/force-phrase.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { passagesIn } from "../guideline/passage.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { listPerRun } from "../guideline/run.ts";
import { slice } from "../guideline/scope.ts";
import { sectionAt } from "../guideline/section.ts";
import { sentencesIn } from "../guideline/sentence.ts";
import { strengthCodeAt } from "../guideline/strength-code.ts";
import { oncePer } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour, Related } from "./rule.ts";

/** What is recommended, and how strongly. */
interface Stated extends Span {
  readonly strength: "strong" | "weak";
  readonly direction: Recommendation["direction"];
  readonly words: ReadonlySet<string>;
}

export interface Restated extends Span {
  readonly verb: AdviceVerb | undefined;
  /** What its phrase says, where it has no verb of advice. */
  readonly phrased: "strong" | "weak" | undefined;
  readonly strength: "strong" | "weak";
  readonly related: readonly Related[];
}

const idle = new Set(
  `about after again also alway because been before being best both case cases decision does doing done each either every everyone first from give given group have having into make made more most must need need never nobody only other panel people person patient patients recommend recommendation recommended should since some strong strongly such suggest suggestion suggested take taken than that their them then there these they this those under until using used usual usually very weak conditional were what when where which while will with without would your certainty evidence moderate quality high offer offered consider considered given start started treat treated treatment option optional low committee known discretion doctor blood sham placebo versus compared control against clinic checklist visit`.match(
    /\S+/g,
  ),
);

export const topicWords = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !idle.has(word))
      .map((word) => stemOf(word).slice(0, 8)),
  );

/** With its row, what its paragraph begins with in bold, and what it points back to. */
function around({ text, sections }: Guideline, { start, end }: Span) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const isRow = /^\s*\|/.test(text.slice(from, from + 5));
  const until = text.indexOf("\n", end);
  const [stem = ""] = runIn.exec(text.slice(from, start)) ?? [];
  const own = text.slice(isRow ? from : start, !isRow ? end : until < 0 ? text.length : until);
  const before = !isRow && pointing.test(own) ? text.slice(Math.max(from, start - longestBefore), start) : "";
  return { title: sectionAt(sections, start)?.title ?? "", own: `${stem} ${before} ${own}` };
}
const runIn = /^[^\p{L}\n]{0,16}(?:\*\*|__)[^*_\n]{3,100}(?:\*\*|__)|^[^:.\n|]{3,60}:/u;
/** "Is obliged to carry one out". */
const pointing = /\b(?:it|one|them|this|these|do +so)\b(?! +(?:of|[a-zß-öø-ɏ]{4,}))/i;
const longestBefore = 160;

const statedIn = oncePer((guideline: Guideline): readonly Stated[] =>
  guideline.recommendations.flatMap((one): Stated[] => {
    const strength = one.strength ?? strengthCodeAt(guideline, one)?.force;
    if ((strength !== "strong" && strength !== "weak") || one.reported) return [];
    const { title, own } = around(guideline, one);
    const words = topicWords(`${title} ${own}`);
    return words.size > 0
      ? [{ start: one.start, end: one.end, strength, direction: one.direction, words }]
      : [];
  }),
);

const name = "stated";
const byName = oncePer((guideline: Guideline) => {
  const found = statedIn(guideline);
  return new Map(found.length > 0 ? [[name, found]] : []);
});
const elsewhere = gathering(({ guideline }) => byName(guideline));

/** Sentences that say a force and are graded nowhere. */
const sayingsIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap(({ span, where }) => {
    if (where === "heading") return [];
    const text = slice(markdown, span);
    return sentencesIn(text).flatMap((sentence) => {
      const words = text.slice(sentence.start, sentence.end);
      const bare = where === "cell" ? bareForce(words) : undefined;
      const said = bare ?? (adviceVerbsIn(words).length === 0 ? forceIn(words) : undefined);
      return said
        ? [
            {
              ...shifted(sentence, span.start),
              said: shifted(said, span.start + sentence.start),
              phrased: said.force,
            },
          ]
        : [];
    });
  }),
);

/** Those that are no recommendation that is read. */
export const sayingsOf = oncePer(({ runs, markdown, recommendations }: Guideline) =>
  sayingsIn(runs, markdown).filter(({ start, end }) =>
    recommendations.every((one) => end <= one.start || one.end <= start),
  ),
);

interface Weighed {
  readonly stated: Stated;
  readonly neighbour: Neighbour | undefined;
  readonly score: number;
  readonly hits: number;
}

/** Among more of them, one that has the same words is about something else. */
const mostStated = 24;
/** Verbs that do no more than what is recommended: what is done stands before or behind them. */
const plainly =
  /^(?:giv(?:e|en)|offer(?:ed|ing)?|us(?:e|ed|ing)|treat(?:ed|ing)?|start(?:ed|ing)?|receiv(?:e|ed)|get|gets|tak(?:e|en)|done|do|perform(?:ed)?|carr(?:y|ied)|appl(?:y|ied)|undergo|have|had|mad?e|add(?:ed|ing)?|prescrib(?:e|ed)|provid(?:e|ed)|administer(?:ed)?|recommend(?:ed)?|consider(?:ed)?|stop(?:ped)?|continued?)$/i;
const active =
  /^(?:give|offer|use|start|receive|gets?|take|do|perform|carry|apply|undergo|have|make|add|prescribe|provide|administer|stop|continue|offering|using|starting|adding)$/i;
const filler =
  /^\s*(?:(?:not|also|always|all|only|be|been|being|to|well|then|therefore|both|each|now|still)\s+)*/i;
/** "Patients who take aspirin must …": of what else they need. */
const ofTakers = /\b(?:who|on|taking|receiving|using|given|with +an?)\b[^.;,]{0,60}$/i;
const manner = /^\s*(?:with|by|under|slowly|through|after|before|only|as|while|from)\b/i;

/** "The nerve block must be done with ultrasound" says how, "must be stored below 25 °C" another thing. */
function isSameDeed(text: string, { start, end }: Span, said: Span, stated: ReadonlySet<string>): boolean {
  const before = text.slice(start, said.start);
  if (ofTakers.test(before)) return false;
  const own = /\bto +([a-zß-öø-ɏ]+)$/i.exec(text.slice(said.start, said.end))?.[1];
  const rest = text.slice(said.end, Math.max(said.end, end));
  const [skipped = ""] = own ? [""] : (filler.exec(rest) ?? []);
  const verb = own ?? /^\p{L}+/u.exec(rest.slice(skipped.length))?.[0] ?? "";
  if (verb === "" || /^(?:for|in|at|and|or|when|if|unless|within|every|on|here|today)$/i.test(verb))
    return true;
  const behind = own ? rest : rest.slice(skipped.length + verb.length);
  const performs = /^(?:recommend|suggest|consider|offer|advis)/i.test(text.slice(said.start, said.end));
  if (!plainly.test(verb)) return performs || stated.has(stemOf(verb.toLowerCase()).slice(0, 8));
  if (manner.test(behind)) return false;
  if (!active.test(verb)) return true;
  if (/^\s*(?:it|one|this|them|so|the +same)\b/i.test(behind)) return true;
  const object = topicWords(behind.slice(0, 60));
  return object.size === 0 || [...object].some((word) => stated.has(word));
}

const clear = 1.4;
const least = 2;
const fewWords = 5;

type Tie = (span: Span) => Weighed | undefined;

/** What a statement says again: the graded one with most of its telling words, none graded otherwise having as many. */
function tieOf(guideline: Guideline, all: readonly Omit<Weighed, "score" | "hits">[]): Tie {
  const counts = new Map<string, number>();
  for (const { stated } of all)
    for (const word of stated.words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log(1 + all.length / (counts.get(word) ?? Infinity));
  return (span) => {
    const { title, own } = around(guideline, span);
    const words = topicWords(`${title} ${own}`);
    const ranked = all
      .map(({ stated, neighbour }): Weighed => {
        const common = [...stated.words].filter((word) => words.has(word));
        const score = common.reduce((sum, word) => sum + weight(word), 0);
        return { stated, neighbour, hits: common.length, score };
      })
      .sort((a, b) => b.score - a.score);
    const [first] = ranked;
    // "Blood calcium known | optional": of a few words one is enough, if nothing graded otherwise has it.
    const isShort = topicWords(own).size <= fewWords;
    if (!first || first.hits < (isShort ? 1 : least)) return undefined;
    const rival = ranked.find(({ stated }) => stated.strength !== first.stated.strength)?.score ?? 0;
    const section = sectionAt(guideline.sections, span.start);
    const isHere = !first.neighbour && sectionAt(guideline.sections, first.stated.start) === section;
    const isClear = first.score >= clear * rival && (first.hits >= least || rival === 0);
    return isClear && !isHere ? first : undefined;
  };
}

export function restatedIn(guideline: Guideline, neighbours: readonly Neighbour[]): readonly Restated[] {
  const all = [
    ...statedIn(guideline).map((stated) => ({ stated, neighbour: undefined })),
    ...elsewhere(neighbours)(name).flatMap(({ value, neighbour }) =>
      value.map((stated) => ({ stated, neighbour })),
    ),
  ];
  if (all.length > mostStated || new Set(all.map(({ stated }) => stated.strength)).size < 2) return [];
  const tied = tieOf(guideline, all);
  const graded = new Set(statedIn(guideline).map(({ start }) => start));
  const found = (
    said: Span,
    verb: AdviceVerb | undefined,
    phrased: Restated["phrased"],
    at: Span,
  ): Restated[] => {
    const { text } = guideline;
    const until = text.indexOf("\n", at.end);
    // A key of words, or what is graded in some way that is not read.
    const line = text.slice(text.lastIndexOf("\n", at.start) + 1, until < 0 ? text.length : until);
    const one = /\b(?:strong|weak|conditional)\b/i.test(line) ? undefined : tied(at);
    if (!one || (verb && verb.direction !== one.stated.direction)) return [];
    if (!isSameDeed(text, at, said, one.stated.words)) return [];
    const { start, end, strength } = one.stated;
    const message = `Here it is graded ${strength}.`;
    const related: Related = { span: { start, end }, message, ...(one.neighbour && { in: one.neighbour }) };
    return [{ start: said.start, end: said.end, verb, phrased, strength, related: [related] }];
  };
  return [
    ...guideline.recommendations.flatMap((one) =>
      one.verb && !one.reported && !one.strength && !graded.has(one.start)
        ? found(one.verb.word, one.verb, undefined, one)
        : [],
    ),
    ...sayingsOf(guideline).flatMap((one) =>
      strengthCodeAt(guideline, one) ? [] : found(one.said, undefined, one.phrased, one),
    ),
  ];
}
