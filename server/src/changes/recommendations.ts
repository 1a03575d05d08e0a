// Recommendations as statements: what is advised, by which verb, for or against, how strongly and on what evidence. It
// must not know the other edition.

import { formatPopulation } from "../guideline/population.ts";
import type { Recommendation } from "../guideline/recommendation.ts";
import { itemsOf } from "../guideline/scope.ts";
import type { Span } from "../text/span.ts";
import { evenWords, type Line, shortened, verbatim } from "./line.ts";
import type { Slot, Statement } from "./statement.ts";

/** Plain instructions about a medicine are orders or bans, and are read as such. */
export function isRecommendation(recommendation: Recommendation): boolean {
  const { verb, text, where, reported, gradings } = recommendation;
  if (verb === undefined || where === "heading" || reported) return false;
  // "Adults may take:" is said by what follows.
  if (/:\s*$/.test(text) && gradings.length === 0) return false;
  return (
    !/^(?:do|avoid|contraindicated?)\b/.test(verb.verb) ||
    !itemsOf(text).some(({ kind }) => kind === "medicine")
  );
}

export function recommendationStatement(recommendation: Recommendation, line: Line): Statement {
  const { action, population, indication, text } = recommendation;
  const { guideline } = line.document;
  const patients = formatPopulation(population);
  const named = action.targets.map(({ name }) => name).toSorted();
  const said = verbatim(guideline, action) || shortened(text);
  return {
    kind: "recommendation",
    about: named.join(" + "),
    traits: [patients, indication.conditions.join(" "), action.words.join(" ")],
    subject: [said, patients].filter((part) => part !== "").join(", "),
    slots: slotsOf(recommendation, line),
    span: recommendation,
    line,
    taken: [],
    weight: "high",
    // The same words are the same advice, however their lines are broken.
    same: (_slot, other) => words(other) === evenWords(text),
  };
}

const words = ({ line, span }: Statement) =>
  evenWords(line.document.guideline.text.slice(span.start, span.end));

function slotsOf(recommendation: Recommendation, { document }: Line): ReadonlyMap<string, Slot> {
  const { verb, direction, strength, certainty, gradings } = recommendation;
  const slots = new Map<string, Slot>();
  if (verb) {
    const word = verb.verb.replace(/ not$/, "");
    const evenly = direction === "against" ? `${word} against` : word;
    slots.set("advice", { value: evenly, evenly, text: verbatim(document.guideline, verb) });
  }
  const add = (name: string, value: string | undefined, marks: readonly Span[]) => {
    if (value === undefined) return;
    const text = marks[0] ? verbatim(document.guideline, marks[0]) : value;
    slots.set(name, { value, evenly: value, text });
  };
  add(
    "strength",
    strength,
    gradings.flatMap(({ strengths }) => strengths),
  );
  add(
    "certainty",
    certainty,
    gradings.flatMap(({ certainties }) => certainties),
  );
  return slots;
}
