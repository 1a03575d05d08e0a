// Words that must stand beside an aside for its pattern to be tried at all.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { uncovered } from "../../../test/support/cue-cover.ts";
import { cuedPatterns } from "./deed-situation.ts";

describe("asides of a clause", () => {
  for (const one of cuedPatterns)
    it(`are looked for wherever they stand: ${one.cues.slice(0, 4).join(", ")}`, () =>
      assert.deepEqual(uncovered(one), []));
});
