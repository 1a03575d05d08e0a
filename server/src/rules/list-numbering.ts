// A step that is left out or stands twice in a numbered list, algorithm or row of headings.

import { type Sequence, type Step, sequencesOf } from "../guideline/numbering.ts";
import { defineRule } from "./rule.ts";

/** Fewer do not show that they are counted. */
const fewest = 3;

export const listNumbering = defineRule<undefined>({
  id: "list-numbering",
  severity: "warning",
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
    ],
  },

  *check(guideline) {
    for (const sequence of sequencesOf(guideline)) {
      for (const { step, before } of breaksIn(sequence)) {
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
        yield { span: { start, end }, message, related, state: undefined };
      }
    }
  },
});

function missing(before: number, number: number, written: string): string {
  const name = (at: number) =>
    /[a-z](?=[).\]]|$)/i.test(written) && !/\d/.test(written)
      ? String.fromCharCode(written.match(/[a-z]/) ? 96 + at : 64 + at)
      : String(at);
  const gap = number - before - 1;
  return gap === 1
    ? `${name(before + 1)} is missing`
    : `${name(before + 1)} to ${name(number - 1)} are missing`;
}

interface Break {
  readonly step: Step;
  readonly before: Step;
}

/** Where the counting is broken once or twice; where it is broken more often, nobody counted. */
function breaksIn({ kind, steps }: Sequence): Break[] {
  const [first] = steps;
  if (!first || steps.length < fewest || steps.every(({ number }) => number === first.number)) return [];
  const breaks = steps.flatMap((step, i) => {
    const before = steps[i - 1];
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

/** 1, 2, 2, 4: the third is mistyped, and the fourth is right. */
function isAfterMistyped(steps: readonly Step[], i: number): boolean {
  const [first, middle, last] = [steps[i - 2], steps[i - 1], steps[i]];
  if (!first || !middle || !last) return false;
  return last.number === first.number + 2 && middle.number !== first.number + 1;
}
