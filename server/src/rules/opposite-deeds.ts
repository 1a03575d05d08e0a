// Instructions of which one says to do what another says not to do, with what is to be said of them. Whether two are
// opposite is decided in comparable-deeds.ts.

import type { PlacedDeed } from "../guideline/deed-parser.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { medicineNamed } from "../lexicon/medicine.ts";
import type { Span } from "../text/span.ts";
import { isAnnexTo, mostBeside } from "./annex.ts";
import { areOpposite, deedsByThing, mayBeOpposite, oppositeNamesOf, ownNamesOf } from "./comparable-deeds.ts";
import { areKindred, lookAhead } from "./kindred-deeds.ts";
import { contraindicated } from "./opposite-claims.ts";
import { type Opposite, opposites, type Side } from "./opposites.ts";
import { lineOf } from "./place.ts";
import type { Found, Neighbour } from "./rule.ts";
import { areUnsure, mildly } from "./statement-surety.ts";

const against = opposites<PlacedDeed>({
  byName: deedsByThing,
  oppositeNamesOf,
  startOf: ({ sentence }) => sentence.start,
  areOpposite,
});

/** What neither says in the other's words. */
const kindred = opposites<PlacedDeed>({
  byName: deedsByThing,
  oppositeNamesOf: (deed) => [...oppositeNamesOf(deed), ...ownNamesOf(deed)],
  startOf: ({ sentence }) => sentence.start,
  areOpposite: areKindredOpposites,
  beside: true,
  ahead: lookAhead,
});

function areKindredOpposites(a: Side<PlacedDeed>, b: Side<PlacedDeed>): boolean {
  if (a.said.direction === b.said.direction) return false;
  const [ban, advice] = a.said.direction === "against" ? [a, b] : [b, a];
  if (!ban.said.known || !mayBeOpposite(ban, advice)) return false;
  const names = oppositeNamesOf(ban.said);
  const others = [...new Set([ban.guideline, advice.guideline])].flatMap((guideline) =>
    names.flatMap((name) => deedsByThing(guideline).get(name) ?? []).map((said) => ({ said, guideline })),
  );
  return areKindred(ban, advice, others);
}

export interface OpposedSentence extends Found<undefined> {
  readonly sentence: Span;
  /** A medicine is given where another sentence says that it is contraindicated. */
  readonly forbidden: boolean;
  /** That both are about the same patients, neither says in the other's words. */
  readonly likely: boolean;
}

/** That the two are about the same illness is only known by what an annex belongs to. */
const byAnnex = (deed: Side<PlacedDeed>, one: Side<PlacedDeed>): boolean =>
  isAnnexTo(deed, one) || isAnnexTo(one, deed);

/** One for each sentence that a sentence before it, or in another document, contradicts. */
export function* oppositeDeeds(
  guideline: Guideline,
  neighbours: readonly Neighbour[],
): Iterable<OpposedSentence> {
  const opposing = against(guideline, neighbours);
  const alike = kindred(guideline, neighbours);
  const seen = new Set<number>();
  for (const deed of guideline.deeds) {
    const { start } = deed.sentence;
    if (seen.has(start)) continue;
    const sure = opposing(deed);
    const all = sure.length > 0 ? sure : alike(deed);
    const found =
      neighbours.length > mostBeside ? all.filter((one) => !byAnnex({ said: deed, guideline }, one)) : all;
    if (found.length === 0) continue;
    seen.add(start);
    const given = medicineNamed(deed.thing) !== undefined;
    const said = [deed.sentence, ...found.map(({ said }) => said.sentence)];
    const texts = [guideline, ...found.map((one) => one.guideline)];
    const forbidden =
      given && said.some(({ start, end }, i) => contraindicated.test(texts[i]?.text.slice(start, end) ?? ""));
    const likely = sure.length === 0;
    const unsure =
      likely ||
      deed.supposed ||
      found.every(({ said }) => said.supposed) ||
      found.every((one) => areUnsure({ said: deed, guideline }, one));
    yield { ...finding(deed, found), ...mildly(unsure), sentence: deed.sentence, forbidden, likely };
  }
}

function finding(deed: PlacedDeed, found: readonly Opposite<PlacedDeed>[]): Found<undefined> {
  const [first] = found as readonly [Opposite<PlacedDeed>];
  const place = lineOf(first.guideline, first.said.sentence.start, first.in?.uri);
  const [here, there] =
    deed.direction === "for"
      ? ["This says to do what", "says not to do"]
      : ["This says not to do what", "says to do"];
  return {
    span: { start: deed.start, end: deed.end },
    message: `${here} ${place} ${there}, for what seem to be the same patients (${nameOf(deed)}). Decide which holds, or say how the situations differ.`,
    related: found.map(({ said: { sentence }, guideline, in: neighbour }) => ({
      span: sentence,
      message: guideline.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ").slice(0, 160),
      ...(neighbour && { in: neighbour }),
    })),
    state: undefined,
  };
}

const nameOf = ({ thing }: PlacedDeed) => thing.replace(/^class +/, "");
