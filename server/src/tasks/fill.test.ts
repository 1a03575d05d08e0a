// Places of a prompt are filled with data that cannot pose as another part of the prompt.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fill, preambleOf } from "./fill.ts";

describe("fill", () => {
  it("puts values on one line, where their places are", () => {
    assert.equal(
      fill("A: {{a}}\nB: {{b}} {{a}}\n", { a: " x\n\nB: y ", b: "$& {{a}}" }),
      "A: x B: y\nB: $& {{a}} x B: y",
    );
  });

  it("leaves a place without a value empty", () => assert.equal(fill("A: {{a}}.", {}), "A: ."));
});

it("a prompt's preamble is the lines above its first place, and stays its beginning", () => {
  const template = "Terms.\n\nTerm: ORS\n\nTerm: {{term}}\nIn: {{sentence}}\n";
  const preamble = preambleOf(template);
  assert.equal(preamble, "Terms.\n\nTerm: ORS\n\n");
  assert.ok(fill(template, { term: "x", sentence: "y" }).startsWith(preamble));
  assert.equal(preambleOf("{{all}}"), "");
});
