// One row of a differential: its cells, the schema a model writes it by, and the checks that decide whether
// it may stand. A row never brings in a dose or a citation. It must not know how rows are shown.

import type { JsonSchema } from "../../llm/backend.ts";
import { containsCitation, containsDose } from "../unsafe-text.ts";

export const tiers = ["can't miss", "common", "locally endemic", "mimic"] as const;
export type Tier = (typeof tiers)[number];

export const cellNames = ["condition", "supports", "against", "test", "lowResource", "redFlag"] as const;
export type CellName = (typeof cellNames)[number];
export type Cells = Readonly<Record<CellName, string>>;
export interface Row {
  readonly tier: Tier;
  readonly cells: Cells;
}

/** Stands where the model wrote nothing that may stay; the author fills it in. */
export const toBeWritten = "[to be written]";

const longestCell = 100;
const longestCondition = 60;

export const rowSchema: JsonSchema = {
  type: "object",
  properties: Object.fromEntries(
    cellNames.map((name) => [name, { type: "string", minLength: 3, maxLength: longestIn(name) }]),
  ),
  required: [...cellNames],
  additionalProperties: false,
};

function longestIn(name: CellName): number {
  return name === "condition" ? longestCondition : longestCell;
}

export type Acceptance =
  | { readonly row: Row; readonly removed: readonly CellName[] }
  | { readonly rejected: "unreadable" | "no condition" | "already listed" };

export function acceptRow(output: string, tier: Tier, earlier: readonly Row[]): Acceptance {
  if (!isWhole(output)) return { rejected: "unreadable" };
  const raw = partialCells(output);
  const condition = tidy("condition", raw.condition);
  // A condition is a name; a list of complaints is not.
  if (!isUsable(condition, raw.condition) || condition.split(",").length > 2)
    return { rejected: "no condition" };
  if (earlier.some((row) => sameCondition(row.cells.condition, condition)))
    return { rejected: "already listed" };
  const removed: CellName[] = [];
  const cells: Partial<Record<CellName, string>> = {};
  for (const name of cellNames) {
    const text = tidy(name, raw[name]);
    // What supports a condition cannot speak against it, and one cell does not serve for two.
    const repeated = Object.values(cells).includes(text);
    const usable = isUsable(text, raw[name]) && !repeated;
    if (!usable) removed.push(name);
    cells[name] = usable ? text : toBeWritten;
  }
  return { row: { tier, cells: cells as Cells }, removed };
}

/** Clean, each item of a list once, and without the piece of a word that the length limit left over. */
function tidy(name: CellName, raw = ""): string {
  const text = clean(raw);
  const whole =
    raw.length >= longestIn(name)
      ? text.slice(0, Math.max(text.lastIndexOf(" "), text.lastIndexOf(",")))
      : text;
  const items = whole.split(/,\s*/);
  return clean(
    items
      .filter((item, i) => items.findIndex((other) => other.toLowerCase() === item.toLowerCase()) === i)
      .join(", "),
  );
}

/** The cells in JSON that may still be growing. */
export function partialCells(output: string): Partial<Record<CellName, string>> {
  const cells: Partial<Record<CellName, string>> = {};
  for (const [, name = "", body = ""] of output.matchAll(/"(\w+)"\s*:\s*"((?:[^"\\]|\\.)*)/g)) {
    if (cellNames.includes(name as CellName)) cells[name as CellName] = unescaped(body);
  }
  return cells;
}

function isWhole(output: string): boolean {
  try {
    const value: unknown = JSON.parse(output);
    return typeof value === "object" && value !== null;
  } catch {
    return false;
  }
}

function unescaped(body: string): string {
  try {
    // An escape that is no JSON, or not yet whole, is left out.
    const whole = body.replace(
      /(\\(?:["\\/bfnrt]|u[\da-f]{4}))|\\(?:u[\da-f]{0,3}|.)?/gi,
      (_escape, valid?: string) => valid ?? "",
    );
    return String(JSON.parse(`"${whole}"`));
  } catch {
    return body;
  }
}

/** Text that cannot break out of a table cell or hide in a comment. */
export function clean(text: string): string {
  return text
    .replace(/[|<>`\\[\]{}*_]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,;:-]+|[\s,;:-]+$/g, "");
}

/** Cleaning may take the brackets off a citation, and the stars out of a dose. */
function isUsable(text: string, raw = ""): boolean {
  return /\p{L}{3}/u.test(text) && ![text, raw].some((one) => containsDose(one) || containsCitation(one));
}

/** The same condition by another spelling, word order or plural is the same condition. */
function sameCondition(a: string, b: string): boolean {
  const keyOf = (text: string) =>
    (text.toLowerCase().match(/\p{L}+/gu) ?? [])
      .filter(
        (word) =>
          !/^(?:acute|severe|possible|suspected|the|of|a|an|with|and|disease|infection|syndrome)$/.test(word),
      )
      .map((word) => word.replaceAll("ae", "e").replaceAll("oe", "e").replace(/s$/, ""))
      .sort()
      .join(" ");
  const [x, y] = [keyOf(a), keyOf(b)];
  return x === y && x !== "";
}
