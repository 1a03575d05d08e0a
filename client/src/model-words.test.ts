import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { menuEntries, starterWarning, statusParagraphs, statusText } from "./model-words.ts";

const guideline = { guideline: true, reason: "it contains medicine orders" };
const other = { guideline: false, reason: "its front matter says guideline: false" };
const model = (status: Partial<ModelStatus>): ModelStatus => ({
  state: "ready",
  model: "Meditron3 2B",
  starter: false,
  message: "",
  ...status,
});
const actions = (status: ModelStatus | undefined, recognition = guideline) =>
  menuEntries({ recognition, model: status }).map((entry) => entry.action);

test("the text is short and says whether this is a guideline", () => {
  assert.equal(statusText({ recognition: other, model: model({}) }), "$(circle-slash) No guideline");
  assert.equal(statusText({ recognition: guideline, model: undefined }), "$(book) Guideline");
  assert.equal(statusText({ recognition: guideline, model: model({ state: "failed" }) }), "$(warning) Guideline");
});

test("the tooltip says why, names the model and its state", () => {
  assert.deepEqual(statusParagraphs({ recognition: guideline, model: model({ state: "loading", message: "Almost there." }) }), [
    "This document is treated as a guideline: it contains medicine orders.",
    "Model: Meditron3 2B (loading).",
    "Almost there.",
  ]);
  assert.match(statusParagraphs({ recognition: other, model: undefined })[0] ?? "", /not treated as a guideline: its front/);
});

test("the starter model comes with a warning once it is there", () => {
  assert.ok(statusParagraphs({ recognition: guideline, model: model({ starter: true }) }).includes(starterWarning));
  const missing = model({ starter: true, state: "missing" });
  assert.ok(!statusParagraphs({ recognition: guideline, model: missing }).includes(starterWarning));
});

test("the menu offers what can be done now", () => {
  assert.ok(actions(model({})).includes("pause"));
  assert.deepEqual(actions(model({ state: "paused" })).slice(0, 2), ["draft", "resume"]);
  assert.deepEqual(actions(model({ state: "missing", installable: "starter" })).slice(0, 2), ["draft", "install"]);
  assert.ok(!actions(model({ state: "missing" })).includes("install"));
  assert.ok(!actions(undefined, other).includes("draft"));
});
