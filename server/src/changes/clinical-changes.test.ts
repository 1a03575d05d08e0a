// What is reported of two editions: every clinical change with both sides, and nothing that was only moved or reworded.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import type { Change, Edited } from "./change.ts";
import { changesBetween, clinicalChanges } from "./clinical-changes.ts";

const between = (before: string, after: string) =>
  clinicalChanges(parseGuideline(before), parseGuideline(after));
const said = ({ action, kind, subject, differences }: Change) =>
  [
    `${action} ${kind} ${subject}`,
    ...differences.map(({ slot, before, after }) => `${slot}: ${before?.text} → ${after?.text}`),
  ].join("; ");

const order = (dose: string) => `# Sepsis\n\n## Neonates\n\nGive gentamicin ${dose} IV for 7 days.\n`;

describe("clinicalChanges", () => {
  it("says a changed dose with its medicine, patients and both sides as written", () => {
    assert.deepEqual(between(order("5 mg/kg 24-hourly"), order("7.5 mg/kg 24-hourly")).map(said), [
      "changed order gentamicin, neonate, sepsis; dose: 5 mg/kg 24-hourly → 7.5 mg/kg 24-hourly",
    ]);
  });

  it("takes a day's amount and its single doses for one, and 8-hourly for three times a day", () => {
    const both = ["40 mg/kg every 8 hours", "40 mg/kg three times daily", "120 mg/kg/day in 3 divided doses"];
    for (const one of both) for (const other of both) assert.deepEqual(between(order(one), order(other)), []);
  });

  it("finds a ban that became an order", () => {
    const text = (verb: string) => `# Cholera\n\n${verb} loperamide 2 mg PO once daily in adults.\n`;
    const found = between(text("Do not give"), text("Give")).map(said);
    assert.ok(
      found.some((one) => /given: not to be given → undefined/.test(one)),
      found.join("\n"),
    );
  });

  it("finds what a table's column no longer forbids, and to whom", () => {
    const text = (cell: string) =>
      `# Medicines\n\n| Medicine | Pregnancy | Breastfeeding |\n|---|---|---|\n| Atropine | ${cell} | Avoid |\n| Folic acid | Safe | Safe |\n`;
    assert.deepEqual(between(text("Avoid"), text("Safe")).map(said), [
      "removed contraindication atropine, pregnant",
    ]);
    assert.deepEqual(between(text("Avoid"), text("Contraindicated")), []);
  });

  it("finds whom a class of medicines is no longer forbidden to", () => {
    const text = (who: string) => `# NSAIDs\n\nContraindicated in: ${who}.\n`;
    assert.deepEqual(between(text("asthma, dengue"), text("asthma")).map(said), [
      "changed contraindication nsaid, asthma; not to be given: Contraindicated in: asthma, dengue. → Contraindicated in: asthma.",
    ]);
    assert.deepEqual(between(text("asthma, dengue"), text("dengue or asthma")), []);
  });

  it("takes pregnancy and pregnant women for the same patients of a ban", () => {
    const text = (who: string) => `# Epilepsy\n\nValproate is contraindicated in ${who}.\n`;
    assert.deepEqual(between(text("pregnancy"), text("pregnant women")), []);
    assert.equal(between(text("pregnancy"), text("women")).length, 1);
  });

  it("is silent about what moved to another document", () => {
    const [a, b, c] = [
      "# A\n\nText.\n",
      "# B\n\nOther.\n",
      "\n## Fever\n\nParacetamol 1 g PO every 6 hours.\n",
    ];
    const edition = (one: string, other: string): Edited[] => [
      { name: "a.md", identity: "a.md", guideline: parseGuideline(one) },
      { name: "b.md", identity: "b.md", guideline: parseGuideline(other) },
    ];
    assert.deepEqual(changesBetween(edition(a + c, b), edition(a, b + c)), []);
  });

  it("is silent about a mended name", () => {
    const text = (name: string) => `# Otitis\n\nGive ${name} 500 mg PO three times daily for 5 days.\n`;
    assert.deepEqual(between(text("amoxicilin"), text("amoxicillin")), []);
    assert.deepEqual(between(text("amoxicillin"), text("amoxicilin")), []);
  });

  it("takes time in proportion to the length of the editions", () => {
    const parts = [...soundGuidelines.values()];
    const edition = (size: number, edit: (text: string) => string): Edited[] =>
      Array.from({ length: size }, (_, i) => {
        const name = `${i}.md`;
        const text = edit((parts[i % parts.length] ?? "").replaceAll("Give", `Give in ward ${i}`));
        return { name, identity: name, guideline: parseGuideline(text) };
      });
    const edited = (text: string) => text.replace(/(\d) mg/g, "$10 mg");
    const made = new Map(
      [8, 32].map((size) => [size, [edition(size, (text) => text), edition(size, edited)] as const]),
    );
    const ratio = growth((size) => changesBetween(...(made.get(size) ?? [[], []])), 8);
    assert.ok(ratio < 9, `${ratio} times the time for 4 times the text`);
  });

  it("reads what has no order, band or threshold without fault", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        between(one, other);
      }),
    );
  });

  for (const [name, text] of soundGuidelines) {
    const guideline = parseGuideline(text);

    it(`finds nothing between ${name} and itself`, () => {
      assert.deepEqual(clinicalChanges(guideline, parseGuideline(text)), []);
    });

    it(`finds nothing in ${name} with its sections in another order`, () => {
      const parts = sectionsOf(text);
      fc.assert(
        fc.property(fc.shuffledSubarray(parts.slice(1), { minLength: parts.length - 1 }), (moved) => {
          const found = clinicalChanges(guideline, parseGuideline([parts[0], ...moved].join("")));
          assert.deepEqual(found.map(said), []);
        }),
        { numRuns: 5 },
      );
    });

    it(`turns added and removed round where the editions of ${name} are swapped`, () => {
      const parts = sectionsOf(text);
      fc.assert(
        fc.property(fc.subarray(parts.slice(1)), (left) => {
          const shorter = parseGuideline([parts[0], ...left].join(""));
          const there = clinicalChanges(guideline, shorter).map(({ action }) => action);
          const back = clinicalChanges(shorter, guideline).map(({ action }) => action);
          const count = (all: string[], action: string) => all.filter((one) => one === action).length;
          assert.equal(count(there, "removed"), count(back, "added"));
          assert.equal(count(there, "added"), count(back, "removed"));
          assert.equal(count(there, "changed"), count(back, "changed"));
        }),
        { numRuns: 5 },
      );
    });
  }
});

/** The text before the first section of the second level, and each of these sections; footnotes stay at the end. */
function sectionsOf(text: string): string[] {
  return text.split(/^(?=## )/m).map((part) => (part.endsWith("\n") ? part : `${part}\n`));
}
