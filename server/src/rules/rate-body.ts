// Worked examples of one body that the dose per kilogram does not make: "a child of 12 kg receives 24 mL" where
// 20 mL/kg are ordered. For rate-arithmetic.

import { type Derived, derivedForBody } from "../guideline/derived-figure.ts";
import { type Figure, maySame, nearby, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import type { Item } from "../guideline/item.ts";
import type { Schedule } from "../guideline/schedule.ts";
import type { Reach } from "../guideline/strength-reach.ts";
import { dailyOf } from "./rate-day.ts";
import { wrongProportion } from "./rate-proportion.ts";
import { givenFor, leads, wrongRate } from "./rate-prose.ts";
import { wrongProduct, wrongShare, wrongSpan, wrongTotal } from "./rate-share.ts";
import { wrongStep } from "./rate-steps.ts";
import { isLimit, slices, type Wrong, wordOf } from "./rate-words.ts";

/** Of a dose for one body, which is rounded to what can be measured. */
const bodyTolerance = 0.1;
const receiving =
  /^(?:receives?|gets?|drinks?|swallows?|given|needs?|requires?|takes?|transfused|infused|i\.?e\.?|amounts?|is|equals|has|=|gives)$/;

/** Every claim of a text that its own figures rule out. */
export function* wrongFigures(text: FigureText, reach: Reach): Generator<Wrong> {
  for (const claim of text.figures) {
    const { kind, perKg } = claim;
    const wrong =
      kind === "amountRate" || (!perKg && (kind === "rate" || kind === "drops"))
        ? wrongRate(text, claim, reach)
        : !perKg && (kind === "amount" || kind === "volume")
          ? (wrongForBody(text, claim, reach) ??
            wrongShare(text, claim) ??
            wrongTotal(text, claim) ??
            wrongDay(text, claim))
          : kind === "time"
            ? wrongSpan(text, claim)
            : undefined;
    const step = wrongProduct(text, claim) ?? wrong ?? wrongStep(text, claim) ?? wrongProportion(text, claim);
    if (step) yield step;
  }
}

function wrongDay(text: FigureText, claim: Figure): Wrong | undefined {
  const wrong = dailyOf(text, claim);
  return wrong === "fits" || isLimit(text, claim) ? undefined : wrong;
}

/** "A child of 12 kg receives 240 mL", where 20 mL/kg are ordered. */
function wrongForBody(text: FigureText, claim: Figure, reach: Reach): Wrong | undefined {
  const kind = claim.kind as "amount" | "volume";
  const body = bodyOf(text, claim);
  if (!body || isLimit(text, claim) || isStepwise(text, claim)) return undefined;
  const { weight, tolerance: most } = body;
  const given = { ...givenFor(text, claim, reach, 6), weights: [weight] };
  const derived = derivedForBody(given, kind, claim.unit).filter(({ from }) =>
    maySame(ownerOf(claim, text), from[0]?.medicine),
  );
  const [right] = derived;
  const near = nearby(text.figures, claim);
  const same = near.some(
    (figure) =>
      figure !== claim &&
      (figure.sentence === claim.sentence ||
        !near.some(({ kind: other, sentence }) => other === "weight" && sentence === figure.sentence)) &&
      figure.kind === kind &&
      figure.unit === claim.unit &&
      !figure.perKg &&
      figure.low === claim.low,
  );
  if (!right || same || isCapped(text, claim) || isSummand(text, claim, right)) return undefined;
  if (isOfOtherBody(text, right, weight)) return undefined;
  const parts = partsIn(text, most);
  const all = [...derived, ...elsewhere(text, weight, claim)];
  const fits = all.some(({ low, high }) =>
    parts.some((part) => offBy(claim, low * part, high * part) <= most),
  );
  return fits ? undefined : { claim, right };
}

/** "Babies under 1.5 kg start at 80 mL/kg", "increase by 10 mL/kg to 150 mL/kg": of others, or of no one day. */
function isOfOtherBody(text: FigureText, { from: [source] }: Derived, { low }: Figure): boolean {
  const there = text.before;
  if (!source || source.start >= text.start || !there || source.start < there.start) return false;
  const said =
    there.text
      .slice(0, source.start - there.start)
      .split(/[.;](?:\s|$)/)
      .at(-1) ?? "";
  const rest = there.text.slice(source.end - there.start).split(/[.;](?:\s|$)/, 1)[0] ?? "";
  const [, under, over] = bound.exec(said) ?? [];
  const other = (under && low > Number(under)) || (over && low < Number(over));
  return Boolean(other) || /\bincreas(?:e|ed|ing) +(?:by|to)\b|\braised? +(?:by|to)\b/i.test(said + rest);
}
const bound =
  /(?:(?:under|below|less +than|up +to|<|≤) *(\d+(?:\.\d+)?)|(?:over|above|more +than|>|≥) *(\d+(?:\.\d+)?)) *kg\b(?!\/)/i;

/** "14 kg: 420 mL over 30 minutes, then 980 mL": the whole is given in parts. */
function isSummand({ figures }: FigureText, claim: Figure, whole: Derived): boolean {
  const parts = nearby(figures, claim).filter(
    ({ kind, unit, perKg, sentence }) =>
      kind === claim.kind && unit === claim.unit && !perKg && sentence === claim.sentence,
  );
  const sum = parts.reduce((total, { low }) => total + low, 0);
  return parts.length > 1 && parts.length < 6 && Math.abs(sum / whole.low - 1) < 0.02;
}

/** "First 10 kg: 100 mL/kg, next 10 kg: 50 mL/kg": no product of the whole weight; "1000 mL + …": no whole. */
function isStepwise({ text, start, before }: FigureText, claim: Figure): boolean {
  const summed = /^\s*[+]/.test(text.slice(claim.end - start, claim.end - start + 4));
  const near = text.slice(Math.max(0, claim.start - start - 600), claim.end - start);
  return summed || slices.test(near) || slices.test(before?.text.slice(-600) ?? "");
}

/** "At most 1.2 g a day. A child of 50 kg gets 400 mg every 8 hours": the maximum makes it. */
function isCapped(text: FigureText, claim: Figure): boolean {
  const texts = [text, ...(text.before ? [text.before] : [])];
  const limits = texts.flatMap((one) =>
    nearby(one.figures, one === text ? claim : (one.figures.at(-1) ?? claim)).filter(
      (figure) =>
        figure.kind !== "volume" && figure.unit === claim.unit && !figure.perKg && isLimit(one, figure),
    ),
  );
  return limits.some(({ high, hours }) =>
    [1, 2, 3, 4, 6].some((times) => Math.abs((claim.high * times) / (high * (hours || 1)) - 1) < 0.02),
  );
}

/** "Once" divides nothing. */
function isShared(schedule: Schedule): boolean {
  return schedule.kind === "divided" || (schedule.kind === "frequency" && !schedule.once);
}

/** A day's dose may be divided, and a dose be given several times, where the text says how often. */
function partsIn(text: FigureText, most: number): readonly number[] {
  const often = [text, ...(text.before ? [text.before] : [])].some(({ items }) =>
    items.slice(0, 400).some((item) => item.kind === "schedule" && isShared(item.schedule)),
  );
  if (!often) return [1];
  return most > bodyTolerance ? [1, 2, 3, 1 / 2, 1 / 3] : [1, 2, 3, 4, 6, 1 / 2, 1 / 3, 1 / 4, 1 / 6];
}

/** Whose dose it is: "a child of 12 kg receives 240 mL", "240 mg for 12 kg", "12 kg: 240 mg". */
function bodyOf(text: FigureText, claim: Figure): { weight: Figure; tolerance: number } | undefined {
  const near = nearby(text.figures, claim).filter(
    ({ kind, sentence }) => kind === "weight" && sentence === claim.sentence,
  );
  const behind = near.find(({ item }) => item > claim.last && item <= claim.last + 2);
  // A list for several weights is rounded to what can be measured.
  if (behind && /^(?:for|at)$/.test(wordOf(text, text.items[claim.last + 1] as Item)))
    return { weight: behind, tolerance: 0.4 };
  const weight = near.findLast(({ item }) => item < claim.item);
  if (weight && isNextShare(text, weight, claim)) return { weight, tolerance: bodyTolerance };
  if (!weight || !leads(text, weight, claim)) return undefined;
  const between = itemsBetween(text, weight, claim);
  const words = between.map((item) => wordOf(text, item));
  if (between.length === 1 && words[0] === ":") return { weight, tolerance: 0.4 };
  const first = between.every(
    (item) =>
      item.kind !== "measure" || item.measure.unit.dimension === "time" || item.measure.per.kg === true,
  );
  const received = words.some((word) => receiving.test(word)) && !/^(?:in|to|into)$/.test(words.at(-1) ?? "");
  return first && received ? { weight, tolerance: bodyTolerance } : undefined;
}

/** "A child of 14 kg gets 420 mL in 30 minutes, then 980 mL": the step after one that was received. */
function isNextShare(text: FigureText, weight: Figure, claim: Figure): boolean {
  const between = itemsBetween(text, weight, claim);
  const then = between.findLastIndex((item) => item.kind === "mark" && item.mark === "then");
  const before = nearby(text.figures, claim).filter(
    ({ item, kind, perKg }) => item > weight.item && item < claim.item && kind === claim.kind && !perKg,
  );
  return (
    then >= 0 &&
    between.length - then <= 3 &&
    before.length === 1 &&
    between.slice(0, then).some((item) => receiving.test(wordOf(text, item))) &&
    between.every(({ kind }) => kind !== "medicine" && kind !== "population")
  );
}

/** Every dose per kilogram in the texts before it in the section. */
function elsewhere(text: FigureText, weight: Figure, claim: Figure): Derived[] {
  const found: Derived[] = [];
  const { kind, unit } = claim;
  const owner = ownerOf(claim, text);
  const stream = kind === "amount" ? "amountRate" : "rate";
  let at: FigureText | undefined = text;
  for (let steps = 0; at && steps < 20; at = at.before, steps++)
    for (const figure of at.figures.slice(-40)) {
      const fits = (figure.kind === kind || figure.kind === stream) && figure.perKg && figure.unit === unit;
      if (!fits || !maySame(owner, ownerOf(figure, at))) continue;
      const by = weight.low * (figure.hours || 1);
      found.push({ low: figure.low * by, high: figure.high * by, from: [figure, weight] });
    }
  return found;
}
