// Goes through a document for its band series: tables, lists (also those written with dashes in one paragraph)
// and running text. It must not judge.

import { listOncePerBlock, oncePerBlock } from "../syntax/block-memory.ts";
import type { Block, Markdown, Paragraph } from "../syntax/markdown.ts";
import type { Table } from "../syntax/table.ts";
import { whileFrom } from "../text/memory.ts";
import { type Span, shifted } from "../text/span.ts";
import { proseBands } from "./band-prose.ts";
import { tableBands } from "./band-rows.ts";
import {
  agree,
  areOfLife,
  asGestation,
  type BandSeries,
  type Entry,
  entryOf,
  namedIn,
  seriesOf,
} from "./band-series.ts";
import { samePatients } from "./population.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { movedStretch } from "./stretch.ts";

export function parseBandSeries(markdown: Markdown, runs: readonly Run[]): BandSeries[] {
  let first = 0;
  return runs.flatMap((run) => {
    const own = seriesIn(run, markdown);
    const before = first;
    first += run.blocks.length;
    return own.length === 0 || before === 0
      ? own
      : placed(run, [before], () => own.map((series) => ({ ...series, block: series.block + before })));
  });
}

const placed = whileFrom<Run, readonly BandSeries[]>();

/** Of a run, whose blocks are counted from its first. */
const seriesIn = oncePerRun(({ blocks }, markdown): readonly BandSeries[] => {
  const found = [
    ...new ListReader(markdown, blocks).read(),
    ...blocks.flatMap((block, at) => {
      const bands = block.kind === "table" || block.kind === "paragraph" ? ownBands(markdown, block) : [];
      return bands.map((series) => ({ ...series, block: at }));
    }),
  ];
  return found.toSorted((a, b) => a.start - b.start);
});

/** What a table or a paragraph of running text has by itself. */
const ownBands = listOncePerBlock((piece, block: Table | Paragraph) => {
  if (block.kind === "table") return tableBands(piece, block, 0);
  return linesOf(piece, block) ? [] : proseBands(piece, block.span, 0);
}, movedSeries);

function movedSeries(series: BandSeries, by: number): BandSeries {
  const one = (span: Span | undefined) => span && shifted(span, by);
  return {
    ...series,
    ...shifted(series, by),
    axisHead: one(series.axisHead),
    bands: series.bands.map((band) => ({ ...band, stretch: movedStretch(band.stretch, by) })),
    columns: series.columns.map(({ head, cells }) => ({ head: one(head), cells: cells.map(one) })),
  };
}

/** The stretches that a list item, or each line of a list within one paragraph, begins with. */
interface Entries {
  readonly entries: readonly (Entry | undefined)[];
  readonly inLines: boolean;
}

const entriesOf = oncePerBlock(
  (piece, block: Paragraph): Entries => {
    const lines = linesOf(piece, block);
    const entries = (lines ?? [block.span]).map((span) => entryOf(piece, span, 0));
    return { entries, inLines: lines !== undefined };
  },
  ({ entries, inLines }, by) => ({
    entries: entries.map((entry) => entry && movedEntry(entry, by)),
    inLines,
  }),
);

function movedEntry(entry: Entry, by: number): Entry {
  return { ...entry, stretch: movedStretch(entry.stretch, by), tail: shifted(entry.tail, by) };
}

const bulleted = /^\s*[–—•·▪-]\s/;

/** The lines of a paragraph that is a list written with dashes or dots. */
function linesOf({ plain }: Markdown, { span }: Paragraph): Span[] | undefined {
  const lines: Span[] = [];
  for (let start = span.start; start < span.end; ) {
    const at = plain.indexOf("\n", start);
    const end = at < 0 || at > span.end ? span.end : at;
    lines.push({ start, end });
    start = end + 1;
  }
  const marked = lines.filter((line) => bulleted.test(plain.slice(line.start, line.end)));
  return marked.length >= 2 ? lines : undefined;
}

/** Items that follow each other at one depth, each beginning with a stretch of the same axis. */
class ListReader {
  readonly #markdown: Markdown;
  readonly #blocks: readonly Block[];
  readonly #series: BandSeries[] = [];
  readonly #chains = new Map<number, Entry[]>();

  constructor(markdown: Markdown, blocks: readonly Block[]) {
    this.#markdown = markdown;
    this.#blocks = blocks;
  }

  read(): BandSeries[] {
    for (const [at, block] of this.#blocks.entries()) this.#block(block, at);
    this.#flush(0);
    return this.#series;
  }

  #block(block: Block, at: number): void {
    if (block.kind === "comment") return;
    if (block.kind === "paragraph") this.#paragraph(block, at);
    else this.#flush(0);
  }

  #paragraph(block: Paragraph, at: number): void {
    const { entries, inLines } = entriesOf(this.#markdown, block);
    const depth = block.listDepth + (inLines ? 1 : 0);
    this.#lengthen(block);
    if (inLines) this.#flush(block.listDepth);
    for (const entry of entries) this.#item(entry, depth, at);
    if (inLines) this.#flush(depth);
  }

  /** What stands below an item that says no more than its band, "Children of 10 to 14 years", is told to that band. */
  #lengthen({ listDepth, span }: Paragraph): void {
    const chain = this.#chains.get(listDepth - 1);
    const last = chain?.at(-1);
    if (!chain || !last || listDepth < 2) return;
    const own = this.#markdown.plain.slice(last.stretch.end, last.tail.end);
    if (last.isLabel || !/\d/.test(own))
      chain[chain.length - 1] = { ...last, isLabel: true, tail: { start: last.tail.start, end: span.end } };
  }

  #item(found: Entry | undefined, depth: number, at: number): void {
    this.#flush(depth + 1);
    const entry = found && { ...found, block: at };
    const chain = this.#chains.get(depth);
    const last = chain?.at(-1);
    if (entry && chain && last && agree(last, entry) && !areOfOthers(this.#markdown, last, entry)) {
      chain.push(entry);
      return;
    }
    this.#flush(depth);
    if (entry) this.#chains.set(depth, [entry]);
  }

  /** A list of one item, which a colon divides into band and dose. */
  #isAlone(entry: Entry | undefined, depth: number): boolean {
    if (!entry || depth === 0) return false;
    const { plain } = this.#markdown;
    const inList = (at: number) => {
      const block = this.#blocks[at];
      return block?.kind === "paragraph" && block.listDepth > 0;
    };
    const apart = !inList(entry.block - 1) && !inList(entry.block + 1);
    return apart && entry.lead === "" && /^[\s*_]*[:–—]/.test(plain.slice(entry.tail.start, entry.tail.end));
  }

  #flush(depth: number): void {
    if (this.#chains.size === 0) return;
    for (const [at, chain] of [...this.#chains]) {
      if (at < depth) continue;
      this.#chains.delete(at);
      const whole = chain.length > 1 || this.#isAlone(chain[0], at);
      const lead = whole ? this.#lead(chain) : "";
      if (
        whole &&
        (at > 0 || isRunning(chain) || this.#isLabelled(chain)) &&
        areOfLife(this.#markdown, chain, lead)
      )
        this.#series.push(...seriesOf(this.#markdown, asGestation(chain, lead), "list"));
    }
  }

  /** What stands above a list: its heading and the line that leads to it. */
  #lead([first]: readonly Entry[]): string {
    const at = first?.block ?? 0;
    const above = [this.#blocks[at - 1], this.#blocks.find(({ kind }) => kind === "heading")];
    return above.map((block) => (block ? slice(this.#markdown, block.span) : "")).join(" ");
  }

  /** "Up to 9 kg\n: one sachet", "**10–19 kg:** two sachets", "**Child pack.** From 10 years": paragraphs that set each band apart. */
  #isLabelled(chain: readonly Entry[]): boolean {
    const { plain, text } = this.#markdown;
    const bold = (at: number) => {
      const start = this.#blocks[at]?.span.start ?? 0;
      return /^\s*(?:\*\*|__)/.test(text.slice(start, start + 8));
    };
    const ofPeople = chain.every(({ stretch: { kind } }) => kind === "age" || kind === "weight");
    if (ofPeople && chain.length > 1 && chain.every(({ block }) => bold(block))) return true;
    return chain.every(
      ({ lead, tail }) => lead.trim() === "" && /^[\s*_]*[:–—]/.test(plain.slice(tail.start, tail.end)),
    );
  }
}

/** "Above 400 in term infants …", "above 250 in preterm infants …": a value for each, and no scale. */
function areOfOthers(markdown: Markdown, a: Entry, b: Entry): boolean {
  if (a.stretch.kind !== "value") return false;
  const people = ({ tail }: Entry) =>
    itemsOf(slice(markdown, tail)).find(({ kind }) => kind === "population");
  const [one, other] = [people(a), people(b)];
  return (
    one?.kind === "population" &&
    other?.kind === "population" &&
    !samePatients(one.population, other.population)
  );
}

/** Paragraphs outside lists go on about the same thing only where they say so. */
function isRunning(chain: readonly Entry[]): boolean {
  const named = new Set(chain.flatMap(({ lead }) => namedIn(lead)));
  return chain.length >= 3 && named.size > 0 && chain.slice(1).every(({ lead }) => lead.trim() !== "");
}
