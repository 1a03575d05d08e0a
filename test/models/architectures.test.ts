// Every architecture of the family in the real engine: tiny files with random weights load, complete, heal, obey
// a schema, score and abort, and what is computed is held against the computation written out plainly.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { LocalBackend } from "../../server/src/llm/local-backend.ts";
import { backendContract, collect } from "../support/backend-contract.ts";
import { tinyBackend, tinyModel, tinyShapes } from "../support/tiny-models.ts";
import { modelFile } from "./architectures.ts";
import { forwardPass } from "./forward-pass.ts";
import type { Shape } from "./shapes.ts";

const never = new AbortController().signal;
/** Words that are one token each in every vocabulary, with the blank before them. */
const words = [..."bcdfghjklmnprst"].flatMap((first) => [..."aeiou"].map((second) => first + second));
const textOf = (length: number, seed: number) =>
  Array.from({ length }, (_, index) => words[(index * index * seed + 7 * index) % words.length]!).join(" ");
const choices = words.slice(0, 20).map((word) => ` ${word}`);

for (const [name, shape] of Object.entries(tinyShapes)) {
  const path = tinyModel(shape);
  backendContract(`The local backend with ${name}`, () => tinyBackend(path));

  test(`${name} is computed with the attention that suits it`, async () => {
    const backend = await tinyBackend(path);
    await backend.warm();
    const { flashAttention } = await backend.statistics();
    assert.equal(flashAttention, shape.architecture !== "gemma2");
    await backend.dispose();
  });

  test(`${name} completes a word to the same text, wherever it is broken`, async () => {
    const backend = await tinyBackend(path);
    const complete = (prefix: string, maxTokens: number, heal = true) =>
      collect(backend.complete({ prefix, maxTokens, heal }, never));
    const { start, word } = await firstNewWord((prefix) => complete(prefix, 1, false));
    const rest = await complete(start + word, 3);
    for (let cut = 1; cut < word.length; cut++) {
      const completed = await complete(start + word.slice(0, cut), 4);
      assert.ok(`${word}${rest}`.startsWith(word.slice(0, cut) + completed), `${word} ${cut} ${completed}`);
    }
    await backend.dispose();
  });

  describe(`${name}, with plain floats`, () => {
    const small = { layers: 2, width: 128, inner: 256, heads: 2, keyHeads: 1 };
    const plain: Shape = { ...shape, ...small, weights: "F32" };
    let backend: LocalBackend;
    before(async () => {
      backend = await tinyBackend(tinyModel(plain));
    });
    after(() => backend.dispose());
    describeComputation(plain, () => backend);
  });
}

/** A text that the model goes on with a new word, and that word with the blank before it. */
async function firstNewWord(next: (text: string) => Promise<string>) {
  for (let length = 1; length < 100; length++) {
    const start = textOf(length, length + 2);
    const word = await next(start);
    if (/^ [a-z]{2,}$/.test(word)) return { start, word };
  }
  throw new Error("The model never begins a word.");
}

backendContract("The local backend in the turns of a conversation", () =>
  tinyBackend(tinyModel(tinyShapes.gemma2), { settings: { template: "chat" } }),
);

function describeComputation(shape: Shape, backend: () => LocalBackend): void {
  const scores = (prefix: string, wanted = choices) => backend().score({ prefix, choices: wanted }, never);

  // Longer than Gemma's window and than the context that Llama's rotations were first made for.
  const long = textOf(200, 3);
  const short = long.split(" ").slice(0, 150).join(" ");

  test("scores are those of the computation written out, in a long text and after going back", async () => {
    const other = `${short} ${textOf(20, 5)}`;
    const [longScores, shortScores] = computed(shape, [long, short]);
    assertClose(await scores(long), longScores!);
    assertClose(await scores(short), shortScores!);
    assertClose(await scores(other), computed(shape, [other])[0]!);
    assertClose(await scores(long), longScores!);
  });

  const { window, stretched, ...rest } = shape;
  if (window !== undefined || stretched !== undefined) {
    test("the window and the stretched rotations make a difference", async () => {
      const without = { ...rest, ...(window !== undefined && { window: shape.context }) };
      const difference = differenceOf(await scores(long), computed(without, [long])[0]!);
      assert.ok(difference > 10 * tolerance, String(difference));
    });
  }

  if (window !== undefined) {
    // Where only a window's tokens are kept, some of these places lie just behind what is left of them.
    test("going back gives what a fresh evaluation gives", async () => {
      const whole = textOf(1400, 4).split(" ");
      for (const length of [900, 665, 450]) {
        const start = whole.slice(0, length).join(" ");
        await scores(whole.join(" "));
        const back = await scores(start);
        await scores(textOf(5, 1));
        assert.ok(differenceOf(back, await scores(start)) < tolerance / 10);
      }
    });
  }

  test("a choice of several words has the sum of its words' scores", async () => {
    const start = textOf(30, 2);
    const [whole, probable] = await scores(start, [" ba de fi", " ba"]);
    const steps = computed(shape, [start, `${start} ba`, `${start} ba de`], [" ba", " de", " fi"]);
    assertClose([probable!, whole!], [steps[0]![0]!, steps[0]![0]! + steps[1]![1]! + steps[2]![2]!]);
  });
}

/** The scores of continuations at the ends of texts; the first text begins or ends with all others. */
function computed(shape: Shape, texts: readonly string[], wanted = choices): number[][] {
  const file = modelFile("", shape);
  const ids = file.metadata["tokenizer.ggml.tokens"] as readonly string[];
  const bos = file.metadata["tokenizer.ggml.bos_token_id"] as number | undefined;
  const id = (word: string) => ids.indexOf(word.replace(" ", shape.architecture === "gemma2" ? "▁" : "Ġ"));
  const tokensOf = (text: string) => [...(bos === undefined ? [] : [bos]), ...text.split(/(?= )/).map(id)];
  const longest = texts.reduce((a, b) => (a.length > b.length ? a : b));
  const at = forwardPass(shape, file, tokensOf(longest));
  return texts.map((text) => {
    assert.ok(longest.startsWith(text));
    const probabilities = at(tokensOf(text).length - 1);
    return wanted.map((choice) => probabilities[id(choice)]!);
  });
}

/** The engine remembers a text in half floats. */
const tolerance = 0.03;

function assertClose(actual: readonly number[], expected: readonly number[]): void {
  const difference = differenceOf(actual, expected);
  assert.ok(difference < tolerance, `${difference}: ${actual.join(" ")} instead of ${expected.join(" ")}`);
}

/** The usual difference: the root of the mean square. */
function differenceOf(actual: readonly number[], expected: readonly number[]): number {
  const squares = actual.map((score, index) => (score - expected[index]!) ** 2);
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
}
