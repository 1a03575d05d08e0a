// How a recommendation is graded: "(strong recommendation, low-certainty evidence)", "Grade 1B", "⊕⊕◯◯". Read only
// where nothing else stands: in a parenthesis, behind a dash, in a sentence or cell of its own. It must not know
// recommendations, nor judge.

import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";

export type Strength = "strong" | "weak" | "good practice";
export type Certainty = "high" | "moderate" | "low" | "very low";

interface Form extends Span {
  /** In words ("low"), as a code ("1C"), or drawn ("⊕⊕◯◯"). */
  readonly form: "word" | "code" | "symbol";
}
export interface StrengthMark extends Form {
  readonly value: Strength;
  /** What the mark alone says of it: "↓↓", "Class III", "strong recommendation against". */
  readonly direction: "for" | "against" | undefined;
}
export interface CertaintyMark extends Form {
  readonly value: Certainty;
}
/** Marks that stand together. */
export interface Grading extends Span {
  readonly strengths: readonly StrengthMark[];
  readonly certainties: readonly CertaintyMark[];
}

const vocabulary = new Set(
  `strong strongly weak conditional conditionally discretionary qualified recommendation recommendations for against
   in favour favor of the a an evidence certainty quality confidence high moderate low very to grade graded class level
   levels loe cor strength good best practice statement statements point points gps ungraded consensus expert opinion
   based on positive negative by and rating rated body overall effect effects estimates estimate is new updated statement
   key conditional direction poor i ii iii iv iia iib ia ib 1 2 3 4 5 6 7 8 9 gdg panel research only evidence-based pico intervention interventions comparison comparator alternative option agreement unanimous votes voted panel's using per according
   r esc aha acc`.match(/\S+/g),
);
const anchor =
  /\b(?:recommendations?|certainty|quality|evidence|grade|class|strength|level|loe|cor|practice|confidence)\b|[⊕⨁●★↑↓⇑⇓]|\+{2}|^\W*[12][A-D]\+?\W*$|\b(?:strong|weak|conditional|discretionary|qualified)\b\W+(?:(?:very +low|low|moderate|high)\b|[12] *[A-D]\b)|\b[12] *[A-D]\W+(?:strong|weak|conditional)\b/i;

/** "[Conditional]"; within a sentence "(strong)" and "(weak)" in lower case may be about anything. */
const alone = /^\s*(?:Strong|STRONG|Weak|WEAK|[Cc]onditional|CONDITIONAL)\s*$/;
const performed = /\b(?:recommend|suggest|advise|propose|consider|offer|should|must|may|could)s?\b[^.;]*$/i;
const aloneLower = /^\s*(?:strong|weak|discretionary|qualified)(?:ly)?\s*$/;

/** Every grading of a text, in order. */
export const gradingsIn = remembered((text): readonly Grading[] => {
  const clusters: Span[] = [];
  let open: { start: number; end: number } | undefined;
  for (const piece of piecesOf(text)) {
    if (!isLabel(text.slice(piece.start, piece.end))) {
      if (open) clusters.push(open);
      open = undefined;
    } else if (open) open = { start: open.start, end: piece.end };
    else open = { ...piece };
  }
  if (open) clusters.push(open);
  return clusters.flatMap((cluster) => {
    const words = text.slice(cluster.start, cluster.end);
    return isAlone(text, words, cluster) || anchor.test(words) ? (marked(words, cluster) ?? []) : [];
  });
});

const dashed = /(?:(?:[\p{L}\d%]+[^\p{L}\d]+){3,})[–—-]\s*$/u;
/** "A – strong." */
const labelledWord =
  /^\s*(?:[A-Z]\d{0,2}|\d{1,2}(?:\.\d+)*)\s*[–—-]\s*(?:[Ss]trong|[Ww]eak|[Cc]onditional)\s*$/;
const lastWord = /^\s*(?:strong|conditional)\s*$/i;

/** In square brackets, or in round ones behind a full stop or at the end of what is recommended: of the sentence. */
function isAlone(text: string, words: string, { start, end }: Span): boolean {
  const opening = text.charAt(start - 1);
  // "Surgery within 36 hours – strong."
  if (
    ((dashed.test(text.slice(0, start)) && lastWord.test(words)) || labelledWord.test(words)) &&
    /^[.*_\s]*$/.test(text.slice(end))
  )
    return true;
  if (alone.test(words)) return /[([]/.test(opening);
  return (
    aloneLower.test(words) &&
    (opening === "[" ||
      (opening === "(" && performed.test(text.slice(0, start)) && /^\)[*_.\s]*$/.test(text.slice(end))) ||
      (opening === "(" && (start === 1 || /[.!?]["”’]?\s*$/.test(text.slice(0, start - 1)))))
  );
}

/** What a cell of a column that is headed "Strength" or "Certainty" says. */
export function gradingOfCell(text: string, head: string): Grading | undefined {
  const of = columnOf(head);
  if (!of || !isLabel(text)) return undefined;
  const classed = of.strength && /\b(?:class|cor)\b/i.test(head) ? `class ${text}` : text;
  const found = strengthsIn(classed, of.strength);
  const strengths = classed === text ? found : found.map((mark) => ({ ...mark, start: 0, end: text.length }));
  const certainties = certaintiesIn(text, of.certainty);
  const span = { start: 0, end: text.length };
  return strengths.length + certainties.length > 0 ? { ...span, strengths, certainties } : undefined;
}

/** What a column's head promises. */
export function columnOf(
  head: string,
): { readonly strength: boolean; readonly certainty: boolean } | undefined {
  const strength =
    /\b(?:strength|grade|grading|class|cor|recommendation +type|type +of +recommendation)\b/i.test(head);
  const certainty = /\b(?:certainty|quality|level|loe|confidence|evidence|grade)\b/i.test(head);
  return strength || certainty ? { strength, certainty } : undefined;
}

/** Stretches between brackets, dashes, colons and full stops. */
function piecesOf(text: string): Span[] {
  const pieces: Span[] = [];
  let start = 0;
  const close = (end: number, next: number) => {
    if (/\S/.test(text.slice(start, end))) pieces.push({ start, end });
    start = next;
  };
  for (const { index, 0: sign } of matchesIn(
    text,
    /[()[\]{}:|]|\s[-–—]+(?=\s)|—|[.;](?=\s|$)|\n|(?<=[\p{L}.)]) +(?=[⊕⨁]|[↑↓⇑⇓]{1,2} *(?:[⊕⨁]|\(?(?:[Vv]ery +low|[Ll]ow|[Mm]oderate|[Hh]igh|[Ss]trong|[Ww]eak|[Cc]onditional)\b))/gu,
  ))
    close(index, index + sign.length);
  close(text.length, text.length);
  return pieces;
}

const longestLabel = 160;

function isLabel(text: string): boolean {
  if (text.length > longestLabel) return false;
  const words = text.toLowerCase().match(/[\p{L}\d]+(?:-\p{L}+)*/gu) ?? [];
  const known = (word: string) =>
    vocabulary.has(word) ||
    /^(?:[12]?[a-d]|\d{1,3}[a-z]?|o{1,3})$/.test(word) ||
    word.split("-").every((part) => vocabulary.has(part));
  return /[\p{L}\d⊕⨁●★↑↓⇑⇓+]/u.test(text) && words.every(known);
}

function marked(words: string, { start, end }: Span): Grading | undefined {
  const [strengths, certainties] = [strengthsIn(words, false), certaintiesIn(words, false)];
  if (strengths.length + certainties.length === 0) return undefined;
  const inPlace = <S extends Span>(mark: S) => moved(mark, start);
  return { start, end, strengths: strengths.map(inPlace), certainties: certainties.map(inPlace) };
}

export const movedGrading = (grading: Grading, by: number): Grading => ({
  ...moved(grading, by),
  strengths: grading.strengths.map((mark) => moved(mark, by)),
  certainties: grading.certainties.map((mark) => moved(mark, by)),
});

const strengthWords: Readonly<Record<string, Strength>> = {
  strong: "strong",
  strongly: "strong",
  weak: "weak",
  conditional: "weak",
  conditionally: "weak",
  discretionary: "weak",
  qualified: "weak",
};

function strengthsIn(text: string, isCell: boolean): StrengthMark[] {
  const found: StrengthMark[] = [];
  const direction = /\bagainst\b|\bnegative\b/i.test(text)
    ? "against"
    : /\b(?:for|in +favou?r|positive)\b/i.test(text)
      ? "for"
      : undefined;
  const add = (
    form: Form["form"],
    index: number,
    words: string,
    value: Strength,
    own: StrengthMark["direction"] = direction,
  ) => found.push({ form, value, direction: own, start: index, end: index + words.length });
  for (const { index, 0: word } of matchesIn(
    text,
    /\b(?:strong(?:ly)?|weak|conditional(?:ly)?|discretionary|qualified)\b/gi,
  ))
    add("word", index, word, strengthWords[word.toLowerCase()] ?? "weak");
  for (const { index, 0: words } of matchesIn(
    text,
    /\b(?:good|best)[- ]practice(?: +(?:point|statement))?s?\b|\bGPS\b|\bungraded\b/gi,
  ))
    add("word", index, words, "good practice");
  for (const { index, 0: code } of matchesIn(text, /(?<![\w.])[12] *[A-D]\b\+?/g))
    add("code", index, code, code.startsWith("1") ? "strong" : "weak");
  for (const { index, 0: arrow } of matchesIn(text, /[↑↓]{1,2}|[⇑⇓]{1,2}/g))
    add(
      "symbol",
      index,
      arrow,
      arrow.length === 2 ? "strong" : "weak",
      /^[↓⇓]/.test(arrow) ? "against" : "for",
    );
  found.push(...classMarks(text, isCell), ...letterMarks(text));
  return found;
}

/** "Class IIa, level of evidence B"; a class by itself may be one of a disease or of medicines. */
function classMarks(text: string, isCell: boolean): StrengthMark[] {
  const ofAdvice = isCell || /\b(?:level|loe|evidence|recommendation|cor)\b/i.test(text);
  const [whole, name = ""] =
    (ofAdvice &&
      /\b(?:class|cor)(?: +of +recommendation)?\W{0,4}(III|IIa|IIb|II|I|3|2a|2b|1)\b/i.exec(text)) ||
    [];
  const alone = isCell ? /^\W*(III|IIa|IIb|I)\W*$/.exec(text) : null;
  const value = (whole === undefined ? alone?.[1] : name)?.toLowerCase();
  if (value === undefined || value === "ii") return [];
  const start = whole === undefined ? (alone?.index ?? 0) : text.indexOf(whole);
  const span = { start, end: start + (whole ?? text).length };
  const strong = /^(?:i|iii|1|3)$/.test(value);
  const direction = /^(?:iii|3)$/.test(value) ? "against" : "for";
  return [{ form: "code", value: strong ? "strong" : "weak", direction, ...span }];
}

/** "Grade of recommendation: A"; what B and C mean differs from scheme to scheme. */
function letterMarks(text: string): StrengthMark[] {
  const [whole] =
    /\b(?:recommendation +grade|grade +of +recommendation|strength +of +recommendation|grade)\W{0,3}A\b/i.exec(
      text,
    ) ?? [];
  if (whole === undefined || /\b(?:evidence|certainty|quality)\b/i.test(text)) return [];
  const start = text.indexOf(whole);
  return [{ form: "code", value: "strong", direction: undefined, start, end: start + whole.length }];
}

const byCount: readonly Certainty[] = ["very low", "low", "moderate", "high"];
const byLetter: Readonly<Record<string, Certainty>> = { A: "high", B: "moderate", C: "low", D: "very low" };

function certaintiesIn(text: string, isCell: boolean): CertaintyMark[] {
  const found: CertaintyMark[] = [];
  const add = (form: Form["form"], start: number, words: string, value: Certainty | undefined) =>
    value && found.push({ form, value, start, end: start + words.length });
  for (const { index, 0: word } of matchesIn(text, /\bvery[ -]low\b|\b(?:low|moderate|high)\b/gi))
    if (!/^[ -](?:risk|dose)/i.test(text.slice(index + word.length)))
      add("word", index, word, word.toLowerCase().replace("-", " ") as Certainty);
  for (const { index, 0: word } of matchesIn(text, /\bpoor(?=[ -](?:quality|certainty|evidence)\b)/gi))
    add("word", index, word, "low");
  for (const { index, 0: signs } of matchesIn(text, /[⊕⨁●★]{1,4}[⊝⊖⊘○◯⚪⭘☆oO]{0,3}/gu)) {
    const full = (signs.match(/[⊕⨁●★]/gu) ?? []).length;
    if ([...signs].length === 4) add("symbol", index, signs, byCount[full - 1]);
  }
  for (const { index, 0: signs } of matchesIn(text, /(?<![\w+])\+{1,4}[-−–○◯oO]{0,3}(?![\w+])/g))
    if (signs.length === 4) add("symbol", index, signs, byCount[signs.replace(/[^+]/g, "").length - 1]);
  for (const { index, 0: code } of matchesIn(text, /(?<![\w.])[12] *[A-D]\b/g))
    add("code", index, code, byLetter[code.slice(-1)]);
  if (isCell || /\b(?:certainty|quality)\b/i.test(text))
    for (const { index, 0: letter } of matchesIn(text, /(?<![\w.\d] *)[A-D]\b(?! +\w)/g))
      add("code", index, letter, byLetter[letter]);
  return found;
}
