// What a guideline tells of itself, and the option that says what is asked.

import assert from "node:assert/strict";
import { it } from "node:test";
import { growth } from "../../../test/support/scaling.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { sectionMissing } from "./section-missing.ts";

const ask = (text: string, ...sections: string[]) =>
  Array.from(sectionMissing.check(parseGuideline(text), { options: { sections } }), ({ message }) => message);

it("asks only where it is asked to", () => {
  assert.deepEqual(
    checkGuideline(parseGuideline("# A\n\nGive zinc."), { list: [sectionMissing] }).findings,
    [],
  );
});

/** Tells enough to be a text on how a guideline was made. */
const made = "We searched two databases. Key questions stand in annex A. External review: five experts.\n\n";

it("names what is missing, and only what was chosen", () => {
  assert.match(
    ask(`# A\n\n${made}Give zinc.`, "funding", "interests")[0] ?? "",
    /who paid for it, or which interests/,
  );
  assert.deepEqual(ask(`# A\n\n${made}## Funding\n\nNone was received.`, "funding"), []);
  assert.deepEqual(ask(`---\nfunding: none\n---\n\n# A\n\n${made}`, "funding"), []);
  assert.deepEqual(ask(`# A\n\n${made}Members declared no competing interests.`, "interests"), []);
  assert.equal(ask(`# A\n\n${made}It is in the mother's interest.`, "interests").length, 1);
});

it("leaves a text alone that tells nothing of how it was made", () => {
  assert.deepEqual(ask("# Fever\n\n## Patients\n\nGive children zinc. The goal is no fever.", "funding"), []);
});

it("knows a part by its head, its row or its sentence, and none by what is said of patients", () => {
  const tells: Readonly<Record<string, readonly string[]>> = {
    objectives: ["## Why we wrote it", "It was drawn up to spare children needles."],
    population: [
      "| Patients | Adults |\n| --- | --- |\n| a | b |",
      "Newborns are not considered in these pages.",
    ],
    users: ["**Who should read it.** Crews.", "Ward pharmacists will find this booklet useful."],
    selection: ["## Keeping and leaving out", "Cohorts of fewer than 30 people were left out."],
    "evidence-link": [
      "## From evidence to advice",
      "Each recommendation names the trials on which it rests.",
    ],
    update: ["## 1.11 Shelf life", "The panel will reconvene within 60 days should a large trial appear."],
    funding: ["## Who paid", "A foundation gave 400 dollars for the workshops."],
    interests: ["## Independence", "A surgeon with shares in the maker was excluded from the vote."],
  };
  const decoys: Readonly<Record<string, string>> = {
    objectives: "The goal of treatment is a pulse below 100.",
    population: "The population of the region is 3 million.",
    users: "Users of injected drugs are tested.",
    selection: "Selection of patients for dialysis is made by the team.",
    "evidence-link": "Look for evidence of bleeding.",
    update: "Patients are reviewed every 3 months.",
    funding: "Transport is paid for by the district.",
    interests: "The child's best interests come first.",
  };
  for (const [id, ways] of Object.entries(tells)) {
    for (const way of ways) assert.deepEqual(ask(`# A\n\n${made}${way}`, id), [], way);
    assert.equal(ask(`# A\n\n${made}${decoys[id]}`, id).length, 1, decoys[id]);
  }
});

it("takes time that grows with the text only", () => {
  for (const words of [
    "evidence ",
    "each recommendation ",
    "we want to ",
    "* ",
    "| ",
    "(a) ",
    "trials were ",
  ]) {
    const ratio = growth((size) => ask(`# A\n\n${made}${words.repeat(size)} ${size}`, "funding"), 2000);
    assert.ok(ratio < 10, `${words}: ${ratio}`);
  }
});
