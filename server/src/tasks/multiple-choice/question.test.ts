// Questions in each form are read as the harness reads them, and what is wrong with a record is said.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readQuestion } from "./question.ts";

const ours = { question: "What is ORS?", choices: ["salts in water", "a vaccine"], answer: 0 };

describe("readQuestion", () => {
  it("asks for the choices themselves", () => {
    assert.deepEqual(readQuestion(ours), {
      prompt: "Question: What is ORS?\nAnswer:",
      choices: ours.choices,
      answer: 0,
    });
  });

  it("asks for letters below a list", () => {
    assert.deepEqual(readQuestion(ours, "letters"), {
      prompt: "Question: What is ORS?\nChoices:\nA. salts in water\nB. a vaccine\nAnswer:",
      choices: ["A", "B"],
      answer: 0,
    });
  });

  it("takes an answer by number, by letter and by its text", () => {
    for (const answer of [1, "B", "a vaccine"]) {
      const read = readQuestion({ ...ours, answer });
      assert.equal(typeof read === "string" ? read : read.answer, 1);
    }
    const letters = readQuestion({ question: "Which letter?", choices: ["B", "A"], answer: "A" });
    assert.equal(typeof letters === "string" ? letters : letters.answer, 1);
  });

  it("reads MedMCQA", () => {
    const record = {
      question: "Q",
      opa: "a",
      opb: "b",
      opc: "c",
      opd: "d",
      cop: 2,
      subject_name: "Medicine",
    };
    assert.deepEqual(readQuestion(record), {
      prompt: "Question: Q\nChoices:\nA. a\nB. b\nC. c\nD. d\nAnswer:",
      choices: ["A", "B", "C", "D"],
      answer: 2,
    });
  });

  it("reads MedQA with four options", () => {
    const record = {
      sent1: "Q",
      sent2: "",
      ending0: "a",
      ending1: "b",
      ending2: "c",
      ending3: "d",
      label: 3,
    };
    assert.deepEqual(readQuestion(record), {
      prompt: "Question: Q\nA. a\nB. b\nC. c\nD. d\nAnswer:",
      choices: ["A", "B", "C", "D"],
      answer: 3,
    });
  });

  it("reads PubMedQA", () => {
    const record = { QUESTION: "Q?", CONTEXTS: ["one.", "two."], final_decision: "maybe" };
    assert.deepEqual(readQuestion(record), {
      prompt: "Abstract: one.\ntwo.\nQuestion: Q?\nAnswer:",
      choices: ["yes", "no", "maybe"],
      answer: 2,
    });
  });

  it("says what is wrong", () => {
    for (const [record, problem] of [
      [undefined, /no record/],
      [[], /no record/],
      [{}, /question/],
      [{ ...ours, choices: ["one"] }, /choices/],
      [{ ...ours, choices: ["one", ""] }, /choices/],
      [{ ...ours, choices: "one" }, /choices/],
      [{ ...ours, answer: 2 }, /answer/],
      [{ ...ours, answer: "C" }, /answer/],
      [{ ...ours, answer: 0.5 }, /answer/],
      [{ question: "Q", opa: "a", opb: "b", opc: "c", opd: "d", cop: -1 }, /cop/],
      [{ question: "Q", opa: "a" }, /opd/],
      [{ sent1: "Q", ending0: "a" }, /ending3/],
      [{ QUESTION: "Q", CONTEXTS: ["a"], final_decision: "perhaps" }, /final_decision/],
    ] as const) {
      assert.match(readQuestion(record) as string, problem);
    }
  });
});
