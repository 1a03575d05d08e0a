// The cheap look for a word before a pattern of an act, or of a vague word, is tried.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { uncovered } from "../../../test/support/cue-cover.ts";
import { describedActs } from "./described-acts.ts";
import { vaguePatterns } from "./vague-words.ts";

describe("words beside which a pattern is looked for", () => {
  for (const one of [...describedActs, ...vaguePatterns])
    it(`stand in all that it matches: ${one.cues.slice(0, 4).join(", ")}`, () =>
      assert.deepEqual(uncovered(one), []));
});
