// What `guidewright check` does: finds and reads guidelines, checks each against the others, fixes where asked to,
// and prints in the format that was asked for.

import { writeFile } from "node:fs/promises";
import { severities } from "../config.ts";
import { didYouMean } from "../text/spelling.ts";
import type { checkOptions } from "./check.ts";
import type { Checked, PlacedFinding } from "./check-documents.ts";
import { checkAll } from "./check-jobs.ts";
import { CommandError, exitCodes, type Given, type Surroundings } from "./command.ts";
import type { Applied, Fixed } from "./fix.ts";
import { progressOn } from "./progress.ts";
import type { Format, Report } from "./report.ts";
import { type Source, type Sources, sourceOf, sourcesNamed } from "./source.ts";

type Options = Given<typeof checkOptions>["options"];

/** The sources of a run; of piped text only its own findings are asked for. */
interface Asked extends Sources {
  readonly piped?: Source;
}

export async function runCheck(
  { files, options }: Given<typeof checkOptions>,
  around: Surroundings,
): Promise<number> {
  const rules = await knownRules(options.rule);
  const asked = options.stdin
    ? await fromStdin(files, options, around.signal)
    : await fromFiles(files, options);
  const check = async (sources: readonly Source[]): Promise<readonly Checked[]> => {
    const { onProgress, end } = progressOn(process.stderr, sources.length);
    const task = { sources, ...(rules && { only: rules }), jobs: options.jobs, signal: around.signal };
    return checkAll({ ...task, onProgress }).finally(end);
  };
  const changes = options.fix || options.diff;
  const fixed = changes
    ? await (await import("./fix.ts")).fixAll(asked.sources, check)
    : { sources: asked.sources, checked: await check(asked.sources), applied: [] };
  const problems = [...asked.problems, ...fixed.checked.flatMap(({ failures }) => failures)];
  if (options.fix && !options.diff && !asked.piped) problems.push(...(await write(asked, fixed)));
  const findings = await unknown(fixed, asked, options, around);
  const report = reportOf({ ...fixed, findings }, { problems, options });
  for (const line of [...problems, ...asked.notes]) around.err(`${line}\n`);
  await print({ asked, fixed, report, options }, around);
  if (problems.length > 0) return exitCodes.couldNotRun;
  return report.findings.some(({ severity }) => report.fails(severity))
    ? exitCodes.findings
    : exitCodes.clean;
}

/** Findings that no baseline knows. */
async function unknown(
  { sources, checked }: Fixed,
  { piped }: Asked,
  options: Options,
  { err }: Surroundings,
): Promise<readonly PlacedFinding[]> {
  const { baseline: file, "update-baseline": update = false, rule } = options;
  if (update && rule) throw new CommandError("A baseline has the findings of all rules: leave --rule out.");
  const files = piped ? [piped.file] : sources.map((source) => source.file);
  const findings = checked.flatMap((one) => one.findings).filter((one) => files.includes(one.file));
  const { newFindings } = await import("./baseline.ts");
  return newFindings(findings, files, { file, update, partial: rule !== undefined }, err);
}

async function knownRules(names: readonly string[] | undefined): Promise<readonly string[] | undefined> {
  if (!names) return undefined;
  const { rules } = await import("../rules/index.ts");
  const known = rules.map(({ id }) => id);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new CommandError(`There is no rule “${unknown}”.${didYouMean(unknown, known)}`);
  return names;
}

async function fromFiles(files: readonly string[], options: Options): Promise<Asked> {
  if (options["stdin-filename"] !== undefined) throw new CommandError("--stdin-filename goes with --stdin.");
  if (files.length === 0) throw new CommandError("Name at least one guideline: guidewright check FILE");
  return sourcesNamed(files, !options["no-ignore"]);
}

/** Piped text takes the place of the file it is named after, among the guidelines of that file's project. */
async function fromStdin(files: readonly string[], options: Options, signal: AbortSignal): Promise<Asked> {
  if (files.length > 0)
    throw new CommandError("--stdin checks what is piped in: name its file with --stdin-filename FILE.");
  const file = options["stdin-filename"] ?? "stdin.md";
  const piped = await sourceOf(file, await pipedBytes(signal));
  const project = options["stdin-filename"] === undefined ? undefined : piped.project;
  if (project === undefined) return { sources: [piped], problems: [], notes: [], piped };
  const { sources } = await sourcesNamed([project], !options["no-ignore"]);
  const others = sources.filter(({ uri }) => uri !== piped.uri);
  return { sources: [piped, ...others], problems: [], notes: [], piped };
}

async function pipedBytes(signal: AbortSignal): Promise<Buffer> {
  const { addAbortSignal } = await import("node:stream");
  const { buffer } = await import("node:stream/consumers");
  return buffer(addAbortSignal(signal, process.stdin)).catch((error: unknown) => {
    throw signal.aborted ? signal.reason : error;
  });
}

async function write({ sources }: Asked, fixed: Fixed): Promise<readonly string[]> {
  const { writeFixed } = await import("./fix.ts");
  const problems: string[] = [];
  for (const [i, before] of sources.entries()) {
    const text = fixed.sources[i]?.text ?? before.text;
    if (text === before.text) continue;
    await writeFixed(before, text).catch((error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      problems.push(error.message);
    });
  }
  return problems;
}

function reportOf(
  { sources, findings }: Pick<Fixed, "sources"> & Pick<Report, "findings">,
  { problems, options }: { readonly problems: readonly string[]; readonly options: Options },
): Report {
  const failOn = options["fail-on"] ?? "error";
  return {
    findings,
    texts: new Map(sources.map(({ file, text }) => [file, text])),
    problems,
    fails: (severity) => failOn !== "none" && severities.indexOf(severity) <= severities.indexOf(failOn),
    coloured: false,
  };
}

interface Printed {
  readonly asked: Asked;
  readonly fixed: Fixed;
  readonly report: Report;
  readonly options: Options;
}

async function print({ asked, fixed, report, options }: Printed, { out, err }: Surroundings): Promise<void> {
  const { output, format = "text" } = options;
  for (const { finding, title } of fixed.applied) err(saidOf(finding, title, options.diff === true));
  if (options.diff) return emit(await diffOf(asked, fixed), output, out);
  const piped = options.fix && asked.piped ? fixed.sources[0] : undefined;
  if (piped) {
    const { withMark } = await import("./fix.ts");
    await emit(withMark(piped, piped.text), output, out);
    const { toText } = await import("./report-text.ts");
    return err(await toText(report));
  }
  // A text that says that nothing was found would be wrong where nothing could be looked at.
  if (format === "text" && report.texts.size === 0 && report.problems.length > 0) return;
  const { isColoured } = await import("./report-text.ts");
  const coloured = output === undefined && isColoured(process.stdout, process.env);
  const print = await formatNamed(format);
  await emit(await print({ ...report, coloured }), output, out);
  if (output !== undefined) {
    const { summaryOf } = await import("./report-text.ts");
    err(`${output}: ${summaryOf(report.findings)}\n`);
  }
}

function saidOf({ file, range, rule }: Applied["finding"], title: string, only: boolean): string {
  return `${file}:${range.start.line + 1}: ${only ? "to be fixed" : "fixed"}: ${title} (${rule})\n`;
}

async function diffOf({ sources, piped }: Asked, fixed: Fixed): Promise<string> {
  const { unifiedDiff } = await import("./unified-diff.ts");
  return sources
    .map((before, i) => (piped && before !== piped ? "" : unifiedDiff(before, fixed.sources[i] ?? before)))
    .join("");
}

/** Loaded one by one: the others' libraries need not be waited for. */
async function formatNamed(format: NonNullable<Options["format"]>): Promise<Format> {
  switch (format) {
    case "text":
      return (await import("./report-text.ts")).toText;
    case "json":
      return (await import("./report-json.ts")).toJson;
    case "sarif":
      return (await import("./report-sarif.ts")).toSarif;
    case "junit":
      return (await import("./report-junit.ts")).toJunit;
    case "github":
      return (await import("./report-github.ts")).toGithub;
  }
}

async function emit(text: string, output: string | undefined, out: Surroundings["out"]): Promise<void> {
  if (output === undefined) return out(text);
  await writeFile(output, text).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "its folder does not exist" : error.message;
    throw new CommandError(`${output} could not be written: ${why}.`);
  });
}
