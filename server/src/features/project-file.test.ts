// What may stand at a place of a project's file that is being written, and what is there means.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { withCursor } from "../../../test/support/documents.ts";
import { exampleProject } from "../../scripts/project-example.ts";
import { provideProjectCompletion, provideProjectHover } from "./project-file.ts";

function completed(marked: string): string[] {
  const { text, offset } = withCursor(marked);
  return provideProjectCompletion(text, offset).map(({ label }) => label);
}
function hovered(marked: string): string {
  const { text, offset } = withCursor(marked);
  return JSON.stringify(provideProjectHover(text, offset)?.contents ?? "");
}

describe("completion in a project's file", () => {
  it("gives the keys of the place", () => {
    assert.deepEqual(completed("│"), ["profile", "rules", "overrides", "dictionary", "baseline", "ignore"]);
    assert.ok(completed("rules:\n  │").includes("dose-conflict"));
    assert.deepEqual(completed("rules:\n  abbreviation-undefined:\n    │").slice(0, 2), [
      "severity",
      "known",
    ]);
    assert.deepEqual(completed("overrides:\n  - files: a\n    │"), ["files", "profile", "rules"]);
    assert.deepEqual(completed("overrides:\n- │"), ["files", "profile", "rules"]);
    assert.ok(completed("overrides:\n  - rules:\n      │").includes("dose-conflict"));
    assert.ok(completed("rules: {}\ndictionary:\n  medicines:\n    x: [y]\n  │").includes("wording"));
  });

  it("gives the values of a key, and of a list", () => {
    assert.ok(completed("rules:\n  dose-basis: │").includes("off"));
    assert.deepEqual(completed("profile: g│"), ["grade", "nice", "who", "ismp", "msf"]);
    assert.deepEqual(completed("profile:\n  - │").slice(0, 2), ["grade", "nice"]);
    assert.deepEqual(completed("dictionary:\n  wording:\n    shall: │"), ["strong", "weak"]);
  });

  it("replaces the word before the cursor, and sets a blank behind the colon", () => {
    const [first] = provideProjectCompletion("rules:\n  dose-ba", 17);
    assert.deepEqual(first?.textEdit && "range" in first.textEdit && first.textEdit.range.start, {
      line: 1,
      character: 2,
    });
    assert.equal(provideProjectCompletion("profile:", 8)[0]?.textEdit?.newText, " grade");
  });

  it("has nothing for the author's own keys, or where nothing may stand", () => {
    assert.deepEqual(completed("dictionary:\n  medicines:\n    │"), []);
    assert.deepEqual(completed("what:\n  │"), []);
  });
});

describe("hover in a project's file", () => {
  it("explains a key and a value", () => {
    assert.match(hovered("rules:\n  dose-│basis: off"), /dose-basis.*day's amount/);
    assert.match(hovered("profile: gr│ade"), /GRADE wording/);
    assert.match(hovered("rules:\n  abbre│viation-undefined: off"), /Options: `known`/);
    assert.equal(hovered("# com│ment"), '""');
  });
});

describe("both", () => {
  it("answer for any text and place, at once for a long line", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(exampleProject, `a${" ".repeat(200_000)}b`, "- ".repeat(90_000)),
    );
    fc.assert(
      fc.property(text, fc.nat(), (any, at) => {
        const offset = at % (any.length + 1);
        provideProjectCompletion(any, offset);
        provideProjectHover(any, offset);
      }),
      { numRuns: 200 },
    );
  });
});
