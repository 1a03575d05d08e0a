// The hand-labelled lines under test/labelled: texts and the facts that a reader finds in them (the notation is
// in test/labelled/README.md). Reads the files; it must not know how facts are extracted.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../labelled", import.meta.url));

export const slotsByKind = {
  order: [
    "medicine",
    "dose",
    "divided",
    "frequency",
    "asneeded",
    "route",
    "duration",
    "over",
    "max",
    "volume",
    "concentration",
    "phase",
    "population",
    "negated",
  ],
  band: ["axis", "low", "high", "unit"],
  threshold: ["analyte", "op", "value", "paired"],
  concentration: ["medicine", "value", "also"],
} as const;
export type FactKind = keyof typeof slotsByKind;
export const factKinds = Object.keys(slotsByKind) as readonly FactKind[];

export interface LabelledFact {
  readonly kind: FactKind;
  /** As written in the file. */
  readonly slots: ReadonlyMap<string, string>;
}
export interface LabelledBlock {
  readonly file: string;
  /** Of its first line in the file, from one. */
  readonly line: number;
  readonly text: string;
  readonly facts: readonly LabelledFact[];
}

export function labelledBlocks(root = folder): readonly LabelledBlock[] {
  return readdirSync(root)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => parseLabelled(name, readFileSync(join(root, name), "utf8")));
}

/** Throws, naming file and line, where a block is not in the notation. */
export function parseLabelled(file: string, content: string): LabelledBlock[] {
  const blocks: LabelledBlock[] = [];
  const lines = content.split("\n");
  for (let at = 0; at < lines.length; ) {
    if (lines[at]?.trim() === "") {
      at++;
      continue;
    }
    const line = at + 1;
    const text: string[] = [];
    while (lines[at]?.startsWith(">")) text.push((lines[at++] ?? "").replace(/^> ?/, ""));
    const labels: string[] = [];
    while (lines[at] !== undefined && lines[at]?.trim() !== "") labels.push(lines[at++] ?? "");
    if (text.length === 0 || labels.length === 0) throw new Error(`${file}:${line}: a text without labels`);
    const none = labels.length === 1 && labels[0] === "none";
    blocks.push({
      file,
      line,
      text: `${text.join("\n")}\n`,
      facts: none ? [] : labels.map((label) => parseFact(label, `${file}:${line}`)),
    });
  }
  return blocks;
}

function parseFact(label: string, where: string): LabelledFact {
  const [, kind = "", rest = ""] = /^([a-z]+): (.*)$/.exec(label) ?? [];
  if (!isKind(kind)) throw new Error(`${where}: “${label}” is no fact`);
  const slots = new Map<string, string>();
  for (const part of rest.split("; ")) {
    const equals = part.indexOf("=");
    const [slot, value] = [part.slice(0, equals), part.slice(equals + 1).trim()];
    const known: readonly string[] = slotsByKind[kind];
    if (!known.includes(slot) || value === "" || slots.has(slot)) throw new Error(`${where}: “${part}”`);
    slots.set(slot, value);
  }
  return { kind, slots };
}

function isKind(kind: string): kind is FactKind {
  return Object.hasOwn(slotsByKind, kind);
}
