// Texts that say to do what they say elsewhere not to do, each beside one in which the two agree. It must not know why.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { checkGuideline } from "../../server/src/rules/index.ts";

/** What it is, the text, and the words for `$` (behind a bar, for `$$`) that make it one or the other. */
export type ContradictingText = readonly [what: string, text: string, apart: string, agreed: string];

const isFound = (text: string): boolean =>
  checkGuideline(parseGuideline(text), {}).findings.some(
    ({ rule }) => rule === "recommendation-contradiction" || rule === "contraindicated-recommended",
  );

export function compareEach(texts: readonly ContradictingText[]): void {
  for (const [what, text, apart, agreed] of texts)
    it(`compares ${what}`, () => {
      const filled = (words: string) => {
        const [first = "", second = ""] = words.split("|");
        return text.replace("$$", second).replace("$", first);
      };
      assert.ok(isFound(filled(apart)), filled(apart));
      assert.ok(!isFound(filled(agreed)), filled(agreed));
    });
}
