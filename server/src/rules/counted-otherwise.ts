// Whether the numbers that a counting seems to lack stand between two of its marks in another dress: bold, as a bullet,
// a heading or a cell, without a blank, or run on in a sentence.

import type { Step } from "../guideline/numbering.ts";
import { matchesIn } from "../text/matches.ts";

interface Name {
  /** "step", "annexure", or nothing. */
  readonly word: string;
  /** "6.3.5." of 6.3.5.6. */
  readonly prefix: string;
  readonly isLetter: boolean;
  readonly isCapital: boolean;
}

function nameOf(written: string): Name {
  const [, word = "", prefix = "", last = ""] =
    /^\W*(?:([A-Za-z]{2,})\s+)?((?:\d{1,2}\.)*)(\d{1,2}|[A-Za-z]+)/.exec(written) ?? [];
  return { word, prefix, isLetter: !/\d/.test(last), isCapital: /[A-Z]/.test(last) };
}

/** "4. Select a tube. 5." and in the next line "6.", "2. Miconazole **[II]** 3. Econazole" (blanks here): it was run on. */
export function isRunOn(
  text: string,
  before: Step,
  { number, start, written }: Step,
  inside: boolean,
): boolean {
  const between = text.slice(before.start, inside ? before.end : start);
  const { isLetter, isCapital } = nameOf(written);
  // "1b." and "**Iron** 1c. Advise"
  const [, branchOf] = /^(\d+)[a-h]\W*$/.exec(written) ?? [];
  const missed = Array.from(
    { length: Math.max(0, number - before.number - 1) },
    (_, i) => before.number + 1 + i,
  );
  return (
    missed.length > 0 &&
    missed.every((one) => {
      const letter = String.fromCharCode((isCapital ? 64 : 96) + one);
      const name = isLetter ? letter : branchOf ? `${branchOf}${letter}` : String(one);
      return new RegExp(
        `${branchOf ? " +" : "(?:[.;:/)] +|(?<=[^\\s] {0,8}) {2,})"}${name}[.)](?:\\s|\\p{Lu}|$)`,
        "u",
      ).test(between);
    })
  );
}

/**
 * The lines between say the numbers that are missing, or begin again and lead up to this one.
 * A list of its own in between (from 1 on) does not fill a gap.
 */
export function isCountedBetween(text: string, before: Step, step: Step): boolean {
  const numbers = numbersAtLines(text, before.end, step);
  // Behind several lists that begin again, the last of them goes on.
  const isNewList = step.number <= before.number || numbers.filter((one) => one === 1).length >= 3;
  if (isNewList)
    return (
      numbers.some((one, at) => one === 1 && leadsFrom(2, numbers.slice(at + 1)) >= step.number) ||
      beginsWithin(text.slice(before.end, step.start), step.number)
    );
  // What begins with "4." is no list of its own within 4.
  const isOuter = nameOf(step.written).prefix !== "";
  let awaited = before.number + 1;
  let inner = 0;
  for (const number of numbers) {
    inner = number === 1 || number === inner + 1 ? number : inner;
    if (number === awaited && (isOuter || number !== inner)) awaited += 1;
  }
  return awaited === step.number;
}

/** "Petechial rash 1) Mainly due to …", and in the next line "2)" */
const beginsWithin = (between: string, end: number): boolean =>
  Array.from({ length: end - 1 }, (_, i) => i + 1).every((one) =>
    new RegExp(`[\\p{L}.:] +${one}[.)] +\\p{L}`, "u").test(between),
  );

const leadsFrom = (awaited: number, numbers: readonly number[]): number =>
  numbers.reduce((next, number) => (number === next ? next + 1 : next), awaited);

function numbersAtLines(text: string, from: number, { start, written }: Step): number[] {
  const { word, prefix, isLetter, isCapital } = nameOf(written);
  const own = text.slice(text.lastIndexOf("\n", start) + 1, start).search(/\S|$/);
  const counted = isLetter ? (isCapital ? "[A-Z]" : "[a-z]") : "\\d{1,3}";
  const ending = word || prefix ? "(?![\\p{L}\\d])" : "(?:[*_]*[.)](?!\\d))";
  const begin = `^([ \\t]*)(?:[-+•|>#][-+•|># \\t]*)?[*_([]*${word}[ \\t]*${prefix.replaceAll(".", "\\.")}`;
  const mark = new RegExp(`${begin}(${counted})${ending}`, "gim");
  return matchesIn(text.slice(from, start), mark).flatMap(([, indent = "", name = ""]) => {
    if (indent.length > Math.max(own, 3)) return [];
    if (!isLetter) return [Number(name)];
    return isCapital === /[A-Z]/.test(name) ? [name.toLowerCase().charCodeAt(0) - 96] : [];
  });
}
