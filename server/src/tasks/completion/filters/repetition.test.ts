// A suggestion ends where it begins to say something again.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { contextAt } from "../../../../../test/support/completion-contexts.ts";
import { repetition } from "./repetition.ts";

const cut = (before: string, text: string, place: "prose" | "cell" = "prose") =>
  repetition(text, contextAt(before, "", place), { guardNumbers: true });

describe("repetition", () => {
  it("ends a loop where it begins", () => {
    assert.equal(
      cut("", "give oral fluids slowly, give oral fluids slowly, give"),
      "give oral fluids slowly, ",
    );
    assert.equal(cut("", "no no no no no no"), "no ");
  });

  it("does not say again what was just said, whatever its capitals and marks", () => {
    assert.equal(cut("Refer to hospital at once. ", "refer to hospital, at once"), "");
    assert.equal(cut("Refer to hospital at once. ", "Tell them: refer to hospital at once"), "Tell them: ");
    assert.equal(
      cut(`Refer to hospital at once. ${"word ".repeat(80)}`, "Refer to hospital at once"),
      "Refer to hospital at once",
    );
  });

  it("leaves short repetitions and the rows of tables alone", () => {
    assert.equal(cut("for 5 days. ", "for 5 days again"), "for 5 days again");
    assert.equal(cut("| a | three times a day |\n| b | ", "three times a day", "cell"), "three times a day");
  });
});
