// Statements of a preparation's strength that cannot be right: facts of one statement, row or dilution that do
// not agree. For concentration-conflict, which says it; it must not know what is given to whom.

import { depthAt, type Fact, type Statement, statementsIn, valuesIn } from "../guideline/concentration.ts";
import { type Figure, nearby, offBy } from "../guideline/figure.ts";
import { isFluid } from "../guideline/figure-reader.ts";
import {
  type FigureTable,
  type FigureText,
  isLimitIn,
  itemsBetween,
  ownerOf,
  rowMedicine,
} from "../guideline/figure-text.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isWordLike } from "../guideline/item-kind.ts";
import { saltNamed } from "../lexicon/electrolytes.ts";
import type { Medicine } from "../lexicon/medicine.ts";

/** What is claimed, and what it should be by another fact. */
export interface Contradiction {
  readonly claim: Fact;
  readonly base: Fact;
  /** In one mL, in the claim's unit. */
  readonly expected: number;
  readonly medicine: Medicine | undefined;
}

/** Rounding and the hydrates of salts explain this much. */
export const tolerance = 0.12;

export function textStatements({ figures }: Guideline): Statement[] {
  return figures.texts.flatMap((passage) => statementsIn(passage));
}

export function cellStatements({ rows }: FigureTable): Statement[] {
  return rows.flatMap((cells) => {
    const medicine = rowMedicine(cells);
    return cells.flatMap((cell) =>
      statementsIn(cell).map((statement) => ({ ...statement, medicine: medicine ?? statement.medicine })),
    );
  });
}

export function contradictionIn(statement: Statement): Contradiction | undefined {
  const { facts, medicine } = statement;
  for (const [i, base] of facts.entries()) {
    for (const [j, claim] of facts.entries()) {
      if (i === j || !isCompared(statement, i, j)) continue;
      const expected = contradicts(base, claim, medicine, statement.passage);
      if (expected === undefined || otherVolumeFits(statement, base, claim)) continue;
      if (isOfOther(statement, base, claim)) continue;
      return { claim, base, expected, medicine };
    }
  }
  return undefined;
}

function isCompared({ facts, passage }: Statement, i: number, j: number): boolean {
  const [base, claim] = [facts[i] as Fact, facts[j] as Fact];
  const [from, to] = [Math.min(base.start, claim.start), Math.max(base.end, claim.end)];
  const said = passage.text.slice(from - passage.start, to - passage.start + 30);
  // "60 mg + 5 mL of glucose 5 % = 10 mg/mL"
  const before = passage.text.slice(Math.max(0, base.start - passage.start - 40), base.start - passage.start);
  if (
    base.kind === "percent" &&
    /[+][^+=;.]*$/.test(before) &&
    /^[^;.\d]{0,20}=/.test(said.slice(base.end - from))
  )
    return false;
  if (base.kind === "percent" && claim.volume && isSolventOf(passage, base, claim)) return false;
  if (base.kind === "percent" && isAddedTo(passage, base, claim)) return false;
  // "0.5 mg in 2 mL NS (1:1000 solution)": from what it is drawn.
  if (
    base.kind === "percent" &&
    claim.volume &&
    drawnFrom.test(said.slice(claim.end - from, base.start - from))
  )
    return false;
  // "240 mg/5 mL (TMP 40 mg in 5 mL)": of one of its ingredients.
  if (
    [base, claim].some(({ start }) =>
      ofIngredient.test(passage.text.slice(0, start - passage.start).slice(-10)),
    )
  )
    return false;
  if (/\b(?:elemental|base)\b/i.test(said) && base.kind !== "percent") return false;
  // "10 mL of 15 % in 1 L (20 mmol/L)"
  const mixed = nearby(passage.figures, claim.figure).some(
    ({ kind, start, sentence }) =>
      kind === "volume" && sentence === claim.figure.sentence && start > base.end && start < claim.start,
  );
  if (base.kind === "percent" && claim.kind === "strength" && claim.figure.over >= 100 && mixed) return false;
  // "50 % 4 mL (2 g, 8 mmol) in 100 mL": what is drawn is put into more.
  if (base.kind === "percent" && mixed && /\)\s*in\b/.test(said)) return false;
  if (base.kind === "percent" && (isDrawnInto(passage, base, claim) || isPartPutIn(passage, claim)))
    return false;
  if (base.kind === "percent") return claim.kind !== "percent" && Math.abs(i - j) <= 3;
  if (base.kind === "pair" && claim.kind === "strength")
    return j === i + 1 || (j === i - 1 && facts[j - 1]?.kind !== "pair");
  // "125 mg/5 mL: each mL has 25 mg"
  const each =
    claim.volume && claim.amount && claim.volume.high === 1 && claim.volume.start < claim.amount.start;
  if (base.kind === "strength" && each && j === i + 1 && base.unit === claim.unit)
    return !partOfIt.test(said);
  // "100 mcg/mL (0.1 mg/mL)", "20 mg/2 mL contains 10 mg per mL"
  if (base.kind !== "strength" || claim.kind !== "strength" || j !== i + 1 || base.unit !== claim.unit)
    return false;
  const inner = depthAt(passage, claim.figure.item) > depthAt(passage, base.figure.item);
  return inner || (base.figure.over > 1 && claim.figure.over === 1);
}

/** "From 1000 mL … add 11 g (110 mL of 10 %), about 1 mg/mL", "40 mL of 50 %: 20 g in 500 mL": it is put into more. */
function isDrawnInto(passage: FigureText, base: Fact, claim: Fact): boolean {
  const own = nearby(passage.figures, base.figure).filter(
    ({ kind, sentence, perKg }) => kind === "volume" && sentence === base.figure.sentence && !perKg,
  );
  const drawn = own.findLast(({ end }) => end <= base.start);
  if (!drawn) return false;
  const isAll = claim.amount && claim.unit === base.unit;
  if (isAll && offBy(claim.amount, drawn.low * base.low) <= tolerance) return true;
  return (
    /^ +of +$/.test(passage.text.slice(drawn.end - passage.start, base.start - passage.start)) &&
    depthAt(passage, claim.figure.item) < depthAt(passage, base.figure.item) &&
    own.some(({ item, low }) => item < drawn.item && low > drawn.high)
  );
}

/** "15 mL of 40 % (6 g) in 500 mL": what brackets say was drawn is put into more. */
function isPartPutIn({ text, start }: FigureText, { amount, volume }: Fact): boolean {
  if (!amount || !volume || amount.end > volume.start) return false;
  // "50 % (5 g) in 10 mL ampoules"
  if (/^[ -](?:ampoules?|amps?|vials?|bottles?)\b/i.test(text.slice(volume.end - start))) return false;
  return /^\) *(?:in|into|to|with|added +to)\b/.test(text.slice(amount.end - start, volume.start - start));
}

/** "Ready-made bag: sodium chloride 0.9 % with 40 mmol per litre", in what tells of potassium: so much is put to it. */
function isAddedTo({ text, start, section }: FigureText, base: Fact, claim: Fact): boolean {
  const { medicine } = base.figure;
  if (!medicine || !isFluid(medicine) || claim.start < base.end) return false;
  if (!/^ *(?:solution +)?(?:with|plus|[+]) *$/i.test(text.slice(base.end - start, claim.start - start)))
    return false;
  return !section?.title.toLowerCase().includes(medicine.name);
}

const drawnFrom = /^ *(?:of +)?(?:NS|(?:normal +)?saline|sodium +chloride|D5W|water)\b[^.;()]*\([^()]*$/i;
const ofIngredient = /[(,] *\p{Lu}{2,6} +$/u;

/** "1 g with 3.6 mL of lidocaine 1 %": the percentage is that of what it is dissolved in. */
function isSolventOf(passage: FigureText, base: Fact, { amount, volume }: Fact): boolean {
  if (!amount || !volume || amount.start > volume.start || base.start < volume.end) return false;
  const between = (a: number, b: number) => passage.text.slice(a - passage.start, b - passage.start);
  return (
    /\b(?:with|plus|dissolv\w*|reconstitut\w*|add\w*)\b/i.test(between(amount.end, volume.start)) &&
    /^ +(?:of +)?\p{L}/u.test(between(volume.end, base.start))
  );
}

/** "lidocaine 2 % with adrenaline 1:80 000: 20 mg/mL": the figure is the other ingredient's. */
function isOfOther({ passage, medicine }: Statement, base: Fact, claim: Fact): boolean {
  if (claim.figure.item < base.figure.item || itemsBetween(passage, base.figure, claim.figure).length > 8)
    return false;
  return nearby(passage.figures, base.figure).some((figure) => {
    const { kind, sentence, item, low, high, unit } = figure;
    const other = ownerOf(figure, passage);
    if (sentence !== base.figure.sentence || item >= base.figure.item || figure.diluent) return false;
    if ((kind !== "percent" && kind !== "strength") || !other || other === medicine) return false;
    const by = kind === "percent" ? 10 : 1;
    return (
      (kind === "percent" ? "mg" : unit) === claim.unit && offBy(claim, low * by, high * by) <= tolerance
    );
  });
}

/** A base or an ion may be meant, rather than what the name counts. */
export const partOfIt = /\b(?:elemental|base|equivalent|as|ions?|salt)\b/i;

/** What the claim should be, when the base fact rules it out. */
export function contradicts(
  base: Fact,
  claim: Fact,
  medicine: Medicine | undefined,
  { text, start }: FigureText,
): number | undefined {
  const around = text.slice(
    Math.max(0, Math.min(base.start, claim.start) - start - 40),
    claim.end - start + 60,
  );
  const values = valuesIn(base, claim.unit, medicine, ionic.test(around));
  const [first] = values;
  if (!first || claim.high === 0 || base.high === 0) return undefined;
  const slack =
    claim.amount && claim.volume
      ? Math.min(claim.amount.slack, claim.amount.high * 0.1) / claim.volume.high
      : claim.slack;
  // A powder takes up room: 1 g in 3.5 mL is 250 mg/mL.
  const dissolved = base.volume?.diluent || (base.volume && solvent.test(text.slice(base.end - start)));
  const least = dissolved ? 1 - powder : 1;
  const fits = values.some(({ low, high }) => offBy({ ...claim, slack }, low * least, high) <= tolerance);
  return fits ? undefined : first.low;
}

/** An ion's own mass may be meant, rather than the salt's. */
const ionic =
  /\b[Ee]lemental|\bions?\b|\bof +(?:calcium|magnesium|sodium|potassium)\b(?! +\p{L}+ate| +chloride)|\b(?:Ca|Mg|Na|K)(?:[²2]?[⁺+]|\b)/u;
export const powder = 0.25;
const solvent = /^ +of +(?:the +)?(?:sterile +|distilled +)?(?:water|diluent|solvent)\b/i;

/** Other volumes of the sentence make the strength right: "1 mg in 1 mL with 9 mL of water (0.1 mg/mL)". */
function otherVolumeFits({ passage }: Statement, { amount }: Fact, claim: Fact): boolean {
  if (!amount || claim.kind !== "strength") return false;
  const volumes = nearby(passage.figures, amount).filter(
    ({ kind, sentence, perKg }) => kind === "volume" && sentence === amount.sentence && !perKg,
  );
  return sums(volumes.slice(0, 6)).some(
    (volume) => offBy(claim, amount.low / volume, amount.high / volume) <= tolerance,
  );
}

/** The nearest strength that amounts and volumes make, where none makes the claim. */
export function dilutionOf(
  claim: Fact,
  figures: readonly Figure[],
  pairs: readonly number[],
  room = 0,
): { readonly base: Fact; readonly expected: number } | undefined {
  const amounts = figures.filter(
    ({ kind, unit, perKg }) => kind === "amount" && unit === claim.unit && !perKg,
  );
  const volumes = figures
    .filter(({ kind, perKg, high }) => kind === "volume" && !perKg && high > 0)
    .slice(0, 6);
  const stated = figures.filter(({ kind, unit }) => kind === "strength" && unit === claim.unit);
  if (stated.some(({ low, high }) => offBy(claim, low, high) <= tolerance)) return undefined;
  const totals = sums(volumes);
  const made = amounts.flatMap((amount) => totals.map((total) => amount.low / total));
  const percents = figures.flatMap(({ kind, low, diluent }) =>
    kind === "percent" && !diluent && claim.unit === "mg" ? [low * 10] : [],
  );
  // A part of a solution that is stronger: "1 mL of it with 4 mL of water".
  const stocks = [...percents, ...stated.map(({ low }) => low), ...pairs];
  const diluted = stocks.flatMap((value) =>
    volumes.flatMap(({ low }) => totals.flatMap((total) => (low <= total ? [(value * low) / total] : []))),
  );
  const fits = (value: number) => offBy(claim, value * (1 - room), value) <= tolerance;
  if (made.length === 0 || [...made, ...stocks, ...diluted].some(fits)) return undefined;
  const distinct = new Set(amounts.map(({ low }) => low));
  if (distinct.size > 2) return undefined;
  const last = amounts.at(-1) as Figure;
  const sum = volumes.reduce((all, { low }) => all + low, 0);
  // "2 mL with 38 mL (40 mL syringe)": the last is what the others come to.
  const expected = last.low / (volumes.some(({ low }) => low * 2 === sum) ? sum / 2 : sum);
  const { start, end } = last;
  return {
    expected,
    base: {
      kind: "pair",
      low: expected,
      high: expected,
      unit: claim.unit,
      slack: 0,
      amount: last,
      figure: last,
      start,
      end,
    },
  };
}

export function sums(volumes: readonly Figure[]): number[] {
  let all = [0];
  for (const { low } of volumes) all = [...all, ...all.map((sum) => sum + low)];
  return all.filter((sum) => sum > 0);
}

const dilutes =
  /^(?:dilut\w*|dissolv\w*|reconstitut\w*|mix\w*|add(?:ed|ing)?|made|make|makes|making|put|draw\w*|fill\w*|bring)$/;

const dissolves = /^(?:dissolv\w*|reconstitut\w*|powder|vials?)$/;

const elemental = /\belemental\b/i;

const thinned = /\bdilut\w*(?: +(?:it|this|further|again))* +(?:to|until|down +to)\s*$/i;

/** "One syrup of 10 mg in 5 mL; nurses also carry concentrated drops, 20 mg in each mL" */
const isAnother =
  /\b(?:also|another|other|concentrated|stronger|drops|second +(?:solution|strength|product))\b/i;
/** "14 mg needed; 28 ampoules brought to 200 mL": how much is in them is not said here. */
export const uncounted =
  /\b(?:two|three|four|five|six|eight|ten|[2-9]|[1-9]\d) +(?:ampoules|ampules|amps|vials)\b/i;
/** "Two 1 mg vials" */
const severalOf = /\b(?:two|three|four|five|six|eight|ten|[2-9]|1\d) *(?:[x×] *)?$/i;

/** "Dilute 250 mg to 50 mL; each millilitre then contains 4 mg." */
export function* dilutions(passage: FigureText): Generator<Contradiction> {
  const statements = statementsIn(passage);
  if (/\bequal +(?:parts|volumes?|amounts?)\b|\bhalf +and +half\b/i.test(passage.text)) return;
  for (const { facts: all, medicine } of statements) {
    const facts = all.filter(({ figure, kind }) => !(figure.diluent && kind === "percent"));
    const [claim] = facts;
    if (
      !claim ||
      facts.length > 1 ||
      claim.kind === "percent" ||
      (claim.kind === "pair" && claim.volume?.high !== 1)
    )
      continue;
    // "11 g of the salt …, about 1 mg elemental calcium per mL"
    if (elemental.test(passage.text.slice(claim.start - passage.start, claim.end - passage.start + 16)))
      continue;
    const own = [claim.figure, claim.amount, claim.volume];
    const before = nearby(passage.figures, claim.figure).filter(
      (figure) => figure.item < claim.figure.item && !own.includes(figure),
    );
    // "For doses below 0.6 mg" says nothing of a mixture.
    const amounts = before.filter(
      (one) => one.kind === "amount" && one.unit === claim.unit && !isLimitIn(passage, one),
    );
    const [amount] = amounts;
    const said = passage.text.slice(0, claim.start - passage.start).slice(-12);
    // "1 mL of 10,000 units/mL in 9 mL": from what it is made.
    if (/\d *ml +of +$/i.test(said)) continue;
    if (!amount || severalOf.test(passage.text.slice(0, amount.start - passage.start))) continue;
    if (amounts.some(({ low, perKg, diluent }) => perKg || diluent || low !== amount.low)) continue;
    const owner = ownerOf(amount, passage);
    if (owner && medicine && owner !== medicine) continue;
    const between = passage.items.slice(Math.max(0, amount.item - 8), claim.figure.item);
    const volume = before.find(({ kind, item }) => kind === "volume" && item > amount.item);
    if (
      !volume ||
      claim.figure.sentence - volume.sentence > 1 ||
      between.some(({ kind }) => kind === "number")
    )
      continue;
    if (!between.some((item) => isWordLike(item, dilutes))) continue;
    // "… with 10 mL of water, then dilute to 5 mg/mL": in how much is not said.
    if (uncounted.test(passage.text.slice(amount.end - passage.start, claim.start - passage.start))) continue;
    if (isAnother.test(passage.text.slice(volume.end - passage.start, claim.start - passage.start))) continue;
    if (thinned.test(passage.text.slice(volume.end - passage.start, claim.start - passage.start))) continue;
    const pairs = statements.flatMap((statement) =>
      statement.facts.filter((fact) => fact !== claim && fact.kind === "pair" && fact.unit === claim.unit),
    );
    const found = dilutionOf(
      claim,
      before,
      pairs.slice(0, 12).map(({ low }) => low),
      between.some((item) => isWordLike(item, dissolves)) ? powder : 0,
    );
    if (found) yield { claim, medicine, ...found };
  }
}

/** An ampoule of a salt in mmol that nobody makes, where the document knows another strength of it. */
export function isOddAmpoule({ facts, medicine, container }: Statement): boolean {
  const salt = medicine && saltNamed(medicine.name);
  const pair = facts.find(({ kind, unit }) => kind === "pair" && (unit === "mmol" || unit === "mEq"));
  if (
    !salt ||
    !pair ||
    !container ||
    container === "bag" ||
    container === "syringe" ||
    facts.some(({ kind }) => kind === "percent")
  )
    return false;
  const percents = valuesIn(pair, "mg", medicine, false).map(({ low }) => low / 10);
  return !percents.some((percent) =>
    salt.strengths.some((strength) => Math.abs(percent - strength) <= 0.1 * strength),
  );
}
