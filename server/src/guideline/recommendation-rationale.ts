// Whether a reason is given for how strong a recommendation is: a part or paragraph headed "Rationale", or a sentence
// near it that weighs what is known against what is at stake. It must not judge whether the reason is good.

import type { Markdown } from "../syntax/markdown.ts";
import { lineBefore } from "../text/around.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { anyOverlaps, type Span } from "../text/span.ts";
import { grouped } from "./grouped.ts";
import { passagesIn } from "./passage.ts";
import type { Recommendation } from "./recommendation.ts";
import { listPerRun, type Run } from "./run.ts";
import { slice } from "./scope.ts";
import { isWithin, type Section, sectionAt } from "./section.ts";

const headed =
  /^[^a-zß-öø-ɏ]*(?:(?:the +)?(?:rationale|justification|reasoning|reasons?)\b|why\b|basis +for\b|(?:summary +of +)?(?:evidence +to +decision|balance +of)|from +evidence +to|explanation +of +(?:the +)?(?:strength|grade))/i;
const named =
  /\b(?:rationale|justification|reasons?)\b[^.]{0,40}(?::|$)|\bwhy +(?:strong|the +panel|we|this|a +strong)\b/i;

/** "… (strong, low certainty). *Reason for strength:* …" */
const inPassing = /[.!?)][\s*_]+(?:the +)?(?:rationale|justification|reasons?|basis)\b[^.:]{0,60}:/i;

/** "Explanation of R3", in which a reason may stand. */
const explains = /^[^a-zß-öø-ɏ]*(?:explanations?|comments?|remarks?|notes?|background) +(?:of|on|to|for)\b/i;

const evidence = "(?:certainty|evidence|quality|data|trials)";
/** "Although the evidence is of low certainty", "despite limited evidence". */
const conceding = new RegExp(
  `\\b(?:despite|although|even +though|though|notwithstanding|in +spite +of|while|regardless +of)\\b[^.]{0,80}\\b(?:low|very +low|limited|weak|sparse|indirect|uncertain|few|no|little|lacking|poor|lack|absence)\\b[^.]{0,50}\\b${evidence}\\b|\\b(?:despite|although|even +though|though)\\b[^.]{0,60}\\b${evidence}\\b[^.]{0,60}\\b(?:low|limited|weak|sparse|indirect|uncertain|few|lacking|poor)\\b`,
  "i",
);
const stake =
  "(?:life[- ]threatening|fatal(?:ity)?|deaths?|mortality|die|lethal|catastroph\\w+|harm(?:s|ful)?|benefits?|toxicity|costs?|cheaper|risks?|safer|irreversible|disability|survival|lives|kills?|killed|harmless|safe|cheap|suicide|agonising|ethical)";
const reasoning = new RegExp(
  `\\b(?:because|since|given +(?:the|that)|as +the|in +view +of|in +light +of|owing +to|due +to +the|on +account +of)\\b[^.]{0,160}\\b${stake}\\b`,
  "i",
);
const weighing = new RegExp(
  `\\b(?:panel|group|committee|we|gdg|members|authors|experts)\\b[^.]{0,40}\\b(?:judged|placed?|considered|weighed|valued?|agreed|reasoned|felt|concluded|believed?|made +(?:this|the|it)|gave|rated|accepted)\\b[^.]{0,160}\\b(?:${stake}|strong)\\b|\\b${stake}\\b[^.]{0,60}\\b(?:clearly +|far +|greatly +|markedly +)?outweighs?\\b|\\bhigh +value\\b|\\bparadigmatic\\b|\\bwithout +(?:[a-zß-öø-ɏ]+ +)?[a-zß-öø-ɏ]+\\b[^.]{0,60}\\b(?:dies?|fatal|deaths?|mortality|kills?)\\b`,
  "i",
);

/** "A strong recommendation on low certainty always carries a reason": of gradings, not of care. */
const aboutReasons = /\brecommendations?\b[^.]{0,60}\b(?:reasons?|rationale|justification)\b/i;

const reasonings = [conceding, reasoning, weighing, inPassing, aboutReasons];

const kindOf = remembered(
  (
    text,
  ): {
    readonly headed: boolean;
    /** Where the reason begins. */
    readonly from: number;
    readonly said: boolean;
    /** Of a paragraph that also says other things, where it comes to it. */
    readonly begins: number;
    readonly numbers: readonly string[];
  } => {
    const from = headed.test(text) ? 0 : text.slice(0, 120).search(named);
    const isHeaded = from >= 0;
    const places = reasonings.map((one) => text.search(one)).filter((at) => at >= 0);
    const reason = places.length > 0 ? Math.min(...places) : -1;
    const numbers =
      isHeaded || explains.test(text)
        ? (/\b(?:recommendations?|statements?|nos?\.?|numbers?|items?|rows?|(?:reasons?|rationale|explanation|justification|basis) +(?:of|for))\s+((?:[A-Z]{0,3}\d[\d.]*(?:,| and| &|–|-)? ?)+)/i
            .exec(text.slice(0, 120))?.[1]
            ?.match(/[A-Z]{0,3}\d+(?:\.\d+)*/gi)
            ?.map(plainNumber) ?? [])
        : [];
    return {
      headed: isHeaded,
      from: Math.max(0, from),
      said: reason >= 0,
      begins: Math.max(0, isHeaded ? from : reason),
      numbers,
    };
  },
);

/** "R3" and "Recommendation 3" are the same. */
const plainNumber = (number: string): string => number.toUpperCase().replace(/^R(?=\d)/, "");

interface Reason extends Span {
  readonly headed: boolean;
  readonly from: number;
  /** Where the part of it begins that gives the reason. */
  readonly begins: number;
  /** It is a footnote of this mark. */
  readonly note: string | undefined;
  readonly section: Section | undefined;
  readonly numbers: readonly string[];
  readonly group: number;
}

export function withRationales(
  markdown: Markdown,
  runs: readonly Run[],
  found: readonly Recommendation[],
  given: ReadonlySet<Recommendation>,
): Recommendation[] {
  if (!found.some(({ strength, certainty }) => strength || certainty)) return [...found];
  const reasons = reasonsIn(runs, markdown);
  const sections = runs.flatMap(({ section }) => section ?? []);
  const sectionOf = oncePer((one: Recommendation) => ({ section: sectionAt(sections, one.start) }));
  // "Reason: the panel judged that it warrants a strong recommendation" is none itself.
  const headedSpans = reasons.flatMap(({ headed, from, end }) => (headed ? [{ start: from, end }] : []));
  const explains = new Set(found.filter((one) => anyOverlaps(headedSpans, one)));
  const graded = found.filter((one) => one.gradings.length > 0 && !explains.has(one));
  const bySection = grouped(graded, (one) => sectionOf(one).section);
  const reasoned = new Set([
    ...explains,
    ...graded.filter((one, i) => {
      const { section } = sectionOf(one);
      const next = graded.slice(i + 1, i + 1 + farthest).find((other) => other.group !== one.group);
      const after = graded.slice(i + 1, i + 1 + farthest).find((other) => other.start >= one.end);
      const only = bySection.get(section)?.length === 1;
      return (
        given.has(one) ||
        hasReason(one, {
          markdown,
          section,
          reasons,
          until: next?.start ?? Infinity,
          untilBeside: after?.start ?? Infinity,
          only,
        })
      );
    }),
  ]);
  return found.map((one) => (reasoned.has(one) ? withRationale(one) : one));
}

const withRationale = oncePer((one: Recommendation): Recommendation => ({ ...one, rationale: true }));

const reasonsIn = listPerRun((run, markdown) =>
  passagesIn(run, markdown).flatMap((passage): Reason[] => {
    const { headed, from, said, begins, numbers } = kindOf(slice(markdown, passage.span));
    if (!headed && !said) return [];
    const { span, group } = passage;
    const [note] = footnote.exec(markdown.text.slice(Math.max(0, span.start - 12), span.start + 12)) ?? [];
    const places = { from: span.start + from, begins: span.start + begins };
    return [{ ...span, headed, ...places, note, numbers, section: run.section, group }];
  }),
);

const footnote = /\[\^[^\]\s]{1,10}\](?=:)/;

/** Recommendations of one list or table. */
const farthest = 100;

interface Around {
  readonly markdown: Markdown;
  readonly section: Section | undefined;
  readonly reasons: readonly Reason[];
  /** Where the next recommendation begins that is graded by itself. */
  readonly until: number;
  /** Where the next one begins, of its own list or not: what stands between two items is of the first. */
  readonly untilBeside: number;
  /** It is the only one of its section. */
  readonly only: boolean;
}

function hasReason(
  one: Recommendation,
  { markdown, section, reasons, until, untilBeside, only }: Around,
): boolean {
  const number = numberOf(markdown, one, section);
  return reasons.some((reason) => {
    const { start, end, begins, note } = reason;
    if (note) return markdown.text.slice(one.start, Math.min(until, one.end + longestGrading)).includes(note);
    if (reason.numbers.length > 0 && number !== undefined) return reason.numbers.includes(number);
    if (start <= one.start && one.end <= end) return true;
    const limit = reason.group === one.group && one.where !== "prose" ? untilBeside : until;
    const follows = start >= one.end && begins < limit && isNear(reason, section, one);
    const precedes = only && reason.section === section && end <= one.start && reason.headed;
    return follows || precedes;
  });
}

const longestGrading = 120;

/** In its section; a part that is headed so also in the section beside it. */
function isNear(reason: Reason, section: Section | undefined, one: Recommendation): boolean {
  if (!section || reason.group === one.group) return true;
  if (isWithin(reason.section, section)) return true;
  const { parent } = section;
  return reason.headed && (parent === undefined || isWithin(reason.section, parent));
}

const numbering =
  /\b(?:recommendation|statement|R)\s*(?:no\.?\s*)?(\d+(?:\.\d+)*)|^[\s>*_-]*([A-Z]{1,3}\d+(?:\.\d+)*)\b/i;

/** "| 4 | Warm all fluids |" */
const firstCell = /^\s*\|\s*([A-Z]{0,3}\d+(?:\.\d+)*)[.)]?\s*\|/;

function numberOf(markdown: Markdown, one: Recommendation, section: Section | undefined): string | undefined {
  const before = lineBefore(markdown.plain, one.start, 60);
  const row = lineBefore(markdown.text, one.start);
  const [, first, second] = numbering.exec(`${before}${one.text}`) ?? [];
  const own = first ?? second ?? firstCell.exec(row)?.[1];
  const said = own ?? (section && numbering.exec(section.title)?.[1]);
  return said && plainNumber(said);
}
