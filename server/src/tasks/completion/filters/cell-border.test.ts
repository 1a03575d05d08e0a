// A suggestion in a table ends with its cell, anywhere else a border is a sign like any other.

import assert from "node:assert/strict";
import { it } from "node:test";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { cellBorder } from "./cell-border.ts";

it("cellBorder ends a cell's text at its border", () => {
  const cut = (text: string, place: "prose" | "cell") =>
    cellBorder(text, contextAt("Give ", " | 3 |", place), { guardNumbers: true });
  assert.equal(cut("twice daily | 5 days |", "cell"), "twice daily ");
  assert.equal(cut("| next", "cell"), "");
  assert.equal(cut("twice daily", "cell"), "twice daily");
  assert.equal(cut("fluids | more", "prose"), "fluids | more");
});
