// A day's total and its shares, and how long a bag lasts: "300 mL a day, that is 37.5 mL every 3 hours", "500 mL at
// 50 mL/h lasts 10 hours". For rate-arithmetic.

import { type Figure, halfDigit, maySame, nearby, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import { lex, type NumberToken } from "../guideline/lexer.ts";
import { productBefore } from "../guideline/product.ts";
import { leads } from "./rate-prose.ts";
import { isLimit, type Wrong, wordOf } from "./rate-words.ts";

const tolerance = 0.1;
const productTolerance = 0.06;
const concluding = /^(?:=|i\.?e\.?|that|so|thus|hence|therefore|gives?|makes?|making|equals|which)$/;
const lasting = /^(?:lasts?|lasting|takes?|taking|finish(?:es|ed)|empties|empty)$/;

/** "300 mL in 24 hours, that is 37.5 mL every 3 hours": a share that the day's total does not make. */
export function wrongShare(text: FigureText, claim: Figure): Wrong | undefined {
  if (claim.perKg || claim.high === 0 || isLimit(text, claim)) return undefined;
  const perDay = frequencyBehind(text, claim);
  const total = perDay && totalBefore(text, claim);
  if (!perDay || !total) return undefined;
  const right = { low: total.low / perDay, high: total.high / perDay, from: total.from };
  return offBy(claim, right.low, right.high) <= tolerance ? undefined : { claim, right };
}

/** How often a day it is given, where that stands right behind it. */
function frequencyBehind({ items }: FigureText, { last }: Figure): number | undefined {
  const next = items.slice(last + 1, last + 3).find(({ kind }) => kind === "schedule");
  if (next?.kind !== "schedule" || next.schedule.kind !== "frequency") return undefined;
  const { perDay } = next.schedule;
  return perDay && perDay.low === perDay.high && perDay.low > 1 ? perDay.low : undefined;
}

interface Total {
  readonly low: number;
  readonly high: number;
  readonly from: readonly Figure[];
}

function totalBefore(text: FigureText, claim: Figure): Total | undefined {
  const before = nearby(text.figures, claim).filter(
    ({ item, sentence, perKg }) => item < claim.item && sentence === claim.sentence && !perKg,
  );
  const last = before.at(-1);
  if (!last || !isTied(text, last, claim)) return undefined;
  const stream = claim.kind === "amount" ? "amountRate" : "rate";
  const ours = (figure: Figure | undefined): figure is Figure =>
    figure?.unit === claim.unit && maySame(ownerOf(figure, text), ownerOf(claim, text));
  if (last.kind === stream && last.hours === 24 && ours(last))
    return { low: last.low * 24, high: last.high * 24, from: [last] };
  const whole = before.at(-2);
  const day = last.kind === "time" && last.low === 24 && last.high === 24;
  if (!day || whole?.kind !== claim.kind || !ours(whole) || itemsBetween(text, whole, last).length > 2)
    return undefined;
  return { low: whole.low, high: whole.high, from: [whole, last] };
}

function isTied(text: FigureText, last: Figure, claim: Figure): boolean {
  const between = itemsBetween(text, last, claim);
  return (
    leads(text, last, claim) &&
    between.length <= 6 &&
    between.every(({ kind }) => kind === "word" || kind === "mark" || kind === "break") &&
    between.some(
      (item) => concluding.test(wordOf(text, item)) || (item.kind === "break" && item.strength === "open"),
    )
  );
}

/** "10 mL/h for 4 hours, 60 mL in all": what runs in by then. */
export function wrongTotal(text: FigureText, claim: Figure): Wrong | undefined {
  const stream = claim.kind === "amount" ? "amountRate" : "rate";
  const before = nearby(text.figures, claim).filter(
    ({ item, sentence }) => item < claim.item && sentence === claim.sentence,
  );
  const [flow, time] = before.slice(-2);
  if (!flow || time?.kind !== "time" || flow.kind !== stream || flow.perKg || flow.unit !== claim.unit)
    return undefined;
  if (claim.high === 0 || isLimit(text, claim) || isLimit(text, flow)) return undefined;
  const near = itemsBetween(text, flow, time).length <= 2 && itemsBetween(text, time, claim).length <= 6;
  const behind = text.text.slice(claim.end - text.start, claim.end - text.start + 24);
  const tied = leads(text, time, claim) && inAll.test(behind);
  if (!near || !(tied || isTied(text, time, claim)) || ofContainer.test(behind)) return undefined;
  const right = { low: flow.low * time.low, high: flow.high * time.high, from: [flow, time] };
  return offBy(claim, right.low, right.high) <= tolerance ? undefined : { claim, right };
}
const inAll = /^,? *(?:in +(?:all|total)|altogether|total)\b/i;
const ofContainer = /^ *(?:bag|bottle|syringe|ampoule|vial|of\b|in\b(?! +(?:all|total)))/i;

const massOnly = /\d *(?:mcg|[µμ]g|ng|mg|g|units?|IU|mmol|mEq)\b/;

/** "9 kg × 10 mL/kg = 80 mL": a product that is written out. */
export function wrongProduct(text: FigureText, claim: Figure): Wrong | undefined {
  const before = text.text.slice(0, claim.start - text.start);
  const sign = /=\s*(?:(?:about|approx\w*|~|≈)\s*)?$/.exec(before.slice(-20));
  if (!sign || claim.low !== claim.high || claim.low === 0) return undefined;
  const written = text.text.slice(claim.start - text.start, claim.end - text.start);
  const number = lex(written).find((token): token is NumberToken => token.kind === "number");
  const left = before.slice(0, before.length - sign[0].length);
  const product = number && productBefore(left, written.slice(number.end));
  if (!number || !product) return undefined;
  // "80 kg × 0.4 mcg/kg/h = 8 mL/h": by a strength that the product does not say.
  const factors = left.slice(-product.length);
  if (/m[lL]|cc/.test(written) && massOnly.test(factors) && !/m[lL]|cc/.test(factors)) return undefined;
  const said = { low: number.value, high: number.value, slack: halfDigit(written) };
  if (product.values.some((value) => offBy(said, value) <= productTolerance)) return undefined;
  const by = (claim.low / number.value) * (product.values[0] as number);
  const end = text.start + left.trimEnd().length;
  const from = { ...claim, start: text.start + left.length - product.length, end };
  return { claim, right: { low: by, high: by, from: [from] } };
}

/** "500 mL at 50 mL/h: lasts 5 hours." */
export function wrongSpan(text: FigureText, claim: Figure): Wrong | undefined {
  const before = text.items.slice(Math.max(0, claim.item - 3), claim.item);
  if (claim.high === 0 || !before.some((item) => lasting.test(wordOf(text, item)))) return undefined;
  const given = nearby(text.figures, claim).filter(
    ({ sentence, item, kind }) =>
      sentence === claim.sentence && item < claim.item && kind !== "percent" && kind !== "amount",
  );
  const [volume, rate] = [
    given.filter(({ kind }) => kind === "volume"),
    given.filter(({ kind }) => kind === "rate"),
  ];
  const [whole, flow] = [volume[0], rate[0]];
  if (!whole || !flow || given.length > 2 || whole.perKg || flow.perKg || flow.high === 0) return undefined;
  const right = { low: whole.low / flow.high, high: whole.high / flow.low, from: [whole, flow] };
  return offBy(claim, right.low, right.high) <= tolerance ? undefined : { claim, right };
}
