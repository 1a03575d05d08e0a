// How facts read and facts labelled are set against each other and counted.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { paired, Tallies } from "./match.ts";
import type { Fact } from "./notation.ts";

const order = (slots: Readonly<Record<string, string>>): Fact => ({
  kind: "order",
  slots: new Map(Object.entries(slots)),
});

describe("paired", () => {
  it("sets facts of the same medicine and dose against each other, wherever they stand", () => {
    const adult = order({ medicine: "x", dose: "1 g", population: "adult" });
    const child = order({ medicine: "x", dose: "2 g", population: "child" });
    const read = [
      order({ medicine: "x", dose: "2 g" }),
      order({ medicine: "x", dose: "1 g", population: "child" }),
    ];
    assert.deepEqual(paired([adult, child], read), [
      { expected: adult, got: read[1] },
      { expected: child, got: read[0] },
    ]);
  });

  it("leaves alone what has neither in common", () => {
    const [a, b] = [order({ medicine: "x", dose: "1 g" }), order({ medicine: "y", dose: "2 g" })];
    assert.deepEqual(paired([a], [b]), [
      { expected: a, got: undefined },
      { expected: undefined, got: b },
    ]);
  });
});

describe("Tallies", () => {
  it("counts a wrong slot as missed and as made up, and a missing one as missed", () => {
    const tallies = new Tallies();
    tallies.add({
      expected: order({ medicine: "x", dose: "1 g", route: "iv", frequency: "2/day" }),
      got: order({ medicine: "x", dose: "1 g", route: "im" }),
    });
    assert.deepEqual(Object.fromEntries(tallies.byName), {
      order: { right: 1, expected: 1, got: 1 },
      "order, every slot": { right: 0, expected: 1, got: 1 },
      "order.medicine": { right: 1, expected: 1, got: 1 },
      "order.dose": { right: 1, expected: 1, got: 1 },
      "order.route": { right: 0, expected: 1, got: 1 },
      "order.frequency": { right: 0, expected: 1, got: 0 },
    });
  });

  it("takes one of several maxima for the labelled one", () => {
    const tallies = new Tallies();
    tallies.add({ expected: order({ max: "2 mg" }), got: order({ max: "4 mg | 2 mg" }) });
    assert.equal(tallies.byName.get("order.max")?.right, 1);
  });
});
