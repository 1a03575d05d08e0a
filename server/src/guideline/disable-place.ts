// Where a comment that keeps a rule silent can be written so that nothing else is read in another way: at the end
// of a line or of a table's last cell, above a paragraph, or at a document's head. It must not know why.

import { type Block, parseMarkdown } from "../syntax/markdown.ts";
import { applyEdits, type Edit, touches } from "../text/span.ts";
import type { Disable } from "./disable.ts";
import { silencesIn } from "./disable-reach.ts";
import type { Guideline } from "./guideline.ts";

/** Undefined where there is no place for it: in front matter, in a comment, in a definition of a link. */
export function silencingLine(guideline: Guideline, offset: number, rule: string): Edit | undefined {
  const { lines, markdown } = guideline;
  if (offset < (markdown.frontMatter?.span.end ?? 0)) return undefined;
  const line = lines.positionAt(offset).line;
  const silences = silencesIn(guideline);
  const known = silences.disables.find(
    (one) =>
      isNaming(one) && (one.kind === "line" || one.kind === "next-line") && silences.lineOf(one) === line,
  );
  if (known) return alsoNaming(guideline, known, rule);
  const block = markdown.blocks.findLast(({ span }) => touches(span, offset));
  const above =
    block?.kind === "paragraph" && block.listDepth === 0
      ? aboveLine(guideline, line, block, rule)
      : undefined;
  return [above, atEndOfLine(guideline, line, block, rule)].find(
    (edit) => edit && isHarmless(guideline, edit),
  );
}

export function silencingFile(guideline: Guideline, rule: string): Edit | undefined {
  const { text, lines, markdown } = guideline;
  const known = silencesIn(guideline).disables.find((one) => one.kind === "file" && isNaming(one));
  if (known) return alsoNaming(guideline, known, rule);
  const end = markdown.frontMatter?.span.end;
  const at =
    end === undefined ? (text.startsWith("\uFEFF") ? 1 : 0) : lines.start(lines.positionAt(end).line + 1);
  const eol = lineEndOf(guideline);
  const comment = `<!-- guidewright-disable-file ${rule} -->${eol}`;
  // Behind front matter that ends the document without a line end.
  const first = at > 0 && at === text.length && !/[\r\n]$/.test(text) ? eol : "";
  return [comment, `${comment}${eol}`]
    .map((newText) => insertion(at, first + newText))
    .find((edit) => isHarmless(guideline, edit));
}

const isNaming = ({ rules, in: place }: Disable) => rules.length > 0 && place === "comment";

/** Written as the names before it are. */
function alsoNaming({ text }: Guideline, { rules }: Disable, rule: string): Edit | undefined {
  const [last, first, second] = [rules.at(-1), rules[0], rules[1]];
  const between = first && second ? text.slice(first.span.end, second.span.start) : " ";
  return last && insertion(last.span.end, between + rule);
}

/** Only above a paragraph's first line: in its midst the comment would divide it. */
function aboveLine(guideline: Guideline, line: number, { span }: Block, rule: string): Edit | undefined {
  const start = guideline.lines.start(line);
  if (span.start !== start) return undefined;
  return insertion(start, `<!-- guidewright-disable-next-line ${rule} -->${lineEndOf(guideline)}`);
}

/** A row keeps as many cells as it has: other readers of Markdown would not know a table by its head otherwise. */
function atEndOfLine({ lines }: Guideline, line: number, block: Block | undefined, rule: string): Edit {
  const written = lines.textOf(line);
  // Blanks or a backslash at the end may be a line break.
  const kept = written.endsWith("\\") ? written.slice(0, -1) : written.trimEnd();
  const border = block?.kind === "table" && /(?<!\\)\|$/.test(kept);
  const end = border ? kept.slice(0, -1).trimEnd().length : kept.length;
  const after = border && end === kept.length - 1 ? " " : "";
  return insertion(lines.start(line) + end, ` <!-- guidewright-disable-line ${rule} -->${after}`);
}

/** Everything else is read as before. */
function isHarmless({ text, markdown }: Guideline, edit: Edit): boolean {
  const after = parseMarkdown(applyEdits(text, [edit]));
  const { start } = edit.span;
  const added = after.plain.slice(start, start + edit.newText.length);
  const rest = after.plain.slice(0, start) + after.plain.slice(start + edit.newText.length);
  return (
    added.trim() === "" &&
    rest === markdown.plain &&
    after.directives.length === markdown.directives.length + 1 &&
    after.blocks.length === markdown.blocks.length &&
    after.blocks.every((block, i) => shapeOf(block) === shapeOf(markdown.blocks[i]))
  );
}

function shapeOf(block: Block | undefined): string {
  if (block?.kind === "heading") return `heading ${block.level}`;
  if (block?.kind === "paragraph") return `paragraph ${block.listDepth}`;
  if (block?.kind !== "table") return block?.kind ?? "";
  return `table ${[block.header, ...block.rows].map(({ cells }) => cells.length).join(" ")}`;
}

const insertion = (at: number, newText: string): Edit => ({ span: { start: at, end: at }, newText });

function lineEndOf({ text }: Guideline): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
}
