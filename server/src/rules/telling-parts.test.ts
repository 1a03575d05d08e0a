// Only the parts that had something to tell are looked at again while their keys stay the same.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { picking, tellingParts } from "./telling-parts.ts";

describe("tellingParts", () => {
  it("looks again at those that told something", () => {
    const tell = tellingParts();
    const looked: number[] = [];
    const check = (key: string, parts: readonly number[]) => [
      ...tell(
        key,
        () => parts,
        (part) => {
          looked.push(part);
          return part > 2 ? [part * 10] : [];
        },
      ),
    ];
    assert.deepEqual(check("a", [1, 3, 2, 4]), [30, 40]);
    assert.deepEqual(looked.splice(0), [1, 3, 2, 4]);
    assert.deepEqual(check("a", [1, 3, 2, 4]), [30, 40]);
    assert.deepEqual(looked.splice(0), [3, 4]);
    assert.deepEqual(check("b", [1, 1]), []);
    assert.deepEqual(check("b", [1, 1]), []);
    assert.deepEqual(looked, [1, 1]);
  });
});

describe("picking", () => {
  it("tests each key once and asks for no parts when none is picked", () => {
    let tested = 0;
    const big = picking((part: number) => ++tested > 0 && part > 2);
    assert.deepEqual(
      big(["one", undefined, "three"], () => [1, 9, 3]),
      [3],
    );
    assert.deepEqual(
      big(["one", "one", "three"], () => [1, 1, 3]),
      [3],
    );
    assert.deepEqual(
      big(["one"], () => assert.fail("nothing is picked")),
      [],
    );
    assert.equal(tested, 2);
  });
});
