// Changes laid out for readers: a Markdown table, plain text, a comment for a pull request. It must not know how they
// were found, nor where they are shown.

import { grouped } from "../guideline/grouped.ts";
import { countSaid, fileOf, type ReportedChange, type ReportedPlace, rowsOf } from "./report.ts";

export interface Layout {
  /** "v1.2", "the working tree". */
  readonly from: string;
  readonly to: string;
  /** The address of a place, where there is one to open. */
  readonly linkOf?: (place: ReportedPlace, side: "before" | "after") => string | undefined;
}

/** "What changed": for each document a table, in the order of its text. */
export function asMarkdown(changes: readonly ReportedChange[], layout: Layout): string {
  return `# What changed\n\n${summary(changes, layout)}\n${tables(changes, layout)}`;
}

const summary = (changes: readonly ReportedChange[], { from, to }: Layout) =>
  `From ${cell(from)} to ${cell(to)}. ${countSaid(changes)}`;

function tables(changes: readonly ReportedChange[], layout: Layout): string {
  return [...grouped(changes, fileOf)]
    .map(([file, own]) => {
      const rows = own.flatMap((change) => rowLines(change, layout));
      const title = file === "" ? "" : `\n## ${cell(file)}\n`;
      return `${title}\n| Section | About | What | Before | After | Line |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
    })
    .join("");
}

function rowLines(change: ReportedChange, layout: Layout): string[] {
  const section = cell(change.section.slice(-2).join(" › "));
  const place = placeSaid(change, layout);
  return rowsOf(change).map(
    ({ subject, what, before, after }) =>
      `| ${[section, cell(subject), cell(what), cell(before), cell(after), place].join(" | ")} |`,
  );
}

function placeSaid({ before, after }: ReportedChange, { linkOf }: Layout): string {
  const place = after ?? before;
  if (!place) return "";
  const line = String(place.range.start.line + 1);
  const link = linkOf?.(place, after ? "after" : "before");
  const said = after ? line : `${line} (before)`;
  return link ? `[${said}](${link})` : said;
}

/** Words from a document must not become markup, nor end the cell. */
function cell(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>|~!&]/g, "\\$&")
    .trim();
}

export function asText(changes: readonly ReportedChange[], layout: Layout): string {
  const lines = changes.flatMap((change) => {
    const place = change.after ?? change.before;
    const at = place ? `${place.file}:${place.range.start.line + 1}` : "";
    const rows = rowsOf(change).map(({ what, before, after }) => `  ${what}: ${before} → ${after}`);
    return [`${at} ${change.action} ${change.kind}: ${change.subject}`, ...rows];
  });
  return `${[...lines, `From ${layout.from} to ${layout.to}. ${countSaid(changes)}`].join("\n")}\n`;
}

/** By this a bot finds the comment that it wrote before, and replaces it. */
const commentMark = "<!-- guidewright: clinical changes -->";
/** A longer comment is folded. */
const mostOpenRows = 12;

export function asComment(changes: readonly ReportedChange[], layout: Layout): string {
  const rows = changes.flatMap(rowsOf).length;
  const body = tables(changes, layout).replace(/^## /gm, "#### ");
  const shown =
    rows > mostOpenRows ? `<details>\n<summary>All changes</summary>\n${body}\n</details>\n` : body;
  return `${commentMark}\n\n### What changed clinically\n\n${summary(changes, layout)}\n${changes.length === 0 ? "" : shown}`;
}
