// Front matter: found only where it is, and broken YAML is a problem with a place.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseFrontMatter } from "./front-matter.ts";

describe("parseFrontMatter", () => {
  it("reads the values between the fences", () => {
    const text = '---\ntitle: "Fever"\nguideline: true\nages: [1, 2]\n---\n\n# Text\n';
    const found = parseFrontMatter(text);
    assert.deepEqual(found?.values, { title: "Fever", guideline: true, ages: [1, 2] });
    assert.equal(text.slice(found?.span.start, found?.span.end).at(-1), "-");
    assert.equal(text.slice(found?.span.end), "\n\n# Text\n");
    assert.deepEqual(found?.problems, []);
  });

  it("reads any line end, a byte order mark and the other closing fence", () => {
    for (const text of [
      "---\r\na: 1\r\n---\r\nx",
      "---\ra: 1\r---\rx",
      "\uFEFF---\na: 1\n---\nx",
      "--- \na: 1\n... \nx",
    ]) {
      assert.deepEqual(parseFrontMatter(text)?.values, { a: 1 }, JSON.stringify(text));
    }
  });

  it("is undefined where there is none", () => {
    for (const text of [
      "",
      "---",
      "---\n",
      "---\nno end",
      "----\na: 1\n----\n",
      " ---\na: 1\n---\n",
      "x\n---\na: 1\n---\n",
      "# T\n",
    ]) {
      assert.equal(parseFrontMatter(text), undefined, JSON.stringify(text));
    }
  });

  it("does not take a rule at the start of a long document for front matter", () => {
    assert.equal(parseFrontMatter(`---\n${"word ".repeat(5000)}\n---\n`), undefined);
  });

  it("places what is wrong with the YAML, and uses none of its values", () => {
    const text = '---\ntitle: "open\nguideline: true\n---\n# Text\n';
    const found = parseFrontMatter(text);
    assert.deepEqual(found?.values, {});
    assert.ok(found && found.problems.length > 0);
    for (const { span, message } of found.problems) {
      assert.notEqual(message, "");
      assert.ok(span.start >= 4 && span.end <= text.length);
    }
  });

  it("takes YAML that is no mapping as no values", () => {
    for (const body of ["", "text", "- a\n- b", "null", "# remark"]) {
      assert.deepEqual(parseFrontMatter(`---\n${body}\n---\n`)?.values, {}, body);
    }
  });

  it("survives keys that are no names, repeated keys and bombs of aliases", () => {
    assert.deepEqual(parseFrontMatter("---\na: 1\na: 2\n---\n")?.values, { a: 2 });
    assert.equal(parseFrontMatter("---\n__proto__: {polluted: 1}\n---\n")?.values.polluted, undefined);
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    const bomb = `---\na: &a [x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [${"*b,".repeat(50)}*b]\n---\n`;
    assert.deepEqual(parseFrontMatter(bomb)?.values, {});
    assert.doesNotThrow(() => parseFrontMatter("---\n? {a: 1}\n: 2\n---\n"));
  });
});
