// Findings for programs. This shape is kept: fields may be added, none is renamed or removed.

import { fingerprintOf } from "../rules/finding-fingerprint.ts";
import type { PlacedFinding } from "./check-documents.ts";
import type { Report } from "./report.ts";

/** One finding as printed by --format json; lines and characters count from zero, characters in UTF-16 units. */
export interface ReportedFinding extends Omit<PlacedFinding, "fixes" | "identity"> {
  /** The same as long as the finding is the same one, wherever it moves. */
  readonly fingerprint: string;
  /** Whether there is a fix to choose, or a certain one. */
  readonly fixable: boolean;
}

export function toJson({ findings }: Pick<Report, "findings">): string {
  const reported = findings.map(
    ({ file, rule, severity, message, range, related, fixes, identity }): ReportedFinding => ({
      file,
      rule,
      severity,
      message,
      range,
      related: related.map((other) => ({ file: other.file, range: other.range, message: other.message })),
      fixable: fixes.length > 0,
      fingerprint: fingerprintOf(identity),
    }),
  );
  return `${JSON.stringify(reported, null, 2)}\n`;
}
