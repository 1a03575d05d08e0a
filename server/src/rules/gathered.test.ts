// What documents say is gathered by name, in their order, and follows the documents as they come, go and change.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseGuideline } from "../guideline/guideline.ts";
import { gathering, sayAhead } from "./gathered.ts";
import type { Neighbour } from "./rule.ts";

const says = (neighbour: Neighbour) =>
  new Map(neighbour.guideline.text.split(" ").map((word) => [word, neighbour.guideline.text]));
const document = (uri: string, text: string): Neighbour => ({ uri, guideline: parseGuideline(text) });

describe("gathering", () => {
  it("gives the same as when gathered anew", () => {
    const gather = gathering(says);
    const all = ["a b", "b c", "a", "c", "a c", "b", "a b c", "c b"].map((text, i) => document(`${i}`, text));
    const states = [
      all,
      all.filter((_one, i) => i !== 2),
      all.map((one, i) => (i === 3 ? document("3", "a c") : one)),
      all,
      all.slice(0, 2),
      [...all].reverse(),
      [],
    ];
    for (const state of states) {
      const [kept, anew] = [gather(state), gathering(says)(state)];
      for (const name of ["a", "b", "c", "d"]) assert.deepEqual(kept(name), anew(name));
    }
  });

  it("follows whichever of the documents asks, and whatever it says by then", () => {
    const step = fc.tuple(fc.nat(15), fc.constantFrom("a", "a b", "b c", "c", ""), fc.nat(60));
    const property = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const gather = gathering(says);
      const all = Array.from("abcabcabcabcabca", (text, i) => document(`${i}`, text));
      for (const [at, text, gone] of steps) {
        if (text !== "") all[at] = document(`${at}`, text);
        const others = all.filter((_one, i) => i !== at && i !== gone);
        const [kept, anew] = [gather(others), gathering(says)(others)];
        for (const name of ["a", "b", "c"]) {
          const told = (list: ReturnType<typeof kept>) =>
            list.map(({ neighbour, value }) => [neighbour, value]);
          assert.deepEqual(told(kept(name)), told(anew(name)));
          assert.ok(kept(name).every(({ neighbour }) => others.includes(neighbour)));
        }
      }
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("gives the same function again only while it says the same", () => {
    const step = fc.tuple(fc.constantFrom(0, 3, 7), fc.constantFrom("a", "a b", "b", ""));
    const property = fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const gather = gathering(says);
      const all = Array.from("abababababababab", (text, i) => document(`${i}`, text));
      const said = new Map<unknown, unknown>();
      for (const [at, text] of steps) {
        if (text !== "") all[at] = document(`${at}`, text);
        const elsewhere = gather(all.filter((_one, i) => i !== at));
        const now = ["a", "b"].map((name) =>
          elsewhere(name).map(({ neighbour, value }) => [neighbour.uri, value]),
        );
        assert.deepEqual(said.get(elsewhere) ?? now, now);
        said.set(elsewhere, now);
        assert.equal(gather(all.filter((_one, i) => i !== at)), elsewhere);
      }
    });
    fc.assert(property, { numRuns: 40 });
  });

  it("keeps a list that did not change", () => {
    const gather = gathering(says);
    const all = ["a", "b", "a b", "b", "a", "b", "a", "b", "a"].map((text, i) => document(`${i}`, text));
    const [a, b] = [gather(all)("a"), gather(all)("b")];
    const same = document("1", "b");
    const again = gather(all.map((one, i) => (i === 1 ? same : one)));
    assert.deepEqual([again("a"), again("b")], [a, b]);
    assert.ok(again("a") === a && again("b") === b && b.some(({ neighbour }) => neighbour === same));
    const now = gather(all.map((one, i) => (i === 1 ? document("1", "b c") : one)));
    assert.equal(now("a"), a);
    assert.notEqual(now("b"), b);
  });
});

describe("gathering for several that ask in turn", () => {
  it("gives each of them the list that it was given before", () => {
    const gather = gathering(says);
    const all = ["a", "b", "a b", "b", "a", "b", "a", "b", "a"].map((text, i) => document(`${i}`, text));
    const but = (...gone: readonly number[]) => all.filter((_one, i) => !gone.includes(i));
    const [first, second] = [but(0), but(2)];
    // By then all of them are known.
    gather(first);
    const given = [gather(second)("a"), gather([...first])("a")];
    assert.ok(gather([...second])("a") === given[0] && gather([...first])("a") === given[1]);
  });
});

describe("sayAhead", () => {
  it("has all that is gathered said, though some of it fails", () => {
    const said: string[] = [];
    const gatherings = ["first", "fails", "last"].map((name) =>
      gathering(({ uri }: Neighbour): ReadonlyMap<string, string> => {
        said.push(`${name} of ${uri}`);
        if (name === "fails") throw new Error(name);
        return new Map();
      }),
    );
    sayAhead(document("1", "a"));
    assert.deepEqual(said, ["first of 1", "fails of 1", "last of 1"]);
    assert.throws(() => gatherings[1]?.([document("2", "b")]), /fails/);
  });
});
