// Real guidelines kept beside the repository and never in it: their texts, where they are, and the number of
// findings in each as it was last looked at, stored under a hash of the text.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const corpusFolder = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const stored = fileURLToPath(new URL("./corpus-findings.json", import.meta.url));

/** Why tests over the corpus are left out, or false. */
export const withoutCorpus =
  !existsSync(corpusFolder) && "the corpus of real guidelines is not beside the repository";

export function corpusTexts(): readonly string[] {
  return readdirSync(corpusFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readFileSync(join(corpusFolder, name), "utf8"));
}

/** For each text its hash, and how often each rule found something. */
export type FindingCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

export function storedCounts(counts: FindingCounts): FindingCounts {
  if (process.env.UPDATE_SNAPSHOTS || !existsSync(stored)) {
    writeFileSync(stored, `${JSON.stringify(counts, null, 2)}\n`);
  }
  return JSON.parse(readFileSync(stored, "utf8"));
}
