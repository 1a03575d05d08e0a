// Links from findings to the pages of their rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentationPath, isRuleName, ruleOfDocumentation, ruleOfLink } from "./rule-link.ts";

test("reads the server's link and the address from outside", () => {
  assert.equal(ruleOfLink({ scheme: "guidewright-rule", path: "dose-conflict" }), "dose-conflict");
  assert.equal(ruleOfLink({ scheme: "vscode", path: "/rule/dose-conflict" }), "dose-conflict");
});

test("takes nothing from outside but a rule's name", () => {
  for (const path of [
    "/rule/../x",
    "/rule/a/b",
    "/other/dose-conflict",
    "/rule/%2e",
    "/rule/",
    "",
    "/rule/A b",
  ]) {
    assert.equal(ruleOfLink({ scheme: "vscode", path }), undefined, path);
  }
  assert.ok(!isRuleName("x".repeat(200)));
  assert.ok(!isRuleName(undefined));
});

test("a documentation page's address goes there and back", () => {
  assert.equal(ruleOfDocumentation(documentationPath("dose-conflict")), "dose-conflict");
  assert.equal(ruleOfDocumentation("/a/b.md"), undefined);
});
