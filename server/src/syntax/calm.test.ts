// Calm text is as long as the text and has its lines; ordinary writing is not touched.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { anyText, markdownText } from "../../../test/support/texts.ts";
import { calm } from "./calm.ts";

const lineEndsOnly = (text: string) =>
  text.replaceAll("\r\n", " \n").replaceAll("\r", "\n").replaceAll("\uFEFF", " ");

describe("calm", () => {
  it("keeps every character's place", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markdownText), (text) => {
        const calmed = calm(text);
        assert.equal(calmed.length, text.length);
        assert.ok(!/[\r\uFEFF]/.test(calmed));
      }),
    );
  });

  it("changes nothing but line ends in any short text", () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        // A table's rule may lose the blanks behind it.
        if (!/[|:-][ \t\r]+$/m.test(text)) assert.equal(calm(text), lineEndsOnly(text));
      }),
    );
  });

  it("changes nothing in guidelines", () => {
    for (const text of [...soundGuidelines.values(), ...faultyGuidelines.values()])
      assert.equal(calm(text), text);
  });

  it("leaves long lists and many paragraphs with much markup alone", () => {
    const list = `# Medicines\n\n1. [one](#a)\n${"2. **two** [link](#b)\n   - *three*\n".repeat(2000)}`;
    assert.equal(calm(list), list);
    const text = "A **bold** word and a [link](#c).\n\n".repeat(3000);
    assert.equal(calm(text), text);
  });

  it("blanks the markup of a paragraph that is nothing but markup, and of no other", () => {
    const wild = "[]*a".repeat(2000);
    const calmed = calm(`**one**\n\n${wild}\n\n**two**`);
    assert.ok(calmed.startsWith("**one**\n\n"));
    assert.ok(calmed.endsWith("\n\n**two**"));
    assert.ok(!/[[\]]/.test(calmed));
    assert.equal(calmed.match(/a/g)?.length, 2000);
  });
});
