// A suggestion is one clause that can be read at a glance: it ends with its line and its first sentence.

import type { Filter } from "./filter.ts";

/** Not behind an initial or an abbreviation that goes on. */
const sentenceEnd =
  /(?<!\b[A-Z]|\b(?:[Ee]\.g|[Ii]\.e|[Aa]pprox|[Mm]ax|[Mm]in|[Nn]o|vs|cf|ca|Dr|St|[Ff]ig|[Tt]ab|[Ss]ec))[.!?](?=\s|$)/;

export const oneSentence: Filter = (text) => {
  const line = text.split("\n", 1)[0] ?? "";
  const end = sentenceEnd.exec(line);
  return end ? line.slice(0, end.index + 1) : line;
};
