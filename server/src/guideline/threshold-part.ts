// The part of a sentence that belongs to one of its values rather than to those beside it. It must not know what it says.

import type { Span } from "../text/span.ts";
import type { Measured } from "./measured.ts";
import { isKind } from "./threshold-reach.ts";
import { isThreshold } from "./threshold-value.ts";

export const longestOpening = 40;

export function partOf(
  plain: string,
  { reading: { whole }, passage, analyte, unit }: Measured,
  sentence: Span,
  [before, behind]: readonly [Measured | undefined, Measured | undefined],
): Span {
  const competes = (other: Measured | undefined) =>
    other?.passage === passage &&
    (other.analyte === analyte ||
      isThreshold(other, plain) ||
      (unit !== undefined && other.unit?.kind === unit.kind))
      ? other
      : undefined;
  const from = Math.max(sentence.start, competes(before)?.reading.whole.end ?? 0);
  const later = competes(behind)?.reading.whole.start ?? sentence.end;
  let end = Math.min(sentence.end, Math.max(later, whole.end));
  const tail = plain.slice(whole.end, end);
  // "CD4 < 200: cryptococcal antigen": little is said before it, so what follows the colon is said of it.
  const opening = plain.slice(from, Math.min(whole.start, from + longestOpening + 1));
  const opens = opening.length <= longestOpening && !opening.match(/\p{L}+/gu)?.some(isKind);
  const ends = opens ? /\bor +(?=\d)/ : /:|\bor +(?=\d)/;
  const cut = tail.search(later < sentence.end ? /[,:]|\bor\b|\band\b/ : ends);
  if (cut >= 0) end = whole.end + cut;
  return { start: from, end };
}
