// Gradings in running words, and sentences that only speak of gradings.

import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { growth } from "../../../test/support/scaling.ts";
import { anyText } from "../../../test/support/texts.ts";
import { proseGrading } from "./grading-prose.ts";

const read = (text: string) => {
  const found = proseGrading(text);
  return found && [...found.strengths, ...found.certainties].map(({ value }) => value);
};

it("reads what a sentence says of its own recommendation", () => {
  assert.deepEqual(
    read("The group makes a strong recommendation, on low-certainty evidence: use ear muffs."),
    ["strong", "low"],
  );
  assert.deepEqual(read("We suggest rest, based on evidence of very low certainty."), ["very low"]);
  assert.deepEqual(read("This is a conditional recommendation with moderate certainty."), [
    "weak",
    "moderate",
  ]);
});

it("leaves alone what is said of others, or of all", () => {
  for (const text of [
    "A strong recommendation may rest on low certainty.",
    "Before a strong recommendation is made, two trials are needed.",
    "The 2015 edition made a strong recommendation for rest.",
    "Low-certainty evidence comes from two trials.",
  ])
    assert.equal(read(text), undefined, text);
});

it("never fails, and reads in linear time", () => {
  fc.assert(fc.property(anyText, (text) => void proseGrading(text)));
  for (const piece of ["a strong recommendation ", "we suggest based on low ", "certainty of evidence is "])
    assert.ok(growth((size) => proseGrading(`${Math.random()}${piece.repeat(size)}`), 1000) < 9, piece);
});
