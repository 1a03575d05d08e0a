// A recommendation and its slots: what is advised for or against, by which verb, for whom, and how it is graded.
// A slot that the text does not give is undefined. How they are read is in recommendation-parser.ts. It must not judge.

import type { Span } from "../text/span.ts";
import type { Action } from "./advice-action.ts";
import type { AdviceVerb, Direction } from "./advice-verb.ts";
import type { Certainty, Grading, Strength } from "./grading.ts";
import { formatIndication, type Indication } from "./indication.ts";
import { formatPopulation, isEveryone, type Population } from "./population.ts";

/** The sentence. Places in `verbs`, `action` and `gradings` are absolute. */
export interface Recommendation extends Span {
  /** Verbatim. */
  readonly text: string;
  /** The one that says how strongly; undefined where there is none, or several that do not agree. */
  readonly verb: AdviceVerb | undefined;
  readonly verbs: readonly AdviceVerb[];
  readonly direction: Direction;
  readonly action: Action;
  readonly population: Population;
  readonly indication: Indication;
  /** What its own sentence says of whom and what for, without what stands above. */
  readonly own: { readonly population: Population; readonly indication: Indication };
  /** What stands above it says of whom and what for. */
  readonly outer: { readonly population: Population; readonly indication: Indication };
  /** In its sentence, beside it, in its row, or in the lines and headings that are tied to it. */
  readonly gradings: readonly Grading[];
  /** Undefined also where its marks do not agree. */
  readonly strength: Strength | undefined;
  readonly certainty: Certainty | undefined;
  /** A reason for its strength is given near it. */
  readonly rationale: boolean;
  /** "unless …", "if …, except …": holds for some of those it names. */
  readonly conditional: boolean;
  /** Somebody else's: "the manufacturer recommends". */
  readonly reported: boolean;
  readonly where: "heading" | "prose" | "list" | "cell";
  /** Recommendations of one paragraph, list or table have the same. */
  readonly group: number;
}

/** The value that all marks of one kind agree on. */
export function agreed<T>(values: readonly T[]): T | undefined {
  return values.length > 0 && values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** "for: zinc (strong, low); for child; diarrhoea". */
export function formatRecommendation(recommendation: Recommendation): string {
  const { direction, action, strength, certainty, population, indication, verb } = recommendation;
  const what =
    action.targets.map(({ name }) => name).join(action.together ? " + " : " / ") || action.words.join(" ");
  const grade = [strength, certainty && `${certainty} certainty`].filter(Boolean).join(", ");
  const parts = [
    `${verb?.verb ?? "advice"} ${direction}: ${what || "?"}${grade ? ` (${grade})` : ""}`,
    isEveryone(population) ? "" : `for ${formatPopulation(population)}`,
    formatIndication(indication),
  ];
  return parts.filter((part) => part !== "").join("; ");
}
