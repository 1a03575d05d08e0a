// What a document, and the others of its project, spell each abbreviation out as: the first place of each meaning.
// It must not report.

import type { AbbreviationDefinition } from "../guideline/abbreviation.ts";
import { spells } from "../guideline/abbreviation-long-form.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { meanTheSame } from "../guideline/long-form-likeness.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

/** Of each abbreviation the definitions that mean different things, in order. */
export const meaningsOf = oncePer(
  ({ abbreviations }: Guideline): ReadonlyMap<string, readonly AbbreviationDefinition[]> => {
    const meanings = new Map<string, AbbreviationDefinition[]>();
    for (const definition of abbreviations.definitions) {
      const { short, long } = definition;
      // A list may explain letters in other words, or in another language.
      if (!isSpelt(definition)) continue;
      const known = meanings.get(short) ?? [];
      meanings.set(short, known);
      if (!known.some((other) => meanTheSame(other.long, long))) known.push(definition);
    }
    return meanings;
  },
);

const isSpelt = oncePer(
  ({ short, long }: AbbreviationDefinition) => spells(short, long) && !isFigure.test(long),
);
/** "Dose in mg (IM/IV)", "adjusted weight = 0.4 (ABW − IBW)": a unit, and a sum. */
const isFigure = /^in +(?:mega-?units?|units?|m?g|mcg|mL|IU)\b|=\s*\d/i;

export const meaningsElsewhere = gathering(({ guideline }) => meaningsOf(guideline));

const listTitle = /abbreviation|acronym|glossary|short +forms/i;

/** What the document's list of abbreviations has, for the other documents of its project, too. */
const listedIn = oncePer(
  (guideline: Guideline): ReadonlyMap<string, AbbreviationDefinition> =>
    new Map(
      guideline.sections.some(({ title }) => listTitle.test(title)) || hasLine(guideline)
        ? guideline.abbreviations.definitions.filter(({ listed }) => listed).map((one) => [one.short, one])
        : [],
    ),
);

/** "Short forms: ORS, oral rehydration solution; RL, …": a line of them. */
function hasLine({ abbreviations: { definitions } }: Guideline): boolean {
  const starts = definitions.flatMap(({ listed, span }) => (listed ? span.start : []));
  return starts.some((start, i) => (starts[i + fewest - 1] ?? Number.POSITIVE_INFINITY) - start < lineLength);
}
const fewest = 3;
const lineLength = 300;

/** What running text spells out: an annex, a form or a letter is read with its chapter. */
const speltIn = oncePer(
  ({ abbreviations }: Guideline): ReadonlyMap<string, AbbreviationDefinition> =>
    new Map(abbreviations.definitions.map((one) => [one.short, one])),
);
export const speltElsewhere = gathering(({ guideline }) => speltIn(guideline));

const annexTitle =
  /^\W*(?:annex\w*|appendi(?:x|ces)|attachment|supplement|letter|template|form|poster|leaflet|checklist|card|page +\d|figures?|pictures?)\b|\((?:template|form|annex)\)\W*$|\b(?:request|form|checklist|card|sheet)\W*$|^\W*(?:table|sheet|chart|list|notes) +for\b/i;
export const isAnnex = oncePer(({ sections: [first] }: Guideline): boolean =>
  annexTitle.test(first?.title ?? ""),
);

export const listedElsewhere = gathering(({ guideline }) => listedIn(guideline));

/** An edit to choose. */
export interface Choice {
  readonly title: string;
  readonly span: Span;
  readonly newText: string;
  readonly in?: Neighbour;
}

/**
 * Without its abbreviation: "pulmonary embolism (PE)" becomes "pulmonary embolism". Nothing to choose where the document
 * spells it out so again: one change would mend nothing.
 */
export function choicesOf(
  { text, abbreviations }: Guideline,
  { short, long, span, longSpan }: AbbreviationDefinition,
): Choice[] {
  const same = abbreviations.definitions.filter(
    (other) => other.short === short && meanTheSame(other.long, long),
  );
  if (same.length > 1) return [];
  const from = Math.min(span.start, longSpan.start);
  const to = Math.max(span.end, longSpan.end);
  const end = text[to] === ")" ? to + 1 : to;
  return [{ title: `Write "${long}" without "${short}"`, span: { start: from, end }, newText: long }];
}
