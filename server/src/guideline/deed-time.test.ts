// Times after a birth or an injury, and whether two of them meet.

import assert from "node:assert/strict";
import { it } from "node:test";
import { meet, windowsIn } from "./deed-time.ts";

const first = (text: string) => windowsIn(text)[0]?.window;

it("reads stretches, days and moments", () => {
  assert.deepEqual(first("in the first 24 hours after birth"), { from: 0, to: 24 });
  assert.deepEqual(first("on the second day"), { from: 24, to: 48 });
  assert.deepEqual(first("two hours after birth"), { from: 2, to: 2 });
  assert.deepEqual(first("not before 6 hours"), { from: 6, to: Number.POSITIVE_INFINITY });
  assert.equal(first("every 6 hours for 3 days"), undefined);
});

it("lets times that only touch not meet", () => {
  assert.equal(meet({ from: 0, to: 24 }, { from: 24, to: 48 }), false);
  assert.equal(meet({ from: 0, to: 24 }, { from: 2, to: 2 }), true);
  assert.equal(meet({ from: 0, to: 24 }, { from: 24, to: 24 }), false);
});
