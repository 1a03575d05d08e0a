// Markdown to blocks with source spans, and the "plain" text: as long as the document, but with everything
// that is not read by a reader (markup, code, comments, addresses) blanked, so that a match in it is a match
// in the document at the same offset. The only importer of the Markdown parser. It must not know medicine.

import type { SyntaxNodeRef, Tree } from "@lezer/common";
import { parser, Strikethrough, Table as TableSyntax, TaskList } from "@lezer/markdown";
import type { Span } from "../text/span.ts";
import { calm } from "./calm.ts";
import { type FrontMatter, parseFrontMatter } from "./front-matter.ts";
import { parseTable, type Table } from "./table.ts";

export interface Heading {
  readonly kind: "heading";
  readonly span: Span;
  readonly level: number;
}
export interface Paragraph {
  readonly kind: "paragraph";
  readonly span: Span;
  /** 0 outside lists, 1 in a list, 2 in a list in a list, … */
  readonly listDepth: number;
}
export interface Code {
  readonly kind: "code";
  readonly span: Span;
}
export interface Comment {
  readonly kind: "comment";
  readonly span: Span;
}
export type Block = Heading | Paragraph | Table | Code | Comment;

export interface Markdown {
  readonly text: string;
  /** As long as `text`, unread characters blanked; line ends kept as "\n". */
  readonly plain: string;
  readonly frontMatter: FrontMatter | undefined;
  /** Leaf blocks in document order. */
  readonly blocks: readonly Block[];
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

export function parseMarkdown(text: string): Markdown {
  const frontMatter = parseFrontMatter(text);
  const calmed = calm(text);
  const source = frontMatter
    ? blank(calmed.slice(0, frontMatter.span.end)) + calmed.slice(frontMatter.span.end)
    : calmed;
  const tree = markdown.parse(source);
  return { text, plain: plainOf(source, tree), frontMatter, blocks: blocksOf(source, tree) };
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
        put(node, blank(source.slice(node.from, node.to)));
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

function blocksOf(source: string, tree: Tree): Block[] {
  const blocks: Block[] = [];
  let listDepth = 0;
  tree.iterate({
    enter(node) {
      const span = { start: node.from, end: node.to };
      const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name);
      if (heading) blocks.push({ kind: "heading", span, level: Number(heading[1]) });
      else if (node.name === "Paragraph" || node.name === "HTMLBlock" || node.name === "Task") {
        blocks.push({ kind: "paragraph", span, listDepth });
      } else if (node.name === "Table") blocks.push(parseTable(source, node.node));
      else if (node.name === "FencedCode" || node.name === "CodeBlock") blocks.push({ kind: "code", span });
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
