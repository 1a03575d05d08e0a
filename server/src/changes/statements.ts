// All statements of an edition, each with the line it stands in. One reader a kind; it must not know the other edition.

import { grouped } from "../guideline/grouped.ts";
import { statedMaxima } from "../guideline/stated-maximum.ts";
import { overlaps, type Span } from "../text/span.ts";
import { courseStatement, maximumStatement } from "./limits.ts";
import { isCited, type Line, lineAt } from "./line.ts";
import { orderStatement } from "./orders.ts";
import { prohibitionStatement, prohibitionsIn } from "./prohibitions.ts";
import { isRecommendation, recommendationStatement } from "./recommendations.ts";
import type { Statement } from "./statement.ts";
import { thresholdStatement } from "./thresholds.ts";

export function statementsOf(lines: readonly Line[]): Statement[] {
  const documents = grouped(lines, ({ document }) => document);
  return [...documents].flatMap(([{ guideline }, own]) => {
    const read = <T>(
      things: readonly T[],
      placeOf: (thing: T) => Span,
      make: (thing: T, line: Line) => Statement,
    ) =>
      things.flatMap((thing): Statement[] => {
        const line = lineAt(own, placeOf(thing).start);
        return line && !isCited(line) ? [make(thing, line)] : [];
      });
    const itself = (span: Span) => span;
    const advice = read(guideline.recommendations.filter(isRecommendation), itself, recommendationStatement);
    const bans = own.flatMap((line) => (isCited(line) ? [] : prohibitionsIn(line)));
    const targets = grouped(
      guideline.prohibitions,
      ({ start, end, target }) => `${start} ${end} ${target.name}`,
    );
    const forbidden = read([...targets.values()], ([one]) => one as Span, prohibitionStatement);
    // "should not be given" is advice as well; each is said once.
    const apart = (some: readonly Statement[], from: readonly Statement[]) =>
      some.filter(({ span }) => !from.some((one) => overlaps(one.span, span)));
    const found = [
      ...read(guideline.orders, ({ dose }) => dose, orderStatement),
      ...read(guideline.thresholds, itself, thresholdStatement),
      ...read(statedMaxima(guideline), ({ measure }) => measure, maximumStatement),
      ...read(guideline.courses, itself, courseStatement),
      ...advice,
      ...apart(bans, advice),
      ...apart(forbidden, [...advice, ...bans]),
    ];
    return found.sort((a, b) => a.span.start - b.span.start);
  });
}
