// Every place that names a numbered thing: "Table 5", "sections 3.1–3.4", "Annexes A, B". Whether it is the thing's
// own label or sends the reader there is told by how it stands. It must not know what else is in the document.

import { lineBefore } from "../text/around.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";
import { isCommonName, isPlural, kindOf, kindPattern, type LabelKind } from "./label-kind.ts";
import { numberPattern, readingsOf } from "./label-number.ts";

export interface NamedNumber extends Span {
  readonly written: string;
  readonly readings: readonly string[];
}

export interface LabelMention extends Span {
  readonly kind: LabelKind;
  /** As it is written. */
  readonly word: string;
  readonly numbers: readonly NamedNumber[];
  /** It stands where a caption or heading begins, and goes on like one. */
  readonly isLabel: boolean;
  /** It opens its line, however that goes on. */
  readonly opens: boolean;
}

const word = new RegExp(`(?<![a-zß-öø-ɏ\\d./-])${kindPattern}(?![a-zß-öø-ɏ-])`, "gi");
const separator = "\\s*(?:,\\s*(?:and|or)\\b|,|;|and/or\\b|and\\b|or\\b|&|to\\b|through\\b|–|—|-)\\s*";
const first = new RegExp(`\\s{0,6}(?:[Nn]o\\.?\\s|[Nn]umber\\s)?(${numberPattern})`, "uy");
const range = new RegExp(`\\s?(?:–|—|-|to\\b)\\s?(${numberPattern})`, "uy");
/** "Appendix L — IV lines": a dash between blanks leads to the title of what opens its line. */
const titled = /^\s+[–—-]\s+\S+[ \t]+\S/;
const further = new RegExp(`${separator}(${numberPattern})`, "uy");
/** What is counted or measured is not numbered. */
const measure =
  /^\s?(?:mm|cm|m|(?:centi|milli)?met(?:re|er)s?|lit(?:re|er)s?|feet|foot|ft|inches|drops|beds|people|patients|mg|g|kg|mcg|µg|ml|l|iu|mmol|hours?|hourly|minutes?|days?|weeks?|months?|years?|times|doses?|tablets?|ampoules?|vials?|per)(?![\p{L}\d])|^\s?%|^:\d/iu;

export function labelMentionsIn({
  text,
  plain,
}: {
  readonly text: string;
  readonly plain: string;
}): LabelMention[] {
  const found: LabelMention[] = [];
  for (const match of matchesIn(plain, word)) {
    const kind = kindOf(match[0]);
    if (!kind || /P\.?\s?O\.?\s*$/.test(plain.slice(Math.max(0, match.index - 6), match.index))) continue;
    const opens = opensLine(text, match.index);
    const all = numbersAt(plain, match.index + match[0].length, isPlural(match[0]));
    const [one] = all;
    const isTitled =
      opens && one !== undefined && !isPlural(match[0]) && titled.test(plain.slice(one.end, one.end + 60));
    const numbers = isTitled ? [one] : all;
    const last = numbers.at(-1);
    if (!last) continue;
    // "Figures 3 and 4: …" is the caption of both.
    const isCaption = numbers.length === 1 || (kind === "figure" && /^[*_ \t]*:/.test(text.slice(last.end)));
    const isLabel =
      isCaption &&
      ((opens && goesOnAsLabel({ text, plain }, match.index, last.end, isCommonName(kind))) ||
        (volumes.has(kind) && isOfTitle(text, match.index, last.end)));
    found.push({ kind, word: match[0], start: match.index, end: last.end, numbers, opens, isLabel });
  }
  return [...found, ...bareSections(plain), ...pictureLabels(text)];
}

const dotted = "\\d{1,2}(?:\\.\\d{1,2}){1,3}";
/** "1.3.9" is no quantity, whatever follows. */
const deep = "\\d{1,2}(?:\\.\\d{1,2}){2,3}";
/** No quantity: the sentence ends, or goes on about something else. */
const ends =
  "(?=\\s*[),;\\]]|\\.?\\s*$|\\.\\s|\\s+(?:below|above|before|after|again|and|or|for|only|if|unless|when|where|then|first|is|are|applies|must|should|has|on|overleaf|at|by|to\\s+\\p{Ll})\\b(?!\\s\\d))";
/** "in 12.5, 25 and 50 mcg patches" */
const notOfMeasures =
  "(?!(?:,? +(?:and +|or +|to +)?\\d[\\d.]*,?)+\\s?(?:mg|mcg|µg|g|ml|mL|L|kg|mmol|units?|IU|%))";
const bare = new RegExp(
  `\\b(?:(?:[Ss]ee|[Rr]efer(?:red)?\\s+to|[Cc]f\\.?|[Cc]onsult|[Ff]ollow|[Rr]ead|(?:[Gg]o|[Rr]eturn|[Tt]urn|[Ss]kip|[Pp]roceed|[Jj]ump)(?:\\s+(?:back|on|forward|straight))?\\s+to|(?:[Cc]ontinue|[Gg]o\\s+on|[Pp]roceed|[Rr]esume|[Ss]tart(?:\\s+again)?)\\s+(?:at|with|from)|[Uu]nder|[Aa]s\\s+per|[Pp]er|[Cc]riteria\\s+(?:in|of)|in|and\\sin)(?:\\s+also)?(?:\\s+under)?|(?:described|detailed|outlined|set\\s+out|given|explained|as|listed|step|steps|measures|advice|point|item|clause|heading|no\\.)\\s+(?:in|under|of)?)\\s+(?:(${dotted})${notOfMeasures}${ends}|(${deep})(?=\\s+\\p{Ll}))`,
  "gmu",
);

/** "see 4.7", "as in 4.7 above", "the assessment in 3.2 before any interview". */
function bareSections(plain: string): LabelMention[] {
  return matchesIn(plain, bare).map((match) => {
    const written = match[1] ?? match[2] ?? "";
    const end = match.index + match[0].length;
    const start = end - written.length;
    const numbers = [{ start, end, written, readings: readingsOf(written) }];
    return { kind: "section", word: written, start, end, numbers, opens: false, isLabel: false };
  });
}

function numbersAt(plain: string, from: number, plural: boolean): NamedNumber[] {
  const numbers: NamedNumber[] = [];
  let at = from;
  for (const pattern of [first, ...Array<RegExp>(20).fill(plural ? further : range)]) {
    pattern.lastIndex = at;
    const match = pattern.exec(plain);
    const written = match?.[1];
    if (written === undefined || /\n\s*\n/.test(match?.[0] ?? "")) break;
    if (numbers.length === 0 && /^\w/.test(match?.[0] ?? "") && !/[.§]/.test(plain[from - 1] ?? "")) break;
    const end = pattern.lastIndex;
    // "Table 2 Doses": a title, no measure.
    if (measure.test(plain.slice(end, end + 12)) && !/^ +\p{Lu}\p{Ll}{3}/u.test(plain.slice(end, end + 6)))
      break;
    // "Appendix B – P1 form": no range.
    if (!plural && numbers.length === 1 && /^\p{Lu}$/u.test(numbers[0]?.written ?? "") && /\d/.test(written))
      break;
    numbers.push({ start: end - written.length, end, written, readings: readingsOf(written) });
    if (!plural && numbers.length === 2) break;
    at = end;
  }
  return numbers;
}

/** What a work is divided into. */
const volumes: ReadonlySet<LabelKind> = new Set(["part", "chapter", "module", "annex"]);

/** "# Standard treatment of tuberculosis, Part 2", "# Burns – part 1: first hours" */
function isOfTitle(text: string, start: number, end: number): boolean {
  const before = lineBefore(text, start, 200);
  return (
    /^ {0,3}#/.test(before) &&
    /[,:(–—-]\s*$/.test(before) &&
    /^\s*(?:[:.)–—]|$)/m.test(text.slice(end, end + 4))
  );
}

const leads = /^(?:[\s*_>#:•·~"“([{]|<[^<>]{0,80}>|[-+]\s|\d{1,2}[.)]\s)*$/;

function opensLine(text: string, at: number): boolean {
  const line = lineBefore(text, at, 200);
  return leads.test(line.slice(line.lastIndexOf("|") + 1));
}

/** Followed by a title, by nothing, or set off in bold; not by the rest of a sentence. */
function goesOnAsLabel(
  { text, plain }: { text: string; plain: string },
  start: number,
  end: number,
  isRow: boolean,
): boolean {
  const before = lineBefore(text, start);
  if (/^ {0,3}#/.test(before + text.slice(start, start + 4))) return true;
  const after = plain.slice(end, end + 60);
  const inCell = before.includes("|");
  const isBold = /(?:\*\*|__)\s*$/.test(before) && /^(?:\*\*|__)/.test(text.slice(end));
  const rest = text.slice(end, end + 60);
  // "(Table 7)" sends there.
  if (/\(\s*$/.test(before)) return /^\s*(?:[.:]|\)[.:]?\s+\p{Lu})/u.test(rest);
  if (inCell && isRow && /^\s*(?:\*\*)?\s*\|/.test(rest)) return true;
  if (inCell) return /^(?:\*\*|__)?\s*[.:–—-]\s*\S/.test(rest);
  if (isBold || /^[ \t]*(?:\n|$)/.test(after)) return true;
  // "Protocol 4 (Conduct disorder)", alone on its line.
  if (/^[ \t]*\([ \t]*\p{Lu}[^()\n]*\)[ \t]*(?:\n|$)/u.test(rest)) return true;
  return /^\s*(?:[.:–—)|]|-\s)/.test(after) || /^[ \t]+["“‘'([]?[\p{Lu}\d≥≤<>]/u.test(after);
}

/** A picture's text for those who cannot see it. */
function pictureLabels(text: string): LabelMention[] {
  return matchesIn(text, /!\[[\s*_]{0,4}([A-Za-z]{3,12}\.?)/g).flatMap((match) => {
    const kind = kindOf(match[1] ?? "");
    const [number] = kind ? numbersAt(text, match.index + match[0].length, false) : [];
    if (!kind || !number) return [];
    const word = match[0];
    return [
      { kind, word, start: match.index, end: number.end, numbers: [number], opens: true, isLabel: true },
    ];
  });
}
