// Instructions of which one says to do what another says not to do, with what is to be said of them. Whether two are
// opposite is decided in comparable-deeds.ts.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { whileFrom } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { areOpposite, deedsByThing, oppositeNamesOf } from "./comparable-deeds.ts";
import { gathering } from "./gathered.ts";
import { lineOf } from "./place.ts";
import type { Found, Neighbour } from "./rule.ts";

const elsewhere = gathering(({ guideline }) => deedsByThing(guideline));

interface Placed {
  readonly deed: PlacedDeed;
  readonly guideline: Guideline;
  readonly in: Neighbour | undefined;
}

/** One for each sentence that a sentence before it, or in another document, contradicts. */
export function* oppositeDeeds(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Iterable<Found<undefined> & { readonly sentence: Span }> {
  const others = elsewhere(neighbours);
  const seen = new Set<number>();
  for (const deed of guideline.deeds) {
    const { start } = deed.sentence;
    if (seen.has(start)) continue;
    const against = opposing(deed, guideline, others);
    if (against.length === 0) continue;
    seen.add(start);
    yield { ...finding(deed, against), sentence: deed.sentence };
  }
}

type Others = ReturnType<typeof elsewhere>;

/** Where what is opposite stands: in the document, or in one of those that say something of a key. */
interface Opposed {
  readonly deed: PlacedDeed;
  readonly at: { readonly key: string; readonly index: number } | undefined;
}
const known = whileFrom<PlacedDeed, readonly Opposed[]>();

/** All that says the opposite of a deed: in the same document only what stands before it. */
function opposing(deed: PlacedDeed, guideline: Guideline, others: Others): Placed[] {
  const keys = oppositeNamesOf(deed);
  const own = deedsByThing(guideline);
  const inside = keys.map((key) => own.get(key));
  const from = [...inside, ...keys.map((key) => others(key))];
  const found = known(deed, from, () => {
    const side = { deed, guideline };
    const before = [...new Set(inside.flatMap((list) => list ?? []))].filter(
      (other) => other.sentence.start < deed.sentence.start && areOpposite(side, { deed: other, guideline }),
    );
    const outside = keys.flatMap((key) =>
      others(key).flatMap(({ neighbour, value }, index) =>
        value
          .filter((other) => areOpposite(side, { deed: other, guideline: neighbour.guideline }))
          .map((other): Opposed => ({ deed: other, at: { key, index } })),
      ),
    );
    return [...before.map((other) => ({ deed: other, at: undefined })), ...outside];
  });
  return found.map(({ deed: other, at }) => {
    const neighbour = at && others(at.key)[at.index]?.neighbour;
    return { deed: other, guideline: neighbour?.guideline ?? guideline, in: neighbour };
  });
}

function finding(deed: PlacedDeed, against: readonly Placed[]): Found<undefined> {
  const [first] = against as readonly [Placed];
  const place = lineOf(first.guideline, first.deed.sentence.start, first.in?.uri);
  const [here, there] =
    deed.direction === "for"
      ? ["This says to do what", "says not to do"]
      : ["This says not to do what", "says to do"];
  return {
    span: { start: deed.start, end: deed.end },
    message: `${here} ${place} ${there}, for what seem to be the same patients (${nameOf(deed)}). Decide which holds, or say how the situations differ.`,
    related: against.map(({ deed: { sentence }, guideline, in: neighbour }) => ({
      span: sentence,
      message: guideline.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ").slice(0, 160),
      ...(neighbour && { in: neighbour }),
    })),
    state: undefined,
  };
}

const nameOf = ({ thing }: PlacedDeed) => thing.replace(/^class /, "");
