// A footnote mark without its note, or a note that nothing calls.

import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { type NoteMark, noteMarksOf } from "../guideline/note-mark.ts";
import { type Unmatched, unmatchedNotes } from "../guideline/note-match.ts";
import { isReferenceList } from "../guideline/reference-list.ts";
import { sectionAt } from "../guideline/section.ts";
import { matchesIn } from "../text/matches.ts";
import { oncePer } from "../text/memory.ts";
import type { Edit } from "../text/span.ts";
import { gathering } from "./gathered.ts";
import { defineRule, type Fix } from "./rule.ts";

interface State {
  readonly mark: NoteMark;
  readonly lacks: "note" | "mark";
}

export const footnoteMissing = defineRule<State>({
  id: "footnote-missing",
  severity: "warning",
  compares: true,
  summary: "A footnote mark has no note, or a note has no mark.",
  rationale:
    "The note is where the exception stands: not in pregnancy, half the dose below 5 kg. A mark whose note was lost " +
    "hides it, and a note without a mark is applied to the wrong row. Markdown's own footnotes are read, and marks such " +
    "as *, † or a raised letter with their notes below a table.",
  examples: {
    invalid: [
      "Give tramadol[^max] at night.\n             ^^^^^^\n\n[^age]: Not below 12 years.\n^^^^^^",
      "| Medicine | Dose |\n| --- | --- |\n| Ketamine† | 2 mg/kg |\n          ^",
    ],
    valid: [
      "Give tramadol[^max] at night.\n\n[^max]: At most 400 mg a day.",
      "| Medicine | Dose |\n| --- | --- |\n| Ketamine† | 2 mg/kg |\n\n† Not in eclampsia.",
    ],
  },

  *check(guideline, { neighbours }) {
    const asked = new Set<string>();
    for (const { mark, lacks } of unmatchedNotes(guideline)) {
      const { start, end } = mark;
      // "Bauer M*, Arendt K†": signs behind the authors of a cited work.
      if (mark.kind === "sign" && isReferenceList(sectionAt(guideline.sections, start))) continue;
      if (lacks === "note" && neighbours.some((one) => explainsSign(one.guideline, mark.name))) continue;
      if (marksElsewhere(neighbours)("").some(({ value }) => isMetBy(guideline, value, { mark, lacks })))
        continue;
      const shown = guideline.text.slice(start, end).replace(/<\/?sup>|\\/g, "");
      const message =
        lacks === "note"
          ? `The note “${shown}” is called here and stands nowhere. Write it${mark.inTable ? " below the table" : ""}, or take the mark away.`
          : `Nothing calls the note “${shown}”, so that readers cannot tell what it is about. Put its mark where it belongs, or take the note away.`;
      // One note that is missing is one fault, however often it is called.
      const again = asked.has(message) && lacks === "note";
      asked.add(message);
      yield {
        span: { start, end },
        message,
        state: { mark, lacks },
        ...(again && { severity: "information" as const }),
      };
    }
  },

  fix({ mark, lacks }, guideline): Fix[] {
    if (lacks === "note" && mark.kind === "label" && !endsUnclosed(guideline)) {
      const label = guideline.text.slice(mark.start, mark.end);
      return [{ title: `Add a note ${label} to be written`, edits: [stub(guideline, label)], certain: true }];
    }
    const { start, end } = mark;
    if (lacks === "note")
      return [
        { title: "Take the mark away", edits: [{ span: { start, end }, newText: "" }], certain: false },
      ];
    return [];
  },
});

/** "Marked with a dagger (†)": said once for all documents of the project. */
const explainsSign = (guideline: Guideline, name: string): boolean =>
  name !== "" && signsExplained(guideline).has(name);
const signsExplained = oncePer(
  ({ text }: Guideline): ReadonlySet<string> =>
    new Set(matchesIn(text, /(?:\bmarked\b[^.\n]{0,40}|\()([†‡§¶]{1,3})\)?/g).map(([, sign = ""]) => sign)),
);

/** "The notes to the signs in this table are on the notes page": there they stand, and are called from here. */
function isMetBy(guideline: Guideline, theirs: Marks, { mark, lacks }: Unmatched): boolean {
  const own = marksOf(guideline);
  if (mark.kind === "label") {
    const [mine, there] = [own.labels, theirs.labels];
    // One has all the marks, the other all the notes.
    return lacks === "note"
      ? mine.noted.size === 0 && there.called.size === 0 && there.noted.has(mark.name)
      : mine.called.size === 0 && there.noted.size === 0 && there.called.has(mark.name);
  }
  if (mark.kind !== "sign") return false;
  const [table, notes] = lacks === "note" ? [own, theirs] : [theirs, own];
  if (!table.sendsToNotes && !notes.isOfNotes) return false;
  return theirs.signs[lacks === "note" ? "noted" : "called"].has(mark.name);
}

interface Names {
  readonly noted: ReadonlySet<string>;
  readonly called: ReadonlySet<string>;
}
interface Marks {
  readonly signs: Names;
  readonly labels: Names;
  readonly sendsToNotes: boolean;
  readonly isOfNotes: boolean;
}

const marksOf = oncePer(
  (guideline: Guideline): Marks => ({
    signs: namesOf(guideline, "sign"),
    labels: namesOf(guideline, "label"),
    sendsToNotes: sendsToNotes.test(guideline.text),
    isOfNotes: guideline.sections.slice(0, 3).some(({ title }) => ofNotes.test(title)),
  }),
);
const hasMarks = ({ signs, labels }: Marks) =>
  [signs, labels].some(({ noted, called }) => noted.size + called.size > 0);
const marksSaid = oncePer((guideline: Guideline): ReadonlyMap<string, Marks> => {
  const marks = marksOf(guideline);
  return new Map(hasMarks(marks) ? [["", marks]] : []);
});
const marksElsewhere = gathering(({ guideline }) => marksSaid(guideline));

const sendsToNotes =
  /\bnotes?\b[^.\n]{0,60}(?:\b(?:page|annex|appendix|file|sheet|overleaf|separate\w*)\b|\.md\b)|\b(?:annex|appendix|overleaf|separate +sheet)\b[^.\n]{0,40}\bnotes?\b/i;
const ofNotes = /\b(?:foot)?notes?\b|\blegend\b|\bkey +to\b/i;

function namesOf(guideline: Guideline, of: NoteMark["kind"]): Names {
  const signs = noteMarksOf(guideline).filter(({ kind }) => kind === of);
  const named = (asNote: boolean) =>
    new Set(signs.flatMap((one) => (one.isNote === asNote ? [one.name] : [])));
  return { noted: named(true), called: named(false) };
}

/** Below a comment or code that is never closed, a note would belong to that. */
function endsUnclosed({ markdown }: Guideline): boolean {
  const { piece } = markdown.parts.at(-1) ?? {};
  return piece?.open === true && !parseGuideline(`${piece.text}\n\nx`).markdown.plain.endsWith("x");
}

/** Below what else stands at the end; several missing notes are added one after the other. */
function stub({ text }: Guideline, label: string): Edit {
  const lineEnd = text.includes("\r\n") ? "\r\n" : "\n";
  const end = text.trimEnd().length;
  const lastLine = text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
  const between = /^\[\^[^\]]+\]:/.test(lastLine) ? lineEnd : lineEnd + lineEnd;
  return { span: { start: end, end: text.length }, newText: `${between}${label}: To be written.${lineEnd}` };
}
