// Findings as GitHub's workflow commands, which annotate the changed lines of a pull request.

import type { Severity } from "../config.ts";
import type { PlacedFinding } from "./check-documents.ts";
import { type Report, slashed } from "./report.ts";
import { summaryOf } from "./report-text.ts";

type Level = "error" | "warning" | "notice";
const levels: Readonly<Record<Severity, Level>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};
/** Of one level, for one step of a workflow; GitHub drops the others. */
const mostShown = 10;

export function toGithub({ findings }: Report): string {
  // What weighs most comes first: the rest is what GitHub drops.
  const ordered = Object.keys(levels).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const crowded = (["error", "warning", "notice"] as const).filter(
    (level) => findings.filter(({ severity }) => levels[severity] === level).length > mostShown,
  );
  const limits =
    crowded.length === 0
      ? ""
      : ` GitHub shows the first ${mostShown} annotations of a kind in a step; the log has all of them.`;
  return `${ordered.map((finding) => `${command(finding)}\n`).join("")}${summaryOf(findings)}${limits}\n`;
}

function command({ file, rule, severity, message, range: { start, end }, related }: PlacedFinding): string {
  // Columns are taken only within one line.
  const columns: readonly (readonly [string, number])[] =
    start.line === end.line
      ? [
          ["col", start.character + 1],
          ["endColumn", end.character + 1],
        ]
      : [];
  const properties = [
    ["file", slashed(file)],
    ["line", start.line + 1],
    ["endLine", end.line + 1],
    ...columns,
    ["title", rule],
  ] as const;
  const said = [
    message,
    ...related.map(
      (other) =>
        `${slashed(other.file)}:${other.range.start.line + 1}:${other.range.start.character + 1}: ${other.message}`,
    ),
  ].join("\n");
  const shown = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(",");
  return `::${levels[severity]} ${shown}::${escapeData(said)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
