// How a comment that keeps rules silent is taken out of a text, or a rule's name out of the comment, so that
// nothing else changes. It must not know why.

import type { Disable, NamedRule } from "../guideline/disable.ts";
import { type Silence, silencesIn } from "../guideline/disable-reach.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { Edit } from "../text/span.ts";
import type { Fix } from "./rule.ts";

interface Gone {
  /** Of one comment. */
  readonly gone: readonly Silence[];
  readonly certain: boolean;
}

export function takeOut(guideline: Guideline, { gone, certain }: Gone): readonly Fix[] {
  const edits = removalOf(guideline, gone);
  const whole = gone.length >= (gone[0]?.by.rules.length ?? 0);
  const names = gone.map(({ rule }) => rule?.id).join(", ");
  const title = whole ? "Remove this comment" : `Remove ${names} from this comment`;
  return edits.length === 0 ? [] : [{ title, edits, certain }];
}

/** At the end of the document, where it ends anyway: the author sees it, and moves it. */
export function endIt({ text }: Guideline, { rule }: Silence): readonly Fix[] {
  const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const comment = `<!-- guidewright-enable${rule ? ` ${rule.id}` : ""} -->`;
  const trimmed = text.trimEnd().length;
  const edits = [{ span: { start: trimmed, end: trimmed }, newText: `${eol}${eol}${comment}` }];
  return [{ title: "Enable it again at the end of the document", edits, certain: false }];
}

/** The comments that end it lose their sense, too. */
function removalOf(guideline: Guideline, gone: readonly Silence[]): Edit[] {
  const silences = silencesIn(guideline);
  const [first] = gone;
  if (!first) return [];
  const isGone = (silence: Silence) => gone.includes(silence);
  const ends = [...new Set(gone.flatMap((silence) => silences.endsOf(silence)))];
  const endings = ends.flatMap((end) => {
    const useless = silences.endedBy(end).filter(({ ended }) => ended.every(isGone));
    return withoutNames(
      guideline,
      end,
      useless.map(({ rule }) => rule),
    );
  });
  return [
    ...withoutNames(
      guideline,
      first.by,
      gone.map(({ rule }) => rule),
    ),
    ...endings,
  ];
}

function withoutNames(guideline: Guideline, by: Disable, names: readonly (NamedRule | undefined)[]): Edit[] {
  if (names.length === 0) return [];
  const kept = by.rules.filter((rule) => !names.includes(rule));
  if (kept.length === 0) return by.in === "comment" ? [withoutComment(guideline, by)] : [];
  if (kept.length === by.rules.length) return [];
  const { text } = guideline;
  const [first, second, last] = [by.rules[0], by.rules[1], by.rules.at(-1)];
  if (!first || !second || !last) return [];
  const between = text.slice(first.span.end, second.span.start);
  const newText = kept.map(({ span }) => text.slice(span.start, span.end)).join(between);
  return [{ span: { start: first.span.start, end: last.span.end }, newText }];
}

/** A comment that has its line for itself takes the line along, unless it keeps two paragraphs apart. */
function withoutComment({ text, lines }: Guideline, { span: { start, end } }: Disable): Edit {
  const [first, last] = [lines.positionAt(start).line, lines.positionAt(end).line];
  const before = text.slice(lines.start(first), start);
  const after = text.slice(end, lines.end(last));
  const isBlank = (line: number) => line < 0 || line >= lines.count || lines.textOf(line).trim() === "";
  if (before.trim() !== "") {
    const blanks = before.length - before.trimEnd().length;
    return { span: { start: start - blanks, end }, newText: "" };
  }
  if (after.trim() !== "") {
    const blanks = after.length - after.trimStart().length;
    return { span: { start, end: end + blanks }, newText: "" };
  }
  if (!isBlank(first - 1) && !isBlank(last + 1)) return { span: { start, end }, newText: "" };
  return { span: { start: lines.start(first), end: lines.start(last + 1) }, newText: "" };
}
