// What is read of a recommendation while its gradings are still being looked for, and what becomes of it. It must not know
// where gradings stand.

import type { Markdown } from "../syntax/markdown.ts";
import { moved, shifted } from "../text/span.ts";
import { actionOf } from "./advice-action.ts";
import { type AdviceVerb, movedVerb } from "./advice-verb.ts";
import { type Grading, movedGrading, type Strength } from "./grading.ts";
import type { Passage } from "./passage.ts";
import { agreed, type Recommendation } from "./recommendation.ts";
import { nested, noScope, type Scope, scopeOf } from "./scope.ts";
import type { Section } from "./section.ts";
import { instructs, type Statement } from "./statement.ts";

export interface Draft {
  readonly passage: Passage;
  readonly statement: Statement;
  readonly gradings: Grading[];
  readonly section: Section | undefined;
  rationale: boolean;
}

export const performs = ({ statement }: Draft) =>
  statement.verbs.some(({ verb }) => /^(?:recommend|suggest|consider|offer)$/.test(verb));

/** Of a paragraph's recommendations without a grading of this kind the one it is of: the last that says "we recommend". */
export function mainOf(drafts: readonly Draft[], grading: Grading): Draft | undefined {
  const open = drafts.filter(({ gradings }) => lacks(gradings, grading));
  return open.findLast(performs) ?? open[0];
}

export function lacks(gradings: readonly Grading[], { strengths, certainties }: Grading): boolean {
  return (
    (strengths.length === 0 || gradings.every((one) => one.strengths.length === 0)) &&
    (certainties.length === 0 || gradings.every((one) => one.certainties.length === 0))
  );
}

const weaker = new Set([
  "suggest",
  "consider",
  "may",
  "might",
  "can",
  "could",
  "option",
  "alternative",
  "reasonable",
]);

/** "Must be used where theatre can be reached": what stands behind "where" tells when. */
const subordinate = /\b(?:where|if|when|whenever|unless|until|while|because|since|so +that)\b[^.;:,]*$/i;
const leading = (text: string, offset: number, verbs: readonly AdviceVerb[]): readonly AdviceVerb[] => {
  const own = verbs.filter(({ start }) => !subordinate.test(text.slice(0, Math.max(0, start - offset))));
  return own.length > 0 ? own : verbs;
};

/** The verb that says how strongly: what the authors recommend or suggest before what should or may be done. */
function mainVerb(verbs: readonly AdviceVerb[]): AdviceVerb | undefined {
  const spoken = verbs.filter(({ reported }) => !reported);
  const performed = spoken.filter(({ verb }) => verb === "recommend" || verb === "suggest");
  const weighed =
    performed.length > 0 ? [...performed, ...spoken.filter(({ verb }) => verb === "consider")] : spoken;
  return agreed(weighed.map(({ verb }) => weaker.has(verb))) === undefined ? undefined : weighed[0];
}

const exception = /\b(?:unless|except|other +than|apart +from|if|when|only|provided|until|while|where)\b/i;

export function recommendationOf(
  markdown: Markdown,
  { passage, statement, gradings }: Draft,
  scopes: ReadonlyMap<number, Scope>,
): Recommendation {
  const { start: offset } = passage.span;
  const verbs = statement.verbs.map((verb) => movedVerb(verb, offset));
  const main =
    instructs.test(statement.text) && verbs[0]?.verb !== "consider" && verbs[0]?.verb !== "offer"
      ? undefined
      : mainVerb(leading(statement.text, statement.start + offset, verbs));
  const span = shifted(statement, offset);
  const verb = main ?? verbs[0];
  const action = actionOf(statement.text, verb && movedVerb(verb, -span.start));
  const own = ownScope(statement.text);
  const outer = scopes.get(passage.block) ?? noScope;
  const scope = nested(outer, own);
  const placed = gradings.map((grading) => movedGrading(grading, offset));
  return {
    ...span,
    text: markdown.text.slice(span.start, span.end),
    verb: main,
    verbs,
    direction: (main ?? verbs[0])?.direction ?? "for",
    action: { ...action, ...shiftedAction(action, span.start) },
    population: scope.population,
    indication: scope.indication,
    own: { population: own.population, indication: own.indication },
    outer: { population: outer.population, indication: outer.indication },
    gradings: placed,
    strength: strengthOf(placed, main),
    certainty: agreed(placed.flatMap(({ certainties }) => certainties.map(({ value }) => value))),
    rationale: false,
    conditional: exception.test(statement.text),
    reported: verbs.length > 0 && verbs.every(({ reported }) => reported),
    where: passage.where,
    group: passage.group,
  };
}

/** "We strongly recommend", where no grading says more. */
function strengthOf(gradings: readonly Grading[], verb: AdviceVerb | undefined): Strength | undefined {
  const marks = gradings.flatMap(({ strengths }) => strengths);
  return marks.length > 0 ? agreed(marks.map(({ value }) => value)) : verb?.adverb;
}

const ownScope = (text: string) => scopeOf(text, 0);

function shiftedAction(action: ReturnType<typeof actionOf>, by: number) {
  return { ...moved(action, by), targets: action.targets.map((target) => moved(target, by)) };
}
