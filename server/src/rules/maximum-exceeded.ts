// A dose that is more than the maximum that the document itself states for it.

import { aboveAnaesthetic, anaestheticLimits, anaestheticsGiven } from "../guideline/anaesthetic-limit.ts";
import { aboveCap, cappedDoses } from "../guideline/capped-dose.ts";
import { excessesOf } from "../guideline/excess.ts";
import { generalMaxima } from "../guideline/general-maximum.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Measure, tidy } from "../guideline/measure.ts";
import { formatMeasure, formatNumber } from "../guideline/measure-format.ts";
import { decimalSignOf, mayBeMisread } from "../guideline/number-format.ts";
import type { Excess } from "../guideline/passed-maximum.ts";
import { itemsOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { aboveGeneral } from "../guideline/stated-excess.ts";
import { aboveCappedRate, cappedRates, everyRate } from "../guideline/worked-column.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import { gathering } from "./gathered.ts";
import { mildlyIfLost } from "./lost-lines.ts";
import { ordersOf } from "./medicine-orders.ts";
import { isMagnitude } from "./order-difference.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Neighbour } from "./rule.ts";
import { mayBeToldApart } from "./told-apart.ts";

interface Passed extends Excess {
  /** The document that states the maximum, when it is another one. */
  readonly in?: Neighbour;
}

export const maximumExceeded = defineRule<Passed>({
  id: "maximum-exceeded",
  severity: "warning",
  compares: true,
  summary:
    "A dose, or a day's doses together, is more than the maximum that the document, or another one, states.",
  rationale:
    "A maximum is there for the largest patients and the shortest intervals. Where the text itself orders more, one " +
    "of the two is wrong, and a reader cannot know which. Of another document only maxima that hold for all are " +
    "looked at: on a page about the medicine, or in a list of limits. Ranges that pass it only at their upper end are reported " +
    "as information.",
  examples: {
    invalid: [
      "Paracetamol 1 g orally every 4 hours (maximum 4 g in 24 hours).\n            ^^^",
      "Isoniazid 10 mg/kg orally once daily (maximum 300 mg), so that a child of 35 kg receives 350 mg.\n                                                                                         ^^^^^^",
      "Phenobarbital 10 mg/kg IV, repeated up to five times (maximum 40 mg/kg in total).\n              ^^^^^^^^",
    ],
    valid: [
      "Paracetamol 1 g orally every 6 hours (maximum 4 g in 24 hours).",
      "Ceftriaxone 80 mg/kg IV once daily (maximum 2 g). A child of 30 kg receives 2 g.",
      "Gentamicin 7 mg/kg IV once daily, maximum 480 mg. 80 kg: 560 mg, capped at 480 mg.",
    ],
  },

  *check(guideline, { neighbours }) {
    const own: readonly Passed[] = excessesOf(guideline);
    const known = new Set(own.map(({ dose }) => dose.start));
    const there = [
      ...elsewhere(guideline, neighbours),
      ...uncapped(guideline, neighbours),
      ...numbed(guideline, neighbours),
      ...reckoned(guideline, neighbours),
    ].filter(({ dose }) => !known.has(dose.start) && known.add(dose.start));
    const passed = grouped(
      [...own, ...there],
      ({ limit, in: document }) => `${limit.start} ${document?.uri}`,
    );
    for (const excess of [...own, ...there]) {
      const { dose, limit, ranged, in: document } = excess;
      // What so many doses pass is the most of something else.
      const isPassedOften = (passed.get(`${limit.start} ${document?.uri}`)?.length ?? 0) >= often;
      if (
        mayBeMisread(guideline, dose) ||
        (!document && (isHeldTo(guideline, excess) || isOfOtherForm(guideline, excess))) ||
        (!document && (isOfSome(guideline, excess) || isOfNextName(guideline, excess))) ||
        isOfStart(guideline, excess) ||
        isOfElse(guideline, excess) ||
        isOfOthers(guideline, excess)
      )
        continue;
      const place = document ? ` in ${lineOf(document.guideline, limit.start, document.uri)}` : "";
      yield {
        span: { start: dose.start, end: dose.end },
        ...mildlyIfLost(guideline, dose.start),
        ...((ranged || isPassedOften || isFarAbove(excess) || isOfOtherTopic(guideline, excess)) && {
          severity: "information" as const,
        }),
        message: `${sumOf(excess)}, more than the stated maximum of ${formatMeasure(limit)}${place}. Check the dose, how often it is given and the maximum.`,
        related: [
          {
            span: { start: limit.start, end: limit.end },
            message: `The maximum is stated here: ${formatMeasure(limit)}.`,
            ...(document && { in: document }),
          },
        ],
        state: excess,
      };
    }
  },

  fix({ dose, limit, given, allowed, repeats, in: document }, guideline) {
    const lower = repeats ? (allowed - repeats.before) / repeats.times / repeats.each : allowed / given;
    // 30 mL (150 mg) are not mended by other millilitres alone.
    const alike = dose.unit.dimension === limit.unit.dimension;
    return [
      ...(alike ? changed(guideline, dose, lower, "as the dose") : []),
      ...(document ? [] : changed(guideline, limit, given / allowed, "as the maximum")),
    ];
  },
});

const often = 3;

/** By so much, and by no power of ten, no slip of the pen passes it: rather it is the most of something else. */
const isFarAbove = ({ given, allowed }: Passed): boolean =>
  given > farAbove * allowed && !isMagnitude(given / allowed);
const farAbove = 30;

/** "10 mg (5 mg maximum if taking propranolol)": of those only. */
const isOfSome = ({ text }: Guideline, { limit }: Passed): boolean =>
  /^[ *_]*(?:max(?:imum)?\.? +)?(?:if|when|while) +(?:also +)?(?:taking|on|given|used|combined)\b/i.test(
    text.slice(limit.end, limit.end + 40),
  );

/** "Paracetamol 1 g", then "- Morphine", and in a line below it "Max dose: 20 mg". */
function isOfNextName({ orders, medicines, text }: Guideline, { dose, limit }: Passed): boolean {
  const own = orders.find((order) => order.dose.start === dose.start)?.medicine;
  const last = medicines.findLast(({ start, end }) => start >= dose.end && end <= limit.start);
  if (!own || !last || last.medicine === own) return false;
  const opens = /^[\s*_•+-]*$/.test(lineBefore(text, last.start, 20));
  return opens && /^[\s*_•+-]*max\w*\b[^.\d]{0,20}$/i.test(lineBefore(text, limit.start));
}

const cappedElsewhere = gathering(({ guideline }) => cappedDoses(guideline));

/** Doses for a weight that a capped dose per kilogram makes, here or elsewhere, without its cap. */
function uncapped(guideline: Guideline, neighbours: readonly Neighbour[]): Passed[] {
  const there = cappedElsewhere(neighbours);
  const here = cappedDoses(guideline);
  return [...ordersOf(guideline)].flatMap(([medicine, { all }]) =>
    all.flatMap((order): Passed[] => {
      const own = aboveCap(guideline, order, here.get(medicine) ?? []);
      if (own) return [own];
      for (const { value, neighbour } of there(medicine)) {
        const excess = aboveCap(guideline, order, value);
        if (excess) return [{ ...excess, in: neighbour }];
      }
      return [];
    }),
  );
}

const anaestheticElsewhere = gathering(({ guideline }) => anaestheticLimits(guideline));

/** Millilitres of a local anaesthetic above what is allowed of it here, else elsewhere. */
function numbed(guideline: Guideline, neighbours: readonly Neighbour[]): Passed[] {
  const there = anaestheticElsewhere(neighbours);
  return [...anaestheticsGiven(guideline)].flatMap((name): Passed[] => {
    const own = anaestheticLimits(guideline).get(name);
    if (own) return aboveAnaesthetic(guideline, name, own);
    return there(name).flatMap(({ value, neighbour }) =>
      aboveAnaesthetic(guideline, name, value).map((one) => ({ ...one, in: neighbour })),
    );
  });
}

const ratesElsewhere = gathering(({ guideline }) => cappedRates(guideline));
/** A table that names nothing is of what the one chapter beside it is about. */
const mostBeside = 3;

/** Cells of a weight table above the cap of the dose that its column works out, here or elsewhere. */
function reckoned(guideline: Guideline, neighbours: readonly Neighbour[]): Passed[] {
  if (!/\bkg\b/.test(guideline.text)) return [];
  const own = aboveCappedRate(guideline, cappedRates(guideline).get(everyRate) ?? [], true);
  const there = neighbours.length > mostBeside ? [] : ratesElsewhere(neighbours)(everyRate);
  return [
    ...own,
    ...there.flatMap(({ value, neighbour }) =>
      aboveCappedRate(guideline, value, false).map((one) => ({ ...one, in: neighbour })),
    ),
  ];
}

const generalElsewhere = gathering(({ guideline }) => generalMaxima(guideline));

/** Orders above a maximum that another document states for all. */
function elsewhere(guideline: Guideline, neighbours: readonly Neighbour[]): Passed[] {
  const maximaOf = generalElsewhere(neighbours);
  return [...ordersOf(guideline)].flatMap(([medicine, { all }]) =>
    maximaOf(medicine).flatMap(({ value, neighbour }) =>
      all.flatMap((order) => {
        const excess = aboveGeneral(guideline, order, value);
        return excess ? [{ ...excess, in: neighbour }] : [];
      }),
    ),
  );
}

/** "At most 20 mg daily" in withdrawal, and more in tetanus; what a page about the medicine says holds for all. */
function isOfOtherTopic(guideline: Guideline, { dose, limit, in: there }: Passed): boolean {
  const said = there?.guideline ?? guideline;
  const titles = pathOf(sectionAt(said.sections, limit.start)).map(({ title }) => title);
  const isPage = titles.some((title) => itemsOf(title).some(({ kind }) => kind === "medicine"));
  return !isPage && mayBeToldApart({ guideline, at: dose.start }, { guideline: said, at: limit.start });
}

/** "The dose worked out is 210 mg, so the maximum of 200 mg applies": the text says itself what holds. */
const isHeldTo = ({ text }: Guideline, { dose, limit }: Excess): boolean =>
  dose.end < limit.start &&
  limit.start - dose.end < 200 &&
  /^[^.;\n]*\bso\b[^.;\n]*$/.test(text.slice(dose.end, limit.start)) &&
  /^[^.;\n]{0,30}\b(?:applies|holds|counts|is +(?:used|given))\b/.test(text.slice(limit.end, limit.end + 50));

/** "Plain at most 2 mg/kg. With adrenaline 3 mg/kg": with what is added more is allowed. */
const isOfOtherForm = ({ text }: Guideline, { dose, limit }: Excess): boolean =>
  dose.start - limit.end < 300 &&
  /\b(?:with|if|when) +(?:added +)?(?:adrenaline|epinephrine|(?:a +)?vasoconstrictor)\b[^\n]*$/i.test(
    text.slice(limit.end, dose.start),
  );

/** "A starting maximum could be 30 mg", "the first dose cannot exceed 30 mg": of the doses that follow nothing is said. */
function isOfStart(guideline: Guideline, { dose, limit, in: there }: Passed): boolean {
  const said = clauseOf((there?.guideline ?? guideline).text, limit);
  const own = `${clauseOf(guideline.text, dose)
    .split(/,\s|\(/)
    .find((part) => part.includes(guideline.text.slice(dose.start, dose.end)))}`;
  const told = reported.test(guideline.text.slice(dose.end, dose.end + 40));
  return told || (ofStart.test(said) && !atStart.test(own));
}
const ofStart =
  /\b(?:(?:starting|initial) +maximum|(?:first|starting|initial) +dose +(?:cannot|can +not|must +not|should +not|may +not) +exceed)\b|\b(?:not|never) +exceed[^.;]*\bfor +the +first\b/i;
const atStart = /\b(?:start\w*|initial\w*|first(?! +\d)|begin\w*|load\w*|at +once)\b/i;
/** "3.6 g a day have been reported" */
const reported = /^[^.;)\n]{0,15}\b(?:has|have) +been +(?:reported|described|tolerated|survived)\b/i;

/** "eGFR > 45: at most 2 g (1 g twice daily)", "eGFR < 45: at most 1 g"; "in adults 40 mg. In pediatrics to a maximum of 20 mg". */
function isOfOthers({ text }: Guideline, { dose, limit, in: there }: Passed): boolean {
  if (there) return false;
  const [own, said] = [dose, limit].map((one) => lineBefore(text, one.start, 200));
  const [here, other] = [own, said].map((line = "") => range.exec(line)?.[0].replace(/\s/g, ""));
  // "100 mg/24 hours", and elsewhere "at most 50 mg q6h": of each of several.
  if (dose.per.hours === 24 && !limit.per.hours && /^ *q *\d/.test(text.slice(limit.end, limit.end + 8)))
    return true;
  if (here !== undefined && other !== undefined && here !== other) return true;
  return (
    /\bin +(?:pa?ediatrics|children|infants)\b/i.test(clauseOf(text, limit)) &&
    /\badults?\b/i.test(clauseOf(text, dose))
  );
}
const range = /^\W*(?:e?GFR|CrCl)\W*[<>≥≤]\W*\d+/i;

/** A limit that is none of what is given: of a step, a speed, a place, a later dose, one of a day's doses, another rhythm. */
function isOfElse(guideline: Guideline, { dose, limit, in: there }: Passed): boolean {
  const { text } = there?.guideline ?? guideline;
  const before = lineBefore(text, limit.start, 90);
  const behind = lineBehind(text, limit.end, 60);
  const given = lineBehind(guideline.text, dose.end, 60);
  // "Dilute 15 mg with 14 mL"; "at most 5 mg (≤ 40 kg) or 10 mg (> 40 kg)"; a range of single doses is no limit.
  if (/\bdilut\w+ *$/i.test(lineBefore(guideline.text, dose.start, 20))) return true;
  if (!there && /^ *\([^()\n]*\),? +or *$/i.test(text.slice(limit.end, dose.start))) return true;
  if (limit.per.dose && limit.low < limit.high) return true;
  if (ofCount.test(before) || ofStep.test(before) || ofSpeed.test(before) || ofLater.test(before))
    return true;
  if (eachTime.test(behind) || ofPlace.test(behind) || ofMinute.test(behind)) return true;
  const isOfDay = /^ *(?:daily|(?:a|per|each) +day)\b/.test(given) || dose.per.hours === 24;
  if (isOfDay && (limit.per.dose || /^ *(?:\/|per +|a +)dose\b/.test(behind))) return true;
  const [own, other] = [given, behind].map((said) => rhythm.exec(said)?.[0].trim().toLowerCase());
  return own !== undefined && other !== undefined && own !== other;
}
/** "At most 4 hard capsules 195 mg": their strength. */
const ofCount = /\d +(?:[a-zß-öø-ɏ]+ +)?(?:capsules?|tablets?|pills?|sachets?) +(?:of +)?$/i;
/** "Increased by no more than 1 mg/day", "in increments of no more than 200 mg" */
const ofStep =
  /\b(?:increments? +(?:of +)?|(?:increas|rais|adjust|titrat|step)\w*(?: +[a-zß-öø-ɏ]+)? +by +)(?:a +)?(?:(?:no|not|at|max\w*|more|most|than|of|>) +){0,4}$/i;
/** "… not exceeding 5 mg/day each time" */
const eachTime =
  /^ *(?:(?:each|every|per) +(?:time|step|increment|adjustment|change)|at +(?:a|one|any) +(?:step|increment|adjustment|change))\b/i;
const ofSpeed = /\bmax(?:imum|\.)? +(?:infusion +|injection +|flow +)?(?:rate|speed)\b(?: +(?:of|is))? *$/i;
/** "Not exceeding 1 mg/kg/min" whose unit was not read to its end. */
const ofMinute = /^ *(?:\/|per +) *min/i;
/** "No more than 1 g in each site" */
const ofPlace =
  /^ *(?:in|at|per|into) +(?:each|one|any|every|a|the +same)? *(?:single +|injection +)?(?:sites?|buttocks?|muscles?|nostrils?|nares?|thighs?)\b/i;
const ofLater = /\b(?:subsequent|further|repeat(?:ed)?|additional|later|following) +doses?\b[^.;\d]{0,20}$/i;
const rhythm = /^[^.;,()|\d]{0,15}\bevery +\d+ +(?:weeks?|months?|days?)\b/i;

/** What its sentence says around a quantity. */
function clauseOf(text: string, { start, end }: Measure): string {
  const before = text.slice(Math.max(0, start - 160), start);
  const [after = ""] = text.slice(end, end + 80).split(/[.;](?:\s|$)|\n\s*\n/, 1);
  return `${before.split(/[.;]\s|\n\s*(?:\n|[-*+•]\s)/).at(-1)}${text.slice(start, end)}${after}`;
}

/** The same quantity with another number, where that is a number that someone would write. */
function changed(guideline: Guideline, measure: Measure, by: number, role: string) {
  const { text } = guideline;
  const span = { start: measure.start, end: measure.end };
  const value = formatNumber(tidy(measure.high * by));
  const [number] = /^\d+(?:[.,·]\d+)?(?![\d/])/.exec(text.slice(span.start, span.end)) ?? [];
  const single = measure.low === measure.high && !measure.parts && !measure.times;
  if (!single || !number || Number(value) <= 0 || value.replace(".", "").length > 4) return [];
  const newText =
    value.replace(".", decimalSignOf(guideline)) + text.slice(span.start + number.length, span.end);
  return [{ title: `Use ${newText} ${role}`, edits: [{ span, newText }], certain: false }];
}

function sumOf({ dose, limit, given, perDay, repeats, ranged }: Excess): string {
  // What a patient of so many kilograms gets is held against what is allowed of that weight.
  const shown = (value: number) => written(value, limit, limit.per.kg === true && dose.per.kg === true);
  const total = shown(given);
  if (repeats) {
    const first = repeats.before > 0 ? `${shown(repeats.before)} and ` : "";
    return `${first}${repeats.times} times ${shown(repeats.each)} make ${total}`;
  }
  const end = ranged ? " at the upper end" : "";
  return perDay !== undefined && perDay > 1
    ? `${formatMeasure(dose)}, ${formatNumber(perDay)} times a day, makes ${total} a day${end}`
    : `${total} is given${end}`;
}

/** In the unit that the maximum is written in. */
function written(value: number, { unit }: Measure, kg: boolean): string {
  const number = value / unit.factor;
  return formatMeasure({ start: 0, end: 0, low: number, high: number, unit, per: kg ? { kg: true } : {} });
}
