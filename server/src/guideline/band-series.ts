// Bands that belong together: the rows or columns of a table, the items of a list, the parts of a sentence that
// divide one axis (weight, age, gestation, a laboratory value) among instructions. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import type { Span } from "../text/span.ts";
import type { AxisKind } from "./column.ts";
import { isAmountUnit } from "./dose-clues.ts";
import { kindPattern } from "./label-kind.ts";
import { itemsOf, slice } from "./scope.ts";
import {
  endOf,
  formatStretch,
  lifeDaysIn,
  movedStretch,
  type Stretch,
  startOf,
  stretchesIn,
} from "./stretch.ts";

export interface SeriesBand {
  /** With absolute places. */
  readonly stretch: Stretch;
  /** What is to be done in this band, its wording evened out. */
  readonly instruction: string;
}
export interface SeriesColumn {
  /** The column's head, or the row's where bands are columns; undefined in lists and sentences. */
  readonly head: Span | undefined;
  /** By band, in the order of `bands`. */
  readonly cells: readonly (Span | undefined)[];
}
export interface BandSeries extends Span {
  readonly kind: AxisKind;
  readonly unit: string;
  readonly where: "table" | "list" | "prose";
  /** Only from how their ends meet. */
  readonly inferred?: true;
  /** In the order of the text. */
  readonly bands: readonly SeriesBand[];
  readonly columns: readonly SeriesColumn[];
  /** The head of the axis, where there is one. */
  readonly axisHead: Span | undefined;
  /** Its first block's place among the document's blocks. */
  readonly block: number;
}

/** One band of a text that is yet to be joined with its neighbours. */
export interface Entry {
  readonly stretch: Stretch;
  /** What stands before the stretch: "Mild,", "Children of". */
  readonly lead: string;
  readonly tail: Span;
  readonly block: number;
  /** Of a list item with further items below: what they say belongs to it. */
  readonly isLabel?: boolean;
}

/** Whether the bands divide their axis; otherwise they are single weights, or one band alone. */
export function isDivision({ bands }: BandSeries): boolean {
  return bands.filter(({ stretch }) => !stretch.point).length >= 2;
}

const mostLeadWords = 8;
/** Behind these a time is no age: "for 5 days". */
export const notAge =
  /\b(?:for|every|each|within|after|in|last|past|per|over +the|until|lasting|least|days?|weeks?|months?|years?|repeat|previous)\s*$/i;

/** The stretch that a line or sentence begins with. */
export function entryOf(markdown: Markdown, { start, end }: Span, block: number): Entry | undefined {
  const text = markdown.plain.slice(start, end);
  const life = lifeDays.test(text) ? lifeDaysIn(text)[0] : undefined;
  const [measured, bare] = [life ?? stretchesIn(text)[0], life ? undefined : bareStretch(text)];
  // "INR 1.5–1.9: raise by 10 %": what stands first is the band.
  const stretch = bare && (!measured || bare.end <= measured.start) ? bare : measured;
  if (!stretch || stretch.point || isShare(stretch, text)) return undefined;
  const dosed =
    stretch.kind === "weight" || stretch.kind === "age" ? doseFirst.exec(text.slice(0, stretch.start)) : null;
  if (dosed) {
    const tail = { start: start + dosed[0].search(/[^\s–—•·▪*-]/), end: start + stretch.start };
    return { stretch: movedStretch(stretch, start), lead: "", tail, block };
  }
  const lead = text.slice(0, stretch.start).replace(/^[\s–—•·▪*-]*(?:\(?\d+(?:\.\d+)*[.)]?\s+)?/, "");
  if (/(?<![\p{L}\d])\d/u.test(lead) || (lead.match(/\p{L}+/gu)?.length ?? 0) > mostLeadWords)
    return undefined;
  if (stretch.kind === "age" && notAge.test(lead)) return undefined;
  // "Rises by less than 10 g/L": how much it changes.
  if (/\b(?:by|fall +of|rise +of|drop +of|increase +of|decrease +of|change +of)\s*$/i.test(lead))
    return undefined;
  if (stretch.kind === "value" && (changes.test(text.slice(stretch.end)) || numbered.test(lead)))
    return undefined;
  return { stretch: movedStretch(stretch, start), lead, tail: { start: start + stretch.end, end }, block };
}

/** "0.5–1 mmol/L rise" */
const changes = /^ *(?:rise|fall|drop|increase|decrease|increment)\b/i;
/** "Figure 3-5: …" */
const numbered = new RegExp(`\\b${kindPattern}\\s*$`, "i");

/** "25–50 % mortality", "up to 13 % of patients": how many it happens to, and no axis of theirs; nor is a lone figure. */
function isShare({ kind, unit, start, end }: Stretch, text: string): boolean {
  if (kind !== "value") return false;
  const ahead = text.slice(text.lastIndexOf("\n", start) + 1, start);
  const isAlone = unit !== "" && !/\p{L}/u.test(ahead) && /^[\s.;,]*$/.test(text.slice(end));
  return isAlone || (unit === "%" && (share.test(text.slice(end)) || rate.test(ahead)));
}
/** "Recurrence rate ranges from 7–38 %" */
const rate = /\b(?:rates?|risks?|chances?|probabilit\w+|proportions?|recurrences?|relapses?)\b[^.;:]*$/i;
const share =
  /^ *(?:of\b|(?:[a-zß-öø-ɏ]+[- ]){0,3}(?:mortality|morbidity|survival|incidence|prevalence|recurrence|sensitiv\w+|specific(?:ity)?|clear(?:ed|s)?|recover\w*|respond\w*|relaps\w+|recur|die[ds]?)\b)/i;

/** "One tablet for 15 to below 25 kg": the dose stands before its band. */
const doseFirst =
  /^[\s–—•·▪*-]*(?:give +)?(?:\d[\d.,]*(?: *[½¼¾⅓⅔])?|[½¼¾⅓⅔]|(?:an?|half(?: +an?)?|one|two|three|four|five|six|seven|eight|nine|ten)(?: +and +an? +half)?) *(?:tablets?|capsules?|sachets?|packets?|drops?|spoon\w*|mL|mg|mcg|micrograms?|g|units?|vials?|puffs?)(?: +(?:each|once|daily|once +daily|twice +daily|a +day))? +(?:for|at|in|to|from|if|when)\b[^\d.;:]{0,40}$/i;

/** "Day 8 to day 28: …", which may be days of a treatment as well. */
const lifeDays = /^[\s–—•·▪*-]*(?:(?:birth|days? +\d+) *(?:to|until|–|-) *day +\d+)\b/i;
const ofNewborns = /\b(?:newborns?|neonat\w+|born|birth|babies|baby|of +life)\b/i;

/** Whether days, where entries begin with such, are those of a life by the line above them. */
export const areOfLife = (markdown: Markdown, entries: readonly Entry[], lead: string): boolean =>
  ofNewborns.test(lead) ||
  !entries.some(({ stretch }) => lifeDays.test(markdown.plain.slice(stretch.start, stretch.end)));

/** "GCS 9–12: scan", "0–2: home": numbers without a unit that a colon or dash sets apart. */
function bareStretch(text: string): Stretch | undefined {
  const [first] = stretchesIn(text, { kind: "value", unit: "" });
  return first && /^\s*[:,–—→(]/.test(text.slice(first.end)) ? first : undefined;
}

/** Words before a stretch that name a grade or a patient, not what is measured. */
const labels = new Set(
  (
    "no none mild moderate severe very critical normal low high raised grade stage class level step group band zone red yellow green " +
    "child children infant infants adult adults baby babies newborn newborns patient patients people person persons those anyone women girls boys " +
    "weighing weigh weight weighs body aged age ages who is are of with the a an and or if when where for in means that from between it any give at"
  ).split(" "),
);

/** Two entries may be about the same thing: as far as they name it, they name the same. */
export function agree(a: Entry, b: Entry): boolean {
  const [unit, other] = [a.stretch.unit, b.stretch.unit];
  if (a.stretch.kind !== b.stretch.kind || (unit !== other && unit !== "" && other !== "")) return false;
  // "Erythromycin: children over 8 years" begins something else.
  if (namesMedicine(b.lead) && !namesMedicine(a.lead)) return false;
  const [first, second] = [namedIn(a.lead), namedIn(b.lead)];
  return first.length === 0 || second.length === 0 || first.some((word) => second.includes(word));
}

const namesMedicine = (lead: string) => itemsOf(lead).some(({ kind }) => kind === "medicine");

export function namedIn(lead: string): string[] {
  return (lead.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => !labels.has(word));
}

export function saysDose(markdown: Markdown, tail: Span): boolean {
  const text = slice(markdown, tail);
  return (
    itemsOf(text).some((item) => item.kind === "measure" && isAmountUnit(item.measure.unit)) ||
    counted.test(text)
  );
}

/** "… take one and a half", "one for …, two for …": of what was named before. */
const count = "(?:[½¼]|\\d(?: *½)?|half|one|two|three|four|five|six|seven|eight)(?: +and +an? +half)?";
const counted = new RegExp(
  `^[^.;:\\d]{0,30}\\b(?:takes?|receives?|gets?|needs?|given|is|are|swallows?|drinks?|ha[sv]e?) +${count} *(?:[.;,]|$)` +
    `|(?:^|[,;:]|\\b(?:is|are|and)) *${count} +(?:for|at|in|to)\\b[^\\d.;,]{0,30}$`,
  "i",
);

/** "every 36 hours": what depends on the band where the dose is one for all. */
function saysHowOften(markdown: Markdown, tail: Span): boolean {
  const [first] = itemsOf(slice(markdown, tail)).filter(({ kind }) => kind !== "break");
  return first?.kind === "schedule" && first.schedule.kind === "frequency";
}

const ofGestation =
  /\bgestation(?:al)?\b|\bpost-?menstrual\b|\bweeks +of +pregnancy\b|\bcorrected +age\b|\bpreterm +(?:birth|labou?r)\b|\bprematur\w+\b/i;
const ofBirth = /\b(?:born|delivered|birth|gestation)\b/i;
const [earliest, latest] = [20 * 7, 45 * 7];

/** Weeks under a line on gestation, and those at which babies are born, are weeks of that: "Below 30 weeks", "30–34 weeks". */
export function asGestation(entries: readonly Entry[], lead: string): readonly Entry[] {
  const inWeeks = entries.every(({ stretch: { kind, lowStep, highStep, low, high } }) => {
    const ends = [low, high].flatMap((end) => end ?? []);
    const late = ends.every((end) => end >= earliest && end <= latest);
    return kind === "age" && lowStep === 7 && highStep === 7 && late;
  });
  const born = () => entries.every((entry) => ofBirth.test(entry.lead));
  if (!inWeeks || !(ofGestation.test(lead) || born())) return entries;
  const weeks = (days: number | undefined) => days && days / 7;
  return entries.map(({ stretch, ...entry }) => {
    const ends = { low: weeks(stretch.low), high: weeks(stretch.high), lowStep: 1, highStep: 1 };
    return { ...entry, stretch: { ...stretch, ...ends, kind: "gestation", unit: "week" } };
  });
}

/** Entries as series; what gives no doses by age or weight is none. */
export function seriesOf(
  markdown: Markdown,
  entries: readonly Entry[],
  where: "list" | "prose",
): BandSeries[] {
  const [first] = entries;
  if (!first) return [];
  const { kind } = first.stretch;
  const unit = entries.find(({ stretch }) => stretch.unit !== "")?.stretch.unit ?? "";
  const dosed = entries.filter(({ tail }) => saysDose(markdown, tail) || saysHowOften(markdown, tail)).length;
  const told =
    dosed >= Math.min(2, entries.length) ||
    (where === "list" && (areDividing(entries) || areAlike(markdown, entries)));
  if ((kind === "age" || kind === "weight") && !told) return [];
  // A lone item of a list may be all that is left of several.
  const fewest = unit === "" ? 3 : kind === "value" || where === "prose" ? 2 : 1;
  if (entries.length < fewest) return [];
  return runsOf(entries, ({ stretch }) => stretch).map((run): BandSeries => {
    const bands = run.map(({ stretch, tail }) => ({ stretch, instruction: evened(slice(markdown, tail)) }));
    return {
      ...{ kind, unit, where, bands, axisHead: undefined, block: run[0]?.block ?? 0 },
      columns: [{ head: undefined, cells: run.map(({ tail }) => tail) }],
      start: run[0]?.stretch.start ?? 0,
      end: Math.max(...run.map(({ stretch, tail }) => Math.max(stretch.end, tail.end))),
    };
  });
}

/** "From 6 months to under 24 months: …", "From 24 months to under 4 years: …": all but one meet, or none would be bands. */
function areDividing(entries: readonly Entry[]): boolean {
  const pairs = entries.slice(1).map(({ stretch }, i) => [(entries[i] as Entry).stretch, stretch] as const);
  const meeting = pairs.filter(([a, b]) => !a.highInclusive && endOf(a) === startOf(b));
  return meeting.length >= Math.max(2, pairs.length - 1);
}

/** "2 to 11 months: 50 or more breaths per minute", "1 to 4 years: 40 or more breaths per minute": but for its figures each says the same. */
function areAlike(markdown: Markdown, entries: readonly Entry[]): boolean {
  const said = entries.map(({ tail }) => evened(slice(markdown, tail)));
  const [first = ""] = said.map((text) => text.replace(/\d+(?:\.\d+)?/g, "#"));
  return (
    entries.length >= 3 &&
    first.includes("#") &&
    !/\bevery\b/.test(first) &&
    said.every((text) => text.replace(/\d+(?:\.\d+)?/g, "#") === first) &&
    new Set(said).size === said.length
  );
}

/** Where a sequence starts again over the same stretch, another one begins. */
export function runsOf<T>(members: readonly T[], stretch: (member: T) => Stretch): T[][] {
  const starts = members.map((member) => startOf(stretch(member)));
  const falling =
    starts.length > 1 && (starts.at(-1) ?? 0) < (starts[0] ?? 0) && (starts[1] ?? 0) < (starts[0] ?? 0);
  // "6 to 11 months", "6 to 59 months": another one would begin again, too, but with the same end.
  const isWider = (member: T, other: T) =>
    stretch(member).high !== undefined && endOf(stretch(member)) > endOf(stretch(other));
  const runs: T[][] = [];
  for (const [i, member] of members.entries()) {
    const [before, now] = [starts[i - 1] ?? 0, starts[i] ?? 0];
    const goesOn =
      i > 0 &&
      (falling
        ? now < before
        : now > before ||
          (now === before && (now === Number.NEGATIVE_INFINITY || isWider(member, members[i - 1] as T))));
    if (goesOn) runs.at(-1)?.push(member);
    else runs.push([member]);
  }
  if (runs.length === 1) return runs;
  // Rows in any order, none of which meets another's stretch, are one sequence.
  const sorted = members.toSorted((a, b) => startOf(stretch(a)) - startOf(stretch(b)));
  const apart = sorted.every(
    (member, i) =>
      i === 0 || startOf(stretch(member)) >= (stretch(sorted[i - 1] as T).high ?? Number.POSITIVE_INFINITY),
  );
  return apart ? [[...members]] : runs.filter((run) => run.length > 1);
}

export function evened(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s:;,.|–—→=-]+/g, " ")
    .trim();
}

/** "weight: 4–9 kg | 10–13 kg". */
export function formatBandSeries({ kind, bands }: BandSeries): string {
  return `${kind}: ${bands.map(({ stretch }) => formatStretch(stretch)).join(" | ")}`;
}
