// Small models loop. A suggestion ends where it begins to say again what it, or the text just before, said.

import type { Filter } from "./filter.ts";

const phrase = 4;
const reach = 300;

export const repetition: Filter = (text, { before, place }) => {
  // Rows of a table repeat each other rightly.
  const words = Array.from(text.matchAll(/\S+/g));
  const said = new Set(place === "cell" ? [] : phrasesOf(before.slice(-reach)));
  for (let i = 0; i + phrase <= words.length; i++) {
    const key = keyOf(words.slice(i, i + phrase).map(([word]) => word));
    if (said.has(key)) return text.slice(0, words[i]?.index);
    said.add(key);
  }
  return text;
};

function phrasesOf(text: string): string[] {
  const words = text.match(/\S+/g) ?? [];
  return words.slice(phrase - 1).map((_, i) => keyOf(words.slice(i, i + phrase)));
}

function keyOf(words: readonly string[]): string {
  return words
    .join(" ")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, "");
}
