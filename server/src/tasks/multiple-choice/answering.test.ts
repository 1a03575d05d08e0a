// A model's answers are chosen, and counted, as the harness does it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ScriptedBackend } from "../../../../test/support/scripted-backend.ts";
import { answer, examplesFor, promptWith, summaryOf } from "./answering.ts";

const never = new AbortController().signal;
const question = (prompt: string, right = 0) => ({ prompt, choices: ["yes", "certainly"], answer: right });

describe("prompts", () => {
  const [one, two, three] = ["One?", "Two?", "Three?"].map((prompt, index) => question(prompt, index % 2));

  it("show the first others, with their answers", () => {
    assert.deepEqual(examplesFor(two!, [one!, two!, three!], 2), [one, three]);
    assert.deepEqual(examplesFor(three!, [one!, two!, three!], 2), [one, two]);
    assert.equal(promptWith([one!, two!], three!), "One? yes\n\nTwo? certainly\n\nThree?");
  });
});

describe("answer", () => {
  it("takes the likeliest, and the likeliest for its length", async () => {
    const backend = new ScriptedBackend({ scores: () => [-3, -6] });
    const answered = await answer(backend, question("Is it?"), "Is it?", never);
    assert.deepEqual(answered, {
      answer: 0,
      logProbabilities: [-3, -6],
      likeliest: 0,
      likeliestForLength: 1,
    });
    assert.deepEqual(backend.scored[0]?.choices, [" yes", " certainly"]);
  });

  it("takes the first of two that are alike", async () => {
    const backend = new ScriptedBackend({ scores: () => [-1, -1] });
    assert.equal((await answer(backend, question("?"), "?", never)).likeliest, 0);
  });
});

describe("summaryOf", () => {
  const given = { answer: 1, logProbabilities: [-1, -2], likeliestForLength: 0 };

  it("gives shares with their standard errors, and what guessing would get", () => {
    const { acc, acc_norm, chance } = summaryOf([
      ...[1, 1, 1].map((likeliest) => ({ ...given, likeliest })),
      { ...given, likeliest: 0, logProbabilities: [-1, -2, -3, -4] },
    ]);
    assert.equal(acc.value, 0.75);
    assert.ok(Math.abs(acc.standardError! - 0.25) < 1e-12);
    assert.deepEqual(acc_norm, { value: 0, standardError: 0 });
    assert.equal(chance, (3 * 0.5 + 0.25) / 4);
  });

  it("has no standard error for a single question", () => {
    assert.deepEqual(summaryOf([{ ...given, likeliest: 1 }]).acc, { value: 1 });
  });
});
