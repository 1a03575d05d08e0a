// A suggestion is one clause that can be read at a glance: it ends with its line and its first sentence.

import type { Filter } from "./filter.ts";

const sentenceEnd = /(?<![A-Z]|\b(?:e\.g|i\.e|approx|max|min|no|vs|dr|st|cf|fig|tab|sec))[.!?](?=\s|$)/i;

export const oneSentence: Filter = (text) => {
  const line = text.split("\n", 1)[0] ?? "";
  const end = sentenceEnd.exec(line);
  return end ? line.slice(0, end.index + 1) : line;
};
