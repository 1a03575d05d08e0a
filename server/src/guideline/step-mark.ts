// The marks of numbered steps, wherever somebody counts: Markdown's lists, lines that begin with "Step 3", "3)", "(c)"
// or "4.2", rows of a table, and enumerations within a sentence. It must not know which marks belong together.

import { uncoded } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Span } from "../text/span.ts";
import { romanNumber } from "./roman.ts";

export interface StepMark extends Span {
  readonly number: number;
  /** As written: "4.", "Step 4", "(d)". */
  readonly written: string;
  /** "list": Markdown counts for itself and shows other numbers than those written. */
  readonly kind: "list" | "hand";
  /** What must be the same for two marks to count on. */
  readonly style: string;
  /** What is deeper belongs to the item before. */
  readonly depth: number;
  /** The list or table it is in. */
  readonly within: object | undefined;
}

export const stepMarksIn = (piece: Piece): StepMark[] => [
  ...listMarks(piece),
  ...lineMarks(piece),
  ...inlineMarks(piece),
  ...rowMarks(piece),
];

function listMarks({ text, numbers }: Piece): StepMark[] {
  const lists = new Map<number, object>();
  return numbers.map(({ start, end, depth, list }) => {
    const written = text.slice(start, end);
    const within = lists.get(list) ?? {};
    lists.set(list, within);
    const style = `list ${written.slice(-1)}`;
    return { kind: "list", style, depth, within, start, end, written, number: Number.parseInt(written, 10) };
  });
}

const lead = "^([ \\t]*)(?:[-*+>][ \\t]+)?(?:\\*\\*|__|[*_])?";
const goesOn = "(?=[ \\t]*(?:[.:)–—-]|\\*\\*|__|$|[ \\t]\\p{Lu}))";
const wordMark = new RegExp(
  `${lead}((steps?|recommendation)[ \\t]+(\\d{1,2}))(?![\\d.]*\\d)${goesOn}`,
  "gimu",
);
const signMark = new RegExp(
  `${lead}(([([]?)([A-Za-z]|\\d{1,2}|[ivx]{2,5}|[IVX]{2,5})(\\\\?[)\\].]))(?=[ \\t*_]+\\S)`,
  "gmu",
);
const dottedMark = new RegExp(
  `${lead}((\\d{1,2}(?:\\.\\d{1,2})*\\.)(\\d{1,2}))\\.?(?=[ \\t*_]+\\p{Lu})`,
  "gmu",
);

/** Not the lines that Markdown takes for list items: those are read as such. */
function lineMarks(piece: Piece): StepMark[] {
  const text = uncoded(piece);
  const taken = new Set(piece.numbers.map(({ start }) => start));
  const all = (pattern: RegExp, countingsOf: (match: RegExpExecArray) => [string, number][]) =>
    [...text.matchAll(pattern)].flatMap((match): StepMark[] => {
      const [whole, indent = "", written = ""] = match;
      const start = match.index + whole.indexOf(written, indent.length);
      if (taken.has(start)) return [];
      const found = { kind: "hand" as const, start, end: start + written.length, written, within: undefined };
      const depth = Math.min(indent.replaceAll("\t", "    ").length >> 1, 8);
      return countingsOf(match).map(([style, number]) => ({ ...found, style, number, depth }));
    });
  return [
    ...all(wordMark, ([, , , word, count]) => [[word?.toLowerCase().replace(/s$/, "") ?? "", Number(count)]]),
    ...all(signMark, ([, , , open, bare = "", close]) =>
      countings(bare).map(([style, number]) => [`${open}${style}${close}`, number]),
    ),
    ...all(dottedMark, ([, , , prefix, last]) => [[`dotted ${prefix}`, Number(last)]]),
  ];
}

/** In a sentence an enumeration's marks stand behind a stop, a comma or a joining word. */
const inlineMark = /(?<=[:;,.][ \t]|\b(?:and|or|then)[ \t])\(?(\d{1,2}|[a-h]|[ivx]{1,4})\)(?=[ \t]\p{L})/gu;

function inlineMarks(piece: Piece): StepMark[] {
  return [...uncoded(piece).matchAll(inlineMark)].flatMap((match): StepMark[] => {
    const written = match[0];
    const found = {
      start: match.index,
      end: match.index + written.length,
      written,
      within: undefined,
      depth: 20,
    };
    return countings(match[1] ?? "").map(([style, number]) => ({
      ...found,
      kind: "hand",
      style: `inline ${style}`,
      number,
    }));
  });
}

/** All that a mark may count: "i" is a letter or one. */
function countings(bare: string): [style: string, number: number][] {
  if (/\d/.test(bare)) return [["1", Number(bare)]];
  const isCapital = /[A-Z]/.test(bare);
  const roman = romanNumber(bare);
  const letter: [string, number][] =
    bare.length === 1 ? [[isCapital ? "A" : "a", bare.toLowerCase().charCodeAt(0) - 96]] : [];
  return roman === undefined ? letter : [...letter, [isCapital ? "I" : "i", roman]];
}

const countHead = /^[\s*_]*(?:steps?|no\.?|nr\.?|#|number|s\/?n|item|order)[\s*_]*$/i;
const countCell = /^(?:\*\*)?(?:(step)\s+)?(\d{1,2})[.):]?(?:\*\*)?(?=$|[\s:–-])/i;

/** Rows that are numbered in their first column. */
function rowMarks({ text, blocks }: Piece): StepMark[] {
  return blocks.flatMap((block): StepMark[] => {
    if (block.kind !== "table") return [];
    const [head] = block.header.cells;
    const isCounted = head !== undefined && countHead.test(text.slice(head.start, head.end));
    return block.rows.flatMap(({ cells: [cell] }): StepMark[] => {
      const content = cell ? text.slice(cell.start, cell.end) : "";
      const match = countCell.exec(content);
      if (!cell || !match || !(match[1] || (isCounted && match[0].length === content.length))) return [];
      const [written, , number] = match;
      const place = { start: cell.start, end: cell.start + written.length };
      return [
        { ...place, kind: "hand", style: "row", depth: 30, within: block, written, number: Number(number) },
      ];
    });
  });
}
