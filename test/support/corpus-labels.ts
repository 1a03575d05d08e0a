// Verdicts on findings in the corpus: true, or noise, with a reason in our words. Kept under hashes, so that no
// text of the corpus is ever in the repository. It must not know how findings come about.

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hashOf } from "./corpus.ts";

const stored = fileURLToPath(new URL("./corpus-labels.json", import.meta.url));
const lineHashLength = 12;

export type Verdict = "true" | "noise";
export interface Label {
  readonly verdict: Verdict;
  readonly reason: string;
}
/** By the document's hash, then by the finding's key; each value is "true: …" or "noise: …". */
export type CorpusLabels = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A rule's findings on lines of the same text in one document share their verdict. */
export function keyOfFinding(rule: string, lineText: string): string {
  return `${rule} ${hashOf(lineText.trim()).slice(0, lineHashLength)}`;
}

export function readLabels(file = stored): CorpusLabels {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

export function labelOf(labels: CorpusLabels, document: string, key: string): Label | undefined {
  const [, verdict, reason] = /^(true|noise): (.+)$/.exec(labels[document]?.[key] ?? "") ?? [];
  return verdict && reason ? { verdict: verdict as Verdict, reason } : undefined;
}

/**
 * Adds what a filled-in list says. A line of it is "document rule line-hash verdict reason"; lines that begin
 * with "#" and those whose verdict is still "?" are passed over.
 */
export function withVerdicts(labels: CorpusLabels, list: string): CorpusLabels {
  const all = new Map(Object.entries(labels).map(([document, known]) => [document, { ...known }]));
  for (const line of list.split("\n")) {
    const [, document, key, verdict, reason] =
      /^(\w{16}) ([\w-]+ \w{12}) (true|noise) (.+)$/.exec(line) ?? [];
    if (!document || !key || !verdict || !reason) continue;
    const known = all.get(document) ?? {};
    known[key] = `${verdict}: ${reason.trim()}`;
    all.set(document, known);
  }
  return sorted([...all].map(([document, known]) => [document, sorted(Object.entries(known))]));
}

export function storeLabels(labels: CorpusLabels, file = stored): void {
  writeFileSync(file, `${JSON.stringify(labels, null, 2)}\n`);
}

function sorted<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
