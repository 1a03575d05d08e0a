// The labelled lines are in their notation, and there are enough of every kind.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factKinds, labelledBlocks, parseLabelled } from "./labelled.ts";

describe("parseLabelled", () => {
  it("reads blocks of text with their facts", () => {
    const [block, other, ...rest] = parseLabelled(
      "x.txt",
      "> ## Fever\n>\n> Paracetamol 1 g PO.\norder: medicine=paracetamol; dose=1 g; route=oral\n\n> Page 4\nnone\n",
    );
    assert.deepEqual(rest, []);
    assert.equal(block?.text, "## Fever\n\nParacetamol 1 g PO.\n");
    assert.deepEqual(
      block?.facts.map(({ kind, slots }) => [kind, ...slots]),
      [["order", ["medicine", "paracetamol"], ["dose", "1 g"], ["route", "oral"]]],
    );
    assert.equal(other?.line, 6);
    assert.deepEqual(other?.facts, []);
  });

  it("splits a slot at its first equals sign", () => {
    const [block] = parseLabelled("x.txt", "> INR 2–3\nthreshold: analyte=inr; op==; value=2-3\n");
    assert.equal(block?.facts[0]?.slots.get("op"), "=");
  });

  it("says where a label is wrong", () => {
    const wrong = [
      "> Text without labels\n",
      "> A\nordre: medicine=x\n",
      "> A\norder: dosage=1 mg\n",
      "> A\norder: dose=\n",
      "> A\norder: dose=1 mg; dose=2 mg\n",
      "none\n",
    ];
    for (const content of wrong)
      assert.throws(() => parseLabelled("x.txt", content), /^Error: x\.txt:1: /, content);
  });
});

describe("the labelled lines", () => {
  const blocks = labelledBlocks();

  it("are at least 320, of at least five styles, with facts of every kind", () => {
    assert.ok(blocks.length >= 320, String(blocks.length));
    assert.ok(new Set(blocks.map(({ file }) => file)).size >= 5);
    const kinds = new Set(blocks.flatMap(({ facts }) => facts.map(({ kind }) => kind)));
    assert.deepEqual([...kinds].sort(), [...factKinds].sort());
  });

  it("hold at least 40 that yield nothing", () => {
    assert.ok(blocks.filter(({ facts }) => facts.length === 0).length >= 40);
  });

  it("are each there once", () => {
    const texts = blocks.map(({ text }) => text);
    assert.deepEqual(
      texts.filter((text, i) => texts.indexOf(text) !== i),
      [],
    );
  });
});
