// Parts are looked at again only when something changes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { picking, tellingParts } from "./telling-parts.ts";

const parts = [1, 3, 2, 4].map((size) => ({ size }));

describe("tellingParts", () => {
  it("looks again at all of them when what else counts is another", () => {
    const tell = tellingParts<(typeof parts)[number], number>();
    const looked: number[] = [];
    const check = (from: readonly unknown[]) =>
      tell(from, parts, ({ size }) => {
        looked.push(size);
        return size > 2 ? [size * 10] : [];
      });
    assert.deepEqual(check(["a"]), [30, 40]);
    assert.deepEqual(looked.splice(0), [1, 3, 2, 4]);
    assert.deepEqual(check(["a"]), [30, 40]);
    assert.deepEqual(looked, []);
    assert.deepEqual(check(["b"]), [30, 40]);
    assert.deepEqual(looked, [1, 3, 2, 4]);
  });
});

describe("picking", () => {
  it("tests each part once", () => {
    let tested = 0;
    const big = picking(({ size }: { readonly size: number }) => ++tested > 0 && size > 2);
    assert.deepEqual(big(parts), [{ size: 3 }, { size: 4 }]);
    assert.deepEqual(big(parts), [{ size: 3 }, { size: 4 }]);
    assert.equal(tested, 4);
  });
});
