// Uses of abbreviations: found wherever a reader meets one, and nowhere else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { growth } from "../../../test/support/scaling.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { parseGuideline } from "./guideline.ts";

function uses(text: string): string[] {
  return parseGuideline(text).abbreviations.uses.map(({ short, span }) => {
    assert.equal(text.slice(span.start, span.end), short);
    return short;
  });
}

describe("uses of abbreviations", () => {
  const found: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["Give ORS, then measure the GCS.", "ORS", "GCS"],
    ["Stop NSAIDs and ACTs.", "NSAID", "ACT"],
    ["The CSF's glucose, the CSF’s cells.", "CSF", "CSF"],
    ["A GCS-based score, ORS/zinc, zinc/ORS, (ORS), ORS; “ORS”.", "GCS", "ORS", "ORS", "ORS", "ORS", "ORS"],
    ["Care post-ART and non-COPD wheeze.", "ART", "COPD"],
    [
      "# Use of ORS\n\n| ORS | a |\n| --- | --- |\n| b | GCS |\n\n- CSF\n\n> ICU\n\n**DKA**",
      "ORS",
      "ORS",
      "GCS",
      "CSF",
      "ICU",
      "DKA",
    ],
    ["ORS[^1] is given.\n\n[^1]: In the ICU it is not.", "ORS", "ICU"],
    ["[ORS](http://example.org/GCS) and <b title='CSF'>ICU</b>", "ORS", "ICU"],
    ["Give OPV1, then OPV2.", "OPV", "OPV"],
    ["Give TT1, later TT2.", "TT", "TT"],
    ["HbA1c above 8 %, eGFR below 30", "HbA1c", "eGFR"],
  ];
  for (const [text, ...expected] of found) {
    it(`are found in ${JSON.stringify(text)}`, () => assert.deepEqual(uses(text), expected));
  }

  it("are not the definitions themselves", () => {
    assert.deepEqual(uses("Oral rehydration solution (ORS). More ORS."), ["ORS"]);
    assert.deepEqual(uses("Multidrug-resistant tuberculosis (MDR-TB): MDR-TB is rare."), ["MDR-TB"]);
  });

  it("are the parts of a compound that is nowhere spelled out", () =>
    assert.deepEqual(uses("In MDR-TB wait."), ["MDR"]));

  it("are not seen in what no reader reads as words", () => {
    for (const text of [
      "`ORS` and\n\n```\nGCS\n```\n\n    CSF\n\n<!-- ICU -->",
      "![ORS](GCS.png) <http://example.org/ORS> https://example.org/ORS?GCS write to ORS@example.org",
      "see files/ORS.pdf, C:\\ORS and ORS_old",
      "---\ntitle: ORS\n---\n",
      "NaCl 0.9 %, KCl, MgSO4, 5 cmH2O, 80 mmHg, CO2, 5 IU, group AB, RhD negative, pH",
      "Type II, grade III, section IVa, class XII, vitamin B12, T4",
      "McBurney's point",
    ]) {
      assert.deepEqual(uses(text), [], text);
    }
  });

  it("are not seen in reference lists and lists of authors", () => {
    for (const title of [
      "References",
      "9 References",
      "7.9 Further reading",
      "SOURCES",
      "Bibliography",
      "Authors and contributors",
    ]) {
      assert.deepEqual(
        uses(`# T\n\n## ${title}\n\n1. Gomes MF, Faiz MA. BMJ 2020.\n\n### Online\n\nJAMA\n\n## End\n\nORS`),
        ["ORS"],
        title,
      );
    }
  });

  it("are not words in capitals", () => {
    for (const text of [
      "DO NOT give milk. NEVER wait. ACT NOW, CALL FOR HELP.",
      "# MANAGEMENT OF SHOCK\n\nText.",
      "## WHEN TO REFER TO ICU\n\nText.",
      "STOP the infusion. If there is no effect, stop it for good.",
      "Wash hands. WASH hands.",
      "BEWARE of hypotension; EARLIER is better.",
      "TXA IN THE SPINE KILLS",
    ]) {
      assert.deepEqual(uses(text), [], text);
    }
  });

  it("are seen beside words in capitals, once the document spells them out", () => {
    assert.deepEqual(uses("Tranexamic acid (TXA).\n\n# TXA AND BLOOD\n\nDO NOT delay TXA."), ["TXA", "TXA"]);
    assert.deepEqual(uses("DO NOT give ORS now."), ["ORS"]);
  });

  it("lie at their words in any text", () => {
    fc.assert(
      fc.property(markdownText, (text) => void uses(text)),
      { numRuns: 500 },
    );
  });
});

describe("hostile texts", () => {
  const shapes: Record<string, (size: number) => string> = {
    "shouting in one line": (size) => "ACT NOW ".repeat(size / 8),
    "definitions in one line": (size) => "oral rehydration solution (ORS) ".repeat(size / 32),
    "brackets that open": (size) => "AB (".repeat(size / 4),
    "a wide gap": (size) => `AB${" ".repeat(size)}x`,
    headings: (size) => "# AB\n".repeat(size / 5),
    "many abbreviations": (size) =>
      Array.from({ length: size / 5 }, (_, i) => `Q${i.toString(36).toUpperCase()}`).join(" "),
    "a counted series": (size) => "AB1 ".repeat(size / 4),
    "a definition list": (size) => "AB\n: abc bcd\n".repeat(size / 14),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`take time in proportion to their length: ${name}`, () => {
      const ratio = growth((size) => parseGuideline(shape(size)), 15_000);
      assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times the time`);
    });
  }
});
