// One treatment, two lengths that do not meet: of a medicine for the same patients and reason, or of the treatment
// of a condition as a whole.

import { mayNameDays } from "../guideline/calendar-day.ts";
import { isSaid } from "../guideline/indication.ts";
import { type Section, sectionAt } from "../guideline/section.ts";
import { once } from "../text/memory.ts";
import { closestOf, everyLength } from "./closest-lengths.ts";
import { comparedWith, contradiction } from "./comparable-lengths.ts";
import type { Length } from "./lengths.ts";
import { isLoose, isToldLoosely, loneOf, looseIn } from "./lone-lengths.ts";
import { mildlyIfLost } from "./lost-lines.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Fix } from "./rule.ts";
import { mayBeToldApart } from "./told-apart.ts";

interface State {
  readonly own: Length;
  readonly other: Length;
}

export const durationConflict = defineRule<State>({
  id: "duration-conflict",
  severity: "warning",
  compares: true,
  summary: "One treatment has two lengths that do not meet.",
  rationale:
    "A course that is too short fails, one that is too long harms. Lengths are compared only for the same medicine or treated condition, the same patients and the same point of the treatment; ranges that meet are no conflict.",
  examples: {
    invalid: [
      "# Cystitis in women\n\nNitrofurantoin 100 mg PO twice daily for 5 days.\n\n## Summary\n\nNitrofurantoin 100 mg PO twice daily for 10 days.\n                                     ^^^^^^^^^^^ duration-conflict",
      "# Sepsis in newborns\n\nSepsis is treated for 7 days, meningitis for 21 days.\n\n## Discharge\n\nCheck that antibiotics for sepsis are complete (10 days).\n                                                ^^^^^^^ duration-conflict",
    ],
    valid: [
      "# Cystitis\n\n- Women: nitrofurantoin 100 mg PO twice daily for 5 days\n\n## Men\n\n- Men: nitrofurantoin 100 mg PO twice daily for 7 days\n\n# Typhoid\n\nAzithromycin 500 mg PO once daily for 7 days.",
      "# Pneumonia\n\nAmoxicillin 500 mg PO three times daily for 5 to 7 days.\n\n## Summary\n\nAmoxicillin 500 mg PO three times daily for 7 days.",
    ],
  },

  *check(guideline, { neighbours }) {
    const compared = comparedWith(guideline, neighbours);
    const { orders, courses } = compared.own;
    const every = once(() => everyLength(compared.all()));
    const loose = once(() =>
      [undefined, ...(neighbours.length > mostNeighbours ? [] : neighbours)].flatMap((there) =>
        looseIn(there?.guideline ?? guideline, there, every()),
      ),
    );
    const lone = once(() => (every().length === 0 ? [] : [...every(), ...loose()]));
    // "Cefalexin 500 mg was begun on 28 April; stop it on 7 May": an order's length, and said without a dose as well.
    const said = new Set([...orders.values()].flat().map(({ span }) => span.start));
    const alone = courses.filter(({ span, medicine }) => !medicine || !said.has(span.start));
    const own = loose().filter((one) => !one.in);
    // What stands elsewhere again, however it is said, is meant.
    const unlessTold = (length: Length, found: Length | undefined, all = loose()) =>
      found && ![length, found].some((one) => isToldLoosely(one, all)) ? found : undefined;
    const unlessBothTold = (length: Length, found: Length | undefined) =>
      found && isToldLoosely(length, loose()) && isToldLoosely(found, loose()) ? undefined : found;
    // "Keep enough for four weeks": of doxycycline, whose row says so, and not of mefloquine.
    const ofNamed = once(() => loose().filter(({ medicine }) => medicine));
    const unsure = (length: Length, found: Length | undefined) =>
      found && found.medicine !== length.medicine
        ? unlessTold(length, found, ofNamed())
        : unlessBothTold(length, found);
    for (const length of [...[...orders.values()].flat(), ...alone, ...own]) {
      const equal = isLoose(length) ? undefined : contradiction(length, compared);
      const sure = equal && isSure(length, equal) ? equal : unsure(length, equal);
      const close = sure || isLoose(length) ? undefined : unlessTold(length, closestOf(length, every()));
      const other = sure ?? close ?? loneOf(length, lone());
      if (!other) continue;
      const [here, there] = [lasting(length), lasting(other)];
      const what = length.medicine?.name ?? "The treatment";
      yield {
        span: length.span,
        ...mildlyIfLost(guideline, length.span.start),
        ...(!(equal && isSure(length, other)) && { severity: "information" as const }),
        message: `${what} lasts ${here} here, but ${there} in ${place(other)}, for the same patients and use as far as the text says. Check which length is right, or say how the two differ.`,
        related: [
          { span: other.span, message: `Here it lasts ${there}.`, ...(other.in && { in: other.in }) },
        ],
        state: { own: length, other },
      };
    }
  },

  fix: ({ own, other }) =>
    isBare(own) === isBare(other) && ![own, other].some((one) => one.isCounted || isDated(one))
      ? [fixAt(own, other, "here"), fixAt(other, own, `in ${place(other)}`)]
      : [],
});

/** Of more documents what no reader of orders or courses takes is not looked for. */
const mostNeighbours = 6;

/**
 * What one section says one after the other it may tell apart in words that are not understood. Elsewhere two whole
 * orders are compared; a length without a dose only where it names a medicine, in the same document.
 */
function isSure(a: Length, b: Length): boolean {
  const sectionOf = ({ guideline, span }: Length) => sectionAt(guideline.sections, span.start);
  const apart = b.in !== undefined || sectionOf(a) !== sectionOf(b);
  if (
    mayBeToldApart({ guideline: a.guideline, at: a.span.start }, { guideline: b.guideline, at: b.span.start })
  )
    return false;
  if (!b.in && haveLostTheirHeadings(sectionOf(a), sectionOf(b))) return false;
  if (a.order && b.order) return apart || isTabled(a) !== isTabled(b);
  const named = a.medicine !== undefined && b.medicine !== undefined;
  return apart && !b.in && named && isSaid(a.indication) && isSaid(b.indication);
}

/** Two sections "Treatment" of one chapter: they are of two things. */
const haveLostTheirHeadings = (a: Section | undefined, b: Section | undefined): boolean =>
  a !== b && a?.title === b?.title && a?.parent === b?.parent;

const isTabled = ({ guideline: { markdown }, span }: Length): boolean =>
  markdown.blocks.findLast((block) => block.span.start <= span.start)?.kind === "table";

function fixAt(at: Length, from: Length, where: string): Fix {
  const text = said(from);
  return {
    title: `Use “${text}” ${where}`,
    edits: [{ span: at.span, newText: text }],
    certain: false,
    ...(at.in && { in: at.in }),
  };
}

/** "7" in a column of days, or "Week 4", cannot stand in a sentence, nor "7 days" in the column. */
const isBare = (length: Length) => /^(?:[\d\s–-]+$|week|month)/i.test(said(length));

/** "14 days (28 capsules)", "9 to 10 days (until 12 May)", "until week 4" */
function lasting(length: Length): string {
  if (isDated(length)) return `${length.low / 24} to ${length.high / 24} days (until ${said(length)})`;
  if (length.isCounted) return `${Math.round(length.high / 24)} days (${said(length)})`;
  return /^(?:week|month)\b/i.test(said(length)) ? `until ${said(length).toLowerCase()}` : said(length);
}

/** Worked out from the days on which it begins and ends. */
const isDated = (length: Length) => mayNameDays(said(length));

const said = ({ span, guideline }: Length) => guideline.text.slice(span.start, span.end);

function place({ span, guideline, in: document }: Length): string {
  return lineOf(guideline, span.start, document?.uri);
}
