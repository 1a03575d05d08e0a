// A piece of a document, parsed by itself as if it were all of it: its plain text and its blocks, counted from its
// own start. The only importer of the Markdown parser. It must not know where in a document it stands.

import type { SyntaxNode, SyntaxNodeRef, Tree } from "@lezer/common";
import { parser, Strikethrough, Table as TableSyntax, TaskList } from "@lezer/markdown";
import { remembered } from "../text/memory.ts";
import { anyOverlaps, type Span, shifted } from "../text/span.ts";
import { settle } from "./block-memory.ts";
import { calm, calmed } from "./calm.ts";
import { type Directive, directivesIn, hide, mask, without } from "./directive.ts";
import { drawnChart } from "./drawn-chart.ts";
import { parseFrontMatter } from "./front-matter.ts";
import { type Inlines, inlinesOf } from "./inline.ts";
import type { Block, Markdown, Part } from "./markdown.ts";
import { spanOf } from "./node-span.ts";
import { parseTable } from "./table.ts";

export interface Piece extends Markdown, Inlines {
  /** Its last block waits for a closing mark, which may stand in the text that follows. */
  readonly open: boolean;
}

/** GitHub's Markdown without its bare addresses: the parser needs quadratic time for them. */
const markdown = parser.configure([TableSyntax, TaskList, Strikethrough]);
const address = /\b(?:https?|ftp):\/\/[^\s<>|)\]]+|\bwww\.[^\s<>|)\]]+/g;

/** Nodes whose characters no reader sees. */
const blanked = new Set(
  (
    "HeaderMark QuoteMark ListMark EmphasisMark StrikethroughMark LinkMark CodeMark TableDelimiter URL LinkTitle LinkLabel " +
    "InlineCode FencedCode CodeBlock Comment CommentBlock HTMLTag ProcessingInstruction ProcessingInstructionBlock " +
    "Image HorizontalRule TaskMarker LinkReference"
  ).split(" "),
);
/** Where nothing is markup. */
const verbatim = new Set(
  "InlineCode FencedCode CodeBlock Comment CommentBlock HTMLTag ProcessingInstruction ProcessingInstructionBlock".split(
    " ",
  ),
);
const verbatimTag = /^\s*<(?:pre|script|style|textarea)\b/i;
const closedByMark = new Set("FencedCode CommentBlock HTMLBlock ProcessingInstructionBlock".split(" "));

/** The same text is the same piece, wherever it stands. */
export const pieceOf = remembered(parsePiece, { copied: true });

function parsePiece(text: string): Piece {
  const frontMatter = parseFrontMatter(text);
  const bodyStart = frontMatter?.span.end ?? 0;
  const directives = outsideCode(text, directivesIn(text), bodyStart);
  const { source, tree, end } = parsed(hide(text, directives), bodyStart);
  const last = tree.topNode.lastChild;
  const open = last !== null && last.to === source.length && closedByMark.has(last.name);
  const read = blocksOf(source, tree);
  const blocks = read.map((block) => (anyOverlaps(directives, block.span) ? bare(block, source) : block));
  const parts: Part[] = [];
  const piece: Piece = {
    text: without(text, directives),
    plain: blankAt(calmed(flowing(plainOf(source, tree), read)) + end, directives),
    frontMatter,
    directives,
    blocks: last && isUnclosedCode(last) ? reaching(blocks, text.length) : blocks,
    parts,
    open,
    ...inlinesOf(tree),
  };
  parts.push({ start: 0, piece });
  for (const block of piece.blocks) settle(block, piece);
  return piece;
}

interface Parsed {
  readonly source: string;
  readonly tree: Tree;
  /** What follows the source. */
  readonly end: string;
}

function parsed(text: string, bodyStart: number): Parsed {
  const safe = calm(text);
  // A line end at the end would be a line of its own, and part of a block that waits for its closing mark.
  const ended = safe.endsWith("\n") ? safe.slice(0, -1) : safe;
  const source = blank(ended.slice(0, bodyStart)) + ended.slice(bodyStart);
  return { source, tree: markdown.parse(source), end: safe.slice(ended.length) };
}

/** Within code or another comment, a comment is no comment. */
function outsideCode(
  text: string,
  directives: readonly Directive[],
  bodyStart: number,
): readonly Directive[] {
  if (directives.length === 0) return directives;
  const { source, tree } = parsed(mask(text, directives), bodyStart);
  return directives.filter(({ start }) => {
    for (let node: SyntaxNode | null = tree.resolveInner(start, 1); node; node = node.parent) {
      // The rest of a comment's line belongs to its block.
      const isBehind = node.name === "CommentBlock" && endsBefore(source, node.from, start);
      if (verbatim.has(node.name) && !isBehind) return false;
      const isHtml = node.name === "HTMLBlock";
      if (isHtml && verbatimTag.test(source.slice(node.from, node.from + 20))) return false;
    }
    return start >= bodyStart;
  });
}

function endsBefore(source: string, comment: number, offset: number): boolean {
  const end = source.indexOf("-->", comment);
  return end >= 0 && end < offset;
}

/** A block's text without the blanks that are left of directives at its ends: it is as long as it looks. */
function bare(block: Block, source: string): Block {
  if (block.kind !== "paragraph" && block.kind !== "heading") return block;
  const { start, end } = block.span;
  const text = source.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return lead === text.length
    ? block
    : { ...block, span: { start: start + lead, end: start + text.trimEnd().length } };
}

function blankAt(plain: string, spans: readonly Span[]): string {
  let at = 0;
  const parts = spans.flatMap(({ start, end }) => {
    const before = plain.slice(at, start);
    at = end;
    return [before, blank(plain.slice(start, end))];
  });
  return at === 0 ? plain : parts.join("") + plain.slice(at);
}

/** Fences stand at both ends of code; at the end of a document the second may be missing. */
function isUnclosedCode({ name, lastChild }: SyntaxNode): boolean {
  return name === "FencedCode" && (lastChild?.name !== "CodeMark" || lastChild.prevSibling === null);
}

/** Its last block goes on to the end. */
function reaching(blocks: readonly Block[], end: number): Block[] {
  const last = blocks.at(-1);
  return last ? [...blocks.slice(0, -1), { ...last, span: { start: last.span.start, end } }] : [];
}

function plainOf(source: string, tree: Tree): string {
  let plain = "";
  let at = 0;
  const put = (node: SyntaxNodeRef, replacement: string) => {
    if (node.from < at) return;
    plain += source.slice(at, node.from) + replacement;
    at = node.to;
  };
  tree.iterate({
    enter(node) {
      if (blanked.has(node.name)) {
        const text = source.slice(node.from, node.to);
        put(node, chartIn(source, node)?.plain ?? blank(text));
        return false;
      }
      if (node.name === "HTMLBlock") {
        put(node, source.slice(node.from, node.to).replace(/<[^<>]*>/g, blank));
        return false;
      }
      if (node.name === "Entity") put(node, decodeEntity(source.slice(node.from, node.to)));
      if (node.name === "Escape") put(node, ` ${source.slice(node.from + 1, node.to)}`);
      return true;
    },
  });
  return (plain + source.slice(at)).replace(address, blank);
}

/** A full line's end, a comment behind it or not, where the next begins nothing: no label, note or numbered line. */
const brokenLine =
  /(?<=[^\n]{50}[^\s\\](?: ?| {12,}))\n(?=[ \t]*[\p{L}\d("“‘'<>≤≥])(?![ \t]*(?:\d+[.)]|\d+ +\p{Lu}|\p{L}[.)]|[b-hj-z] |a +\p{Lu}|[^\n.:]{1,25}:))/gu;

/** What is read of a paragraph does not hang on where its lines are broken. */
function flowing(plain: string, blocks: readonly Block[]): string {
  let out = "";
  let at = 0;
  for (const { kind, span } of blocks) {
    if (kind !== "paragraph" || span.start < at) continue;
    const text = plain.slice(span.start, span.end);
    if (!text.includes("\n")) continue;
    out += plain.slice(at, span.start) + text.replace(brokenLine, " ");
    at = span.end;
  }
  return out + plain.slice(at);
}

function blocksOf(source: string, tree: Tree): Block[] {
  const blocks: Block[] = [];
  let listDepth = 0;
  tree.iterate({
    enter(node) {
      const span = spanOf(node);
      const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
      if (heading) blocks.push({ kind: "heading", span, level: Number(heading[1]) });
      else if (node.name === "Paragraph" || node.name === "HTMLBlock" || node.name === "Task") {
        blocks.push({ kind: "paragraph", span, listDepth });
      } else if (node.name === "Table") blocks.push(parseTable(source, node.node));
      else if (node.name === "FencedCode" || node.name === "CodeBlock")
        blocks.push(...(stepsOf(source, node, blocks.at(-1)) ?? [{ kind: "code" as const, span }]));
      else if (node.name === "CommentBlock" || node.name === "Comment")
        blocks.push({ kind: "comment", span });
      else if (node.name === "BulletList" || node.name === "OrderedList") listDepth++;
      return node.name !== "Table";
    },
    leave(node) {
      if (node.name === "BulletList" || node.name === "OrderedList") listDepth--;
    },
  });
  return blocks;
}

/** A closed one: until its second fence is written, nobody knows where it ends. */
const chartIn = (source: string, { name, node }: SyntaxNodeRef) =>
  name === "FencedCode" && !isUnclosedCode(node) ? chartOf(source.slice(node.from, node.to)) : undefined;
/** Its text is asked for, and then its steps. */
const chartOf = remembered(drawnChart);

/** The steps of a chart, which is no part of a list before it. */
const stepsOf = (source: string, node: SyntaxNodeRef, before: Block | undefined): Block[] | undefined => {
  const listed = before?.kind === "paragraph" && before.listDepth > 0;
  return chartIn(source, node)?.steps.map(({ depth, ...step }, i) => ({
    kind: "paragraph",
    span: shifted(step, node.from),
    listDepth: listed && i === 0 ? 0 : depth,
  }));
};

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
  nbsp: " ",
  le: "≤",
  ge: "≥",
  plusmn: "±",
  times: "×",
  deg: "°",
  micro: "µ",
  ndash: "–",
  mdash: "—",
  middot: "·",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
};

/** The character, padded to the length of its name so that nothing moves. */
function decodeEntity(entity: string): string {
  const name = entity.slice(1, -1);
  const numeric = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  const code = numeric ? Number.parseInt(numeric[1] ?? numeric[2] ?? "", numeric[1] ? 16 : 10) : Number.NaN;
  const character = numeric ? (code <= 0xffff ? String.fromCharCode(code) : " ") : (entities[name] ?? " ");
  return (character === "\n" || character === "\r" ? " " : character).padEnd(entity.length);
}
