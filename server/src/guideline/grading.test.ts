// Gradings in words, codes and signs, and what only looks like one.

import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { growth } from "../../../test/support/scaling.ts";
import { anyText } from "../../../test/support/texts.ts";
import { gradingOfCell, gradingsIn } from "./grading.ts";

const read = (text: string) =>
  gradingsIn(text).map(({ strengths, certainties }) =>
    [
      ...strengths.map(({ value, form }) => `${value} (${form})`),
      ...certainties.map(({ value, form }) => `${value} (${form})`),
    ].join(", "),
  );

it("reads words, codes, signs and classes", () => {
  assert.deepEqual(read("Give zinc (strong recommendation, low-certainty evidence)."), [
    "strong (word), low (word)",
  ]);
  assert.deepEqual(read("We suggest rest [Grade 2C]."), ["weak (code), low (code)"]);
  assert.deepEqual(read("Strength: conditional\nCertainty of evidence: very low"), [
    "weak (word), very low (word)",
  ]);
  assert.deepEqual(read("We suggest rest — weak, ⊕⊕⊕◯."), ["weak (word), moderate (symbol)"]);
  assert.deepEqual(read("We suggest rest (GRADE ++OO)."), ["low (symbol)"]);
  assert.deepEqual(read("It should be considered (Class IIa, level of evidence B)."), ["weak (code)"]);
  assert.deepEqual(read("Use it (recommendation grade A; ↑↑)."), ["strong (symbol), strong (code)"]);
  assert.deepEqual(read("Good practice statement: wash hands."), ["good practice (word)"]);
});

it("leaves running text, stages and doses alone", () => {
  for (const text of [
    "A strong recommendation needs more than low-quality evidence alone.",
    "Heart failure of NYHA class II (class II).",
    "Interferon beta 1A and stage 2B disease (high risk).",
    "Give a strong opioid (strong).",
    "Tumours of high grade; fever of low grade.",
    "Potassium is high (++).",
  ])
    assert.deepEqual(read(text), [], text);
});

it("reads cells by their column's head", () => {
  const of = (text: string, head: string) => gradingOfCell(text, head)?.strengths.map(({ value }) => value);
  assert.deepEqual(of("Strong", "Strength"), ["strong"]);
  assert.deepEqual(of("IIb", "Class"), ["weak"]);
  assert.deepEqual(
    gradingOfCell("Low", "Certainty")?.certainties.map(({ value }) => value),
    ["low"],
  );
  assert.equal(gradingOfCell("Strong tea", "Strength"), undefined);
  assert.equal(gradingOfCell("Strong", "Opioid"), undefined);
});

it("never fails, slices to its text, and reads in linear time", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end } of gradingsIn(text))
        assert.ok(start >= 0 && start < end && end <= text.length);
    }),
  );
  for (const piece of ["(strong ", "1B (", "⊕⊕", "- low - ", "++"])
    assert.ok(growth((size) => gradingsIn(`${Math.random()}${piece.repeat(size)}`), 4000) < 9, piece);
});
