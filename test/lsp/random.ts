// Repeatable chance: a seeded generator, and hostile pieces of text and edits made with it. It must not know
// the server.
import type { Position, Range } from "vscode-languageserver";
import { linesOf } from "./texts.ts";

export interface Chance {
  /** A whole number from 0 up to, without, `below`. */
  readonly below: (below: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  /** True in so many of a hundred cases. */
  readonly percent: (percent: number) => boolean;
}

/** Mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    oneOf: (choices) => choices[below(choices.length)]!,
    percent: (percent) => next() * 100 < percent,
  };
}

const pieces = [
  ...["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\r\r", " ", "\t", "  ", "\u0085", "\u2028"],
  ...[
    "give ORS ",
    "MUAC",
    "GCS and CSF",
    "oral rehydration solution (ORS)",
    "(ORS)",
    "ORS: salts",
    "NSAIDs ",
  ],
  ...["# ", "## Fever\n", "### MUAC\r\n", "===\n", "- ", "1. ", "> ", "* * *\n", "---\n", "```\n", "    "],
  ...[
    "| ORS | b |\n| --- | --- |\n| GCS | 2 |\n",
    "|",
    "| a ",
    "\\",
    "&nbsp;",
    "<b>",
    "[",
    "](x)",
    "*",
    "_",
    "`",
  ],
  ...["<!-- ", " -->", '<!-- ai-draft model="m" sha256=x date=2020-01-01 status=unreviewed -->\n'],
  ...["\ud83d", "\ude00", "😀", "e\u0301", "👩‍⚕️", "\uFEFF", "µg", "500 mg", "½", "\u202e"],
  ...["---\nguideline: true\ntitle: Fever\n---\n", "title: [", "...\n"],
];
const rare = [
  "\u0000",
  "x".repeat(5000),
  "ORS ".repeat(800),
  "\r".repeat(300),
  "| a ".repeat(500),
  "> ".repeat(200),
];

export function textFrom(chance: Chance, most: number): string {
  const count = 1 + chance.below(most);
  return Array.from({ length: count }, () => chance.oneOf(chance.percent(1) ? rare : pieces)).join("");
}

/** A position of the text; in a few cases one that lies outside. */
export function positionFrom(chance: Chance, text: string): Position {
  if (chance.percent(3)) return { line: chance.oneOf([0, 5, 1e6]), character: chance.oneOf([0, 7, 1e6]) };
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  return { line, character: chance.below((lines[line]?.length ?? 0) + 1) };
}

/** A range inside the text, mostly short, so that the text lives on. */
export function rangeFrom(chance: Chance, text: string): Range {
  const lines = linesOf(text);
  const line = chance.below(lines.length);
  const length = lines[line]?.length ?? 0;
  const start = { line, character: chance.below(length + 1) };
  if (chance.percent(40)) return { start, end: start };
  if (chance.percent(70) || line + 1 >= lines.length) {
    const character = start.character + chance.below(length - start.character + 1);
    return { start, end: { line, character } };
  }
  const last = Math.min(lines.length - 1, line + 1 + chance.below(3));
  return { start, end: { line: last, character: chance.below((lines[last]?.length ?? 0) + 1) } };
}
