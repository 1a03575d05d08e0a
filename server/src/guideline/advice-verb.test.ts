// Verbs of advice, for and against, and those that only look like them.

import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { growth } from "../../../test/support/scaling.ts";
import { anyText } from "../../../test/support/texts.ts";
import { adviceVerbsIn } from "./advice-verb.ts";

const read = (text: string) =>
  adviceVerbsIn(text).map(
    ({ verb, direction, reported }) => `${verb} ${direction}${reported ? " (reported)" : ""}`,
  );

it("reads who advises what", () => {
  assert.deepEqual(read("We recommend zinc."), ["recommend for"]);
  assert.deepEqual(read("The panel does not recommend zinc."), ["recommend against"]);
  assert.deepEqual(read("We suggest against zinc."), ["suggest against"]);
  assert.deepEqual(read("Zinc is not recommended."), ["recommend against"]);
  assert.deepEqual(read("Zinc should be considered."), ["consider for"]);
  assert.deepEqual(read("Zinc should not be given, but iron may be used."), ["should against", "may for"]);
  assert.deepEqual(read("Do not give zinc; avoid iron."), ["do not against", "avoid against"]);
  assert.deepEqual(read("WHO recommends zinc; we suggest iron."), [
    "recommend for (reported)",
    "suggest for",
  ]);
  assert.deepEqual(read("Offer zinc."), ["offer for"]);
});

it("leaves what is found, asked or reported alone", () => {
  for (const text of [
    "The history suggests asthma.",
    "It was recommended until 2010.",
    "Patients who may be given zinc are few.",
    "Should symptoms persist, refer.",
    "Fever is suggested by a hot skin.",
    "It is considered safe.",
  ])
    assert.deepEqual(read(text), [], text);
});

it("never fails, slices to its text, and reads in linear time", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { start, end, word } of adviceVerbsIn(`we recommend ${text} should`))
        assert.ok(start <= word.start && word.start < word.end && word.end <= end);
    }),
  );
  for (const piece of ["we recommend ", "should not ", "that we ", "- avoid ", ", "])
    assert.ok(growth((size) => adviceVerbsIn(`${Math.random()}${piece.repeat(size)}`), 2000) < 9, piece);
});
