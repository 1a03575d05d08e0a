// Cells of a weight band series that are more than the maximum that is said with the dose per kilogram they are
// worked out from, in milligrams or in millilitres of the solution. It must not judge what that means.

import { oncePerBands } from "./band-coverage.ts";
import type { BandSeries } from "./band-series.ts";
import { amountOf, fitOf, readingOf, surroundingsOf } from "./band-way.ts";
import type { Guideline } from "./guideline.ts";
import { canonical, type Measure } from "./measure.ts";

export interface CellExcess {
  readonly cell: Measure;
  readonly limit: Measure;
  /** In the unit of the dimension: milligrams, units. */
  readonly given: number;
  readonly allowed: number;
}

const slack = 1.02;

export const cellExcessesOf = oncePerBands((guideline: Guideline, series: BandSeries): CellExcess[] => {
  const surroundings = surroundingsOf(guideline, series);
  if (surroundings.all.maxima.length === 0) return [];
  return series.columns.flatMap((column) => {
    const reading = readingOf(guideline, series, column, surroundings);
    const limit = reading?.best.nominal.maximum;
    if (!reading || !limit) return [];
    const { high: allowed, dimension } = canonical(limit);
    if (dimension !== reading.best.nominal.dimension) return [];
    return reading.given.flatMap((one): CellExcess[] => {
      const amount = amountOf(one, reading.best);
      if (!amount || fitOf(one, reading.best) === "off") return [];
      // One dose of several a day.
      const given = amount.high / Math.max(1, one.perDay[0] ?? reading.best.perDay);
      const over = given > allowed * slack && amount.low === amount.high;
      return over ? [{ cell: one.measure, limit, given, allowed }] : [];
    });
  });
});
