// The bands that divide an axis, for the rules that ask whether they meet: those that were read as such, and those
// that only their ends make one of. It must not judge.

import { bandChains } from "../guideline/band-chain.ts";
import { type BandSeries, isDivision } from "../guideline/band-series.ts";
import type { Guideline } from "../guideline/guideline.ts";
import { oncePer } from "../text/memory.ts";
import { anyOverlaps } from "../text/span.ts";

export const dividedIn = oncePer((guideline: Guideline): readonly BandSeries[] => {
  const { bandSeries, markdown, runs } = guideline;
  const read = bandSeries.filter(isDivision);
  const places = read
    .flatMap(({ bands }) => bands.map(({ stretch }) => stretch))
    .toSorted((a, b) => a.start - b.start);
  const chains = bandChains(runs, markdown).filter(
    ({ bands }) => !bands.some(({ stretch }) => anyOverlaps(places, stretch)),
  );
  return [
    ...read,
    ...chains.map((series) => ({
      ...series,
      block: markdown.blocks.findIndex(({ span }) => span.end >= series.start),
    })),
  ];
});
