// Orders of whole texts: which dose is whose, and what headings, captions, lead-in lines and columns add.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatIndication } from "./indication.ts";
import { formatMeasure } from "./measure-format.ts";
import type { Order } from "./order.ts";
import { formatPopulation } from "./population.ts";

/** The slots that these tests are about, those not given left out. */
function slots({
  medicine,
  dose,
  frequency,
  divided,
  routes,
  duration,
  maxima,
  phase,
  population,
  negated,
}: Order) {
  const times = frequency?.once ? "once" : frequency?.perDay?.high;
  return [
    negated && "NOT",
    `${medicine.name} ${formatMeasure(dose)}`,
    phase,
    divided && `÷${divided.high ?? ""}`,
    times !== undefined && `×${times}`,
    routes.join("/"),
    typeof duration === "object" && `${duration.high} ${duration.unit.code}`,
    ...maxima.map((max) => `max ${formatMeasure(max)}`),
    formatPopulation(population),
  ]
    .filter((slot) => slot)
    .join(", ");
}
const read = (text: string) => parseGuideline(text).orders.map(slots);

it("takes a short name in the column of medicines for another one, and a child's growth for no dose", () => {
  assert.deepEqual(
    read(
      "| Drug | Dose |\n| --- | --- |\n| Zidovudine | 300 mg |\n| ABCD2 | 150 mg OD |\n| 3TC | 150 mg OD |",
    ),
    ["zidovudine 300 mg", "lamivudine 150 mg, ×1"],
  );
  assert.deepEqual(read("# Iron\n\nGive iron. Discharge if weight gain is at a minimum of 20-30 g/day."), []);
});

describe("orders in running text", () => {
  it("gives a rhythm before a name to that name, and whom a dose is for to that dose", () => {
    assert.deepEqual(
      read("Monthly supervised rifampicin 600 mg and clofazimine 300 mg; daily clofazimine 50 mg."),
      ["rifampicin 600 mg, ×0.03333333333333333", "clofazimine 300 mg", "clofazimine 50 mg, ×1"],
    );
    assert.deepEqual(read("Vitamin K: 2 mg IM for babies of 1500 g or more, 0.5 mg IM for smaller babies."), [
      "phytomenadione 2 mg, im, neonate, weight ≥1.5 kg",
      "phytomenadione 0.5 mg, im, other",
    ]);
  });

  it("counts tablets before their strength, and passes a unit's short form", () => {
    assert.deepEqual(read("Prednisolone: two 5 mg tablets twice a day. Zinc: half a 20 mg tablet daily."), [
      "prednisolone 10 mg, ×2",
      "zinc sulfate 10 mg, ×1",
    ]);
    assert.deepEqual(read("Tetanus immunoglobulin 20 international units (IU) per kilogram once."), [
      "tetanus immunoglobulin 20 unit/kg, ×once",
    ]);
    assert.deepEqual(read("Vitamin A 200,000 IU from 12 months, 100,000 IU from 6 to 11 months."), [
      "retinol 200000 unit, age ≥1 years",
      "retinol 100000 unit, age 6–11 months",
    ]);
  });

  it("have the slots that the text gives, and no others", () => {
    assert.deepEqual(
      read("Give amoxicillin 40 mg/kg/day PO in 3 divided doses for 7 days (max 1.5 g/day)."),
      ["amoxicillin 40 mg/kg/day, ÷3, oral, 7 d, max 1.5 g/day"],
    );
    assert.deepEqual(read("Amoxicillin 500 mg."), ["amoxicillin 500 mg"]);
  });

  it("begin anew for another population, medicine or point of the treatment", () => {
    assert.deepEqual(
      read("Ceftriaxone 2 g IV every 12 hours for adults and 100 mg/kg IV once daily for children."),
      ["ceftriaxone 2 g, ×2, iv, adult", "ceftriaxone 100 mg/kg, ×1, iv, child"],
    );
    assert.deepEqual(read("Quinine IV: loading dose 20 mg/kg, then 10 mg/kg every 8 hours."), [
      "quinine 20 mg/kg, loading, iv",
      "quinine 10 mg/kg, then, ×3, iv",
    ]);
    assert.deepEqual(read("Give 500 mg of amoxicillin three times a day and 5 mL/kg of glucose 10 % IV."), [
      "amoxicillin 500 mg, ×3",
      "glucose 5 mL/kg, iv",
    ]);
  });

  it("are not made of limits, carriers, strengths and prohibitions", () => {
    assert.deepEqual(read("If clearance is below 15 mL/minute, use heparin 5000 units SC twice daily."), [
      "heparin 5000 unit, ×2, sc",
    ]);
    assert.deepEqual(read("Give phenytoin 20 mg/kg IV in sodium chloride 0.9 %."), [
      "phenytoin 20 mg/kg, iv",
    ]);
    assert.deepEqual(read("Do not give ceftriaxone 80 mg/kg IV."), ["NOT, ceftriaxone 80 mg/kg, iv"]);
    assert.deepEqual(read("Fever falls. The pulse is 80 and haemoglobin 7 g/dL."), []);
  });
});

describe("orders in lists", () => {
  it("take the medicine from the parent item or the one before", () => {
    assert.deepEqual(read("- Paracetamol\n  - 1–5 years: 125 mg\n  - 6–12 years: 250 mg\n"), [
      "paracetamol 125 mg, age 1–5 years",
      "paracetamol 250 mg, age 6–12 years",
    ]);
    assert.deepEqual(read("- Adults: amoxicillin 500 mg PO\n- Children: 250 mg PO\n"), [
      "amoxicillin 500 mg, oral, adult",
      "amoxicillin 250 mg, oral, child",
    ]);
  });

  it("take the medicine from a heading that names only one", () => {
    assert.deepEqual(read("## Levetiracetam\n\n- Children: 20 mg/kg IV once\n"), [
      "levetiracetam 20 mg/kg, ×once, iv, child",
    ]);
    assert.deepEqual(read("## Levetiracetam or phenytoin\n\n- Children: 20 mg/kg IV once\n"), []);
  });
});

describe("orders in tables", () => {
  it("keep the weeks of their own column", () => {
    const { orders } = parseGuideline(
      "| Medicine | Weeks 1 and 2 | Weeks 3 to 8 |\n|---|---|---|\n| Folic acid | 5 mg weekly | 10 mg weekly |",
    );
    assert.deepEqual(
      orders.map(({ indication }) => indication.qualifiers),
      [["week 1-2"], ["week 3-8"]],
    );
  });

  it("take units, populations and medicines from the heads", () => {
    const table =
      "| Medicine | Child (mg/kg) | Adult (mg) | Times a day |\n| --- | --- | --- | --- |\n| Amoxicillin | 25 | 500 | 3 |\n";
    assert.deepEqual(read(table), ["amoxicillin 25 mg/kg, child", "amoxicillin 500 mg, ×3, adult"]);
  });

  it("are per kilogram where the text says so of all, not of one dose", () => {
    const table = "| Weight | Dose |\n|---|---|\n| 15 kg | 150 mg |\n";
    const doses = (lead: string) =>
      parseGuideline(`# Levetiracetam\n\n${lead}\n\n${table}`)
        .orders.map(({ dose }) => formatMeasure(dose))
        .at(-1);
    assert.equal(doses("All doses are per kilogram."), "150 mg/kg");
    assert.equal(doses("The dose is 10 mg per kilogram."), "150 mg");
    assert.equal(doses("The dose is 10 mg per kg twice daily."), "150 mg");
  });

  it("have the row's band as population and the caption's medicine", () => {
    const table =
      "**Table 1. Ceftriaxone IV**\n\n| Weight (kg) | Dose (mg) |\n| --- | --- |\n| 3–5 | 300 |\n| 6–9 | 600 |\n";
    assert.deepEqual(read(table), [
      "ceftriaxone 300 mg, iv, weight 3–5 kg",
      "ceftriaxone 600 mg, iv, weight 6–9 kg",
    ]);
  });

  it("may be turned, with the medicines side by side", () => {
    const table =
      "| | Cefazolin | Cefalexin |\n| --- | --- | --- |\n| Dose | 50 mg/kg | 25 mg/kg |\n| Interval | 8 hourly | 6 hourly |\n| Route | IV | PO |\n";
    assert.deepEqual(read(table), ["cefazolin 50 mg/kg, ×3, iv", "cefalexin 25 mg/kg, ×4, oral"]);
  });

  it("may be cards that say one order slot by slot", () => {
    const card = (medicine: string, dose = "25 mg/kg twice daily") =>
      `| Item | Entry |\n|---|---|\n| ${medicine} | cefalexin |\n| Dose | ${dose} |\n| Route | oral |\n| Imaging | under 6 months |`;
    for (const head of ["Medicine", "Drug", "**Medication**"])
      assert.deepEqual(read(card(head)), ["cefalexin 25 mg/kg, ×2, oral"], head);
    assert.deepEqual(read(card("Allergy")), []);
    assert.deepEqual(read(card("Medicine", "amoxicillin 1 g")), ["amoxicillin 1 g"]);
  });

  it("go on about the medicine above only where no other is named", () => {
    const table = (name: string) =>
      `| Medicine | Dose |\n| --- | --- |\n| Quinine | 600 mg |\n| ${name} | 100 mg |\n`;
    assert.deepEqual(read(table("")), ["quinine 600 mg", "quinine 100 mg"]);
    assert.deepEqual(read(table("Xyzolamine")), ["quinine 600 mg"]);
  });
});

describe("what holds for a section", () => {
  it("is inherited, and the nearer wins", () => {
    const text =
      "# Children\n\n## Newborns\n\nAmpicillin 50 mg/kg IV twice daily.\n\n## Malaria\n\nAdults: quinine 600 mg PO every 8 hours.\n";
    assert.deepEqual(read(text), ["ampicillin 50 mg/kg, ×2, iv, neonate", "quinine 600 mg, ×3, oral, adult"]);
  });

  it("takes a sound organ for no topic of its own", () => {
    const topics = (title: string) =>
      parseGuideline(`# Gout\n\n## ${title}\n\nGive naproxen 500 mg PO twice daily.`).orders.map(
        ({ indication }) => formatIndication(indication),
      );
    for (const title of ["Adults with normal kidney function", "Normal liver and kidneys", "Healthy heart"])
      assert.deepEqual(topics(title), ["gout"], title);
    assert.deepEqual(topics("Kidney"), ["kidney"]);
  });

  it("says what a medicine is for", () => {
    const of = (text: string) =>
      parseGuideline(text).orders.map(({ indication }) =>
        [...indication.conditions, ...indication.qualifiers].join(" "),
      );
    assert.deepEqual(of("# Severe malaria\n\nArtesunate 2.4 mg/kg IV."), ["malaria severe"]);
    assert.deepEqual(
      of("# Sepsis\n\n- Suspected meningitis: ceftriaxone 100 mg/kg IV\n- ceftriaxone 80 mg/kg IV"),
      ["meningitis", "sepsis"],
    );
    assert.deepEqual(of("# Sepsis\n\nCeftriaxone 80 mg/kg IV until meningitis has been excluded."), [
      "sepsis",
    ]);
  });
});

it("reads each line of a flow chart that begins with an arrow as a step of its own", () => {
  assert.deepEqual(
    read(
      "# Thiamine\n\nHeavy drinker\n→ yes: confused, thiamine 250 mg IV every 8 hours for 3 days\n→ no: thiamine 250 mg IV once daily for 3 days",
    ),
    ["thiamine 250 mg, ×3, iv, 3 d", "thiamine 250 mg, ×1, iv, 3 d"],
  );
});

it("takes what a disease has met, and the sum of a week, for no medicine and no rhythm", () => {
  const table = (head: string, row: string) =>
    read(`# Hepatitis B\n\n**Table 1. Entecavir by mouth**\n\n| ${head} |\n|---|---|---|\n| ${row} |`);
  assert.deepEqual(
    table("CrCl (mL/min) | Naive | Lamivudine-resistant", "50 or above | 0.5 mg daily | 1 mg daily"),
    ["entecavir 0.5 mg, ×1, oral", "entecavir 1 mg, ×1, oral"],
  );
  assert.deepEqual(
    table("Weight (kg) | Dose per session (mg) | Weekly total (mg)", "40 | 2 | 6").slice(0, 1),
    ["entecavir 2 mg, oral, weight 40 kg"],
  );
});

it("takes a row with a name of its own behind 'And', and what something is diluted in, for no other medicine", () => {
  const table = (...rows: string[]) =>
    read(`## Eyes\n\n| Medicine | | Adult dose |\n| --- | --- | --- |\n${rows.join("\n")}`);
  assert.deepEqual(table("| | Ganciclovir IV | 5 mg/kg |", "| And | Forscanet 24 mg/mL IV | 90 mg/kg |"), [
    "ganciclovir 5 mg/kg, iv, adult",
  ]);
  assert.deepEqual(
    read(
      "## DEXAMETHASONE\n\n| Route | Dose |\n| --- | --- |\n| IV <br> Dilute in 10 mL sodium chloride 0.9% | Adult 10 mg |",
    ),
    ["dexamethasone 10 mg, iv, adult"],
  );
});

it("reads an empty cell of ages below one that reaches over several rows of weights", () => {
  assert.deepEqual(
    read(
      "## Cloxacillin\n\n| Age | Weight | Dose IV |\n| --- | --- | --- |\n| 8–27 days | < 2 kg | 50 mg/kg 8-hourly |\n| | ≥ 2 kg | 50 mg/kg 6-hourly |",
    ),
    [
      "cloxacillin 50 mg/kg, ×3, iv, age 8–27 days, weight <2 kg",
      "cloxacillin 50 mg/kg, ×4, iv, age 8–27 days, weight ≥2 kg",
    ],
  );
});
