// Which words are a long form: initials first, then letters in order, then usual readings, and otherwise none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { longFormAfter, longFormBefore, spells } from "./abbreviation-long-form.ts";

const endOf = (short: string, text: string) => {
  const span = longFormBefore(short, text);
  return span && text.slice(span.start, span.end);
};
const startOf = (short: string, text: string) => {
  const span = longFormAfter(short, text);
  return span && text.slice(span.start, span.end);
};

describe("longFormBefore", () => {
  const cases: readonly (readonly [short: string, text: string, long: string | undefined])[] = [
    ["ORS", "Give oral rehydration solution ", "oral rehydration solution"],
    ["MUAC", "Measure the mid-upper arm circumference ", "mid-upper arm circumference"],
    ["TXA", "a dose of tranexamic acid", "tranexamic acid"],
    ["HIV", "the human immunodeficiency virus", "human immunodeficiency virus"],
    [
      "PMTCT",
      "care and prevention of mother-to-child transmission ",
      "prevention of mother-to-child transmission",
    ],
    ["NSAID", "stop every non-steroidal anti-inflammatory drug ", "non-steroidal anti-inflammatory drug"],
    ["FEV1", "the forced expiratory volume in one second", "forced expiratory volume in one second"],
    ["eGFR", "below an estimated glomerular filtration rate ", "estimated glomerular filtration rate"],
    ["PrEP", "offer pre-exposure prophylaxis ", "pre-exposure prophylaxis"],
    // One word for each letter, even where fewer words would hold the letters.
    ["COC", "take combined oral contraceptives ", "combined oral contraceptives"],
    ["PPP", "watch pulse, pressure, perfusion ", "pulse, pressure, perfusion"],
    // Brackets inside the long form belong to it.
    ["MDA", "during mass drug (medicine) administration ", "mass drug (medicine) administration"],
    // A line may break within.
    ["ACT", "an artemisinin-based\n   combination therapy ", "artemisinin-based\n   combination therapy"],
    // Letters say nothing; the usual reading does, British or American.
    ["INH", "six months of isoniazid ", "isoniazid"],
    ["CXR", "order a chest X-ray ", "chest X-ray"],
    ["PPH", "severe postpartum hemorrhage ", "postpartum hemorrhage"],
    ["PaCO2", "the arterial carbon dioxide tension ", "arterial carbon dioxide tension"],
    // None.
    ["ORS", "as recommended in many countries ", undefined],
    ["WHO", "see the tables of the agency ", undefined],
    ["ART", "See above. A rapid test ", "A rapid test"],
    ["ORS", "One. Rest. Sleep. ", undefined],
    ["ORS", "", undefined],
    ["ORS", "more ORS ", undefined],
    ["CRP", "a test that changes rarely and is only of some help to a physician in such a place ", undefined],
  ];
  for (const [short, text, long] of cases) {
    it(`finds ${long === undefined ? "nothing" : `“${long}”`} for ${short} in “${text.trim()}”`, () =>
      assert.equal(endOf(short, text), long));
  }

  it("never throws, and what it finds ends where the text ends and begins at a word", () => {
    const words = fc.array(
      fc.oneof(fc.constantFrom("oral", "(", ")", ".", "\n", "x-ray", "of"), fc.string()),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{1,6}$/), words, (short, parts) => {
        const text = parts.join(" ");
        const span = longFormBefore(short, text);
        if (!span) return;
        assert.equal(span.end, text.trimEnd().length);
        assert.ok(span.start >= 0 && span.start < span.end);
        assert.ok(span.start === 0 || !/[\p{L}\p{N}]/u.test(text[span.start - 1] ?? ""));
      }),
      { numRuns: 300 },
    );
  });
});

describe("longFormAfter", () => {
  it("takes the text up to where it is complete", () => {
    assert.equal(startOf("ORS", "oral rehydration solution"), "oral rehydration solution");
    assert.equal(startOf("ORS", "oral rehydration solution, see Table 2"), "oral rehydration solution");
    assert.equal(startOf("ORS", "the oral rehydration solution."), "oral rehydration solution");
    assert.equal(
      startOf("VMCP", "vincristine, melphalan, cyclophosphamide, prednisolone"),
      "vincristine, melphalan, cyclophosphamide, prednisolone",
    );
    assert.equal(startOf("AVPU", "alert, voice, pain, unresponsive"), "alert, voice, pain, unresponsive");
  });

  it("takes no remark for a long form", () => {
    for (const text of [
      "see Appendix II for clinical staging",
      "this reduces the risk",
      "not at night",
      "1 g",
      "ART again",
      "SART",
      "",
    ]) {
      assert.equal(startOf("ART", text), undefined, text);
    }
  });
});

describe("spells", () => {
  it("demands the first letter at the start, the others in order, and not too many words", () => {
    assert.ok(spells("GCS", "Glasgow coma score"));
    assert.ok(spells("INH", "isoniazid"));
    assert.ok(!spells("GCS", "coma score of Glasgow"));
    assert.ok(!spells("GCS", "given continuously since the day on which she was admitted here"));
    assert.ok(!spells("GCS", "GCS"));
  });
});
