// Which pairs of orders are compared: what the text leaves unsaid, says in other words, or tells apart.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { doseConflict } from "./dose-conflict.ts";
import { checkGuideline } from "./index.ts";
import type { Neighbour } from "./rule.ts";

function found(text: string, ...others: string[]): string[] {
  const neighbours = others.map(
    (other, i): Neighbour => ({ uri: `file:///chapter-${i}.md`, guideline: parseGuideline(other) }),
  );
  const { findings, failures } = checkGuideline(parseGuideline(text), { list: [doseConflict], neighbours });
  assert.deepEqual(failures, []);
  return findings.map(({ span }) => text.slice(span.start, span.end));
}

describe("what is compared", () => {
  it("is an induction on an anaesthetist's card", () => {
    const uses =
      "# Etomidate\n\n| Purpose | Dose IV |\n|---|---|\n| Induction | 0.3 mg/kg, single dose |\n| Pain | 0.1 mg/kg, single dose |\n\n## Anaesthesia card\n\nInduction: etomidate ";
    assert.deepEqual(found(`${uses}0.2 mg/kg IV, single dose.`), ["0.2 mg/kg"]);
    assert.deepEqual(found(`${uses}0.3 mg/kg IV, single dose.`), []);
  });

  it("is what is begun with, though a later step agrees", () => {
    const gout =
      "# Gout in adults\n\n- Start with prednisolone 30 mg PO once daily.\n- Hold prednisolone at 10 mg PO once daily if the pain returns.\n\n## Card\n\n| For | Dose to start with |\n|---|---|\n| Gout | prednisolone ";
    assert.deepEqual(found(`${gout}10 mg PO once daily |`), ["10 mg"]);
    assert.deepEqual(found(`${gout}30 mg PO once daily |`), []);
  });
});
