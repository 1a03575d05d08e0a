// How much of real guidelines is understood: the share of lines with a medicine and a quantity from which an order
// was read. `--uncovered` lists the others. It must not judge what was read.

import { join } from "node:path";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { doseLinesIn } from "../../server/src/guideline/understanding.ts";
import { readMarkdown } from "./markdown-files.ts";
import { type Options, percent } from "./options.ts";

const longestShown = 200;

export function measureCoverage(folder: string, options: Options): void {
  let [all, understood, orders] = [0, 0, 0];
  for (const { name, text } of readMarkdown(folder)) {
    const guideline = parseGuideline(text);
    orders += guideline.orders.length;
    for (const line of doseLinesIn(guideline)) {
      all++;
      understood += Number(line.understood);
      if (line.understood || !options.has("--uncovered")) continue;
      const shown = guideline.lines.textOf(line.line).trim().slice(0, longestShown);
      console.log(`${join(folder, name)}:${line.line + 1} ${shown}`);
    }
  }
  console.log(
    `${folder}: ${orders} orders; of ${all} lines with a medicine and a quantity ${percent(understood, all)} became orders`,
  );
}
