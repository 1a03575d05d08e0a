// The pure parts of the engine's bench: the session it types, how keys and answers meet, its command line.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { allParts, parseArguments } from "./engine/arguments.ts";
import { burstsOf, type Key, textBefore, typingSession } from "./engine/session.ts";
import { typeBurst } from "./engine/typist.ts";

const text = `# Malaria\n\n${"Give artesunate at once to every child who cannot drink.\n".repeat(80)}`;

describe("the bench of the engine", () => {
  it("types a session whose keys each fit the text that the last one left", () => {
    const keys = [...typingSession({ text, words: 60 })];
    let current = textBefore(text);
    for (const { change, text: after, offset } of keys) {
      const offsetOf = ({ line, character }: { line: number; character: number }) =>
        current.split("\n", line).reduce((sum, one) => sum + one.length + 1, 0) + character;
      const [start, end] = [offsetOf(change.range.start), offsetOf(change.range.end)];
      assert.equal(current.slice(0, start) + change.text + current.slice(end), after);
      assert.equal(offset, start + change.text.length);
      current = after;
    }
    // Corrections stand further up, slips are gone.
    assert.equal(current.split("promptly ").length - 1, 4);
    assert.equal(current.replaceAll("promptly ", ""), text.slice(0, current.length - 4 * "promptly ".length));
    assert.deepEqual(keys, [...typingSession({ text, words: 60 })]);
    const bursts = burstsOf(keys);
    assert.equal(bursts.length, 20);
    assert.ok(bursts.every((burst) => burst.findIndex(({ rests }) => rests) === burst.length - 1));
  });

  it("cancels at a key what the key before asked for, and waits at a rest", async () => {
    const key = { change: { range: never, text: "a" }, text: "a", offset: 1, after: 0, rests: false };
    const keys: Key[] = [key, key, { ...key, rests: true }];
    const signals: AbortSignal[] = [];
    const press = (_key: Key, signal: AbortSignal) => {
      signals.push(signal);
      // The first key is answered at once, the second never.
      if (signals.length !== 2) return Promise.resolve("text");
      return new Promise<string>((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    };
    const { keys: count, seen, rest } = await typeBurst({ press }, keys);
    assert.deepEqual([count, seen], [2, 1]);
    assert.equal(rest?.text, true);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, true, false],
    );
    assert.equal((await typeBurst({ press: async () => "" }, keys)).rest?.text, false);
  });

  it("reads its command line", () => {
    assert.deepEqual(parseArguments([]).parts, allParts);
    const env = { GUIDEWRIGHT_LLAMA_BENCH: "/b", GUIDEWRIGHT_LLAMA_SERVER: "/s" };
    const given = parseArguments(["--only", "lag,append", "--threads", "2", "--llama-bench", "/other"], env);
    assert.deepEqual(given, {
      parts: ["lag", "append"],
      threads: 2,
      model: undefined,
      large: undefined,
      llamaBench: "/other",
      llamaServer: "/s",
    });
    assert.throws(() => parseArguments(["--only", "everything"]), /--only takes/);
    assert.throws(() => parseArguments(["--threads", "few"]), /--threads takes/);
  });
});

const never = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
