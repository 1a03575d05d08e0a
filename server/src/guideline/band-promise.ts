// What the words above a band series say it is for: "children of 4–24 kg" in its caption, in the sentence that
// leads to it, or in its heading. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { introBlocks, sectionBlocks } from "./band-coverage.ts";
import { namesAnalyte } from "./band-rows.ts";
import type { BandSeries } from "./band-series.ts";
import { bareAge, notPatients } from "./bare-age.ts";
import type { Guideline } from "./guideline.ts";
import { slice } from "./scope.ts";
import { pathOf, reachOf, type Section, sectionAt } from "./section.ts";
import { aboutBands, inScope, whom } from "./stated-patients.ts";
import { lifeDaysIn, movedStretch, type Stretch, stretchesIn } from "./stretch.ts";

export interface BandPromise {
  readonly stretch: Stretch;
  readonly from: "caption" | "lead" | "heading";
  /** The blocks whose words they are. */
  readonly blocks: readonly number[];
  /** The heading's part of the text, where that is more than the section of the bands. */
  readonly within?: Span | undefined;
}

const caption = /^\W{0,4}(?:caption|legend|table|tableau|box|figure|annex|chart|schedule)\b/i;
const leads = /:\s*$|\b(?:table|below|following|follows|applies|as +listed|rows?|bands?)\b/i;
/** Directly above the bands a sentence orders what they divide. */
const ordersIt =
  /^(?=[\s\S]{1,400}$)[^.]{0,160}\b(?:receives?|gets?|takes?|(?:is|are) +(?:given|treated|dosed)|treat|give|dose)\b/i;
/** "When the INR is below 2, it is given only on advice.": what is to be done there is said at once. */
const settles =
  /(?:^|[.;]\s+)(?:when|if|where|with|at)\b(?:[^.;:,]|[.,](?=\d)){0,120},(?:[^.;:]|\.(?=\d)){1,200}\.?\s*$/i;
const smaller =
  /\b(?:smaller|lighter|younger)\s+(?:babies|children|infants|patients|newborns|ones|people)\b/i;

/** Undefined where the words promise nothing exact, or several things. */
export function promiseOf(guideline: Guideline, series: BandSeries): BandPromise | undefined {
  const { markdown, sections } = guideline;
  const before = markdown.blocks[series.block - 1];
  const item = before?.kind === "paragraph" && before.listDepth > 0 && series.where === "list";
  if (before?.kind === "paragraph" && !item && before.span.end <= series.start) {
    const text = slice(markdown, before.span);
    const from = isCaption(markdown, before.span) ? "caption" : "lead";
    const settling = series.kind === "value" ? settles.exec(text)?.[0] : undefined;
    const settled = settling !== undefined && !leads.test(settling.replace(/\bbelow +\d/gi, ""));
    const near =
      !settled &&
      (from === "caption" ||
        series.where === "list" ||
        leads.test(text) ||
        // "- Paracetamol 15 mg/kg", "  - Under 6 months calculate the dose": an item below a list is of some only.
        (before.listDepth < 2 && ordersIt.test(text)));
    const stretch = near ? onlyStretch(text, before.span.start, series) : undefined;
    if (stretch === "several") return undefined;
    if (stretch) return { stretch, from, blocks: [series.block - 1] };
  }
  const titled = titleAbove(guideline, series);
  if (titled) return titled === "several" ? undefined : titled;
  const below = guideline.markdown.blocks[series.block + 1];
  if (series.where === "table" && below?.kind === "paragraph") {
    const text = slice(markdown, below.span);
    const stretch =
      caption.test(text) && text.length < 200 ? onlyStretch(text, below.span.start, series) : undefined;
    if (stretch && stretch !== "several") return { stretch, from: "caption", blocks: [series.block + 1] };
  }
  const section = sectionAt(sections, series.start);
  const own = section && promisedBy(guideline, section, series);
  if (own) return own;
  for (let above = section?.parent; above; above = above.parent) {
    const promise = promisedBy(guideline, above, series);
    if (!promise) continue;
    const within = reachOf(guideline, above);
    return isOnly(guideline, within, series) ? { ...promise, within } : undefined;
  }
  return promisedInFront(guideline, series) ?? statedFor(guideline, series);
}

/** "Table 3. …", or all in bold. */
export function isCaption(markdown: Markdown, span: Span): boolean {
  const text = slice(markdown, span);
  const bold = /^\s*(?:\*\*|__)/.test(markdown.text.slice(span.start, span.end)) && text.length < 200;
  return bold || caption.test(text);
}

interface Around {
  readonly blocks: readonly number[];
  readonly within: Span;
  /** What in their words says whom they are for. */
  readonly pattern?: (text: string) => Span | undefined;
}

/** "For every patient of 5 kg or more.", in the section of the bands or at the beginning of those around it. */
function statedFor(guideline: Guideline, series: BandSeries): BandPromise | undefined {
  const own = sectionAt(guideline.sections, series.start);
  const below =
    series.where === "table" ? statedIn(guideline, series, series.block + 1, aboutBands) : undefined;
  if (below) return { stretch: below, from: "caption", blocks: [series.block + 1] };
  const start = own?.headingSpan.start ?? -1;
  const paragraphs = sectionBlocks(guideline, series.block).filter((at) => at < series.block);
  const around: readonly Around[] = [
    { blocks: paragraphs.toReversed(), within: own ? reachOf(guideline, own) : wholeOf(guideline) },
    ...pathOf(own)
      .toReversed()
      .slice(1)
      .map((section) => ({
        blocks: introBlocks(guideline, section.headingSpan.start),
        within: reachOf(guideline, section),
      })),
    ...(series.kind === "value" ? [] : scopesAround(guideline, own)),
    ...(start < 0 ? [] : [{ blocks: introBlocks(guideline, -1), within: wholeOf(guideline) }]),
  ];
  for (const { blocks, within, pattern = whom } of around) {
    for (const at of blocks) {
      const stretch = statedIn(guideline, series, at, pattern);
      if (!stretch) continue;
      return isOnly(guideline, within, series)
        ? { stretch, from: "heading", blocks: [at], within }
        : undefined;
    }
  }
  return undefined;
}

/** "Scope", "Whom this chart covers", "Eligibility". */
const asksWhom =
  /^\W*(?:[\d.]+ +)?(?:scope|who|whom|for +whom|patients?|(?:target|patient|study)? *(?:population|group)|eligib\w+|inclusion|indications?|coverage|applies +to|applicability|use|to +whom)\b/i;
/** So many sections are looked through. */
const mostScopes = 40;

/** Sections before the bands, below one of the same headings, that only say whom all of it is for. */
function scopesAround(guideline: Guideline, own: Section | undefined) {
  const { sections } = guideline;
  return sections
    .slice(0, mostScopes)
    .filter(
      (section) =>
        asksWhom.test(section.title) &&
        section !== own &&
        own !== undefined &&
        section.headingSpan.start < own.headingSpan.start &&
        (section.parent === undefined || pathOf(own).includes(section.parent)),
    )
    .map(({ headingSpan, parent }) => ({
      blocks: introBlocks(guideline, headingSpan.start),
      within: parent ? reachOf(guideline, parent) : wholeOf(guideline),
      pattern: inScope,
    }));
}

const wholeOf = ({ text }: Guideline): Span => ({ start: 0, end: text.length });

export function statedIn(
  { markdown }: Guideline,
  series: BandSeries,
  at: number,
  pattern: (text: string) => Span | undefined,
): Stretch | undefined {
  const block = markdown.blocks[at];
  const said = block?.kind === "paragraph" ? pattern(slice(markdown, block.span)) : undefined;
  if (!block || !said) return undefined;
  const text = slice(markdown, block.span).slice(said.start, said.end);
  const found = onlyStretch(text, block.span.start + said.start, series);
  return found === "several" ? undefined : found;
}

/** So many paragraphs may stand between a run-in title and its bands. */
const titleReach = 3;
const runIn = /^\s*(\*\*|__)(.{3,160}?)\1/;
/** "Doses for patients from 5 kg": a sentence about the bands, wherever it stands in its paragraph. */
const dosesFor =
  /(?<=^|[.:;]\s+)(?:the +)?(?:dos(?:es|ing|ages?)|amounts?|(?:number +of +)?tablets)\b[^.:;]{0,40}?\b(?:for|in|of|covers?|apply|applies)\b[^.:;]{0,80}/i;

/** "**Dosing, all patients of 5 kg and more.** The tablet contains …", up to a few paragraphs above the bands. */
function titleAbove({ markdown }: Guideline, series: BandSeries): BandPromise | "several" | undefined {
  for (let at = series.block - 1; at >= Math.max(0, series.block - titleReach); at--) {
    const block = markdown.blocks[at];
    if (block?.kind !== "paragraph" || block.listDepth > 0) return undefined;
    const { start, end } = block.span;
    const title = runIn.exec(markdown.text.slice(start, end));
    const place = title
      ? { from: start, to: start + title[0].length }
      : at === series.block - 1
        ? sentencePlace(slice(markdown, block.span), start)
        : undefined;
    const said = place && { start: place.from, end: place.to };
    const stretch = said && onlyStretch(slice(markdown, said), said.start, series);
    if (stretch) return stretch === "several" ? stretch : { stretch, from: "lead", blocks: [] };
    if (title) return undefined;
  }
  return undefined;
}

function sentencePlace(text: string, offset: number) {
  const found = dosesFor.exec(text);
  return found && { from: offset + found.index, to: offset + found.index + found[0].length };
}

/** "title: Paracetamol, 3 months to 11 years" above a document with one table of ages. */
function promisedInFront(guideline: Guideline, series: BandSeries): BandPromise | undefined {
  const { markdown, text } = guideline;
  const span = { start: 0, end: text.length };
  const front = markdown.frontMatter?.span;
  if (!front || !isOnly(guideline, span, series)) return undefined;
  for (const line of matchesIn(
    text.slice(0, front.end),
    /^(?:title|subtitle|population|patients)[ \t]*:.*$/gim,
  )) {
    const stretch = onlyStretch(line[0], line.index, series);
    if (stretch && stretch !== "several") return { stretch, from: "heading", blocks: [], within: span };
  }
  return undefined;
}

function promisedBy(
  { markdown }: Guideline,
  { headingSpan }: Section,
  series: BandSeries,
): BandPromise | undefined {
  const stretch = onlyStretch(slice(markdown, headingSpan), headingSpan.start, series);
  return stretch && stretch !== "several" ? { stretch, from: "heading", blocks: [] } : undefined;
}

/** What a chapter promises is kept by all bands of its sections together: only one that is alone is measured by it. */
function isOnly({ bandSeries }: Guideline, span: Span, series: BandSeries): boolean {
  return bandSeries.every(
    (other) =>
      other === series || other.kind !== series.kind || other.start < span.start || other.start >= span.end,
  );
}

const instead =
  /\b(?:syrup|suspension|drops|solution|granules|powder|dispersible|instead|by +weight|mg\/kg)\b/i;

/**
 * "Smaller babies are dosed by the pharmacist" stands in the section; a figure beside it says which ones. Below a
 * promise "from 6 months" the younger ones are those under 6 months, unless they get something else instead.
 */
export function exceptsSmaller(guideline: Guideline, series: BandSeries, { low }: Stretch): boolean {
  const open = low === undefined || low === 0;
  return sectionBlocks(guideline, series.block).some((at) => {
    const block = guideline.markdown.blocks[at];
    if (block?.kind !== "paragraph") return false;
    const sentences = slice(guideline.markdown, block.span).split(/(?<=[.;])\s/);
    return sentences.some(
      (one) =>
        smaller.test(one) &&
        (open || instead.test(one)) &&
        !stretchesIn(one).some(({ kind, unit }) => kind === series.kind && unit === series.unit),
    );
  });
}

const leftOut =
  /^(?: +old| +of +age)? +(?:is|are) +(?:left +out|excluded|skipped|spared|omitted|passed +over|not +(?:treated|given|included|eligible))\b/i;

function onlyStretch(
  text: string,
  offset: number,
  { kind, unit }: BandSeries,
): Stretch | "several" | undefined {
  // "when eGFR is under 60": the unit is that of the bands.
  const isNamed =
    kind === "gestation" ? /\bpregnan/i.test(text) : kind === "value" && namesAnalyte(text.toLowerCase());
  const hint = isNamed ? { kind, unit } : undefined;
  const life = kind === "age" && ofLife.test(text) ? lifeDaysIn(text) : [];
  const first = kind === "age" ? firstOfLife(text) : undefined;
  const all = first ? [first] : life.length > 0 ? life : opened(stretchesIn(text, hint), text);
  const read = kind === "gestation" ? all.map((stretch) => ofBirth(stretch, text)) : all;
  const found = read.filter((stretch) => {
    if (stretch.kind !== kind || stretch.unit !== unit || stretch.point) return false;
    // "Infants younger than 12 months are left out" promises nothing.
    if (leftOut.test(text.slice(stretch.end))) return false;
    // "The target level is 0.5 to 0.9": the bands below say what to do beside it.
    if (kind === "value" && aimedAt.test(text.slice(0, stretch.start))) return false;
    return kind !== "age" || !(notPatients.test(text.slice(0, stretch.start)) || isOfBirth(stretch, text));
  });
  const [one, ...more] = found;
  if (!one) {
    if (kind === "weight") return anyWeight(text, offset);
    return kind === "age" && all.length === 0 ? bareAge(text, offset) : undefined;
  }
  return more.length > 0 ? "several" : movedStretch(one, offset);
}

const ofLife = /\b(?:births?|born|newborns?|neonates?|neonatal|of +life)\b/i;

/** "The first 28 days of life" */
function firstOfLife(text: string): Stretch | undefined {
  const said = /\bfirst +(\d+) +(days?|weeks?|months?) +(?:of +life|after +birth)\b/i.exec(text);
  const [found] = said ? stretchesIn(`birth to ${said[1]} ${said[2]}`) : [];
  return said && found
    ? {
        ...found,
        lowSpan: undefined,
        highSpan: undefined,
        start: said.index,
        end: said.index + said[0].length,
      }
    : undefined;
}

const aimedAt =
  /\b(?:targets?|aims?|goals?|(?:therapeutic|normal|reference|desired|wanted|usual) +(?:range|level|value|trough|concentration|interval)s?)\b[^.;:]{0,60}$/i;

/** "Adults of any body weight": from nothing on. */
function anyWeight(text: string, offset: number): Stretch | undefined {
  const said = /\b(?:of|at|in) +(?:any|every|all|whatever) +(?:body *)?weights?\b/i.exec(text);
  if (!said) return undefined;
  const place = { start: offset + said.index, end: offset + said.index + said[0].length };
  const ends = { low: 0, high: undefined, lowInclusive: true, highInclusive: true, lowStep: 1, highStep: 1 };
  return {
    kind: "weight",
    unit: "kg",
    ...ends,
    point: false,
    lowSpan: undefined,
    highSpan: undefined,
    ...place,
  };
}

const joint =
  /^(?: +of +age| +old)?,?\s*(?:and|or|&|and +weighing|weighing|or +weighing|with +a +weight +of)\s*$/i;

const openEnd = { point: false, high: undefined, highSpan: undefined };
/** "5 kg upwards", "5 kg or bigger"; "from the age of 6 months", "starting at 5 kg". */
const upwards = /^(?: +of +age| +old)?,? +(?:(?:and|or) +(?:bigger|larger)|upwards?|onwards?)\b/i;
const begins =
  /\b(?:(?:from|starting +(?:at|from|with)|down +to)(?: +an?| +the)?(?: +age +of| +weight +of)?)\s*$/i;

/** "Newborns born before 34 weeks": weeks of pregnancy. */
function ofBirth(stretch: Stretch, text: string): Stretch {
  const { kind, low, high, lowStep, highStep } = stretch;
  if (kind !== "age" || !isOfBirth(stretch, text)) return stretch;
  const weeks = (days: number | undefined) => (days === undefined ? undefined : days / 7);
  const steps = { lowStep: lowStep / 7, highStep: highStep / 7 };
  return { ...stretch, kind: "gestation", unit: "week", low: weeks(low), high: weeks(high), ...steps };
}

const isOfBirth = ({ start, end }: Stretch, text: string) =>
  /\b(?:born|delivered|delivery|(?:pre-?term +)?(?:births?|labou?r))\b[^.;]{0,20}$/i.test(
    text.slice(0, start),
  ) || /^ *(?:of +|')?(?:gestation|pregnancy|pregnant)\b/i.test(text.slice(end));

/** "born before 37 weeks" */
const bornBefore = /\b(?:born|delivered|birth) +(?:before|prior +to|at +(?:less|fewer) +than)\s*$/i;

/** "from 4 weeks of age and 3 kg": the second one is a beginning, too. */
function opened(stretches: readonly Stretch[], text: string): readonly Stretch[] {
  return stretches.map((stretch, i) => {
    const before = stretches[i - 1];
    if (stretch.point && bornBefore.test(text.slice(0, stretch.start)))
      return { ...stretch, point: false, low: undefined, lowSpan: undefined, highInclusive: false };
    const upward = upwards.test(text.slice(stretch.end)) || begins.test(text.slice(0, stretch.start));
    if (stretch.point && upward) return { ...stretch, ...openEnd };
    if (!stretch.point || !before || before.kind === stretch.kind) return stretch;
    const goesOn = before.low !== undefined && before.high === undefined;
    if (!goesOn || !joint.test(text.slice(before.end, stretch.start))) return stretch;
    return { ...stretch, ...openEnd };
  });
}
