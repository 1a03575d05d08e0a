// Dilutions whose result does not follow: a percentage mixed with water, and a powder that is dissolved in one step
// and diluted in the next. For concentration-conflict, beside the dilutions of one sentence in preparation.ts.

import { type Fact, type Statement, statementsIn } from "../guideline/concentration.ts";
import { type Figure, maySame, nearby, offBy } from "../guideline/figure.ts";
import { figuresOf } from "../guideline/figure-reader.ts";
import { type FigureText, ownerOf } from "../guideline/figure-text.ts";
import { type Contradiction, sums, tolerance } from "./preparation.ts";

const mixes = /\b(?:dilut\w*|mix\w*|add(?:ed|ing)?|ma[dk]es?|making|made|bring|fill\w*|top(?:ped)? +up)\b/i;
const results =
  /^(?:gives?|giving|makes?|making|is|yields?|results?|resulting|get|obtain|produces?|becomes?|=|equals|contains?|now|have|has)$/;
/** A powder takes up room. */
const powder = 0.25;

export function* dilutionSteps(passage: FigureText): Generator<Contradiction> {
  if (passage.figures.length === 0) return;
  yield* mixedPercents(passage);
  yield* unchanged(passage);
  if (passage.kind === "list") yield* dissolvedInSteps(passage);
}

const dilutesBy =
  /\b(?:dilut\w+|ma[dk]e\w*|bring|fill) +(?:(?:it|up|this|them) +){0,2}(?:to|with)\b|\badd(?:ed|ing)?\b/i;

/** "10 mg in 1 mL, diluted to 10 mL (10 mg/mL)": as strong as before. */
function* unchanged(passage: FigureText): Generator<Contradiction> {
  const statements = statementsIn(passage);
  for (const [i, { facts, medicine }] of statements.entries()) {
    const before = statements[i - 1];
    const claim = facts.find(
      ({ kind, volume }) => kind === "strength" || (kind === "pair" && volume?.high === 1),
    );
    const base = before?.facts.find(({ kind }) => kind === "pair");
    if (!claim || !base?.amount || !base.volume || !before || base.unit !== claim.unit) continue;
    if (claim.figure.sentence - base.figure.sentence > 1 || !maySame(before.medicine, medicine)) continue;
    const between = nearby(passage.figures, claim.figure).filter(
      ({ start, end }) => start >= base.end && end <= claim.start,
    );
    const volume = between.at(-1);
    const words = passage.text.slice(base.end - passage.start, claim.start - passage.start);
    if (between.length > 2 || volume?.kind !== "volume" || between.some(({ kind }) => kind !== "volume"))
      continue;
    if (!dilutesBy.test(words) || volume.sentence !== claim.figure.sentence) continue;
    if (volume.low < 1.5 * base.volume.high || Math.abs(claim.low - base.low) > 0.02 * base.low) continue;
    const { volume: _whole, ...mixed } = base;
    yield { claim, base: mixed, expected: base.amount.low / volume.low, medicine };
  }
}

/** "Mix 10 mL of glucose 50 % with 40 mL of water: the result is glucose 10 %." */
function* mixedPercents(passage: FigureText): Generator<Contradiction> {
  const percents = passage.figures.filter(({ kind, diluent }) => kind === "percent" && !diluent);
  for (const [i, claim] of percents.entries()) {
    const base = percents[i - 1];
    if (!base || percents[i - 2]?.sentence === base.sentence || !isResult(passage, claim)) continue;
    if (claim.sentence - base.sentence > 1 || !maySame(ownerOf(base, passage), ownerOf(claim, passage)))
      continue;
    const volumes = nearby(passage.figures, claim).filter(
      ({ kind, perKg, item, sentence }) =>
        kind === "volume" && !perKg && item < claim.item && sentence >= base.sentence,
    );
    const words = passage.text.slice(
      Math.max(0, base.start - passage.start - 80),
      claim.start - passage.start,
    );
    if (volumes.length < 2 || volumes.length > 4 || !mixes.test(words)) continue;
    const made = sums(volumes).flatMap((total) =>
      volumes.flatMap(({ low }) => (low < total ? [(base.low * low) / total] : [])),
    );
    if (made.some((value) => offBy(claim, value) <= tolerance)) continue;
    const [stock, ...others] = volumes as [Figure, ...Figure[]];
    const expected = (base.low * stock.low) / others.reduce((sum, { low }) => sum + low, stock.low);
    yield {
      claim: percentOf(claim),
      base: percentOf(base),
      expected: expected * 10,
      medicine: ownerOf(claim, passage),
    };
  }
}

function isResult({ items, text }: FigureText, { item }: Figure): boolean {
  return items
    .slice(Math.max(0, item - 4), item)
    .some(({ start, end }) => results.test(text.slice(start, end).toLowerCase()));
}

function percentOf(figure: Figure): Fact {
  const { low, high, start, end } = figure;
  return { kind: "percent", low: low * 10, high: high * 10, unit: "mg", slack: 0, start, end, figure };
}

const longestChain = 6;

/** "- Dissolve in 1 mL. - Add 5 mL: 10 mg/mL." below "60 mg vial". */
function* dissolvedInSteps(passage: FigureText): Generator<Contradiction> {
  const found = statementsIn(passage).flatMap((statement) => {
    const fact = strengthIn(statement);
    return fact ? [{ fact, medicine: statement.medicine }] : [];
  });
  const claim = found.length === 1 ? found[0]?.fact : undefined;
  if (!claim || !mixes.test(passage.text)) return;
  const chain = stepsBefore(passage);
  const before = [...chain.flatMap(({ figures }) => figures), ...passage.figures].filter(
    ({ start }) => start < claim.start,
  );
  const title = passage.section ? figuresOf(passage.section.title).figures : [];
  const amounts = [...title, ...before].filter(
    ({ kind, unit, perKg, diluent }) => kind === "amount" && unit === claim.unit && !perKg && !diluent,
  );
  const [amount] = amounts;
  const known = [...title, ...before].some(({ kind, unit }) => kind === "strength" && unit === claim.unit);
  if (!amount || known || amounts.some(({ low }) => low !== amount.low)) return;
  const steps = chain.filter(({ text }) => mixes.test(text) || /\b(?:dissolv|reconstitut)/i.test(text));
  const own = passage.figures.filter((figure) => isVolume(figure) && figure.start < claim.start);
  const volumes = [...steps.flatMap(({ figures }) => figures.filter(isVolume)), ...own];
  if (own.length !== 1 || volumes.length < 2 || volumes.length > 5) return;
  const made = sums(volumes).map((volume) => amount.low / volume);
  if (made.some((value) => offBy(claim, value * (1 - powder), value) <= tolerance)) return;
  const expected = amount.low / volumes.reduce((sum, { low }) => sum + low, 0);
  const [volume] = own as [Figure];
  const base: Fact = {
    ...claim,
    kind: "pair",
    low: expected,
    high: expected,
    figure: volume,
    start: volume.start,
    end: volume.end,
  };
  yield { claim, base, expected, medicine: found[0]?.medicine };
}

const isVolume = ({ kind, perKg, low }: Figure) => kind === "volume" && !perKg && low > 0;

function strengthIn({ facts }: Statement): Fact | undefined {
  const [fact, ...more] = facts.filter(({ figure }) => !figure.diluent);
  return fact?.kind === "strength" && more.length === 0 ? fact : undefined;
}

/** The items of its list that stand before it. */
function stepsBefore({ before }: FigureText): FigureText[] {
  const chain: FigureText[] = [];
  for (let at = before; at?.kind === "list" && chain.length < longestChain; at = at.before) chain.unshift(at);
  return chain;
}
