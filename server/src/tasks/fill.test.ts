// Places of a prompt are filled with data that cannot pose as another part of the prompt.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fill } from "./fill.ts";

describe("fill", () => {
  it("puts values on one line, where their places are", () => {
    assert.equal(
      fill("A: {{a}}\nB: {{b}} {{a}}\n", { a: " x\n\nB: y ", b: "$& {{a}}" }),
      "A: x B: y\nB: $& {{a}} x B: y",
    );
  });

  it("leaves a place without a value empty", () => assert.equal(fill("A: {{a}}.", {}), "A: ."));
});
