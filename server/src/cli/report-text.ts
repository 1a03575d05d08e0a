// Findings for people: what, where, with the line itself and both sides of a conflict, and how many there are.

import { styleText } from "node:util";
import { type Severity, severities } from "../config.ts";
import type { Place } from "./check-documents.ts";
import { codeFrame, printable } from "./code-frame.ts";
import type { Report } from "./report.ts";
import { widthIn } from "./text-width.ts";

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const colours: Readonly<Record<Severity, Style>> = {
  error: "red",
  warning: "yellow",
  information: "blue",
  hint: "gray",
};

export async function toText({ findings, texts, coloured }: Report): Promise<string> {
  const paint: Paint = (style, text) => (coloured ? styleText(style, text, { validateStream: false }) : text);
  const lineAt = lineFinder(texts);
  const shownLines = findings.flatMap((finding) => [finding, ...finding.related].map(lineAt));
  const widthOf = await widthIn(shownLines);
  const frame = (place: Place, colour: Style): string => {
    const { number, line, marks } = codeFrame(lineAt(place), place.range, widthOf);
    const gutter = " ".repeat(String(number).length);
    return `  ${paint("dim", `${number} |`)} ${line}\n  ${paint("dim", `${gutter} |`)} ${paint(colour, marks)}\n`;
  };
  const blocks = findings.map((finding) => {
    const { severity, rule, message, related } = finding;
    const head = `${paint("bold", placeOf(finding))} ${paint(colours[severity], severity)} ${paint("dim", rule)}\n`;
    const others = related.map(
      (other) => `  ${paint("bold", placeOf(other))}: ${printable(other.message)}\n${frame(other, "cyan")}`,
    );
    return `${head}  ${printable(message)}\n${frame(finding, colours[severity])}${others.join("")}\n`;
  });
  return `${blocks.join("")}${summaryOf(findings)}\n`;
}

/** The line in which a place begins. */
function lineFinder(texts: Report["texts"]): (place: Place) => string {
  const lines = new Map<string, readonly string[]>();
  return ({ file, range }) => {
    const known = lines.get(file) ?? (texts.get(file) ?? "").split(/\r\n|\n|\r/);
    lines.set(file, known);
    return known[range.start.line] ?? "";
  };
}

const placeOf = ({ file, range: { start } }: Place): string =>
  `${printable(file)}:${start.line + 1}:${start.character + 1}`;

const plurals: Readonly<Record<Severity, string>> = {
  error: "errors",
  warning: "warnings",
  information: "information",
  hint: "hints",
};

/** As in “3 findings: 1 error, 2 warnings.” */
export function summaryOf(findings: Report["findings"]): string {
  if (findings.length === 0) return "No findings.";
  const counts = severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : `${count} ${count === 1 ? severity : plurals[severity]}`;
  });
  return `${findings.length} ${findings.length === 1 ? "finding" : "findings"}: ${counts.join(", ")}.`;
}

/** Asked for or forbidden by the surroundings, else as the terminal can. */
export function isColoured(
  { isTTY }: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  if (env.NO_COLOR) return false;
  return isTTY === true && env.TERM !== "dumb";
}
