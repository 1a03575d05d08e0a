// What `guidewright diff` does: finds both sides, compares them, and lays out the changes.

import { writeFile } from "node:fs/promises";
import picomatch from "picomatch";
import { changesBetween } from "../changes/clinical-changes.ts";
import { asComment, asMarkdown, asText } from "../changes/layouts.ts";
import { type ReportedChange, reportOf } from "../changes/report.ts";
import { type Compared, editionsIn } from "../workspace/compared.ts";
import { RevisionError } from "../workspace/git.ts";
import { CommandError, exitCodes, type Given, type Streams } from "./command.ts";
import type { diffOptions } from "./diff.ts";

type DiffGiven = Given<typeof diffOptions>;

export async function runDiff({ files, options }: DiffGiven, { out, err }: Streams): Promise<number> {
  const [base, head] = files;
  if (base === undefined || files.length > 2)
    throw new CommandError("Name what to compare: guidewright diff BASE [HEAD]");
  const compared = await comparedOf(base, head, options.files);
  for (const problem of compared.problems) err(`${problem}\n`);
  const changes = reportOf(changesBetween(compared.before, compared.after));
  const text = laidOut(changes, compared, options.format ?? "markdown");
  if (options.output === undefined) out(text);
  else await written(options.output, text);
  if (compared.problems.length > 0) return exitCodes.couldNotRun;
  return options["fail-on-change"] && changes.length > 0 ? exitCodes.findings : exitCodes.clean;
}

async function comparedOf(
  base: string,
  head: string | undefined,
  patterns: readonly string[] | undefined,
): Promise<Compared> {
  const isAskedFor = patterns && picomatch([...patterns]);
  try {
    return await editionsIn(process.cwd(), { base, head, isAskedFor });
  } catch (error) {
    throw error instanceof RevisionError ? new CommandError(error.message) : error;
  }
}

function laidOut(
  changes: readonly ReportedChange[],
  { from, to }: Compared,
  format: (typeof diffOptions)["format"]["choices"][number],
): string {
  if (format === "json") return `${JSON.stringify({ from, to, changes }, null, 2)}\n`;
  return { markdown: asMarkdown, text: asText, comment: asComment }[format](changes, { from, to });
}

async function written(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${file} could not be written: ${error.message}`);
  });
}
