// Numbered things that follow one another: the steps of a section, and headings side by side. It must not know which
// numbers are wrong.

import { listPerPiece } from "../syntax/inline.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import type { Guideline } from "./guideline.ts";
import { numberOf, numberWords } from "./number-word.ts";
import { isReferenceList } from "./reference-list.ts";
import { romanNumber } from "./roman.ts";
import { type Section, sectionAt } from "./section.ts";
import { type StepMark, stepMarksIn } from "./step-mark.ts";

export interface Step extends Span {
  readonly number: number;
  /** As written: "4.", "Step 4", "(d)". */
  readonly written: string;
  readonly branch?: string | undefined;
}

export interface Sequence {
  readonly kind: StepMark["kind"] | "heading";
  readonly steps: readonly Step[];
}

type Read = Pick<Guideline, "markdown" | "sections">;

const marksPerPiece = listPerPiece(stepMarksIn);

export const sequencesOf = oncePer((guideline: Read): readonly Sequence[] => [
  ...stepSequences(guideline),
  ...headingSequences(guideline.sections),
]);

interface Open extends Sequence {
  readonly kind: StepMark["kind"];
  readonly steps: Step[];
  readonly depth: number;
  within: object | undefined;
  /** What was counted before, if this list stands behind a colon: a part of its last item, which may have no indent. */
  readonly outer?: Open | undefined;
}

/** "i." and "v." behind "d." are no letters, nor is "i." behind "g." where "i. ii." was counted above. */
const isRomanOnly = (before: Step | undefined, roman: Open | undefined, { written, number }: Step): boolean =>
  /^\W*[ivx]\W*$/i.test(written) && number - (before?.number ?? 0) > ((roman?.steps.length ?? 0) > 1 ? 1 : 2);

const isBehindColon = (text: string, { start }: Span): boolean =>
  /:[\s*_•-]*$/.test(text.slice(Math.max(0, start - 40), start));

/** Where an inner list has ended and the item above it is followed by the next. */
function resumed(known: Open | undefined, { number }: Step): Open | undefined {
  if (!known || number > (known.steps.at(-1)?.number ?? 0)) return undefined;
  for (let one = known.outer; one; one = one.outer) if (one.steps.at(-1)?.number === number - 1) return one;
  return undefined;
}

/** Marks of one style in one section, cut where they begin again. */
function stepSequences({ markdown, sections }: Read): Sequence[] {
  const marks = marksPerPiece(markdown).toSorted((a, b) => a.start - b.start);
  const open = new Map<string, Open>();
  const all: Open[] = [];
  let section: Section | undefined;
  for (const { kind, style, depth, within, ...step } of marks) {
    const here = sectionAt(sections, step.start);
    if (here !== section) open.clear();
    section = here;
    if (here && isReferenceList(here)) continue;
    const key = `${depth} ${style}`;
    const inner = open.get(key);
    const known = resumed(inner, step) ?? inner;
    if (known) open.set(key, known);
    const roman = open.get(`${depth} ${style.replace(/a/i, (letter) => (letter === "a" ? "i" : "I"))}`);
    if (/a/i.test(style) && isRomanOnly(known?.steps.at(-1), roman, step)) continue;
    if (step.branch !== undefined) branchesOf(open, key, { kind, depth, within, ...step }, all);
    const isDoubled = within !== undefined && known?.within === within && known.steps.at(-1)?.number === 1;
    if (known && (isDoubled || step.number > 1 || isBranch(known.steps.at(-1), step))) {
      if (!isBranch(known.steps.at(-1), step)) known.steps.push(step);
      known.within = within;
    } else {
      const outer = isBehindColon(markdown.plain, step) ? known : undefined;
      const fresh: Open = { kind, steps: [step], depth, within, outer };
      open.set(key, fresh);
      all.push(fresh);
    }
    if (depth < 20)
      for (const [other, one] of open) if (one.depth > depth && one.kind === kind) open.delete(other);
  }
  return all;
}

/** 4, 4a, 4b: the branches of a step are counted, too. */
function branchesOf(
  open: Map<string, Open>,
  key: string,
  { number, branch = "", kind, depth, within, ...rest }: Omit<StepMark, "style">,
  all: Open[],
): void {
  const step = { ...rest, number: branch.charCodeAt(0) - 96 };
  const own = `${key} ${number}`;
  const known = open.get(own);
  if (known && step.number > 1) known.steps.push(step);
  if (known && step.number > 1) return;
  const parent = open.get(key)?.steps.at(-1);
  const whole = parent?.number === number && parent.branch === undefined ? [{ ...parent, number: 0 }] : [];
  const fresh: Open = { kind, depth, within, steps: [...whole, step] };
  open.set(own, fresh);
  all.push(fresh);
}

/** 4a and 4b are both 4. */
const isBranch = (before: Step | undefined, { number, branch }: Step): boolean =>
  before !== undefined && branch !== undefined && before.number === number && before.branch !== branch;

const headingWord =
  "chapter|section|part|annex(?:e|ure)?|appendix|step|module|unit|table|figure|box|recommendation|phase|question|principle|action|task|session|lesson|rule|activity";
const headingNumber = new RegExp(
  `^(?:(?:(${headingWord})\\s+)(?:((?:\\d{1,2}\\.)*\\d{1,2}|[A-Z]|[IVX]{2,5})([a-h])?(?![a-zß-öø-ɏ\\d])|(${numberWords.join("|")})\\b)|((?:\\d{1,2}\\.)*\\d{1,2}|[A-Z](?=[.:)])|[IVX]{2,5}(?=[.:)]))([a-h](?=[.:)\\s]))?)[.:)]*(?:\\s+(?=\\S)|$)`,
  "i",
);
const measured = /^(?:kg|g|mg|ml|years?|months?|weeks?|days?|hours?|to|or|and)\b|^[–%-]/i;

/** "… – Part II", "… (cont.)": the same heading, going on. */
const baseOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[\s(,:–—-]*\b(?:part +(?:\d{1,2}|[ivx]{1,4}|[a-h])|cont(?:d|inued|['’]d)?)\b[.)\s]*$/u, "");

/** Headings of one parent and level whose numbers begin alike. */
function headingSequences(sections: readonly Section[]): Sequence[] {
  const groups = new Map<Section | undefined, Map<string, Step[]>>();
  const bases = new Map<Step | undefined, string>();
  for (const { title, level, parent, headingSpan } of sections) {
    const match = headingNumber.exec(title);
    const number = match?.[2] ?? match?.[4] ?? match?.[5];
    const branch = match?.[3] ?? match?.[6];
    if (!match || number === undefined || (!match[1] && measured.test(title.slice(match[0].length))))
      continue;
    const parts = number.split(".");
    const ofParent = groups.get(parent) ?? new Map<string, Step[]>();
    groups.set(parent, ofParent);
    for (const [kind, rank] of ranksOf(parts.at(-1) ?? "")) {
      const style = `${level} ${match[1]?.toLowerCase() ?? ""} ${parts.slice(0, -1).join(".")} ${kind}`;
      const begun = ofParent.get(style) ?? [];
      // "1." behind "6.": headings that begin again count by themselves.
      const isAgain = rank === 1 && (begun.at(-1)?.number ?? 1) > 1;
      if (isAgain) ofParent.set(`${style} before ${headingSpan.start}`, begun);
      const steps = isAgain ? [] : begun;
      ofParent.set(style, steps);
      const step = { ...headingSpan, number: rank, written: match[0].trim(), branch };
      const base = baseOf(title);
      if (!isBranch(steps.at(-1), step) && bases.get(steps.at(-1)) !== base) steps.push(step);
      bases.set(step, base);
    }
  }
  return [...groups.values()].flatMap((styles) =>
    [...styles.values()].map((steps) => ({ kind: "heading" as const, steps })),
  );
}

function ranksOf(part: string): [kind: string, rank: number][] {
  const inWords = numberOf(part);
  if (inWords !== undefined) return [["1", inWords]];
  if (/\d/.test(part)) return [["1", Number(part)]];
  const roman = romanNumber(part);
  const letter: [string, number][] = part.length === 1 ? [["A", part.toUpperCase().charCodeAt(0) - 64]] : [];
  return roman === undefined ? letter : [...letter, ["I", roman]];
}
