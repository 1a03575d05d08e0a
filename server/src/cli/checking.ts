// What `guidewright check` does: the findings of the named guidelines, each compared with the others, for people or as JSON.

import { type Severity, severities } from "../config.ts";
import { checkGuideline } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import type { Range } from "../text/lines.ts";
import type { checkOptions } from "./check.ts";
import { CommandError, exitCodes, type Given, type Streams, type Surroundings } from "./command.ts";
import { guidelineFiles, type NamedGuideline, readNamed } from "./files.ts";

/** One finding as printed by --format json; lines and characters count from zero. */
export interface ReportedFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: Range;
  readonly related: readonly { readonly file: string; readonly range: Range; readonly message: string }[];
  readonly fixable: boolean;
}

export async function runCheck(
  { files, options }: Given<typeof checkOptions>,
  { out, err }: Surroundings,
): Promise<number> {
  const { format = "text", "fail-on": failOn = "error" } = options;
  if (files.length === 0) throw new CommandError("Name at least one guideline: guidewright check FILE");
  const { findings, couldNotRun } = await checkAll(files, err);
  if (format === "json") out(`${JSON.stringify(findings, null, 2)}\n`);
  else if (findings.length > 0 || !couldNotRun) out(toText(findings));
  if (couldNotRun) return exitCodes.couldNotRun;
  const failing = findings.some(
    ({ severity }) => failOn !== "none" && severities.indexOf(severity) <= severities.indexOf(failOn),
  );
  return failing ? exitCodes.findings : exitCodes.clean;
}

/** What cannot be done with one file is said, and the others are checked all the same. */
async function checkAll(paths: readonly string[], err: Streams["err"]) {
  const findings: ReportedFinding[] = [];
  let couldNotRun = false;
  const orSay = async <R>(work: Promise<R>): Promise<R | undefined> => {
    try {
      return await work;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      err(`${error.message}\n`);
      couldNotRun = true;
      return undefined;
    }
  };
  const named = new Set<string>();
  for (const path of paths) for (const file of (await orSay(guidelineFiles(path))) ?? []) named.add(file);
  const read: NamedGuideline[] = [];
  for (const file of named) {
    const guideline = await orSay(readNamed(file));
    if (guideline) read.push(guideline);
  }
  for (const [i, own] of read.entries()) {
    const { reported, failures } = report(own, read.toSpliced(i, 1));
    findings.push(...reported);
    for (const failure of failures) err(`${own.file}: ${failure}\n`);
    couldNotRun ||= failures.length > 0;
  }
  return { findings, couldNotRun };
}

/** Guidelines of other projects are for other readers. */
function report(own: NamedGuideline, others: readonly NamedGuideline[]) {
  const neighbours = others.filter(({ project }) => project === own.project);
  const { findings, failures } = checkGuideline(own.guideline, { neighbours });
  return {
    reported: findings.map((finding) => reportFinding(own, finding, neighbours)),
    failures: failures.map(({ rule, error }) => `the rule ${rule} failed: ${String(error)}`),
  };
}

function reportFinding(
  { file, guideline: { lines } }: NamedGuideline,
  finding: Finding,
  neighbours: readonly NamedGuideline[],
): ReportedFinding {
  const { rule, severity, message, span, related } = finding;
  return {
    file,
    rule,
    severity,
    message,
    range: lines.rangeOf(span),
    related: related.map((other) => ({
      file: neighbours.find(({ uri }) => uri === other.in?.uri)?.file ?? file,
      range: (other.in?.guideline.lines ?? lines).rangeOf(other.span),
      message: other.message,
    })),
    fixable: finding.fixes().length > 0,
  };
}

function toText(findings: readonly ReportedFinding[]): string {
  const lines = findings.flatMap(({ file, range, severity, rule, message, related }) => [
    `${file}:${range.start.line + 1}:${range.start.character + 1} ${severity} ${rule}`,
    `  ${message}`,
    ...related.map((other) => `  ${other.file}:${other.range.start.line + 1}: ${other.message}`),
  ]);
  const count = findings.length === 1 ? "1 finding" : `${findings.length} findings`;
  return `${[...lines, findings.length === 0 ? "No findings." : `${count}.`].join("\n")}\n`;
}
