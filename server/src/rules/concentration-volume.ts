// A dose and the volume beside it that do not fit the strength of the solution: 30 mg of 10 mg/mL as 5 mL.

import { columnHeadAt, isInOtherHead } from "../guideline/column-head.ts";
import { formatStrength } from "../guideline/concentration.ts";
import { type Figure, rescaled } from "../guideline/figure.ts";
import {
  type FigurePart,
  type FigureTable,
  type FigureText,
  rowMedicine,
  textsWithFigures,
} from "../guideline/figure-text.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { formatNumber } from "../guideline/measure-format.ts";
import { decimalSignOf } from "../guideline/number-format.ts";
import { reachWith, type Stated, type Strength, strengthReach } from "../guideline/strength-reach.ts";
import { lineBefore } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, steadyLists } from "../text/memory.ts";
import { overlaps, type Span } from "../text/span.ts";
import { contentsBeyond, contentsOf, type OddCount, oddCountsIn } from "./counted-dose.ts";
import { drawnPairs } from "./drawn-pairs.ts";
import { type OddVolume, oddInLists, oddInTable, oddInText, oddRows } from "./drawn-volume.ts";
import { type Gathered, gathering } from "./gathered.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Found } from "./rule.ts";
import { tellsStrengths } from "./strength-text.ts";
import { namesBrand } from "./surely-named.ts";
import { tellingParts } from "./telling-parts.ts";

interface State {
  readonly said: Span;
  readonly factor: number;
}

const inTexts = tellingParts<FigureText, OddVolume>();
const inTables = tellingParts<FigureTable, OddVolume>();
const inTurned = tellingParts<FigureTable, OddVolume>();
const countsInTexts = tellingParts<FigurePart, OddCount>();
const countsInTables = tellingParts<FigureTable, OddCount>();

export const concentrationVolume = defineRule<State>({
  id: "concentration-volume",
  severity: "warning",
  compares: true,
  summary:
    "The volume beside a dose, or the number of tablets or ampoules, is not what the stated strength makes of it.",
  rationale:
    "Who prepares a dose reads the volume, not the milligrams. Dose divided by strength is the volume: a misplaced " +
    "decimal point there is a tenfold dose in the syringe. Where several strengths of the medicine are near, one " +
    "that fits is enough; those of other documents count where this one tells none.",
  examples: {
    invalid: [
      "The ampoule holds lorazepam 4 mg/mL, so the adult dose is 4 mg (2 mL).\n                                                                ^^^^",
      "Give 50 units of soluble insulin (5 mL of 100 units/mL).\n                                  ^^^^",
      "Prednisolone 30 mg (3 tablets of 5 mg) once daily.\n                    ^^^^^^^^^",
    ],
    valid: [
      "Gentamicin 12.5 mg (0.31 mL of 40 mg/mL).",
      "Adrenaline 1 mg IV (10 mL of 0.1 mg/mL) or 0.5 mg IM (0.5 mL of 1 mg/mL).",
      "Dilute adrenaline 1 mg to 10 mL (0.1 mg/mL) and give 0.2 mg (2 mL).",
    ],
  },

  *check(guideline, { neighbours }) {
    const { figures } = guideline;
    const own = strengthReach(figures);
    const stock = stockElsewhere(neighbours);
    const reach = reachWith(own, (medicine) =>
      stock(medicine?.name ?? "").flatMap((said) =>
        said.value.flatMap((one) => (one.medicine === medicine ? { ...one, said } : [])),
      ),
    );
    const pairs = drawnPairs(figures);
    const from = [own, pairs, stock];
    // What the lines around a volume show is nearer than any strength.
    const listed = figures.parts.flatMap(oddInLists);
    const told = new Set(listed.map(({ volume }) => volume.start));
    const odd = [
      ...inTexts(from, textsWithFigures(figures), (text) => oddInText(text, reach, pairs)),
      ...inTables(from, figures.tables, (table) => oddInTable(table, reach, pairs)),
      ...inTurned(from, figures.turned, (table) => oddRows(table, reach)),
    ].filter((one) => {
      const { volume, from } = one;
      return (
        !told.has(volume.start) &&
        canBeDrawn(one) &&
        !(from && isThinnedSince(guideline, from, volume)) &&
        !(from && (isPerMillilitre(guideline, from) || isOfSalt(guideline, from))) &&
        !isOfForm(guideline, one) &&
        !isOfElse(guideline, one) &&
        !isOfOtherColumn(guideline, one) &&
        !isOfOther(guideline, one) &&
        !isNamedBySugar(guideline, one)
      );
    });
    for (const one of [...odd, ...listed.filter((one) => !isOfForm(guideline, one))])
      yield finding(guideline, one);
    const contents = contentsOf(figures);
    const { from: held, further } = contentsBeyond(contents, neighbours);
    const counts = [
      ...countsInTexts(held, figures.parts, ({ texts }) =>
        texts.flatMap((text) => [...oddCountsIn(text, contents, undefined, further)]),
      ),
      ...countsInTables(held, figures.tables, ({ rows, context }) =>
        rows.flatMap((row) =>
          row.flatMap((cell) => [...oddCountsIn(cell, contents, rowMedicine(row) ?? context, further)]),
        ),
      ),
    ];
    for (const one of counts) yield countFinding(guideline, one);
  },

  fix({ said, factor }, guideline) {
    const sign = decimalSignOf(guideline);
    const newText = rescaled(guideline.text.slice(said.start, said.end), factor, sign);
    const span = { start: said.start, end: said.end };
    return newText ? [{ title: `Write "${newText}"`, edits: [{ span, newText }], certain: false }] : [];
  },
});

/** "If 20 U are in 1 mL (20 U per mL), add 0.6 mL saline and inject 0.2 mL (2.5 U)": it was thinned meanwhile. */
const isThinnedSince = ({ text }: Guideline, { fact }: Stated, { start }: Figure): boolean =>
  fact.end < start &&
  start - fact.end < 200 &&
  /^[^\n]*\badd(?:ing)? +\d[\d.]* *(?:m[lL]|cc)\b(?! +to\b)[^\n]*$/.test(text.slice(fact.end, start));

/** Nobody writes a volume that no syringe holds: dose or strength is of something else. */
const canBeDrawn = ({ amount, strength }: OddVolume): boolean => amount.low / strength >= leastDrawn;
const leastDrawn = 0.01;

/** "10 mL of solution containing 40 mg of valproate per mL": in each of them. */
const isPerMillilitre = ({ text }: Guideline, { fact }: Stated): boolean =>
  /^ *(?:of +\p{L}+ +)?per +m[lL]\b/u.test(text.slice(fact.end, fact.end + 40));

/**
 * "20 mmol per bag" is what is in it, "the whole 1 mL ampoule of sodium bicarbonate" is none of what is dissolved in it, and
 * "1 mL of the diluted solution" not as strong as what is supplied.
 */
function isOfElse({ text, medicines }: Guideline, { amount, volume, from }: OddVolume): boolean {
  if (content.test(text.slice(amount.start, amount.end + 24))) return true;
  const behind = text.slice(volume.end, volume.end + 60);
  if (from && !from.diluted && thinned.test(behind)) return true;
  const named = medicines.find(({ start }) => start >= volume.end && start < volume.end + 30);
  const isOther = named && from?.medicine && named.medicine !== from.medicine;
  return isOther === true && held.test(text.slice(volume.end, named.start));
}
const content =
  /^[\d., ]+[a-zµ]+ *(?:\/|(?:per|in +(?:an?|each|every|one)) +)(?:bag|vial|ampoule|bottle|sachet)\b/i;
const thinned =
  /^ *(?:of|from) +(?:the|this|that|its|your)? *(?:dilut|mix|made|ready|prepared|resulting|final|thinned)/i;
const held = /^ *(?:(?:ampoules?|vials?|bags?|bottles?|syringes?) +)?of +(?:the +)?$/i;

/** "200 mg = 2 mL" in a column of its own: not of what the next column's head tells. */
const isOfOtherColumn = (guideline: Guideline, { amount, volume, from }: OddVolume): boolean =>
  from !== undefined &&
  columnHeadAt(guideline, amount.start) === columnHeadAt(guideline, volume.start) &&
  isInOtherHead(guideline, amount.start, from.fact);

/** "D10W: 25 g (250 mL)": the name says how strong it is. */
function isNamedBySugar({ text }: Guideline, { amount, volume }: OddVolume): boolean {
  const around = text.slice(Math.max(0, amount.start - 200), volume.end + 20);
  const ratio = amount.low / volume.low;
  return matchesIn(around, /\bD-?(\d{1,2})W?\b/g).some(
    ([, percent]) => Math.abs(Number(percent) * 10 - ratio) < 1,
  );
}

/** "Gluconate syrup 350 mg/5 mL (40 mg elemental iron/5 mL)": doses may be of what is in it. */
const isOfSalt = ({ text }: Guideline, { fact }: Stated): boolean =>
  /^[^|;.\n]{0,20}\d *m?c?g +(?:of +)?elemental\b/.test(text.slice(fact.end, fact.end + 40));

/** Beside "**Atrovent** 500 mcg (2.5 mL)" a strength of what its line names, known or not, counts; another's does not. */
function isOfOther(guideline: Guideline, { amount, volume, from }: OddVolume): boolean {
  if (!from?.medicine) return false;
  const { text, medicines } = guideline;
  const start = Math.min(amount.start, volume.start);
  // "0.1 mL (100 mcg) of adrenaline", "1 g (10 mL from a vial of tranexamic acid)"
  const last = Math.max(amount.end, volume.end);
  const behind = /^[ )]*(?:from +(?:an? +)?[^.;|\n]{0,24}?)?\bof +\S+(?: +\S+)?/.exec(
    text.slice(last, last + 60),
  );
  const end = behind ? last + behind[0].length : start;
  const line: Span = { start: start - lineBefore(text, start, 400).length, end };
  if (from.fact.start >= line.start && from.fact.start < volume.end) return false;
  const named = medicines.filter((one) => overlaps(one, line));
  return named.length > 0
    ? !named.some(({ medicine }) => medicine === from.medicine)
    : namesBrand(text.slice(line.start, line.end));
}

/** "Susp. 125 mg/5 mL" in a row of its own is a strength, "tab 200 mg, 25 tabs in 100 mL" is of tablets. */
function isOfForm({ text, lines }: Guideline, { amount, volume, from }: OddVolume): boolean {
  if (amount.end > volume.start) return false;
  const between = text.slice(amount.end, volume.start);
  if (/\b\d+ +tab(?:let)?s\b/i.test(between)) return true;
  // "100 units/50 mcg/mL 3 mL pen": a strength of two, and what holds it.
  if (/\/ *m[lL] *$/.test(between)) return true;
  // "A common mixture, 1 mg:1 mL"
  if (/^ *: *$/.test(between)) return true;
  // "350 mg/5 mL (40 mg elemental iron/5 mL)"
  if (/^ *(?:of +)?(?:elemental|base)\b[^|\d]*\/ *$/i.test(between)) return true;
  const line = (at: number) => lines.positionAt(at).line;
  const away = from !== undefined && line(from.fact.start) !== line(amount.start);
  const [form = ""] = /[^|\n]*$/.exec(text.slice(Math.max(0, amount.start - 60), amount.start)) ?? [];
  return away && /^ *\/ *$/.test(between) && formOnly.test(form);
}
const formOnly =
  /^[ *_]*(?:elixir|elixer|syrup|susp(?:ension)?|amp(?:oule)?|vial|inj(?:ection)?|solution)\.?[ *_]*$/i;

type Stock = readonly Stated[];

/** What containers of each medicine hold by a document, without the text that says it: many are kept. */
const stockOf = oncePer((guideline: Guideline): ReadonlyMap<string, Stock> => {
  if (!tellsStrengths(guideline)) return new Map();
  const named = new Set(guideline.medicines.map(({ medicine }) => medicine));
  const { stock } = strengthReach(guideline.figures);
  const stocks = [...stock].flatMap(([of, strengths]) => (named.has(of) ? strengths : []));
  return lightOf(steady("", stocks));
});
const steady = steadyLists<Strength>();
const lightOf = oncePer((stocks: readonly Strength[]) =>
  grouped(
    stocks.map(({ fact, medicine, diluted }): Stated => ({ fact, medicine, diluted })),
    ({ medicine }) => medicine?.name ?? "",
  ),
);
const stockElsewhere = gathering(({ guideline }) => stockOf(guideline));

/** One that another document tells. */
interface StatedThere extends Stated {
  readonly said: Gathered<Stock>;
}

function finding({ text, lines }: Guideline, { amount, volume, strength, from }: OddVolume): Found<State> {
  const [dose, said] = [amount, volume].map(({ start, end }) => text.slice(start, end));
  const factor = amount.low / strength / volume.low;
  const right = Number((amount.low / strength).toPrecision(3));
  const there = from && (from as Partial<StatedThere>).said?.neighbour;
  const line = from && `line ${lines.positionAt(from.fact.start).line + 1}`;
  const place = ` (${there ? lineOf(there.guideline, from.fact.start, there.uri) : (line ?? "as in the other lines")})`;
  const kg = volume.perKg ? "mL/kg" : "mL";
  return {
    span: { start: volume.start, end: volume.end },
    message: `${doseText(dose ?? "", amount)} of a solution of ${formatStrength(strength, amount.unit)}${place} is ${right} ${kg}, not ${/[a-z]/i.test(said ?? "") ? said : `${said} mL`}. Check dose, volume and strength.`,
    related: from
      ? [
          {
            span: { start: from.fact.start, end: from.fact.end },
            message: "The strength is given here.",
            ...(there && { in: there }),
          },
        ]
      : [],
    state: { said: volume, factor },
  };
}

function countFinding({ text, lines }: Guideline, { pair, content, right }: OddCount): Found<State> {
  const { amount, count, form, medicine } = pair;
  const { there } = content;
  const [dose, said] = [amount, count].map(({ start, end }) => text.slice(start, end));
  const one = (there?.guideline.text ?? text).slice(content.start, content.end);
  const place = there
    ? lineOf(there.guideline, content.start, there.uri)
    : `line ${lines.positionAt(content.start).line + 1}`;
  const of = medicine ? ` of ${medicine.name}` : "";
  return {
    span: { start: count.start, end: count.end },
    message: `${dose}${of} is ${formatNumber(right)} ${form}${right > 1 ? "s" : ""} of ${one} (${place}), not "${said}". Check the dose, the count and what one ${form} holds.`,
    related: [
      {
        span: { start: content.start, end: content.end },
        message: "So much is in one.",
        ...(there && { in: there }),
      },
    ],
    state: { said: count, factor: right / count.low },
  };
}

function doseText(said: string, { unit }: Figure): string {
  return /[a-z]/i.test(said) ? said : `${said} ${unit === "unit" ? "units" : unit}`;
}
