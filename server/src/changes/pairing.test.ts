// Pairing by key and likeness: everything once, the most alike first, the same whichever side is called the first.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { pairBy, pairing } from "./pairing.ts";

interface Thing {
  readonly key: string;
  readonly size: number;
}
const things = fc.array(fc.record({ key: fc.constantFrom("a", "b", "c"), size: fc.nat(5) }), {
  maxLength: 12,
});
const near = (a: Thing, b: Thing) => 5 - Math.abs(a.size - b.size);

function paired(before: readonly Thing[], after: readonly Thing[]) {
  const state = pairing(before, after);
  pairBy(state, ({ key }) => key, near);
  return state;
}

describe("pairBy", () => {
  it("pairs each thing once, and only with one of its key", () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        const { pairs, before: gone, after: fresh } = paired(before, after);
        assert.equal(new Set(pairs.values()).size, pairs.size);
        assert.equal(pairs.size + gone.size, before.length);
        assert.equal(pairs.size + fresh.size, after.length);
        for (const [a, b] of pairs) assert.equal(a.key, b.key);
      }),
    );
  });

  it("leaves as many on either side when the sides are swapped", () => {
    fc.assert(
      fc.property(things, things, (before, after) => {
        const [there, back] = [paired(before, after), paired(after, before)];
        assert.equal(there.before.size, back.after.size);
        assert.equal(there.after.size, back.before.size);
      }),
    );
  });

  it("takes the most alike first, and of equals those at the same place", () => {
    const before = [1, 5, 3].map((size) => ({ key: "a", size }));
    const after = [5, 3, 1].map((size) => ({ key: "a", size }));
    for (const [a, b] of paired(before, after).pairs) assert.equal(a.size, b.size);
    const same = [1, 1].map((size) => ({ key: "a", size }));
    const others = [1, 1].map((size) => ({ key: "a", size }));
    assert.deepEqual(
      [...paired(same, others).pairs.values()].map((one) => others.indexOf(one)),
      [0, 1],
    );
  });
});
