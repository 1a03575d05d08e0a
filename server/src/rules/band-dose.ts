// A weight band whose dose is far from the dose per kilogram that its table or list is worked out from.

import type { Nominal } from "../guideline/band-amount.ts";
import { columnMisfitsOf, type Misfit, misfitsElsewhere, misfitsOf } from "../guideline/band-delivery.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { formatNumber } from "../guideline/measure-format.ts";
import { orderedNominals } from "../guideline/ordered-nominal.ts";
import type { Span } from "../text/span.ts";
import { type BrokenStep, brokenSteps } from "./band-step.ts";
import { gathering } from "./gathered.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Found, type Neighbour } from "./rule.ts";

export const bandDose = defineRule<undefined>({
  id: "band-dose",
  severity: "warning",
  compares: true,
  summary:
    "A weight band gives far more or less per kilogram than the nominal dose that the other bands follow.",
  rationale:
    "Doses in tables are worked out once and copied for years, and a slipped digit in one row is a tenfold error for " +
    "every child of that weight. The dose of each band (milligrams, or tablets and millilitres times their strength) " +
    "is divided by its weights and compared with the dose per kilogram in the caption or section. Rounding to whole " +
    "tablets and stated maximum doses are allowed for, and nothing is said where most bands follow no nominal dose. " +
    "Where the table's own text gives none, those of other sections and documents are tried: nearly all bands have to " +
    "follow one of them.",
  examples: {
    invalid: [
      "Praziquantel 40 mg/kg by mouth, once. Tablets of 600 mg.\n\n| Weight (kg) | Tablets |\n| --- | --- |\n| 12–16 | 1 |\n| 17–22 | 1½ |\n| 23–32 | 2 |\n| 33–42 | 5 |\n          ^",
      "**Caffeine citrate 20 mg/kg, once**\n\n| Weight (kg) | Dose (mg) |\n| --- | --- |\n| 1–1.2 | 22 |\n| 1.3–1.5 | 56 |\n            ^^\n| 1.6–1.8 | 34 |\n| 1.9–2.1 | 40 |",
    ],
    valid: [
      "Praziquantel 40 mg/kg by mouth, once. Tablets of 600 mg.\n\n| Weight (kg) | Tablets |\n| --- | --- |\n| 12–16 | 1 |\n| 17–22 | 1½ |\n| 23–32 | 2 |\n| 33–42 | 2½ |",
      "Isoniazid 10 mg/kg once daily, maximum 300 mg.\n\n| Weight | Dose |\n| --- | --- |\n| 8–11 kg | 100 mg |\n| 12–15 kg | 150 mg |\n| 16–24 kg | 200 mg |\n| 25–29 kg | 300 mg |\n| 50–60 kg | 300 mg |",
    ],
  },

  *check(guideline, { neighbours }) {
    const elsewhere = nominalsElsewhere(guideline, neighbours);
    const seen = new Set<number>();
    const lineAt = ({ start }: Span) => guideline.lines.positionAt(start).line;
    for (const found of followed(guideline, elsewhere)) {
      seen.add(lineAt(found.span));
      yield found;
    }
    for (const broken of brokenSteps(guideline))
      if (!seen.has(lineAt(broken.cell))) yield brokenStep(guideline, broken);
  },
});

function* followed(guideline: Guideline, elsewhere: Elsewhere): Iterable<Found<undefined>> {
  for (const series of guideline.bandSeries) {
    yield* onceWarned(misfitsOf(guideline, series), (misfit) => oddBand(guideline, misfit, undefined));
    yield* onceWarned(misfitsElsewhere(guideline, series, elsewhere.of), (misfit) =>
      oddBand(guideline, misfit, elsewhere.placeOf(misfit.nominal)),
    );
    for (const { head, nominal, delivered } of columnMisfitsOf(guideline, series)) {
      const { text, lines } = guideline;
      const line = lines.positionAt(nominal.start).line + 1;
      yield {
        span: head,
        message:
          `All bands of this column give about ${formatDelivered({ low: delivered, high: delivered }, nominal)}, but ` +
          `"${text.slice(nominal.start, nominal.end)}" is said (line ${line}). Check which of the two is meant.`,
        related: [{ span: { start: nominal.start, end: nominal.end }, message: "The nominal dose." }],
        state: undefined,
      };
    }
  }
}

/** Bands that are off to the same side share a cause: the first warns, the others only say so. */
function onceWarned(
  misfits: readonly Misfit[],
  say: (misfit: Misfit) => Found<undefined>,
): Found<undefined>[] {
  const isLess = ({ high, nominal }: Misfit) => high !== undefined && high < nominal.high;
  return misfits.map((misfit) => ({
    ...say(misfit),
    ...(misfits.find((one) => isLess(one) === isLess(misfit)) !== misfit && {
      severity: "information" as const,
    }),
  }));
}

/** Less than lighter ones get, or more than heavier ones do. */
function brokenStep({ text }: Guideline, { cell, band, before, after, mild }: BrokenStep): Found<undefined> {
  const beside = [before, after].filter((one) => one !== undefined);
  const said = beside.map(({ start, end }) => `"${text.slice(start, end)}"`).join(" and ");
  return {
    span: cell,
    ...(mild && { severity: "information" as const }),
    message:
      `"${text.slice(cell.start, cell.end)}" for "${text.slice(band.start, band.end)}" breaks the climb of the other bands ` +
      `(beside it ${said}). Check the figure.`,
    related: beside.map((span) => ({ span, message: "The band beside it." })),
    state: undefined,
  };
}

/** `there`: the document that says the nominal dose, when it is another one. */
function oddBand(guideline: Guideline, misfit: Misfit, there: Neighbour | undefined): Found<undefined> {
  const { text } = guideline;
  const { cell, band, nominal } = misfit;
  const source = there?.guideline ?? guideline;
  const place = lineOf(source, nominal.start, there?.uri);
  return {
    span: { start: cell.start, end: cell.end },
    message:
      `"${text.slice(cell.start, cell.end)}" for "${text.slice(band.start, band.end)}" is ${formatDelivered(misfit, nominal)}, but the ` +
      `other bands follow "${source.text.slice(nominal.start, nominal.end)}" (${place}). Check the figure, the strength and the weights.`,
    related: [
      {
        span: { start: nominal.start, end: nominal.end },
        message: "The nominal dose.",
        ...(there && { in: there }),
      },
    ],
    state: undefined,
  };
}

const gathered = gathering(({ guideline }) => orderedNominals(guideline));

/** Doses per kilogram of a medicine in all documents, and where one stands. */
type Elsewhere = ReturnType<typeof nominalsElsewhere>;

function nominalsElsewhere(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const inOthers = gathered(neighbours);
  const own = orderedNominals(guideline);
  return {
    of: (medicine: string) => [
      ...(own.has(medicine) ? [own.get(medicine) ?? []] : []),
      ...inOthers(medicine).map(({ value }) => value),
    ],
    placeOf: (nominal: Nominal) =>
      inOthers(nominal.medicine?.name ?? "").find(({ value }) => value.includes(nominal))?.neighbour,
  };
}

interface Delivered {
  readonly low: number | undefined;
  readonly high: number | undefined;
}

function formatDelivered({ low, high }: Delivered, { basis, dimension, hours = 1 }: Nominal): string {
  const timed = basis === "hour" ? hours : 1;
  const small = dimension === "mass" && (high ?? low ?? 1) * timed < 1;
  const shown = (value = 0) => formatNumber(Number((value * timed * (small ? 1000 : 1)).toPrecision(2)));
  const time = { dose: "", day: "/day", hour: hours < 0.5 ? "/min" : "/h" }[basis];
  const per = `${dimension === "mass" ? (small ? "micrograms" : "mg") : "units"}/kg${time}`;
  if (low === undefined) return `up to ${shown(high)} ${per}`;
  if (high === undefined) return `at least ${shown(low)} ${per}`;
  return `${shown(low) === shown(high) ? "" : `${shown(low)}–`}${shown(high)} ${per}`;
}
