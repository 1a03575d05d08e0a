// What a document says about the strength of preparations: "500 mg in 5 mL", "100 mg/mL", "10 %", "1:10 000",
// "ampoule of 20 mmol in 10 mL (2 mmol/mL)". Each statement is read into facts that must agree. It must not judge.

import { type Salt, saltNamed, salts } from "../lexicon/electrolytes.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { type Figure, maySame, nearby } from "./figure.ts";
import { type FigureText, isEach, isLimitIn, itemsBetween, ownerOf } from "./figure-text.ts";
import type { Item, Mark } from "./item.ts";
import { isBreak, isMark, isWordLike } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { formatNumber } from "./measure-format.ts";
import { isSerumValue } from "./serum-value.ts";

/** One way in which a statement gives a strength. */
export interface Fact extends Span {
  readonly kind: "percent" | "strength" | "pair";
  /** Amount in one mL; of a percentage mg. */
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  readonly slack: number;
  /** Of a pair. */
  readonly amount?: Figure;
  readonly volume?: Figure;
  readonly figure: Figure;
}

export interface Statement {
  readonly passage: FigureText;
  readonly medicine: Medicine | undefined;
  readonly facts: readonly Fact[];
  /** An ampoule, vial, bag, … is named. */
  readonly container: string | undefined;
  readonly volumes: readonly Figure[];
}

export const containerWord =
  /^(?:ampoules?|amps?|ampules?|vials?|bags?|bottles?|syringes?|cartridges?|flasks?|sachets?|bottle|box)$/;
const preparing =
  /^(?:dilut\w*|dissolv\w*|reconstitut\w*|mix\w*|add(?:ed|ing)?|mak(?:e|es|ing)|made|draw\w*|drawn|take[ns]?|bring|up|fill\w*|top\w*|giv\w*|inject\w*|infus\w*|administer\w*|receiv\w*|then|total|final|run|runs|to|not|max|every|for|below|above|under|over|less|more|falls?|rises?|reach\w*|reads?|until|if|when|<|>|≤|≥)$/;
const otherIons = new Set(salts.flatMap(({ ions }) => ions));
const stating =
  /^(?:holds?|contains?|containing|has|have|is|are|with|of|equals|gives|carr(?:y|ies)|provides?|yields?|includes?|delivers?)$/;

const joiningMarks: ReadonlySet<Mark> = new Set<Mark>(["in", "of", "equals", "each", "and", "with", "base"]);

/** Whether what stands between only leads from one to the other. */
function leadsOn(passage: FigureText, a: Figure, b: Figure): boolean {
  const between = itemsBetween(passage, a, b);
  const diluted = a.kind === "volume" && b.kind === "strength" ? passage.diluents : [];
  // "Each millilitre of the medicine in this red bottle carries 25 milligrams": so many words more.
  let words = b.kind === "amount" && isEach(passage, a) ? -5 : 0;
  let depth = 0;
  for (const item of between) {
    if (item.kind === "break") {
      if (item.strength === "open") depth++;
      else if (item.strength === "close") depth--;
      else if (
        item.strength === "sentence" ||
        (item.strength === "semicolon" && depth === 0 && b.kind !== "amount" && b.kind !== "strength")
      )
        return false;
    } else if (item.kind === "word") {
      // "1 g holds 13.4 mmol, so a 10 mL ampoule …": another thing begins.
      if (a.kind === "amount" && b.kind === "volume" && /^(?:so|hence|thus|therefore)$/.test(item.text))
        return false;
      // "81 mg of it/mL (ampoule of 5 mL)": the unit goes on in a way that was not read.
      // "10 mg of morphine in every 5 mL"
      if (item.text === "every" && item === between.at(-1)) continue;
      if (preparing.test(item.text) || /^m(?:l|illilit\w*)$/.test(item.text) || ++words > 5) return false;
    } else if (item.kind === "medicine") {
      if (diluted.includes(item.mention.medicine)) continue;
      if (!maySame(item.mention.medicine, a.medicine) || (item.mention.medicine !== b.medicine && !b.diluent))
        return false;
    } else if (item.kind === "mark") {
      if (item.mark === "then" && (a.kind === "percent" || (a.kind === "volume" && a.high <= 1))) continue;
      if (!joiningMarks.has(item.mark)) return false;
    } else if (item.kind === "number" || item.kind === "condition") words++;
    else if (!(item.kind === "measure" && diluted.length > 0 && isStrengthUnit(item.measure))) return false;
  }
  return true;
}

/** "5 %", "50 mg/mL". */
const isStrengthUnit = ({ unit, per }: Measure) => unit.dimension === "proportion" || per.mL !== undefined;

const parts: ReadonlySet<Figure["kind"]> = new Set(["percent", "strength", "amount", "volume"]);
const relevant = ({ kind, perKg }: Figure) => !perKg && parts.has(kind);

/** Groups of figures that one statement is made of. */
function groupsIn(passage: FigureText): Figure[][] {
  const groups: Figure[][] = [];
  let last: Figure | undefined;
  for (const figure of passage.figures) {
    if (isSerumValue(passage, figure)) {
      last = undefined;
      continue;
    }
    // "in 50 mL of glucose 5 % (…)", "… of glucose 50 mg/mL": the strength is not the medicine's.
    if (
      figure.diluent &&
      (figure.kind === "percent" || figure.kind === "strength") &&
      last?.kind === "volume"
    ) {
      groups.splice(-1, 0, [figure]);
      continue;
    }
    const group = groups.at(-1);
    const joins =
      last !== undefined &&
      group !== undefined &&
      relevant(figure) &&
      last.sentence === figure.sentence &&
      group.length < 12 &&
      !(
        last.kind === "strength" &&
        last.over >= 100 &&
        figure.kind === "percent" &&
        !isContent(passage, last, figure)
      ) &&
      (last.diluent === figure.diluent ||
        isDissolved(passage, last, figure) ||
        isContent(passage, last, figure)) &&
      (figure.diluent || maySame(ownerOf(group[0] as Figure, passage), ownerOf(figure, passage))) &&
      !(figure.kind === "percent" && group.some(({ kind }) => kind === "percent")) &&
      leadsOn(passage, last, figure) &&
      !startsAnother(passage, group, last, figure);
    if (joins) group.push(figure);
    else if (relevant(figure)) groups.push([figure]);
    last = relevant(figure) ? figure : undefined;
  }
  return groups;
}

/** "100 units in 50 mL of sodium chloride 0.9 % (2 units/mL)": the volume is the diluent's, the rest is not. */
function isDissolved(passage: FigureText, last: Figure, figure: Figure): boolean {
  if (last.kind === "volume") return figure.kind === "strength";
  const joins = itemsBetween(passage, last, figure);
  return (
    figure.kind === "volume" &&
    last.kind === "amount" &&
    joins.length <= 4 &&
    joins.some((item) => isMark(item, "in"))
  );
}

/** "154 mmol/L in sodium chloride 0.9 %", where nothing is said to be diluted in it. */
function isContent(passage: FigureText, last: Figure, figure: Figure): boolean {
  const { figures, text, items } = passage;
  const dissolved = nearby(figures, figure).some(
    ({ kind, sentence, item }) => sentence === figure.sentence && kind === "amount" && item < figure.item,
  );
  const salt = figure.medicine && saltNamed(figure.medicine.name);
  const joins = itemsBetween(passage, last, figure)[0];
  if (joins?.kind !== "mark" || (joins.mark !== "in" && joins.mark !== "of")) return false;
  if (last.kind !== "strength" || figure.kind !== "percent" || ownerOf(last, passage) || dissolved || !salt)
    return false;
  const before = items
    .slice(Math.max(0, last.item - 4), last.item)
    .map(({ start, end }) => text.slice(start, end).toLowerCase());
  return !before.some((word) => otherIons.has(word) && !salt.ions.includes(word));
}

/** "… (1 mg/mL), 15 mg in 3 mL (5 mg/mL)", "… or …": another preparation begins. */
function startsAnother(passage: FigureText, group: readonly Figure[], last: Figure, figure: Figure): boolean {
  const marks = itemsBetween(passage, last, figure).map((item) => (item.kind === "mark" ? item : undefined));
  if (marks.some((mark) => (mark?.mark === "and" ? plainAnd(passage, mark) : mark?.mark === "or")))
    return true;
  // "0.1 mg/mL (1 mL of 1 mg/mL made up to 10 mL)": from what it is made.
  const ofStrength = last.kind === "volume" && figure.kind === "strength" && marks.length === 1;
  if (ofStrength && marks[0]?.mark === "of" && group.some(({ kind }) => kind === "strength")) return true;
  const open = depthAt(passage, figure.item) > 0;
  const same = group.some(({ kind, unit }) => kind === figure.kind && unit === figure.unit);
  return same && !open && figure.kind !== "volume" && !restates(passage, last, figure);
}

/** "20 mg/2 mL contains 10 mg per mL". */
function restates(passage: FigureText, last: Figure, figure: Figure): boolean {
  if (last.kind !== "strength" || figure.kind !== "strength" || last.over <= 1 || figure.over !== 1)
    return false;
  return itemsBetween(passage, last, figure).some(({ start, end }) =>
    /^(?:contains?|holds?|has|is|equals|=)$/.test(passage.text.slice(start, end).toLowerCase()),
  );
}

const plainAnd = (passage: FigureText, item: Item) =>
  passage.text.slice(item.start, item.end).toLowerCase() === "and";

export function depthAt({ items }: FigureText, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - 200); i--) {
    const item = items[i];
    if (item?.kind !== "break") continue;
    if (item.strength === "sentence") break;
    if (item.strength === "open") depth++;
    if (item.strength === "close") depth--;
  }
  return depth;
}

const none: readonly Statement[] = [];
const statementsOnce = oncePer(readStatements);
/** Every statement of a strength in a text, read once. */
export function statementsIn(passage: FigureText): readonly Statement[] {
  return passage.figures.length === 0 ? none : statementsOnce(passage);
}

function readStatements(passage: FigureText): Statement[] {
  return groupsIn(passage).flatMap((group): Statement[] => {
    const facts = factsOf(passage, group);
    if (facts.length === 0) return [];
    const [first, last] = [group[0] as Figure, group.at(-1) as Figure];
    const medicine = group.map((figure) => ownerOf(figure, passage)).find((one) => one !== undefined);
    const container = containerNear(passage, first.item - 3, last.last + 2);
    return [{ passage, medicine, facts, container, volumes: group.filter(({ kind }) => kind === "volume") }];
  });
}

function containerNear({ items }: FigureText, from: number, to: number): string | undefined {
  const names = items.slice(Math.max(0, from), Math.max(0, to + 1)).map((item) => {
    const counted = item.kind === "measure" && item.measure.unit.dimension === "form";
    return item.kind === "word" ? item.text : counted ? item.measure.unit.code : "";
  });
  return names.find((name) => containerWord.test(name))?.replace(/s$/, "");
}

function factsOf(passage: FigureText, group: readonly Figure[]): Fact[] {
  const facts: Fact[] = [];
  const used = new Set<Figure>();
  // "Not to exceed 5 mg/mL (10 mg/mL where fluid is restricted)"
  const limited = group.findIndex((figure) => figure.kind === "strength" && isLimitIn(passage, figure));
  for (const [i, figure] of group.entries()) {
    const { low, high, unit, slack, start, end } = figure;
    if (figure.kind === "percent")
      facts.push({
        ...{ kind: "percent", low: low * 10, high: high * 10, unit: "mg", slack: 0 },
        ...{ start, end, figure },
      });
    else if (figure.kind === "strength" && (limited < 0 || i < limited))
      facts.push({ kind: "strength", low, high, unit, slack, start, end, figure });
    else {
      const next = group[i + 1];
      if (
        used.has(figure) ||
        !next ||
        next.kind === figure.kind ||
        (next.kind !== "amount" && next.kind !== "volume")
      )
        continue;
      const [amount, volume] = figure.kind === "amount" ? [figure, next] : [next, figure];
      if (!isPair(passage, amount, volume) || (volume === figure && isInNext(passage, amount, group[i + 2])))
        continue;
      used.add(next);
      facts.push(pairOf(amount, volume));
    }
  }
  const whole = facts.some(({ kind }) => kind === "pair") ? undefined : contentOf(passage, group);
  if (whole) facts.push(whole);
  // "10 mL, 5 g (500 mg/mL; 20 mmol)": another unit of the same ampoule.
  const pair = facts.find(({ kind }) => kind === "pair");
  const paired = facts.flatMap(({ amount }) => amount ?? []);
  if (pair?.volume)
    for (const figure of group)
      if (figure.kind === "amount" && !paired.includes(figure) && figure.unit !== pair.unit)
        facts.push(pairOf(figure, pair.volume));
  return facts;
}

/** "10 mL result, with 240 000 units in each mL", "30 mL with 100 mg of antimony in each mL". */
function isInNext(passage: FigureText, amount: Figure, next: Figure | undefined): boolean {
  if (next?.kind !== "volume") return false;
  const between = itemsBetween(passage, amount, next);
  return between.length <= (next.high === 1 ? 5 : 2) && between.some((item) => isMark(item, "in"));
}

/** "ampoule 10 mL, 25 mg/mL (250 mg)": what the whole of it holds. */
function contentOf(passage: FigureText, group: readonly Figure[]): Fact | undefined {
  const [first, second, amount] = group;
  const volume = first?.kind === "volume" ? first : second;
  const stated = first?.kind === "volume" ? second : first;
  if (!first || !second || stated?.kind !== "strength" || volume?.kind !== "volume") return undefined;
  if (amount?.kind !== "amount" || amount.unit !== stated.unit) return undefined;
  const between = itemsBetween(passage, second, amount);
  const opened = between.length === 1 && isBreak(between[0], "open");
  const held = containerNear(passage, Math.max(0, first.item - 3), volume.last + 1);
  return opened && held && held !== "syringe"
    ? { ...pairOf(amount, volume), start: amount.start, end: amount.end }
    : undefined;
}

export function pairOf(amount: Figure, volume: Figure): Fact {
  const [start, end] = [Math.min(amount.start, volume.start), Math.max(amount.end, volume.end)];
  return {
    kind: "pair",
    low: amount.low / volume.high,
    high: amount.high / volume.low,
    unit: amount.unit,
    slack: 0,
    amount,
    volume,
    figure: amount,
    start,
    end,
  };
}

/** An amount in a volume, rather than a dose and the volume that is drawn for it. */
export function isPair(passage: FigureText, amount: Figure, volume: Figure): boolean {
  const between = itemsBetween(passage, amount, volume);
  const words = between.map(({ start, end }) => passage.text.slice(start, end).toLowerCase());
  // "0.5 mL (2.5 mg) in 3 mL": what brackets say was drawn is put into more.
  const [drawn, open] = [passage.items[amount.item - 2], passage.items[amount.item - 1]];
  const isDrawn = drawn?.kind === "measure" && drawn.measure.unit.dimension === "volume";
  if (isDrawn && isBreak(open, "open") && words.includes("in")) return false;
  if (amount.item < volume.item) {
    if (words.includes("in") || (words.length === 1 && words[0] === "/")) return true;
  } else if (words.some((word) => stating.test(word)) || (words.includes("=") && volume.high <= 1))
    return true;
  // "puts 12 micrograms into the tissue with every millilitre"
  if (amount.item < volume.item && isEach(passage, volume)) return true;
  if (words.includes("into") || words.includes("to")) return false;
  const [first, last] = [Math.min(amount.item, volume.item), Math.max(amount.last, volume.last)];
  const cut = passage.items
    .slice(Math.max(0, first - 2), first)
    .findLastIndex((item) => isBreak(item, "semicolon", "sentence", "close"));
  const near = containerNear(passage, Math.max(0, first - 2) + cut + 1, Math.max(volume.last, last - 3) + 1);
  return (near !== undefined && near !== "syringe") || isListing(passage, first);
}

const doing =
  /^(?:give|inject|infuse|draw|take|administer|add|receives?|gets?|run|push|dose|bolus|needs?|mix|put|use|make|bring)$/;

/** A line of a list of supplies: it orders nothing. */
function isListing(passage: FigureText, at: number): boolean {
  const listing = listings.get(passage) ?? listingOf(passage);
  listings.set(passage, listing);
  return listing.lists && listing.percentAt <= at;
}

interface Listing {
  readonly lists: boolean;
  /** Where its first percentage stands. */
  readonly percentAt: number;
}
const listings = new WeakMap<FigureText, Listing>();

function listingOf({ items, figures }: FigureText): Listing {
  const orders = items.some(
    (item) =>
      item.kind === "routes" ||
      item.kind === "schedule" ||
      item.kind === "population" ||
      isWordLike(item, doing),
  );
  const percentAt = figures.find(({ kind }) => kind === "percent")?.item ?? Number.POSITIVE_INFINITY;
  return { lists: !orders && figures.every(({ perKg }) => !perKg), percentAt };
}

/** The amount in one mL that a fact means in a unit, as far as that is known; salts have several. */
export function valuesIn(
  fact: Fact,
  unit: string,
  medicine: Medicine | undefined,
  ionic = true,
): readonly { readonly low: number; readonly high: number }[] {
  const { low, high } = fact;
  const own = fact.unit === unit ? [{ low, high }] : [];
  const salt = medicine && saltNamed(medicine.name);
  if (!salt) return own;
  const scaled = (by: number) => ({ low: low * by, high: high * by });
  // Either figure of mg may be the ion's alone.
  const ion = [
    ...(fact.unit === "mg" && fact.kind !== "percent" && unit === "mmol" ? [scaled(1 / salt.ionMass)] : []),
    ...(fact.unit === "mmol" && unit === "mg" ? [scaled(salt.ionMass)] : []),
  ];
  if (fact.unit === unit)
    return unit === "mg" && ionic
      ? [...own, ...salt.masses.flatMap((mass) => [scaled(salt.ionMass / mass), scaled(mass / salt.ionMass)])]
      : own;
  const whole = salt.masses.flatMap((mass) => {
    const inMmol = toMmol(fact.unit, salt, mass);
    const to = toMmol(unit, salt, mass);
    return inMmol === undefined || to === undefined ? [] : [scaled(inMmol / to)];
  });
  return ionic ? [...whole, ...ion] : whole;
}

function toMmol(unit: string, { charge }: Salt, mass: number): number | undefined {
  if (unit === "mmol") return 1;
  if (unit === "mEq") return 1 / charge;
  return unit === "mg" ? 1 / mass : undefined;
}

export function formatStrength(value: number, unit: string): string {
  if (unit === "mg" && value < 0.1) return `${formatNumber(Number((value * 1000).toPrecision(3)))} mcg/mL`;
  const name = unit === "unit" && value !== 1 ? "units" : unit;
  return `${formatNumber(Number(value.toPrecision(3)))} ${name}/mL`;
}
