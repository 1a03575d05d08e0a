// A guideline on disk, kept in full or lean: nobody sees the difference.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { sayAhead } from "../rules/gathered.ts";
import { checkGuideline } from "../rules/index.ts";
import { closedDocument, leanGuideline } from "./closed-document.ts";

describe("leanGuideline", () => {
  it("holds what the whole one holds", () => {
    for (const text of [...soundGuidelines.values(), ...faultyGuidelines.values()]) {
      const lean = leanGuideline(text);
      const whole = parseGuideline(text);
      for (const key of Object.keys(whole) as (keyof typeof whole)[])
        if (key !== "markdown") assert.deepEqual(lean[key], whole[key]);
      for (const key of Object.keys(whole.markdown) as (keyof typeof whole.markdown)[])
        assert.deepEqual(lean.markdown[key], whole.markdown[key]);
      assert.equal(lean.figures, lean.figures, "read again once");
      assert.deepEqual(
        checkGuideline(lean).findings.map(({ message }) => message),
        checkGuideline(parseGuideline(text)).findings.map(({ message }) => message),
      );
    }
  });

  it("is not read again when others are compared with it, once it was said ahead what it says", () => {
    const texts = [...soundGuidelines.values(), ...faultyGuidelines.values()];
    const asked: string[] = [];
    const neighbours = texts.map((text, i) => {
      const lean = leanGuideline(text);
      const markdown = watched(lean.markdown, asked);
      return { uri: `file:///${i}.md`, guideline: watched(lean, asked, { markdown }) };
    });
    for (const neighbour of neighbours) sayAhead(neighbour);
    assert.ok(["abbreviations", "deeds", "recommendations"].every((name) => asked.includes(name)));
    asked.length = 0;
    const { findings, failures } = checkGuideline(parseGuideline(texts.join("\n\n")), { neighbours });
    assert.deepEqual(failures, []);
    assert.ok(findings.some(({ related }) => related.some((side) => side.in)));
    // Strengths are looked for only where the same preparation is named.
    assert.deepEqual(
      asked.filter((name) => name !== "figures"),
      [],
    );
  });
});

/** Notes which of an object's getters are asked for: they are what is not kept. */
function watched<T extends object>(lean: T, asked: string[], own: Partial<T> = {}): T {
  const isHeavy = (key: PropertyKey) => Object.hasOwn(Object.getPrototypeOf(lean), key);
  return new Proxy({} as T, {
    get(_target, key) {
      if (isHeavy(key)) asked.push(String(key));
      return Object.hasOwn(own, key) ? own[key as keyof T] : lean[key as keyof T];
    },
  });
}

describe("closedDocument", () => {
  it("is read when it is first asked for, once", () => {
    for (const lean of [true, false]) {
      const document = closedDocument({
        path: "/a.md",
        group: "",
        text: "# Fever\n",
        dictionary: emptyDictionary,
        lean,
      });
      assert.equal(document.guideline, document.guideline);
      assert.equal(document.guideline.sections[0]?.title, "Fever");
    }
  });
});
