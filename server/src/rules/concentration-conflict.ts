// A preparation's strength that cannot be right: "250 mg in 5 mL (25 mg/mL)", potassium chloride 15 % as 1 mmol/mL,
// the same vial with two contents.

import { type Fact, formatStrength, type Statement, statementsIn } from "../guideline/concentration.ts";
import { rescaled } from "../guideline/figure.ts";
import { type FigureTable, type FigureText, textsWithFigures } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { formatNumber } from "../guideline/measure-format.ts";
import { decimalSignOf } from "../guideline/number-format.ts";
import { once } from "../text/memory.ts";
import { ampouleContents } from "./ampoule-content.ts";
import { contentsOf } from "./counted-dose.ts";
import { dilutionSteps } from "./dilution-steps.ts";
import { isDisinfectant } from "./disinfectant.ts";
import { filledContainers } from "./filled-container.ts";
import { madeUpRows } from "./made-up-rows.ts";
import { mixedSteps } from "./mixed-steps.ts";
import { isOfOtherMixture } from "./other-mixture.ts";
import { claimsMillilitre, perMillilitre } from "./per-millilitre.ts";
import {
  type Contradiction,
  cellStatements,
  contradictionIn,
  dilutions,
  isOddAmpoule,
  textStatements,
} from "./preparation.ts";
import { rowContents, rowContradictions } from "./preparation-rows.ts";
import { defineRule, type Found, type Related } from "./rule.ts";
import { type Choices, oddAmpoule, sameElsewhere, sameVials, vialIn } from "./same-preparation.ts";
import { sameProducts } from "./same-product.ts";
import { picking } from "./telling-parts.ts";

const isOdd = (statement: Statement) => contradictionIn(statement) !== undefined || isOddAmpoule(statement);
const dilutionsIn = (text: FigureText) => [
  ...dilutions(text),
  ...dilutionSteps(text),
  ...filledContainers(text),
  ...ampouleContents(text),
];
const mixingTexts = picking((text: FigureText) => mixedSteps(text).length > 0);
const rowsOf = (table: FigureTable) => [...rowContradictions(table), ...rowContents(table)];
const isVial = (statement: Statement) => vialIn(statement) !== undefined;

const statingTexts = picking((text: FigureText) => statementsIn(text).some(isOdd));
const statingTables = picking((table: FigureTable) => cellStatements(table).some(isOdd));
const dilutingTexts = picking((text: FigureText) => dilutionsIn(text).length > 0);
const contraryTables = picking((table: FigureTable) => rowsOf(table).length > 0);
const strengthTables = picking(({ rows }: FigureTable) =>
  rows.some((row) => row.some(({ figures }) => figures[0]?.kind === "strength")),
);
const claimingTexts = picking(claimsMillilitre);
const vialTexts = picking((text: FigureText) => statementsIn(text).some(isVial));
const vialTables = picking((table: FigureTable) => cellStatements(table).some(isVial));

export const concentrationConflict = defineRule<Choices>({
  id: "concentration-conflict",
  severity: "warning",
  compares: true,
  summary:
    "A strength does not agree with what stands beside it, or with what the same preparation holds elsewhere.",
  rationale:
    "A percentage, the amount in an ampoule and the amount in a millilitre say the same thing three times: 15 % " +
    "potassium chloride is 150 mg/mL and 2 mmol/mL. Where they disagree, one reader gives twice or ten times what " +
    "another gives. Different ampoules of one medicine may stand side by side; the same one has one strength.",
  examples: {
    invalid: [
      "Phenytoin ampoules hold 250 mg in 5 mL (25 mg/mL).\n                                        ^^^^^^^^",
      "Glucose 50 % holds 50 mg/mL.\n                   ^^^^^^^^",
      "The ampoule of potassium chloride 15 % holds 10 mmol in 10 mL.\n                                             ^^^^^^^^^^^^^^^^",
    ],
    valid: [
      "Adrenaline 1 in 1000 (1 mg/mL) is for the muscle, adrenaline 1 in 10 000 (0.1 mg/mL) for the vein.",
      "Ketamine 50 mg/mL, vial of 10 mL (500 mg), and ketamine 10 mg/mL, vial of 20 mL (200 mg).",
      "Morphine 30 mg in sodium chloride 0.9 % 50 mL (0.6 mg/mL).",
      "Calcium gluconate 10 % (0.22 mmol/mL), calcium chloride 10 % (0.68 mmol/mL).",
    ],
  },

  *check(guideline, { neighbours }) {
    const { figures } = guideline;
    const { tables } = figures;
    const texts = textsWithFigures(figures);
    const statements = once(() => [...textStatements(guideline), ...tables.flatMap(cellStatements)]);
    const claims = [
      ...statingTexts(texts).flatMap(statementsIn),
      ...statingTables(tables).flatMap(cellStatements),
    ];
    for (const statement of claims) {
      const found = contradictionIn(statement);
      if (found && (isDisinfectant(guideline, found) || isOfOtherMixture(guideline, found))) continue;
      if (found) yield contradiction(guideline, found, sameElsewhere(statements(), found, neighbours));
      else if (isOddAmpoule(statement)) yield* oddAmpoule(guideline, statement, statements());
    }
    const contents = contentsOf(figures);
    const claimed = [
      ...dilutingTexts(texts).flatMap(dilutionsIn),
      ...contraryTables(tables).flatMap(rowsOf),
      ...strengthTables(tables).flatMap((table) => [...madeUpRows(table, contents)]),
    ];
    for (const found of claimed) yield* saidOf(guideline, found);
    const stated = new Set(claimed.map(({ claim }) => claim.start));
    const each = (claimingTexts(texts).length > 0 ? [...perMillilitre(guideline)] : []).filter(
      ({ claim }) => !stated.has(claim.start),
    );
    for (const found of each) yield* saidOf(guideline, found);
    const known = new Set([...claimed, ...each].map(({ claim }) => claim.figure.start));
    for (const statement of claims) {
      const found = contradictionIn(statement);
      if (found) known.add(found.claim.figure.start);
    }
    for (const found of mixingTexts(texts).flatMap(mixedSteps))
      if (!known.has(found.claim.figure.start)) yield* saidOf(guideline, found);
    const vials = [...vialTexts(texts), ...vialTables(tables)];
    const same = vials.length > 0 ? [...sameVials(guideline, statements())] : [];
    yield* same;
    const told = new Set([
      ...each.map(({ claim }) => claim.figure.start),
      ...same.map(({ span }) => span.start),
    ]);
    for (const found of sameProducts(guideline, neighbours)) if (!told.has(found.span.start)) yield found;
  },

  fix: ({ choices }, { text }) =>
    choices.map(({ span, newText }) => ({
      title: `Write "${newText}" instead of "${text.slice(span.start, span.end)}"`,
      edits: [{ span, newText }],
      certain: false,
    })),
});

function* saidOf(guideline: Guideline, found: Contradiction) {
  if (!isDisinfectant(guideline, found) && !isOfOtherMixture(guideline, found))
    yield contradiction(guideline, found, []);
}

function contradiction(
  guideline: Guideline,
  { claim, base, expected, medicine }: Contradiction,
  others: readonly Related[],
): Found<Choices> {
  const { text, lines } = guideline;
  const [said, by] = [claim, base].map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
  const elsewhere =
    others[0] && !others[0].in ? ` Line ${lines.positionAt(others[0].span.start).line + 1} says so too.` : "";
  const pair = claim.amount && claim.volume ? `, which is ${formatStrength(claim.low, claim.unit)}` : "";
  const right =
    claim.kind === "percent"
      ? `${formatNumber(Number((expected / 10).toPrecision(3)))} %`
      : formatStrength(expected, claim.unit);
  const is =
    base.kind === "percent" && claim.kind !== "percent"
      ? `${medicine ? `${medicine.name} ` : ""}${by}`
      : base.volume && (base.volume.start < base.start || base.volume.end > base.end)
        ? `${by} in ${text.slice(base.volume.start, base.volume.end)}`
        : base.volume || base.kind === "strength"
          ? by
          : `this mixture with ${by}`;
  const line = lines.positionAt(base.start).line + 1;
  const place = line === lines.positionAt(claim.start).line + 1 ? "" : ` on line ${line}`;
  const message = `"${said}"${pair} does not agree with "${by}"${place}: ${is} is ${right}.${elsewhere} Check which figure is wrong.`;
  const { start, end } = claim.kind === "strength" ? claim.figure : claim;
  const up = claim.low === 0 ? 1 : expected / claim.low;
  const ways =
    base.kind === "pair" && base.volume
      ? [written(guideline, claim, up), written(guideline, base, 1 / up)]
      : [written(guideline, claim, up)];
  return {
    span: { start, end },
    message,
    related: [{ span: { start: base.start, end: base.end }, message: `Said here: "${by}".` }, ...others],
    state: { choices: ways.flat() },
  };
}

/** A fact with another number in it. */
function written(guideline: Guideline, { figure: { start, end } }: Fact, factor: number): Choices["choices"] {
  const newText = rescaled(guideline.text.slice(start, end), factor, decimalSignOf(guideline));
  return newText ? [{ span: { start, end }, newText }] : [];
}
