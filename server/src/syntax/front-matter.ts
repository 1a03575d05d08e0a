// The YAML block that may open a document: where it is and what it says. Total: broken YAML is a problem
// with a place, never an exception. It must not know what the keys mean.

import { isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { matchesIn } from "../text/matches.ts";
import type { Span } from "../text/span.ts";

export interface FrontMatter {
  /** From the opening to the closing fence, without the line end after it. */
  readonly span: Span;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly { readonly span: Span; readonly message: string }[];
}

const fences = /^(\uFEFF?---[ \t]*(?:\r\n|\r|\n))([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m;
/** Front matter is a page at most; a lone "---" must not make a whole document YAML. */
const longest = 20_000;

/** Where front matter ends; 0 without any. */
export function frontMatterEnd(text: string): number {
  return matchOf(text)?.[0].length ?? 0;
}

export function parseFrontMatter(text: string): FrontMatter | undefined {
  const match = matchOf(text);
  if (!match) return undefined;
  const [whole, open = "", body = ""] = match;
  const document = parseYaml(body);
  const problems = document.errors.map((error) => ({
    span: { start: open.length + error.pos[0], end: open.length + error.pos[1] },
    message: error.message,
  }));
  return {
    span: { start: 0, end: whole.length },
    values: problems.length > 0 ? {} : toRecord(document),
    problems,
  };
}

/** Where the words under a key stand: its text, or the members of its list. */
export function wordsUnder(text: string, key: readonly string[]): Span[] {
  const [, open = "", body = ""] = matchOf(text) ?? [];
  const node = open === "" ? undefined : parseYaml(body).getIn(key, true);
  const scalars: unknown[] = isSeq(node) ? node.items : [node];
  return scalars.flatMap((scalar) => {
    const [start, end] = (isScalar(scalar) && (scalar as Node).range) || [0, 0];
    return matchesIn(body.slice(start, end), /[^\s,'"]+/g).map(({ index, 0: word }) => {
      const at = open.length + start + index;
      return { start: at, end: at + word.length };
    });
  });
}

function parseYaml(body: string): ReturnType<typeof parseDocument> {
  return parseDocument(body.replace(/\r(?!\n)/g, "\n"), {
    logLevel: "error",
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: false,
  });
}

function matchOf(text: string): RegExpExecArray | undefined {
  if (!/^\uFEFF?---/.test(text)) return undefined;
  const match = fences.exec(text.slice(0, longest));
  return match?.index === 0 ? match : undefined;
}

function toRecord(document: ReturnType<typeof parseDocument>): Record<string, unknown> {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
