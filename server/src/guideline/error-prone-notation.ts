// Where a document uses notation that has been misread, kind by kind, block by block. It must not judge which kinds
// matter to a project.

import type { NotationKind } from "../lexicon/error-prone-form.ts";
import { notationKinds } from "../lexicon/error-prone-notation.ts";
import { listOncePerBlock } from "../syntax/block-memory.ts";
import { type Block, textsOf } from "../syntax/markdown.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { alignedUnits, decimalsNeeded, numberSlips } from "./error-prone-number.ts";
import type { Guideline } from "./guideline.ts";
import { isReferenceList } from "./reference-list.ts";
import { listPerRun } from "./run.ts";
import { pathOf } from "./section.ts";

export interface Notation extends Span {
  readonly kind: NotationKind;
  /** What may stand there instead. */
  readonly instead: readonly string[];
  readonly certain: boolean;
}

const kindNamed = new Map(notationKinds.map((kind) => [kind.id, kind]));
/** Sections that quote, or that say what letters mean. */
const silentTitle =
  /\b(?:references|bibliography|literature|further +reading|citations?|abbreviations?|acronyms?|glossary|symbols)\b/i;
const reach = 200;
/** Advice on writing speaks of the notation, it does not use it. */
const advice =
  /\b(?:abbreviat\w*|notation|trailing +zeros?|leading +zeros?|(?:do +not|don't|never|avoid|must +not) +(?:writ|us|say|abbreviat)\w*|(?:write|written|spell|spelt|spelled) +(?:out|in +full|as)|stands? +for|misread|mistaken +for|read +as)\b/i;

export const errorProneNotations = oncePer((guideline: Guideline): readonly Notation[] => {
  const { markdown, runs } = guideline;
  return notationsIn(runs, markdown);
});

const notationsIn = listPerRun(({ blocks, section }, markdown): readonly Notation[] =>
  isReferenceList(section) || pathOf(section).some(({ title }) => silentTitle.test(title))
    ? []
    : blocks.flatMap((block) => notationsOf(markdown, block)),
);

const moved = (notation: Notation, by: number): Notation => ({ ...notation, ...shifted(notation, by) });

const notationsOf = listOncePerBlock(({ plain }, block: Block): readonly Notation[] => {
  const aligned = columnsAligned(plain, block);
  return textsOf(block).flatMap((span) => {
    const text = plain.slice(span.start, span.end);
    if (!/\d|[A-Z]{2}|os\b|qhs|qod|[dD]\/[cC]/.test(text)) return [];
    const { column, units } = aligned(span);
    const decimals = new Set((column ?? [text]).flatMap(decimalsNeeded));
    const slips = numberSlips(text, { decimals, units }).map(
      ({ kind, start, end, instead }): Notation => ({
        kind: kindNamed.get(kind) as NotationKind,
        start,
        end,
        instead: [instead],
        certain: true,
      }),
    );
    const all = [...slips, ...formsIn(text)].filter((one) => !isSpokenOf(text, one));
    return all.toSorted((a, b) => a.start - b.start).map((one) => moved(one, span.start));
  });
}, moved);

/** A run of letters, or a sign: the cues of a notation are such. */
const run = /[A-Za-zµμ]+|[^A-Za-zµμ\d\s]/g;
const cued = notationKinds.map((kind) => ({ kind, cues: kind.cues?.split(" ") ?? [] }));

const formsIn = remembered((text: string): readonly Notation[] => {
  const runs = new Set(text.match(run));
  const possible = cued.filter(({ cues }) => cues.some((cue) => runs.has(cue)));
  return possible.flatMap(({ kind }) =>
    kind.forms.flatMap(({ pattern, instead, certain = false }) =>
      matchesIn(text, pattern()).map((match): Notation => {
        const { 0: whole, index } = match;
        const readings = instead.map((reading) =>
          singular(reading.replace("$1", match[1] ?? ""), text, index),
        );
        return { kind, start: index, end: index + whole.length, instead: readings, certain };
      }),
    ),
  );
});

/** "1 unit", "for 1 day". */
function singular(reading: string, text: string, at: number): string {
  if (/^ +units$/.test(reading) && /(?<![\d.,])1$/.test(text.slice(Math.max(0, at - 3), at))) return " unit";
  return reading.replace(/\b1 +(day|week|month)s$/, "1 $1");
}

/** "15 µg/mL before the next dose": measured in a patient. */
const level = /\b(?:trough|peak|levels?|serum|plasma|ferritin|dimer)\b/i;

/** "yearsAvoid", "dose0.15", "secondsMaintenance0.01": of so many the blanks were lost when the text was converted. */
const runTogether = /(?<=\p{Ll}{3})(?:\p{Lu}\p{Ll}|\d)/gu;
const fewestRunTogether = 3;

function isSpokenOf(text: string, { kind, start, end }: Notation): boolean {
  if (kind.id === "name-and-dose" && matchesIn(text, runTogether).length >= fewestRunTogether) return true;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  if (/["“‘'][\d.,· ]{0,12}$/.test(before) && /^\s?["”’']/.test(after)) return true;
  const sentence =
    before.slice(1 + Math.max(...[".", "!", "?"].map((sign) => before.lastIndexOf(sign)))) +
    after.split(/[.!?](?:\s|$)/, 1)[0];
  if (kind.id === "microgram-sign" && /^ *\/ *m[lL]/.test(after) && level.test(sentence)) return true;
  return advice.test(sentence);
}

interface Column {
  /** The column's texts; undefined for what is no cell. */
  readonly column: readonly string[] | undefined;
  readonly units: ReadonlySet<string>;
}
const noColumn: Column = { column: undefined, units: new Set() };

function columnsAligned(plain: string, block: Block): (cell: Span) => Column {
  if (block.kind !== "table") return () => noColumn;
  const columns: string[][] = [];
  const columnOf = new Map<number, number>();
  for (const { cells } of block.rows)
    for (const [column, { start, end }] of cells.entries()) {
      columnOf.set(start, column);
      columns[column] ??= [];
      columns[column].push(plain.slice(start, end));
    }
  const aligned = columns.map((column): Column => ({ column, units: alignedUnits(column) }));
  return ({ start }) => aligned[columnOf.get(start) ?? -1] ?? noColumn;
}
