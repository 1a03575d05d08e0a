// What already stands after the cursor is not said again.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { rightContext } from "./right-context.ts";

const cut = (text: string, after: string) =>
  rightContext(text, contextAt("Give ", after), { guardNumbers: true });

describe("rightContext", () => {
  it("leaves out what the line goes on with", () => {
    assert.equal(cut("fluids (orally)", ")"), "fluids (orally");
    assert.equal(cut("fluids.", "."), "fluids");
    assert.equal(cut("fluids, then rest", " , then rest"), "fluids");
    assert.equal(cut("fluids, th", ", then rest"), "fluids");
    assert.equal(cut("fluids (orally) ", ")"), "fluids (orally");
  });

  it("leaves a suggestion alone that the line does not repeat", () => {
    assert.equal(cut("fluids", ")"), "fluids");
    assert.equal(cut("fluids", "   "), "fluids");
    assert.equal(cut("fluids | more", ""), "fluids | more");
  });
});
