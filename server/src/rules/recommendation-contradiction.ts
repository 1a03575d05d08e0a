// Two recommendations of which one is for and the other against the same thing, for the same patients.

import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions } from "../guideline/indication.ts";
import { samePatients } from "../guideline/population.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { type Claim, claimsOf, keysOf } from "./advice-claim.ts";
import { gathering } from "./gathered.ts";
import { bannedOrders } from "./outright-ban.ts";
import { lineOf } from "./place.ts";
import { defineRule, type Neighbour } from "./rule.ts";

interface Placed {
  readonly claim: Claim;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
}

const byKey = oncePer((guideline: Guideline): ReadonlyMap<string, readonly Claim[]> => {
  const found = new Map<string, Claim[]>();
  for (const claim of claimsOf(guideline))
    for (const key of keysOf(claim)) found.set(key, [...(found.get(key) ?? []), claim]);
  return found;
});
const elsewhere = gathering(({ guideline }) => byKey(guideline));

export const recommendationContradiction = defineRule<undefined>({
  id: "recommendation-contradiction",
  severity: "warning",
  summary:
    "One recommendation is for and another against the same thing, for the same patients and condition.",
  rationale:
    "Chapters are written by different people and at different times. Where one recommends what the other advises " +
    "against, staff follow whichever they read. Compared are recommendations on the same medicine, a medicine and its " +
    "class, or the same intervention; where the patients, the condition, the route or any other condition differs, or " +
    "may differ, nothing is said.",
  examples: {
    invalid: [
      "We recommend dexamethasone for adults with bacterial meningitis.\n\nIn adults with bacterial meningitis, dexamethasone is not recommended.\n                                     ^^^^^^^^^^^^^",
      "NSAIDs should not be used in dengue.\n\nIbuprofen is recommended in dengue.\n^^^^^^^^^",
    ],
    valid: [
      "We recommend dexamethasone for adults with bacterial meningitis.\n\nDexamethasone is not recommended in children with bacterial meningitis.",
      "We recommend against routine episiotomy.\n\nAn episiotomy may be done for fetal distress.",
      "Aspirin is not recommended in stroke unless bleeding is excluded.\n\nWe recommend aspirin in stroke.",
    ],
  },

  *check(guideline, { neighbours }) {
    const others = elsewhere(neighbours);
    const seen = new Set<number>();
    for (const claim of claimsOf(guideline)) {
      const { start } = claim.recommendation;
      const inside = keysOf(claim).flatMap((key) => byKey(guideline).get(key) ?? []);
      const before: Placed[] = [...new Set([...inside, ...membersOf(claim, guideline)])]
        .filter((other) => other.recommendation.start < start && contradict(claim, other, true))
        .map((other) => ({ claim: other, guideline, in: undefined }));
      const outside = keysOf(claim).flatMap((key) =>
        others(key).flatMap(({ neighbour, value }) =>
          value
            .filter((other) => contradict(claim, other, false))
            .map((other): Placed => ({ claim: other, guideline: neighbour.guideline, in: neighbour })),
        ),
      );
      const against = [...before, ...new Map(outside.map((one) => [one.claim, one])).values()];
      if (against.length === 0 || seen.has(start)) continue;
      seen.add(start);
      yield finding(claim, against);
    }
    for (const { given, ban } of bannedOrders(guideline)) {
      const { recommendation } = ban;
      const place = lineOf(guideline, recommendation.start, undefined);
      yield {
        span: given.span,
        message: `Here ${given.medicine.name} is ordered, but ${place} says not to give it so. Decide which holds, or say there when it may be given.`,
        related: [
          {
            span: { start: recommendation.start, end: recommendation.end },
            message: recommendation.text.replace(/\s+/g, " ").slice(0, 160),
          },
        ],
        state: undefined,
      };
    }
  },
});

/** Claims on members of a class, which stand under the class's key as well. */
function membersOf(claim: Claim, guideline: Guideline): readonly Claim[] {
  return claim.target?.kind === "class" ? (byKey(guideline).get(`class ${claim.target.name}`) ?? []) : [];
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
