// Where a document calls a medicine now by its British or international name, now by its American one, and does not say
// that they are the same, or says which of them it uses. It must not know spelling.

import type { Guideline } from "../guideline/guideline.ts";
import {
  declaredName,
  isExplained,
  isJoinedTo,
  type NameUse,
  namesInUse,
} from "../guideline/medicine-name.ts";
import { areNational, countryOf, type NamingCountry } from "../lexicon/american-names.ts";
import type { Span } from "../text/span.ts";
import { inCaseOf } from "./case.ts";
import type { Fix } from "./rule.ts";

export interface NameSlip {
  /** The name that the document uses, or should. */
  readonly main: NameUse;
  readonly odd: NameUse;
}

/** One for each name that is not the document's; `wanted` is what a project asks for. */
export function* nationalNameSlips(
  guideline: Guideline,
  wanted: NamingCountry | undefined,
): Iterable<NameSlip> {
  for (const names of namesInUse(guideline)) {
    const [first] = names;
    if (!first) continue;
    const declared = declaredName(guideline, names);
    const main = declared ?? names.find(({ name }) => countryOf(name) === wanted) ?? first;
    for (const use of names) {
      if (use === main || !areNational(main.name, use.name)) continue;
      // Where the name is declared, what only explains the other one is left alone.
      const used = declared ? use.mentions.filter((one) => !isJoinedTo(guideline, one, main)) : use.mentions;
      if (used.length > 0 && (declared || !isExplained(guideline, main, use)))
        yield { main, odd: { ...use, mentions: used } };
    }
  }
}

const described = { american: "the American name", british: "the British and international name" } as const;

export function foundName({ lines }: Guideline, { main, odd }: NameSlip) {
  const spanOf = ({ start, end }: Span): Span => ({ start, end });
  const [first, ...more] = odd.mentions.map(spanOf) as [Span, ...Span[]];
  const own = main.mentions[0] as Span;
  return {
    span: first,
    severity: "warning" as const,
    message: `"${odd.name}" is ${described[countryOf(odd.name)]} of what this document calls "${main.name}" (line ${lines.positionAt(own.start).line + 1}). Readers may look for two medicines: use one name throughout, or say once that they are the same.`,
    related: [
      { span: spanOf(own), message: `Called "${main.name}" here.` },
      ...more.map((span) => ({ span, message: "Also here." })),
    ],
    state: { main, odd },
  };
}

export function nameFixes({ main, odd }: NameSlip, text: string): Fix[] {
  const edits = odd.mentions.map(({ start, end }) => ({
    span: { start, end },
    newText: inCaseOf(text.slice(start, end), main.name),
  }));
  const places = edits.length > 1 ? ` in all ${edits.length} places` : "";
  return [{ title: `Use "${main.name}"${places}`, edits, certain: false }];
}
