// The words of the status bar, its tooltip and its menu.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { menuEntries, type Situation, starterWarning, statusParagraphs, statusText } from "./model-words.ts";

const other = { guideline: false, reason: "its front matter says guideline: false" };
const model = (status: Partial<ModelStatus> = {}): ModelStatus => ({
  state: "ready",
  model: "Meditron3 2B",
  starter: false,
  message: "",
  ...status,
});
const running = (situation: Partial<Situation> = {}): Situation => ({
  server: "running",
  recognition: { guideline: true, reason: "it contains medicine orders" },
  model: undefined,
  ...situation,
});
const actions = (situation: Partial<Situation>) =>
  menuEntries(running(situation)).map((entry) => entry.action);

test("the text is short and says whether this is a guideline", () => {
  assert.equal(statusText(running({ recognition: other, model: model() })), "$(circle-slash) No guideline");
  assert.equal(statusText(running()), "$(book) Guideline");
  assert.equal(statusText(running({ model: model({ state: "failed" }) })), "$(warning) Guideline");
  assert.equal(statusText(running({ model: model({ state: "asleep" }) })), "$(moon) Guideline");
  assert.equal(statusText(running({ server: "stopped", model: model() })), "$(warning) Guideline");
});

test("the tooltip says why, names the model and its state", () => {
  assert.deepEqual(
    statusParagraphs(running({ model: model({ state: "loading", message: "Almost there." }) })),
    [
      "This document is treated as a guideline: it contains medicine orders.",
      "Model: Meditron3 2B, loading.",
      "Almost there.",
    ],
  );
  const [why] = statusParagraphs(running({ recognition: other }));
  assert.match(why ?? "", /not treated as a guideline: its front/);
});

test("the model is named once", () => {
  const paragraphs = statusParagraphs(running({ model: model({ message: "Meditron3 2B is ready." }) }));
  assert.deepEqual(paragraphs.slice(1), ["Meditron3 2B is ready."]);
});

test("a stopped server is not covered up by what the model last said", () => {
  const paragraphs = statusParagraphs(running({ server: "stopped", model: model() }));
  assert.equal(paragraphs.length, 2);
  assert.match(paragraphs[1] ?? "", /stopped/);
  assert.equal(actions({ server: "stopped" })[0], "restart");
});

test("the starter model comes with a warning once it is there", () => {
  assert.ok(statusParagraphs(running({ model: model({ starter: true }) })).includes(starterWarning));
  const missing = model({ starter: true, state: "missing" });
  assert.ok(!statusParagraphs(running({ model: missing })).includes(starterWarning));
});

test("the menu offers what can be done now", () => {
  assert.ok(actions({ model: model() }).includes("pause"));
  assert.deepEqual(actions({ model: model({ state: "paused" }) }).slice(0, 3), [
    "draft",
    "findings",
    "resume",
  ]);
  assert.ok(actions({ model: model({ state: "asleep" }) }).includes("statistics"));
  const missing = model({ state: "missing", installable: "starter" });
  assert.deepEqual(actions({ model: missing }).slice(0, 3), ["draft", "findings", "install"]);
  assert.ok(!actions({ model: model({ state: "missing" }) }).includes("install"));
  assert.ok(!actions({ recognition: other }).includes("draft"));
  assert.ok(!actions({ server: "stopped" }).includes("findings"));
});

test("where text goes is in the bar itself, in the tooltip and in the menu", () => {
  const remote = { host: "gpu.example.org", encrypted: true };
  const there = running({ model: model({ remote }) });
  assert.equal(statusText(there), "$(book) Guideline → gpu.example.org");
  assert.ok(
    statusParagraphs(there).some((paragraph) => /leaves this machine.*gpu\.example\.org/.test(paragraph)),
  );
  const entries = menuEntries(there);
  assert.match(entries.find(({ action }) => action === "connectRemote")?.detail ?? "", /gpu\.example\.org/);
  assert.match(entries.find(({ action }) => action === "pause")?.detail ?? "", /Nothing is sent/);
  assert.doesNotMatch(statusText(running({ model: model() })), /→/);
});
