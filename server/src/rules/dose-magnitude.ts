// A dose that is ten, a hundred or a thousand times too large or too small: against the medicine's usual doses, or
// against another order of the same document.

import type { Guideline } from "../guideline/guideline.ts";
import type { Measure } from "../guideline/measure.ts";
import { formatMeasure, formatNumber, formatUnit } from "../guideline/measure-format.ts";
import { mayBeMisread } from "../guideline/number-format.ts";
import { amountOf, type Order } from "../guideline/order.ts";
import { lineBefore, lineBehind } from "../text/around.ts";
import type { Span } from "../text/span.ts";
import { type Conflict, choices, conflictsOf, placeOf, quote, relatedOf } from "./conflict.ts";
import { daySlipOf } from "./day-slip.ts";
import { mildlyIfAnyLost, mildlyIfLost } from "./lost-lines.ts";
import { headUnitOf, oddCells, oddSteps } from "./odd-cells.ts";
import { isMagnitude } from "./order-difference.ts";
import { type Implausible, implausible, isUsualOf } from "./plausible.ts";
import { ordersByMedicine } from "./regimens.ts";
import { defineRule, type Fix, type Found, type Neighbour } from "./rule.ts";
import {
  isAloneBetween,
  isBelowDosedHead,
  isFarNamed,
  isGoneOn,
  isNextToAnother,
  isSurelyNamed,
  mayBeOfAnother,
} from "./surely-named.ts";
import {
  isCutShort,
  isNoSingleDose,
  isOfDevice,
  isPerAnother,
  isRatio,
  isSpeed,
  isTakenAmount,
  isTinyUse,
} from "./taken-amount.ts";
import { workedDosesOf } from "./worked-doses.ts";

interface State {
  readonly order: Order | undefined;
  readonly conflict: Conflict | undefined;
}

/** "50 mg μg/kg" */
const secondUnit = /^ *(mg|mcg|[µμ]g|g|ng|microgram(?:me)?s?|milligram(?:me)?s?)(?![\p{L}\d])/u;
const unitReach = 14;

/** Of a dose that is worked out for a weight. */
const rounding = 0.1;

export const doseMagnitude = defineRule<State>({
  id: "dose-magnitude",
  severity: "warning",
  compares: true,
  summary: "A dose is wrong by a power of ten, or in a unit that cannot be meant.",
  rationale:
    "Misplaced decimal points, missing or extra zeros and mg written for micrograms make up most tenfold errors. A dose is compared with the range in which doses of its medicine lie in any guideline, and with the other orders of the document.",
  examples: {
    invalid: [
      "# Septic shock in children\n\nStart adrenaline at 0.1 mg/kg/min IV.\n                    ^^^^^^^^^^^^^ dose-magnitude",
      "# Prevention of clots in adults\n\nGive enoxaparin 40 mg SC once daily.\n\n## Discharge\n\nGive enoxaparin 400 mg SC once daily.\n                ^^^^^^ dose-magnitude",
    ],
    valid: [
      "# Septic shock in children\n\nStart adrenaline at 0.1 mcg/kg/min IV.",
      "# Anaphylaxis\n\nGive hydrocortisone 100 mg IV once.\n\n## Eczema\n\nApply hydrocortisone 1 % twice daily.",
    ],
  },

  *check(guideline, { neighbours }) {
    const slips = slipsIn(guideline);
    const told = new Set(slips.keys());
    const heads = headSlips(guideline, [...slips.keys()]);
    for (const [head, orders] of heads) {
      const [order] = orders as [Order];
      yield {
        span: head,
        message: `${orders.length} doses of ${order.medicine.name} below cannot be meant in ${guideline.text.slice(head.start, head.end)}: they lie far from any usual dose. Check the unit in the column's head.`,
        related: relatedOf(orders.map((one) => ({ order: one, guideline, in: undefined }))),
        state: { order: undefined, conflict: undefined },
      };
      for (const one of orders) slips.delete(one);
    }
    for (const [order, slip] of slips) {
      const related = [...comparedWith(order, guideline)].slice(0, 1);
      yield {
        span: { start: order.dose.start, end: order.dose.end },
        message: saidOf(order, slip, guideline),
        related: relatedOf(related.map((other) => ({ order: other, guideline, in: undefined }))),
        state: { order, conflict: undefined },
        ...mildlyIfLost(guideline, order.dose.start),
        // A slip stands alone: where rows after rows are odd, it is rather the reading that is.
        ...(alikeIn([...slips.keys()], order) >= mostSlips && { severity: "information" as const }),
      };
    }
    const seen = new Set([...told].map(({ dose }) => dose.start));
    yield* doubleUnits(guideline, seen);
    for (const cell of [...oddCells(guideline), ...oddSteps(guideline)]) {
      if (seen.has(cell.measure.start)) continue;
      seen.add(cell.measure.start);
      yield betweenRows(cell);
    }
    for (const conflict of conflictsOf(
      guideline,
      neighbours,
      (a, _b, { ratio }) => isMagnitude(ratio) && a.dose.unit.dimension !== "form",
    )) {
      const [other] = conflict.others;
      const { order } = conflict;
      if (isSaidOtherwise(conflict, guideline)) continue;
      if (!other || told.has(order) || told.has(other.order) || seen.has(order.dose.start)) continue;
      seen.add(order.dose.start);
      yield {
        span: { start: order.dose.start, end: order.dose.end },
        message: `${order.medicine.name} is ${quote({ order, guideline })} here, but ${quote(other)} in ${placeOf(other)}: ${Math.round(conflict.difference.ratio)} times the amount. Check the decimal point, the zeros and the unit in both places.`,
        related: relatedOf(conflict.others),
        state: { order, conflict },
        ...mildlyIfAnyLost(guideline, conflict),
        ...(([order, ...conflict.others.map((one) => one.order)].some(({ supposed }) => supposed) ||
          (isFarNamed(order) && mayBeOfAnother(order, guideline))) && {
          severity: "information" as const,
        }),
      };
    }
    yield* slipsInExamples(guideline, neighbours, seen);
  },

  fix({ order, conflict }, guideline) {
    if (conflict) return choices(conflict, guideline);
    return order ? otherUnits(order, guideline) : [];
  },
});

const betweenRows = ({ measure, before, after }: Record<"measure" | "before" | "after", Measure>) => ({
  span: { start: measure.start, end: measure.end },
  message: `${formatMeasure(measure)} stands between ${formatMeasure(before)} and ${formatMeasure(after)} in the rows beside it. Check the decimal point and the zeros.`,
  related: [before, after].map(({ start, end }) => ({ span: { start, end }, message: "Beside it." })),
  state: { order: undefined, conflict: undefined },
});

const mostSlips = 3;
const alikeIn = (slips: readonly Order[], { medicine, container, where }: Order): number =>
  slips.filter((one) => one.medicine === medicine && where === "table" && one.container === container).length;

function slipsIn(guideline: Guideline): Map<Order, Implausible> {
  return new Map(
    guideline.orders.flatMap((order) => {
      const slip = implausible(order);
      // A day's amount at each of several times is dose-basis's.
      const isOther = order.supposed || order.flattened || order.diluent;
      if (!slip || isOther || daySlipOf(order)) return [];
      const isLone = isThousandfold(order) && isAloneBetween(order, guideline);
      if (!isSurelyNamed(order, guideline) && !isLone && !isGoneOn(order, guideline)) return [];
      if (
        isTakenAmount(order, guideline) ||
        isNoSingleDose(order, guideline) ||
        isPerAnother(order, guideline) ||
        isRatio(order, guideline) ||
        isCutShort(order, guideline) ||
        isOfDevice(order, guideline) ||
        isSpeed(order, guideline) ||
        isNextToAnother(order, guideline) ||
        ((slip.kind === "unit" ||
          (order.nameSpan.start >= order.container && isBelowDosedHead(order, guideline))) &&
          isOfOwnRow(order, guideline)) ||
        (slip.kind === "high" && (isTracheal(order, guideline) || isDepot(order, guideline))) ||
        ((slip.kind === "unit" || isFarNamed(order)) && mayBeOfAnother(order, guideline)) ||
        (slip.kind === "high" && isMeantHigh(order, guideline)) ||
        (slip.kind === "high" && isBesideOther(order, guideline)) ||
        (slip.kind === "low" && order.medicine.classes.some((name) => dissolving.has(name))) ||
        (slip.kind === "low" && (isTinyUse(order, guideline) || !isSurelyLow(order, slip, guideline))) ||
        mayBeMisread(guideline, order.dose)
      )
        return [];
      return [[order, slip] as const];
    }),
  );
}

/** A fluid in milligrams is what another medicine is put into: "10 mg with 40 mL of saline to give a solution of 10 mg". */
const dissolving: ReadonlySet<string> = new Set(["fluid", "diluent", "crystalloid"]);

/** "Piperacillin/tazobactam PLUS doxycycline | 4.5 g, 200 mg": of which name the cell's doses are, their order alone tells. */
const isBesideOther = (order: Order, { medicines, text }: Guideline): boolean => {
  const { where, dose, nameSpan, medicine } = order;
  const row = dose.start - lineBefore(text, dose.start, 2000).length;
  return (
    where === "table" &&
    medicines.some(
      (one) =>
        one.medicine !== medicine &&
        one.start >= row &&
        one.end <= dose.start &&
        joined.test(text.slice(Math.min(one.end, nameSpan.end), Math.max(one.start, nameSpan.start))) &&
        isUsualOf(one.medicine, order),
    )
  );
};

const joined = /^(?!.*\binstead\b)[^|]*(?:\b(?:plus|and|or|with)\b|[+&/,]|<br)[^|]*$/i;

/** "ANG II | 20 ng/kg/min" below the row of vasopressin: a row with a name of its own, known or not. */
const isOfOwnRow = ({ where, dose, nameSpan }: Order, { text }: Guideline): boolean => {
  const row = dose.start - lineBefore(text, dose.start).length;
  return where === "table" && nameSpan.start < row && /^\| *[*_]*\p{L}/u.test(text.slice(row, row + 6));
};

/** "0.02 mg/kg (minimum single dose 0.1 mg)", "1 mg low dose": the least, or less on purpose; or nobody's dose. */
function isSaidOtherwise({ order, others }: Conflict, guideline: Guideline): boolean {
  const { dose, end } = order;
  const whole = guideline.text.slice(dose.start, Math.max(dose.end + 10, end));
  return (
    /\b(?:minimum +(?:single +)?|low[- ])dose\b/i.test(whole) ||
    isOfNobody(order, guideline) ||
    others.every((one) => isOfNobody(one.order, one.guideline))
  );
}

/** "4 g packets" and "| Red | 4 mg |": what a packet holds, and a child as long as the red part of the tape. */
const isOfNobody = ({ dose, where }: Order, { text }: Guideline): boolean =>
  /^ *(?:packets?|sachets?)\b/i.test(text.slice(dose.end, dose.end + 12)) ||
  contained.test(lineBefore(text, dose.start, 60)) ||
  (where === "table" && byColour.test(lineBefore(text, dose.start)));
/** "The mixture now provides 10 mL" */
const contained =
  /\b(?:mixture|syringe|solution|bag|infusion)\b[^.;|\n]{0,12}\b(?:provides?|contains?|holds?|gives|yields?) +$/i;
const byColour = /^\| *(?:gr[ae]y|pink|red|purple|yellow|white|blue|orange|green) *\|/i;

/** Through the tube many times as much is given. */
const isTracheal = ({ dose }: Order, { text }: Guideline): boolean =>
  /\b(?:ETT?|(?:endo|intra)?tracheal(?:ly)?)\b[^|.;\d]{0,12}$/.test(lineBefore(text, dose.start, 40));

/** "Fluphenazine decanoate": for weeks. */
const isDepot = ({ nameSpan }: Order, { text }: Guideline): boolean =>
  /^[^.;|\n]*?\b(?:\w*decanoate|\w+anthate|palmitate|pamoate|embonate|depot)\b/i.test(
    text.slice(nameSpan.start, nameSpan.end + 12),
  );

/** "This is above the label", "doses as high as": whoever says so did not slip. */
const isMeantHigh = ({ dose }: Order, { text }: Guideline): boolean =>
  meantHigh.test(lineBehind(text, dose.end, 200)) || saidHigh.test(lineBefore(text, dose.start, 60));
const saidHigh =
  /\b(?:even +(?:with|at|after) +(?:[a-zß-öø-ɏ]+ +){0,3}dos(?:es|ages?) +of|dos(?:es|ages?) +as +(?:high|large) +as|(?:very +)?(?:high|large)(?:er)? +(?:daily +)?dos(?:es|ages?)\b[^.;|]{0,15}) *$/i;
const meantHigh =
  /(?<!\b(?:not|never|no)\b.{0,15})\b(?:above|beyond|outside|(?:higher|more) +than) +(?:of +)?(?:its +|the +)?(?:(?:product|manufacturer['’]s|maker['’]s) +)?(?:label\w*|licen[cs]\w*|registered|usual|standard|normal|recommended|data +sheet)\b|\boff[- ]label\b/i;

/** Usual in micrograms, where it is written in milligrams. */
const isThousandfold = (order: Order): boolean =>
  order.dose.unit.code === "mg" &&
  !implausible({
    ...order,
    dose: { ...order.dose, unit: { ...order.dose.unit, code: "mcg", factor: 0.001 } },
  });

/** Small doses have more uses than a range can know: by far too low, or a tenth of another order's. */
function isSurelyLow(order: Order, { bound }: Implausible, guideline: Guideline): boolean {
  const { high } = amountOf(order.dose);
  // "CrCl < 10: 1 mg/kg": less is meant.
  const before = lineBefore(guideline.text, order.dose.start, 80);
  if (adjusted.test(before.slice(before.lastIndexOf("|") + 1)) && high * wellBelow > bound) return false;
  return (
    high * surelyLow <= bound ||
    [...comparedWith(order, guideline)].some((other) => isMagnitude(amountOf(other.dose).low / high))
  );
}
const surelyLow = 5;
const wellBelow = 20;
const adjusted = /\b(?:CrCl|e?GFR|clearance|IHD|CRRT|CVVH\w*|(?:ha?emo)?dialysis)\b/i;

function* doubleUnits(guideline: Guideline, told: Set<number>): Iterable<Found<State>> {
  for (const { dose } of guideline.orders) {
    const { start, end, unit } = dose;
    const [, second] = secondUnit.exec(guideline.text.slice(end, end + unitReach)) ?? [];
    if (second === undefined || unit.dimension === "form" || told.has(start)) continue;
    told.add(start);
    const written = guideline.text.slice(start, end);
    yield {
      span: { start, end },
      message: `The dose has two units: “${second}” stands behind “${written}”. Take the wrong one away.`,
      state: { order: undefined, conflict: undefined },
    };
  }
}

/** Of what is worked out for one patient. */
function* slipsInExamples(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
  told: ReadonlySet<number>,
): Iterable<Found<State>> {
  for (const { order, source, ratio } of workedDosesOf(guideline, neighbours)) {
    if (told.has(order.dose.start) || !isMagnitude(Math.max(ratio, 1 / ratio), rounding)) continue;
    const times = ratio > 1 ? `${Math.round(ratio)} times` : `a ${Math.round(1 / ratio)}th of`;
    yield {
      span: { start: order.dose.start, end: order.dose.end },
      message: `${order.medicine.name} ${formatMeasure(order.dose)} is ${times} what ${quote(source)} in ${placeOf(source)} makes for this weight. Check the decimal point, the zeros and the unit.`,
      related: relatedOf([source]),
      state: { order: undefined, conflict: undefined },
    };
  }
}

/** Heads whose unit makes two or more cells below impossible. */
function headSlips(guideline: Guideline, orders: readonly Order[]): [Span, Order[]][] {
  const byPlace = new Map<number, [Span, Order[]]>();
  for (const order of orders) {
    const head = headUnitOf(guideline, order);
    if (!head) continue;
    const known = byPlace.get(head.start);
    if (known) known[1].push(order);
    else byPlace.set(head.start, [head, [order]]);
  }
  return [...byPlace.values()].filter(([, below]) => below.length > 1);
}

/** The same medicine, given in the same way elsewhere with a likely dose. */
function* comparedWith(order: Order, guideline: Guideline): Iterable<Order> {
  for (const other of ordersByMedicine(guideline).get(order.medicine.name) ?? []) {
    const same = other.dose.per.kg === order.dose.per.kg && other.dose.per.hours === order.dose.per.hours;
    if (other !== order && same && !implausible(other)) yield other;
  }
}

function saidOf(order: Order, { kind, bound, unit }: Implausible, guideline: Guideline): string {
  const name = order.medicine.name;
  const dose = quote({ order, guideline });
  if (kind === "unit")
    return `${name} is not dosed in ${formatUnit(order.dose.unit)}, as “${dose}” says, but in ${unit.split("/")[0]}s. Check the unit.`;
  const way =
    kind === "high"
      ? `far above any usual dose (up to ${shown(bound, unit)})`
      : `far below any usual dose (from ${shown(bound, unit)})`;
  return `${name} ${dose} is ${way}. Check the decimal point, the zeros and the unit.`;
}

/** "0.005 mg/kg/min" is read as 5 mcg/kg/min. */
function shown(value: number, unit: string): string {
  const micro = unit.startsWith("mg") && value < 0.1;
  return `${formatNumber(micro ? value * 1000 : value)} ${micro ? unit.replace(/^mg/, "mcg") : unit}`;
}

/** The same figure in the unit in which it would be usual. */
function otherUnits(order: Order, guideline: Guideline): Fix[] {
  const { dose } = order;
  const text = guideline.text.slice(dose.start, dose.end);
  const written = /(?<![a-zµμ])(mg|mcg|µg|μg|microgram(?:me)?s?|milligram(?:me)?s?|g)(?![a-z])/i.exec(text);
  if (!written) return [];
  return ["mcg", "mg", "g"].flatMap((code): Fix[] => {
    const factor = { mcg: 0.001, mg: 1, g: 1000 }[code] ?? 1;
    if (factor === dose.unit.factor) return [];
    if (implausible({ ...order, dose: { ...dose, unit: { ...dose.unit, code, factor } } })) return [];
    const start = dose.start + written.index;
    const edit = { span: { start, end: start + written[0].length }, newText: code };
    return [{ title: `Change the unit to ${code}`, edits: [edit], certain: false }];
  });
}
