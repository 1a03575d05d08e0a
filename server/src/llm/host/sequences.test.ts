// Which sequence a request gets: the best match, and the author's place last.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Cache, type Purpose, Sequences } from "./sequences.ts";

/** A sequence that has read a text, letter by letter. */
class Read implements Cache<string> {
  text = "";
  get size(): number {
    return this.text.length;
  }
  shared(tokens: readonly string[]): number {
    let length = 0;
    while (length < tokens.length && tokens[length] === this.text[length]) length++;
    return length;
  }
}

function setUp(count: number) {
  const caches = Array.from({ length: count }, () => new Read());
  const sequences = new Sequences<string, Read>(caches);
  /** Claims, reads and releases; tells which it was. */
  const use = (text: string, purpose: Purpose = "typing") => {
    const cache = sequences.claim([...text], purpose);
    if (!cache) return undefined;
    cache.text = text;
    sequences.release(cache);
    return caches.indexOf(cache);
  };
  return { sequences, use };
}

describe("a request's sequence", () => {
  test("is the one that has read most of its prompt", () => {
    const { use } = setUp(4);
    const explain = use("explain: ", "other");
    const here = use("the text here");
    assert.notEqual(here, explain);
    assert.equal(use("the text here goes on"), here);
    assert.equal(use("the text h"), here);
    assert.equal(use("explain: one", "other"), explain);
    assert.equal(use("explain: two", "other"), explain);
  });

  test("is another one when a cached prompt shares only its headings with it", () => {
    const { use } = setUp(4);
    const here = use("# Title and this long section");
    const there = use("# Title but another long section");
    assert.notEqual(there, here);
    assert.equal(use("# Title and this long section, typed on"), here);
    assert.equal(use("# Title but another long section, too"), there);
  });

  test("is never the author's place for anything else, and not for looking around", () => {
    const { use } = setUp(4);
    use("before this");
    const here = use("typing here");
    for (const text of ["looked at", "some more", "and again"]) assert.notEqual(use(text, "preparing"), here);
    for (const text of ["1 draft", "2 explain", "3 draft", "4 explain"])
      assert.notEqual(use(text, "other"), here);
    assert.equal(use("typing here and on"), here);
  });

  test("is the one that other work used longest ago", () => {
    const { use } = setUp(4);
    use("typing here");
    use("typed there");
    const [a, b] = [use("draft one", "other"), use("explain: ", "other")];
    assert.notEqual(a, b);
    assert.equal(use("something new", "other"), a);
    assert.equal(use("and a third", "other"), b);
  });

  test("is left free for typing, however few there are", async () => {
    const { sequences, use } = setUp(2);
    const draft = sequences.claim([..."draft"], "other")!;
    assert.equal(sequences.claim([..."explain"], "other"), undefined);
    assert.notEqual(use("typing"), undefined);
    const released = sequences.released();
    sequences.release(draft);
    await released;
    assert.notEqual(sequences.claim([..."explain"], "other"), undefined);
    assert.notEqual(setUp(1).use("draft", "other"), undefined);
  });

  test("may come later: other work then has its own", () => {
    const { sequences, use } = setUp(2);
    const typing = [use("typing here"), use("typed there")];
    sequences.add([new Read(), new Read()]);
    const drafts = ["draft one", "explain: "].map((text) => sequences.claim([...text], "other"));
    assert.ok(drafts.every((cache) => cache && cache.text === ""));
    assert.notEqual(drafts[0], drafts[1]);
    assert.equal(use("typing here and on"), typing[0]);
  });
});
