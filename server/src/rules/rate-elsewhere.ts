// Strengths of what runs in, from bags and syringes that other documents tell: an annex of pump rates seldom says again
// what is in the syringe. For rate-arithmetic.

import { isFluid } from "../guideline/figure-reader.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import {
  type Reach,
  reachWith,
  type Stated,
  type Strength,
  type StrengthReach,
  strengthsMade,
} from "../guideline/strength-reach.ts";
import { oncePer, steadyLists } from "../text/memory.ts";
import { gathering } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";
import { tellsStrengths } from "./strength-text.ts";

/** Under this name a document has all of its strengths, if they are of one medicine. */
const sole = "sole";

const toldBy = oncePer((guideline: Guideline): ReadonlyMap<string, readonly Stated[]> => {
  if (!tellsStrengths(guideline)) return new Map();
  const named = new Set(guideline.medicines.map(({ medicine }) => medicine));
  return lightOf(
    steady(
      "",
      strengthsMade(guideline.figures).filter(({ medicine }) => medicine && named.has(medicine)),
    ),
  );
});
const steady = steadyLists<Strength>();
const lightOf = oncePer((all: readonly Strength[]) => {
  const light = all.map(({ fact, medicine, diluted }): Stated => ({ fact, medicine, diluted }));
  const byName = grouped(light, ({ medicine }) => medicine?.name ?? "");
  const [only, more] = new Set(
    light.flatMap(({ medicine }) => (medicine && !isFluid(medicine) ? medicine : [])),
  );
  return only && !more ? new Map([...byName, [sole, byName.get(only.name) ?? []]]) : byName;
});
const toldElsewhere = gathering(({ guideline }) => toldBy(guideline));

/** So many documents beside one are its chapter and annexes: what names nothing is of what they are about. */
const mostBeside = 3;

/** A reach that goes on into other documents where this one tells no strength, and what it depends on. */
export function reachBeyond(
  own: StrengthReach,
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): { readonly reach: Reach; readonly from: readonly object[] } {
  const told = toldElsewhere(neighbours);
  const isNameless = neighbours.length <= mostBeside && namesNone(guideline);
  const mine = toldBy(guideline);
  const further = (name: string) => [...(mine.get(name) ?? []), ...told(name).flatMap(({ value }) => value)];
  return {
    from: [own, told, mine],
    reach: reachWith(own, (medicine) =>
      medicine && !(isNameless && isFluid(medicine))
        ? further(medicine.name)
        : isNameless
          ? further(sole)
          : [],
    ),
  };
}

/** But for what all is diluted in. */
const namesNone = ({ medicines }: Guideline): boolean => medicines.every(({ medicine }) => isFluid(medicine));
