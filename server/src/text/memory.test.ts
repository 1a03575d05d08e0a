// What is remembered is not worked out again, and what nobody asks for any more is forgotten.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import {
  forgetTexts,
  movedFrom,
  oncePer,
  oncePerPair,
  originalOf,
  readsWhole,
  remembered,
  setAside,
  tally,
  whileSame,
} from "./memory.ts";

/** What a function was asked to work out, beside what it answers. */
function watched(size?: number) {
  const worked: string[] = [];
  const length = remembered(
    (text: string) => {
      worked.push(text);
      return text.length;
    },
    size === undefined ? {} : { size },
  );
  return { worked, length };
}

describe("remembered", () => {
  it("works out each text once", () => {
    const { worked, length } = watched();
    assert.deepEqual([length("ab"), length("abc"), length("ab"), length("")], [2, 3, 2, 0]);
    length("");
    assert.deepEqual(worked, ["ab", "abc", ""]);
  });

  it("also remembers that there is nothing", () => {
    let asked = 0;
    const nothing = remembered(() => void asked++);
    nothing("a");
    nothing("a");
    assert.equal(asked, 1);
  });

  it("keeps what was asked for in the last two generations and forgets the rest", () => {
    const { worked, length } = watched(10);
    for (const text of ["aaaa", "bbbb", "cccc", "aaaa", "dddd", "aaaa", "eeee", "bbbb"]) length(text);
    assert.equal(worked.filter((text) => text === "aaaa").length, 1);
    assert.equal(worked.filter((text) => text === "bbbb").length, 2);
  });

  it("forgets what was typed long ago, but nothing of a long text while that is read", () => {
    const { worked, length } = watched();
    const texts = Array.from({ length: 500 }, (_, i) => `${i}`.padStart(1000));
    const again = () => {
      worked.length = 0;
      for (const text of [...texts, texts[0]!]) length(text);
      return worked.length;
    };
    assert.equal(again(), 501);
    readsWhole(texts.join(""));
    again();
    assert.equal(again(), 0);
  });

  it("gives the work a text with the same characters, whatever they are", () => {
    const seen = remembered((text: string) => text);
    for (const text of ["", "a", "\uD800", "\uDC00x\uD800", '\0\u2028\\"é😀', "x".repeat(5000)])
      assert.equal(seen(text), text);
  });

  it("forgets everything when told to", () => {
    const { worked, length } = watched();
    length("a");
    forgetTexts();
    length("a");
    assert.deepEqual(worked, ["a", "a"]);
  });
});

describe("oncePer and oncePerPair", () => {
  it("work out once for each object and for each two", () => {
    const [a, b] = [{ name: "a" }, { name: "b" }];
    const worked: string[] = [];
    const note = (text: string) => void worked.push(text);
    const one = oncePer(({ name }: { name: string }) => note(name));
    const two = oncePerPair((x: { name: string }, y: { name: string }) => note(x.name + y.name));
    for (let i = 0; i < 2; i++) {
      one(a);
      one(b);
      two(a, b);
      two(b, a);
      two(a, a);
    }
    assert.deepEqual(worked, ["a", "b", "ab", "ba", "aa"]);
  });
});

describe("tally", () => {
  it("counts what a list has after any edit of it", () => {
    const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    const edit = fc.tuple(fc.nat(8), fc.nat(3), fc.array(words, { maxLength: 3 }));
    const property = fc.property(fc.array(words, { maxLength: 6 }), fc.array(edit), (start, edits) => {
      const counted = tally((member: readonly string[]) => member);
      let list: readonly (readonly string[])[] = start;
      for (const [at, gone, come] of edits) {
        list = list.toSpliced(at, gone, ...come.map((one) => [...one]));
        const fresh = new Map<string, number>();
        for (const word of list.flat()) fresh.set(word, (fresh.get(word) ?? 0) + 1);
        assert.deepEqual(new Map([...counted(list)].sort()), new Map([...fresh].sort()));
      }
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe("setAside", () => {
  it("takes what is remembered, works out a text once, and keeps nothing of it", () => {
    const worked: string[] = [];
    const known = remembered((text) => worked.push(text));
    known("before");
    setAside(() => ["before", "passing", "passing"].map(known));
    assert.deepEqual(worked, ["before", "passing"]);
    known("before");
    known("passing");
    assert.deepEqual(worked, ["before", "passing", "passing"]);
  });

  it("ends with its work, even when that fails", () => {
    let count = 0;
    const known = remembered(() => ++count);
    assert.throws(() =>
      setAside(() => {
        throw new Error("broken");
      }),
    );
    assert.equal(known("x"), known("x"));
  });
});

describe("whileSame", () => {
  it("works again only when something around is other than before, wherever it was moved to", () => {
    let worked = 0;
    const said = whileSame((key: { at: number }, around: { word: string; next: object | undefined }) => {
      worked++;
      return `${around.word}${typeof key.at}`;
    });
    const [one, next] = [{ at: 1 }, { at: 2 }];
    const [oneMoved, nextMoved] = [
      movedFrom({ at: 5 }, one),
      movedFrom({ at: 6 }, movedFrom({ at: 7 }, next)),
    ];
    assert.equal(originalOf(nextMoved), next);
    said(one, { word: "a", next });
    said(oneMoved, { word: "a", next: nextMoved });
    assert.equal(worked, 1);
    said(one, { word: "b", next });
    said(one, { word: "b", next: undefined });
    said(one, { word: "b", next: one });
    assert.equal(worked, 4);
  });
});
