// What every format prints: the findings of a run, the texts they are in and what went wrong. It must not know the
// single formats.

import type { Severity } from "../config.ts";
import type { PlacedFinding } from "./check-documents.ts";

export interface Report {
  readonly findings: readonly PlacedFinding[];
  /** By file, of all that was checked, in its order. */
  readonly texts: ReadonlyMap<string, string>;
  /** What could not be done, a sentence each. */
  readonly problems: readonly string[];
  /** Whether a finding makes the exit code 1. */
  readonly fails: (severity: Severity) => boolean;
  readonly coloured: boolean;
}

export type Format = (report: Report) => string | Promise<string>;

/** A file's name as it stands in an address: relative to where the command runs. */
export const slashed = (file: string): string =>
  (process.platform === "win32" ? file.replaceAll("\\", "/") : file).replace(/^\.\//, "");
