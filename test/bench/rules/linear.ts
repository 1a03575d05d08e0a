// How the time to parse and check grows with the length of a document: the same sections as sixteen
// documents, as four and as one. It must not know how figures are printed.

import { parseGuideline } from "../../../server/src/guideline/guideline.ts";
import { type Figure, figure, percentile } from "../report.ts";
import { guidewright } from "./linters.ts";
import { assemble, sum } from "./texts.ts";

const rounds = 7;
const count = 16;
/** Sixteen of them stay below the longest text that is read. */
const characters = 46_000;

export function linearFigures(samples: readonly string[]): Figure[] {
  const single = assemble(samples, count, characters, ({ length }) => length);
  const splits = [single, joined(single, 4), joined(single, count)];
  if (splits.flat().some((text) => parseGuideline(text).unread)) throw new Error("A text was not read.");
  const times: number[][] = splits.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [i, texts] of splits.entries()) {
      const from = performance.now();
      guidewright.lint(texts);
      if (round > 0) times[i]?.push(performance.now() - from);
    }
  }
  const [once = 0, four = 0, sixteen = 0] = times.map((values) => percentile(values, 0.5));
  const total = sum(single.map(({ length }) => length));
  const perCharacter = (name: string, time: number, goal?: string) =>
    figure({
      name: `growth: ${name}`,
      value: (time / total) * 1e6,
      unit: "ns/character",
      baseline: (once / total) * 1e6,
      ...(goal !== undefined && { goal }),
    });
  const size = Math.round(total / count / 1000);
  return [
    perCharacter(`a document of ${size * 4},000 characters (${size},000)`, four),
    perCharacter(`a document of ${size * count},000 characters (${size},000)`, sixteen, "≤ 1.5 ×"),
  ];
}

/** Fewer and longer documents with the same sections. */
export function joined(texts: readonly string[], each: number): string[] {
  return Array.from({ length: Math.ceil(texts.length / each) }, (_, i) =>
    texts.slice(i * each, (i + 1) * each).join("\n"),
  );
}
