// Texts and positions for the tests of the server. Lines are counted by a way of its own, so that a mistake
// in the server's counting shows.
import type { Position, Range } from "vscode-languageserver";

/** A guideline with one finding: ORS is not spelled out. */
export const guidelineText = `---
guideline: true
title: Diarrhoea
---

# Diarrhoea

Give ORS after each loose stool.

## Fever with headache

Adults in a district hospital.

## Treatment

Let the patient rest and drink.
`;

/** The lines of a text without their ends: "\\n", "\\r\\n" and "\\r" end one. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

export function positionOf(text: string, needle: string, at: "start" | "end" = "start"): Position {
  const found = text.indexOf(needle);
  if (found < 0) throw new Error(`“${needle}” is not in the text`);
  const before = linesOf(text.slice(0, at === "start" ? found : found + needle.length));
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

export function isInside(text: string, { start, end }: Range): boolean {
  const lines = linesOf(text);
  const inside = ({ line, character }: Position) =>
    Number.isInteger(line) &&
    Number.isInteger(character) &&
    line >= 0 &&
    character >= 0 &&
    character <= (lines[line]?.length ?? -1);
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  return inside(start) && inside(end) && ordered;
}

export function offsetOf(text: string, { line, character }: Position): number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length);
  return (line === 0 ? 0 : (ends[line - 1] ?? text.length)) + character;
}

export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

export function edited(
  text: string,
  edits: readonly { readonly range: Range; readonly newText: string }[],
): string {
  const last = [...edits].sort((a, b) => offsetOf(text, b.range.start) - offsetOf(text, a.range.start));
  return last.reduce(
    (result, { range, newText }) =>
      result.slice(0, offsetOf(text, range.start)) + newText + result.slice(offsetOf(text, range.end)),
    text,
  );
}
