// Half-open stretches of a document, in UTF-16 units, and edits to them. It must know nothing else.

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

export function contains(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset < outer.end;
}

export function touches(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether any of many spans overlaps one. They are in order and apart from one another. */
export function anyOverlaps(ordered: readonly Span[], one: Span): boolean {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.start ?? 0) < one.end) low = middle + 1;
    else high = middle;
  }
  const last = ordered[low - 1];
  return last !== undefined && overlaps(last, one);
}

export function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The same thing, that much further on. */
export function moved<S extends Span>(one: S, by: number): S {
  return { ...one, start: one.start + by, end: one.end + by };
}

export function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** Applies edits given against the same text. Overlapping edits are refused: their result would be a guess. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = "";
  let at = 0;
  for (const { span, newText } of ordered) {
    if (span.start < at || span.end < span.start || span.end > text.length) {
      throw new RangeError(`Edits overlap or leave the text at offset ${span.start}.`);
    }
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
