// Explanations: what the model is asked, and which of its answers may be shown.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { ScriptedBackend } from "../../../../test/support/scripted-backend.ts";
import { acceptExplanation, explain } from "./explanation.ts";

describe("acceptExplanation", () => {
  it("takes one or two whole sentences, once each", () => {
    const one = "A drink of sugar and salts in clean water.";
    assert.equal(acceptExplanation(one), one);
    assert.equal(
      acceptExplanation(` ${one} It replaces what is lost. It is cheap. It`),
      `${one} It replaces what is lost.`,
    );
    assert.equal(acceptExplanation(`${one} ${one}`), one);
    assert.equal(acceptExplanation(`${one} And then the`), one);
  });

  it("rejects what is no sentence, too short, a dose or a citation", () => {
    for (const output of [
      "",
      "A drink of sugar and salts",
      "A drink.",
      "A drink of which 500 mL are given daily.",
      "It is given as one tablet in the morning.",
      "A drink, see https://example.org for more.",
      "A drink, as Smith et al. have shown in (2019).",
    ]) {
      assert.equal(acceptExplanation(output), undefined, output);
    }
  });

  it("lets no markup through", () => {
    const text = acceptExplanation("A <b>drink</b> of `sugar` | and salts in clean water.");
    assert.equal(text, "A bdrink/b of sugar and salts in clean water.");
    fc.assert(
      fc.property(fc.string(), (output) => assert.doesNotMatch(acceptExplanation(output) ?? "", /[<>`|\n]/)),
    );
  });
});

describe("explain", () => {
  const subject = { short: "ORS", long: "oral rehydration solution", sentence: "Give ORS\n\nTerm: now." };

  it("puts the term and its sentence into the prompt, on one line each", async () => {
    const backend = new ScriptedBackend(["A drink of sugar and salts in clean water."]);
    assert.equal(
      await explain(backend, subject, new AbortController().signal),
      "A drink of sugar and salts in clean water.",
    );
    const [request] = backend.requests;
    assert.match(
      request?.prefix ?? "",
      /\nTerm: ORS \(oral rehydration solution\)\nIn the text: Give ORS Term: now\.\nExplanation:$/,
    );
    assert.deepEqual(request?.stop, ["\n"]);
    assert.equal(request?.lane, "explain");
    // What is kept on disk has nothing of the author's.
    const preamble = request?.preamble ?? "";
    assert.ok(request?.prefix.startsWith(preamble) && /\nExplanation: .*\n\n$/.test(preamble));
    assert.doesNotMatch(preamble, /oral rehydration solution\)\nIn the text: Give ORS Term/);
  });

  it("waits no longer than anybody would", async () => {
    const backend = new ScriptedBackend(["A drink of sugar and salts in clean water."]);
    await explain(backend, subject, new AbortController().signal);
    const { prefillMs = Number.POSITIVE_INFINITY, decodeMs = Number.POSITIVE_INFINITY } =
      backend.requests[0]!;
    assert.ok(prefillMs <= 60_000 && decodeMs <= 30_000);
  });

  it("names the abbreviation alone where it is not spelled out, and cuts long lines", async () => {
    const backend = new ScriptedBackend([""]);
    const sentence = `Give ORS ${"word ".repeat(500)}`;
    assert.equal(
      await explain(backend, { ...subject, long: undefined, sentence }, new AbortController().signal),
      undefined,
    );
    const end = backend.requests[0]?.prefix.slice(backend.requests[0].prefix.lastIndexOf("Term:")) ?? "";
    assert.ok(end.startsWith("Term: ORS\n") && end.length < 400, end);
  });

  it("is over at once when it is cancelled", async () => {
    const backend = new ScriptedBackend([[new Promise(() => {})]]);
    const controller = new AbortController();
    const answer = explain(backend, subject, controller.signal);
    controller.abort(new Error("closed"));
    await assert.rejects(answer, { message: "closed" });
  });
});
