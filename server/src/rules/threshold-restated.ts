// A card, box, table or annex that says the values of its chapter again, all but one: of the analyte one value on
// either side has no counterpart. For threshold-conflict; it must not know what is done at a value.

import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isEveryone, stageOf } from "../guideline/population.ts";
import { slice } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import { inOneUnit, isInclusive, isUpward, type Threshold } from "../guideline/threshold.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { areFarApart } from "./far-apart.ts";
import { sameSet } from "./overlap.ts";
import type { Neighbour } from "./rule.ts";
import type { Sides } from "./threshold-counterparts.ts";
import { polarity } from "./threshold-differences.ts";
import { mayBeSamePatients } from "./threshold-patients.ts";

const again =
  /\b(?:annex|appendix|summary|card|box|poster|board|checklist|flow *-?chart|algorithm|job +aid|insert|script|order +set|sheet|figure|key +points|at +a +glance|panel|aide[- ]memoire|reminder|leaflet|overview|form|chart|legend|label|sticker|template|rules)\b/i;
/** What a section's title alone tells: "Page for community volunteers", "Telephone rule for the night nurse". */
const titledAgain =
  /\bpages?\b(?! *\d)|\b(?:letter|hand-?out|telephone|phone|triage|bedside|desk|requests?|release|log|pocket|volunteers?|slip|alert|passport|wallet|crib|parents?|mothers?|carers?|told|take[- ]home|register|search|tape|at +home|patient(?:s?['’]s?)? +(?:sheet|copy|information|plan|passport)|nurses?['’]s?|midwi(?:fe|ves)['’]?s?|night)\b/i;
const longestOpening = 90;
const longestCaption = 200;
/** Of one analyte no chapter has so many. */
const mostOf = 12;
const mostNeighbours = 30;

/** Groups of thresholds that are a restatement by their opening, caption or headings. */
const restated = oncePer((guideline: Guideline): readonly (readonly Threshold[])[] =>
  [...grouped(guideline.thresholds, ({ group }) => String(group)).values()].filter(
    (all) => all.length > 1 && isRestatement(guideline, all[0] as Threshold),
  ),
);

export function isRestatement({ markdown, sections, text }: Guideline, { start }: Span): boolean {
  const at = markdown.blocks.findLastIndex(({ span }) => span.start <= start);
  const own = markdown.blocks[at];
  if (!own) return false;
  const opening = text.slice(own.span.start, Math.min(own.span.end, own.span.start + longestOpening));
  const caption = captionOf(markdown, at);
  const heads = pathOf(sectionAt(sections, start)).map(({ title }) => title);
  // A box of its own is one.
  if (/^\s*>/.test(text.slice(text.lastIndexOf("\n", own.span.start - 1) + 1, own.span.start + 1)))
    return true;
  const said = [opening, caption, ...heads.slice(-1)];
  const title = heads.length > 1 ? (heads.at(-1) ?? "") : "";
  const isOne = said.some((one) => again.test(one) && !ownScale.test(one));
  return isOne || (titledAgain.test(title) && !ownScale.test(title)) || isAnnex(heads[0]);
}
/** What a table, or a list, stands under. */
function captionOf(markdown: Guideline["markdown"], at: number): string {
  const { blocks } = markdown;
  let top = at;
  while (isItem(blocks[top])) top--;
  const over = blocks[at]?.kind === "table" ? blocks[at - 1] : top < at ? blocks[top] : undefined;
  const isShort = over?.kind === "paragraph" && over.span.end - over.span.start < longestCaption;
  return isShort ? slice(markdown, over.span) : "";
}

const isItem = (block: Guideline["markdown"]["blocks"][number] | undefined): boolean =>
  block?.kind === "paragraph" && block.listDepth > 0;

/** "SIRS checklist": of what it counts, and not of what is done. */
const ownScale = /\b(?:q?SOFA|SIRS|APGAR|[Ss]cor(?:e|es|ing)|[Cc]riteria)\b/;

const isAnnex = (title: string | undefined) =>
  /^\W*(?:annex|appendix|card|sheet|poster|box)\b/i.test(title ?? "");

/** What a restatement has instead of its chapter's value. */
export function* restatedOtherwise(guideline: Guideline, neighbours: readonly Neighbour[]): Iterable<Sides> {
  for (const part of restated(guideline)) {
    const [first] = part;
    if (!first) continue;
    const top = pathOf(sectionAt(guideline.sections, first.start))[0];
    const own = guideline.thresholds.filter(
      (one) => one.group !== first.group && pathOf(sectionAt(guideline.sections, one.start))[0] === top,
    );
    yield* oddIn(part, own, undefined);
    const title = pathOf(sectionAt(guideline.sections, first.start))[0]?.title;
    if (neighbours.length > mostNeighbours || !isAnnex(title)) continue;
    for (const neighbour of neighbours) yield* oddIn(part, neighbour.guideline.thresholds, neighbour);
  }
}

const key = (one: Threshold) => `${one.analyte.id} ${isUpward(one)}`;

function* oddIn(
  part: readonly Threshold[],
  chapter: readonly Threshold[],
  there: Neighbour | undefined,
): Iterable<Sides> {
  const others = grouped(chapter, key);
  for (const [name, own] of grouped(part, key)) {
    const all = others.get(name) ?? [];
    if (all.length === 0 || all.length > mostOf || own.length > mostOf) continue;
    const [here, more] = own.filter((one) => !all.some((other) => isSame(one, other)));
    const left = all.filter((one) => !own.some((other) => isSame(one, other)));
    const [counterpart] = left;
    if (!here || more || !counterpart || !left.every((one) => isSame(one, counterpart))) continue;
    // What stands beside the counterpart stands beside it here as well.
    const beside = chapter.filter(({ group }) => group === counterpart.group);
    const anchored = part.some((one) => one !== here && beside.some((other) => isSame(one, other)));
    if (!anchored || isSaid(here, chapter) || !areAlike(here, counterpart)) continue;
    yield { here, against: left.map((threshold) => ({ threshold, in: there })), withIt: [] };
  }
}

/** "114 and less" is "below 115". */
function isSame(a: Threshold, b: Threshold): boolean {
  const values = inOneUnit(a, b);
  if (key(a) !== key(b) || !values) return false;
  const [one, other] = values;
  const near = Math.abs(one - other);
  if (near <= 0.011 * Math.abs(one) && a.unit?.code !== b.unit?.code) return true;
  const step = Math.max(a.reading.lowStep, b.reading.lowStep);
  return near < 1e-9 || (isInclusive(a) !== isInclusive(b) && Math.abs(near - step) < 1e-9);
}

/** The value stands in the chapter after all, of something else. */
const isSaid = (here: Threshold, chapter: readonly Threshold[]): boolean =>
  chapter.some(
    (one) => one.analyte.id === here.analyte.id && inOneUnit(here, one)?.every((v) => v === here.value),
  );

function areAlike(a: Threshold, b: Threshold): boolean {
  return (
    // A pressure's two values are one: where neither is said again, it is another decision.
    a.other === undefined &&
    polarity(a) === polarity(b) &&
    sameSet(a.aspects, b.aspects) &&
    !areFarApart(a, b) &&
    (mayBeSamePatients(a.population, b.population) || isOpen(a) || isOpen(b) || (isYoung(a) && isYoung(b)))
  );
}

const isOpen = ({ population }: Threshold) => isEveryone(population);
const isYoung = ({ population }: Threshold) => ["neonate", "child"].includes(stageOf(population) ?? "");
