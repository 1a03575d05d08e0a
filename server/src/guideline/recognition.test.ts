// Which Markdown is a guideline: texts of many house styles are, ordinary documents of a project are not.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { growth } from "../../../test/support/scaling.ts";
import { anyText } from "../../../test/support/texts.ts";
import { guidelinesAmong, recogniseGuideline } from "./recognition.ts";

const recognise = (text: string) => recogniseGuideline({ text, enable: "auto", inProject: false });

describe("recogniseGuideline says yes", () => {
  const guidelines: Record<string, string> = {
    "orders in a handbook":
      "## Pneumonia\n\nAmoxicillin 40 mg/kg twice daily for 5 days.\n\nOr ceftriaxone 50 mg/kg IM once.\n",
    "orders in a protocol":
      "Noradrenaline 4 mg in 50 mL, as a continuous infusion.\nAdrenaline 1 mg IV every 3 minutes.\n",
    "orders in Latin": "- Tab. paracetamol 1 g TDS\n- Caps. amoxicillin 500 mg TDS x 5/7\n",
    "orders in a table":
      "| Medicine | Dose | Route |\n| --- | --- | --- |\n| Oxytocin | 10 IU | Intramuscular |\n| Misoprostol | 800 micrograms | Oral |\n",
    "orders with US notation": "Give ampicillin 50 mg/kg q6h.\r\nGive gentamicin 7.5 mg/kg q24h.\r\n",
    "orders of fluids": "ORS 75 ml/kg over 4 hours.\nZinc 20 mg daily for 10 days.\n",
    "GRADE recommendations":
      "We recommend artesunate for adults with severe malaria (strong recommendation, high certainty evidence).\n",
    "recommendations by verb":
      "1.1 Offer antenatal steroids to women in preterm labour.\n\n1.2 Do not offer antibiotics to children with a cold.\n",
    "headings only":
      "# Epistaxis\n\n## Clinical features\n\nBleeding from the nose.\n\n## Treatment\n\nPress the nostrils together.\n",
    "headings in another style":
      "# ECZEMA\n\n### SIGNS AND SYMPTOMS\n\nItching.\n\n### COMPLICATIONS\n\nInfection.\n",
    "a card of numbers":
      "# Annex 2: praziquantel at the pole\n\n| Height | Tablets |\n| --- | --- |\n| 94 cm or more | 1 |\n| 110 cm or more | 1½ |\n\nWhoever vomits within 1 hour, with or without blood, takes the same again.\n",
    "a nurse's visit":
      "# Inhaler check\n\nWatch without a word. Show it again with your own device. A weak breath rules out powder.\n\nNurses write the date in the record.\n",
    "recommendations of another voice":
      "# Delirium\n\n**R1.** Every patient older than 75 should be screened at admission.\n\n**R2.** Haloperidol is no first choice.\n\nNurses keep the chart.\n",
    "a leaflet in plain words":
      "# After your operation\n\nKeep the wound dry for two days. If the skin around it is swollen or you have a fever, come back to the clinic.\n",
    "a protocol on the way out of prison":
      "# Take-home kits\n\nWhoever has used opioids gets two nasal sprays of naloxone. One spray into one nostril.\n",
    "front matter": "---\ntitle: Draft\nguideline: true\n---\n\nTo be written.\n",
    "front matter from Windows": `---\r\n${"key: value\r\n".repeat(60)}guideline: true\r\n---\r\n`,
    "front matter behind a byte order mark": "\uFEFF---\nguideline: TRUE\n---\n",
  };
  for (const [name, text] of Object.entries(guidelines)) {
    it(`to ${name}`, () => assert.equal(recognise(text).guideline, true));
  }

  it("to every sample, without its front matter", () => {
    for (const [name, text] of [...soundGuidelines, ...faultyGuidelines]) {
      assert.ok(recognise(text.replace(/^---[\s\S]*?---\n/, "")).guideline, name);
    }
  });
});

describe("recogniseGuideline says no", () => {
  const others: Record<string, string> = {
    "an empty file": "",
    "a read-me":
      "# left-pad\n\n## Installation\n\n`npm install`\n\n## Usage\n\nWe recommend Node 24. We suggest pnpm. It is recommended to pin versions.\n\n## Troubleshooting\n\nThe daemon uses 20 MB and writes 5 GB per day.\n",
    "a runbook":
      "# Runbook\n\n## Diagnosis\n\nLook at the logs every 5 minutes.\n\n## Management\n\nRestart.\n\n## Monitoring\n\nAlerts.\n\n## Prevention\n\nTests.\n\n## Recommendations\n\nMore tests.\n",
    "a code of conduct":
      "We consider all people equal. Please consider that people are tired. We offer help to people in need.\n\nConsider the people around you. Offer help.\n",
    "a recipe": "Mix 200 g flour with 100 ml milk. Add 5 g salt. Bake for 20 minutes.\n",
    "a change log": "## 2.0.0\n\n- 3 units tests added\n- 10 g of weight\n- the oral history\n",
    "a science note": "The sample weighed 5 mg. The flow was 3 ml/min.\n",
    "one order alone": "My cat gets 5 mg daily.\n",
    "a word or two in a long text": `# Queue\n\nThe worker takes an overdose of memory, bleeds, and the clinic is closed.\n\n${"It then retries the request and writes the result to the log. ".repeat(40)}\n`,
    "a post-mortem":
      "# Post-mortem\n\n## Diagnosis\n\nA race in the scheduler. The patient reader will find the commit that injects the dependency, treats the symptom and skips the test. We triaged it on Monday, and watched the health check, the liveness probe and the child process until they were green.\n",
    "a guideline that says it is none":
      "---\nguideline: false\n---\n\nGive 5 mg/kg IV daily.\nGive 6 mg/kg IV daily.\n",
    "a word in the text": "guideline: true\n\n---\nguideline: true\n---\n",
  };
  for (const [name, text] of Object.entries(others)) {
    it(`to ${name}`, () => assert.equal(recognise(text).guideline, false, recognise(text).reason));
  }
});

describe("recogniseGuideline", () => {
  const order = "Give 5 mg/kg IV daily.\nGive 6 mg/kg IV daily.\n";
  it("obeys the setting before anything else", () => {
    assert.equal(recogniseGuideline({ text: order, enable: "never", inProject: true }).guideline, false);
    assert.equal(recogniseGuideline({ text: "", enable: "always", inProject: false }).guideline, true);
  });

  it("takes a project's documents, unless their front matter says no", () => {
    assert.equal(recogniseGuideline({ text: "Text", enable: "auto", inProject: true }).guideline, true);
    const no = { text: "---\nguideline: false\n---\n", enable: "auto", inProject: true } as const;
    assert.equal(recogniseGuideline(no).guideline, false);
  });

  it("takes what lies beside a guideline, but for a repository's own papers and what says no", () => {
    const numbers = "# Card\n\n| Step | mL per hour |\n| --- | --- |\n| 1 | 6 |\n";
    const files = Object.entries({
      "ward/chapter.md": order,
      "ward/card.md": numbers,
      "ward/README.md": numbers,
      "ward/no.md": `---\nguideline: false\n---\n${order}`,
      "tools/card.md": numbers,
    }).map(([path, text]) => ({ path, text, inProject: false }));
    const names = guidelinesAmong(files).map(({ path }) => path);
    assert.deepEqual(names, ["ward/chapter.md", "ward/card.md"]);
  });

  it("gives a reason that ends a sentence", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, inProject) => {
        const { reason } = recogniseGuideline({ text, enable: "auto", inProject });
        assert.match(reason, /^(?:it|its|no) .*[^.]$/);
      }),
    );
  });

  it("says the same whatever the line ends", () => {
    for (const [name, text] of soundGuidelines) {
      assert.deepEqual(recognise(text.replaceAll("\n", "\r\n")), recognise(text), name);
    }
  });

  const shapes: Record<string, (size: number) => string> = {
    "front matter from Windows without an answer": (size) =>
      `---\r\n${"key: value\r\n".repeat(size / 12)}---\r\n`,
    "quantities in one line": (size) => "5 mg ".repeat(size / 5),
    "verbs without an object": (size) => "Consider ".repeat(size / 9),
    "marks of headings": (size) => `${"# ".repeat(20)}\n`.repeat(size / 41),
  };
  for (const [name, shape] of Object.entries(shapes)) {
    it(`takes time in proportion to the text: ${name}`, () => {
      const ratio = growth((size) => recognise(shape(size)), 20_000);
      assert.ok(ratio < 12, `four times the text took ${ratio.toFixed(1)} times the time`);
    });
  }
});
