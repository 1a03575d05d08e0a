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

/** How offsets are counted when they are not those in the text: from each there is a way to the other. */
export interface Counting {
  toText(offset: number): number;
  fromText(offset: number): number;
}

export class Lines {
  readonly text: string;
  readonly #starts: readonly number[];
  readonly #counting: Counting | undefined;

  /** The same, counted as in the text. */
  readonly ofText: Lines;

  constructor(text: string, counting?: Counting) {
    this.text = text;
    this.#counting = counting;
    this.ofText = counting ? new Lines(text) : this;
    this.#starts = counting ? this.ofText.#starts : lineStarts(text);
  }

  /** The place in the text. */
  inText({ start, end }: Span): Span {
    const counting = this.#counting;
    return counting ? { start: counting.toText(start), end: counting.toText(end) } : { start, end };
  }

  get count(): number {
    return this.#starts.length;
  }

  positionAt(offset: number): Position {
    const wanted = clamp(this.#counting?.toText(offset) ?? offset, 0, this.text.length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= wanted) low = middle;
      else high = middle - 1;
    }
    // Between "\r" and "\n" there is no position of its own: it is the end of the line.
    return { line: low, character: Math.min(wanted, this.#end(low)) - this.#start(low) };
  }

  offsetAt({ line, character }: Position): number {
    if (!(line >= 0)) return 0;
    if (line >= this.count) return this.#counted(this.text.length);
    const [start, end] = [this.#start(line), this.#end(line)];
    return this.#counted(clamp(start + Math.max(0, character), start, end));
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
    return this.#counted(this.#start(line));
  }

  /** Offset after a line's last character, before its line end. */
  end(line: number): number {
    return this.#counted(this.#end(line));
  }

  textOf(line: number): string {
    return this.text.slice(this.#start(line), this.#end(line));
  }

  #start(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  #end(line: number): number {
    let end = line + 1 < this.count ? this.#start(line + 1) : this.text.length;
    const start = this.#start(line);
    if (line + 1 < this.count) {
      if (end > start && this.text.charCodeAt(end - 1) === lf) end--;
      if (end > start && this.text.charCodeAt(end - 1) === cr) end--;
    }
    return end;
  }

  #counted(place: number): number {
    return this.#counting?.fromText(place) ?? place;
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
