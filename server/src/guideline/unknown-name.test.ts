// Words that are nearly a medicine's name: how near, to which, and that it takes no time on hostile text.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { nearestTo } from "./unknown-name.ts";

describe("nearestTo", () => {
  it("counts letters left out, added, exchanged and swapped", () => {
    assert.deepEqual(nearestTo("cetriaxone"), { targets: ["ceftriaxone"], distance: 1 });
    assert.deepEqual(nearestTo("psuedoephedrine"), { targets: ["pseudoephedrine"], distance: 1 });
    assert.deepEqual(nearestTo("midazalom"), { targets: ["midazolam"], distance: 2 });
  });

  it("allows a third slip in a very long name that begins right", () => {
    assert.deepEqual(nearestTo("carbamezapide").targets, ["carbamazepine"]);
    assert.deepEqual(nearestTo("gabapentidine").targets, ["gabapentin"]);
  });

  it("finds nothing near real names, ordinary words, foreign spellings and short words", () => {
    for (const word of [
      "ceftriaxone",
      "clotrimazole",
      "retinal",
      "lactose",
      "ivermectine",
      "augmentin",
      "oral",
      "table",
    ])
      assert.equal(nearestTo(word).distance, 0, word);
  });
});

describe("parseUnknownNames", () => {
  it("finds a word of a longer name only beside the rest of it", () => {
    const found = (text: string) => parseGuideline(text).unknownNames.flatMap(({ targets }) => targets);
    assert.deepEqual(found("Give ferous sulfate 200 mg by mouth once daily."), ["ferrous"]);
    assert.deepEqual(found("Give benzathine penicilin 1.2 million units IM once."), ["penicillin"]);
    assert.deepEqual(found("Isosorbide dinitrat 5 mg under the tongue."), ["dinitrate"]);
    assert.deepEqual(found("A bottle of ferous is no medicine."), []);
  });

  it("finds nothing in a name that a ligature, a hyphen or a line's end has cut", () => {
    const found = (text: string) => parseGuideline(text).unknownNames.map(({ word }) => word);
    assert.deepEqual(found("Give fl uconazole 200 mg daily. Wipe with hypo-chlorite."), []);
    assert.deepEqual(found("Give cryoprecipitat e 2 units."), []);
    assert.deepEqual(found("Give flu conazole and uconazole 200 mg."), ["uconazole"]);
  });

  it("says where the word stands and whether a medicine would stand there", () => {
    const text = "Give cetriaxone 1 g.\n\n| Name |\n| --- |\n| warfrin |";
    assert.deepEqual(
      parseGuideline(text).unknownNames.map(({ start, end, placed }) => [text.slice(start, end), placed]),
      [
        ["cetriaxone", true],
        ["warfrin", true],
      ],
    );
  });

  it("expects a medicine behind what it is combined with", () => {
    const placed = (text: string) => parseGuideline(text).unknownNames.map((name) => name.placed);
    assert.deepEqual(placed("Amphotericin B is combined with miltofesine under supervision."), [true]);
    assert.deepEqual(placed("Phenyton-induced rash needs a doctor."), [true]);
    assert.deepEqual(placed("People with miltofesine at home are asked to bring it."), [false]);
  });
});
