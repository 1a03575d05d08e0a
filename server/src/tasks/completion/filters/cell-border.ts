// A suggestion in a table ends with its cell.

import type { Filter } from "./filter.ts";

export const cellBorder: Filter = (text, { place }) =>
  place === "cell" ? (text.split("|", 1)[0] ?? "") : text;
