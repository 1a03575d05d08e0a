// Links into other documents and to files.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { linkMissing } from "./link-missing.ts";
import type { Rule } from "./rule.ts";

const neighbour = (text: string, uri = "file:///b%20c.md") => ({ uri, guideline: parseGuideline(text) });
const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("link-missing", () => {
  it("finds a link that leads nowhere at all", () => {
    assert.equal(found(linkMissing, "See [the chart]() first.").length, 1);
    assert.equal(found(linkMissing, "See [the top](#).").length, 0);
  });

  const other = neighbour("# Danger signs\n");
  const follow = (path: string) => (path === "b c.md" ? other : path === "a.pdf" ? "unread" : "missing");
  const broken = (text: string) => found(linkMissing, text, { neighbours: [other], follow });

  it("follows links into other documents", () => {
    assert.equal(broken("[a](b%20c.md#danger-signs) [b](a.pdf#page=3)").length, 0);
    assert.equal(broken("[a](b%20c.md#danger)").length, 1);
    assert.deepEqual(
      broken("[a](b-c.md#danger-signs)").flatMap((one) => one.fixes().map(({ title }) => title)),
      ["Link to “b%20c.md#danger-signs”"],
    );
  });

  it("is silent where nobody can tell", () => {
    assert.equal(found(linkMissing, "[a](gone.md) ![b](x.png)").length, 0);
    assert.equal(
      broken("[a](https://a.org/x) [b](/root.md) [c](//a/b) [d](mailto:a@b.org) [e](fever/)").length,
      0,
    );
  });

  it("only asks where a text defines no link at all", () => {
    const brackets = "[may be repeated ][if still seizing ]";
    assert.deepEqual(
      [brackets, `${brackets}\n\n[form]: https://example.org`].flatMap((text) =>
        found(linkMissing, text).map(({ severity }) => severity),
      ),
      ["information", "warning"],
    );
  });
});
