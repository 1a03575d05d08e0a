// An age that is none of the patients it is said of, but would be in another unit: "aged 12 to 17 months" below
// "Adolescents". For band-population; it must not know bands.

import type { AxisKind } from "../guideline/column.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { type Group, groupByWord } from "../guideline/population-group.ts";
import { listPerRun } from "../guideline/run.ts";
import { slice } from "../guideline/scope.ts";
import { movedStretch, type Stretch, stretchesIn } from "../guideline/stretch.ts";
import type { Span } from "../text/span.ts";

const year = 365.25;
/** How old they are, in days. */
const stages: Partial<Record<Group, readonly [number, number]>> = {
  neonate: [0, year / 4],
  infant: [0, 1.9 * year],
  child: [0, 19 * year],
  adolescent: [8 * year, 25 * year],
  adult: [10 * year, 130 * year],
  elderly: [45 * year, 130 * year],
};
/** Up to where and from where those who are named are surely of another age. */
const usual: Partial<Record<Group, readonly [number, number]>> = {
  neonate: [0, 28],
  infant: [0, year],
  child: [0, 18 * year],
  adolescent: [9 * year, 20 * year],
  adult: [12.1 * year, 130 * year],
  elderly: [50 * year, 130 * year],
};

export interface NamedStage {
  /** Within these they are. */
  readonly usual: readonly [number, number];
  /** Beyond these they are not. */
  readonly widest: readonly [number, number];
}

/** The stages of life, or of pregnancy in weeks, that a heading or caption names: "Neonates", "Third trimester". */
export function namedStages(
  markdown: Guideline["markdown"],
  place: Span,
  kind: AxisKind,
): readonly NamedStage[] {
  const text = slice(markdown, place);
  if (kind === "gestation")
    return ofPregnancy.flatMap(([words, weeks]) =>
      words.test(text) ? [{ usual: weeks, widest: [weeks[0], weeks[1] + 2] as const }] : [],
    );
  return groupsIn(text).flatMap((group) => {
    const [within, widest] = [usual[group], stages[group]];
    return within && widest ? [{ usual: within, widest }] : [];
  });
}

const ofPregnancy: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/\b(?:first|1st) +trimester|\bearly +pregnancy/i, [0, 16]],
  [/\b(?:second|2nd) +trimester/i, [12, 29]],
  [/\b(?:third|3rd|last) +trimester|\blate +pregnancy/i, [26, 44]],
  [/\bpre-?term\b|\bpremature/i, [0, 37]],
  [/(?<!pre-?|post-?|full[- ]|(?:long|short|near|medium)[- ])\bterm\b|\bfull[- ]term\b/i, [37, 44]],
];

/** From one unit of age to another: days, weeks, months, years. */
const slips = [7, 30.4375 / 7, 12, 52, 30.4375];

interface Misplaced {
  readonly stretch: Stretch;
  readonly people: Span;
}

/** So many blocks below a heading are still only about whom it names. */
const mostBlocks = 3;
const saysAge = /\b(?:aged?|ages)(?: +(?:of|from|between))?\s*$/i;
const isAge = /^ *(?:of +age|old)\b/i;

const misplacedIn = listPerRun(({ section, blocks }, markdown): readonly Misplaced[] => {
  const heading = section?.headingSpan;
  const named = heading ? stagesIn(slice(markdown, heading)) : [];
  return blocks.slice(0, mostBlocks + 1).flatMap((block): Misplaced[] => {
    if (block.kind !== "paragraph") return [];
    const text = slice(markdown, block.span);
    if (!/\bage|\bold\b/i.test(text)) return [];
    const own = stagesIn(text);
    const whose = own.length > 0 ? own : named;
    const people = own.length > 0 ? block.span : heading;
    if (!people || whose.length === 0) return [];
    return stretchesIn(text)
      .filter((stretch) => stretch.kind === "age" && isTold(text, stretch) && isSlip(stretch, whose))
      .map((stretch) => ({ stretch: movedStretch(stretch, block.span.start), people }));
  });
});

/** Every stage that the words name. */
const stagesIn = (text: string): (readonly [number, number])[] =>
  groupsIn(text).flatMap((group) => {
    const range = stages[group];
    return range ? [range] : [];
  });

function groupsIn(text: string): readonly Group[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  // "Meningitis beyond the newborn period"
  const isLeftBehind = (at: number) =>
    /^(?:beyond|outside|past)$/.test(words[words[at - 1] === "the" ? at - 2 : at - 1] ?? "");
  return [...new Set(words.flatMap((word, at) => (isLeftBehind(at) ? [] : (groupByWord.get(word) ?? []))))];
}

const isTold = (text: string, { start, end }: Stretch) =>
  saysAge.test(text.slice(Math.max(0, start - 20), start)) || isAge.test(text.slice(end, end + 12));

/** Nobody who is named is of that age; in another unit all of it would be one's. */
function isSlip({ low, high, point }: Stretch, whose: readonly (readonly [number, number])[]): boolean {
  if (point || low === undefined || high === undefined) return false;
  if (whose.some(([from, to]) => low <= to && high >= from)) return false;
  const within = (by: number) => whose.some(([from, to]) => low * by >= from && high * by <= to);
  return slips.some((by) => within(by) || within(1 / by));
}

export function* misplacedAges(guideline: Guideline) {
  const { text, lines } = guideline;
  for (const { stretch, people } of misplacedIn(guideline.runs, guideline.markdown)) {
    const said = text.slice(stretch.start, stretch.end);
    yield {
      span: { start: stretch.start, end: stretch.end },
      message: `"${said}" is no age of those who are named (line ${lines.positionAt(people.start).line + 1}). Check its unit.`,
      related: [{ span: people, message: "Whom it is said of." }],
      state: undefined,
    };
  }
}
