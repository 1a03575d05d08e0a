// The number of a heading, table or annex as it is written: 4, 4.2, 2a, B, II, three. It must not know what is
// numbered.

import { numberOf, numberWords } from "./number-word.ts";
import { romanNumber } from "./roman.ts";

/** Parts with dots between them, letters in lower case: "4.2", "2.a", "b". */
export type LabelNumber = string;

const numberWord = `(?:${numberWords.map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`).join("|")})\\b`;
/** A pattern of what can be read; a small letter stands only behind a figure. */
export const numberPattern = `(?!(?:19|20)\\d\\d)(?:(?:\\d{1,3}|[A-Z](?![A-Za-z])|[IVXL]{1,6}(?![A-Za-z])|[A-Z](?=\\d{1,2}\\b))(?:[.‑-]?\\d{1,3}|[.‑-][A-Z](?![A-Za-z\\d])|\\.[a-z](?![A-Za-z]))*(?:[a-z](?:[.‑-]\\d{1,3})?(?![A-Za-z]))?(?![\\w%°]|\\.\\d)|${numberWord})`;

/** Everything that a number may mean: "V" is a letter or five; none for what is no number. */
export function readingsOf(written: string): readonly LabelNumber[] {
  const text = written.trim().toLowerCase();
  const word = numberOf(text);
  if (word !== undefined) return [String(word)];
  const roman = romanNumber(text);
  if (roman !== undefined) return text.length === 1 ? [text, String(roman)] : [String(roman)];
  const parts = text.match(/\d+|[a-z]/g)?.map((part) => (/\d/.test(part) ? String(Number(part)) : part));
  return parts ? [parts.join(".")] : [];
}

/** Whether a reader who looks for a number finds it: 2a within 2, and 2 where there are 2a and 2b. */
export function stands(number: LabelNumber, labels: readonly LabelNumber[]): boolean {
  const whole = number.replace(/(?<=\d)\.[a-z]$/, "");
  return labels.some((label) => label === number || label === whole || label.startsWith(`${number}.`));
}

const partsOf = (number: LabelNumber): string[] => number.split(".");
const isLetter = (part: string): boolean => /[a-z]/.test(part);
const rankOf = (part: string): number => (isLetter(part) ? part.charCodeAt(0) - 96 : Number(part));

/** The numbers that begin alike, and where they part from one that is not among them. */
function siblingsOf(number: LabelNumber, labels: readonly LabelNumber[]) {
  const parts = partsOf(number);
  const all = labels.map(partsOf);
  let near = all;
  for (const [level, part] of parts.entries()) {
    const here = near.filter(
      (other) => other.length > level && isLetter(other[level] ?? "") === isLetter(part),
    );
    const same = here.filter((other) => other[level] === part);
    if (same.length === 0 || level === parts.length - 1)
      return { level, ranks: here.map((other) => rankOf(other[level] ?? "")) };
    near = same;
  }
  return { level: 0, ranks: [] as number[] };
}

/**
 * Whether a number that is not among the labels ought to be. It ought to where its like is there from the beginning
 * on, or on both sides of it. A text that is only a part of a book has neither, or has other chapters than the one
 * meant; one that goes on from where its own numbers end may be in the next part.
 */
export function expectation(
  number: LabelNumber,
  labels: readonly LabelNumber[],
): "sure" | "likely" | undefined {
  if (isExpected(number, labels)) return "sure";
  const { level, ranks } = siblingsOf(number, labels);
  if (partsOf(number).length > 1 || ranks.length < 2 || level > 0) return undefined;
  const beyond = rankOf(number) - Math.max(...ranks);
  return beyond > 0 && beyond <= 3 ? "likely" : undefined;
}

function isExpected(number: LabelNumber, labels: readonly LabelNumber[]): boolean {
  const parts = partsOf(number);
  const { level, ranks } = siblingsOf(number, labels);
  if (ranks.length === 0) {
    const first = labels.filter((label) => partsOf(label)[0] === parts[0]);
    return first.length > 0 && labels.some((label) => partsOf(label).length >= parts.length);
  }
  const rank = rankOf(parts[level] ?? "");
  const [least, most] = [Math.min(...ranks), Math.max(...ranks)];
  const isFlat = parts.length === 1;
  if (rank < least) return isFlat && least === 2 && ranks.length > 1;
  if (rank < most && (level > 0 || isFlat)) return true;
  return least <= (level > 0 ? 1 : 2);
}

/** The ranks of a number's like that are skipped, or called beyond the last: their titles were drawn, or are elsewhere. */
export function skippedBeside(
  number: LabelNumber,
  labels: readonly LabelNumber[],
  called: readonly LabelNumber[] = [],
) {
  // Whether there is a chapter 5 with a 5.4, those tell that are divided.
  const isDivided = number.includes(".");
  const alike = isDivided ? labels.filter((label) => label.includes(".")) : labels;
  const { level, ranks: all } = siblingsOf(number, alike);
  const ranks = new Set(all);
  const last = Math.max(0, ...ranks);
  const beyond = called.filter(
    (one) => one.includes(".") === isDivided && /^\d/.test(one) && Number.parseInt(one, 10) > last,
  );
  const inner = [...Array(last).keys()].filter((i) => !ranks.has(i + 1)).length;
  return { inner, beyond: level > 0 ? 0 : new Set(beyond).size };
}

/** How unlike two numbers are: a figure off, or two figures changed about. */
export function distance(a: LabelNumber, b: LabelNumber): number {
  const [one, other] = [partsOf(a), partsOf(b)];
  const flat = (text: string) => [...text.replace(/\D/g, "")].sort().join("");
  if (flat(a) === flat(b) && flat(a) !== "") return 0.5;
  const shared = one.findIndex((part, i) => part !== other[i]);
  const deep = Math.abs(one.length - other.length);
  if (shared < 0) return 1 + deep;
  const apart = Math.abs(rankOf(one[shared] ?? "") - rankOf(other[shared] ?? "0"));
  return Math.min(apart, 9) + deep * 2 + (one.length - 1 - shared) * 2;
}
