// Lengths told by counting doses, packs and boxes; and counts that are none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { itemsOf } from "./scope.ts";

const lengthsOf = (text: string) =>
  itemsOf(text).flatMap((item) =>
    item.kind === "schedule" && item.schedule.kind === "time" && item.schedule.role === "duration"
      ? [`${item.schedule.low} ${item.schedule.unit.code}`]
      : [],
  );

describe("a counted length", () => {
  it("is so many days, weeks or months", () => {
    assert.deepEqual(lengthsOf("cured with six monthly supervised doses"), ["6 mo"]);
    assert.deepEqual(lengthsOf("9 boxes to tick, one for each month"), ["9 mo"]);
    assert.deepEqual(lengthsOf("it fills twenty-one boxes, one a day"), ["21 d"]);
    assert.deepEqual(lengthsOf("12 weekly doses"), ["12 wk"]);
    assert.deepEqual(lengthsOf("six packs of 28 days"), ["168 d"]);
  });

  it("is not how often a day", () => {
    for (const text of [
      "in three daily doses",
      "6 daily doses",
      "two monthly visits",
      "4 packs of red cells",
    ])
      assert.deepEqual(lengthsOf(text), [], text);
  });

  it("is worked out from how often, and from packs where leprosy is treated", () => {
    const of = (text: string) => parseGuideline(text).courses.map(({ low }) => Math.round(low / 24));
    assert.deepEqual(of("# Leprosy\n\nThe patient is released after twelve packs."), [365]);
    assert.deepEqual(of("# Contraception\n\nThe patient is seen after twelve packs."), []);
  });
});
