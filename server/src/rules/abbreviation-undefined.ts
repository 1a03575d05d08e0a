// An abbreviation that the document never spells out, or spells out only after its first use.

import { isGlossed, isOfBrand } from "../guideline/abbreviation-gloss.ts";
import { lettersIn } from "../guideline/medicine-letters.ts";
import { isWellKnown, usualExpansions } from "../lexicon/abbreviations.ts";
import { once } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { isAnnex, listedElsewhere, speltElsewhere } from "./abbreviation-meanings.ts";
import { defineRule } from "./rule.ts";
import { optionValues, type RuleOptions } from "./rule-option.ts";

interface State {
  readonly short: string;
  readonly span: Span;
  readonly plural: boolean;
}

const options = {
  known: {
    type: "words",
    default: [],
    description: "Abbreviations that every reader of these guidelines knows.",
  },
} as const satisfies RuleOptions;

export const abbreviationUndefined = defineRule<State>({
  id: "abbreviation-undefined",
  severity: "information",
  compares: true,
  options,
  summary: "An abbreviation is used but not spelled out at its first use or in a list of abbreviations.",
  rationale:
    "Many abbreviations have several meanings (PE: pulmonary embolism, pre-eclampsia), and readers from another " +
    "ward or country guess. Spelled out once, at the first use or in a list of abbreviations (the document's or another's of its project), they are safe. " +
    "Units, routes (IV, IM, PO) and what every health worker knows (HIV, TB, WHO) need no expansion.",
  examples: {
    invalid: [
      "Give ORS after each loose stool.\n     ^^^",
      "Refer when the GCS is below 8.\n               ^^^\n\nThe Glasgow Coma Scale (GCS) is recorded hourly.",
    ],
    valid: [
      "Give oral rehydration solution (ORS) after each loose stool. More ORS is given at night.",
      "## Abbreviations\n\n- ORS: oral rehydration solution\n\n## Treatment\n\nGive ORS after each loose stool.",
      "Test every patient for HIV and TB. DO NOT DELAY treatment: give it IV.",
    ],
  },

  *check(guideline, context) {
    const { abbreviations, text, markdown, lines, dictionary, medicines } = guideline;
    const { definitions, uses } = abbreviations;
    const letters = once(() => lettersIn(markdown));
    const of = isAnnex(guideline) ? speltElsewhere : listedElsewhere;
    const listed = of(context.neighbours);
    const seen = new Set([
      ...optionValues(options, context.options).known,
      ...dictionary.abbreviations.keys(),
      ...dictionary.glossary.keys(),
    ]);
    // The first definition counts: Map keeps the last entry of a key.
    const firstOf = new Map(definitions.toReversed().map((definition) => [definition.short, definition]));
    for (const { short, span } of uses) {
      if (seen.has(short) || isWellKnown(short) || listed(short).length > 0) continue;
      seen.add(short);
      // "CIWA-Ar" is spelled out in another document as a whole.
      const [more] = /^[-/&][A-Za-z0-9]{1,6}/.exec(text.slice(span.end, span.end + 8)) ?? [];
      if (more && listed(short + more).length > 0) continue;
      if (!firstOf.has(short) && isGlossed(markdown.plain, short, span)) continue;
      if (!firstOf.has(short) && (isOfBrand(markdown.plain, span, medicines) || isRegimen(short, letters())))
        continue;
      const state = { short, span, plural: text[span.end] === "s" };
      const definition = firstOf.get(short);
      if (!definition) {
        yield {
          span,
          message: `"${short}" is not spelled out in this document. Spell it out at its first use: a reader may know it by another meaning, or not at all.`,
          state,
        };
      } else if (definition.span.start > span.start && !definition.listed) {
        yield {
          span,
          message: `"${short}" is used here before it is spelled out (line ${lines.positionAt(definition.span.start).line + 1}). Spell it out here, at its first use.`,
          related: [{ span: definition.span, message: `Spelled out here as "${definition.long}".` }],
          state,
        };
      }
    }
  },

  fix({ short, span, plural }, { abbreviations, text }) {
    const inDocument = abbreviations.definitions
      .filter((other) => other.short === short)
      .map((other) => (text[other.span.end] === "s" ? singularOf(other.long) : other.long));
    const readings = [...new Set([...inDocument, ...(usualExpansions.get(short) ?? [])])];
    const end = span.end + (plural ? 1 : 0);
    return readings.map((reading) => {
      const long = plural ? pluralOf(reading) : reading;
      return {
        title: `Spell out as "${long} (${text.slice(span.start, end)})"`,
        edits: [
          { span: { start: span.start, end: span.start }, newText: `${long} (` },
          { span: { start: end, end }, newText: ")" },
        ],
        // Even one known reading may not be the author's.
        certain: inDocument.length === 1,
      };
    });
  },
});

/** "HR" where H and R are said. */
const isRegimen = (short: string, letters: ReadonlySet<string>): boolean =>
  letters.size > 1 && [...short].every((letter) => letters.has(letter));

/** Of a long form whose abbreviation stands there in the plural. */
function singularOf(long: string): string {
  return long.replace(/ies$/, "y").replace(/(?<=[^su])s$/, "");
}

function pluralOf(long: string): string {
  return /(?:s|x|ch|sh)$/.test(long)
    ? `${long}es`
    : /[^aeiou]y$/.test(long)
      ? `${long.slice(0, -1)}ies`
      : `${long}s`;
}
