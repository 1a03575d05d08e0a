// Findings on a folder of guidelines, checked as one workspace, each with the key under which a verdict on it is
// kept. It must not judge.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { checkGuideline } from "../../server/src/rules/index.ts";
import type { Finding, Neighbour } from "../../server/src/rules/rule.ts";
import { hashOf } from "../support/corpus.ts";
import { keyOfFinding } from "../support/corpus-labels.ts";
import { readMarkdown } from "./markdown-files.ts";

export const isSerious = ({ severity }: Finding): boolean => severity === "error" || severity === "warning";

export interface Found extends Neighbour {
  readonly name: string;
  readonly document: string;
  readonly key: string;
  /** From one. */
  readonly line: number;
  readonly lineText: string;
  readonly finding: Finding;
}
export interface FolderFindings {
  readonly files: readonly string[];
  readonly documents: ReadonlySet<string>;
  readonly words: number;
  readonly found: readonly Found[];
  readonly failures: readonly string[];
}

export function findingsIn(folder: string, only: string | undefined): FolderFindings {
  const files = readMarkdown(folder);
  const all = files.map(({ name, text }) => ({
    name,
    document: hashOf(text),
    uri: pathToFileURL(join(folder, name)).href,
    guideline: parseGuideline(text),
  }));
  const found: Found[] = [];
  const failures: string[] = [];
  for (const [i, file] of all.entries()) {
    const others = all.filter((_one, other) => other !== i);
    const result = checkGuideline(file.guideline, { neighbours: others });
    failures.push(
      ...result.failures.map(({ rule, error }) => `${file.name}: ${rule} failed: ${String(error)}`),
    );
    for (const finding of result.findings) {
      if (only && finding.rule !== only) continue;
      const { lines } = file.guideline;
      const { line } = lines.positionAt(finding.span.start);
      const lineText = lines.textOf(line).trim();
      found.push({ ...file, finding, line: line + 1, lineText, key: keyOfFinding(finding.rule, lineText) });
    }
  }
  return {
    files: all.map(({ name }) => name),
    documents: new Set(all.map(({ document }) => document)),
    words: files.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0),
    found,
    failures,
  };
}
