// A rate that amount, volume, time, weight and strength do not make: 1000 mL over 4 hours at 500 mL/h.

import { type Figure, rescaled } from "../guideline/figure.ts";
import { type FigureTable, type FigureText, textsWithFigures } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { decimalSignOf, mayBeMisread } from "../guideline/number-format.ts";
import { type Reach, strengthReach } from "../guideline/strength-reach.ts";
import type { Span } from "../text/span.ts";
import { lineOf } from "./place.ts";
import { wrongFigures } from "./rate-body.ts";
import { reachBeyond } from "./rate-elsewhere.ts";
import { oddLines } from "./rate-list.ts";
import { type SoleWrong, soleRates, soleRows, streamsFor } from "./rate-sole.ts";
import { type OddCell, oddCells, wrongRows } from "./rate-table.ts";
import type { Wrong } from "./rate-words.ts";
import { defineRule, type Found } from "./rule.ts";
import { type OutOfStep, outOfStep } from "./table-proportion.ts";
import { tellingParts } from "./telling-parts.ts";

interface State {
  readonly span: Span;
  readonly factor: number;
}

const inTexts = tellingParts<FigureText, Wrong>();
const inTables = tellingParts<FigureTable, Wrong | OddCell>();
const inTurned = tellingParts<FigureTable, Wrong>();

export const rateArithmetic = defineRule<State>({
  id: "rate-arithmetic",
  severity: "warning",
  compares: true,
  summary: "A rate, a daily total or a worked example does not follow from the figures beside it.",
  rationale:
    "Pumps and drips are set to the rate that the page gives, without working it out again. Volume divided by time, " +
    "dose times weight divided by strength, drops from millilitres: each can be checked, and a slip there is given " +
    "to every patient. Rounding is allowed for; figures that belong to different steps are not compared. Where a " +
    "document tells no strength of what runs in, those that others tell count.",
  examples: {
    invalid: [
      "Give 1 L over 4 hours (500 mL/h).\n                       ^^^^^^^^",
      "Hydrocortisone 50 mg IV every 6 hours (400 mg/day).\n                                       ^^^^^^^^^^",
      "At 70 kg, 5 mcg/kg/min of the 5 mg/mL syringe is 42 mL/h.\n                                                 ^^^^^^^",
    ],
    valid: [
      "Give 1 L over 8 hours (125 mL/h), then 1 L over 12 hours (83 mL/h).",
      "Give a bolus of 500 mL over 15 minutes, then 125 mL/h.",
      "60 mL/h is 20 drops/min with a 20-drop set and 60 drops/min with a 60-drop set.",
      "Give 20 mg/kg over 20 minutes, at most 50 mg/min.",
    ],
  },

  *check(guideline, { neighbours }) {
    const { figures } = guideline;
    const { reach, from } = reachBeyond(strengthReach(figures), guideline, neighbours);
    const wrong = [
      ...inTexts(from, textsWithFigures(figures), (text) => latest([...wrongFigures(text, reach)])),
      ...inTables(from, figures.tables, (table) => inTable(table, reach)),
      ...figures.parts.flatMap(oddLines),
      ...inTurned(from, figures.turned, (table) => latest([...wrongRows(table, reach)])),
    ];
    const streamsOf = streamsFor(guideline, neighbours);
    const sole = [
      ...textsWithFigures(figures).flatMap((text) => [...soleRates(text, streamsOf)]),
      ...[...figures.tables, ...figures.turned].flatMap((table) => [...soleRows(table)]),
    ];
    const seen = new Set<number>();
    const rows = new Map<number, number>();
    for (const one of wrong)
      if (!("claim" in one)) yield outOfProportion(one);
      else if (seen.has(one.claim.start) || isNoRate(guideline, one.claim)) continue;
      else if (
        seen.add(one.claim.start) &&
        ![one.claim, ...one.right.from].some((figure) => mayBeMisread(guideline, figure)) &&
        !isOtherStep(guideline, one)
      )
        yield { ...found(guideline, one), ...mildlyIfAgain(guideline, one.claim, rows) };
    // The same slip is told once, of whichever figure.
    const used = new Set(
      wrong.flatMap((one) => ("right" in one ? one.right.from : [])).map(({ start }) => start),
    );
    for (const one of sole) {
      const { claim, right } = one;
      if (used.has(claim.start) || [claim, ...right.from].some(({ start }) => seen.has(start))) continue;
      seen.add(claim.start);
      yield foundSole(guideline, one);
    }
  },

  fix({ span, factor }, guideline) {
    const sign = decimalSignOf(guideline);
    const newText = rescaled(guideline.text.slice(span.start, span.end), factor, sign);
    return newText ? [{ title: `Write "${newText}"`, edits: [{ span, newText }], certain: false }] : [];
  },
});

function inTable(table: FigureTable, reach: Reach): readonly (Wrong | OddCell)[] {
  const odd = [...oddCells(table)];
  const seen = new Set(odd.map(({ start }) => start));
  const wrong = latest([...wrongRows(table, reach)]).filter(({ claim }) => !seen.has(claim.start));
  for (const { claim, right } of wrong) for (const { start } of [claim, ...right.from]) seen.add(start);
  const broken = [...outOfStep(table, ["rate", "drops"])].filter(
    ({ claim }) => !seen.has(claim.start) && !isOfOtherTime(table, claim),
  );
  return [...odd, ...wrong, ...broken.map(asWrong)];
}

/** "| 17 mL | 12 hours | 1.42 mL/h |", where all other rows run for 24 hours: in a time of its own. */
function isOfOtherTime({ rows }: FigureTable, { start }: Figure): boolean {
  const own = rows.find((row) => row.some(({ figures }) => figures.some((one) => one.start === start)));
  return (own ?? []).some(
    ({ text, column }) =>
      /\d *(?:h|hours?|minutes?|min|days?)\b/i.test(text) &&
      rows.every((row) => row === own || row[column]?.text.trim() !== text.trim()),
  );
}

/** "Nebulise with O2 8 L/minute", "1 mg/10 mL = 1:10 000": a flow of gas and a strength follow from nothing. */
const isNoRate = ({ text }: Guideline, { start, kind }: Figure): boolean =>
  kind === "percent" ||
  (kind === "rate" &&
    /\b(?:O2|O₂|oxygen)\b[^.;|\d]{0,12}$/i.test(text.slice(Math.max(0, start - 24), start)));

/** Where row after row of a table is off, one of them is: the others follow from it. */
function mildlyIfAgain({ lines }: Guideline, { start }: Figure, rows: Map<number, number>) {
  const { line } = lines.positionAt(start);
  const run = (rows.get(line - 1) ?? 0) + 1;
  rows.set(line, run);
  const inTable = /^\s*\|/.test(lines.text.slice(lines.offsetAt({ line, character: 0 }), start));
  return inTable && run > 1 ? { severity: "information" as const } : {};
}

/** "20 mg over 2 minutes, then 5 mg/h", and a time that another line says of something so much faster: another step. */
function isOtherStep({ text, lines }: Guideline, { claim, right }: Wrong): boolean {
  const line = (at: number) => lines.positionAt(at).line;
  const places = [claim, ...right.from].toSorted((a, b) => a.start - b.start);
  if (
    /rate/i.test(claim.kind) &&
    places.some((one, i) => {
      const next = places[i + 1];
      return next && line(one.start) === line(next.start) && stepOn.test(text.slice(one.end, next.start));
    })
  )
    return true;
  const ratio = (right.low + right.high) / (claim.low + claim.high);
  return (
    right.from.some(({ start, kind }) => kind === "time" && line(start) !== line(claim.start)) &&
    (ratio > farthestRatio || ratio < 1 / farthestRatio)
  );
}
const stepOn = /(?:\b|mins?|hours?|hrs?)then +(?:(?:give|infuse|start|by|at) +)?(?:\d[^|\n;]*)?$/i;
const farthestRatio = 12;

const asWrong = ({ claim, source, expected }: OutOfStep): Wrong => ({
  claim,
  right: { low: expected, high: expected, from: [source] },
});

function outOfProportion({ start, end, value, expected }: OddCell): Found<State> {
  return {
    span: { start, end },
    message: `${value} does not keep the proportion to weight and dose that the other cells keep: by theirs it is ${expected}. Check the figure.`,
    state: { span: { start, end }, factor: expected / value },
  };
}

/** Of two figures that rule each other out the later one is what does not follow. */
function latest(all: readonly Wrong[]): Wrong[] {
  const by = new Map(all.map((wrong) => [wrong.claim.start, wrong]));
  return all.filter(({ claim, right }) => {
    const mutual = right.from
      .map(({ start }) => by.get(start))
      .find((other) => other?.right.from.some(({ start }) => start === claim.start));
    return !mutual || mutual.claim.start < claim.start;
  });
}

function found({ text, lines }: Guideline, { claim, right }: Wrong): Found<State> {
  const span = { start: claim.start, end: claim.end };
  const said = text.slice(claim.start, claim.end).replace(/\s+/g, " ");
  const quoted = right.from.map(({ start, end }) => `"${text.slice(start, end).replace(/\s+/g, " ")}"`);
  const middle = (right.low + right.high) / 2;
  const factor = middle / ((claim.low + claim.high) / 2);
  const far = right.from.find(
    ({ start }) => lines.positionAt(start).line !== lines.positionAt(claim.start).line,
  );
  const place = far ? ` (line ${lines.positionAt(far.start).line + 1})` : "";
  return {
    span,
    message: `"${said}" does not follow from ${quoted.join(" and ")}${place}: it should be about ${shown(middle, claim)}. Check the figures.`,
    related: right.from.map(({ start, end }) => ({ span: { start, end }, message: "Worked out from this." })),
    state: { span, factor },
  };
}

/** What a dose elsewhere makes, which a reader has to look up, is only asked about. */
function foundSole(guideline: Guideline, one: SoleWrong): Found<State> {
  const { elsewhere } = one;
  if (elsewhere === undefined) return found(guideline, one);
  if (elsewhere === "here") return { ...found(guideline, one), severity: "information" };
  const { text } = guideline;
  const { neighbour } = elsewhere;
  const [dose, ...own] = one.right.from;
  const there = neighbour.guideline.text.slice(dose?.start, dose?.end);
  const { claim, right } = one;
  const said = text.slice(claim.start, claim.end);
  const by = own.map(({ start, end }) => `"${text.slice(start, end)}"`).join(" in ");
  return {
    span: { start: claim.start, end: claim.end },
    severity: "information",
    message: `"${said}" does not follow from "${there}" (${lineOf(neighbour.guideline, dose?.start ?? 0, neighbour.uri)}) and ${by}: it should be about ${shown((right.low + right.high) / 2, claim)}. Check the figures.`,
    related: dose
      ? [{ span: { start: dose.start, end: dose.end }, message: "The dose is given here.", in: neighbour }]
      : [],
    state: { span: { start: claim.start, end: claim.end }, factor: right.low / claim.low },
  };
}

/** In the unit in which the claim is made. */
function shown(value: number, { kind, unit, hours }: Figure): string {
  const amount = Number((value * (hours || 1)).toPrecision(3));
  const per = hours === 24 ? "/day" : hours === 1 ? "/h" : "/min";
  if (kind === "drops") return `${Number(value.toPrecision(2))} drops/min`;
  if (kind === "rate") return `${amount} mL${per}`;
  if (kind === "amountRate") return `${amount} ${unit}${per}`;
  if (kind === "time") return `${Number(value.toPrecision(3))} hours`;
  return `${amount} ${kind === "volume" ? "mL" : unit}`;
}
