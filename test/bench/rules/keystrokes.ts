// Single keystrokes at varying places of varying documents: the same ones in every run. It must not know who
// is sent them.

import type { TextDocumentContentChangeEvent } from "vscode-languageserver";

export interface Keystroke {
  /** Which of the documents. */
  readonly document: number;
  readonly change: Extract<TextDocumentContentChangeEvent, { range: unknown }>;
  /** The document after it. */
  readonly text: string;
}

/** Letters, a figure that changes a dose, and what begins another word, sentence or line. */
const typed = ["e", "5", " ", "a", ".", "\n"];

export function* keystrokes(texts: readonly string[], count: number): Generator<Keystroke> {
  const current = [...texts];
  let random = 1;
  for (let i = 0; i < count; i++) {
    const document = i % texts.length;
    const before = current[document] ?? "";
    random = (random * 48271) % 0x7fffffff;
    const offset = placeNear(before, Math.floor((random / 0x7fffffff) * before.length));
    // Every fourth takes a character away.
    const end = i % 4 === 3 ? offset + 1 : offset;
    const insert = i % 4 === 3 ? "" : (typed[Math.floor(i / texts.length) % typed.length] ?? "");
    const text = before.slice(0, offset) + insert + before.slice(end);
    current[document] = text;
    const range = { start: positionAt(before, offset), end: positionAt(before, end) };
    yield { document, change: { range, text: insert }, text };
  }
}

/** Inside a word: a line's end or half a character is no place to type at. */
function placeNear(text: string, offset: number): number {
  const found = text.slice(offset).search(/(?<=[a-z])[a-z]/);
  if (found >= 0) return offset + found;
  return Math.max(0, text.search(/[a-z]/));
}

function positionAt(text: string, offset: number) {
  const lines = text.slice(0, offset).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}
