// Rates in running text that the figures around them do not make. For rate-arithmetic; it must not know tables.

import { valuesIn } from "../guideline/concentration.ts";
import {
  type Derived,
  derivedAmountRates,
  derivedDrops,
  derivedRates,
  type Given,
} from "../guideline/derived-figure.ts";
import { type Figure, maySame, nearby, offBy } from "../guideline/figure.ts";
import { type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import type { Item } from "../guideline/item.ts";
import { isWordLike } from "../guideline/item-kind.ts";
import type { Reach } from "../guideline/strength-reach.ts";
import { dailyOf } from "./rate-day.ts";
import { isRestated, isTight } from "./rate-tie.ts";
import { isApart, isLimit, parting, slices, type Wrong, wordOf } from "./rate-words.ts";

const tolerance = 0.075;

/** Whether a sentence leads from one figure to another without turning to something else. */
export function leads(text: FigureText, a: Figure, b: Figure): boolean {
  return itemsBetween(text, a, b).every((item) => {
    if (item.kind === "break" && item.strength === "semicolon")
      return (
        conclusionFollows(text, item, b) && !itemsFrom(text, item, b).some(({ kind }) => kind === "measure")
      );
    if (item.kind === "break") return item.strength !== "cell";
    if (
      item.kind === "mark" &&
      (item.mark === "then" ||
        item.mark === "repeat" ||
        item.mark === "maintenance" ||
        item.mark === "increase" ||
        item.mark === "reduce")
    )
      return false;
    if (item.kind === "mark" && item.mark === "and")
      return wordOf(text, item) !== "and" || (conclusionFollows(text, item, b) && !setsOut(text, item));
    const at = item.start;
    return !parting.test(wordOf(text, item)) || fromStart.test(text.text.slice(at, at + 24));
  });
}

/** "… is 15 mL/h, and at 20 micrograms/min it is …": another rate is set out. */
function setsOut(text: FigureText, join: Item): boolean {
  const next = text.items[text.items.indexOf(join) + 1];
  return next !== undefined && /^(?:at|for)$/.test(wordOf(text, next));
}

const itemsFrom = ({ items }: FigureText, from: Item, to: Figure) =>
  items.slice(items.indexOf(from) + 1, to.item);

/** "… and runs at 12 mL/h", "…; set the pump to 12 mL/h" goes on about the same infusion. */
function conclusionFollows(text: FigureText, join: Item, to: Figure): boolean {
  return itemsFrom(text, join, to).every(
    (item) =>
      item.kind !== "word" ||
      /^(?:runs?|the|this|that|which|means|makes|gives|equals|pump|is|sets?|at|to|a|rate|driver|drip|it|of|delivers?|provides|supplies|infused|given|counts?|counted|charts?|chalks?|writes?|written|notes?|records?|adjusts?|regulates?|opens?|both|arrives?|comes?|reach(?:es)?|shows?|reads)$/.test(
        wordOf(text, item),
      ),
  );
}

/** Places from near to far, each with figures that stand there. */
function scopes(text: FigureText, claim: Figure): (readonly Figure[])[] {
  const others = nearby(text.figures, claim).filter((figure) => figure !== claim);
  const inSentence = others.filter(({ sentence }) => sentence === claim.sentence);
  // What is per kilogram further on is another dose.
  const said = ({ item, perKg }: Figure) => item < claim.item || !perKg;
  return [
    inSentence.filter(({ chunk }) => chunk === claim.chunk),
    inSentence.filter((figure) => said(figure) && figure.clause === claim.clause),
    inSentence.filter(({ item }) => item < claim.item),
    others.filter(({ sentence }) => sentence === claim.sentence - 1),
    others.filter(({ sentence }) => sentence < claim.sentence),
    text.before?.figures.slice(-30) ?? [],
  ];
}

/** "over 4 hours", "empty 4 hours after the start". */
const running = /^(?:in|over|for|during|empty|finished|completed?|through)$/;
const fromStart = /^after +(?:the +|its +)?(?:start|beginning)/i;

const clock = /^\d{1,2}:\d\d/;
const events = /^(?:contractions?|beats?|breaths?|pulses?|stools|convulsions|fits|seizures|episodes)$/;

const isInfusionTime = (text: FigureText, figure: Figure) => {
  const { item, high } = figure;
  const found = text.items[item];
  // A time of the text before is not its own.
  if (!nearby(text.figures, figure).includes(figure)) return false;
  const first = text.items[item - 1];
  if (clock.test(text.text.slice(figure.start - text.start, figure.end - text.start))) return true;
  // "four contractions in 10 minutes"
  const counted = text.items.slice(Math.max(0, item - 3), item).some((one) => isWordLike(one, events));
  if (counted) return false;
  // "two tablets three times daily for 3 days": how long they are taken.
  const isOver = found !== undefined && /^over\b/.test(wordOf(text, found));
  if (first?.kind === "schedule" && first.schedule.kind === "frequency" && !isOver) return false;
  const ordinal =
    first !== undefined &&
    /^(?:first|next|following|last|remaining|another|about)$/.test(wordOf(text, first));
  const [article, further] = [text.items[item - 2], text.items[item - 3]];
  const the = ordinal && article !== undefined && wordOf(text, article) === "the";
  const before = the ? further : ordinal ? article : first;
  const said = found?.kind === "schedule" && found.schedule.kind === "time" && found.schedule.role !== "bare";
  return high <= 96 && (said || (before !== undefined && running.test(wordOf(text, before))));
};

/** Volumes and times are whose the sentence is. */
const ofNone = /^(?:volume|time)$/;

/** The nearest of each kind, so that the arithmetic is about one thing. */
export function givenFor(text: FigureText, claim: Figure, reach: Reach, depth: number): Given {
  const near = scopes(text, claim).slice(0, depth);
  const owner = ownerOf(claim, text);
  const nearest = (accepts: (figure: Figure) => boolean) => {
    for (const [i, figures] of near.entries()) {
      const at = i === 5 && text.before ? text.before : text;
      const found = figures.filter(
        (figure) => accepts(figure) && (ofNone.test(figure.kind) || maySame(owner, ownerOf(figure, at))),
      );
      if (found.length > 0) return found;
    }
    return [];
  };
  const ofKind = (kind: Figure["kind"], perKg: boolean) =>
    nearest((figure) => figure.kind === kind && figure.perKg === perKg);
  const both = (kind: Figure["kind"]) => [...ofKind(kind, false), ...ofKind(kind, true)];
  const [amounts, amountRates] = [both("amount"), both("amountRate")];
  const units = [...new Set([...amountRates, ...amounts, claim].map(({ unit }) => unit))].filter(
    (unit) => unit !== "",
  );
  return {
    amounts,
    volumes: both("volume"),
    times: nearest((figure) => figure.kind === "time" && isInfusionTime(text, figure)),
    weights: ofKind("weight", false).concat(ofLead(text, near[0] ?? [])),
    rates: both("rate"),
    amountRates,
    drops: ofKind("drops", false),
    strengths: strengthsFor(text, claim, reach, units),
    dropFactors: factorsFor(near, text),
  };
}

/** "For a patient of 60 kg:" above a list, each line of which is one rate. */
function ofLead(text: FigureText, own: readonly Figure[]): readonly Figure[] {
  if (text.kind !== "list" || own.some(({ kind }) => kind === "weight")) return [];
  let lead = text.before;
  for (let steps = 0; lead?.kind === "list" && steps < longestList; steps++) lead = lead.before;
  const weights = lead?.figures.filter(({ kind, perKg }) => kind === "weight" && !perKg) ?? [];
  return weights.length === 1 ? weights : [];
}
const longestList = 12;

function strengthsFor(
  text: FigureText,
  claim: Figure,
  reach: Reach,
  units: readonly string[],
): Given["strengths"] {
  const owner = ownerOf(claim, text);
  for (const level of reach.levels(text, owner, claim)) {
    const values = level().flatMap(({ fact, medicine }) =>
      units.flatMap((unit) => valuesIn(fact, unit, medicine ?? owner).map((value) => ({ ...value, unit }))),
    );
    if (values.length > 0) return values;
  }
  return [];
}

/** "60 mL in 500 mL over 4 hours (140 mL/h)": what is added runs with the bag. */
function together(text: FigureText, claim: Figure): Figure[] {
  const parts = nearby(text.figures, claim).filter(
    ({ kind, perKg, sentence, item }) =>
      kind === "volume" && !perKg && sentence === claim.sentence && item < claim.item,
  );
  return parts.slice(1).map((whole, i) => {
    const low = whole.low + (parts[i]?.low ?? 0);
    return { ...whole, low, high: low };
  });
}

/** What the figures may mean besides: any time that is near, a part of a volume, a mixture that is not spelt out. */
function explaining(text: FigureText, claim: Figure, given: Given): Given {
  const times = nearby(text.figures, claim).filter(({ kind, high }) => kind === "time" && high <= 96);
  const words = text.items
    .slice(Math.max(0, claim.item - 40), claim.item + 10)
    .map((item) => wordOf(text, item));
  const parted = words.some((word) => /^(?:half|third|quarter|divided|thirds|quarters)$/.test(word));
  const parts = parted ? [1, 1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4] : [1];
  const divide = (figures: readonly Figure[]) =>
    figures.flatMap((figure) =>
      parts.map((part) => ({ ...figure, low: figure.low * part, high: figure.high * part })),
    );
  return {
    ...given,
    times: [...given.times, ...times],
    volumes: [...divide(given.volumes), ...together(text, claim)],
    amounts: divide(given.amounts),
    strengths: [...given.strengths, ...mixtures(text, claim), ...bagsAbove(text)],
  };
}

/** Mixtures that the text may mean without saying their strength: "3 mg/kg in 50 mL". They only explain. */
function mixtures(text: FigureText, claim: Figure): Given["strengths"] {
  const figures = [...(text.before?.figures.slice(-12) ?? []), ...nearby(text.figures, claim)];
  const weights = figures.filter(({ kind }) => kind === "weight").slice(-4);
  const found: Given["strengths"][number][] = [];
  let amount: Figure | undefined;
  let [whole, last] = [0, undefined as Figure | undefined];
  for (const figure of figures) {
    if (figure.kind === "amount") [amount, last] = [figure, undefined];
    if (figure.kind !== "volume" || figure.perKg || figure.low === 0 || !amount) continue;
    const { low, high, unit, perKg } = amount;
    // "150 mmol (150 mL) with 850 mL": also in both together.
    const added =
      last &&
      last.start >= text.start &&
      adding.test(text.text.slice(last.end - text.start, figure.start - text.start));
    whole = added ? whole + figure.low : figure.low;
    last = figure;
    for (const by of perKg ? weights.map((weight) => weight.low) : [1])
      found.push(
        { low: (low * by) / figure.high, high: (high * by) / figure.low, unit },
        { low: (low * by) / whole, high: (high * by) / whole, unit },
      );
  }
  return [...found, ...thinned(nearby(text.figures, claim))];
}

/** "Ready-made bag with 40 mmol per litre", a few paragraphs above. */
function bagsAbove(text: FigureText): Given["strengths"] {
  const found: Figure[] = [];
  for (let at = text.before, steps = 0; at && steps < 6; at = at.before, steps++)
    found.push(...at.figures.filter(({ kind, over }) => kind === "strength" && over >= 100));
  return found.map(({ low, high, unit }) => ({ low, high, unit }));
}

/** "40 units in sodium chloride 0.9 %, 500 mL, at 125 mL/h. The bag delivers …": the one amount in the one volume. */
function onlyMixture(text: FigureText, claim: Figure): Given["strengths"] {
  if (claim.kind !== "amountRate") return [];
  const before = text.figures.filter(({ item, perKg }) => item < claim.item && !perKg);
  const [amount, otherAmount] = before.filter(({ kind }) => kind === "amount");
  const [volume, otherVolume] = before.filter(({ kind }) => kind === "volume");
  if (!amount || !volume || otherAmount || otherVolume || volume.item < amount.item) return [];
  if (amount.unit !== claim.unit || amount.sentence !== volume.sentence || volume.low === 0) return [];
  return [{ low: amount.low / volume.high, high: amount.high / volume.low, unit: amount.unit }];
}

const adding =
  /^(?: +of +(?:[^.;:]|\.(?=\d)){1,30}?)?[)]? *,? *(?:with|and|plus|[+]|(?:is +|are +)?added +to|to|in) +$/i;

/** "20 mL of 50 % made up to 100 mL" */
function thinned(figures: readonly Figure[]): Given["strengths"] {
  return figures.flatMap((part, i): Given["strengths"] => {
    const [stock, whole] = figures.slice(i + 1, i + 3);
    if (part.kind !== "volume" || stock?.kind !== "percent" || whole?.kind !== "volume") return [];
    if (stock.sentence !== part.sentence || whole.sentence !== part.sentence || whole.low <= part.low)
      return [];
    const strength = (stock.low * 10 * part.low) / whole.low;
    return [{ low: strength, high: strength, unit: "mg" }];
  });
}

function factorsFor(near: readonly (readonly Figure[])[], own: FigureText): readonly number[] {
  const { text, before, figures: all } = own;
  // "400 mL × 60 ÷ 480 min = 50 drops/min"
  const [, multiplied] = /[×x*] *(\d+) *(?:drops?(?:\/mL)? *)?[÷/:]/i.exec(text) ?? [];
  const fine = micro.test(text) ? [60] : multiplied ? [Number(multiplied)] : [];
  for (const figures of [...near.slice(0, 5), all]) {
    const found = figures.filter(({ kind }) => kind === "dropFactor").map(({ low }) => low);
    if (found.length > 0) return [...found, ...fine];
  }
  // "ordinary set: 20 drops = 1 mL", and in the item after it another set.
  const listed: number[] = [];
  for (let at = before, steps = 0; at && steps < 8; at = at.before, steps++) {
    if (listed.length > 0 && at.kind !== "list") break;
    listed.push(...at.figures.filter(({ kind }) => kind === "dropFactor").map(({ low }) => low));
    if (listed.length > 0 && at.kind !== "list") break;
  }
  if (listed.length > 0) return [...listed, ...fine];
  return fine.length > 0 ? fine : [15, 20, 60];
}

/** A set of sixty drops. */
const micro = /\b(?:micro-?\s?drip|microdrop|micro|paediatric|pediatric|burette)\b/i;

/** A rate or a daily total that the figures around it rule out. */
export function wrongRate(text: FigureText, claim: Figure, reach: Reach): Wrong | undefined {
  if (claim.high === 0 || isLimit(text, claim) || isShareOf(text, claim) || isSliced(text, claim))
    return undefined;
  if (isApart(text, claim)) return undefined;
  const daily = dailyOf(text, claim);
  if (daily === "fits") return undefined;
  if (daily || claim.perKg) return daily;
  const depth = concludes(text, claim) ? 6 : 3;
  const near = givenFor(text, claim, reach, depth);
  const given = near.strengths.length > 0 ? near : { ...near, strengths: onlyMixture(text, claim) };
  const derived = derivedOf(claim, given).filter(({ low }) => low > 0);
  const fits = ({ low, high }: Derived) => offBy(claim, low, high) <= tolerance;
  if (derived.length === 0 || derived.some(fits)) return undefined;
  if (derivedOf(claim, explaining(text, claim, given)).some(fits)) return undefined;
  const right = derived
    .filter(({ from }) => isTied(text, claim, from))
    .toSorted((a, b) => farness(claim, a) - farness(claim, b))[0];
  return right && { claim, right };
}

/** "40 mL/h plus 2 mL/h for each kg above 10 kg, so that a child of 16 kg receives 52 mL/h": no product of the weight. */
function isSliced({ text, start }: FigureText, claim: Figure): boolean {
  return slices.test(text.slice(Math.max(0, claim.start - start - 300), claim.end - start));
}

/** "Give two thirds of the rate: for 20 kg, 40 mL/h": a part of what is said for others. */
function isShareOf({ text, items }: FigureText, { item }: Figure): boolean {
  const end = items[item]?.start ?? 0;
  return /\b(?:half|thirds?|quarters?|\d+ *%|double|twice|reduced?|restrict\w*)\b[^.;]{0,20}\b(?:rate|maintenance|volume|requirements?|fluids?)\b[^.;]*$/i.test(
    text.slice(Math.max(0, end - 100), end),
  );
}

/** How far its furthest part stands from the claim. */
const farness = ({ item }: Figure, { from }: Derived): number =>
  Math.max(...from.map((figure) => Math.abs(figure.item - item)));

function derivedOf(claim: Figure, given: Given): Derived[] {
  if (claim.kind === "rate") return derivedRates(given, claim);
  if (claim.kind === "drops") return derivedDrops(given);
  return derivedAmountRates(given, claim.unit, claim);
}

/** The sentence says of the claim that it is what comes of figures said before: also in the sentence before. */
function concludes(text: FigureText, claim: Figure): boolean {
  const before = text.items.slice(Math.max(0, claim.item - 9), claim.item);
  const cut = before.findLastIndex((item) => item.kind === "break" && item.strength === "sentence");
  const words = before.slice(cut + 1).map((item) => wordOf(text, item));
  if (text.kind === "list" && words.some((word) => /^(?:[=:–—-]|→|equals|is|gives)$/.test(word))) return true;
  // "It runs over 30 minutes at 200 mL per hour"
  if (
    cut >= 0 &&
    /^(?:it|this|the) +(?:(?:bag|infusion|mixture|solution) +)?(?:runs|goes|is)\b/.test(words.join(" "))
  )
    return true;
  return words.some((word) =>
    /^(?:so|thus|therefore|hence|pump|driver|gets|set|setting|rate|this|that|means|makes|delivers?|provides|supplies|arrives?|displays?|reads)$/.test(
      word,
    ),
  );
}

/** At least one of its parts stands in the sentence, or right before it, and leads to the claim. */
function isTied(text: FigureText, claim: Figure, from: readonly Figure[]): boolean {
  const window = nearby(text.figures, claim);
  const own = from.filter((figure) => window.includes(figure));
  // "at 10 drops/min, … 1 L over 4 hours": what comes later is another step.
  if (own.some((figure) => figure.item > claim.item && figure.chunk !== claim.chunk)) return false;
  // "4 g over 20 minutes, then 1 g/h for 24 hours": the first dose is over.
  const parted = own.some(
    (figure) => figure.sentence === claim.sentence && figure.item < claim.item && !leads(text, figure, claim),
  );
  if (parted) return false;
  const sameKind = from.length === 1 && from[0]?.kind === claim.kind;
  const near = own.filter(
    ({ sentence }) =>
      sentence === claim.sentence || (sentence === claim.sentence - 1 && concludes(text, claim)),
  );
  const ahead = [...(text.before?.figures.slice(-30) ?? []), ...ofLead(text, own)];
  const behind = concludes(text, claim) ? from.filter((figure) => ahead.includes(figure)).length : 0;
  if (near.length === 0 || own.length + behind < Math.min(from.length, 2)) return false;
  const last = near.reduce((a, b) => (Math.abs(a.item - claim.item) < Math.abs(b.item - claim.item) ? a : b));
  if (!leads(text, last, claim)) return false;
  // Another figure of its kind is nearer to them.
  const [low, high] = [Math.min(last.item, claim.item), Math.max(last.item, claim.item)];
  const nearer = window.some(
    ({ item, kind, unit }) => item > low && item < high && kind === claim.kind && unit === claim.unit,
  );
  if (nearer && last.item > claim.item) return false;
  if (from.length > 1 && last.item < claim.item) return !isNextStep(text, last, claim);
  // "1440 units per hour. … Both arrive at 28.8 mL per hour."
  if (last.kind === "amountRate" && claim.kind === "rate" && concludes(text, claim)) return true;
  return sameKind ? isRestated(text, last, claim) : isTight(text, last, claim);
}

/** "4 g over 20 minutes, 1 g/hour until birth": what is said behind a comma, with how long, comes next. */
function isNextStep(text: FigureText, last: Figure, claim: Figure): boolean {
  const [comma, ...more] = itemsBetween(text, last, claim);
  const next = text.items[claim.last + 1];
  return (
    claim.kind === "amountRate" &&
    more.length === 0 &&
    comma?.kind === "break" &&
    comma.strength === "comma" &&
    next !== undefined &&
    (/^(?:until|till|for)$/.test(wordOf(text, next)) || next.kind === "schedule")
  );
}
