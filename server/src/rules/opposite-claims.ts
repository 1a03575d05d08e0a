// Two recommendations of which one is for and the other against the same medicine, class or intervention, for the same
// patients and the same condition. It must not report instructions that are no recommendations.

import { groupedSteadily } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid, sameConditions } from "../guideline/indication.ts";
import { isEveryone, samePatients } from "../guideline/population.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import { type Claim, claimsOf, keysOf } from "./advice-claim.ts";
import { type Opposite, opposites } from "./opposites.ts";
import { lineOf } from "./place.ts";
import type { Found, Neighbour } from "./rule.ts";
import { areUnsureClaims, mildly } from "./statement-surety.ts";

/** What is for something, and what is against it, apart: only the two together are compared. */
const steadily = groupedSteadily((claim: Claim) => keysOf(claim).map((key) => `${claim.direction} ${key}`));
const oppositeNamesOf = oncePer((claim: Claim): readonly string[] => {
  const opposite = claim.direction === "for" ? "against" : "for";
  return keysOf(claim).map((key) => `${opposite} ${key}`);
});
const byKey = oncePer((guideline: Guideline) => steadily(claimsOf(guideline)));
const against = opposites<Claim>({
  byName: byKey,
  oppositeNamesOf,
  startOf: ({ recommendation }) => recommendation.start,
  areOpposite: (a, b) => contradict(a.said, b.said, a.guideline === b.guideline),
});

/** One for each recommendation that a recommendation before it, or in another document, contradicts. */
export function* oppositeClaims(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Iterable<Found<undefined> & { readonly forbidden: boolean }> {
  const opposing = against(guideline, neighbours);
  const seen = new Set<number>();
  for (const claim of claimsOf(guideline)) {
    const { start } = claim.recommendation;
    if (seen.has(start)) continue;
    const found = opposing(claim);
    if (found.length === 0) continue;
    seen.add(start);
    const said = [claim, ...found.map((one) => one.said)];
    const forbidden = said.some(
      ({ target, recommendation: { text } }) => target?.kind === "medicine" && contraindicated.test(text),
    );
    const unsure = found.every((one) => areUnsureClaims({ said: claim, guideline }, one));
    yield { ...finding(claim, found), ...mildly(unsure), forbidden };
  }
}

/** Of a medicine contraindicated-recommended reports it. */
export const contraindicated = /\bcontra-?indicated\b/i;

function finding(claim: Claim, found: readonly Opposite<Claim>[]) {
  const [first] = found as readonly [Opposite<Claim>];
  const place = lineOf(first.guideline, first.said.recommendation.start, first.in?.uri);
  const what = claim.target?.name ?? "this";
  const [here, there] =
    claim.direction === "for" ? ["advised", "advised against"] : ["advised against", "advised"];
  const { action } = claim.recommendation;
  return {
    span: claim.target ?? { start: action.start, end: action.end },
    message: `Here ${what} is ${here}, but in ${place} it is ${there} for what seem to be the same patients. Decide which holds, or say how the situations differ.`,
    related: found.map(({ said: { recommendation }, in: neighbour }) => ({
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
  // Whom a row is about says the row, and deeds are compared by that.
  if (one.where === "cell" || other.where === "cell") return false;
  if (a.manner !== b.manner || !samePatients(one.population, other.population)) return false;
  const said = isSaid(one.indication) || isSaid(other.indication);
  const told = !isEveryone(one.population) && a.terms.size > 1;
  if (!said && !told && !together) return false;
  if (!sameConditions(one.indication, other.indication)) return false;
  if (qualifiersOf(one) !== qualifiersOf(other) || onlyThen(one.text) !== onlyThen(other.text)) return false;
  return fits(a, b) && fits(b, a) && !isHedged(a, b);
}

/** "After week 36": it may hold at no other time. */
const onlyThen = (text: string): string => times.exec(text)?.[0].toLowerCase() ?? "";
const times =
  /\b(?:after|from|since|beyond|past|before|until|till|in|during)\s+(?:the\s+)?(?:(?:week|day|month|year)\s+\d+|[a-zß-öø-ɏ]+\s+(?:week|month|trimester)\b)/i;

/** For how long is no other illness, and whoever speaks of newborns means the time after birth. */
const qualifiersOf = ({ indication, population: { groups } }: Claim["recommendation"]): string =>
  indication.qualifiers
    .filter((id) => !/^(?:day|week) +\d+$/.test(id) && !(id === "postpartum" && groups.includes("neonate")))
    .join();

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
