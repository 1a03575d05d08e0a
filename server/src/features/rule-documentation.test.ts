// The page of a rule is handed out by its name, and nothing for other names.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { registered } from "../../../test/support/registered.ts";
import { ruleDocumentationRequest } from "../protocol.ts";
import { ruleDocumentationFeature } from "./rule-documentation.ts";

describe("the rule documentation request", () => {
  const ask = (rule: unknown) =>
    registered(ruleDocumentationFeature).request(ruleDocumentationRequest, { rule });
  it("answers with the page or null", async () => {
    assert.match(String(await ask("abbreviation-undefined")), /^# abbreviation-undefined\n/);
    for (const rule of ["", "nothing", undefined, 3]) assert.equal(await ask(rule), null);
  });
});
