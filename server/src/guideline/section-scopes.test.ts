// Doses without a name, below headings that name no medicine: whose they are is what is spoken of so far.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatMeasure } from "./measure-format.ts";

const ordersOf = (text: string) =>
  parseGuideline(text).orders.map(({ medicine, dose }) => `${medicine.name} ${formatMeasure(dose)}`);

const lead = "# Eclampsia\n\nMagnesium sulfate is begun before transfer.\n\n## Intravenous regimen\n\n";

describe("a dose without a name", () => {
  it("is the only medicine's that the text above speaks of", () => {
    assert.deepEqual(ordersOf(`${lead}The loading dose is 4 g IV over 20 minutes.`), [
      "magnesium sulfate 4 g",
    ]);
    assert.deepEqual(ordersOf("## Fits\n\nDiazepam stops most fits.\n\n- Adults: 10 mg IV once"), [
      "diazepam 10 mg",
    ]);
  });

  it("is nobody's where two are spoken of, above or beside it", () => {
    const two = lead.replace("transfer.", "transfer, and labetalol after it.");
    assert.deepEqual(ordersOf(`${two}The loading dose is 4 g IV over 20 minutes.`), []);
    assert.deepEqual(ordersOf(`${lead}Give 10 mL IV; have calcium gluconate at hand.`), []);
  });

  it("is no drink", () => {
    assert.deepEqual(
      ordersOf("# Dengue\n\nIbuprofen is avoided.\n\nThe patient drinks two litres each day."),
      [],
    );
  });

  it("stands in a row that says what it is for below a heading with the medicine", () => {
    const rows = "| Purpose | Route | Dose |\n|---|---|---|\n| Dressing of burns | IM | 4 mg/kg |\n";
    assert.deepEqual(ordersOf(`# Ketamine\n\n${rows}`), ["ketamine 4 mg/kg"]);
    assert.deepEqual(ordersOf(`# Ketamine\n\n${rows.replace("Purpose", "Medicine")}`), []);
  });

  it("is for all where a heading names its disease once for all and once for some", () => {
    const [order] = parseGuideline(
      "# Malaria and malaria in pregnancy\n\nPrimaquine 0.25 mg/kg PO once.",
    ).orders;
    assert.deepEqual(order?.population.groups, []);
  });
});
