// Which single order leaves out its length or route where all others say theirs, and what stands in for them.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { loneLengths, loneRoutes } from "./lone-lack.ts";
import { askedOrders } from "./unsaid.ts";

const names = (all: readonly { order: { medicine: { name: string } } }[]) =>
  all.map(({ order }) => order.medicine.name);

describe("loneLengths", () => {
  const found = (text: string) => names(loneLengths(parseGuideline(text)));
  const others =
    "Ceftriaxone 2 g intravenously once daily for 10 days. Cloxacillin 500 mg by mouth every 6 hours for 7 days.";

  it("finds the one course without an end, wherever the others stand", () => {
    for (const text of [
      "- Azithromycin 1 g by mouth on the first day, then azithromycin 500 mg by mouth once daily.",
      "> Prednisolone 40 mg by mouth once daily in the morning.",
      "| Adults | Doxycycline |\n| --- | --- |\n| No focus | doxycycline 100 mg by mouth twice daily |",
      "In allergy the patient takes doxycycline 100 mg by mouth twice daily with food.",
    ])
      assert.equal(found(`# Typhoid\n\n${others}\n\n## Here\n\n${text}`).length, 1, text);
  });

  it("asks it of any medicine where even what goes on is said to", () => {
    const long = "Colecalciferol 400 IU by mouth once daily, long term.";
    assert.deepEqual(found(`${others} ${long}\n\n- Enalapril 5 mg by mouth once daily`), ["enalapril"]);
    assert.deepEqual(found(`${others}\n\n- Enalapril 5 mg by mouth once daily`), []);
  });

  it("knows an end in other words, and what has none", () => {
    for (const text of [
      "Doxycycline 100 mg by mouth twice daily until the fever has gone for 3 days.",
      "Doxycycline 100 mg by mouth twice daily; both are stopped on day 5.",
      "For 5 days: doxycycline 100 mg by mouth twice daily.",
      "Doxycycline 100 mg by mouth twice daily and rifampicin 600 mg by mouth once daily for 6 weeks.",
      "Doxycycline 100 mg by mouth twice daily.\n\nAll treatment lasts 7 days.",
      "Ibuprofen 400 mg by mouth every 8 hours.",
      "Enalapril 5 mg by mouth once daily.",
      "Doxycycline 100 mg by mouth twice daily. Amoxicillin 500 mg by mouth every 8 hours.",
    ])
      assert.deepEqual(found(`# Typhoid\n\n${others}\n\n${text}`), [], text);
  });
});

describe("loneRoutes", () => {
  const found = (text: string) => {
    const guideline = parseGuideline(text);
    return names(loneRoutes(guideline, askedOrders(guideline, new Set())));
  };
  const others =
    "Oxacillin 50 mg/kg intravenously every 6 hours for 5 days. Doxycycline 100 mg by mouth twice daily for 7 days.";

  it("finds the one order without a route, though another course of it has one", () => {
    const allergy = "In allergy: clindamycin 10 mg/kg every 8 hours for 5 days.";
    assert.deepEqual(found(`${others} ${allergy}`), ["clindamycin"]);
    const later = "## At home\n\nClindamycin 10 mg/kg by mouth every 8 hours for 16 days.";
    assert.deepEqual(found(`## In hospital\n\n${others} ${allergy}\n\n${later}`), ["clindamycin"]);
    const table =
      "| Discharge | ceftriaxone 500 mg single dose |\n| Blisters | aciclovir 400 mg by mouth daily |";
    assert.deepEqual(found(`${others}\n\n## Card\n\n| Sign | Give |\n| --- | --- |\n${table}`), [
      "ceftriaxone",
    ]);
  });

  it("takes a mention, a shared route and a habit of leaving it out for what they are", () => {
    for (const text of [
      "At night clindamycin 10 mg/kg every 8 hours.",
      "Clindamycin 10 mg/kg every 8 hours for 5 days, both by vein.",
      "Clindamycin 10 mg/kg every 8 hours for 5 days. Cefalexin 500 mg every 6 hours for 5 days.",
      "Give clindamycin 10 mg/kg by mouth every 8 hours, and in children clindamycin 10 mg/kg every 8 hours for 5 days.",
    ])
      assert.deepEqual(found(`${others}\n\n${text}`), [], text);
  });
});
