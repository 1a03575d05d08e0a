// A key of words that is a table: one column or row holds nothing but verbs, another says what each stands for. It
// must not know the sentences of a document.

import { matchesIn } from "../text/matches.ts";

export type KeyPair = readonly [verb: string, force: "strong" | "weak"];

const verb =
  /\b(recommend(?:s|ed)?|suggest(?:s|ed)?|should|must|shall|may|might|can|could|consider(?:ed)?|offer|advis(?:e|es|ed)|propos(?:e|es|ed)|ought +to)\b/gi;
/** What may stand with a verb in its cell, and is no advice itself. */
const filler =
  /\b(?:we|the|panel|group|is|are|it|be|to|do|does|not|against|or|and|for|that|strongly|conditionally|used|given|done|considered|eg|e\.g|positive|negative)\b|[^a-zß-öø-ɏ]/gi;
const strengthWord = /\b(strong(?:ly)?|weak(?:ly)?|conditional(?:ly)?|discretionary|qualified)\b/gi;
/** "0 | open | may": left open. */
const open = /^\W*(?:open|optional|neutral|open +recommendation|either)\W*$/i;

/** The verbs of a cell that holds nothing else. */
function verbsOf(cell: string): readonly string[] {
  const found = matchesIn(cell, verb).map(([word]) => word);
  const rest = cell.replace(verb, " ").replace(filler, " ");
  return found.length > 0 && !/\p{L}/u.test(rest) ? [...new Set(found.map(stem))] : [];
}

const stem = (word: string) =>
  word
    .toLowerCase()
    .replace(/^(recommend|suggest|consider).*/, "$1")
    .replace(/^(advis|propos).*/, "$1e")
    .replace(/\s+/g, " ");

/** The one strength that a cell names, and little else. */
function forceOf(cell: string): KeyPair[1] | undefined {
  if (open.test(cell)) return "weak";
  if ((cell.match(/\p{L}{2,}/gu) ?? []).length > 14) return undefined;
  const words = matchesIn(cell, strengthWord).map(([word]) => /^strong/i.test(word));
  if (words.length === 0 || words.some((one) => one !== words[0])) return undefined;
  return words[0] ? "strong" : "weak";
}

/** `rows` begin with the header. */
export function pairsInTable(rows: readonly (readonly string[])[]): readonly KeyPair[] {
  const across = pairsOf(rows);
  return across.length > 0 ? across : pairsOf(turned(rows));
}

/** A sentence of a row may use a verb: two rows at least must say it in a cell of their own. */
function pairsOf(rows: readonly (readonly string[])[]): readonly KeyPair[] {
  const found = rows.flatMap((cells) => {
    const spoken = cells.map(verbsOf);
    const at = spoken.findIndex((verbs) => verbs.length > 0);
    const forces = cells.flatMap((cell, i) => (spoken[i]?.length ? [] : [forceOf(cell)])).filter(Boolean);
    const [force] = forces;
    if (at < 0 || !force || forces.some((one) => one !== force)) return [];
    return [spoken.flat().map((one): KeyPair => [one, force])];
  });
  return found.length > 1 ? found.flat() : [];
}

const turned = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  (rows[0] ?? []).map((_cell, column) => rows.map((cells) => cells[column] ?? ""));
