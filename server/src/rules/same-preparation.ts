// The same preparation said in two places: where it is said rightly, and vials that hold one amount here and another
// there. For concentration-conflict.

import {
  containerWord,
  type Fact,
  formatStrength,
  type Statement,
  statementsIn,
} from "../guideline/concentration.ts";
import { rescaled } from "../guideline/figure.ts";
import { type FigureText, textsWithFigures } from "../guideline/figure-text.ts";
import { grouped } from "../guideline/grouped.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { isWordLike } from "../guideline/item-kind.ts";
import { decimalSignOf } from "../guideline/number-format.ts";
import type { Medicine } from "../lexicon/medicine.ts";
import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { gathering } from "./gathered.ts";
import type { Contradiction } from "./preparation.ts";
import type { Found, Neighbour, Related } from "./rule.ts";
import { picking } from "./telling-parts.ts";

interface Vial {
  readonly statement: Statement;
  readonly pair: Fact;
}
export interface Choices {
  readonly choices: readonly { readonly span: Span; readonly newText: string }[];
}

/** Words by which a text tells one vial of a medicine from another. */
export const names =
  /^(?:standard|usual|regular|adults?|paediatric|pediatric|neonatal|infants?|small|large|big|red|blue|green|yellow|white|brown|black|orange|purple|pink|gr[ae]y|clear|amber|strong|weak|forte|concentrated|prefilled|multidose|single-dose)$/;

/** Vials that nothing tells apart and that hold different amounts in the same volume. */
export function* sameVials(
  guideline: Guideline,
  statements: readonly Statement[],
): Generator<Found<Choices>> {
  const { text, lines } = guideline;
  const known = new Map<string, Vial>();
  for (const statement of statements) {
    const { pair, key } = vialIn(statement) ?? {};
    if (!pair || !key) continue;
    const first = known.get(key);
    if (!first) known.set(key, { statement, pair });
    else if (
      first.statement.passage !== statement.passage &&
      Math.abs(first.pair.low - pair.low) > 0.05 * pair.low
    ) {
      const line = lines.positionAt(first.pair.start).line + 1;
      const said = text.slice(first.pair.start, first.pair.end);
      const { start, end } = pair.figure;
      const factor = first.pair.low / pair.low;
      const newText = rescaled(text.slice(start, end), factor, decimalSignOf(guideline));
      yield {
        span: { start, end },
        message: `The same ${statement.container} of ${statement.medicine?.name} is said to hold another amount on line ${line} ("${said}"). Check what it holds, or name the two apart.`,
        related: [
          {
            span: { start: first.pair.start, end: first.pair.end },
            message: "Said here to hold another amount.",
          },
        ],
        state: { choices: newText ? [{ span: { start, end }, newText }] : [] },
      };
    }
  }
}

/** The contents of a vial that a statement names, and by what it is known. */
export function vialIn(statement: Statement): { readonly pair: Fact; readonly key: string } | undefined {
  const pair = statement.facts.find(
    ({ kind, amount, volume }) => kind === "pair" && amount && volume && !amount.diluent,
  );
  const key = pair && keyOf(statement, pair);
  return pair && key ? { pair, key } : undefined;
}

function keyOf(statement: Statement, { amount, volume, unit, figure }: Fact): string | undefined {
  const { medicine, container, passage, facts } = statement;
  if (!medicine || !container || !/^(?:ampoule|vial|bottle)$/.test(container) || !amount || !volume)
    return undefined;
  // A percentage or strength beside it names the vial, and is compared with it anyway.
  if (facts.length > 1) return undefined;
  const at = passage.items.findIndex((item, i) => i > figure.item - 10 && isWordLike(item, containerWord));
  const name = passage.items
    .slice(Math.max(0, at - 3), at)
    .flatMap((item) => (item.kind === "word" && names.test(item.text) ? [item.text] : []));
  if (name.length !== 1) return undefined;
  return [medicine.name, container, volume.low, unit, name[0]].join("|");
}

/** What a percentage of a medicine comes to, beside it. */
interface Percentage {
  readonly medicine: Medicine;
  readonly facts: readonly Pick<Fact, "kind" | "unit" | "low">[];
  readonly span: Span;
}

const nameOf = (medicine: Medicine, percent: number): string => `${medicine.name} ${percent}`;
const tellsPercentage = picking((text: FigureText) => percentagesIn(statementsIn(text)).length > 0);
const percentagesOf = oncePer(({ figures }: Guideline) => {
  const texts = tellsPercentage(textsWithFigures(figures));
  return grouped(
    texts.flatMap((text) => percentagesIn(statementsIn(text))),
    ({ medicine, facts }) => nameOf(medicine, facts.find(isPercent)?.low ?? 0),
  );
});
const percentagesElsewhere = gathering(({ guideline }) => percentagesOf(guideline));

const isPercent = ({ kind }: Pick<Fact, "kind">): boolean => kind === "percent";

function percentagesIn(statements: readonly Statement[]): Percentage[] {
  return statements.flatMap(({ medicine, facts }) => {
    if (!medicine || facts.length < 2 || !facts.some(isPercent)) return [];
    const span = { start: Math.min(...facts.map(startOf)), end: Math.max(...facts.map(({ end }) => end)) };
    return { medicine, facts: facts.map(({ kind, unit, low }) => ({ kind, unit, low })), span };
  });
}

/** Where the same percentage is given a strength that is right, here or in another document. */
export function sameElsewhere(
  statements: readonly Statement[],
  { base, claim, expected, medicine }: Contradiction,
  neighbours: readonly Neighbour[],
): Related[] {
  if (base.kind !== "percent" || !medicine) return [];
  const isRight = (one: Percentage) =>
    one.medicine === medicine &&
    one.facts.some((fact) => isPercent(fact) && fact.low === base.low) &&
    one.facts.some(
      (fact) =>
        fact.unit === claim.unit && !isPercent(fact) && Math.abs(fact.low - expected) <= 0.12 * expected,
    );
  const message = "Another strength of the same preparation.";
  const own = percentagesIn(statements).filter(isRight);
  if (own.length > 0) return own.slice(0, 2).map(({ span }) => ({ span, message }));
  for (const { value, neighbour } of percentagesElsewhere(neighbours)(nameOf(medicine, base.low))) {
    const found = value.find(isRight);
    if (found) return [{ span: found.span, message, in: neighbour }];
  }
  return [];
}

const startOf = ({ start }: Fact) => start;

export function* oddAmpoule(
  { text, lines }: Guideline,
  { facts, medicine, passage }: Statement,
  statements: readonly Statement[],
): Generator<Found<Choices>> {
  const pair = facts.find(({ kind }) => kind === "pair");
  const other = statements.find((one) => one.passage !== passage && isPreparationOf(one, medicine));
  if (!pair || !other) return;
  const [fact] = other.facts;
  const { start, end } = pair.figure;
  if (!fact) return;
  yield {
    span: { start, end },
    message: `${formatStrength(pair.low, pair.unit)} of ${medicine?.name} is no strength that is made; line ${lines.positionAt(fact.start).line + 1} says "${text.slice(fact.start, fact.end)}". Check what the ampoule holds.`,
    related: [{ span: { start: fact.start, end: fact.end }, message: "The preparation is named here." }],
    state: { choices: [] },
  };
}

function isPreparationOf({ medicine, facts }: Statement, wanted: Medicine | undefined): boolean {
  return (
    medicine !== undefined &&
    medicine === wanted &&
    facts.some(({ kind, figure }) => kind === "percent" && !figure.diluent)
  );
}
