// The guidelines under test/guidelines, by file name: sound samples, and faulty ones with the list of their
// seeded faults. It must not know what is asserted about them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../guidelines", import.meta.url));

export interface Fault {
  readonly file: string;
  readonly rule: string;
  /** Counted from one. */
  readonly line: number;
  readonly quote: string;
}

function readAll(path: string): ReadonlyMap<string, string> {
  const names = readdirSync(path).filter((name) => name.endsWith(".md"));
  return new Map(names.map((name) => [name, readFileSync(join(path, name), "utf8")]));
}

export const soundGuidelines = readAll(folder);
export const faultyGuidelines = readAll(join(folder, "faulty"));
export const faults: readonly Fault[] = JSON.parse(readFileSync(join(folder, "faulty/faults.json"), "utf8"));
