// Applies the fixes that are certain, again and again until none is left, and writes what came of it. A file that
// somebody else changed meanwhile is not written.

import { randomUUID } from "node:crypto";
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { certainFixes } from "../rules/certain-fixes.ts";
import { applyEdits } from "../text/span.ts";
import type { Checked, PlacedFinding, PlacedFix } from "./check-documents.ts";
import { CommandError } from "./command.ts";
import { readBytes, reasonFor, textIn } from "./files.ts";
import type { Source } from "./source.ts";

export interface Applied {
  readonly finding: PlacedFinding;
  readonly title: string;
}

export interface Fixed {
  /** As they are after all fixes, in their order. */
  readonly sources: readonly Source[];
  /** Of these sources. */
  readonly checked: readonly Checked[];
  readonly applied: readonly Applied[];
}

/** Fixes may call for others; that many rounds are enough for any that ends. */
const mostRounds = 10;

export async function fixAll(
  given: readonly Source[],
  check: (sources: readonly Source[]) => Promise<readonly Checked[]>,
): Promise<Fixed> {
  const applied: Applied[] = [];
  // A text that was there before would come again and again.
  const seen = given.map(({ text }) => new Set([text]));
  let sources = given;
  let checked = await check(sources);
  for (let round = 0; round < mostRounds; round++) {
    const next = sources.map((source, i) => {
      const fixed = fixOnce(source, checked[i]?.findings ?? []);
      if (fixed.text === source.text || seen[i]?.has(fixed.text)) return source;
      seen[i]?.add(fixed.text);
      applied.push(...fixed.applied);
      return { ...source, text: fixed.text };
    });
    if (next.every((source, i) => source === sources[i])) break;
    sources = next;
    checked = await check(sources);
  }
  return { sources, checked, applied };
}

function fixOnce({ file, text }: Source, findings: readonly PlacedFinding[]) {
  const owner = new Map<PlacedFix, PlacedFinding>();
  // What is to be changed in another document is found there, too.
  const choices = findings.map((finding) => {
    const own = finding.fixes.filter((fix) => fix.file === file);
    for (const fix of own) owner.set(fix, finding);
    return own;
  });
  const fixes = certainFixes(choices);
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const edits = fixes
    .flatMap((fix) => fix.edits)
    .map(({ span, newText }) => ({ span, newText: newText.replace(/\r\n|\n|\r/g, lineEnd) }));
  const applied = fixes.flatMap((fix) => {
    const finding = owner.get(fix);
    return finding ? [{ finding, title: fix.title }] : [];
  });
  return { text: applyEdits(text, edits), applied };
}

/** Replaces a file's text whole or not at all; its mark, its permissions and a link to it stay. */
export async function writeFixed(before: Source, text: string): Promise<void> {
  const { file } = before;
  try {
    const path = await realpath(file);
    await access(path, constants.W_OK);
    const { mode } = await stat(path);
    const fresh = `${path}.${randomUUID()}.tmp`;
    try {
      await writeFile(fresh, withMark(before, text), { flag: "wx" });
      await chmod(fresh, mode & 0o7777);
      if (textIn(await readBytes(file), file) !== before.text)
        throw new CommandError(`${file} was changed while it was checked: it was not fixed. Run again.`);
      await rename(fresh, path);
    } finally {
      await rm(fresh, { force: true });
    }
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      throw new CommandError(`${file} was not fixed: it may not be written by you. Check its permissions.`);
    throw new CommandError(
      code === "ENOENT" ? reasonFor(file, { code, name: "", message }) : `${file} was not fixed: ${message}`,
    );
  }
}

export const withMark = ({ marked }: Source, text: string): string => (marked ? `\uFEFF${text}` : text);
