// Footnotes and the places that call them.

import assert from "node:assert/strict";
import { it } from "node:test";
import { footnotesOf, notesIn } from "./footnote.ts";
import { parseGuideline } from "./guideline.ts";

const notes = (text: string) => {
  const guideline = parseGuideline(text);
  return footnotesOf(guideline).map(({ mark, start, end, calls }) => [
    mark,
    guideline.text.slice(start, end).trim(),
    calls.length,
  ]);
};

it("reads labelled notes, one a line", () => {
  assert.deepEqual(
    notes(
      "Tramadol[^a] and codeine[^b], tramadol[^a] again.\n\n[^a]: At most 400 mg.\n[^b]: Not below 12 years.",
    ),
    [
      ["[^a]", "At most 400 mg.", 2],
      ["[^b]", "Not below 12 years.", 1],
    ],
  );
});

it("reads signs behind a word, and takes neither list items nor emphasis for notes", () => {
  assert.deepEqual(notes("Diclofenac 50 mg¹, codeine† 30 mg.\n\n¹ With food.\n† Not below 12 years."), [
    ["¹", "With food.", 1],
    ["†", "Not below 12 years.", 1],
  ]);
  assert.deepEqual(notes("Enoxaparin 60 mg*.\n\n\\* in two doses"), [["\\*", "in two doses", 1]]);
  assert.deepEqual(notes("Give *both* doses.\n\n* one\n* two\n\n*Remarks.* None."), []);
});

it("gives the notes that are called within a span", () => {
  const text = "Diclofenac[^1].\n\nCodeine[^2].\n\n[^1]: With food.\n\n[^2]: At night.";
  const at = text.indexOf("Codeine");
  assert.deepEqual(
    notesIn(parseGuideline(text), { start: at, end: at + 12 }).map((note) => note.trim()),
    ["At night."],
  );
});
