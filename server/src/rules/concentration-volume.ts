// A dose and the volume beside it that do not fit the strength of the solution: 30 mg of 10 mg/mL as 5 mL.

import { formatStrength } from "../guideline/concentration.ts";
import { type Figure, rescaled } from "../guideline/figure.ts";
import { type FigureTable, type FigureText, textsWithFigures } from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { decimalSignOf } from "../guideline/number-format.ts";
import { strengthReach } from "../guideline/strength-reach.ts";
import { DrawnPairs, type OddVolume, oddInTable, oddInText, oddRows } from "./drawn-volume.ts";
import { defineRule, type Found } from "./rule.ts";
import { tellingParts } from "./telling-parts.ts";

interface State {
  readonly volume: Figure;
  readonly factor: number;
}

const inTexts = tellingParts<FigureText, OddVolume>();
const inTables = tellingParts<FigureTable, OddVolume>();
const inTurned = tellingParts<FigureTable, OddVolume>();

export const concentrationVolume = defineRule<State>({
  id: "concentration-volume",
  severity: "warning",
  summary: "The volume beside a dose is not what the stated strength makes of it.",
  rationale:
    "Who prepares a dose reads the volume, not the milligrams. Dose divided by strength is the volume: a misplaced " +
    "decimal point there is a tenfold dose in the syringe. Where several strengths of the medicine are near, one " +
    "that fits is enough.",
  examples: {
    invalid: [
      "The ampoule holds lorazepam 4 mg/mL, so the adult dose is 4 mg (2 mL).\n                                                                ^^^^",
      "Give 50 units of soluble insulin (5 mL of 100 units/mL).\n                                  ^^^^",
    ],
    valid: [
      "Gentamicin 12.5 mg (0.31 mL of 40 mg/mL).",
      "Adrenaline 1 mg IV (10 mL of 0.1 mg/mL) or 0.5 mg IM (0.5 mL of 1 mg/mL).",
      "Dilute adrenaline 1 mg to 10 mL (0.1 mg/mL) and give 0.2 mg (2 mL).",
    ],
  },

  *check(guideline) {
    const { figures } = guideline;
    const reach = strengthReach(figures);
    const pairs = new DrawnPairs(figures);
    const from = [reach.all, pairs.all];
    const odd = [
      ...inTexts(from, textsWithFigures(figures), (text) => oddInText(text, reach, pairs)),
      ...inTables(from, figures.tables, (table) => oddInTable(table, reach, pairs)),
      ...inTurned(from, figures.turned, (table) => oddRows(table, reach)),
    ];
    for (const one of odd) yield finding(guideline, one);
  },

  fix({ volume, factor }, guideline) {
    const sign = decimalSignOf(guideline);
    const newText = rescaled(guideline.text.slice(volume.start, volume.end), factor, sign);
    const span = { start: volume.start, end: volume.end };
    return newText ? [{ title: `Write "${newText}"`, edits: [{ span, newText }], certain: false }] : [];
  },
});

function finding({ text, lines }: Guideline, { amount, volume, strength, from }: OddVolume): Found<State> {
  const [dose, said] = [amount, volume].map(({ start, end }) => text.slice(start, end));
  const factor = amount.low / strength / volume.low;
  const right = Number((amount.low / strength).toPrecision(3));
  const place = from ? ` (line ${lines.positionAt(from.fact.start).line + 1})` : " (as in the other rows)";
  const kg = volume.perKg ? "mL/kg" : "mL";
  return {
    span: { start: volume.start, end: volume.end },
    message: `${doseText(dose ?? "", amount)} of a solution of ${formatStrength(strength, amount.unit)}${place} is ${right} ${kg}, not ${/[a-z]/i.test(said ?? "") ? said : `${said} mL`}. Check dose, volume and strength.`,
    related: from
      ? [{ span: { start: from.fact.start, end: from.fact.end }, message: "The strength is given here." }]
      : [],
    state: { volume, factor },
  };
}

function doseText(said: string, { unit }: Figure): string {
  return /[a-z]/i.test(said) ? said : `${said} ${unit === "unit" ? "units" : unit}`;
}
