// The texts that are measured: sample guidelines, those of a folder, and as much text as wanted made of them,
// no section twice the same. It must not know what is measured.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const samples = fileURLToPath(new URL("../../guidelines", import.meta.url));

export function sampleTexts(): string[] {
  return folderTexts(samples);
}

/** None when there is no such folder. */
export function folderTexts(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

export const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The text as another district would have it: its headings, and what refers to them, are its own. */
export function varied(text: string, district: number): string {
  if (district === 0) return text;
  return text
    .replace(/^(#{1,6} .*\S)[ \t]*$/gm, `$1, district ${district}`)
    .replace(/\]\((#[^)\s]+)\)/g, `]($1-district-${district})`)
    .replace(/\[\^([^\]\s]+)\]/g, `[^$1-${district}]`);
}

const frontMatter = /^---\n[\s\S]*?\n---\n/;

/**
 * Documents made of whole texts, each the first that is not below the size; the size of a text is given by
 * `measure`. The texts are taken in turn, and from the second turn on as varied ones.
 */
export function assemble(
  texts: readonly string[],
  count: number,
  size: number,
  measure: (text: string) => number,
): string[] {
  let taken = 0;
  return Array.from({ length: count }, () => {
    const pieces: string[] = [];
    for (let filled = 0; filled < size; taken++) {
      const text = varied(texts[taken % texts.length] ?? "", Math.floor(taken / texts.length));
      const piece = pieces.length === 0 ? text : text.replace(frontMatter, "");
      // An empty text must not go on for ever.
      filled += Math.max(1, measure(piece));
      pieces.push(piece.endsWith("\n") ? piece : `${piece}\n`);
    }
    return pieces.join("\n");
  });
}

/** As many of the values as asked for, at even distances, the first and the last among them. */
export function spread<T>(values: readonly T[], count: number): T[] {
  if (values.length <= count) return [...values];
  const step = (values.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, i) => values[Math.round(i * step)]).filter(
    (value) => value !== undefined,
  );
}
