// A report as the formats get it: findings made by hand, with what is hard to print.
import type { PlacedFinding } from "../../server/src/cli/check-documents.ts";
import type { Report } from "../../server/src/cli/report.ts";

const range = (line: number, start: number, end: number, endLine = line) => ({
  start: { line, character: start },
  end: { line: endLine, character: end },
});

export const odd = 'a "b" <c> & ‘d’ 100 %, e: f\u0007\uD800';

export const findings: readonly PlacedFinding[] = [
  {
    file: "ward ä/a,b.md",
    rule: "dose-conflict",
    severity: "error",
    message: `Dose one.\nLine two ${odd}.`,
    range: range(2, 5, 8),
    related: [{ file: "other.md", range: range(0, 0, 3), message: "The other dose." }],
    fixes: [
      {
        title: "Write 5 mg",
        certain: false,
        file: "other.md",
        edits: [{ range: range(0, 0, 3), span: { start: 0, end: 3 }, newText: "5 mg" }],
      },
    ],
    identity: "01",
  },
  {
    file: "other.md",
    rule: "band-gap",
    severity: "warning",
    message: "A gap.",
    range: range(0, 1, 2, 1),
    related: [],
    fixes: [],
    identity: "02",
  },
  {
    file: "other.md",
    rule: "abbreviation-undefined",
    severity: "hint",
    message: "A hint.",
    range: range(0, 0, 3),
    related: [],
    fixes: [],
    identity: "03",
  },
];

export const report: Report = {
  findings,
  texts: new Map([
    ["ward ä/a,b.md", "# A\n\nGive ORS now.\n"],
    ["other.md", "ORS one\ntwo\n"],
    ["clean.md", "# Clean\n"],
  ]),
  problems: ["missing.md does not exist."],
  fails: (severity) => severity === "error",
  coloured: false,
};
