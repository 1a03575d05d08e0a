// The abbreviation-conflict rule beyond its examples: what means the same, other documents, and what fixes write.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { applyEdits } from "../text/span.ts";
import { abbreviationConflict } from "./abbreviation-conflict.ts";

function findingsIn(text: string, ...others: readonly string[]) {
  const neighbours = others.map((other, i) => ({ uri: `file:///${i}.md`, guideline: parseGuideline(other) }));
  return [...abbreviationConflict.check(parseGuideline(text), { neighbours })];
}

describe("abbreviation-conflict", () => {
  for (const [one, other] of [
    ["mitral stenosis (MS)", "multiple sclerosis (MS)"],
    ["Guillain-Barré syndrome (GBS)", "group B streptococcus (GBS)"],
    ["acute renal failure (ARF)", "acute rheumatic fever (ARF)"],
    ["isoniazid preventive therapy (IPT)", "intermittent preventive treatment (IPT)"],
    ["respiratory rate (RR)", "RR (relative risk)"],
    ["surgical site infection (SSI)", "sliding scale insulin (SSI)"],
    ["magnesium sulfate (MS)", "morphine sulfate (MS)"],
  ] as const)
    it(`tells ${one} from ${other}`, () => {
      const findings = findingsIn(`First ${one}.\n\nLater ${other}.`);
      assert.equal(findings.length, 1);
      assert.equal(findings[0]?.severity, "warning");
      assert.equal(findings[0]?.related.length, 1);
    });

  for (const [one, other] of [
    ["non-communicable disease (NCD)", "noncommunicable diseases (NCDs)"],
    ["prevention of mother-to-child transmission (PMTCT)", "preventing mother to child transmission (PMTCT)"],
    ["anti-retroviral treatment (ART)", "antiretroviral therapy (ART)"],
    ["sexually transmitted infection (STI)", "sexually transmissible infections (STIs)"],
    ["haemoglobin (Hb)", "hemoglobin (Hb)"],
    ["human immunodeficiency virus (HIV)", "human immune deficiency virus (HIV)"],
    ["intra-uterine device (IUD)", "intrauterine contraceptive device (IUD)"],
    ["prelabour rupture of membranes (PROM)", "premature rupture of the membranes (PROM)"],
    ["multi-drug resistant TB (MDR-TB)", "multidrug-resistant tuberculosis (MDR-TB)"],
    ["sulfadoxine-pyrimethamine (SP)", "sulphadoxine/pyrimethamine (SP)"],
    ["measles and rubella 1 (MR)", "measles and rubella 2 (MR)"],
    ["Médecins Sans Frontières (MSF)", "Medics Sans Fear (MSF)"],
  ] as const)
    it(`takes ${one} and ${other} for the same`, () => {
      assert.deepEqual(findingsIn(`First ${one}.\n\nLater ${other}.`), []);
    });

  it("looks into the other documents of a project, as information", () => {
    const [finding] = findingsIn("Mitral regurgitation (MR).", "Nothing.", "Modified release (MR) tablets.");
    assert.equal(finding?.severity, "information");
    assert.equal(finding?.related[0]?.in?.uri, "file:///1.md");
    assert.deepEqual(findingsIn("Mitral regurgitation (MR).", "Mitral Regurgitation (MR)."), []);
  });

  it("holds a document to the project's own list", () => {
    const abbreviations = new Map([["MR", "modified release"]]);
    checkMarkdown("Mitral regurgitation (MR).\n                      ^^ abbreviation-conflict", {
      rules: [abbreviationConflict],
      dictionary: { ...emptyDictionary, abbreviations },
    });
  });

  it("offers to write out either side", () => {
    const text = "Mitral stenosis (MS). Then MS (multiple sclerosis).";
    const fixes = findingsIn(text)[0]?.fixes() ?? [];
    assert.deepEqual(
      fixes.map(({ edits, certain }) => [applyEdits(text, edits), certain]),
      [
        ["Mitral stenosis (MS). Then multiple sclerosis.", false],
        ["Mitral stenosis. Then MS (multiple sclerosis).", false],
      ],
    );
  });

  it("says once that two abbreviations are one, at the rarer", () => {
    const findings = findingsIn(
      "ECG on arrival, ECG after an hour. EKG daily, EKG weekly, ECG at discharge.",
    );
    assert.deepEqual(
      findings.map(({ severity, span }) => [severity, span.start]),
      [["hint", 35]],
    );
  });

  it("takes the number of a level for no part of what is shortened", () => {
    assert.deepEqual(findingsIn("Staff of health centre III (HC III), health centre IV (HC IV)."), []);
  });

  it("takes a unit, a sum and another word for the same for no other meaning", () => {
    for (const text of [
      "Dose in mg (IM). Dose in megaunits (IM).",
      "Actual body weight (ABW). Adjusted body weight = 0.4 (ABW).",
      "Renal cell cancer (RCC), renal cell carcinoma (RCC).",
      "Multiple daily injections (MDI), multple daily injections (MDI).",
      "Chronic myeloid leukaemia (CML), chronic myelogenous leukemia (CML).",
    ])
      assert.deepEqual(findingsIn(text), [], text);
  });

  it("asks where what stands near an abbreviation is near another of its meanings, also in another document", () => {
    const senses = (text: string, chapter?: string) => {
      const guideline = parseGuideline(text);
      const neighbours = chapter ? [{ uri: "file:///chapter.md", guideline: parseGuideline(chapter) }] : [];
      return [...abbreviationConflict.check(guideline, { neighbours })].map(
        ({ message }) => /seems to stand for (.+?) here/.exec(message)?.[1],
      );
    };
    const clots = "Pulmonary embolism (PE) follows a clot in a leg.";
    assert.deepEqual(senses(`${clots}\n\n- PE in this pregnancy, with proteinuria`), ["pre-eclampsia"]);
    assert.deepEqual(senses(`${clots}\n\n- PE with low blood pressure: thrombolysis`), []);
    assert.deepEqual(
      senses(
        "Mitral regurgitation (MR) is graded.\n\n| Medicine | Dose |\n| --- | --- |\n| Felodipine MR | 5 mg |\n| Severe MR | 40 mL |",
      ),
      ["modified release"],
    );
    const blisters = "Bullous pemphigoid (BP) is the commonest blistering disease.";
    assert.deepEqual(
      senses(`${blisters}\n\n| Week | BP, weight |\n| --- | --- |\n| 2 | Treat if 140/90 or above |`),
      ["blood pressure"],
    );
    assert.deepEqual(
      senses(
        "# Annex\n\n| Eyes | Feet |\n| --- | --- |\n| DR screening by fundus camera | pulses |",
        "Drug-resistant (DR) disease is treated for six months.",
      ),
      ["diabetic retinopathy"],
    );
  });
});
