// What already stands after the cursor is not suggested again.

import type { Filter } from "./filter.ts";

export const rightContext: Filter = (text, { after }) => {
  const said = text.trimEnd();
  const rest = after.trim();
  // The longest end of the suggestion that the document already goes on with.
  for (let length = Math.min(said.length, rest.length); length > 0; length--) {
    if (said.endsWith(rest.slice(0, length))) return said.slice(0, -length);
  }
  return text;
};
