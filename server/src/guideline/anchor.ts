// Where a link into a document may lead: its headings, as GitHub and as editors name them, and anchors set by hand. It
// must not know links.

import { matchesIn } from "../text/matches.ts";
import { oncePer, remembered } from "../text/memory.ts";
import type { Guideline } from "./guideline.ts";

export interface Anchor {
  readonly name: string;
  /** The heading it stands for. */
  readonly title: string | undefined;
}

type Read = Pick<Guideline, "text" | "sections">;

export const anchorsOf = oncePer(({ text, sections }: Read): ReadonlyMap<string, Anchor> => {
  const anchors = new Map<string, Anchor>();
  const add = (name: string, title: string | undefined) => {
    if (name !== "" && !anchors.has(name)) anchors.set(name, { name, title });
  };
  const taken = new Map<string, number>();
  for (const { headingSpan, title } of sections) {
    for (const slug of slugsOf(text.slice(headingSpan.start, headingSpan.end))) {
      const before = taken.get(slug) ?? 0;
      taken.set(slug, before + 1);
      add(before === 0 ? slug : `${slug}-${before}`, title);
    }
  }
  for (const match of matchesIn(text, byHand)) add(match[1] ?? match[2] ?? "", undefined);
  return anchors;
});

/** How GitHub and editors name a heading. */
const slugsOf = remembered((written): ReadonlySet<string> => {
  const heading = shownText(written);
  return new Set([gitHubSlug(heading), editorSlug(heading)]);
});

/** `{#name}` behind a heading, and the names of HTML. */
const byHand =
  /\{[^{}\n]{0,80}?#([^\s{}]{1,120})[^{}\n]{0,80}\}|<[a-z][^<>]{0,300}?\b(?:id|name)=["']?([^"'<>\s]{1,120})/gi;

/** A heading as it is read: without its marks, but with what stands in code. */
function shownText(heading: string): string {
  return heading
    .replace(/^[ \t]*#{1,6}[ \t]+|[ \t]+#*[ \t]*$|\n[ \t]*(?:=+|-+)[ \t]*$/g, "")
    .replace(/\s*\{[^{}\n]*#[^{}\n]*\}\s*$/, "")
    .replace(/!\[[^\]]*\]\([^()]*\)/g, "")
    .replace(/\[([^\]]*)\](?:\([^()]*\)|\[[^\]]*\])/g, "$1")
    .replace(/<[^<>]*>/g, "")
    .replace(/&amp;/g, "&")
    .replace(/\\(?=[^\w\s])/g, "")
    .replace(/(?<![\p{L}\d])(_{1,3})(?=\S)([^_]+)\1(?![\p{L}\d])/gu, "$2")
    .trim();
}

const gitHubSlug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replace(/ /g, "-");

const editorSlug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/\s+/g, "-")
    .replace(
      /[\][!/'"#$%&()*+,./:;<=>?@\\^{|}~`。，、；：？！…—·ˉ¨‘’“”々～‖∶＂＇｀｜〃〔〕〈〉《》「」『』．〖〗【】（）［］｛｝]/g,
      "",
    )
    .replace(/^-+|-+$/g, "");
