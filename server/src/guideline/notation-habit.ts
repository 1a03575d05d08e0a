// How a document itself writes what stands in error-prone notation elsewhere in it: mL or ml, micrograms or mcg,
// which sign between thousands; and what it spells out. It must not know rules.

import type { Notation } from "./error-prone-notation.ts";
import type { Guideline } from "./guideline.ts";
import { inThousands } from "./measure-format.ts";
import { styleOf } from "./number-format.ts";

export interface Readings {
  readonly texts: readonly string[];
  /** The first is what every reader would write. */
  readonly certain: boolean;
}

export function readingsOf(guideline: Guideline, { kind, instead, certain }: Notation): Readings {
  const plain = guideline.markdown.plain;
  const [first = ""] = instead;
  if (kind.id === "cubic-centimetres")
    return { texts: [countOf(plain, /\bml\b/g) > countOf(plain, /\bmL\b/g) ? " ml" : " mL"], certain };
  if (kind.id === "microgram-sign") {
    const full = countOf(plain, /\d[ \t]?micrograms?\b/g);
    const short = countOf(plain, /\d[ \t]?mcg\b/g);
    const texts = short > full ? [" mcg", first] : [first, " mcg"];
    return { texts: full === short ? texts : texts.slice(0, 1), certain: certain && full !== short };
  }
  if (kind.id === "large-number" && /^\d+$/.test(first)) {
    const { groups } = styleOf(guideline.numbers);
    return {
      texts: (groups ? [groups] : [",", " "]).map((sign) => inThousands(first, sign)),
      certain: groups !== undefined,
    };
  }
  return { texts: instead, certain };
}

/** "Magnesium sulfate (MgSO4)": its readers are told, here or by their project. */
export function isExplainedIn(
  { text, dictionary, markdown: { plain } }: Guideline,
  { kind, start, end }: Notation,
): boolean {
  if (!kind.id.endsWith("medicine-letters") && kind.id !== "morphine-letters") return false;
  const short = text.slice(start, end).trim();
  return dictionary.abbreviations.has(short) || plain.includes(`(${short})`) || plain.includes(`${short} (`);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
