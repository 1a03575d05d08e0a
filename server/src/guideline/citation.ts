// Citations in the text, in each of the ways they are written: "[3–5]", "(3, 4)" at the end of a clause, raised "³",
// "[@key]", "(Author, 2019)". Only what looks like nothing else. It must not know the reference list.

import { listPerPiece, uncoded } from "../syntax/inline.ts";
import type { Piece } from "../syntax/piece.ts";
import type { Table } from "../syntax/table.ts";
import { matchesIn } from "../text/matches.ts";
import { anyOverlaps, contains, type Span } from "../text/span.ts";
import { plainDigits } from "./raised-digit.ts";

export interface Citation extends Span {
  readonly style: "brackets" | "parentheses" | "raised" | "bare" | "column" | "lettered" | "key" | "author";
  /** By number, or by key, or by author and year. */
  readonly number: number | undefined;
  readonly key: string | undefined;
  readonly author: string | undefined;
  readonly year: string | undefined;
  /** A raised figure in a table may call a note below it. */
  readonly inTable?: boolean;
}

export const citationsIn = listPerPiece((piece: Piece): Citation[] => {
  const text = uncoded(piece);
  const tables = piece.blocks.filter((block) => block.kind === "table");
  const inTable = (at: number) => tables.some(({ span }) => contains(span, at));
  return [
    ...bracketed(text),
    // A flow chart may be drawn as code.
    ...named(piece.text),
    ...raisedNumbers(text, inTable),
    ...inClause(text, inTable),
    ...lettered(text),
    ...tables.flatMap((table) => inColumns(text, table)),
    ...keys(text),
    ...authors(text),
  ];
});

const none = { number: undefined, key: undefined, author: undefined, year: undefined };
const series = "\\d{1,3}(?:\\s?[,;]\\s?\\d{1,3}|\\s?[-–—‑]\\s?\\d{1,3})*";

/** Each number of a series, with its own place; of a range its ends. */
function numbersIn(text: string, from: number, style: Citation["style"]): Citation[] {
  return matchesIn(text, /\d{1,3}/g).map((match) => {
    const start = from + match.index;
    return { ...none, style, number: Number(match[0]), start, end: start + match[0].length };
  });
}

const statistics =
  /(?:\b(?:CI|IQR|range|interval|median|mean|between|from|n|N|p|P|I)|[=<>±~×/])[\s:=,]{0,3}$/;
const figure = /(?:^|[\s(≥≤<>])\d[\d.,]*\s?%?\s$/;

const inBrackets = new RegExp(`\\\\?\\[(${series})\\\\?\\](?!:|\\((?!#))`, "g");

function bracketed(text: string): Citation[] {
  return matchesIn(text, inBrackets).flatMap((match) => {
    const [whole, written = ""] = match;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const after = text.slice(match.index + whole.length, match.index + whole.length + 3);
    const isLabel = /(?:^|\n)[ \t>]*(?:[-*+]\s+)?$/.test(before) && !/^ +\p{Ll}/u.test(after);
    // Works are counted from 1 on: "22[+][0] weeks".
    if (/(?<!\d)0+(?!\d)/.test(written)) return [];
    // An interval or a range behind what it is of.
    if (isLabel || statistics.test(before) || (/\D/.test(written) && figure.test(before))) return [];
    if (isAround(written, text.slice(Math.max(0, match.index - 60), match.index))) return [];
    return numbersIn(written, match.index + whole.indexOf(written), "brackets");
  });
}

const works =
  /\b(?:trials?|stud(?:y|ies)|reviews?|cohorts?|reports?|papers?|RCTs?|guidelines?|articles?|authors?|surveys?|series|publications?|meta-analys[ei]s|sources?|registers?|registries)\b/i;

/** "9 fewer [1, 16]", "17 hours (range [12, 21])": two figures on both sides of an estimate are its interval. */
function isAround(written: string, before: string): boolean {
  const [low, high, more] = (written.match(/\d+/g) ?? []).map(Number);
  if (low === undefined || high === undefined || more !== undefined) return false;
  const clause = before.split(/[|;:!?\n]|\.\s|,\s/).at(-1) ?? "";
  if (works.test(clause)) return false;
  const estimate = /(\d[\d.]*)(?:\s?%|\s?°C)?(?:[\s-]+[\p{L}/%]+){0,5}\s*\(?\s*$/u.exec(clause)?.[1];
  return estimate !== undefined && Number(estimate) >= low && Number(estimate) <= high;
}

const byName = new RegExp(
  `\\b[Rr]ef(?:s|erences?)?\\.?\\s(${series}(?:\\sand\\s\\d{1,3})?)(?![\\w%]|\\s(?:mg|ml|years|weeks|days)\\b)`,
  "g",
);

/** "(ref. 12)", "references 3 and 4". */
function named(text: string): Citation[] {
  return matchesIn(text, byName).flatMap((match) =>
    numbersIn(match[1] ?? "", match.index + match[0].indexOf(match[1] ?? ""), "brackets"),
  );
}

/** "[R4]", "[S2, S3]", "[Ref. 4]". */
function lettered(text: string): Citation[] {
  return matchesIn(text, /\[((?:(?:R|S|Ref\.?) *\d{1,3}(?:, *)?){1,9})\](?![:(])/gi).flatMap((match) =>
    numbersIn(match[1] ?? "", match.index + 1, "lettered"),
  );
}

const sourceHead = /^\W*(?:refs?\.?|references?|sources?|citations?|works? +cited|ref\.? +nos?\.?)\W*$/i;
const onlySeries = new RegExp(`^\\s*${series}\\s*$`);

/** The figures of a column that is headed "Reference". */
function inColumns(text: string, { header, rows }: Table): Citation[] {
  return header.cells.flatMap((head, column) =>
    sourceHead.test(text.slice(head.start, head.end))
      ? rows.flatMap(({ cells }) => {
          const { start, end } = cells[column] ?? header.span;
          const said = text.slice(start, end);
          return onlySeries.test(said) ? numbersIn(said, start, "column") : [];
        })
      : [],
  );
}

const behindWord = /(?:[\p{Ll}][.,;:)”"’]?|\p{Lu}{2,}|\p{Lu}[.,;:)]|[)”"][.,;:]?|\d[.,;%]|%)\s?$/u;
const behindUnit = /(?:^|[^\p{L}])(?:[kcmdµ]?m|in|ft|s|mm|kg|log|L|l|R|χ|chi)\s?$|\d\s?$/u;

const raisedSeries = new RegExp(
  `<sup>\\s*\\\\?\\[?(${series})\\\\?\\]?\\s*</sup>|\\^(${series})\\^|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}(?:[,⁻–˒·-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})*)`,
  "g",
);

function raisedNumbers(text: string, inTable: (at: number) => boolean): Citation[] {
  return matchesIn(text, raisedSeries).flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 12), match.index);
    const tabled = inTable(match.index);
    const alone = tabled && /\|\s*$/.test(before);
    if (!alone && (!behindWord.test(before) || behindUnit.test(before))) return [];
    const [whole, tag, caret, digits] = match;
    const flat = plainDigits(digits);
    const written = tag ?? caret ?? flat ?? "";
    const offset = flat === undefined ? whole.indexOf(written, tag ? 5 : 1) : 0;
    const found = numbersIn(written, match.index + offset, "raised");
    return tabled ? found.map((one) => ({ ...one, inTable: true })) : found;
  });
}

const inParentheses = new RegExp(
  `(?<=[\\p{Ll})”"%]\\s?)\\((${series})\\)(?=[.,;:]|\\s*(?:\\n|$)|\\s+(?:and|but|or|while|whereas)\\b|(?<=\\(\\d{1,3}\\s?[-–—‑,;][^()]{1,12}\\))\\s+(?!days?|weeks?|months?|years?|hours?|times|tablets?|doses?|points?|minutes?)\\p{Ll}{3,})`,
  "gu",
);

const bareSeries = new RegExp(
  `(?<=\\p{Ll}{2}[.,]|\\p{Ll}{2}\\)[.,]|%\\.)(${series})(?=\\s+\\p{Lu}|\\s*(?:\\n\\s*\\n|$)|\\s+\\p{Ll}{2,})`,
  "gu",
);

const people =
  /(?<before>[a-zß-öø-ɏ\d]*)[\s-]+(?:children|adults|women|men|patients|people|persons|boys|girls|cases|deaths|participants|controls|infants|newborns|babies|households|villages|districts|hospitals|sites|clinics|beds|staff|nurses|doctors|total)\s?$/i;
const measured =
  /(?<before>[a-zß-öø-ɏ\d]*)[\s-]+(?:days?|weeks?|months?|years?|scores?|grades?|points?)\s?$/i;
const counting =
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|no|and|or|)$/i;

/** "Deaths (3)", "men (12) and women (9)" are counted; "most of these patients (6)", "for 5 days (4)" cite. */
function isCounted(before: string, after: string): boolean {
  const length = measured.exec(before)?.groups?.before;
  if (length !== undefined) return !/\d/.test(length);
  const group = people.exec(before)?.groups?.before;
  if (group === undefined) return counts.test(before);
  return (
    counting.test(group) ||
    /\p{Ll}\s\(\d+\)[^.;:|\n]*$/u.test(before) ||
    /^[^.;:|\n]*\p{Ll}\s\(\d+\)/u.test(after)
  );
}
const counts =
  /^\s*(?:children|adults|women|men|patients|deaths|cases|total|days?|scores?|grades?|points?)\s?$/i;

/** Where a clause ends: "(12)." and "therapy.12 The next". */
function inClause(text: string, inTable: (at: number) => boolean): Citation[] {
  const around = ({ index, 0: whole }: RegExpExecArray) =>
    [
      text.slice(Math.max(0, index - 60), index),
      text.slice(index + whole.length, index + whole.length + 60),
    ] as const;
  const of = (pattern: RegExp, style: Citation["style"]) =>
    matchesIn(text, pattern).flatMap((match) =>
      inTable(match.index) || (style === "parentheses" && isCounted(...around(match)))
        ? []
        : numbersIn(match[1] ?? "", match.index + match[0].indexOf(match[1] ?? ""), style),
    );
  return [...of(inParentheses, "parentheses"), ...of(bareSeries, "bare")];
}

const keyMark = /(?<![\w.@/\\])@(?!(?:fig|tbl|sec|eq|lst|thm)[:-])([A-Za-z][\w:.-]{0,60}\w)/g;

/** "[@key; @other, p. 3]", "as @key found", and "[Smith19]"; "@fig:flow" leads to a figure. */
function keys(text: string): Citation[] {
  const bracketed = matchesIn(text, /\[[^[\]\n]*@[^[\]\n]*\](?!:)/g).map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
  const marked = matchesIn(text, keyMark).flatMap(({ index, 0: whole, 1: key = "" }) => {
    const one = { ...none, style: "key" as const, key, start: index, end: index + whole.length };
    // In running words "@ministry" may be anything.
    return /\d/.test(key) || anyOverlaps(bracketed, one) ? [one] : [];
  });
  const single = matchesIn(text, /\[(\p{Lu}[\p{L}-]{1,24}\d{2,4}[a-z]?|[A-QT-Z]\d{1,2})\](?![:(])/gu).map(
    (match) => ({
      ...none,
      style: "key" as const,
      key: match[1],
      start: match.index + 1,
      end: match.index + 1 + (match[1] ?? "").length,
    }),
  );
  return [...marked, ...single];
}

const name = "(?:\\p{Lu}[\\p{L}'’-]+|de|van|von|der|la|Le)";
const authorYear = new RegExp(
  `(?:^|;\\s*|(?<=\\d{4}[a-z]?),\\s*|\\(|\\[|see\\s+|e\\.g\\.,?\\s+|and\\s+)(${name}(?:\\s(?:${name}|of|and|&|for|the|et\\sal\\.?|\\p{Lu}\\.))*(?:,\\s(?:${name}|and\\s${name}|&\\s${name}))*(?:,?\\s+et\\s+al\\.?)?),?\\s+((?:19|20)\\d\\d[a-z]?)(?=[\\s,;)\\]:]|$)`,
  "gu",
);
const narrative = new RegExp(
  `(${name}(?:\\s(?:and|&)\\s${name})?(?:\\set\\sal\\.?)?)\\s\\(((?:19|20)\\d\\d[a-z]?)\\)`,
  "gu",
);
/** "Redrawn from Bohren 2017", "Data: Sandall et al 2016": without brackets, behind a word that names a source. */
const credited = new RegExp(
  `\\b(?:[Rr]edrawn|[Aa]dapted|[Rr]eproduced|[Mm]odified|[Tt]aken|[Ss]ource|[Dd]ata|[Ff]igures?|[Cc]redit|[Aa]fter|[Ss]ee|[Pp]er|[Bb]y|[Ff]rom|[Ii]n|[Oo]f)(?: +(?:from|after|of|by|data +from))?:? +(${name}(?:\\s(?:and|&)\\s${name})?(?:,?\\set\\sal\\.?)?),?\\s((?:19|20)\\d\\d[a-z]?)(?=[*_]*(?:[.,;)]|\\s*(?:\\n|$)))`,
  "gu",
);
/** "(Perth 2019: 412 births …)": what is told there itself. */
const toldHere = /^\s*:\s*(?:n *= *)?\d[\d ,]*\s+\p{Ll}{3}/u;
const notAuthors =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Edition|Version|Updated?|Revised|Since|In|From|Until|Before|After|Vol|Act|Table|Figure|Chapter|Section|Annex|Box|Accessed|Cap|The|This|Draft|Valid|Reviewed?|Adopted|Published|Modified|Source|Adapted|Circular|Order|No)\b/;

/** "(Public Health Act 2014)", "(National Policy, 2016)": what a state says is no work of the list. */
const decreed =
  /\b(?:Acts?|Laws?|Regulations?|Ordinance|Decree|Codes?|Policy|Bill|Directive|Circular|Rules|Statute|Constitution|Census|Order|Decision|Resolution|Gazette)$/;

/** "the outbreak (Guinea, 2014)" */
const event =
  /\b(?:outbreak|epidemic|pandemic|conference|workshop|meeting|earthquake|cyclone|flood|war|congress|summit|census|course)s?\s?\($/i;

function authors(text: string): Citation[] {
  const inGroups = matchesIn(
    text,
    /[([]([^()[\]\n]{3,240}\b(?:19|20)\d\d[a-z]?[^()[\]\n]{0,80})[)\]]/gu,
  ).flatMap((group) =>
    matchesIn(group[1] ?? "", authorYear).map((match) => ({ match, from: group.index + 1 })),
  );
  const named = [narrative, credited].flatMap((form) =>
    matchesIn(text, form).map((match) => ({ match, from: 0 })),
  );
  return [...inGroups, ...named].flatMap(({ match, from }): Citation[] => {
    const [whole, author = "", year = ""] = match;
    const offset = whole.indexOf(author);
    const start = from + match.index + offset;
    if (
      notAuthors.test(author) ||
      decreed.test(author) ||
      event.test(text.slice(Math.max(0, start - 30), start))
    )
      return [];
    const end = from + match.index + whole.lastIndexOf(year) + year.length;
    if (toldHere.test(text.slice(end, end + 30))) return [];
    return [{ ...none, style: "author", author, year, start, end }];
  });
}
