// How sure it is that two statements which stand against each other are about the same: what a reader would have to look
// up is worth saying, and no warning. It must not decide whether they are opposite.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isSaid } from "../guideline/indication.ts";
import { isEveryone } from "../guideline/population.ts";
import { scopeOf } from "../guideline/scope.ts";
import { pathOf, sectionAt } from "../guideline/section.ts";
import type { Span } from "../text/span.ts";
import type { Claim } from "./advice-claim.ts";
import type { Breaches } from "./forbidden-given.ts";
import type { Given } from "./given-medicine.ts";
import type { Side } from "./opposites.ts";

/** As a finding says it. */
export const mildly = (is: boolean) => (is ? { severity: "information" as const } : {});

/** Within one paragraph an author goes on with a thought; what another document leaves unsaid may be another chapter. */
export function areUnsure(a: Side<PlacedDeed>, b: Side<PlacedDeed>): boolean {
  if (a.guideline === b.guideline) return isOneParagraph(a.guideline, a.said.sentence, b.said.sentence);
  return [a, b].some(({ said }) => !said.known || !saysWhom(said));
}

function isOneParagraph({ text }: Guideline, a: Span, b: Span): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return !text.slice(first.start, second.start).includes("\n");
}

/** By itself, and not only by what it stands below. */
const saysWhom = ({ clause }: PlacedDeed): boolean => {
  const { population, indication } = scopeOf(clause, 0);
  return !isEveryone(population) || isSaid(indication);
};

/** In different documents, and neither says for whom it is. */
export const areUnsureClaims = (a: Side<Claim>, b: Side<Claim>): boolean =>
  a.guideline !== b.guideline &&
  [a, b].some(({ said: { recommendation } }) => {
    const { population, indication } = recommendation.own;
    return isEveryone(population) && !isSaid(indication);
  });

/** So many orders break no ban: it is narrower than it was read. */
const mostBroken = 2;

/** An order that breaks bans, among those of its document that do. */
export function isUnsure(given: Given, breaches: Breaches): boolean {
  const bans = breaches.get(given) ?? [];
  return bans.every(
    ({ prohibition, guideline, in: neighbour }) =>
      (prohibition.supposed === true &&
        (neighbour !== undefined || !isBelow(guideline, prohibition.start, given.span.start))) ||
      [...breaches.values()].filter((all) => all.some((one) => one.prohibition === prohibition)).length >
        mostBroken,
  );
}

/** In the section of the ban, or below it. */
function isBelow({ sections }: Guideline, ban: number, given: number): boolean {
  const own = sectionAt(sections, ban);
  return own === undefined || pathOf(sectionAt(sections, given)).includes(own);
}
