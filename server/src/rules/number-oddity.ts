// What is unlike a document's own number format in one of its numbers, and how it is written in that format. It must
// not word a whole finding.

import {
  type DecimalSign,
  type GroupSign,
  type NumberStyle,
  type WrittenNumber,
  withDecimal,
  withGroup,
} from "../guideline/number-format.ts";
import type { Span } from "../text/span.ts";

const decimalNames: Readonly<Record<DecimalSign, string>> = {
  ".": "point",
  ",": "comma",
  "·": "raised point",
};
const groupNames: Readonly<Record<GroupSign, string>> = {
  ".": "point",
  ",": "comma",
  " ": "space",
  "'": "apostrophe",
};

export interface Oddity {
  readonly what: string;
  readonly beside: "decimal" | "group";
  readonly advice: string;
  readonly newText: string;
  readonly certain: boolean;
}

/** The odd numbers; both ends of a range, "2,5–2,9", are one. */
export function oddities(style: NumberStyle, text: string): { span: Span; odd: Oddity }[] {
  const found: { span: Span; odd: Oddity }[] = [];
  for (const number of style.numbers) {
    const odd = oddity(number, style);
    if (!odd) continue;
    const last = found.at(-1);
    const between = last ? text.slice(last.span.end, Math.min(number.start, last.span.end + 5)) : "";
    if (last && last.span.end + between.length === number.start && /^(?:\s?[–—-]\s?| +to +)$/.test(between)) {
      const newText = last.odd.newText + between + odd.newText;
      const span = { start: last.span.start, end: number.end };
      found[found.length - 1] = { span, odd: { ...odd, newText, certain: odd.certain && last.odd.certain } };
    } else found.push({ span: { start: number.start, end: number.end }, odd });
  }
  return found;
}

/** What is unlike the document's own format in a number, if anything. */
function oddity(
  { text, decimal, group, ambiguous }: WrittenNumber,
  { decimals, groups }: NumberStyle,
): Oddity | undefined {
  const advice = "Write all numbers in one format.";
  if (decimal && decimals && decimal !== decimals) {
    const what = `has a decimal ${decimalNames[decimal]}, but this document writes the decimal ${decimalNames[decimals]}`;
    const certain = /[,.·‧∙]\d{1,2}$/.test(text);
    return { what, beside: "decimal", advice, newText: withDecimal(text, decimals), certain };
  }
  if (group && group === decimals) {
    const sign = groups && groups !== group ? groups : group === "," ? " " : ",";
    return {
      what: `sets off thousands with a ${groupNames[group]}, which is the decimal sign of this document`,
      beside: "decimal",
      advice: "It may be read as a number a thousand times smaller: use another separator.",
      newText: withGroup(text, sign),
      certain: false,
    };
  }
  if (group && groups && group !== groups) {
    const what = `sets off thousands with a ${groupNames[group]}, but this document uses a ${groupNames[groups]}`;
    return { what, beside: "group", advice, newText: withGroup(text, groups), certain: !ambiguous };
  }
  return undefined;
}
