// Completions against a scripted model: what is typed through, what is begun anew, who wins, what a deadline
// shows and how failures surface.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { contextAt } from "../../../../test/support/completion-contexts.ts";
import { type Answer, gate, ScriptedBackend } from "../../../../test/support/scripted-backend.ts";
import { ModelError } from "../../llm/errors.ts";
import { type CompletionOptions, Completions } from "./completion.ts";

const options: CompletionOptions = { deadline: 60_000, maxTokens: 24, guardNumbers: true };
const live = () => new AbortController().signal;

function setUp(...answers: Answer[]) {
  const backend = new ScriptedBackend(answers);
  const completions = new Completions(backend);
  const complete = (text: string, more: Partial<CompletionOptions> = {}, signal = live()) =>
    completions.complete(contextAt(text), { ...options, ...more }, signal);
  return { backend, completions, complete };
}

/** Lets everything that can happen happen. */
async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
}

describe("Completions", () => {
  // The timer of a deadline keeps no process alive.
  let alive: NodeJS.Timeout;
  before(() => {
    alive = setInterval(() => {}, 1000);
  });
  after(() => clearInterval(alive));

  it("asks for one line, healed, in the most urgent lane", async () => {
    const { backend, complete } = setUp("fluids slowly.");
    assert.equal(await complete("Give "), "fluids slowly.");
    const [request] = backend.requests;
    assert.deepEqual(
      [request?.prefix, request?.maxTokens, request?.stop, request?.heal, request?.lane],
      ["Give ", 24, ["\n"], true, "inline"],
    );
  });

  it("filters what is shown", async () => {
    const { complete } = setUp("fluids, 500 mL");
    assert.equal(await complete("Give "), "fluids");
    assert.equal(await complete("Give ", { guardNumbers: false }), "fluids, 500 mL");
  });

  it("answers the same place again, and typing through it, without asking again", async () => {
    const { backend, complete } = setUp("fluids slowly.", "other");
    await complete("Give ");
    assert.equal(await complete("Give "), "fluids slowly.");
    assert.equal(await complete("Give flu"), "ids slowly.");
    assert.equal(await complete("Give fluids "), "slowly.");
    assert.equal(backend.requests.length, 1);
  });

  it("asks anew when something else is typed, and knows the old text when that is taken back", async () => {
    const { backend, complete } = setUp("fluids slowly.", "xygen.");
    await complete("Give ");
    assert.equal(await complete("Give o"), "xygen.");
    assert.equal(await complete("Give "), "fluids slowly.");
    assert.equal(backend.requests.length, 2);
  });

  it("asks anew at the end of what was suggested", async () => {
    const { backend, complete } = setUp("fluids.", "Wait.");
    await complete("Give ");
    assert.equal(await complete("Give fluids. "), "Wait.");
    assert.equal(backend.requests.length, 2);
  });

  it("remembers that there was nothing to suggest", async () => {
    const { backend, complete } = setUp("", "x y");
    assert.equal(await complete("Give "), "");
    assert.equal(await complete("Give "), "");
    assert.equal(backend.requests.length, 1);
  });

  it("joins a running suggestion while its words are typed", async () => {
    const running = gate();
    const { backend, complete } = setUp(["flu", running.promise, "ids", " slowly."]);
    const first = complete("Give ");
    await settle();
    const second = complete("Give fl");
    const ahead = complete("Give fluids");
    await settle();
    running.open();
    assert.deepEqual(await Promise.all([first, second, ahead]), [
      "fluids slowly.",
      "uids slowly.",
      " slowly.",
    ]);
    assert.equal(backend.requests.length, 1);
  });

  it("begins anew when the running suggestion becomes something else than what was typed", async () => {
    const running = gate();
    const { backend, complete } = setUp(["flu", running.promise, "shes"], "nd rest.");
    const first = complete("Give ").catch((error: Error) => error.name);
    const ahead = complete("Give fluids a");
    await settle();
    running.open();
    assert.equal(await ahead, "nd rest.");
    assert.ok(["flushes", "flu", "AbortError", ""].includes(await first));
    assert.deepEqual(
      backend.requests.map(({ prefix }) => prefix),
      ["Give ", "Give fluids a"],
    );
  });

  it("lets the newest request win and ends the one before", async () => {
    const running = gate();
    const { backend, complete } = setUp([running.promise, "never"], "fluids.");
    const old = complete("Say ");
    await settle();
    const answer = complete("Give ");
    await assert.rejects(old, { name: "AbortError" });
    assert.equal(await answer, "fluids.");
    assert.deepEqual(
      backend.cancelled.map(({ prefix }) => prefix),
      ["Say "],
    );
  });

  it("shows whole words of what is there at the deadline, and goes on writing", async () => {
    const running = gate();
    const { backend, complete } = setUp(["fluids slow", "ly and ca", running.promise, "refully."]);
    assert.equal(await complete("Give ", { deadline: 50 }), "fluids slowly and");
    assert.deepEqual(backend.cancelled, []);
    running.open();
    assert.equal(await complete("Give "), "fluids slowly and carefully.");
    assert.equal(backend.requests.length, 1);
  });

  it("does not wait for what would not be shown", async () => {
    const running = gate();
    const { backend, complete } = setUp(["fluids", " 500", " mL", " at", running.promise, " once."]);
    assert.equal(await complete("Give "), "fluids");
    assert.deepEqual(backend.cancelled, []);
    running.open();
  });

  it("shows nothing at a deadline before the first word", async () => {
    const running = gate();
    const { complete } = setUp([running.promise, "fluids."]);
    assert.equal(await complete("Give ", { deadline: 20 }), "");
    running.open();
    assert.equal(await complete("Give "), "fluids.");
  });

  it("leaves the suggestion running when a request is cancelled", async () => {
    const running = gate();
    const { backend, complete } = setUp(["flu", running.promise, "ids."]);
    const controller = new AbortController();
    const cancelled = complete("Give ", {}, controller.signal);
    await settle();
    controller.abort(new Error("typed on"));
    await assert.rejects(cancelled, { message: "typed on" });
    assert.deepEqual(backend.cancelled, []);
    running.open();
    assert.equal(await complete("Give f"), "luids.");
    assert.equal(backend.requests.length, 1);
  });

  it("asks nothing for a request that is cancelled already", async () => {
    const { backend, complete } = setUp("fluids.");
    await assert.rejects(complete("Give ", {}, AbortSignal.abort(new Error("gone"))), { message: "gone" });
    assert.equal(backend.requests.length, 0);
  });

  it("lets a failure of the model surface, and tries again the next time", async () => {
    const failure = new ModelError("host-died", "The model stopped.", "It starts again.");
    const { complete } = setUp([failure], "fluids.");
    await assert.rejects(complete("Give "), failure);
    assert.equal(await complete("Give "), "fluids.");
  });

  it("ends before what the model itself hardly believes, without half a word", async () => {
    const chunk = (text: string, probability: number) => ({ text, probability });
    const { complete } = setUp([
      chunk("fluids", 0.9),
      chunk(" and", 0.5),
      chunk(" ban", 0.3),
      chunk("anas", 0.1),
    ]);
    assert.equal(await complete("Give "), "fluids and");
    const whole = setUp([chunk("fluids", 0.9), chunk(" bananas", 0.01), chunk(" daily", 1)]);
    assert.equal(await whole.complete("Give "), "fluids");
    const marked = setUp([chunk("fluids", 0.1), chunk("?", 0.3)], [chunk("at 7", 0.1), chunk(".", 0.3)]);
    assert.equal(await marked.complete("Give "), "fluids");
    assert.equal(await marked.complete("Measured at 7 am, and again ", { guardNumbers: false }), "at");
  });

  it("ends everything when stopped", async () => {
    const running = gate();
    const { backend, completions, complete } = setUp(["a b", running.promise, "c"], "again.");
    const answer = complete("Give ");
    await settle();
    completions.stop();
    await answer.catch(() => {});
    assert.equal(backend.cancelled.length, 1);
    assert.equal(await complete("Give "), "again.");
  });

  it("forgets old suggestions, not recent ones", async () => {
    const { backend, complete } = setUp("fluids.");
    for (let i = 0; i < 20; i++) await complete(`Line ${i} `);
    await complete("Line 19 ");
    assert.equal(backend.requests.length, 20);
    await complete("Line 0 ");
    assert.equal(backend.requests.length, 21);
  });
});
