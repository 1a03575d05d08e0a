// A step that is left out or stands twice in a numbered list, algorithm or row of headings.

import type { Guideline } from "../guideline/guideline.ts";
import { numberOf, numberWords } from "../guideline/number-word.ts";
import { type Sequence, type Step, sequencesOf } from "../guideline/numbering.ts";
import { oncePer } from "../text/memory.ts";
import { isCountedBetween, isRunOn } from "./counted-otherwise.ts";
import { defineRule, type Neighbour } from "./rule.ts";

/** Fewer do not show that they are counted. */
const fewest = 3;

export const listNumbering = defineRule<undefined>({
  id: "list-numbering",
  severity: "warning",
  compares: true,
  summary: "A number is left out or used twice among numbered steps or headings.",
  rationale:
    "A step that was lost when the algorithm was edited may be the one that matters, and whoever is told to go back to " +
    "“step 4” lands at another one. Lists that count 1, 1, 1 on purpose are left alone, and so is one that goes on after " +
    "a table or a remark.",
  examples: {
    invalid: [
      "1. Call for help.\n2. Open the airway.\n4. Give oxygen.\n^^\n5. Count the pulse.",
      "**Step 1:** Wash.\n\n**Step 2:** Drape.\n\n**Step 2:** Cut.\n  ^^^^^^\n\n**Step 3:** Close.",
    ],
    valid: [
      "1. Call for help.\n1. Open the airway.\n1. Give oxygen.",
      "1. Call for help.\n2. Open the airway.\n\n| Age | Mask |\n| --- | --- |\n| child | 1 |\n\n3. Give oxygen.",
      "# Newborn at birth, page 2\n\n5. Give five breaths.\n6. Feel the pulse.\n7. Press the chest.",
    ],
  },

  *check(guideline, { neighbours }) {
    yield* acrossPages(guideline, neighbours);
    const { plain: text } = guideline.markdown;
    let lostHeadings = 0;
    for (const sequence of sequencesOf(guideline)) {
      for (const { step, before } of breaksIn(sequence)) {
        if (isRunOn(text, before, step, sequence.kind === "heading")) continue;
        if (isCountedBetween(guideline.text, before, step)) continue;
        const { start, end, number } = step;
        const written = step.written.replace(/\.$/, "");
        const earlier = before.written.replace(/\.$/, "");
        const fault =
          number <= before.number
            ? `${written} ${number === before.number ? "stands twice" : `comes after ${earlier}`}`
            : `${written} follows ${earlier}: ${missing(before.number, number, written)}`;
        const shown =
          sequence.kind === "list"
            ? " Readers may see other numbers: Markdown counts for itself, so that references to a step point to another one."
            : "";
        const message = `${fault}.${shown} Check whether a step was lost, and number the steps afresh.`;
        const related = [{ span: { start: before.start, end: before.end }, message: "The number before." }];
        // Where headings were lost in several places, one cause has lost them.
        const isLost = sequence.kind === "heading" && number > before.number;
        const isTold = isLost && lostHeadings++ > 0;
        const severity = isTold ? { severity: "information" as const } : {};
        yield { span: { start, end }, message, related, state: undefined, ...severity };
      }
      const said = promisedBefore(text, sequence);
      if (said) yield { ...said, state: undefined };
    }
  },
});

/** "… page 2" begins with step 9, and "… page 1" ends with step 6. */
function* acrossPages(guideline: Guideline, neighbours: readonly Neighbour[]) {
  const [own] = stepsIn(guideline);
  const first = own?.steps[0];
  const page = pageOf(guideline);
  if (!first || !page || first.number < 3 || own.steps.length < fewest) return;
  for (const neighbour of neighbours) {
    const before = pageOf(neighbour.guideline);
    const sequence = stepsIn(neighbour.guideline).at(-1);
    const last = sequence?.steps.at(-1);
    if (before?.title !== page.title || before.number !== page.number - 1 || !last) continue;
    if (sequence?.steps[0]?.number !== 1 || first.number === last.number + 1) return;
    yield {
      span: { start: first.start, end: first.end },
      severity: "information" as const,
      message: `The steps go on with ${first.number} here, but end with ${last.number} on the page before. Check whether one was lost, and number the steps afresh.`,
      related: [
        { span: { start: last.start, end: last.end }, message: "The last step there.", in: neighbour },
      ],
      state: undefined,
    };
    return;
  }
}

const stepsIn = (guideline: Guideline) => sequencesOf(guideline).filter(({ kind }) => kind !== "heading");

const pageOf = oncePer(({ sections: [first] }: Guideline) => {
  const [, title = "", number] =
    /^(.{3,}?),? +\(?(?:page|part|sheet|card|side)\W? *(\d)\b/i.exec(first?.title ?? "") ?? [];
  return number ? { title: title.toLowerCase(), number: Number(number) } : undefined;
});

function missing(before: number, number: number, written: string): string {
  const [, step, branch = ""] = /(\d+)([a-h])\W*$/.exec(written) ?? [];
  const isBranch = step !== undefined && branch.charCodeAt(0) - 96 === number;
  const name = (at: number) =>
    isBranch
      ? `${step}${String.fromCharCode(96 + at)}`
      : /[a-z](?=[).\]]|$)/i.test(written) && !/\d/.test(written)
        ? String.fromCharCode(written.match(/[a-z]/) ? 96 + at : 64 + at)
        : String(at);
  const gap = number - before - 1;
  return gap === 1
    ? `${name(before + 1)} is missing`
    : `${name(before + 1)} to ${name(number - 1)} are missing`;
}

const promise = new RegExp(
  `(?<!\\b(?:at +least|any|first|last|next|more +than|than|or|to|of|every|each|other|another|following) +)\\b(\\d{1,2}|${numberWords.join("|")})\\s+(?:[a-zß-öø-ɏ]+\\s+){0,2}?(steps|questions|rules|actions|measures|tasks|principles|moments|stages|checks|phases|parts)\\b[^.:;\\d]{0,80}:?[\\s*_]*$`,
  "i",
);

/** "The five steps of hand washing:", and then four. */
function promisedBefore(text: string, { kind, steps }: Sequence) {
  const [first] = steps;
  const last = steps.at(-1);
  if (kind === "heading" || !first || !last || steps.length < fewest) return undefined;
  if (steps.some(({ number }, i) => number !== i + 1)) return undefined;
  const from = Math.max(0, first.start - 200);
  const before = text.slice(from, first.start).trimEnd();
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const match = line.endsWith(":") ? promise.exec(line) : null;
  const [whole, said = "", things = ""] = match ?? [];
  const count = numberOf(said.toLowerCase()) ?? Number(said);
  if (!match || whole === undefined || count === steps.length || Math.abs(count - steps.length) > 2)
    return undefined;
  const start = from + before.length - line.length + match.index;
  return {
    span: { start: last.start, end: last.end },
    message: `${said} ${things} are announced, but ${steps.length} are numbered here. Check whether one was lost, or correct the number.`,
    related: [{ span: { start, end: start + whole.trimEnd().length }, message: "Announced here." }],
  };
}

interface Break {
  readonly step: Step;
  readonly before: Step;
}

/** Where the counting is broken once or twice; where it is broken more often, nobody counted. */
function breaksIn({ kind, steps }: Sequence): Break[] {
  const [first] = steps;
  if (!first || steps.length < fewest || steps.every(({ number }) => number === first.number)) return [];
  const swapped = steps.findIndex((_step, i) => isSwapped(steps, i));
  const breaks = steps.flatMap((step, i) => {
    const before = steps[i - 1];
    if (swapped >= 0 && (i === swapped || i === swapped + 2)) return [];
    if (!before || step.number === before.number + 1 || isAfterMistyped(steps, i)) return [];
    return [{ step, before, isMistyped: isAfterMistyped(steps, i + 1) }];
  });
  const most = Math.max(1, Math.floor((steps.length - 1) / 3));
  // Letters may be anything unless somebody begins with the first.
  const isLettered = !/\d/.test(first.written);
  const isShort = first.number > 1 && kind !== "heading" && steps.length < 4;
  if (breaks.length > most || (first.number > 1 && isLettered) || isShort) return [];
  return breaks.filter(({ step, before, isMistyped }) => isMistyped || step.number - before.number <= 3);
}

/** 1, 3, 2, 4: the second and third have changed places. */
function isSwapped(steps: readonly Step[], i: number): boolean {
  const [before, one, other, after] = [i - 1, i, i + 1, i + 2].map((at) => steps[at]?.number ?? Number.NaN);
  return before !== undefined && one === before + 2 && other === before + 1 && after === before + 3;
}

/** 1, 2, 2, 4: the third is mistyped, and the fourth is right. */
function isAfterMistyped(steps: readonly Step[], i: number): boolean {
  const [first, middle, last] = [steps[i - 2], steps[i - 1], steps[i]];
  if (!first || !middle || !last) return false;
  return last.number === first.number + 2 && middle.number !== first.number + 1;
}
