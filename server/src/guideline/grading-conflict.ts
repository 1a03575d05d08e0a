// Gradings that say two things at once: "⊕⊕⊕◯ low", "1C: strong recommendation, high certainty". Marks of one
// sentence or row are compared in their order. It must not judge recommendations.

import type { Markdown } from "../syntax/markdown.ts";
import { remembered } from "../text/memory.ts";
import { moved, type Span } from "../text/span.ts";
import {
  type CertaintyMark,
  type Grading,
  gradingOfCell,
  gradingsIn,
  movedGrading,
  type StrengthMark,
} from "./grading.ts";
import { grouped } from "./grouped.ts";
import type { Guideline } from "./guideline.ts";
import { listPerRun } from "./run.ts";
import { slice } from "./scope.ts";
import { sentencesIn } from "./sentence.ts";
import { bracketed } from "./statement.ts";

type Mark = CertaintyMark | StrengthMark;

export interface GradingConflict {
  /** In words. */
  readonly said: Mark;
  /** As a code or sign. */
  readonly drawn: Mark;
  readonly of: "certainty" | "strength";
}

export function gradingConflicts({
  runs,
  markdown,
}: Pick<Guideline, "runs" | "markdown">): GradingConflict[] {
  return withoutOwnScale(conflictsOfRuns(runs, markdown), markdown);
}

const conflictsOfRuns = listPerRun(({ blocks }, markdown): readonly GradingConflict[] => {
  const found: GradingConflict[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph" || block.kind === "heading") {
      for (const part of conflictsOfText(bracketed(markdown, block.span)))
        found.push(movedConflict(part, block.span.start));
    } else if (block.kind === "table") {
      const heads = block.header.cells.map((cell) => slice(markdown, cell));
      for (const { cells } of block.rows) found.push(...conflictsOfRow(markdown, cells, heads));
    }
  }
  return found;
});

const conflictsOfText = remembered((text): readonly GradingConflict[] => {
  const sentences = sentencesIn(text);
  return sentences.flatMap(({ start, end }, i) => {
    const gradings = gradingsIn(text.slice(start, end));
    if (isKey(gradings)) return [];
    const found = gradings.flatMap((grading) =>
      conflictsIn([grading]).map((one) => movedConflict(one, start)),
    );
    const next = sentences[i + 1];
    return next && found.length === 0 ? conflictsBehind(text, { start, end }, next) : found;
  });
});

/** "High ⊕⊕⊕⊕, moderate ⊕⊕⊕◯, low ⊕⊕◯◯": three levels in one sentence explain the signs and grade nothing. */
function isKey(gradings: readonly Grading[]): boolean {
  const drawn = gradings.flatMap(({ certainties }) => certainties.filter(({ form }) => form !== "word"));
  return new Set(drawn.map(({ value }) => value)).size > 2;
}

const onlyCode = /^[\s*_]*(?:grade|grading|recommendation)?[\s:]*[12] *[A-D][\s*_.]*$/i;
const saysLevel = /^[\s*_]*(?<level>very +low|low|moderate|high)[ -](?:certainty|quality)\b/i;

/** "Grade 1A. Moderate certainty: one trial.": the sentence behind a code says it in words. */
function conflictsBehind(text: string, code: Span, next: Span): GradingConflict[] {
  const own = text.slice(code.start, code.end);
  const words = saysLevel.exec(text.slice(next.start, next.end));
  const level = words?.groups?.level;
  if (!level || !onlyCode.test(own)) return [];
  const start = next.start + words[0].indexOf(level);
  const said: CertaintyMark = {
    form: "word",
    value: level.toLowerCase() as CertaintyMark["value"],
    start,
    end: start + level.length,
  };
  const marks = gradingsIn(own).flatMap(({ certainties }) =>
    certainties.map((mark) => moved(mark, code.start)),
  );
  return pairs([...marks, said], "certainty");
}

function conflictsOfRow(
  markdown: Markdown,
  cells: readonly Span[],
  heads: readonly string[],
): GradingConflict[] {
  const gradings = cells.flatMap((cell, i) => {
    const text = slice(markdown, cell);
    const own = gradingOfCell(text, heads[i] ?? "");
    return (own ? [own] : gradingsIn(text)).map((grading) => movedGrading(grading, cell.start));
  });
  return conflictsIn(gradings);
}

function conflictsIn(gradings: readonly Grading[]): GradingConflict[] {
  return [
    ...pairs(
      gradings.flatMap(({ certainties }) => certainties),
      "certainty",
    ),
    ...pairs(
      gradings.flatMap(({ strengths }) => strengths),
      "strength",
    ),
  ];
}

/** As many words as codes or signs: each belongs to the one at its place. */
function pairs(marks: readonly Mark[], of: GradingConflict["of"]): GradingConflict[] {
  const said = marks.filter(({ form, value }) => form === "word" && value !== "good practice");
  return ["code", "symbol"].flatMap((form) => {
    const drawn = marks.filter((mark) => mark.form === form);
    if (drawn.length !== said.length) return [];
    return drawn.flatMap((mark, i) => {
      const word = said[i] as Mark;
      return word.value === mark.value ? [] : [{ said: word, drawn: mark, of }];
    });
  });
}

/** A letter that means the same other thing twice is a scheme of the document's own. */
function withoutOwnScale(found: readonly GradingConflict[], { text }: Markdown): GradingConflict[] {
  const ways = grouped(found, ({ said, drawn }) =>
    drawn.form === "code"
      ? `${text.slice(drawn.start, drawn.end).slice(-1)} ${said.value}`
      : `${drawn.start}`,
  );
  return [...ways.values()].flatMap((alike) => (alike.length === 1 ? alike : []));
}

const movedConflict = ({ said, drawn, of }: GradingConflict, by: number): GradingConflict => ({
  said: moved(said, by),
  drawn: moved(drawn, by),
  of,
});
