// Two recommendations of which one is for and the other against the same medicine, class or intervention, for the same
// patients and the same condition. It must not report instructions that are no recommendations.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions } from "../guideline/indication.ts";
import { samePatients } from "../guideline/population.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { oncePer, whileFrom } from "../text/memory.ts";
import { type Claim, claimsOf, keysOf } from "./advice-claim.ts";
import { gathering } from "./gathered.ts";
import { lineOf } from "./place.ts";
import type { Found, Neighbour } from "./rule.ts";

interface Placed {
  readonly claim: Claim;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
}

/** What is for something, and what is against it, apart: only the two together are compared. */
const steadily = groupedSteadily((claim: Claim) => keysOf(claim).map((key) => `${claim.direction} ${key}`));
const oppositeNamesOf = oncePer((claim: Claim): readonly string[] => {
  const opposite = claim.direction === "for" ? "against" : "for";
  return keysOf(claim).map((key) => `${opposite} ${key}`);
});
const byKey = oncePer((guideline: Guideline) => steadily(claimsOf(guideline)));
const elsewhere = gathering(({ guideline }) => byKey(guideline));

/** One for each recommendation that a recommendation before it, or in another document, contradicts. */
export function* oppositeClaims(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Iterable<Found<undefined>> {
  const others = elsewhere(neighbours);
  const seen = new Set<number>();
  for (const claim of claimsOf(guideline)) {
    const { start } = claim.recommendation;
    const against = opposing(claim, guideline, others);
    if (against.length === 0 || seen.has(start)) continue;
    seen.add(start);
    yield finding(claim, against);
  }
}

type Others = ReturnType<typeof elsewhere>;

/** Where what is opposite stands: in the document, or in one of those that say something of a key. */
interface Opposed {
  readonly claim: Claim;
  readonly at: { readonly key: string; readonly index: number } | undefined;
}
const known = whileFrom<Claim, readonly Opposed[]>();

/** All that contradicts a claim: in the same document only what stands before it. */
function opposing(claim: Claim, guideline: Guideline, others: Others): Placed[] {
  const keys = oppositeNamesOf(claim);
  const inside = keys.map((key) => byKey(guideline).get(key));
  const from = [...inside, ...keys.map((key) => others(key))];
  const found = known(claim, from, () => {
    const { start } = claim.recommendation;
    const before = [...new Set(inside.flatMap((list) => list ?? []))].filter(
      (other) => other.recommendation.start < start && contradict(claim, other, true),
    );
    const outside = keys.flatMap((key) =>
      others(key).flatMap(({ value }, index) =>
        value
          .filter((other) => contradict(claim, other, false))
          .map((other): Opposed => ({ claim: other, at: { key, index } })),
      ),
    );
    const each = new Map(outside.map((one) => [one.claim, one])).values();
    return [...before.map((other) => ({ claim: other, at: undefined })), ...each];
  });
  return found.map(({ claim: other, at }) => {
    const neighbour = at && others(at.key)[at.index]?.neighbour;
    return { claim: other, guideline: neighbour?.guideline ?? guideline, in: neighbour };
  });
}

function finding(claim: Claim, against: readonly Placed[]) {
  const [first] = against as readonly [Placed];
  const place = lineOf(first.guideline, first.claim.recommendation.start, first.in?.uri);
  const what = claim.target?.name ?? "this";
  const [here, there] =
    claim.direction === "for" ? ["advised", "advised against"] : ["advised against", "advised"];
  const { action } = claim.recommendation;
  return {
    span: claim.target ?? { start: action.start, end: action.end },
    message: `Here ${what} is ${here}, but in ${place} it is ${there} for what seem to be the same patients. Decide which holds, or say how the situations differ.`,
    related: against.map(({ claim: { recommendation }, in: neighbour }) => ({
      span: { start: recommendation.start, end: recommendation.end },
      message: recommendation.text.replace(/\s+/g, " ").slice(0, 160),
      ...(neighbour && { in: neighbour }),
    })),
    state: undefined,
  };
}

function contradict(a: Claim, b: Claim, together: boolean): boolean {
  if (a.direction === b.direction || !sameThing(a, b)) return false;
  const [one, other] = [a.recommendation, b.recommendation];
  if (a.manner !== b.manner || !samePatients(one.population, other.population)) return false;
  const said = isSaid(one.indication) || isSaid(other.indication);
  if (!said && !together) return false;
  if (!sameConditions(one.indication, other.indication)) return false;
  if (one.indication.qualifiers.join() !== other.indication.qualifiers.join()) return false;
  return fits(a, b) && fits(b, a) && !isHedged(a, b);
}

/** What is advised against may be the class of what is advised; a member that is left out of its class is an exception. */
function sameThing(a: Claim, b: Claim): boolean {
  if (!a.target || !b.target) return a.target === b.target && a.words === b.words;
  if (a.target.kind === b.target.kind) return a.target.name === b.target.name;
  const [whole, member] = a.target.kind === "class" ? [a, b] : [b, a];
  return (
    whole.direction === "against" &&
    medicineNamed(member.target?.name ?? "")?.classes.includes(whole.target?.name ?? "") === true
  );
}

/** Whatever one says beside what the other says in its sentence or above it may be another situation. */
const fits = (a: Claim, b: Claim) => [...a.terms].every((term) => b.terms.has(term) || b.above.has(term));

/** Against doing it always is not against doing it. */
function isHedged(a: Claim, b: Claim): boolean {
  const [against, advised] = a.direction === "against" ? [a, b] : [b, a];
  const routine = /\b(?:routine(?:ly)?|generally|usually|always|systematic(?:ally)?|all)\b/i;
  return routine.test(against.recommendation.text) && !routine.test(advised.recommendation.text);
}
