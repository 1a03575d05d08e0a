// What habits of writing are seen in, what they are not seen in, and what they do to orders.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";
import { formatOrder } from "./order.ts";
import { habitsOf } from "./writing-habit.ts";

describe("habitsOf", () => {
  it("sees commas before decimals", () => {
    for (const text of ["Give 0,5 mg, then 2,5 mg.", "1,25 mL or 0,125 mg, at most 1.000 mL. See 2.4."])
      assert.ok(habitsOf(text).comma, text);
    for (const text of [
      "Give 0.5 mg, then 1,000 mL of saline.",
      "Give 0,5 mg, then 2.5 mg, 1,5 mL.",
      "At weeks 6,10 and 14.",
    ])
      assert.ok(!habitsOf(text).comma, text);
  });

  it("sees a number of doses a day before the sign", () => {
    for (const text of [
      "Nifedipine 1 × 30 mg orally.",
      "3 × 500 mg means 500 mg three times daily.",
      "We write 2 x 400 mg for (2 x 400 mg = 400 mg twice a day).",
    ])
      assert.ok(habitsOf(text).timesADay, text);
    for (const text of [
      "Misoprostol 3 × 200 mcg under the tongue.",
      "1 × 500 mg tablet, 2 × 250 mg tablets.",
      "70 kg: 1 × 5 mg/kg.",
      "2 × 600 mg = 1200 mg.",
    ])
      assert.ok(!habitsOf(text).timesADay, text);
  });

  it("is heeded in orders", () => {
    const orders = (text: string) => parseGuideline(text).orders.map((order) => formatOrder(order));
    assert.deepEqual(orders("Give metformin 2 × 850 mg orally. Give ramipril 1 × 2,5 mg orally or 0,5 mg."), [
      "metformin, 850 mg, twice a day, oral",
      "ramipril, 2.5 mg, once a day, oral",
      "ramipril, 0.5 mg, oral",
    ]);
    assert.deepEqual(
      orders("Give 1.000 mg of paracetamol once, and 2,5 mg of diazepam or 7,5 mg of midazolam.").slice(0, 1),
      ["paracetamol, 1000 mg, once"],
    );
  });
});
