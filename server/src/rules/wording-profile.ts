// What a recommendation's verb stands for: by the document's own key, by its project's, else by a usual scheme. It
// must not know how a recommendation is graded.

import type { AdviceVerb } from "../guideline/advice-verb.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

export type Force = "strong" | "weak";
export type Profile = "grade" | "nice" | "who";

const strong = "must shall ought-to should recommend advise";
const weak = "suggest consider may might can could option alternative reasonable";

/** GRADE: we recommend, we suggest. NICE: offer, consider. WHO: "recommended" is said of both. */
const profiles: Readonly<Record<Profile, Readonly<Record<Force, ReadonlySet<string>>>>> = {
  grade: { strong: new Set(strong.split(" ")), weak: new Set(weak.split(" ")) },
  nice: { strong: new Set(`${strong} offer`.split(" ")), weak: new Set(weak.split(" ")) },
  who: { strong: new Set("must shall should".split(" ")), weak: new Set(weak.split(" ")) },
};

export interface Meant {
  readonly force: Force;
  /** Who says so. */
  readonly by: "key" | "project" | "profile";
}

export function meantBy(
  guideline: Guideline,
  { verb, adverb }: AdviceVerb,
  profile: Profile,
  neighbours: readonly Neighbour[],
): Meant | undefined {
  const own = guideline.wordingKey.get(verb);
  if (own === "either") return undefined;
  if (own) return { force: own, by: "key" };
  if (adverb) return { force: adverb, by: "profile" };
  const project = guideline.dictionary.wording.get(verb) ?? keyElsewhere(guideline, verb, neighbours);
  if (project) return { force: project, by: "project" };
  for (const force of ["strong", "weak"] as const)
    if (profiles[profile][force].has(verb.replace(" ", "-"))) return { force, by: "profile" };
  return undefined;
}

const keysElsewhere = gathering<"strong" | "weak" | "either">(({ guideline }) => guideline.wordingKey);

/** By the key of another document of the project, where this one has none, and all that have one agree. */
function keyElsewhere({ wordingKey }: Guideline, verb: string, neighbours: readonly Neighbour[]) {
  if (wordingKey.size > 0) return undefined;
  const [first, ...others] = keysElsewhere(neighbours)(verb);
  return first && first.value !== "either" && others.every(({ value }) => value === first.value)
    ? first.value
    : undefined;
}

/** The one verb that the document, or its project, has for a strength. */
export function verbFor({ wordingKey, dictionary }: Guideline, force: Force): string | undefined {
  const of = (key: ReadonlyMap<string, string>) =>
    [...key].filter(([, value]) => value === force).map(([verb]) => verb);
  const own = of(wordingKey);
  const found = own.length > 0 ? own : of(dictionary.wording);
  return found.length === 1 ? found[0] : undefined;
}
