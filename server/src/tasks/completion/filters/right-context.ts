// What already stands after the cursor is not suggested again, and a table cell ends at its border.

import type { Filter } from "./filter.ts";

export const rightContext: Filter = (text, { after, place }) => {
  const border = place === "cell" ? text.indexOf("|") : -1;
  const inside = border >= 0 ? text.slice(0, border) : text;
  const rest = after.trim();
  if (rest === "") return inside;
  // The longest end of the suggestion that the document already goes on with.
  for (let length = Math.min(inside.length, rest.length); length > 0; length--) {
    if (inside.endsWith(rest.slice(0, length))) return inside.slice(0, -length);
  }
  return inside;
};
