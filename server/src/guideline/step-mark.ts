// The marks of numbered steps, wherever somebody counts: Markdown's lists, lines that begin with "Step 3", "3)", "(c)"
// or "4.2", rows of a table, and enumerations within a sentence. It must not know which marks belong together.

import { uncoded } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { numberOf, numberWords } from "./number-word.ts";
import { romanNumber } from "./roman.ts";

export interface StepMark extends Span {
  readonly number: number;
  /** As written: "4.", "Step 4", "(d)". */
  readonly written: string;
  /** "a" of 4a, a branch of step 4. */
  readonly branch?: string | undefined;
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
  ...ordinals(piece),
  ...rowMarks(piece),
];

function listMarks({ text, numbers }: Piece): StepMark[] {
  const lists = new Map<number, object>();
  return numbers.flatMap(({ start, end, depth, list }, i): StepMark[] => {
    const written = text.slice(start, end);
    if (isWrapped(text, start, written)) return [];
    const within = lists.get(list) ?? {};
    lists.set(list, within);
    const style = `list ${written.slice(-1)}`;
    const mark = { kind: "list" as const, style, depth, within };
    const number = Number.parseInt(written, 10);
    const next = numbers[i + 1]?.start ?? text.length;
    return [{ ...mark, start, end, written, number }, ...branchesIn(text.slice(end, next), end, mark)];
  });
}

/** "… Guideline No." and in the next line "63.", "Geneva: WHO;" and "2009.": a sentence that was wrapped. */
const isWrapped = (text: string, start: number, written: string): boolean =>
  /^\d{4}/.test(written) || /\b[Nn]o\.? *\n[ \t]*$/.test(text.slice(Math.max(0, start - 40), start));

/** "4a." begins no item in Markdown, but counts. */
function branchesIn(text: string, from: number, mark: Pick<StepMark, "kind" | "style" | "depth" | "within">) {
  return matchesIn(text, /^[ \t]*(?:\*\*|__)?((\d{1,2})([a-h])[.)])(?=[ \t*_]+\S)/gm).map((match) => {
    const [whole, written = "", number, branch] = match;
    const start = from + match.index + whole.length - written.length;
    return { ...mark, start, end: start + written.length, written, number: Number(number), branch };
  });
}

const lead = "^([ \\t]*)(?:[-*+>][ \\t]+)?(?:\\*\\*|__|[*_])?";
const goesOn = "(?=[ \\t]*(?:[.:()–—-]|\\*\\*|__|$|[ \\t]\\p{Lu}))";
/** An expression that ignores case would gather the capitals of all scripts. */
const goesOnInAnyCase = goesOn.replace("\\p{Lu}", "[a-zß-öø-ɏ]");
const counted =
  "steps?|recommendation|action|task|activity|phase|question|principle|rule|move|manoeuvre|maneuver|instruction|key\\spoint|point|article|criterion|message|key\\smessage|standard|indicator|clause|scenario";
const wordMark = new RegExp(
  `${lead}((${counted})[ \\t]+(?:(\\d{1,2})([a-h])?|([IVX]{1,4})|(${numberWords.join("|")})))(?![\\d.]*\\d|[a-zß-öø-ɏ\\d])${goesOnInAnyCase}`,
  "gim",
);
/** "Q3", "R 3", "KQ3". */
const letterMark = new RegExp(`${lead}((Q|R|KQ|PICO|GPS)[ -]?(\\d{1,2})([a-h])?)(?![\\w])${goesOn}`, "gmu");
/** "A4. Press" */
const codeMark = new RegExp(`${lead}(([A-PS-Z])(\\d{1,2}))(?=[.):][ \\t*_]+\\S)`, "gm");
/** "**4** Press" */
const boldMark = /^([ \t]*)(?:[-*+>][ \t]+)?(?:\*\*|__)(\d{1,2})(?:\*\*|__)(?=[ \t]+\p{Lu})/gmu;
/** "#4 Shock", "4 – Shock" */
const loneMark = /^([ \t]*)(#\d{1,2}(?=[.:)]?[ \t]+\p{Lu})|\d{1,2}(?=[ \t]+[–—][ \t]+\p{Lu}\p{Ll}))/gmu;
/** "☐ 4 Suction tested", "[ ] 4. Suction" */
const boxMark =
  /^([ \t]*)(?:[-*+>][ \t]+)?(?:\\?\[[ xX]?\\?\]|[☐☑☒□■▢✓✔])[ \t]*(\d{1,2})(?=[.):]?[ \t]+\p{Lu})/gmu;
/** "2nd step: …" */
const nthMark = new RegExp(
  `${lead}((\\d{1,2})(?:st|nd|rd|th)[ \\t]+(${counted}))(?=[ \\t]*(?:[.:–—-]|[*_]))`,
  "gim",
);
/** "Recommendation 2.4: …" */
const dottedWordMark = new RegExp(
  `${lead}((${counted})[ \\t]+((?:\\d{1,2}\\.){1,3})(\\d{1,2}))(?![\\d.]*\\d)${goesOnInAnyCase}`,
  "gim",
);
const signMark = new RegExp(
  `${lead}(([([#]?)([A-Za-z]|\\d{1,2}(?:[a-h](?=[)\\].]))?|[ivx]{2,5}|[IVX]{2,5}|[①-⑳])(\\\\?[)\\].]|[/°º]|️?⃣|(?<=[①-⑳])))(?=[ \\t*_]+\\S)`,
  "gmu",
);
const dottedMark = new RegExp(
  `${lead}((\\d{1,2}(?:\\.\\d{1,2})*\\.)(\\d{1,2}))\\.?(?=[ \\t*_]+\\p{Lu})`,
  "gmu",
);

const closed = /\*\*\d{1,2}[.)]$/;

/** Not the lines that Markdown takes for list items: those are read as such. */
function lineMarks(piece: Piece): StepMark[] {
  const text = uncoded(piece);
  const taken = new Set(piece.numbers.map(({ start }) => start));
  const all = (pattern: RegExp, countingsOf: (match: RegExpExecArray) => Counting[]) =>
    matchesIn(text, pattern).flatMap((match): StepMark[] => {
      const [whole, indent = "", written = ""] = match;
      const start = match.index + whole.indexOf(written, indent.length);
      if (taken.has(start)) return [];
      const found = { kind: "hand" as const, start, end: start + written.length, written, within: undefined };
      const depth = Math.min(indent.replaceAll("\t", "    ").length >> 1, 8);
      // "**7.** **Warmth**" heads what "4. Mark them" is a step of.
      const dress = closed.test(whole) && text.startsWith("**", found.end) ? "bold " : "";
      return countingsOf(match).map(([style, number, branch]) => ({
        ...found,
        style: dress + style,
        number,
        branch,
        depth,
      }));
    });
  return [
    ...all(wordMark, ([, , , word, digits, branch, roman, inWords]) => {
      const number = digits ? Number(digits) : (romanNumber(roman ?? "") ?? numberOf(inWords ?? ""));
      return number === undefined ? [] : [[word?.toLowerCase().replace(/s$/, "") ?? "", number, branch]];
    }),
    ...all(letterMark, ([, , , word = "", digits, branch]) => [[word, Number(digits), branch]]),
    ...all(codeMark, ([, , , word = "", digits]) => [[`code ${word}`, Number(digits)]]),
    ...all(boldMark, ([, , digits]) => [["bold", Number(digits)]]),
    ...all(boxMark, ([, , digits]) => [["box", Number(digits)]]),
    ...all(loneMark, ([, , written = ""]) => [
      [written.replace(/\d+/, ""), Number(/\d+/.exec(written)?.[0])],
    ]),
    ...all(nthMark, ([, , , digits, word = ""]) => [[word.toLowerCase(), Number(digits)]]),
    ...all(dottedWordMark, ([, , , word = "", prefix, last]) => [
      [`${word.toLowerCase()} ${prefix}`, Number(last)],
    ]),
    ...all(signMark, ([, , , open, bare = "", close]) =>
      countings(bare).map(([style, number, branch]) => [`${open}${style}${close}`, number, branch]),
    ),
    ...all(dottedMark, ([, , , prefix, last]) => [[`dotted ${prefix}`, Number(last)]]),
  ];
}

/** In a sentence an enumeration's marks stand behind a stop, a comma or a joining word. */
const inlineMark =
  /(?<=^[ \t]*(?=\(?(?:1|a|i|A|I)\)[^\n]*[;,.][ \t]+(?:and[ \t]|or[ \t])?\(?(?:[23]|[bc]|iii?|[BC]|III?)\))|[:;,.–—][ \t]|\b(?:and|or|then|finally|lastly)[ \t]|[\p{L}\d)][ \t](?=\(?(?:1|a|i|A|I)\)))\(?(\d{1,2}|[a-h]|[A-H]|[ivx]{1,4}|[IVX]{1,4})\)(?=[ \t\n][ \t]*\p{L})/gmu;

function inlineMarks(piece: Piece): StepMark[] {
  return matchesIn(uncoded(piece), inlineMark).flatMap((match): StepMark[] => {
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

const ordinalWords = "first second third fourth fifth sixth seventh eighth".split(" ");
const ordinal = new RegExp(
  `(?<=^[ \\t>*_-]{0,12}|[.;:]\\s)(${ordinalWords.join("|")})(?:ly)?(?=,|[*_]{0,2}(?::| [–—-] ))`,
  "gim",
);

/** "First, … Second, …", where no "then" stands for a number. */
function ordinals(piece: Piece): StepMark[] {
  const text = uncoded(piece);
  if (/(?:^|[.;:]\s)(?:next|then|after(?:wards| +that))\b/im.test(text)) return [];
  return matchesIn(text, ordinal).map((match) => {
    const written = match[0];
    const number = ordinalWords.indexOf((match[1] ?? "").toLowerCase()) + 1;
    const at = { start: match.index, end: match.index + written.length };
    return { kind: "hand", style: "ordinal", depth: 20, within: undefined, written, number, ...at };
  });
}

type Counting = [style: string, number: number, branch?: string | undefined];

/** All that a mark may count: "i" is a letter or one. */
function countings(bare: string): Counting[] {
  const circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".indexOf(bare);
  if (circled >= 0) return [["①", circled + 1]];
  if (/\d/.test(bare)) return [["1", Number.parseInt(bare, 10), /[a-h]/.exec(bare)?.[0]]];
  const isCapital = /[A-Z]/.test(bare);
  const roman = romanNumber(bare);
  const letter: Counting[] =
    bare.length === 1 ? [[isCapital ? "A" : "a", bare.toLowerCase().charCodeAt(0) - 96]] : [];
  return roman === undefined ? letter : [...letter, [isCapital ? "I" : "i", roman]];
}

const countHead =
  /^[\s*_]*(?:(?:steps?|item|action|task|question|recommendation|stage|order|sequence)?\s*(?:no\.?|nr\.?|#|number|s\/?\.?\s?n\.?(?:o\.?)?)|steps?|item|order|sequence|seq\.?)?[\s*_]*$/i;
/** "a", "(b)" alone in its cell. */
const letterCell = /^\(?([a-j])[.)]?$/;
const countCell = /^(?:\*\*)?(?:(step)\s+)?(\d{1,2})([a-h])?[.):]?(?:\*\*)?(?=$|[\s:–-])/i;

/** Rows that are numbered in their first column. */
function rowMarks({ text, blocks }: Piece): StepMark[] {
  return blocks.flatMap((block): StepMark[] => {
    if (block.kind !== "table") return [];
    const [head] = block.header.cells;
    const isCounted = head === undefined || countHead.test(text.slice(head.start, head.end));
    return block.rows.flatMap(({ cells: [cell] }): StepMark[] => {
      const content = cell ? text.slice(cell.start, cell.end) : "";
      const letter = isCounted ? letterCell.exec(content)?.[1] : undefined;
      const match = countCell.exec(content);
      if (cell && letter !== undefined) {
        const at = { start: cell.start, end: cell.start + content.length, written: content };
        const row = { kind: "hand" as const, depth: 30, within: block };
        return [{ ...at, ...row, style: "row a", number: letter.charCodeAt(0) - 96 }];
      }
      if (!cell || !match || !(match[1] || (isCounted && match[0].length === content.length))) return [];
      const [written, , number, branch] = match;
      const place = { start: cell.start, end: cell.start + written.length };
      const mark = { kind: "hand" as const, style: "row", depth: 30, within: block, written, branch };
      return [{ ...place, ...mark, number: Number(number) }];
    });
  });
}
