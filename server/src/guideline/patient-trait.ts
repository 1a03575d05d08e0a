// Which traits a text tells of patients, and which it denies. It must not know medicines.

import { patientTraits } from "../lexicon/patient-traits.ts";
import { matchesIn } from "../text/matches.ts";
import { remembered } from "../text/memory.ts";
import type { Span } from "../text/span.ts";

export interface Trait extends Span {
  readonly name: string;
  /** "Without a scar" */
  readonly denied: boolean;
}

const denying =
  /\b(?:no|not|without|non|never|nor|absence +of|free +of|excluded?)\b(?: +[a-zß-öø-ɏ]+){0,2}[ -]*$/i;

export const traitsIn = remembered((text): readonly Trait[] =>
  patientTraits.flatMap(([name, pattern]) =>
    matchesIn(text, pattern).map(({ index, 0: words }) => ({
      name,
      start: index,
      end: index + words.length,
      denied: denying.test(text.slice(Math.max(0, index - 30), index)),
    })),
  ),
);
