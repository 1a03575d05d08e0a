// Links from findings to the pages of their rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { documentationPath, isPage, isRuleName, ruleOfLink } from "./rule-link.ts";

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

test("pages are those of rules, their list and the settings, and nothing outside", () => {
  for (const path of [documentationPath("dose-conflict"), "/rules/README.md", "/settings.md"])
    assert.ok(isPage(path), path);
  for (const path of ["/a/b.md", "/rules/../x.md", "/../package.json", "/rules/a/b.md", "/rules/x.txt", ""])
    assert.ok(!isPage(path), path);
});
