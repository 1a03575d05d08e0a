// A rule's page holds everything a reader needs, and is found by the rule's name.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { documentationPage, listOfRules } from "./documentation.ts";
import { rules } from "./index.ts";

describe("documentationPage", () => {
  it("shows a rule's words and all its examples", () => {
    for (const { id, summary, rationale, severity, examples } of rules) {
      const page = documentationPage(id) ?? "";
      for (const part of [
        `# ${id}\n`,
        summary,
        rationale,
        severity,
        ...examples.invalid,
        ...examples.valid,
      ]) {
        assert.ok(page.includes(part), `${id}: ${part}`);
      }
    }
  });

  it("is listed with all others, and leads to the list", () => {
    const linked = Array.from(listOfRules().matchAll(/\[([a-z-]+)\]\(\1\.md\)/g), ([, id]) => id);
    assert.deepEqual(linked, rules.map(({ id }) => id).sort());
    for (const id of linked) assert.match(documentationPage(id ?? "") ?? "", /\]\(README\.md\)/);
  });

  it("is undefined for what is no rule", () => {
    assert.equal(documentationPage("dose-conflit"), undefined);
    assert.equal(documentationPage("__proto__"), undefined);
  });
});
