// `guidewright eval mcq`: files are read or refused, answers are kept and taken up again, and the built command
// line prints what a real model gets right.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { RemoteServer } from "../../../test/support/remote-server.ts";
import { runCli } from "../../../test/support/run-cli.ts";
import { ScriptedBackend } from "../../../test/support/scripted-backend.ts";
import { tinyModel, tinyShapes } from "../../../test/support/tiny-models.ts";
import { CommandError } from "./command-error.ts";
import { evaluate, planned } from "./evaluating.ts";
import { toJson, toTable } from "./report-evaluation.ts";

const never = new AbortController().signal;
const records = ["one", "two", "three", "four"].map((word, index) => ({
  question: `Which word is ${word}?`,
  choices: ["one", "two", "three", "four"],
  answer: index,
}));
const lines = (items: readonly unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join("");

describe("guidewright eval mcq", () => {
  let folder: string;
  const path = (name: string) => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "guidewright-eval-"));
    await writeFile(path("four.jsonl"), lines(records));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const plan = (file: string, options = {}) => planned({ files: ["mcq", path(file)], options });
  /** Always holds the second choice for the likeliest. */
  const backend = () => new ScriptedBackend({ scores: () => [-4, -1, -3, -2] });

  it("says how many are right", async () => {
    const evaluation = await evaluate(backend(), await plan("four.jsonl"), never);
    assert.equal(evaluation.acc.value, 0.25);
    assert.equal(evaluation.chance, 0.25);
    assert.match(toTable(evaluation), /^acc +25\.00 % +± 25\.00$/m);
    const json = JSON.parse(toJson(evaluation)) as { questions: number; answers: { likeliest: number }[] };
    assert.equal(json.questions, 4);
    assert.deepEqual(
      json.answers.map(({ likeliest }) => likeliest),
      [1, 1, 1, 1],
    );
  });

  it("shows examples from the same file or from another", async () => {
    const own = await plan("four.jsonl", { shots: 1, limit: 2 });
    assert.deepEqual(
      own.asked.map(({ prompt }) => prompt.match(/is (\w+)\?\nAnswer: \w+/)?.[1]),
      ["two", "one"],
    );
    await writeFile(
      path("other.jsonl"),
      lines([{ question: "Is it?", choices: ["no", "yes"], answer: "yes" }]),
    );
    const other = await plan("four.jsonl", { shots: 1, "shots-from": path("other.jsonl") });
    for (const { prompt } of other.asked) assert.ok(prompt.startsWith("Question: Is it?\nAnswer: yes\n\nQ"));
  });

  it("goes on where a run was stopped, but never with another model's answers", async () => {
    const results = path("results.jsonl");
    const first = await evaluate(backend(), await plan("four.jsonl", { results, limit: 2 }), never);
    await writeFile(results, `${await readFile(results, "utf8")}{"key":"cut o`);
    const again = backend();
    const all = await evaluate(again, await plan("four.jsonl", { results }), never);
    assert.equal(again.scored.length, 2);
    assert.deepEqual(all.answers.slice(0, 2), first.answers);
    const third = backend();
    assert.deepEqual(await evaluate(third, await plan("four.jsonl", { results }), never), all);
    assert.equal(third.scored.length, 0);
    const other = new ScriptedBackend({ info: { name: "another" } });
    await evaluate(other, await plan("four.jsonl", { results }), never);
    assert.equal(other.scored.length, 4);
  });

  it("refuses what it cannot use, before a model is loaded", async () => {
    await writeFile(path("empty.jsonl"), "\n");
    await writeFile(path("broken.jsonl"), `${lines(records)}{"question":`);
    for (const [given, message] of [
      [() => planned({ files: ["mcq"], options: {} }), /Name a file/],
      [() => planned({ files: ["quiz", path("four.jsonl")], options: {} }), /Name a file/],
      [() => plan("missing.jsonl"), /missing\.jsonl/],
      [() => plan("empty.jsonl"), /no questions/],
      [() => plan("broken.jsonl"), /broken\.jsonl:5: it is no record/],
      [() => plan("four.jsonl", { shots: 4 }), /only 3 other questions/],
    ] as const) {
      await assert.rejects(
        given,
        (error: unknown) => error instanceof CommandError && message.test(error.message),
      );
    }
    const results = path("four.jsonl");
    await assert.rejects(evaluate(backend(), await plan("four.jsonl", { results }), never), /something else/);
    assert.equal(await readFile(results, "utf8"), lines(records));
  });

  it("refuses a prompt that the model would see only a part of", async () => {
    const small = new ScriptedBackend({ info: { contextSize: 512 } });
    const question = { ...records[0], question: "word ".repeat(1000) };
    await writeFile(path("long.jsonl"), lines([question]));
    await assert.rejects(evaluate(small, await plan("long.jsonl"), never), /has room for 212/);
    assert.equal(small.scored.length, 0);
  });

  it("asks a server elsewhere", async () => {
    const server = await RemoteServer.start({ kind: "vllm" });
    const args = ["eval", "mcq", path("four.jsonl"), "--model", server.url];
    const { code, out, err } = await runCli(args);
    const chat = await runCli([...args, "--template", "chat"]);
    await server.stop();
    assert.equal(code, 0, err);
    assert.match(out, /4 questions of .*\n\n.*\nacc /);
    assert.ok(server.asked.length > 0);
    assert.equal(chat.code, 2);
    assert.match(chat.err, /--template/);
  });

  it("runs from the command line as it is built, with a model file of one's own, raw and in turns", async () => {
    const args = [
      "eval",
      "mcq",
      path("four.jsonl"),
      "--shots",
      "1",
      "--style",
      "letters",
      "--format",
      "json",
    ];
    const model = tinyModel(tinyShapes.qwen2);
    const run = async (template: string) => {
      const given = [...args, "--model", model, "--template", template];
      const { code, out, err } = await runCli(given, { built: true });
      assert.equal(code, 0, err);
      return JSON.parse(out) as { answers: { logProbabilities: number[] }[]; shots: number };
    };
    const [raw, chat] = [await run("raw"), await run("chat")];
    assert.deepEqual([raw.answers.length, raw.shots], [4, 1]);
    assert.notDeepEqual(chat.answers, raw.answers);
  });
});
