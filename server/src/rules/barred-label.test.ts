// Medicines below a label whose patients a sentence bars from them, in any form of either.

import assert from "node:assert/strict";
import { it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { barredLabels } from "./barred-label.ts";
import { contraindicatedRecommended } from "./contraindicated-recommended.ts";

const check = (annotated: string) =>
  checkMarkdown(annotated, { rule: "contraindicated-recommended", rules: [contraindicatedRecommended] });

const found = (text: string) =>
  barredLabels(parseGuideline(text), []).map(({ labelled: { target, start } }) => {
    const line = text.slice(text.lastIndexOf("\n", start) + 1).split("\n", 1)[0];
    return `${target.name}: ${line}`;
  });

it("compares a sentence with the row and the column of a cell", () => {
  check(`# Gout

A filtration rate below 30 ml/min is a contraindication to the whole group of non-steroidal anti-inflammatory drugs.

| Rate | First choice |
|---|---|
| 60 and above | Naproxen 500 mg twice daily |
| 15 to 29 | Naproxen 250 mg twice daily |
             ^^^^^^^^
`);
  check(`# Pain in the recovery room

**Monoamine oxidase inhibitors.** Phenelzine, moclobemide. In patients who take one of these, pethidine is contraindicated.

| Problem | Everybody else | On a monoamine oxidase inhibitor |
|---|---|---|
| Shivering | Pethidine 25 mg IV | Pethidine 12.5 mg IV |
                                   ^^^^^^^^^
`);
});

it("takes a label above the sentence for those it bars, and the list behind a colon for what it bars", () => {
  assert.equal(
    found(
      "# Wounds\n\n*Anaphylaxis*: hives or collapse. All penicillins are contraindicated.\n\n| Wound | No allergy | Anaphylaxis |\n|---|---|---|\n| Bite | Amoxicillin 500 mg | Amoxicillin 500 mg |\n",
    ).length,
    1,
  );
  assert.equal(
    found(
      "# Enzyme deficiency\n\nContraindicated in deficiency: dapsone, rasburicase, nitrofurantoin.\n\n- Enzyme normal: nitrofurantoin 100 mg twice daily\n- Enzyme deficient: nitrofurantoin 50 mg daily\n",
    ).length,
    1,
  );
});

it("compares words where no concept is known, if nothing beside it is as much alike", () => {
  const table = (who: string) =>
    `# Cornea\n\nWhile the surface is open, steroid drops are contraindicated.\n\n| Layer | Treatment |\n|---|---|\n| ${who} | Prednisolone drops four times daily |\n| Lids | Ointment |\n`;
  assert.equal(found(table("Surface stains")).length, 1);
  assert.equal(found(table("Deep, no stain")).length, 0);
});

it("reads cases, branches of a chart, and rows headed so", () => {
  for (const text of [
    "# Mood\n\nLithium is contraindicated in the first trimester.\n\nSara, 24, manic for two weeks, 9 weeks pregnant: start lithium 400 mg at night.\n",
    "# Fits\n\nMyasthenia gravis is an absolute contraindication to magnesium sulfate.\n\n```\nMyasthenia gravis known?\n  |-- yes --> magnesium sulfate 4 g IV;\n  |           call for help\n  |-- no  --> magnesium sulfate 4 g IV\n```\n",
    "# Statins\n\n| Companion | With ritonavir |\n|---|---|\n| Simvastatin | Contraindicated: muscle breakdown |\n\n## Choice\n\n| Therapy | Statin |\n|---|---|\n| Dolutegravir | Simvastatin 20 mg |\n| Darunavir with ritonavir | Simvastatin 10 mg |\n",
    "# Scabies\n\n**Who does not receive ivermectin**\n\n- Children below 15 kg: contraindicated\n\n**Ivermectin 3 mg tablets**\n\n| Weight | Tablets |\n|---|---|\n| Below 10 | None |\n| 10 to 14 | Half |\n| 15 to 24 | 1 |\n",
  ])
    assert.equal(found(text).length, 1, text);
});

it("is silent where the label says otherwise", () => {
  for (const text of [
    "# Gout\n\nNSAIDs are contraindicated in kidney failure.\n\n- Normal kidneys: naproxen 500 mg twice daily\n- Kidney failure: prednisolone 30 mg\n",
    "# Heart\n\nPast ketoacidosis: gliflozins are contraindicated.\n\n| Who | What |\n|---|---|\n| No past ketoacidosis | Empagliflozin 10 mg |\n| Past ketoacidosis | None |\n",
    "# Worms\n\nAlbendazole is contraindicated in the first trimester.\n\n- Pregnancy, weeks 16 to 20: albendazole 400 mg once\n",
    "# Valves\n\nApixaban is contraindicated with a mechanical heart valve.\n\n- Biological valve, atrial fibrillation: apixaban 5 mg twice daily\n",
    "# Tonsils\n\nCodeine is contraindicated below 18 years. Adults: codeine 30 mg every 6 hours.\n",
  ])
    assert.deepEqual(found(text), [], text);
});
