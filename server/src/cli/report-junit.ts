// Findings as JUnit's XML: a suite for each file, a case for each finding. What makes the exit code 1 is a failure,
// so that whoever reads the report decides as the command does.

import type { PlacedFinding } from "./check-documents.ts";
import type { Report } from "./report.ts";

export function toJunit({ findings, texts, problems, fails }: Report): string {
  const failures = findings.filter(({ severity }) => fails(severity)).length;
  const suites = [...texts.keys()].map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const cases =
      own.length === 0
        ? [`    <testcase classname="${xml(file)}" name="no findings"/>`]
        : own.map((finding) => testCase(finding, fails(finding.severity)));
    return suite(file, cases, { failures: own.filter(({ severity }) => fails(severity)).length, errors: 0 });
  });
  const errors = problems.map(
    (problem) =>
      `    <testcase classname="guidewright" name="${xml(problem)}">\n      <error message="${xml(problem)}"/>\n    </testcase>`,
  );
  if (errors.length > 0) suites.push(suite("guidewright", errors, { failures: 0, errors: errors.length }));
  const tests = suites.reduce((total, { tests }) => total + tests, 0);
  const counts = `tests="${tests}" failures="${failures}" errors="${errors.length}"`;
  const body = suites.map(({ text }) => `${text}\n`).join("");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="guidewright" ${counts}>\n${body}</testsuites>\n`;
}

function suite(name: string, cases: readonly string[], counts: { failures: number; errors: number }) {
  const attributes = `tests="${cases.length}" failures="${counts.failures}" errors="${counts.errors}"`;
  const text = `  <testsuite name="${xml(name)}" ${attributes}>\n${cases.join("\n")}\n  </testsuite>`;
  return { tests: cases.length, text };
}

function testCase(finding: PlacedFinding, isFailure: boolean): string {
  const { file, rule, severity, message, related } = finding;
  const place = placeOf(finding);
  const said = [
    `${file}:${place}: ${message}`,
    ...related.map((other) => `${other.file}:${placeOf(other)}: ${other.message}`),
  ].join("\n");
  const outcome = isFailure
    ? `<failure type="${severity}" message="${xml(message)}">${xml(said)}</failure>`
    : `<system-out>${xml(`${severity}: ${said}`)}</system-out>`;
  return `    <testcase classname="${xml(file)}" name="${xml(`${rule} ${place}`)}" file="${xml(file)}" line="${finding.range.start.line + 1}">\n      ${outcome}\n    </testcase>`;
}

const placeOf = ({ range: { start } }: Pick<PlacedFinding, "range">): string =>
  `${start.line + 1}:${start.character + 1}`;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** For an attribute or a text: what XML has no place for becomes a placeholder. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
    .replace(/[&<>"']/g, (character) => entities[character] ?? character)
    .replaceAll("\n", "&#10;")
    .replaceAll("\r", "&#13;")
    .replaceAll("\t", "&#9;");
