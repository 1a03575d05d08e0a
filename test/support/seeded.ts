// The seeded benchmark: hand-written texts with one fault and their clean twins, under test/seeded. Reads the
// files ("{{fault||twin}}", "«faulty words»"); it must not know how rules are measured on them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../seeded", import.meta.url));

export interface SeededFile {
  readonly name: string;
  readonly text: string;
  /** Where the faulty words stand; empty in a twin. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}
export interface SeededPair {
  readonly name: string;
  readonly rule: string;
  readonly hard: boolean;
  readonly fault: readonly SeededFile[];
  readonly twin: readonly SeededFile[];
}

export function seededPairs(root = folder): readonly SeededPair[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pair.md"))
    .sort()
    .map((name) => parsePair(name, readFileSync(join(root, name), "utf8")));
}

export function parsePair(name: string, text: string): SeededPair {
  const [head = "", ...parts] = text.split(/^=== (.+)$/m);
  const value = (key: string) => new RegExp(`^${key}: *(.*)$`, "m").exec(head)?.[1]?.trim() ?? "";
  const files = parts.flatMap((part, i) =>
    i % 2 === 0 ? [{ name: part.trim(), text: (parts[i + 1] ?? "").replace(/^\r?\n/, "") }] : [],
  );
  return {
    name: name.replace(/\.pair\.md$/, ""),
    rule: value("rule"),
    hard: /^y/i.test(value("hard")),
    fault: files.map((file) => withMarks(file.name, choose(file.text, 0))),
    twin: files.map((file) => ({
      name: file.name,
      text: choose(file.text, 1).replace(/[«»]/g, ""),
      marks: [],
    })),
  };
}

function choose(text: string, side: 0 | 1): string {
  return text.replace(/\{\{([\s\S]*?)\|\|([\s\S]*?)\}\}/g, (_all, ...sides: string[]) => sides[side] ?? "");
}

function withMarks(name: string, marked: string): SeededFile {
  const marks: { start: number; end: number }[] = [];
  let text = "";
  let start = 0;
  for (const character of marked) {
    if (character === "«") start = text.length;
    else if (character === "»") marks.push({ start, end: text.length });
    else text += character;
  }
  return { name, text, marks };
}
