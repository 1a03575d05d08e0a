// A sentence without the clause that says who its patients are: "A patient who does not bleed gets no platelets". It must not
// know what is done.

import { people } from "./deed-object.ts";

/** "A patient who does not bleed gets no platelets": what is said of whom, without who they are. */
const relative = new RegExp(
  `(?<=\\b(?:${people}|patient|person|child|woman|man|mother|infant|newborn|baby|adult|adolescent|resident)\\s+)(?:who|whose|in +whom)\\s+\\S+(?:\\s+[^\\s.;:]+){0,14}?\\s+(?=(?:(?:gets?|receives?|takes?|needs?) +(?:no|nothing)|(?:is|are|should|must|do|does|may|can)\\s+(?:not|never)|(?:is|are|should +be|must +be)\\s+[a-zß-öø-ɏ]+(?:ed|en)|should|must)\\b)`,
  "gi",
);
export const withoutRelative = (text: string): string =>
  /\bwho(?:se|m)?\b/i.test(text) ? text.replace(relative, (words) => " ".repeat(words.length)) : text;
