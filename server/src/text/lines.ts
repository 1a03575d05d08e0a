// Offsets to line and character and back, as LSP counts them: UTF-16 units; "\n", "\r\n" and "\r" end lines.
// Total: any position is brought inside the text. It must know nothing else.

import type { Span } from "./span.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

const lf = 10;
const cr = 13;

export class Lines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get count(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    const wanted = clamp(offset, 0, this.#text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    // Between "\r" and "\n" there is no position of its own: it is the end of the line.
    return { line: low, character: Math.min(wanted, this.end(low)) - this.start(low) };
  }

  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.count) return this.#text.length;
    return clamp(this.start(line) + Math.max(0, character), this.start(line), this.end(line));
  }

  rangeOf({ start, end }: Span): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }

  spanOf({ start, end }: Range): Span {
    const a = this.offsetAt(start);
    const b = this.offsetAt(end);
    return a <= b ? { start: a, end: b } : { start: b, end: a };
  }

  /** Offset of a line's first character. */
  start(line: number): number {
    return this.#starts[line] ?? this.#text.length;
  }

  /** Offset after a line's last character, before its line end. */
  end(line: number): number {
    let end = line + 1 < this.count ? this.start(line + 1) : this.#text.length;
    const start = this.start(line);
    if (line + 1 < this.count) {
      if (end > start && this.#text.charCodeAt(end - 1) === lf) end--;
      if (end > start && this.#text.charCodeAt(end - 1) === cr) end--;
    }
    return end;
  }

  textOf(line: number): string {
    return this.#text.slice(this.start(line), this.end(line));
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes("\r")) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === lf || (code === cr && text.charCodeAt(i + 1) !== lf)) starts.push(i + 1);
  }
  return starts;
}

function clamp(value: number, low: number, high: number): number {
  if (!(value > low)) return low;
  return value > high ? high : Math.trunc(value);
}
