// Which names are official names of their own, and which pairs are forms or spellings of one.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isFormOf, isSpellingOf, officialName } from "./official-names.ts";

describe("officialName", () => {
  it("leaves salts out and keeps names of several words", () => {
    assert.equal(officialName("adrenaline"), "adrenaline");
    assert.equal(officialName("quinine dihydrochloride"), "quinine");
    assert.equal(officialName("glyceryl trinitrate"), "glyceryl trinitrate");
    assert.equal(officialName("tranexamic acid"), "tranexamic acid");
  });

  it("knows no code, analyte or part of a name", () => {
    for (const name of ["azt", "glucose", "iron", "insulin"])
      assert.equal(officialName(name), undefined, name);
  });
});

describe("two names", () => {
  it("may be forms of one, or the same in another language", () => {
    assert.ok(isFormOf("valproate", "valproic acid"));
    assert.ok(isFormOf("ivermectine", "ivermectin"));
    assert.ok(!isFormOf("adrenaline", "epinephrine"));
  });

  it("may differ in spelling only", () => {
    assert.ok(isSpellingOf("amoxycillin", "amoxicillin"));
    assert.ok(isSpellingOf("sulphasalazine", "sulfasalazine"));
    assert.ok(!isSpellingOf("frusemide", "furosemide"));
  });
});
