// What `guidewright explain-model` does: what the rules see of a guideline, line by line, and what they do not.

import type { Guideline } from "../guideline/guideline.ts";
import { type UnderstoodKind, understoodIn } from "../guideline/understanding.ts";
import { silencesIn } from "../rules/silence.ts";
import type { Range } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { CommandError, exitCodes, type Given, type Surroundings } from "./command.ts";
import type { explainOptions } from "./explain-model.ts";
import { readGuideline } from "./files.ts";

type Kind = UnderstoodKind | "not compared";
interface Told {
  readonly kind: Kind;
  readonly span: Span;
  readonly description: string;
}

/** One thing as printed by --format json; lines and characters count from zero. */
export interface ReportedUnderstanding {
  readonly kind: Kind;
  readonly description: string;
  readonly range: Range;
}

export async function runExplainModel(
  { files, options: { format = "text" } }: Given<typeof explainOptions>,
  { out }: Surroundings,
): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1)
    throw new CommandError("Name one guideline: guidewright explain-model FILE");
  const guideline = await readGuideline(file);
  const silences = silencesIn(guideline).map((one): Told => ({ kind: "not compared", ...one }));
  const found = [...understoodIn(guideline), ...silences].sort((a, b) => a.span.start - b.span.start);
  out(
    format === "json"
      ? `${JSON.stringify(found.map(report(guideline)), null, 2)}\n`
      : toText(guideline, found),
  );
  return exitCodes.clean;
}

const report =
  ({ lines }: Guideline) =>
  ({ kind, description, span }: Told): ReportedUnderstanding => ({
    kind,
    description,
    range: lines.rangeOf(span),
  });

function toText({ lines }: Guideline, found: readonly Told[]): string {
  if (found.length === 0) return "Nothing was understood: no order, band, threshold or strength.\n";
  const printed = found.map(
    ({ kind, description, span }) => `${lines.positionAt(span.start).line + 1}: ${kind}: ${description}`,
  );
  const count = (wanted: Kind) => found.filter(({ kind }) => kind === wanted).length;
  const [orders, open] = [count("order"), count("not understood")];
  const summary = `${orders} ${orders === 1 ? "order" : "orders"}; ${open} ${open === 1 ? "line" : "lines"} with a medicine and a quantity not understood.`;
  return `${[...printed, summary].join("\n")}\n`;
}
