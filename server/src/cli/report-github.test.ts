// GitHub's workflow commands: what is escaped, and what GitHub would drop.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findings, report } from "../../../test/support/reported.ts";
import { toGithub } from "./report-github.ts";

describe("GitHub's format", () => {
  it("is one command a finding, escaped, with columns only within one line", () => {
    const [error, warning, notice, summary] = toGithub(report).split("\n");
    assert.equal(
      error?.replace(/::Dose.*$/, ""),
      "::error file=ward ä/a%2Cb.md,line=3,endLine=3,col=6,endColumn=9,title=dose-conflict",
    );
    assert.match(
      error ?? "",
      /::Dose one\.%0ALine two .* 100 %25, e: f.*%0Aother\.md:1:1: The other dose\.$/,
    );
    assert.equal(warning, "::warning file=other.md,line=1,endLine=2,title=band-gap::A gap.");
    assert.match(notice ?? "", /^::notice file=other\.md,.*::A hint\.$/);
    assert.equal(summary, "3 findings: 1 error, 1 warning, 1 hint.");
  });

  it("names what weighs most first, and says what GitHub does not show", () => {
    const many = Array.from({ length: 11 }, () => findings[2]!);
    const lines = toGithub({ ...report, findings: [...many, findings[0]!] })
      .trim()
      .split("\n");
    assert.match(lines[0] ?? "", /^::error/);
    assert.match(lines.at(-1) ?? "", /GitHub shows the first 10/);
  });
});
