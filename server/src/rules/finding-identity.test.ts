// A finding stays who it is while lines move and other words change, and no two of a document are the same.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { seededPairs } from "../../../test/support/seeded.ts";
import { markdownText } from "../../../test/support/texts.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { fingerprintOf } from "./finding-fingerprint.ts";
import { identitiesOf } from "./finding-identity.ts";
import { checkGuideline } from "./index.ts";

function identities(text: string): readonly string[] {
  const guideline = parseGuideline(text);
  return identitiesOf(guideline, checkGuideline(guideline).findings);
}

const text = "# Fever\n\nGive ORS now.\n\n## Danger\n\n| sign | do |\n| - | - |\n| GCS | call the KTW |\n";

describe("identitiesOf", () => {
  const own = identities(text);

  it("outlives other line ends, moved lines, a comment, and edits elsewhere", () => {
    assert.equal(own.length, 3);
    for (const other of [
      text.replaceAll("\n", "\r\n"),
      text.replace("# Fever\n", "New.\n\nLines.\n\n# Fever\n\nAnd here.\n"),
      text.replace("| GCS", "| pulse | count |\n| GCS"),
      text.replace("the KTW |", "the KTW <!-- guidewright-disable-line dose-conflict --> |"),
      text.replace("Give ORS now.", "Give  **ORS**\tnow."),
    ])
      assert.deepEqual(identities(other).toSorted(), own.toSorted(), other);
  });

  it("is another one for other words, rules, headings and neighbours, and for the same words once more", () => {
    assert.notEqual(identities(text.replace("ORS", "CRP"))[0], own[0]);
    assert.notEqual(identities(text.replace("# Fever", "# Cough"))[0], own[0]);
    assert.notEqual(identities(text.replace("Give ORS", "Avoid ORS"))[0], own[0]);
    const guideline = parseGuideline(text);
    const span = { start: 14, end: 17 };
    const three = identitiesOf(guideline, [
      { rule: "a", span },
      { rule: "a", span },
      { rule: "b", span },
    ]);
    assert.equal(new Set(three).size, 3);
  });

  it("tells all findings of a document apart, and its fingerprint is a hash", () => {
    for (const { fault } of seededPairs().slice(0, 60)) {
      for (const file of fault) {
        const all = identities(file.text);
        assert.equal(new Set(all).size, all.length);
        for (const one of all) assert.match(fingerprintOf(one), /^[0-9a-f]{32}$/);
      }
    }
  });

  it("is total", () =>
    fc.assert(
      fc.property(markdownText, fc.nat(300), fc.nat(300), (any, a, b) => {
        const span = { start: Math.min(a, b, any.length), end: Math.min(Math.max(a, b), any.length) };
        assert.equal(identitiesOf(parseGuideline(any), [{ rule: "x", span }]).length, 1);
      }),
    ));
});
