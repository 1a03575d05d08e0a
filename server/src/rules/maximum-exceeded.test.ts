// The maximum-exceeded rule beyond its examples: what a maximum is of, ranges, tables and worked examples.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { maximumExceeded } from "./maximum-exceeded.ts";

const check = (text: string) => checkMarkdown(text, { rule: "maximum-exceeded", rules: [maximumExceeded] });
const severities = (text: string) => check(text).findings.map(({ severity }) => severity);

function found(text: string, ...others: string[]): string[] {
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  const { findings } = checkGuideline(parseGuideline(text), { list: [maximumExceeded], neighbours });
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

it("holds a maximum to whom its paragraph is about", () => {
  const text =
    "## Ceftriaxone\n\nAdults: ceftriaxone 2 g IV once daily.\n\nFor gonorrhoea of the newborn: inject 50 mg/kg once. Do not give more than 125 mg.";
  assert.deepEqual(found(text), []);
});

it("holds a dose to no limit of something else", () => {
  for (const text of [
    "Risperidone 3 mg once daily, increased by no more than 1 mg/day.",
    "Quetiapine up to 800 mg/day should be reached in increments of no more than 200 mg/day.",
    "Titrate aripiprazole to 15 mg/day in a manner not exceeding 5 mg/day each time.",
    "## Labetalol\n\nGive undiluted at a max rate of 20 mg over 2 minutes.\n\nThen 1250 mg by infusion.",
    "Benzylpenicillin 2.4 g IM. No more than 1 g in each site.",
    "Fentanyl 50 mcg IV. Subsequent dose maximum 25 mcg.",
    "Pilocarpine 15–30 mg daily (do not exceed 10 mg/dose).",
    "Alirocumab 75 mg every 2 weeks or 300 mg every 4 weeks, to a maximum of 150 mg every 2 weeks.",
  ])
    assert.deepEqual(found(text), [], text);
});

describe("maximum-exceeded", () => {
  it("holds a local anaesthetic with adrenaline to no maximum of the plain one", () => {
    assert.deepEqual(
      found("Bupivacaine plain: maximum 2 mg/kg. With adrenaline 3 mg/kg is allowed: at 50 kg, 150 mg."),
      [],
    );
    assert.deepEqual(found("Bupivacaine plain 3 mg/kg, maximum 2 mg/kg."), ["3 mg/kg"]);
  });

  it("holds doses for a weight against the cap of the dose per kilogram that makes them, wherever that stands", () => {
    const table = (dose: string) =>
      `| Weight | Ceftriaxone IV, once daily |\n| --- | --- |\n| 40 kg | 4 g |\n| 50 kg | ${dose} |`;
    const chapter = "Ceftriaxone 100 mg/kg IV once daily, up to 4 g daily however heavy the child.";
    assert.deepEqual(found(table("5 g"), chapter), ["5 g"]);
    assert.deepEqual(found(table("4 g"), chapter), []);
    assert.deepEqual(found(table("5 g"), "Ceftriaxone 100 mg/kg IM once daily, up to 4 g daily."), []);
    const rounded =
      "Gentamicin is ordered at 5 mg/kg IV once daily, rounded to the nearest 10 mg. No single dose is above 400 mg.";
    assert.deepEqual(found("At 90 kg: gentamicin 450 mg IV once daily.", rounded), ["450 mg"]);
    assert.deepEqual(found("At 90 kg: gentamicin 400 mg IV once daily.", rounded), []);
    const amikacin = "Amikacin 15 mg/kg IV once daily, no injection larger than 1.5 g.";
    assert.deepEqual(found("| Weight | Amikacin IV |\n| --- | --- |\n| 110 kg | 1650 mg |", amikacin), [
      "1650 mg",
    ]);
  });

  it("holds what one patient is given against limits by weight, wherever they are listed", () => {
    const limits =
      "# Infiltration\n\nLimits: lidocaine 3 mg/kg; bupivacaine 2 mg/kg.\n\n## Case\n\nAmina, 60 kg, has bupivacaine 0.5 % (5 mg/mL). She receives ";
    assert.deepEqual(found(`${limits}30 mL (150 mg) along the wound.`), ["30 mL"]);
    assert.deepEqual(found(`${limits}20 mL (100 mg) along the wound.`), []);
    const mixed =
      "# Infiltration\n\nLidocaine without adrenaline: at most 3 mg/kg.\n\nA man of 50 kg is given ";
    assert.deepEqual(found(`${mixed}lidocaine with adrenaline, 300 mg, once.`), []);
  });

  it("holds a list's maximum to the illness that its row names", () => {
    const list = (head: string, limit: string) =>
      `# Ceilings\n\n| Medicine | Indication (adults) | ${head} |\n|---|---|---|\n| Colchicine | gout flare | ${limit} |\n| Colchicine | familial Mediterranean fever | maximum 2 mg per day |`;
    const flare = (often: string, title = "Adults with normal kidney function") =>
      `# Gout flare\n\n## ${title}\n\n- Colchicine 500 micrograms orally ${often} for 3 days.`;
    for (const limits of [
      list("Ceiling, orally", "maximum 1.5 mg per day"),
      list("Upper limit", "1.5 mg/day"),
      list("Maximum", "1.5 mg in 24 hours"),
    ]) {
      assert.deepEqual(found(flare("four times daily"), limits), ["500 micrograms"]);
      assert.deepEqual(found(flare("three times daily"), limits), []);
      assert.deepEqual(found(flare("four times daily").replace("Gout flare", "Pericarditis"), limits), []);
      assert.deepEqual(found(flare("four times daily", "Children"), limits), []);
    }
    assert.deepEqual(
      found(flare("four times daily"), list("Limit", "1.5 mg per day").replace("gout flare", "xanthodermia")),
      [],
    );
    for (const [head, cell] of [
      ["Maximum for adults in a day", "1.5 mg"],
      ["Limit", "1.5 mg per day"],
    ] as const)
      for (const use of ["adults", "all uses", "any"])
        assert.deepEqual(
          found(
            flare("four times daily"),
            `# Limits\n\n| Medicine | For | ${head} |\n|---|---|---|\n| Colchicine | ${use} | ${cell} |`,
          ),
          ["500 micrograms"],
        );
  });

  it("reads maxima in the words of people and of heads of columns", () => {
    const table =
      "# Colic in adults\n\n| Medicine PO | Each dose | Times a day | Most in 24 hours |\n|---|---|---|---|\n";
    assert.deepEqual(found(`${table}| Diclofenac | 50 mg | 4 | 150 mg |`), ["50 mg"]);
    assert.deepEqual(found(`${table}| Diclofenac | 50 mg | 3 | 150 mg |`), []);
    const tramadol = (hours: number) =>
      `# Pain in adults\n\n- Tramadol 100 mg PO every ${hours} hours\n- Paracetamol 1 g PO every 6 hours\n\nIn one day nobody gets more than 400 mg of tramadol or 4 g of paracetamol.`;
    assert.deepEqual(found(tramadol(4)), ["100 mg"]);
    assert.deepEqual(found(tramadol(6)), []);
  });

  it("reads maxima with the sign for more and as a level to stay at", () => {
    const tramadol = (hours: number) =>
      `Tramadol 100 mg PO every ${hours} hours. The total of tramadol must stay at or below 400 mg in 24 hours.`;
    assert.deepEqual(found(tramadol(4)), ["100 mg"]);
    assert.deepEqual(found(tramadol(6)), []);
    for (const not of ["never", "no", "not"]) {
      const ibuprofen = (most: string) => `Ibuprofen 800 mg PO every 6 hours, ${not} > ${most} in 24 hours.`;
      assert.deepEqual(found(ibuprofen("2400 mg")), ["800 mg"]);
      assert.deepEqual(found(ibuprofen("3200 mg")), []);
    }
  });

  it("adds further doses to the first one", () => {
    const loperamide = (count: string) =>
      `# Diarrhoea in adults\n\nLoperamide: two capsules (4 mg) at first, then one capsule (2 mg) after each loose stool, with no more than ${count} further capsules. The limit for a day is 16 mg.`;
    assert.deepEqual(found(loperamide("ten")), ["one capsule"]);
    assert.deepEqual(found(loperamide("six")), []);
  });

  it("adds up the doses of a day, also per kilogram", () => {
    const { findings } = check(
      "Ibuprofen 10 mg/kg orally every 6 hours, no more than 30 mg/kg in a day.\n          ^^^^^^^^",
    );
    assert.match(
      findings[0]?.message ?? "",
      /makes 40 mg\/kg a day, more than the stated maximum of 30 mg\/kg\./,
    );
    assert.match(findings[0]?.related[0]?.message ?? "", /30 mg\/kg/);
    assert.deepEqual(
      findings[0]?.fixes().map(({ title }) => title),
      ["Use 7.5 mg/kg as the dose", "Use 40 mg/kg as the maximum"],
    );
  });

  it("leaves to the maximum what may be given hourly as needed", () => {
    check("Midazolam 2.5 mg SC hourly as needed (maximum 15 mg in 24 hours).");
    check(
      "| Symptom | As needed | Maximum in 24 hours |\n| --- | --- | --- |\n| Nausea | Levomepromazine 6.25 mg SC 4-hourly | 25 mg |",
    );
    check("Metoclopramide 10 mg PO four times daily as needed, at most 30 mg per day.\n               ^^^^^");
  });

  it("reports a range as information when its lower end keeps the maximum", () => {
    assert.deepEqual(severities("Paracetamol 1 g orally every 4–6 hours (max 4 g/day).\n            ^^^"), [
      "information",
    ]);
    assert.deepEqual(
      severities("Tramadol 50–100 mg PO every 4 hours; do not exceed 400 mg/24 h.\n         ^^^^^^^^^"),
      ["information"],
    );
    assert.deepEqual(severities("Paracetamol 1 g orally every 3–4 hours (max 4 g/day).\n            ^^^"), [
      "warning",
    ]);
  });

  it("does not guess whether a maximum is of a dose or a day", () => {
    check("Metformin 500 mg orally three times daily (maximum 1 g).");
    check("Co-amoxiclav 30 mg/kg IV three times a day (maximum 1.2 g per dose).");
  });

  it("finds a fixed dose above the maximum of one dose", () => {
    check("Diazepam 20 mg rectally once (maximum 10 mg).\n         ^^^^^");
  });

  it("takes the larger of two maxima, the other being for some patients only", () => {
    check("Chlorphenamine 4 mg orally every 4 hours, maximum 24 mg/day (maximum 12 mg/day in the elderly).");
  });

  const table = (last: string) =>
    `Cefazolin 50 mg/kg IV (maximum 2 g), once.\n\n| Weight | Cefazolin IV, once |\n| --- | --- |\n| 20–29 kg | 1250 mg |\n| 30–39 kg | 1750 mg |\n| 40 kg and over | ${last} |`;

  it("finds the row of a weight table that goes past the maximum, and offers the maximum", () => {
    const { findings } = check(`${table("2500 mg")}\n                   ^^^^^^^`);
    assert.equal(findings[0]?.fixes()[0]?.title, "Use 2000 mg as the dose");
    check(table("2000 mg"));
  });

  it("finds a worked example, unless it says that the maximum was heeded", () => {
    check(
      "# Gentamicin\n\n7 mg/kg IV once daily (maximum 480 mg).\n\nMr B, 80 kg: he is given 560 mg.\n                         ^^^^^^",
    );
    check(
      "# Gentamicin\n\n7 mg/kg IV once daily (maximum 480 mg).\n\nMr B, 80 kg: 560 mg, reduced to 480 mg.",
    );
  });

  it("does not compare with the maximum of another use, or of other patients", () => {
    check(
      "Ceftriaxone for children: 50 mg/kg IV once daily (maximum 2 g); in meningitis, children: ceftriaxone 100 mg/kg IV once daily (maximum 4 g). A child of 30 kg with meningitis: ceftriaxone 3000 mg.",
    );
    check(
      "Children: isoniazid 10 mg/kg once daily (maximum 300 mg).\n\nAdults: isoniazid 900 mg once weekly.",
    );
  });

  it("adds the repeats to the dose before them", () => {
    check(
      "## Seizures\n\n1. Phenobarbital 20 mg/kg IV over 20 minutes.\n2. Still seizures: phenobarbital 10 mg/kg IV, repeated up to three times (maximum 40 mg/kg in total).\n                                 ^^^^^^^^",
    );
    check(
      "## Seizures\n\n1. Phenobarbital 20 mg/kg IV over 20 minutes.\n2. Still seizures: phenobarbital 10 mg/kg IV, repeated up to twice (maximum 40 mg/kg in total).",
    );
  });

  it("is silent where the text says that the maximum holds", () => {
    const text = "At 70 kg, lidocaine 3 mg/kg is 210 mg, so the maximum of 200 mg applies.";
    check(text);
  });

  it("knows many ways to say a maximum, and does not take another clause for a ban", () => {
    assert.deepEqual(
      found(
        "If paracetamol is not enough, add ibuprofen 800 mg by mouth every 6 hours (maximum 2400 mg in 24 hours).",
      ),
      ["800 mg"],
    );
    assert.deepEqual(
      found(
        "If the child is not drinking, never give ibuprofen 800 mg every 6 hours (maximum 2400 mg in 24 hours).",
      ),
      [],
    );
    assert.deepEqual(
      found(
        "Metoclopramide 10 mg IV, up to five times a day. No adult gets more than 30 mg of it in 24 hours.",
      ),
      ["10 mg"],
    );
    assert.deepEqual(found("Haloperidol 5 mg by mouth three times daily. Never go above 10 mg a day."), [
      "5 mg",
    ]);
    assert.deepEqual(
      found(
        "# Tramadol\n\nThe most that an adult may have in a day is tramadol 400 mg.\n\n- Tramadol 150 mg orally every 6 hours.",
      ),
      ["150 mg"],
    );
    assert.deepEqual(
      found(
        "# Tramadol\n\nThe most that an adult may have in a day is tramadol 400 mg.\n\n- Tramadol 100 mg orally every 6 hours.",
      ),
      [],
    );
  });

  describe("of another document", () => {
    const pain = (dose: string) => `# Back pain in adults\n\nIbuprofen ${dose} for 5 days.`;
    const page = (sentence: string) => `# Ibuprofen\n\n${sentence}`;

    it("looks at pages about the medicine, lists of limits and what holds whatever the reason", () => {
      for (const limits of [
        page("Adults: never more than 1.8 g in 24 hours."),
        page("No adult receives above 1800 mg a day."),
        "# Medicines and what they cost\n\nThe daily maximum of ibuprofen is 1.8 g, whatever the reason.",
        "# Ceilings\n\n| Medicine | Most in 24 hours |\n| --- | --- |\n| Paracetamol | 4 g |\n| Ibuprofen | 1.8 g |",
        "# List\n\n| Medicine | Form | Maximum in 24 hours |\n| --- | --- | --- |\n| Ibuprofen | tablet 200 mg, 400 mg | 1.8 g |",
        "# Formulary\n\n**Ibuprofen** (adults, by mouth). Maximum 1.8 g in 24 hours. Bleeding may occur.",
        "# Safety\n\n- Ibuprofen in adults: the highest daily dose is 1.8 g.",
      ]) {
        assert.deepEqual(found(pain("600 mg PO four times daily"), limits), ["600 mg"], limits);
        assert.deepEqual(found(pain("600 mg PO three times daily"), limits), [], limits);
      }
    });

    it("leaves alone what holds for others, for one illness, or without a prescription", () => {
      for (const limits of [
        page("Children: never more than 1.2 g in 24 hours."),
        page("In kidney disease never more than 600 mg in 24 hours."),
        page("Bought without a prescription, at most 1.2 g in 24 hours."),
        "# Gout\n\nIbuprofen: never more than 1.2 g in 24 hours.",
        "# Doses\n\n| Medicine | Dose | Maximum in 24 hours |\n| --- | --- | --- |\n| Ibuprofen | 200 mg three times daily | 600 mg |",
      ])
        assert.deepEqual(found(pain("600 mg PO four times daily"), limits), [], limits);
    });

    it("says where, and offers to change only the document that is checked", () => {
      const guideline = parseGuideline(pain("600 mg PO four times daily"));
      const limits = {
        uri: "file:///limits.md",
        guideline: parseGuideline(page("At most 1.8 g a day in adults.")),
      };
      const { findings } = checkGuideline(guideline, { list: [maximumExceeded], neighbours: [limits] });
      const [finding] = findings;
      assert.match(finding?.message ?? "", /the stated maximum of 1\.8 g\S* in limits\.md, line 3\./);
      assert.equal(finding?.related?.[0]?.in, limits);
    });
  });

  it("adds up no rows of a table that are given by other routes", () => {
    const rows =
      "| Medicine | Dose | Repeat | Limit |\n| --- | --- | --- | --- |\n| Labetalol, oral | 200 mg by mouth | 200 mg once after 30 minutes | 400 mg in the first hour |\n";
    assert.deepEqual(
      found(
        `${rows}| Labetalol, IV | 50 mg IV over 5 minutes | every 10 minutes, up to four doses | 200 mg in total |`,
      ),
      [],
    );
    assert.deepEqual(
      found(
        `${rows}| Labetalol, IV | 50 mg IV over 5 minutes | every 10 minutes, up to six doses | 200 mg in total |`,
      ),
      ["50 mg"],
    );
  });

  it("leaves the maximum of other patients, who are named before a colon", () => {
    assert.deepEqual(
      found(
        "Gabapentin 300 mg at night, to 1,200 mg three times daily. eGFR 30–59: at most 600 mg twice daily.",
      ),
      [],
    );
    assert.deepEqual(found("Paracetamol 1 g every 4 hours. Maximum: 4 g in 24 hours."), ["1 g"]);
  });

  it("reads a maximum that is named behind its amount, or by a verb", () => {
    const sheet = (often: string) => `# Sheet to take home\n\nDomperidone 10 mg by mouth ${often}.`;
    for (const said of [
      "30 mg being the limit for 24 hours",
      "30 mg is the most that anyone receives in a day",
      "the daily amount never goes beyond 30 mg",
      "never over 30 mg in a day",
      "with a ceiling of 30 mg for 24 hours",
    ]) {
      const chapter = `# Nausea in adults\n\nDomperidone by mouth, ${said}.`;
      assert.deepEqual(found(sheet("on waking, at noon, at 17:00 and at bedtime"), chapter), ["10 mg"], said);
      assert.deepEqual(found(sheet("with each of three meals"), chapter), [], said);
    }
  });

  it("takes what stands below a title of limits for maxima, and no order for them", () => {
    const ward = (every: number) =>
      `# Pain on the ward\n\n| Step | Order |\n|---|---|\n| 1 | diclofenac 50 mg by mouth every ${every} hours |\n\n**Highest amounts in one day**\n\n- Diclofenac: 150 mg in adults of 40 kg and over. Under 40 kg 25 mg by mouth every 8 hours.\n- Tramadol: 400 mg\n\nWith every diclofenac, omeprazole 20 mg by mouth twice daily.`;
    assert.deepEqual(found(ward(6)), ["50 mg"]);
    assert.deepEqual(found(ward(8)), []);
  });

  it("takes no speed for a maximum, and an illness that is excluded for none", () => {
    const chapter = (dose: number) =>
      `# Status epilepticus\n\nPhenytoin 20 mg/kg IV, no faster than 50 mg per minute. The ceiling is 1500 mg.\n\n## Case\n\nWoman, 90 kg, eclampsia excluded. Phenytoin ${dose} mg was run in.\n\n| Weight, kg | Phenytoin |\n|---|---|\n| 50 | 1000 mg |\n| 70 | 1400 mg |`;
    assert.deepEqual(found(chapter(1800)), ["1800 mg"]);
    assert.deepEqual(found(chapter(1500)), []);
  });

  it("carries a maximum over to a second use “under the same limit”", () => {
    const text = (most: number) =>
      `# Meningitis in children\n\nCeftriaxone 100 mg/kg IV once daily, at most 4 g a day. In an epidemic ceftriaxone 100 mg/kg IM once, under the same limit.\n\n| Weight, kg | Ceftriaxone in one day |\n|---|---|\n| 30 | 3 g |\n| 50 | ${most} g |`;
    assert.deepEqual(found(text(5)), ["5 g"]);
    assert.deepEqual(found(text(4)), []);
  });

  it("holds later doses to no maximum of the first, and nobody to that of others", () => {
    const first = (how: string) =>
      `# Methadone\n\n- Methadone 40 mg PO once daily.\n- Methadone: ${how} 30 mg.`;
    assert.deepEqual(found(first("the dose must not exceed")), ["40 mg"]);
    assert.deepEqual(found(first("the first dose must not exceed")), []);
    assert.deepEqual(
      found(
        "# Diabetes in CKD\n\nMetformin:\n\n- eGFR > 45: Maximum daily dose of 2000 mg/day (1000 mg bid)\n- eGFR < 45: Reduce max daily dose to 1000 mg/day (500 mg bid)",
      ),
      [],
    );
  });

  it("only informs of a limit that is of another topic, and takes what is diluted and another weight's limit for no excess", () => {
    const limit = (title: string) =>
      `# Book\n\n## ${title}\n\nDiazepam 5 mg orally as needed, maximum dose 20 mg daily.\n\n## Tetanus\n\n- Diazepam, oral, 10 mg 4 hourly.`;
    assert.ok(severities(limit("Cannabis withdrawal")).every((one) => one === "information"));
    for (const text of [
      "Morphine IV: dilute 15 mg with 14 mL of water. Give 1 mL/min to a maximum of 5 mg.",
      "Midazolam up to a maximum dose of 5 mg (≤ 40 kg) OR 10 mg (> 40 kg).",
      "- Paracetamol 1000 mg IV\n- **Morphine**\n- IV: slowly\n- Max dose: 20 mg\n",
      "Rizatriptan 10 mg oral tablet (5 mg maximum if taking propranolol).",
    ])
      assert.deepEqual(found(text), [], text);
    const own =
      "Amphotericin B, 40 kg: 120 mg IV once.\n                       ^^^^^^\n\nAmphotericin B: maximum 1 mg/kg.";
    assert.match(check(own).findings[0]?.message ?? "", /^120 mg is given/);
  });
});
