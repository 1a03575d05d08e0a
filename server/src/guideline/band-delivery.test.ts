// What bands deliver beside the nominal dose: misfits, coarse and capped tables, columns on another dose.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnMisfitsOf, misfitsOf } from "./band-delivery.ts";
import { parseGuideline } from "./guideline.ts";

const misfits = (text: string) => {
  const guideline = parseGuideline(text);
  return guideline.bandSeries.flatMap((series) =>
    misfitsOf(guideline, series).map(({ cell }) => text.slice(cell.start, cell.end)),
  );
};
const rows = (head: string, ...cells: string[]) =>
  `${head}\n|---|---|\n${cells.map((cell) => `| ${cell} |`).join("\n")}`;

describe("misfitsOf", () => {
  it("finds the odd band of tablets, of milligrams below a caption's unit and across", () => {
    const tablets = (last: string) =>
      rows("| Weight (kg) | Tablets |", "12–16 | 1", "17–22 | 1½", "23–32 | 2", `33–42 | ${last}`);
    assert.deepEqual(misfits(`Praziquantel 40 mg/kg, once. Tablets of 600 mg.\n\n${tablets("5")}`), ["5"]);
    assert.deepEqual(misfits(`Praziquantel 40 mg/kg, once. Tablets of 600 mg.\n\n${tablets("2½")}`), []);
    const amounts = rows(
      "| Weight | Dose |",
      "10 kg | 24",
      "15 kg | 36",
      "20 kg | 84",
      "25 kg | 60",
      "30 kg | 72",
    );
    assert.deepEqual(misfits(`Artesunate 2.4 mg/kg IV. Dose in mg by weight:\n\n${amounts}`), ["84"]);
    const across =
      "| Weight (kg) | 3–5 | 6–9 | 10–14 | 15–19 |\n|---|---|---|---|---|\n| Dose (mg) | 200 | 375 | 1200 | 875 |";
    assert.deepEqual(misfits(`## Ceftriaxone 50 mg/kg IM once\n\n${across}`), ["1200"]);
  });

  it("reads rows of tablets below a corner that names them, and doses whose medicine stands behind", () => {
    const sheet = (last: string) =>
      `Ethambutol tablets of 100 mg. Aim at 15 mg/kg of rifampicin and 20 mg/kg of ethambutol, once a day.\n\n| Tablets once daily | 4–7 kg | 8–11 kg | 12–15 kg | 16–24 kg |\n|---|---|---|---|---|\n| Ethambutol 100 mg | 1 | 2 | 3 | ${last} |`;
    assert.deepEqual(misfits(sheet("7")), ["7"]);
    assert.deepEqual(misfits(sheet("4")), []);
  });

  it("takes the dose from the chapter where the section has none", () => {
    const table = rows(
      "| Weight (kg) | Tablets |",
      "15–24 | 1",
      "25–35 | 2",
      "36–50 | 5",
      "51–65 | 4",
      "66–79 | 5",
    );
    assert.deepEqual(
      misfits(`## Ivermectin\n\n200 µg/kg, once. Tablets hold 3 mg.\n\n### Tablets by weight\n\n${table}`),
      ["5"],
    );
  });

  it("allows a stated maximum and says nothing without a nominal dose", () => {
    const table = rows(
      "| Weight | Dose |",
      "10 kg | 100 mg",
      "20 kg | 200 mg",
      "30 kg | 300 mg",
      "50 kg | 300 mg",
    );
    assert.deepEqual(misfits(`Isoniazid 10 mg/kg, maximum 300 mg.\n\n${table}`), []);
    assert.deepEqual(misfits(table), []);
  });
});

describe("columnMisfitsOf", () => {
  it("finds a column that follows another dose as a whole", () => {
    const text = `Caffeine 20 mg/kg once.\n\n${rows("| Weight (kg) | Caffeine (mg) |", "1–1.2 | 11", "1.3–1.5 | 14", "1.6–1.8 | 17")}`;
    const guideline = parseGuideline(text);
    const found = guideline.bandSeries.flatMap((series) => columnMisfitsOf(guideline, series));
    assert.equal(Math.round(found[0]?.delivered ?? 0), 10);
  });
});
