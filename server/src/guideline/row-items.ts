// A table's row as one line of items, with what the columns' heads say at the start of each cell. It must not know how
// items make an order.

import type { Markdown } from "../syntax/markdown.ts";
import type { Row } from "../syntax/table.ts";
import type { Span } from "../text/span.ts";
import { dosesInCell, lengthInCell, windowHead } from "./cell-length.ts";
import { bandAt, bareNumber, type Column, timesAlike } from "./column.ts";
import { lengthOfCells } from "./dated-length.ts";
import { isCarrier } from "./diluent.ts";
import type { Item } from "./item.ts";
import { isMark, isUnknownName, isWordLike } from "./item-kind.ts";
import type { Measure } from "./measure.ts";
import { isCountedBy } from "./medicine-clues.ts";
import { isAmount, listsSeveral, namesSeveral, nameTheirOwn, withoutLacking } from "./row-names.ts";
import { perDay } from "./schedule.ts";
import { itemsOf, slice } from "./scope.ts";
import { isDenied } from "./slot-clues.ts";

/** A row as one line of items, with what the columns' heads say at the start of each cell; places are absolute. */
export function rowItems(markdown: Markdown, row: Row, columns: readonly Column[], above: boolean): Item[] {
  const items: Item[] = [];
  const hasMedicine = above || columns.some(({ role }) => role === "medicine");
  const texts = row.cells.map((cell) => slice(markdown, cell));
  if (listsSeveral(texts)) return [];
  const givenAt = givenColumn(texts, columns);
  const isNamed = columns.some(({ role }, i) => role === "medicine" && isName(texts[i] ?? ""));
  const [timed, ...again] = timesAlike(texts, columns);
  const dated = lengthOfCells(texts, columns);
  for (const [i, cell] of row.cells.entries()) {
    const column = columns[i];
    const text = texts[i] ?? "";
    if (
      text.trim() === "" ||
      again.includes(i) ||
      isForeign(column, columns) ||
      (column && windowHead.test(column.text)) ||
      (above && isOfCaption(column, columns))
    )
      continue;
    if (i === dated?.at) items.push(moved(dated.length, cell.start));
    else if (column?.axis) items.push(...axisItems(text, cell, column));
    else {
      // Days that go on from row to row tell the phases apart by themselves.
      const phased = column && phaseHead.test(column.text) && !columns.some(({ stepped }) => stepped);
      const own = phased && lone.test(text) ? phaseItems(text, cell) : cellItems(text, cell, column, i);
      const read = withoutLacking(own);
      const all = column && isForbidding(column.items) ? withoutWhom(read) : read;
      const several = namesSeveral(all);
      if (several && !nameTheirOwn(texts, i)) return [];
      const found = several ? all.filter(({ kind }) => kind !== "medicine" && kind !== "schedule") : all;
      const doses = found.some(({ kind }) => kind === "measure" || kind === "medicine");
      const said = column ? headItems(column, { start: cell.start, end: cell.start }) : [];
      const isOf = (dimension: string) => (item: Item) =>
        item.kind === "measure" && item.measure.unit.dimension === dimension;
      const volumes = found.some(isOf("volume")) && !items.some(isOf("mass"));
      // "1 min" below "Onset IV" is given by no route; a strength is that of volumes.
      const head = said.filter((item) =>
        item.kind === "medicine"
          ? !(isNamed && isTimedBy(column))
          : item.kind === "routes" || isMark(item, "total")
            ? doses
            : item.kind !== "measure" || volumes,
      );
      const opens = items.length + head.length === 0 && found[0]?.kind === "medicine";
      const whose = i < givenAt ? !found.some(isAmount) : !opens && isBeside(column, found, hasMedicine);
      const beside = whose && i !== givenAt;
      const kept = beside ? found.filter(({ kind }) => kind !== "medicine") : found;
      items.push(...withHead(head, kept));
      if (i === timed)
        items.push({ kind: "schedule", schedule: perDay(again.length + 1), start: cell.end, end: cell.end });
    }
    const ends = column && isForbidding(column.items) ? "semicolon" : "cell";
    items.push({ kind: "break", strength: ends, start: cell.end, end: cell.end });
  }
  return items.some(isOwnFrequency) ? items.filter((item) => !isHeadOnce(item)) : items;
}

/** "Day 1, an hour before cisplatin", beside a column of medicines: when, not what. */
const isTimedBy = (column: Column | undefined): boolean =>
  /\b(?:before|after|with|during|without|alongside)\b/i.test(column?.text ?? "");

/** Beside a cell that says "four times daily" a head's "Single dose" is the amount of each. */
function isHeadOnce({ start, end, ...item }: Item): boolean {
  return (
    start === end &&
    item.kind === "schedule" &&
    item.schedule.kind === "frequency" &&
    item.schedule.once === true
  );
}

const isFrequency = (item: Item) => item.kind === "schedule" && item.schedule.kind === "frequency";

function isOwnFrequency(item: Item): boolean {
  return (
    item.start < item.end &&
    item.kind === "schedule" &&
    item.schedule.kind === "frequency" &&
    item.schedule.perDay !== undefined
  );
}

/** "Fluid bolus (10 mL/kg)" beside "Adrenaline" */
const otherGoods =
  /^\W*(?:(?:iv|first|rapid|maintenance|total)\s+)?(?:fluids?|blood|red +cells|plasma|platelets|feeds?|milk|water|oxygen|(?:first\s+)?shock|defibrillation|energy|tube|catheter)\b/i;

/** "Magnesium 50 mg/kg", "Magnesium for the brain" beside "Dexamethasone": a column of what is no medicine of the lexicon. */
function isForeign(column: Column | undefined, columns: readonly Column[]): boolean {
  const [name, next] = column?.items ?? [];
  const named = (one: Column) => one.items.some(({ kind }) => kind === "medicine");
  return (
    column !== undefined &&
    ((isUnknownName(name) && (next?.kind === "measure" || isWordLike(next, /^for$/))) ||
      otherGoods.test(column.text)) &&
    !named(column) &&
    columns.some(named)
  );
}

/** "Oral morphine in 24 hours" beside "Patch" in a table on fentanyl: what the second column is of, the head before does not say. */
function isOfCaption(column: Column | undefined, columns: readonly Column[]): boolean {
  const isNamed = ({ items, role }: Column) =>
    role !== "medicine" && items.some(({ kind }) => kind === "medicine");
  const at = column ? columns.indexOf(column) : -1;
  return (
    at > 0 &&
    !isNamed(columns[at] as Column) &&
    columns.slice(0, at).some(isNamed) &&
    form.test(column?.text ?? "")
  );
}
const form = /^\W*(?:\w+ +)?(?:patch|patches|syringe +driver|infusion|pump)\b/i;

/** Below "Daily, by mouth": what a head says of how and how often holds for each dose of the cell, behind it. */
function withHead(said: readonly Item[], own: readonly Item[]): readonly Item[] {
  const isHow = ({ kind }: Item) => kind === "schedule" || kind === "routes";
  // "1 capsule twice daily" below "Daily use"
  if (own.some(isOwnFrequency)) return [...said.filter((item) => !isFrequency(item)), ...own];
  const dosed = own.some(({ kind }) => kind === "medicine") && own.some(({ kind }) => kind === "measure");
  if (!dosed || own.some(isHow) || !said.some(isHow)) return [...said, ...own];
  const how = said.filter(isHow);
  const doses = own.flatMap((item) =>
    item.kind === "measure" && !isNoAmountOf(item.measure)
      ? [item, ...how.map((one) => ({ ...one, start: item.end, end: item.end }))]
      : [item],
  );
  return [...said.filter((item) => !isHow(item)), ...doses];
}

/** "1" or "2 and later" below "Week", "4 to 8" below "Days" and "1 to 3" */
function weekItems(text: string, cell: Span, column: Column | undefined): Item[] {
  const [, named = ""] = /^\s*(week|month)s?\s*$/i.exec(column?.text ?? "") ?? [];
  const unit = column?.stepped ? "day" : named;
  if (unit === "" || column?.axis || !/^\s*\d/.test(text)) return [];
  return itemsOf(`${unit} ${text.trim()}`).flatMap((item) =>
    item.kind === "condition" || item.kind === "mark"
      ? [{ ...item, start: cell.start, end: cell.start }]
      : [],
  );
}

/** "First" below "Phase" */
const phaseItems = (text: string, cell: Span): Item[] =>
  itemsOf(`${text.trim()} phase`).map((item) => ({ ...item, ...cell }));
const phaseHead = /^\W*phase\W*$/i;
const lone = /^\s*\p{L}+\s*$/u;

function cellItems(text: string, cell: Span, column: Column | undefined, index: number): Item[] {
  const week = weekItems(text, cell, column);
  if (week.length > 0) return week;
  const often = column?.role === "frequency" ? frequencyItem(text, cell, column) : undefined;
  if (often) return [often];
  const counted = column && dosesInCell(text, cell, column);
  if (counted) return [counted];
  const bare = column && bareNumber(text, cell.start, column);
  if (bare && bare.unit.dimension === "time") return [timeItem(bare, column)];
  if (bare) return [{ kind: "measure", measure: bare, start: bare.start, end: bare.end }];
  if (index > 0 && /^\s*\d{1,2}\s*×\s*$/.test(text)) {
    const times = Number.parseInt(text, 10);
    return [{ kind: "schedule", schedule: perDay(times), ...cell }];
  }
  const long = index > 0 ? lengthInCell(text, cell, column) : undefined;
  if (long) {
    const { length, rest = text.length } = long;
    return [length, ...itemsOf(text.slice(rest)).map((item) => moved(item, cell.start + rest))];
  }
  const per = column?.perMillilitres;
  const said = itemsOf(text);
  const whole = column !== undefined && wholeDay.test(column.text) && !said.some(isOwnFrequency);
  const perKg = column !== undefined && perKilogram.test(column.text);
  // "At least 2 years without fits" below "Duration": how long, not how old.
  const told = said.filter((item) => column?.role !== "duration" || !isAge(item));
  const all = told.map((item) =>
    moved(per ? perVolume(item, per) : byHead(item, { whole, perKg }), cell.start),
  );
  // "10 mL" below "Ampoule" is no dose, nor is a rate below "Fastest rate".
  return column?.role === "strength" || sumHead.test(column?.text ?? "") ? all.filter(isNoAmount) : all;
}

const isAge = (item: Item): boolean =>
  item.kind === "population" && item.population.age !== undefined && item.population.groups.length === 0;

const remedy = /^\W*(?:specific +)?(?:antidotes?|reversal|reversed +(?:with|by)|reversing|rescue)\b/i;
const remedies = /^\W*(?:what +to +)?(?:give|treat\w*|use|instead|alternatives?|replace\w*|switch +to)\b/i;

/** "Dabigatran | Idarucizumab | 5 g" below "Anticoagulant", "Antidote", "Dose": the dose is that of what is given. */
function givenColumn(texts: readonly string[], columns: readonly Column[]): number {
  const first = columns[0]?.role === "medicine";
  return columns.findIndex(({ text, role }, i) => {
    if (i === 0) return false;
    if (remedy.test(text)) return /\p{L}{3}/u.test(texts[i] ?? "");
    return ((role === "medicine" && !first) || remedies.test(text)) && isName(texts[i] ?? "");
  });
}

/** Nothing but what a medicine is called. */
function isName(text: string): boolean {
  const items = itemsOf(text);
  return items.some(({ kind }) => kind === "medicine") && !items.some(isDosing);
}

const isDosing = ({ kind }: Item): boolean => kind === "measure" || kind === "routes" || kind === "schedule";

/** "second line, with methimazole" beside a column of medicines: named, but not what is ordered. */
function isBeside(column: Column | undefined, items: readonly Item[], hasMedicine: boolean): boolean {
  const treated = items.some((item) => item.kind === "condition" && !item.qualifier);
  const given = items.some(({ kind }) => kind === "measure" || kind === "routes");
  return (hasMedicine || treated) && column?.role !== "medicine" && !given;
}

/** "2 mmol" below "Amount in 1 mL". */
function perVolume(item: Item, mL: number): Item {
  if (item.kind !== "measure" || Object.keys(item.measure.per).length > 0) return item;
  return { ...item, measure: { ...item.measure, per: { mL } } };
}

/** "1 mL/hour is" */
const sumHead = /\bfastest\b|^\W*1 *mL\b[^|]*(?:\bis\b|\bgives\b|=|\bholds\b|\bcontains\b|\bequals\b)/i;

const wholeDay =
  /^\W*(?:total +(?:amount +|dose +)?(?:per +day|a +day|daily|in +24 +h\w*)|(?:daily|day['’]?s) +total|day['’]s +(?:amount|dose|quantity)|(?:amount|dose|quantity) +(?:for|in|over) +(?:a|one|the +whole) +day|whole +day|(?:total|usual|recommended) +daily +(?:dose|dosage|amount))\b/i;

const perKilogram = /\bper +(?:kg|kilogram)\b/i;

/** "80 mg/kg" below "Total per day", "120 mg" below "Day's amount per kg". */
function byHead(item: Item, { whole, perKg }: { whole: boolean; perKg: boolean }): Item {
  if (item.kind !== "measure" || item.measure.per.hours !== undefined || !(whole || perKg)) return item;
  const { measure } = item;
  const amount = ["mass", "activity"].includes(measure.unit.dimension) && measure.per.mL === undefined;
  const per = { ...measure.per, ...(whole && { hours: 24 }), ...(perKg && { kg: true as const }) };
  return amount ? { ...item, measure: { ...measure, per } } : item;
}

function isNoAmount(item: Item): boolean {
  return item.kind !== "measure" || isNoAmountOf(item.measure);
}

function isNoAmountOf({ per, unit }: Measure): boolean {
  return per.mL !== undefined || unit.dimension === "proportion";
}

function axisItems(text: string, cell: Span, column: Column): Item[] {
  const band = bandAt(text, cell.start, column.axis, column.unit);
  // "clearance 30–59 mL/min" is no population, but the row holds for such patients only.
  if (band?.kind === "value")
    return [{ kind: "condition", id: `at ${text.trim()}`, qualifier: true, ...cell }];
  // "Adult, and child over 12 years" is no band of the column.
  if (!band)
    return itemsOf(text).flatMap((item) => (item.kind === "population" ? moved(item, cell.start) : []));
  const { low, high } = band;
  const { lowInclusive, highInclusive, step } = band.interval;
  const key = band.kind === "weight" ? "weight" : band.kind === "age" ? "age" : "gestation";
  const population = { groups: [], [key]: { low, high, lowInclusive, highInclusive, step } };
  const own = itemsOf(text).filter(
    (item) => item.kind === "population" && !item.population.age && !item.population.weight,
  );
  return [{ kind: "population", population, ...cell }, ...own.map((item) => moved(item, cell.start))];
}

/** "Do not give", "Avoid" above a column. */
function isForbidding([first, second]: readonly Item[]): boolean {
  const [mark, next] = first?.kind === "word" && first.text === "do" ? [second, undefined] : [first, second];
  if (mark?.kind !== "mark" || next?.kind === "measure") return false;
  return mark.mark === "avoid" || (mark.mark === "not" && first !== mark);
}

/** "Do not start if | pregnancy": no patients of the doses beside it. */
function withoutWhom(items: readonly Item[]): Item[] {
  const named = items.some(({ kind }) => kind === "medicine");
  return items.filter(({ kind }) => named || (kind !== "population" && kind !== "condition"));
}

/** Of a head only what holds for its cells: medicine, population, route, phase, maximum. */
/** "Total for the step": what comes together over days; a day's total is a dose. */
const coursewise = /^(?!.*(?:\bdaily\b|\bday\b|\b24\b)).*\b(?:total|cumulative)\b/i;

function headItems({ items, role, header, text }: Column, at: Span): Item[] {
  const kept = items.flatMap((item, i): Item[] => {
    // "With adrenaline": what is added to the row's medicine.
    if (item.kind === "medicine" && (isMark(items[i - 1], "with") || isCountedBy(items, i))) return [];
    // "Levetiracetam in 100 mL sodium chloride 0.9 %"
    const isSecond = item.kind === "medicine" && items.slice(0, i).some(({ kind }) => kind === "medicine");
    if (isSecond && isCarrier(items, i, false)) return [];
    if (item.kind === "medicine")
      return [
        {
          kind: "medicine",
          mention: {
            ...item.mention,
            start: item.mention.start + header.start,
            end: item.mention.end + header.start,
          },
          ...at,
        },
      ];
    const holds =
      (item.kind === "population" && !isPhaseLength(item)) ||
      item.kind === "routes" ||
      (item.kind === "condition" && item.qualifier && !isDenied(items, i)) ||
      (item.kind === "schedule" && item.schedule.kind === "frequency") ||
      (item.kind === "schedule" && item.schedule.kind === "divided") ||
      (item.kind === "mark" && ["loading", "maintenance", "initial", "test"].includes(item.mark));
    // "Adrenaline 1 mg/mL" above a column of volumes
    const isStrength = item.kind === "measure" && item.measure.per.mL !== undefined;
    return holds || isStrength ? [{ ...item, ...at }] : [];
  });
  // A schedule in a head comes behind the cell's dose, not before it.
  // "Add to 50 mL" above "1 mg/kg": what is put into a syringe.
  const [verb] = items;
  if (verb?.kind === "word" && /^(?:add|dissolve|draw|put)$/.test(verb.text))
    kept.push({ ...verb, text: "draw", ...at });
  if (coursewise.test(text)) kept.push({ kind: "mark", mark: "total", ...at });
  if (role === "maximum") kept.push({ kind: "mark", mark: "max", ...at });
  if (isForbidding(items)) kept.unshift({ kind: "mark", mark: "avoid", ...at });
  return kept;
}

/** "2 months" above a column of treatment is how long, not how old. */
function isPhaseLength({ population: { age, groups } }: Extract<Item, { kind: "population" }>): boolean {
  return groups.length === 0 && age !== undefined && age.low === age.high;
}

/** "4" below "Times a day", "6" below "Every (hours)". */
function frequencyItem(text: string, cell: Span, { unit, text: head }: Column): Item | undefined {
  const [, low = "", high = low, every] =
    /^\s*(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?\s*(h|hrs?|hours?|[×x])?\s*$/i.exec(text) ?? [];
  const [least, most] = [Number(low), Number(high)];
  if (!(least > 0)) return undefined;
  const times = /^[×x]$/i.test(every ?? "");
  const hours =
    (every !== undefined && !times) ||
    (unit?.dimension === "time" && unit.factor < 24 && !/times|doses|number/i.test(head));
  if (!hours && !times && !/times|doses|number|\bday\b|daily/i.test(head)) return undefined;
  const perDay = hours ? { low: 24 / most, high: 24 / least } : { low: least, high: most };
  return { kind: "schedule", schedule: { kind: "frequency", perDay }, ...cell };
}

function timeItem(measure: { low: number; high: number; unit: Column["unit"] } & Span, column: Column): Item {
  const { low, high, start, end } = measure;
  const unit = measure.unit as NonNullable<Column["unit"]>;
  const role = column.role === "duration" || unit.factor >= 24 ? "duration" : "over";
  return { kind: "schedule", schedule: { kind: "time", role, low, high, unit }, start, end };
}

function moved(item: Item, by: number): Item {
  const span = { start: item.start + by, end: item.end + by };
  if (item.kind === "medicine")
    return {
      ...item,
      ...span,
      mention: { ...item.mention, start: item.mention.start + by, end: item.mention.end + by },
    };
  if (item.kind === "measure")
    return {
      ...item,
      ...span,
      measure: { ...item.measure, start: item.measure.start + by, end: item.measure.end + by },
    };
  return { ...item, ...span };
}
