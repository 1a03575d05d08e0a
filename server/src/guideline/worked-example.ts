// Orders of a fixed amount that were worked out from a dose per kilogram: rows of a weight table, "a child of 35
// kg receives 350 mg". It must not judge the result.

import type { Medicine } from "../lexicon/medicine.ts";
import { matchesIn } from "../text/matches.ts";
import { moved } from "../text/span.ts";
import { introBlocks } from "./band-coverage.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import type { Measure } from "./measure.ts";
import { amountOf, type Order } from "./order.ts";
import { type Population, stageOf } from "./population.ts";
import { itemsOf, slice } from "./scope.ts";
import { sectionAt } from "./section.ts";

/** Rounding to vials and tablets. */
const tolerance = 0.06;
const bandTolerance = 0.1;
/** How far an open band is taken to reach: "40 kg and over". */
const openReach = 1.6;

/** Whether an amount is what a dose per kilogram gives for the weight that is said of it. */
export function isWorkedFrom(guideline: Guideline, example: Order, source: Order): boolean {
  if (example === source || example.medicine !== source.medicine || example.dose.per.kg) return false;
  const [given, perKg] = [amountOf(example.dose), amountOf(source.dose)];
  const isPer = [`${given.unit}/kg`, `${given.unit}/m2`].includes(perKg.unit);
  if (!isPer || given.low !== given.high || perKg.low <= 0) return false;
  if (!sameLife(example.population, source.population) || !sameIllness(example, source)) return false;
  const fits = (low: number, high: number, by: number) =>
    given.high >= perKg.low * low * (1 - by) && given.high <= perKg.high * high * (1 + by);
  const { weight } = example.population;
  const { text } = guideline.markdown;
  if (source.dose.per.m2)
    return squareMetresOver(guideline, example).some((area) => fits(area, area, tolerance));
  if (weight && weight !== source.population.weight) {
    const { low = 0, high = low * openReach } = weight;
    return fits(low, high, low === high ? tolerance : bandTolerance);
  }
  const before = text.slice(Math.max(example.block.start, example.dose.start - 120), example.dose.start);
  return weightsIn(before).some((kilograms) => fits(kilograms, kilograms, tolerance));
}

/** "Worked calculation, body surface area 1.6 m²" in the block itself, or right above its table. */
function squareMetresOver({ text }: Guideline, { block, dose }: Order): number[] {
  const before = text.slice(Math.max(0, block.start - areaReach), dose.start);
  return matchesIn(before, /(?<![\d.,])(\d(?:[.,]\d{1,2})?) *m(?:²|2)(?![\w/])/g).map(([, area = ""]) =>
    Number(area.replace(",", ".")),
  );
}
const areaReach = 300;

/** Amounts that a section gives for a weight in words that name no other medicine: "A man of 80 kg: 240 mg". */
export function examplesUnder(guideline: Guideline, { medicine, dose }: Order): Measure[] {
  const { markdown, sections } = guideline;
  const perKg = amountOf(dose);
  const section = sectionAt(sections, dose.start);
  const below = sections.find((one) => one.parent === section && exampled.test(one.title));
  const headings = [section, ...(below && section ? [below] : [])].map((one) => one?.headingSpan.start ?? -1);
  return headings
    .flatMap((heading) => introBlocks(guideline, heading))
    .flatMap((at) => {
      const span = markdown.blocks[at]?.span ?? { start: 0, end: 0 };
      const words = slice(markdown, span);
      if (!/\dkg\b|\d\s?kg\b/.test(words)) return [];
      const items = itemsOf(words);
      return amountsByWeight(items, medicine).flatMap(({ kilograms, measure }) => {
        const { high, low, unit } = amountOf(measure);
        const fits = low === high && `${unit}/kg` === perKg.unit && isNear(high, perKg.high * kilograms);
        return fits ? [moved(measure, span.start)] : [];
      });
    });
}

const exampled = /\b(?:examples?|worked|by +weight|in +practice|calculat\w+|patients)\b/i;

const isNear = (given: number, right: number) => Math.abs(given / right - 1) <= tolerance;

/** Each weight with the next quantity of its sentence, where no other medicine is named between. */
function amountsByWeight(
  items: readonly Item[],
  medicine: Medicine,
): { kilograms: number; measure: Measure }[] {
  let named = medicine;
  return items.flatMap((item, at) => {
    if (item.kind === "medicine") named = item.mention.medicine;
    const kilograms = weightOf(item);
    if (kilograms === undefined || named !== medicine) return [];
    const next = items
      .slice(at + 1, at + 8)
      .find(
        ({ kind, ...one }) =>
          kind === "measure" || kind === "medicine" || ("strength" in one && one.strength === "sentence"),
      );
    return next?.kind === "measure" && !next.measure.per.kg ? [{ kilograms, measure: next.measure }] : [];
  });
}

/** The kilograms of one patient, where an item says them. */
export function weightOf(item: Item): number | undefined {
  if (item.kind === "measure" && item.measure.unit.code === "kg" && item.measure.low === item.measure.high)
    return item.measure.low;
  const weight = item.kind === "population" ? item.population.weight : undefined;
  return weight && weight.low === weight.high ? weight.low : undefined;
}

function sameLife(a: Population, b: Population): boolean {
  const [first, second] = [stageOf(a), stageOf(b)];
  return first === undefined || second === undefined || first === second;
}

/** Not known to be for different conditions. */
function sameIllness({ indication: a }: Order, { indication: b }: Order): boolean {
  return (
    a.conditions.length === 0 ||
    b.conditions.length === 0 ||
    a.conditions.some((id) => b.conditions.includes(id))
  );
}

/** Kilograms that a text names: "Mr B, 80 kg". */
export function weightsIn(text: string): number[] {
  return matchesIn(text, /(?<![\d.,/])(\d{1,3}(?:\.\d)?)\s?kg\b(?!\s*\/)/g).map(([, value]) => Number(value));
}
