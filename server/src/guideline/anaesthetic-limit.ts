// How much of a local anaesthetic a text allows, plain and with adrenaline, and how much it gives in millilitres to a
// patient of a weight: "never above 3 mg/kg", "a woman of 50 kg may have 20 mL of the 1 %". It must not judge.

import type { Block, Markdown } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { moved } from "../text/span.ts";
import { groupedSteadily } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { endsSentence, partsBetween } from "./item-reach.ts";
import type { Limit } from "./maximum.ts";
import { type Measure, tidy } from "./measure.ts";
import { amountOf } from "./order.ts";
import { type Excess, excess, slack } from "./passed-maximum.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { limiting } from "./stated-maximum.ts";
import { weightsIn } from "./worked-example.ts";

type Way = "plain" | "with adrenaline" | undefined;

export interface AnaestheticLimit extends Limit {
  readonly name: string;
  readonly way: Way;
}
interface Given {
  readonly name: string;
  readonly way: Way;
  readonly dose: Measure;
  readonly milligrams: number;
  readonly kilograms: number | undefined;
}
interface Read {
  readonly limits: readonly AnaestheticLimit[];
  readonly given: readonly Given[];
}

type Row = Table["rows"][number];

const nothing: Read = { limits: [], given: [] };

const readingOf = oncePer((guideline: Guideline): Read => {
  if (!guideline.medicines.some(({ medicine }) => isAnaesthetic(medicine.classes))) return nothing;
  const runs = guideline.runs.map((run) => readRun(run, guideline.markdown));
  return { limits: runs.flatMap(({ limits }) => limits), given: runs.flatMap(({ given }) => given) };
});

/** By medicine. */
export const anaestheticLimits = oncePer(
  (guideline: Guideline): ReadonlyMap<string, readonly AnaestheticLimit[]> =>
    byName(readingOf(guideline).limits),
);
const byName = groupedSteadily(({ name }: AnaestheticLimit) => [name]);

export const anaestheticsGiven = (guideline: Guideline): ReadonlySet<string> =>
  new Set(readingOf(guideline).given.map(({ name }) => name));

/** What is given of one above what is allowed in all of the ways that it may be given in. */
export function aboveAnaesthetic(
  guideline: Guideline,
  name: string,
  limits: readonly AnaestheticLimit[],
): Excess[] {
  return readingOf(guideline).given.flatMap((one) => {
    if (one.name !== name) return [];
    const own = limits.filter(({ way }) => way === undefined || way === one.way || one.way === undefined);
    const allowed = own.flatMap((limit) => {
      const most = allowedIn(limit, one);
      return most === undefined ? [] : [{ limit, most }];
    });
    const passed = allowed.filter(({ most }) => one.milligrams > most * slack);
    const [first] = passed;
    if (!first || (one.way === undefined && passed.length < allowed.length)) return [];
    return [{ ...excess(first.limit, one.dose, one.milligrams), allowed: first.most }];
  });
}

function allowedIn({ amount }: AnaestheticLimit, { kilograms }: Given): number | undefined {
  if (!amount.unit.endsWith("/kg")) return amount.high;
  return kilograms === undefined ? undefined : tidy(amount.high * kilograms);
}

const isAnaesthetic = (classes: readonly string[]): boolean => classes.includes("local anaesthetic");

/** What was said last, for sentences that leave it out. */
interface Said {
  name: string | undefined;
  way: Way;
  percent: number | undefined;
}

const readRun = oncePerRun((run: Run, markdown): Read => {
  const said: Said = { name: undefined, way: undefined, percent: undefined };
  const heading = run.section ? weightsIn(run.section.title).at(-1) : undefined;
  let lead = heading;
  const all = run.blocks.map((block) => {
    if (block.kind === "table")
      return {
        limits: block.rows.flatMap((row) => limitsInRow(row, block, markdown)),
        given: block.rows.flatMap((row) => givenInRow(row, markdown, lead)),
      };
    const text = slice(markdown, block.span);
    if (isLead(block, text)) lead = weightsIn(text).at(-1) ?? heading;
    return readBlock(block, text, said, lead);
  });
  return { limits: all.flatMap(({ limits }) => limits), given: all.flatMap(({ given }) => given) };
});

function readBlock({ kind, span }: Block, text: string, said: Said, heading: number | undefined): Read {
  if (kind !== "paragraph") return nothing;
  const limits: AnaestheticLimit[] = [];
  const given: Given[] = [];
  let kilograms = heading;
  for (const items of partsBetween(itemsOf(text), endsSentence)) {
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) continue;
    const part = { items, start: first.start, text: text.slice(first.start, last.end) };
    if (!take(part, said)) continue;
    for (const measure of measuresOf(items)) {
      const at = { before: text.slice(first.start, measure.start), after: text.slice(measure.end, last.end) };
      const limit = limitOf(measure, at, part.text, said);
      if (limit) limits.push({ ...limit, measure: moved(measure, span.start) });
      const one = givenOf(measure, at, said, kilograms);
      if (one) given.push({ ...one, dose: moved(measure, span.start) });
    }
    kilograms = weightsIn(part.text).at(-1) ?? kilograms;
  }
  return { limits, given };
}

/** "**Groin hernia, thin man of 60 kg**": for whom the list below it is. */
const isLead = (block: Block, text: string): boolean =>
  block.kind === "paragraph" && block.listDepth === 0 && /^[^\n]{1,120}[^\n.;]$/.test(text.trim());

/** "| Lidocaine, plain | 1 % | 200 mg |" below "Not more than". */
function limitsInRow({ cells }: Row, { header }: Table, markdown: Markdown): AnaestheticLimit[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return [];
  const text = slice(markdown, { start: first.start, end: last.end });
  const said: Said = { name: undefined, way: undefined, percent: undefined };
  // "| Lidocaine | Maximum |" above "| plain | 3 mg/kg, never above 200 mg |"
  const [named] = header.cells;
  const over = named ? slice(markdown, named) : "";
  take({ items: itemsOf(over), text: over }, said);
  if (!take({ items: itemsOf(text), text }, said)) return [];
  return cells.flatMap((cell, column) => {
    const head = header.cells[column];
    const title = head ? slice(markdown, head) : "";
    if (!limiting.test(title)) return [];
    return measuresOf(itemsOf(slice(markdown, cell))).flatMap((measure) => {
      const limit = limitOf(measure, { before: "", after: "" }, title, said);
      return limit ? [{ ...limit, measure: moved(measure, cell.start) }] : [];
    });
  });
}

/** "| Popliteal | bupivacaine 0.5 % | 30 mL |", below a heading that says for which weight. */
function givenInRow({ cells }: Row, markdown: Markdown, heading: number | undefined): Given[] {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return [];
  const text = slice(markdown, { start: first.start, end: last.end });
  const items = itemsOf(text);
  const said: Said = { name: undefined, way: undefined, percent: undefined };
  const percents = matchesIn(text, /\d+(?:[.,]\d+)? *%/g);
  if (!take({ items, text }, said) || percents.length !== 1) return [];
  const [measure, more] = measuresOf(items).filter(({ unit, per }) => unit.code === "mL" && !per.kg);
  if (!measure || more || kept.test(text)) return [];
  const weight = weightsIn(text).at(-1) ?? heading;
  const one = givenOf(measure, { before: "", after: "" }, said, weight);
  return one ? [{ ...one, dose: moved(measure, first.start) }] : [];
}

const measuresOf = (items: readonly Item[]): Measure[] =>
  items.flatMap((item) => (item.kind === "measure" ? [item.measure] : []));

interface Part {
  readonly items: readonly Item[];
  readonly text: string;
}

/** Whether a sentence is of local anaesthetics as far as it says: it names no other medicine. */
function take({ items, text }: Part, said: Said): boolean {
  const named = items.flatMap((item) => (item.kind === "medicine" ? [item.mention.medicine] : []));
  const own = named.filter(({ classes }) => isAnaesthetic(classes));
  if (named.some(({ name, classes }) => !isAnaesthetic(classes) && name !== "adrenaline")) return false;
  const name = own[0]?.name.split("/")[0];
  // Two in one sentence have two limits.
  if (own.some((one) => one.name.split("/")[0] !== name)) return false;
  if (name !== said.name && name !== undefined) {
    said.name = name;
    said.percent = undefined;
    said.way = undefined;
  }
  said.way = wayIn(text) ?? said.way;
  const percent = /(\d+(?:[.,]\d+)?) *%/.exec(text)?.[1];
  if (percent) said.percent = Number(percent.replace(",", "."));
  return said.name !== undefined;
}

const ways =
  /\b(?:(with +or +without)|(plain|(?:without|no)(?: +any)? +(?:adrenaline|epinephrine|vasoconstrictor)|without +(?:it|that)\b)|((?:with|when|containing|plus)(?: +(?:added|the|an?))? +(?:adrenaline|epinephrine)))\b/gi;

const wayIn = (text: string, end: "first" | "last" = "last"): Way => {
  const [, , plain, added] = matchesIn(text, ways).at(end === "last" ? -1 : 0) ?? [];
  return plain ? "plain" : added ? "with adrenaline" : undefined;
};

interface Around {
  readonly before: string;
  readonly after: string;
}

const limited =
  /\b(?:keep +to|limited +to|go(?:es)? +above|must +not|does +not|do +not +(?:exceed|pass)|no +more +than|not +more +than|at +most|exceeds?)\b/i;
/** Up to the next amount or the next part of a sentence. */
const partBehind = /^(?:[^;.\d]|\.\d)*/;

function limitOf(
  { unit, per, ...measure }: Measure,
  { before, after }: Around,
  sentence: string,
  said: Said,
): Omit<AnaestheticLimit, "measure"> | undefined {
  if (!said.name || !/^m?g$/.test(unit.code) || per.mL !== undefined || per.form || per.m2) return undefined;
  if (per.hours !== undefined && per.hours < 24) return undefined;
  // "30 mL (300 mg)", "10 mL, that is 100 mg"
  if (/(?:\(|\bthat +is|=) *$/.test(before) || !(limiting.test(sentence) || limited.test(sentence)))
    return undefined;
  const [behind = ""] = partBehind.exec(after) ?? [];
  const either = /\bwith +or +without\b/i.test(behind);
  const own = before.split(";").at(-1) ?? "";
  const way = either ? undefined : (wayIn(behind, "first") ?? wayIn(own) ?? said.way);
  return { name: said.name, way, basis: undefined, amount: amountOf({ ...measure, unit, per }) };
}

/** No amount for one patient: what is kept, or runs. */
const kept = /\b(?:bags?|ampoules?|vials?|bottles?|infusions?|epidural|hours?|minutes?|cartridges?)\b/i;
const least = 3;

function givenOf(
  measure: Measure,
  { before, after }: Around,
  { name, way, percent }: Said,
  outer: number | undefined,
): Omit<Given, "dose"> | undefined {
  const { unit, per, low, high } = measure;
  if (unit.code !== "mL" || Object.keys(per).length > 0 || low !== high || high < least) return undefined;
  if (
    !name ||
    kept.test(before.slice(-60)) ||
    kept.test(after.slice(0, 30)) ||
    /[\d.]+ *mg *\/? *in +$/.test(before)
  )
    return undefined;
  const [, behind] =
    /^ *(?:\([^)]*\) *)?of +(?:the +|a +)?(?:[a-z]+ +){0,2}(\d+(?:[.,]\d+)?) *%/.exec(after) ?? [];
  const stated = matchesIn(before, /(\d+(?:[.,]\d+)?) *%/g).at(-1)?.[1];
  const strength = behind ?? stated;
  const used = strength ? Number(strength.replace(",", ".")) : percent;
  if (!used) return undefined;
  const kilograms =
    weightsIn(before).at(-1) ?? (/^ *(?:for|in) +/.test(after) ? weightsIn(after)[0] : undefined) ?? outer;
  return { name, way: wayIn(before) ?? way, milligrams: tidy(high * used * 10), kilograms };
}
