// One row of a differential: what of a model's output may stand, in which cells, and what never may.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  acceptRow,
  type Cells,
  cellNames,
  clean,
  partialCells,
  type Row,
  rowSchema,
  toBeWritten,
} from "./row.ts";

const good: Cells = {
  condition: "Bacterial meningitis",
  supports: "Fever, neck stiffness",
  against: "Slow onset over weeks",
  test: "Lumbar puncture",
  lowResource: "Look at the fluid",
  redFlag: "Falling consciousness: refer at once",
};
const json = (cells: Partial<Cells>) => JSON.stringify({ ...good, ...cells });
const row = (condition: string): Row => ({ tier: "common", cells: { ...good, condition } });

function accepted(cells: Partial<Cells>, earlier: readonly Row[] = []) {
  const acceptance = acceptRow(json(cells), "can't miss", earlier);
  assert.ok("row" in acceptance, JSON.stringify(acceptance));
  return acceptance;
}
const rejection = (output: string, earlier: readonly Row[] = []) => {
  const acceptance = acceptRow(output, "common", earlier);
  return "rejected" in acceptance ? acceptance.rejected : "accepted";
};

describe("acceptRow", () => {
  it("takes a good row as it is, under the tier that was asked for", () => {
    assert.deepEqual(accepted({}), { row: { tier: "can't miss", cells: good }, removed: [] });
  });

  it("rejects what is no whole JSON object", () => {
    for (const output of ["", "text", json({}).slice(0, -1), "3", "null", '"x"']) {
      assert.equal(rejection(output), "unreadable", output);
    }
  });

  it("rejects a row whose condition is missing, a dose, a citation or a list", () => {
    for (const condition of [
      "",
      "??",
      "ab",
      "Aspirin 300 mg",
      "Meningitis [3]",
      "Fever, cough, rash, pain",
    ]) {
      assert.equal(rejection(json({ condition })), "no condition", condition);
    }
    assert.equal(rejection("[]"), "no condition");
  });

  it("rejects the same condition in other words, spellings and numbers", () => {
    for (const [first, second] of [
      ["Bacterial meningitis", "bacterial Meningitis"],
      ["Severe malaria", "Malaria, severe"],
      ["Anaemia", "Anemia"],
      ["Brain abscess", "Abscess of the brain"],
      ["Febrile convulsion", "Febrile convulsions"],
      ["Acute appendicitis", "Suspected appendicitis"],
    ] as const) {
      assert.equal(rejection(json({ condition: second }), [row(first)]), "already listed", second);
    }
    assert.equal(
      rejection(json({ condition: "Viral meningitis" }), [row("Bacterial meningitis")]),
      "accepted",
    );
  });

  it("clears cells with doses, citations, repetitions or nothing, and says which", () => {
    const { row: cleared, removed } = accepted({
      supports: "Fever above 38 g",
      against: "As in Smith et al.",
      lowResource: "Lumbar puncture",
      redFlag: "–",
    });
    assert.deepEqual(removed, ["supports", "against", "lowResource", "redFlag"]);
    for (const name of removed) assert.equal(cleared.cells[name], toBeWritten);
    assert.equal(cleared.cells.test, "Lumbar puncture");
  });

  it("names each item of a list once, and cuts the piece of a word that the length left over", () => {
    assert.equal(accepted({ supports: "Fever, fever, headache" }).row.cells.supports, "Fever, headache");
    const long = `${"fever of some days, ".repeat(5)}and then head`;
    const { supports } = accepted({ supports: long.slice(0, 100) }).row.cells;
    assert.ok(long.includes(supports) && /[a-z]$/.test(supports), supports);
    assert.ok(`${long} `.includes(`${supports} `) || `${long},`.includes(`${supports},`), supports);
  });

  it("lets nothing through that could break out of a table or a comment, and no dose", () => {
    const piece = fc.constantFrom(
      "fever",
      " ",
      "|",
      "\n",
      "<!--",
      "-->",
      "`",
      "\\",
      "[x](y)",
      "**",
      "5 mg",
      "two",
      "\u2028",
      "}",
    );
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.record({ condition: text, supports: text, redFlag: text }), (cells) => {
        const acceptance = acceptRow(json(cells), "mimic", []);
        if ("rejected" in acceptance) return;
        for (const name of cellNames) {
          const cell = acceptance.row.cells[name];
          if (cell === toBeWritten) continue;
          assert.doesNotMatch(cell, /[|<>`\\[\]{}*_\n\r]|\d\s*mg(?![a-z])/i, cell);
          assert.match(cell, /\p{L}{3}/u);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("partialCells", () => {
  it("reads what of a growing row is there", () => {
    const whole = json({ supports: 'a "quoted" \\ line\nbreak é' });
    let last: Partial<Cells> = {};
    for (let end = 0; end <= whole.length; end++) {
      const cells = partialCells(whole.slice(0, end));
      for (const [name, text] of Object.entries(last)) {
        const now = cells[name as keyof Cells];
        assert.ok(now?.startsWith(text), `${name}: ${JSON.stringify(text)} became ${JSON.stringify(now)}`);
      }
      last = cells;
    }
    assert.deepEqual(last, JSON.parse(whole));
  });

  it("never throws, and knows no other cells", () => {
    assert.deepEqual(partialCells('{"condition":"a","dose":"5 mg","__proto__":"x"'), { condition: "a" });
    fc.assert(fc.property(fc.string(), (text) => void partialCells(`{"condition":"${text}`)));
  });
});

describe("clean", () => {
  it("is the identity on what it has cleaned", () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(clean(clean(text)), clean(text))));
  });
});

describe("rowSchema", () => {
  it("asks for every cell and no other", () => {
    assert.deepEqual(rowSchema.required, cellNames);
    assert.deepEqual(Object.keys(rowSchema.properties as object), cellNames);
    assert.equal(rowSchema.additionalProperties, false);
  });
});
