// What stands around an order and may say how often it is given, or by which route, without being part of it: the
// sentence that follows, a second mention without a dose, footnotes, captions, heads, items below it, and sentences
// that speak for all medicines of a section. It must not judge.

import type { Medicine } from "../lexicon/medicine.ts";
import { oncePerBlock } from "../syntax/block-memory.ts";
import type { Paragraph } from "../syntax/markdown.ts";
import { once } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { sendsOn } from "./care-setting.ts";
import { notesIn } from "./footnote.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import type { Item } from "./item.ts";
import { isBreak, isMark, medicinesAmong } from "./item-kind.ts";
import { endsClause, itemsFrom } from "./item-reach.ts";
import type { Order } from "./order.ts";
import { oncePerRun, type Run } from "./run.ts";
import { itemsOf, slice } from "./scope.ts";
import { type Section, sectionAt } from "./section.ts";

export interface Beside {
  of(order: Order): string;
  /** All that counts of the rest of the document for the orders of a run. */
  around(run: Run): readonly unknown[];
}

/** Captions and remarks are short. */
const remark = 300;
/** A cell that says how or how often says little else. */
const cellReach = 80;
/** Items of a list below an order, or beside it. */
const itemsBelow = 6;

export function besideOf(guideline: Guideline): Beside {
  const general = new GeneralWords(guideline);
  const places = once(() => new Map(guideline.markdown.blocks.map(({ span }, i) => [span.start, i])));
  const byBlock = once(() => grouped(guideline.orders, ({ block }) => block.start));
  return {
    of(order) {
      const { where, block, container } = order;
      const at = places();
      const near = byBlock().get(block.start) ?? [];
      const row = where === "table" ? rowWords(guideline, order, near, at.get(container)) : [];
      const list = where === "list" ? listWords(guideline, at.get(block.start)) : [];
      const led = where === "prose" ? ledWords(guideline, order, at.get(block.start)) : [];
      const notes = notesIn(guideline, block);
      const own = [
        ...row,
        ...list,
        ...led,
        ...notes,
        pastBracket(guideline, order),
        nextSentence(guideline, order, near),
      ];
      return [...general.about(order), ...own].join("\n");
    },
    around({ section, blocks }) {
      const [first, last] = [blocks[0]?.span, blocks.at(-1)?.span];
      const notes = first && last ? notesIn(guideline, { start: first.start, end: last.end }) : [];
      return [...general.around(section), notes.join("\n")];
    },
  };
}

const all =
  /\b(?:all|every|each|both|these|those|any|everything|the +(?:two|three|four|five))\b[^.;]{0,40}\b(?:doses?|medicines?|drugs?|medications?|tablets?|antibiotics?|antimicrobials?|injections?|treatments?|amounts?|page|table|card|chapter|of +them|given|taken|are)\b/i;
const unless =
  /\b(?:unless|except +where|where +not|if +not|if +nothing +else +is|where +nothing +(?:else +)?is|where +no +\w+ +is)\b[^.;]{0,40}\b(?:stated|said|noted|named|given|mentioned|indicated|printed|written|specified|marked|shown|otherwise)\b/i;
const watched = /\b(?:review|check|measur|monitor|weigh|record|chart|observ|visit|look|clean|chang|test)\w*/i;
const mostWords = 400;

/** Of these the first ones are enough. */
const mostSaid = 20;

/** Sentences that speak for every medicine of their section, and mentions of one medicine without a dose. */
class GeneralWords {
  readonly #bySection = new Map<Section | undefined, Spoken>();
  readonly #everywhere: readonly string[];
  readonly #sections: readonly Section[];

  constructor({ markdown, sections, runs }: Guideline) {
    this.#sections = sections;
    const all = runs.map((run) => spokenIn(run, markdown));
    for (const [i, { section }] of runs.entries()) this.#bySection.set(section, all[i] as Spoken);
    this.#everywhere = all.flatMap(({ everywhere }) => everywhere).slice(0, mostSaid);
  }

  about({ medicine, dose }: Order): string[] {
    const own = sectionAt(this.#sections, dose.start);
    const { byMedicine, leaving } = this.#bySection.get(own) ?? nothing;
    const named = byMedicine.get(medicine)?.slice(0, mostSaid) ?? [];
    return [...this.#everywhere, ...named, ...leaving, ...this.#above(own).flat()];
  }

  /** All that counts for orders of a section beside its own text. */
  around(section: Section | undefined): readonly unknown[] {
    const { leaving } = this.#bySection.get(section) ?? nothing;
    return [this.#everywhere.join("\n"), leaving.join("\n"), ...this.#above(section)];
  }

  #above(own: Section | undefined): readonly (readonly string[])[] {
    const found = [this.#bySection.get(undefined)?.around ?? none];
    for (let section = own; section; section = section.parent)
      found.push(this.#bySection.get(section)?.around ?? none);
    return found;
  }
}

const none: readonly string[] = [];

interface Spoken {
  readonly everywhere: readonly string[];
  readonly around: readonly string[];
  /** All of whom it is about are sent on. */
  readonly leaving: readonly string[];
  readonly byMedicine: ReadonlyMap<Medicine, readonly string[]>;
}

const nothing: Spoken = { everywhere: none, around: none, leaving: none, byMedicine: new Map() };

const spokenIn = oncePerRun(({ blocks }, markdown): Spoken => {
  const all = blocks.flatMap((block) => (block.kind === "paragraph" ? [saidIn(markdown, block)] : []));
  const byMedicine = new Map<Medicine, string[]>();
  for (const { mentions } of all)
    for (const { medicine, words } of mentions) listed(byMedicine, medicine).push(words);
  return {
    everywhere: all.flatMap(({ everywhere }) => everywhere),
    around: all.flatMap(({ around }) => around).slice(0, mostSaid),
    leaving: all.flatMap(({ leaving }) => leaving).slice(0, mostSaid),
    byMedicine,
  };
});

function listed<Key>(lists: Map<Key, string[]>, key: Key): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** What a paragraph says for all medicines of the document, for those of its section, and of single ones. */
const saidIn = oncePerBlock(
  (piece, { span }: Paragraph) => {
    const text = slice(piece, span);
    const sentences = text.split(/(?<=[.!?;])\s/).map((sentence) => sentence.slice(0, mostWords));
    return {
      everywhere: sentences.filter((sentence) => unless.test(sentence)),
      around: sentences.filter(
        (sentence) =>
          !unless.test(sentence) &&
          all.test(sentence) &&
          !watched.test(sentence) &&
          !itemsOf(sentence).some(isNamed),
      ),
      leaving: sentences.filter(sendsOn),
      mentions: mentionsIn(text),
    };
  },
  (said) => said,
);

const isNamed = ({ kind }: Item) => kind === "medicine";

/** "Rifampicin by mouth once daily", "A, B and C every 12 hours": named again, with a schedule or a route but no amount. */
function mentionsIn(text: string): { medicine: Medicine; words: string }[] {
  const items = itemsOf(text);
  return items.flatMap((item, i) => {
    if (item.kind !== "medicine") return [];
    const named = lastJoined(items, i);
    const own = itemsFrom(items, named + 1, (next) => next.kind === "medicine" || endsClause(next), 9);
    const before = items[i - 1];
    if (before?.kind === "measure" || own.some(({ kind }) => kind === "measure" || kind === "number"))
      return [];
    const last = own.at(-1);
    return last && own.some(({ kind }) => kind === "schedule" || kind === "routes")
      ? [{ medicine: item.mention.medicine, words: text.slice(items[named]?.end, last.end) }]
      : [];
  });
}

/** Of "A, B and C" the place of C. */
function lastJoined(items: readonly Item[], at: number): number {
  let last = at;
  for (let next = at + 1; next < at + mostJoined; next++) {
    if (items[next]?.kind === "medicine" && next > last + 1) last = next;
    else if (!(isBreak(items[next], "comma") || isMark(items[next], "and", "or"))) break;
  }
  return last;
}
const mostJoined = 16;

/** "120 mg (sulfamethoxazole 100 mg with trimethoprim 20 mg) orally once daily": its parts are set apart. */
function pastBracket({ markdown }: Guideline, { dose, block }: Order): string {
  const rest = slice(markdown, { start: dose.end, end: Math.min(block.end, dose.end + remark) });
  return /^\s*\([^()]*\d[^()]*\)([^.;:,()|\d]{1,40})/.exec(rest)?.[1] ?? "";
}

const goesOn =
  /^[\s*_]*(?:it|this|these|they|both|repeat|repeated|the +(?:same +)?(?:dose|tablets?|injection|drug|medicine)s?|doses?|then|thereafter|continue|take|given?|once|twice|every|by +mouth|orally|intra\w+|IM|IV|PO|SC|always|swallow\w*|inject\w*|infuse|dilute|dissolve|crush|with +(?:food|meals))\b/i;

/** "If no response after 30 minutes, give 80 mg", "; may be repeated": the former is the first of several. */
const nextStep =
  /^(?:it +|this +|which +)?(?:may|can|should) +be +repeated\b|^if +(?:there +is +)?(?:no|without) +(?:\w+ +)?(?:response|effect|improvement|relief) +(?:after|in|within|at) +\d+/i;

/** "Give ceftriaxone 50 mg/kg. It is repeated every 24 hours." */
function nextSentence({ markdown }: Guideline, { dose, block }: Order, inBlock: readonly Order[]): string {
  const rest = slice(markdown, { start: dose.end, end: Math.min(block.end, dose.end + 2 * remark) });
  const [, next = "", second = ""] = rest.split(/(?<=[.!?])\s+/);
  const [, clause = ""] = rest.split(/(?<=[.!?;])\s+/);
  const [step] = nextStep.exec(clause) ?? [];
  if (step !== undefined) return step;
  const words = goesOn.test(next) ? `${next}${goesOn.test(second) ? ` ${second}` : ""}` : "";
  if (words === "") return "";
  const start = dose.end + rest.indexOf(next);
  const isOther = inBlock.some(({ dose: other }) => other.start > start && other.end < start + words.length);
  return isOther ? "" : words;
}

/** Heads, the row's other cells, and the remark above or below a table. */
function rowWords(
  { markdown }: Guideline,
  { dose, medicine, block }: Order,
  inRow: readonly Order[],
  index: number | undefined,
): string[] {
  const table = index === undefined ? undefined : markdown.blocks[index];
  if (index === undefined || table?.kind !== "table") return [];
  const row = table.rows.find(({ span }) => span.start === block.start);
  const at = row?.cells.findIndex(({ start, end }) => start <= dose.start && dose.end <= end) ?? -1;
  const isFree = (cell: Span) =>
    !inRow.some(({ dose: own }) => own.start >= cell.start && own.end <= cell.end);
  const cells =
    row?.cells.filter((cell, i) => i !== at && cell.end - cell.start <= cellReach && isFree(cell)) ?? [];
  const head = table.header.cells[at];
  const near = [markdown.blocks[index - 1], markdown.blocks[index + 1]].flatMap((one) => {
    if (one?.kind !== "paragraph") return [];
    const text = slice(markdown, one.span);
    const named = medicinesAmong(itemsOf(text));
    return text.length <= remark && named.every((each) => each === medicine) ? [text] : [];
  });
  return [...[...(head ? [head] : []), ...cells].map((cell) => slice(markdown, cell)), ...near];
}

const label =
  /^[\s*_]*(?:frequency|how +often|interval|times|timing|route|by +which +route|given|administration|duration|schedule)\b/i;

/** Items below an order, and those of its list that only say how or how often. */
function listWords({ markdown }: Guideline, at: number | undefined): string[] {
  const own = at === undefined ? undefined : markdown.blocks[at];
  if (at === undefined || own?.kind !== "paragraph") return [];
  const words: string[] = [];
  for (const block of markdown.blocks.slice(at + 1, at + 1 + itemsBelow)) {
    if (block.kind !== "paragraph" || block.listDepth < own.listDepth) break;
    const text = slice(markdown, block.span);
    if (block.listDepth > own.listDepth ? !itemsOf(text).some(isNamed) : label.test(text)) words.push(text);
    else break;
  }
  return words;
}

/** "Give cefotaxime 50 mg/kg per dose:", and below it how often by age: lines that name no other medicine. */
function ledWords({ markdown }: Guideline, { medicine, block }: Order, at: number | undefined): string[] {
  if (at === undefined || !/:[\s*_]*$/.test(slice(markdown, block).slice(-8))) return [];
  const words: string[] = [];
  for (const below of markdown.blocks.slice(at + 1, at + 1 + itemsBelow)) {
    const isItem = below.kind === "paragraph" && below.listDepth > 0;
    if (below.kind !== "table" && !isItem) break;
    const text = slice(markdown, below.span).slice(0, 2 * remark);
    if (medicinesAmong(itemsOf(text)).every((one) => one === medicine)) words.push(text);
    if (!isItem) break;
  }
  return words;
}
