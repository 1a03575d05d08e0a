// Bands that nothing joins but their ends: in sentences, paragraphs or items of one section "below 5", "5 to under 8" and
// "from 8" divide an axis, whatever they are of, if all but one of them meet. It must not judge.

import type { Markdown } from "../syntax/markdown.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { mentionAt } from "./analyte-mention.ts";
import { type BandSeries, evened, notAge } from "./band-series.ts";
import { grouped } from "./grouped.ts";
import { medicinesAmong } from "./item-kind.ts";
import { lex } from "./lexer.ts";
import { listPerRun } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { anyMeasure, endOf, movedStretch, reachOf, type Stretch, startOf, stretchesIn } from "./stretch.ts";

interface Member {
  readonly stretch: Stretch;
  /** What stands before it in its sentence. */
  readonly lead: string;
  readonly tail: Span;
}

/** In each section, what would divide an axis wholly if one end were another; its block is counted nowhere. */
export const bandChains = listPerRun(({ blocks }, markdown): readonly BandSeries[] => {
  const read = blocks.flatMap((block) => (block.kind === "paragraph" ? membersOf(markdown, block.span) : []));
  if (read.length < fewest) return [];
  const isOfPregnancy = read.some(({ stretch }) => stretch.kind === "gestation");
  const members = isOfPregnancy ? read.map(inGestation) : read;
  const byAxis = grouped(members, ({ stretch: { kind, unit } }) => `${kind} ${unit}`);
  return [...byAxis.values()].flatMap((axis) =>
    axis.length < fewest ? [] : brokenIn(markdown, axis).map((chain) => asSeries(markdown, chain)),
  );
});

/** "From 34 weeks" beside "below 34 weeks of pregnancy" */
function inGestation(member: Member): Member {
  const { kind, low, high, lowStep, highStep } = member.stretch;
  if (kind !== "age" || lowStep !== 7 || highStep !== 7) return member;
  const ends = { low: low && low / 7, high: high && high / 7, lowStep: 1, highStep: 1 };
  return { ...member, stretch: { ...member.stretch, ...ends, kind: "gestation", unit: "week" } };
}

const fewest = 3;
const longest = 9;

function membersOf(markdown: Markdown, span: Span): Member[] {
  const text = slice(markdown, span);
  const found = stretchesIn(text, anyMeasure).filter((stretch) => isBand(stretch, text));
  return found.map((stretch, i) => {
    const from = Math.max(
      found[i - 1]?.end ?? 0,
      text.lastIndexOf(". ", stretch.start),
      stretch.start - leadReach,
    );
    const isNext = ({ kind, unit }: Stretch) => kind === stretch.kind && unit === stretch.unit;
    const next = found.slice(i + 1).find(isNext)?.start ?? text.length;
    return {
      stretch: movedStretch(stretch, span.start),
      lead: text.slice(from, stretch.start),
      tail: { start: span.start + stretch.end, end: span.start + next },
    };
  });
}
const leadReach = 120;

/** No lone value; of bare numbers only those that a sign sets apart. */
function isBand({ point, kind, unit, start, end }: Stretch, text: string): boolean {
  if (point) return false;
  if (unit === anyMeasure.unit) return setApart.test(text.slice(end, end + 24));
  return kind !== "age" || !notAge.test(text.slice(Math.max(0, start - leadReach), start));
}

const setApart =
  /^(?: +(?:up|on|and +up|upwards?|onwards?|or +(?:more|less|over|above|below)))?(?: *[,:;)–—]| +(?:is|are|means?|need|needs)\b)/i;

/** Longest first; what divides its axis as it should is used up. */
function brokenIn(markdown: Markdown, members: readonly Member[]): Member[][] {
  const used = new Set<Member>();
  const found: Member[][] = [];
  for (const wanted of ["whole", "broken"] as const) {
    const least = wanted === "whole" ? 2 : fewest;
    for (let count = Math.min(longest, members.length); count >= least; count--) {
      for (let at = 0; at + count <= members.length; at++) {
        const chain = members.slice(at, at + count);
        if (chain.some((one) => used.has(one)) || stateOf(chain) !== wanted) continue;
        for (const one of chain) used.add(one);
        if (wanted === "broken" && areOfOne(markdown, chain)) found.push(chain);
      }
    }
  }
  return found;
}

function stateOf(chain: readonly Member[]): "whole" | "broken" | undefined {
  const sorted = chain.map(({ stretch }) => stretch).toSorted((a, b) => startOf(a) - startOf(b));
  const open = [sorted[0]?.low, sorted.at(-1)?.high].filter((end) => end === undefined).length;
  const isGraded = chain.every(({ lead, stretch: { kind } }) => kind === "value" && grade.test(lead));
  if (open === 0 || (open === 1 && chain.length === fewest && !isGraded)) return undefined;
  const inner = sorted.slice(1, -1);
  if (inner.some(({ low, high }) => low === undefined || high === undefined)) return undefined;
  const joints = sorted.slice(1).map((upper, i) => jointOf(sorted[i] as Stretch, upper));
  const apart = joints.filter((joint) => joint !== "meet");
  if (apart.length === 0) return open === 2 ? "whole" : undefined;
  if (apart.length > 1 || apart[0] === "nested") return undefined;
  return apart[0] === "overlap" || isSmall(sorted, joints.indexOf("gap")) ? "broken" : undefined;
}

/** "Mild is 130 to 134, moderate 125 to 128, severe below 125": above the first nothing is wrong. */
const grade = /\b(?:mild|moderate|severe|critical|grade|stage|class|level|category)\b/i;

function jointOf(lower: Stretch, upper: Stretch): "meet" | "gap" | "overlap" | "nested" {
  const between = startOf(upper) - endOf(lower);
  if (Number.isNaN(between) || startOf(upper) <= startOf(lower) || endOf(upper) <= endOf(lower))
    return "nested";
  const dust = lower.highStep / 1000;
  const step = lower.highInclusive && upper.lowInclusive ? Math.max(lower.highStep, upper.lowStep) : 0;
  if (
    Math.abs(between) <= dust ||
    (between > 0 && between <= step + dust + (lower.kind === "age" ? 5 * Math.sign(step) : 0))
  )
    return "meet";
  return between > 0 ? "gap" : "overlap";
}

/** A gap wider than the bands is rather a range of which nothing is to be said. */
function isSmall(sorted: readonly Stretch[], at: number): boolean {
  const widths = sorted.flatMap((one) =>
    one.low === undefined || one.high === undefined ? [] : [reachOf(one) - one.low],
  );
  const [lower, upper] = [sorted[at] as Stretch, sorted[at + 1] as Stretch];
  return startOf(upper) - endOf(lower) <= Math.max(...widths);
}

/** Each is told something, and no two name other medicines or other things that are measured. */
function areOfOne(markdown: Markdown, chain: readonly Member[]): boolean {
  if (!chain.slice(0, -1).every(({ tail }) => tells.test(slice(markdown, tail)))) return false;
  return [namesIn, analytesIn].every((read) => {
    const named = chain.map(({ lead }) => read(lead)).filter((one) => one.length > 0);
    return named.every((one) => one.some((name) => named[0]?.includes(name)));
  });
}

const tells = /[.;]|(?<![a-zß-öø-ɏ])(?!and\b|but\b|the\b)[a-zß-öø-ɏ]{3}/i;

const namesIn = remembered((lead: string) => medicinesAmong(itemsOf(lead)).map(({ name }) => name));
const analytesIn = remembered((lead: string): readonly string[] => {
  const tokens = lex(lead);
  const found: string[] = [];
  for (let at = 0; at < tokens.length; ) {
    const named = mentionAt(tokens, at);
    if (named) found.push(...named.mention.analytes.map(({ id }) => id));
    at = named?.next ?? at + 1;
  }
  return found;
});

function asSeries(markdown: Markdown, chain: readonly Member[]): BandSeries {
  const [{ stretch }] = chain as readonly [Member];
  return {
    ...{
      kind: stretch.kind,
      unit: stretch.unit,
      where: "prose",
      inferred: true,
      axisHead: undefined,
      block: 0,
    },
    bands: chain.map((one) => ({
      stretch: one.stretch,
      instruction: evened(one.lead + slice(markdown, one.tail)),
    })),
    columns: [{ head: undefined, cells: chain.map(({ tail }) => tail) }],
    start: stretch.start,
    end: Math.max(...chain.map(({ tail }) => tail.end)),
  };
}
