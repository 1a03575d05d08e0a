// `--baseline` and `--update-baseline`: findings that a handbook had before are neither printed nor counted. It must
// not know how findings are printed.

import { access, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  type Baseline,
  baselineFile,
  emptyBaseline,
  entryOf,
  formatBaseline,
  largestBaseline,
  parseBaseline,
  withoutFile,
} from "../workspace/baseline.ts";
import { CommandError, type Streams } from "./command.ts";
import { viewOf } from "./projects.ts";

export interface BaselineChoice {
  /** Undefined: that of each file's project, where it has one. */
  readonly file: string | undefined;
  readonly update: boolean;
  /** Not all rules ran: what was not found need not be gone. */
  readonly partial: boolean;
}

interface Identified {
  readonly file: string;
  readonly rule: string;
  readonly identity: string;
}

/** The new ones among the findings of these files, which are all that could be checked. */
export async function newFindings<F extends Identified>(
  findings: readonly F[],
  files: readonly string[],
  choice: BaselineChoice,
  err: Streams["err"],
): Promise<readonly F[]> {
  const known = new Set<Identified>();
  for (const [path, own] of await byBaseline(files, choice)) {
    const among = findings.filter(({ file }) => own.has(file));
    for (const finding of await compared(path, among, own, choice, err)) known.add(finding);
  }
  return known.size === 0 ? findings : findings.filter((finding) => !known.has(finding));
}

async function byBaseline(files: readonly string[], { file, update }: BaselineChoice) {
  const groups = new Map<string, Set<string>>();
  for (const one of files) {
    const view = file === undefined ? await viewOf(one) : undefined;
    const path = file ?? view?.baseline ?? (view && join(view.root, baselineFile));
    if (path !== undefined) groups.set(path, (groups.get(path) ?? new Set()).add(one));
    else if (update) throw new CommandError("Name the baseline to write: --update-baseline --baseline FILE.");
  }
  return groups;
}

/** Those of the findings that are known. */
async function compared<F extends Identified>(
  path: string,
  findings: readonly F[],
  files: ReadonlySet<string>,
  { file, update, partial }: BaselineChoice,
  err: Streams["err"],
): Promise<readonly F[]> {
  const read = await readBaseline(path);
  if (read === undefined && !update) {
    if (file !== undefined)
      err(`${path} does not exist: everything counts as new. Write it with --update-baseline.\n`);
    return [];
  }
  if (typeof read === "string") {
    if (update)
      throw new CommandError(`${path} is not overwritten: ${read}. Delete it, or name another file.`);
    err(`${path} is not used as a baseline: ${read}. Everything counts as new.\n`);
    return [];
  }
  const baseline = read ?? emptyBaseline;
  const { fingerprintOf } = await import("../rules/finding-fingerprint.ts");
  const entryFor = ({ rule, identity }: Identified) => entryOf(rule, fingerprintOf(identity));
  const nameOf = (one: string) =>
    relative(dirname(resolve(path)), resolve(one))
      .split(sep)
      .join("/");
  const there = await existing(path, baseline);
  if (update) {
    await writeBaseline(path, updated(baseline, findings, files, { nameOf, there, entryFor }));
    err(`${path} is written: ${counted(findings.length)} in the files that were checked.\n`);
    return findings;
  }
  const vanished = withoutFile(baseline, (one) => there.has(one));
  const entriesOf = (one: string) => baseline.files.get(nameOf(one));
  const known = findings.filter((finding) => {
    const entry = entryFor(finding);
    return entriesOf(finding.file)?.has(entry) || vanished.has(entry);
  });
  const named = [...files].reduce((sum, one) => sum + (entriesOf(one)?.size ?? 0), 0);
  if (!partial) sayCount(path, { all: named + vanished.size, found: known.length }, err);
  return known;
}

function sayCount(path: string, { all, found }: { all: number; found: number }, err: Streams["err"]): void {
  if (all === 0) return;
  const gone = Math.max(0, all - found);
  const rest =
    gone === 0 ? "" : ` ${gone} of them ${gone === 1 ? "is" : "are"} gone: run with --update-baseline.`;
  err(`${all} known ${all === 1 ? "finding" : "findings"} in the baseline ${path}.${rest}\n`);
}

const counted = (count: number) => (count === 1 ? "1 finding" : `${count} findings`);

interface Naming {
  readonly nameOf: (file: string) => string;
  readonly entryFor: (finding: Identified) => string;
  /** Which files of the baseline are there. */
  readonly there: ReadonlySet<string>;
}

/** What was not checked stays as it is; what is there no more goes. */
function updated(
  baseline: Baseline,
  findings: readonly Identified[],
  files: ReadonlySet<string>,
  { nameOf, there, entryFor }: Naming,
): Baseline {
  const kept = new Map<string, Set<string>>();
  for (const [path, entries] of baseline.files) if (there.has(path)) kept.set(path, new Set(entries));
  for (const file of files) kept.set(nameOf(file), new Set());
  for (const finding of findings) kept.get(nameOf(finding.file))?.add(entryFor(finding));
  return { files: kept };
}

/** Which of its files are there. */
async function existing(path: string, { files }: Baseline): Promise<ReadonlySet<string>> {
  const names = [...files.keys()];
  const found = await Promise.all(
    names.map((name) =>
      access(join(dirname(path), name)).then(
        () => name,
        () => undefined,
      ),
    ),
  );
  return new Set(found.flatMap((name) => name ?? []));
}

/** Undefined where there is none; a text says what is wrong with it. */
async function readBaseline(path: string): Promise<Baseline | string | undefined> {
  try {
    if ((await stat(path)).size > 4 * largestBaseline) return parseBaseline("x".repeat(largestBaseline + 1));
    return parseBaseline(await readFile(path, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    return code === "EISDIR" ? "it is a folder" : `it could not be read (${message})`;
  }
}

/** All of it or nothing. */
async function writeBaseline(path: string, baseline: Baseline): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    await writeFile(part, formatBaseline(baseline));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw new CommandError(`${path} could not be written: ${(error as Error).message}`);
  }
}
