// Which words near an abbreviation are its long form. Letters decide (after Schwartz and Hearst, 2003); where
// they do not, a usual reading may. It must not know where in a document it is asked.

import { usualExpansions } from "../lexicon/abbreviations.ts";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

const wordPattern = /[\p{L}\p{N}]+/gu;
const smallWords = new Set(
  "a an and by for from in of on or the to with de da do das dos del la el le les du des y e et en para por pour".split(
    " ",
  ),
);
const lead =
  /^[\s"'“‘=]*(?:(?:the|an?|or|for|i\.e\.|that +is|meaning|means|which|stands +for|standing +for|short +for|in +full)[\s,:]+)*/i;
const sentenceBreak = /[.;:|]\s|\n[ \t]*\n/;

/** The long form at the end of a text, as in "…give oral rehydration solution (ORS". */
export function longFormBefore(short: string, text: string): Span | undefined {
  const end = text.trimEnd().length;
  const words = matchesIn(text.slice(0, end), wordPattern).slice(-mostWords(short) - 1);
  if (words.length === 0 || /[.;:|]$/.test(text.slice(0, end))) return undefined;
  const starts = [
    startByInitials(lettersOf(short), words),
    startByUsualReading(short, words),
    ...startsByLetters(short, words, text.slice(0, end)),
  ];
  return starts
    .filter((start) => start !== undefined)
    .map((start) => ({ start, end }))
    .find((span) => isOnePhrase(short, text.slice(span.start, span.end)));
}

/** The long form at the start of a text: one word for each letter, else up to the first comma at which it is complete. */
export function longFormAfter(short: string, text: string): Span | undefined {
  const start = lead.exec(text)?.[0].length ?? 0;
  const ends = matchesIn(text, /\s*[,;:.](?=\s|$)|\s*$/g).map((match) => match.index);
  const complete = ends
    .map((end) => ({ start, end, long: text.slice(start, end) }))
    .filter(({ long }) => spells(short, long));
  const exact = complete.find(
    ({ long }) => startByInitials(lettersOf(short), matchesIn(long, wordPattern)) === 0,
  );
  const found = exact ?? complete[0];
  return found && { start, end: found.end };
}

/** Whether a whole text is the long form: it begins with the first letter and has the others in order. */
export function spells(short: string, long: string): boolean {
  if (!isOnePhrase(short, long)) return false;
  const words = matchesIn(long, wordPattern);
  if (words.length > mostWords(short)) return false;
  if (words[0] && startByUsualReading(short, words) === words[0].index) return true;
  let at = -1;
  const low = long.toLowerCase();
  return Array.from(lettersOf(short)).every((letter, i) => {
    at = low.indexOf(letter, at + 1);
    return at >= 0 && (i > 0 || at === words[0]?.index);
  });
}

/** A word for each letter, or what it usually stands for. */
export const isPlainly = (short: string, long: string): boolean =>
  initialsOf(long).startsWith(short.toLowerCase()) ||
  (/[a-z]/.test(short) && initialsOf(long).startsWith(short.replace(/[^A-Z]/g, "").toLowerCase())) ||
  startByInitials(lettersOf(short), matchesIn(long, wordPattern)) === 0 ||
  (usualExpansions.get(short) ?? []).includes(long.toLowerCase());

const initialsOf = (words: string) =>
  (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(([first]) => first).join("");

function lettersOf(short: string): string {
  return short.toLowerCase().replace(/[^a-z]/g, "");
}

function mostWords(short: string): number {
  const letters = lettersOf(short).length;
  return Math.min(letters + 5, letters * 2);
}

/** One word for each letter, small words skipped: "combined oral contraceptive" for COC. */
function startByInitials(letters: string, words: readonly RegExpExecArray[]): number | undefined {
  let left = letters.length;
  for (const { 0: word, index } of words.toReversed()) {
    const low = word.toLowerCase();
    if (low.startsWith(letters[left - 1] ?? "")) left--;
    else if (left === letters.length || !smallWords.has(low)) return undefined;
    if (left === 0) return index;
  }
  return undefined;
}

/** What the abbreviation usually stands for, whatever its letters: "isoniazid" for INH. */
function startByUsualReading(short: string, words: readonly RegExpExecArray[]): number | undefined {
  for (const reading of usualExpansions.get(short) ?? []) {
    const wanted = (reading.match(wordPattern) ?? []).map(alike);
    const tail = words.slice(-wanted.length);
    if (tail.length === wanted.length && tail.every(([word], i) => alike(word) === wanted[i])) {
      return tail[0]?.index;
    }
  }
  return undefined;
}

/** British or American, singular or plural. */
function alike(word: string): string {
  return word
    .toLowerCase()
    .replace(/ae|oe/g, "e")
    .replace(/is(?=e|ation)/g, "iz")
    .replace(/s$/, "");
}

/** Word starts from which the letters follow in order, the nearest first. */
function* startsByLetters(short: string, words: readonly RegExpExecArray[], text: string): Iterable<number> {
  const letters = lettersOf(short);
  const low = text.toLowerCase();
  let at = low.length;
  for (let i = letters.length - 1; i > 0; i--) {
    at = low.lastIndexOf(letters[i] ?? "", at - 1);
    if (at < 1) return;
  }
  for (const { 0: word, index } of words.slice(-mostWords(short)).toReversed()) {
    if (index < at && word.toLowerCase().startsWith(letters[0] ?? "")) yield index;
  }
}

/** Longer than the abbreviation, without it, within one sentence, its brackets closed. */
function isOnePhrase(short: string, long: string): boolean {
  if (long.length <= short.length || sentenceBreak.test(long) || !/^\p{L}/u.test(long)) return false;
  const words: readonly string[] = long.match(wordPattern) ?? [];
  if (words.includes(short) || /^[A-Z\d]+$/.test(long)) return false;
  if (/^(?:and|or|this|these|those|that)\s|^the\s+\S+$/i.test(long)) return false;
  let open = 0;
  for (const bracket of long.match(/[()]/g) ?? []) {
    open += bracket === "(" ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
