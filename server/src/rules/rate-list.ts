// Lines of a list that give a rate for each dose, or drops for each rate: one that does not keep the proportion of
// all others. For rate-arithmetic, which says it.

import { type Figure, offBy } from "../guideline/figure.ts";
import { type FigurePart, type FigureText, itemsBetween, ownerOf } from "../guideline/figure-text.ts";
import { oncePer } from "../text/memory.ts";
import { labelsIn } from "./product-label.ts";
import { isLimit, type Wrong, wordOf } from "./rate-words.ts";

interface Line {
  readonly source: Figure;
  readonly claim: Figure;
  readonly ratio: number;
  readonly key: string;
}

const tolerance = 0.075;
const fewest = 3;
const linking =
  /^(?:[:=→,(–—-]|->|is|are|at|=|gives?|means|makes|run|runs|set|the|pump|rate|to|which|that|needs?)$/;

/** "8 micrograms/min: 30 mL/h" and nothing else of the kind. */
function lineOf(text: FigureText): Line | undefined {
  if (text.kind !== "list") return undefined;
  const claims = text.figures.filter(({ kind, perKg }) => (kind === "rate" || kind === "drops") && !perKg);
  const claim = claims.at(-1);
  const isSource = ({ kind, perKg }: Figure) =>
    kind === "amountRate" || (kind === "weight" && !perKg) || (claim?.kind === "drops" && kind === "rate");
  const sources = text.figures.filter((figure) => figure !== claim && isSource(figure));
  const [source] = sources;
  if (!claim || !source || sources.length > 1 || source.low !== source.high || claim.low !== claim.high)
    return undefined;
  if (claims.some((one) => one !== claim && one !== source) || source.item > claim.item) return undefined;
  const between = itemsBetween(text, source, claim);
  if (between.length > 6 || !between.every((item) => linking.test(wordOf(text, item)))) return undefined;
  if (source.low <= 0 || claim.low <= 0 || isLimit(text, claim) || isLimit(text, source)) return undefined;
  const labels = [...labelsIn(text.text)].map(([group, found]) => `${group} ${[...found].join("+")}`);
  const owner = ownerOf(claim, text)?.name ?? "";
  const key = [source.kind, source.unit, source.perKg, claim.kind, owner, ...labels].join("|");
  return { source, claim, ratio: claim.low / source.low, key };
}

/** Each run of lines that say the like of one thing. */
export const oddLines = oncePer(({ texts }: FigurePart): readonly Wrong[] => {
  const runs: Map<string, Line[]>[] = [];
  let open: Map<string, Line[]> | undefined;
  for (const text of texts) {
    if (text.kind !== "list") open = undefined;
    const line = lineOf(text);
    if (!line) continue;
    if (!open) {
      open = new Map();
      runs.push(open);
    }
    open.set(line.key, [...(open.get(line.key) ?? []), line]);
  }
  return runs.flatMap((run) => [...run.values()].flatMap(oddOf));
});

function oddOf(lines: readonly Line[]): Wrong[] {
  if (lines.length < fewest) return [];
  const ratios = lines.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
  const middle = ratios[ratios.length >> 1] ?? 0;
  const odd = lines.filter(({ source, claim }) => offBy(claim, source.low * middle) > tolerance);
  const [one, more] = odd;
  const others = lines.filter((line) => line !== one);
  // The others follow to what a pump can be set to, rather than by chance.
  const exact = others.every(({ source, claim }) => offBy(claim, source.low * middle) <= 0.02);
  if (!one || more || !exact || new Set(others.map(({ source }) => source.low)).size < 2) return [];
  const right = one.source.low * middle;
  return [{ claim: one.claim, right: { low: right, high: right, from: [one.source] } }];
}
