// Whom another document says that the bands of its annex are for: "This guide and its annex are written for children of
// 6 to 11 years", "… are measured against the pole in the annex". It must not judge.

import { oncePer } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { introBlocks } from "./band-coverage.ts";
import { type BandPromise, statedIn } from "./band-promise.ts";
import type { BandSeries } from "./band-series.ts";
import type { Guideline } from "./guideline.ts";
import { slice } from "./scope.ts";
import { inScope, whom } from "./stated-patients.ts";

/** "This guide and its annex are written for …", "… are measured against the pole in the annex": said in another document of an annex' bands. */
export function promisedFrom(other: Guideline, series: BandSeries): BandPromise | undefined {
  const places = [
    { blocks: introBlocks(other, other.sections[0]?.headingSpan.start ?? -1), pattern: whom },
    { blocks: annexedIn(other), pattern: toAnnex },
    { blocks: introBlocks(other, other.sections[0]?.headingSpan.start ?? -1), pattern: inScope },
  ];
  for (const { blocks, pattern } of places) {
    for (const at of blocks) {
      const stretch = statedIn(other, series, at, pattern);
      if (stretch) return { stretch, from: "heading", blocks: [] };
    }
  }
  return undefined;
}

const annexed =
  /(?<=^|[.;]\s)[^.;]{0,200}\b(?:in|on|of|to|from|with|by|against|see) +(?:the +|an? +|its +|our +)?(?:[a-zß-öø-ɏ]+ +){0,4}(?:annex\w*|appendix|cards?|charts?|posters?|poles?|leaflet)\b[^.;]{0,120}/i;
function toAnnex(text: string): Span | undefined {
  const found = /\d/.test(text) ? annexed.exec(text) : null;
  return found ? { start: found.index, end: found.index + found[0].length } : undefined;
}

const annexedIn = oncePer(({ markdown }: Guideline): readonly number[] =>
  markdown.blocks.flatMap((block, at) =>
    block.kind === "paragraph" && toAnnex(slice(markdown, block.span)) ? [at] : [],
  ),
);
