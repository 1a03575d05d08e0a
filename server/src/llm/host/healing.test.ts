// Token healing: what is cut off can be put back, and whatever the vocabulary, only its spelling comes first.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { choose, isConsistent, splitForHealing } from "./healing.ts";
import { Vocabulary } from "./vocabulary.ts";

const loneSurrogate = /\p{Surrogate}/u;

describe("splitForHealing", () => {
  for (const [prefix, tail] of [
    ["The capital of France is", " is"],
    ["The capital of France is ", " "],
    ["Give amoxi", " amoxi"],
    ["one\ntwo", "two"],
    ["one\n", ""],
    ["one\n  ", "  "],
    ["one\r\n- tw", " tw"],
    ["", ""],
    ["word", "word"],
    ["10 mg/kg", " mg/kg"],
  ] as const)
    test(`cuts ${JSON.stringify(tail)} off ${JSON.stringify(prefix)}`, () => {
      assert.deepEqual(splitForHealing(prefix), { head: prefix.slice(0, prefix.length - tail.length), tail });
    });

  test("loses nothing, stays short, crosses no line break, halves no character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (prefix) => {
        const { head, tail } = splitForHealing(prefix);
        assert.equal(head + tail, prefix);
        assert.ok(tail.length <= 32);
        assert.doesNotMatch(tail, /[\r\n]/);
        assert.doesNotMatch(head, loneSurrogate);
        assert.doesNotMatch(tail, loneSurrogate);
      }),
    );
  });

  test("takes long blanks and long words in bounded time and pieces", () => {
    assert.equal(splitForHealing(`x${" ".repeat(100_000)}`).tail.length, 32);
    assert.equal(splitForHealing("x".repeat(100_000)).tail.length, 32);
  });
});

test("isConsistent: one is the beginning of the other", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 4 }),
      fc.string({ minLength: 1, maxLength: 4 }),
      (a, b) => {
        assert.equal(isConsistent(a, b), a.startsWith(b) || b.startsWith(a));
      },
    ),
  );
  assert.equal(isConsistent("", "x"), false);
});

test("any walk over consistent tokens spells the tail", async () => {
  const letters = ["a", "b", " "];
  const text = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { maxLength: 20 }),
      text,
      fc.infiniteStream(fc.nat()),
      async (more, tail, picks) => {
        const texts = [...letters, ...more, "", "\uFFFD"];
        const vocabulary = await Vocabulary.read({
          tokens: texts.keys(),
          text: (token) => texts[token]!,
          first: (text) => texts.indexOf(text[0]!),
        });
        let left = tail;
        let spelled = "";
        while (left !== "") {
          const { tokens, has } = vocabulary.consistent(left);
          assert.ok(tokens.length > 0 && tokens.every(has));
          const chosen = vocabulary.text(tokens[picks.next().value! % tokens.length]!);
          spelled += chosen;
          left = left.slice(chosen.length);
        }
        assert.ok(spelled.startsWith(tail));
      },
    ),
  );
});

test("a word is not begun with a token that the tokenizer would not begin it with", async () => {
  // As in many vocabularies a blank by itself stands before numbers, where it is likeliest of all.
  const texts = [" ", " when", " wh", "ether", " whe", "ther", "w"];
  const vocabulary = await Vocabulary.read({
    tokens: texts.keys(),
    text: (token) => texts[token]!,
    first: (text) => texts.indexOf(text.startsWith(" wheth") ? " wh" : text),
  });
  const spelling = (tail: string) =>
    vocabulary
      .consistent(tail)
      .tokens.map((token) => texts[token])
      .sort();
  assert.deepEqual(spelling(" when"), [" when"]);
  assert.deepEqual(spelling(" wh"), [" wh", " whe", " when"]);
  assert.deepEqual(spelling(" whethe"), [" wh"]);
  assert.deepEqual(spelling(" "), [" ", " wh", " whe", " when"]);
});

describe("choose", () => {
  const candidates = [
    { token: 1, logit: 0 },
    { token: 2, logit: Math.log(3) },
  ];
  test("takes the likeliest with its share among the candidates", () => {
    const choice = choose(candidates)!;
    assert.equal(choice.token, 2);
    assert.ok(Math.abs(choice.probability - 0.75) < 1e-9);
    assert.equal(choose([]), undefined);
  });
  test("draws by weight with a temperature", () => {
    assert.equal(choose(candidates, 1, 0.7)?.token, 2);
    assert.equal(choose(candidates, 1, 0.8)?.token, 1);
  });
});
