// The marks of notes and the notes themselves, whether they are written "[^a]", with a sign like †, or raised like ¹:
// which of them belong together is for others to say. It must not know what the notes are about.

import { listPerPiece, uncoded } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Table } from "../syntax/table.ts";
import { lineBefore } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import { contains, type Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";

export interface NoteMark extends Span {
  /** "label" is Markdown's own; the others are set by hand. */
  readonly kind: "label" | "sign" | "raised" | "bracketed";
  /** The bare mark: "hba1c", "†", "2", "a". */
  readonly name: string;
  /** It opens the note's own text. */
  readonly isNote: boolean;
  /** In a table's cell. */
  readonly inTable: boolean;
}

const raised: Readonly<Record<string, string>> = {
  "¹": "1",
  "²": "2",
  "³": "3",
  ᵃ: "a",
  ᵇ: "b",
  ᶜ: "c",
  ᵈ: "d",
  ᵉ: "e",
  ᶠ: "f",
  ᵍ: "g",
  ʰ: "h",
};
const raisedFrom = "⁴".charCodeAt(0);

const marksPerPiece = listPerPiece((piece) => [...labels(piece), ...handMarks(piece)]);

export const noteMarksOf = oncePer(({ markdown }: Pick<Guideline, "markdown">): readonly NoteMark[] =>
  marksPerPiece(markdown).toSorted((a, b) => a.start - b.start),
);

function labels(piece: Piece): NoteMark[] {
  return matchesIn(uncoded(piece), /\[\^([^\]\s^{[]{1,60})\](:?)/g).map((match) => {
    const isNote = match[2] === ":" && /^[ \t>]*$/.test(lineBefore(piece.text, match.index));
    const end = match.index + match[0].length - (match[2] ?? "").length;
    return {
      kind: "label",
      name: (match[1] ?? "").toLowerCase(),
      start: match.index,
      end,
      isNote,
      inTable: false,
    };
  });
}

const mark =
  /(<sup>)\s*\\?(iii|[\da-z*†‡§¶‖#]{1,2}(?:\s?,\s?[\da-z*†‡§¶‖#]{1,2}){0,5})\s*<\/sup>|(\^)(?:\(?([a-z]|\d|[*†‡§¶‖])\)?\^|\{\(?([a-z]|\d|[*†‡§¶‖])\)?\})|(\\\*(?:\\?\*){0,3}|\*{1,4}|[†‡¶]{1,3}|§{1,2}(?!\s?\d))|([¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ])(?![⁰¹²³⁴⁵⁶⁷⁸⁹])|[([]([a-h]|(?<=\[)[A-H](?=\])|[1-9](?=\)))[)\]]/g;

function handMarks(piece: Piece): NoteMark[] {
  const text = uncoded(piece);
  const tables = piece.blocks.filter((block): block is Table => block.kind === "table");
  return matchesIn(text, mark).flatMap((match): NoteMark[] => {
    const { index: start } = match;
    const end = start + match[0].length;
    const table = tables.find(({ span }) => contains(span, start));
    const lead = leadOf(text, start, table !== undefined);
    const opens =
      lead.isEmpty ||
      (table
        ? /•\s*$/.test(lead.before)
        : (isNotesLine(lead.before) && /[\s;,(]$/.test(lead.before)) || isRunOn(text, lead.before, end));
    const isNote =
      opens &&
      /^(?:\*{1,2}|_{1,2})?[ \t:.=–-]{0,3}[^\s|]/.test(text.slice(end, end + 6)) &&
      !isBullet(text, start, end) &&
      !isEmphasis(text, start, end);
    const found = { start, end, inTable: table !== undefined, isNote };
    const [, sup, inSup = "", caret, inCaret, inBraces = "", sign, digit, bracketed] = match;
    if (bracketed)
      return isNote ||
        isEndOfCell(text, end, table) ||
        (/\D/.test(bracketed) && /[\p{L}*_)]/u.test(text[start - 1] ?? ""))
        ? [{ ...found, kind: "bracketed", name: bracketed }]
        : [];
    if (digit) {
      const name = raised[digit] ?? String(digit.charCodeAt(0) - raisedFrom + 4);
      return isNote || /\D/.test(name) || !isUnit(lead.before) ? [{ ...found, kind: "raised", name }] : [];
    }
    if (sup || caret) {
      const names = (sup ? inSup : (inCaret ?? inBraces)).split(/\s?,\s?/);
      if (!isNote && names.some((name) => /\d/.test(name)) && isUnit(lead.before)) return [];
      return names.map((name) => ({
        ...found,
        kind: /\w/.test(name) ? "raised" : "sign",
        name: name.replace(/\\/g, ""),
      }));
    }
    const name = (sign ?? "").replace(/\\/g, "");
    const isBoldNote = name === "***" && lead.isEmpty && closing.bold.test(text.slice(end, end + 400));
    if (isBoldNote) return [{ ...found, isNote: true, kind: "sign", name: "*" }];
    // A table of notes: the mark, and beside it what it says.
    if (table && lead.isEmpty && /^\s*\|\s*[^\s|]/.test(text.slice(end, end + 60)))
      return [true, false].map((asNote) => ({ ...found, isNote: asNote, kind: "sign", name }));
    return isNote || isSign(text, found, name) ? [{ ...found, kind: "sign", name }] : [];
  });
}

function leadOf(text: string, start: number, inTable: boolean) {
  const line = lineBefore(text, start, 120);
  const before = inTable ? line.slice(line.lastIndexOf("|") + 1) : line;
  return { before, isEmpty: /^[^\p{L}\p{N}]*(?:<\/?\w+>)?$/u.test(before) };
}

/** A line of notes may hold several. */
const isNotesLine = (before: string): boolean =>
  /^[ \t>]*[*_]*(?:(?:foot)?notes?|key|legend|n\.?b\.?|abbreviations)\b|^[ \t>_]*(?:\\?\*|<sup>|[†‡§¶‖¹²³ᵃ]|[([][a-h][)\]]|\^\w\^)/i.test(
    before,
  );

/** "… for Cycle 3. * The bank sends it." */
const isRunOn = (text: string, before: string, end: number): boolean =>
  /[.;][ \t]+\\?$/.test(before) && /^ *\p{Lu}\p{L}+ +/u.test(text.slice(end, end + 30));

/** One of several lines that begin with a star and a blank. */
const isBullet = (text: string, start: number, end: number): boolean =>
  text.slice(start, end) === "*" &&
  /[ \t]/.test(text[end] ?? "") &&
  (/^[^\n]*\n(?:[ \t]+\S[^\n]*\n)*[ \t]*\*[ \t]/.test(text.slice(end, end + 600)) ||
    /(?:^|\n)[ \t]*\*[ \t][^\n]*\n(?:[ \t]+[^\s*][^\n]*\n)*[ \t]*$/.test(
      text.slice(Math.max(0, start - 600), start),
    ));

/** Stars that others close. */
const isEmphasis = (text: string, start: number, end: number): boolean =>
  text[start] === "*" &&
  (text[start - 1] === "*" ||
    (text.slice(start, end) === "**" ? closing.double : closing.single).test(text.slice(end, end + 400)));
/** What closes stands behind a word. */
const closing = {
  single: /^(?!\s)[^\n]*?(?<!\\)\*/,
  double: /^(?!\s)[^\n]*?(?<![\s\\]|(?<!\\)\*)\*\*/,
  /** "***If a paramedic does, …:**": a star that opens the note, set in bold. */
  bold: /^\p{L}[^|\n*]*[^\s|\n*]\*\*(?!\*)/u,
};

/** 10⁹, 1.6², m², cm³, kg/m²; "at 40²" and "2 ¹" call a note. */
const isUnit = (before: string): boolean =>
  /(?:(?<![\d.])10|\d\.\d+|[×x=/÷^][ \d.]*\d|(?:^|[^\p{L}])(?:[kcmdµ]?m|in|ft|s|mm|x|n|L|m|R|χ|chi|r))\s?$/u.test(
    before,
  );

/** A star is a sign only behind a word or figure, and where no other closes it as emphasis. */
function isSign(
  text: string,
  { start, end, inTable }: { start: number; end: number; inTable: boolean },
  name: string,
): boolean {
  const [left, right] = [text[start - 1] ?? "\n", text[end] ?? "\n"];
  if (name.includes("*") && (isOrnament(text, start) || isTimes(text, start, end))) return false;
  if (inTable && name.includes("*") && isInCell(text, start, end)) return false;
  // "o ** Repeat as needed**", "*** Push slowly ***": emphasis with a blank too many.
  const closed = name === "**" ? /^ +[^|\n]*?\S\*\*(?!\*)/ : /^ +[^|\n]*?\S *\*\*\*/;
  if (/^\*{2,3}$/.test(name) && closed.test(text.slice(end, end + 200))) return false;
  // "at birth**(based on the first test)**", "assessed**.**": what is set in bold.
  if (name === "**" && /^(?:\([^|\n*]*|[.,:;])\*\*(?!\*)/.test(text.slice(end, end + 200))) return false;
  // "burn centre **[†]**": a raised mark, as converters write it.
  if (left === "[" && right === "]") return true;
  // "_**[Statement"
  if (left === "_" && /[\s|(]/.test(text[start - 2] ?? "\n") && /\S/.test(right)) return false;
  // "gentamicin †, then": set apart from its word.
  if (/[†‡¶]/.test(name) && /[ \t]/.test(left) && /[\s.,;:)|]/.test(right)) return true;
  if (left === "(" && right === ")" && /[\p{L}\d] *$/u.test(text.slice(Math.max(0, start - 4), start - 1)))
    return true;
  if (!/[\p{L}\d).%\]>*_]/u.test(left)) {
    if (!inTable || !/[\s|]/.test(left)) return false;
    // "*** Push slowly ***" ends here; "abdomen * isolated femur" is a bullet.
    const cell = text.slice(Math.max(0, text.lastIndexOf("|", start), start - 200), start);
    if (name === "***" && cell.includes(name)) return false;
    return (
      !name.includes("*") ||
      (/^[ \t]+(?![ \t\p{L}\d])/u.test(text.slice(end, end + 20)) && hasWords(text, start))
    );
  }
  if (!name.includes("*")) return true;
  if (/[\p{L}\d*]/u.test(right)) return false;
  if (text[start] === "\\") return true;
  if (name === "*" && opened.test(text.slice(Math.max(0, start - 80), start))) return false;
  const stretch = inTable ? /[|\n]/ : /\n/;
  const ahead =
    text
      .slice(Math.max(0, start - 700), start)
      .split(stretch)
      .at(-1)
      // A star may open the list item, too.
      ?.replace(/^[ \t>]*\*[ \t]+/, "") ?? "";
  if (name.length > 1 && ahead.includes(name)) return false;
  // "**Not covered***"
  if (name === "***" && /\*\*(?=[^\s*])[^*]*$/.test(ahead)) return false;
  if (name === "**" && !inTable && isOpenAbove(text, start)) return false;
  const runs: readonly string[] = withoutSigns(ahead).match(/(?<!\\)\*+/g) ?? [];
  // "**T1 *supraglottic* tumours**": one within the other.
  const alike = runs.filter(({ length }) => length === name.length).length;
  return runs.length % 2 === 0 && alike % 2 === 0;
}

/** "Permethrin once*, ivermectin": no star before it opens what this one would close. */
const withoutSigns = (ahead: string): string =>
  ahead.replace(/^([^*\n]*[\p{L}\d).%])(?:\*{1,3}(?=[\s.,;:)])([^*\n]*))+/u, "$1$2");

/** "**Use with a spacer", and in the next paragraph "if possible**". */
function isOpenAbove(text: string, start: number): boolean {
  const above = text.slice(Math.max(0, start - 300), text.lastIndexOf("\n", start)).trimEnd();
  const paragraph = above.slice(above.lastIndexOf("\n\n") + 1);
  const pairs = matchesIn(paragraph, /(?<![\\*])\*\*(?!\*)/g);
  const last = pairs.at(-1);
  return pairs.length % 2 === 1 && last !== undefined && /\S/.test(paragraph[last.index + 2] ?? "");
}

/** "caused by *S. pneumoniae" */
const opened = /(?<![*\\\p{L}\d.)%\]_])\*(?![\s*])[^*|\n]+$/u;

/** "*****NEWBORNS*****" */
const isOrnament = (text: string, start: number): boolean =>
  /\*{5}/.test(text.slice(Math.max(0, start - 4), start + 5));

/** "(loading dose) * loss / 100", "9.0 + 0.62* weight" */
const isTimes = (text: string, start: number, end: number): boolean =>
  /[\p{L}\d)] *$/u.test(text.slice(Math.max(0, start - 4), start)) &&
  /^ +[\p{L}\d(\\]/u.test(text.slice(end, end + 4)) &&
  /=|[\p{L})] *[/÷] *\d{2}|\d *[+×] *\d/u.test(text.slice(Math.max(0, start - 60), end + 60));

/** "At 0 and 6 months* … *If the second is given earlier": its note stands in its cell; "<br> * Others" is an item. */
function isInCell(text: string, start: number, end: number): boolean {
  const item = /<br *\/?>\s*$/.test(text.slice(Math.max(0, start - 12), start));
  const cell = text.slice(end, end + 1500).split(/[|\n]/, 1)[0] ?? "";
  return item || /(?:\s|<br *\/?>)\\?\*\s?\p{Lu}\p{Ll}+\s/u.test(cell);
}

/** Something stands before it in its cell. */
const hasWords = (text: string, start: number): boolean =>
  /[\p{L}\d][^|]*$/u.test(text.slice(Math.max(0, text.lastIndexOf("|", start), start - 120), start));

const isEndOfCell = (text: string, end: number, table: Table | undefined): boolean =>
  table !== undefined && /^\s*(?:\||\n|$)/.test(text.slice(end, end + 20));
