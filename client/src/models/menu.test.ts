// The list of models and the question before one is used.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { OfferedModel } from "../../../server/src/protocol.ts";
import { menuLines, questionBefore } from "./menu.ts";

const model = (id: string, more: Partial<OfferedModel> = {}): OfferedModel => ({
  id,
  name: id,
  usual: true,
  quantisation: "Q4",
  cost: "2 GB to download",
  detail: "Fits",
  purpose: "",
  fits: true,
  installed: false,
  accepted: false,
  obtainable: true,
  terms: ["For research only.", "Some licence."],
  licence: "https://example.org",
  ...more,
});
const shown = (models: readonly OfferedModel[], token?: string) =>
  menuLines(models, token).map((line) => ("title" in line ? `# ${line.title}` : line.label));

test("what is there comes first, what does not fit last, then what lies elsewhere", () => {
  const lines = shown([
    model("huge", { fits: false }),
    model("small"),
    model("small", { usual: false, quantisation: "Q8" }),
    model("unpublished", { obtainable: false }),
    model("mine", { installed: true }),
  ]);
  assert.deepEqual(lines, [
    "# On this computer",
    "$(check) mine",
    "# Fit this computer",
    "$(cloud-download) small",
    "$(file) unpublished",
    "# Smaller or larger files",
    "$(cloud-download) small (Q8)",
    "# Too large for this computer",
    "$(cloud-download) huge",
    "# Elsewhere",
    "$(file) My Own GGUF File…",
    "$(server) A Server…",
  ]);
});

test("no title stands above nothing; a token that is kept can be forgotten", () => {
  assert.deepEqual(shown([], "hub.example").slice(1), [
    "$(file) My Own GGUF File…",
    "$(server) A Server…",
    "$(key) Forget the Access Token",
  ]);
});

test("terms are asked once; a model that is too large is never used by accident", () => {
  const terms = questionBefore(model("m"));
  assert.match(terms?.title ?? "", /^Terms of m$/);
  assert.match(terms?.detail ?? "", /research only\.\n\nSome licence\.\n\n2 GB to download\. Fits\./);
  assert.equal(terms?.yes, "Accept and Install");
  assert.equal(questionBefore(model("m", { installed: true }))?.yes, "Accept and Use");
  assert.equal(questionBefore(model("m", { accepted: true })), undefined);
  const large = questionBefore(model("m", { accepted: true, fits: false }));
  assert.match(large?.title ?? "", /too large/);
  assert.equal(large?.yes, "Install It Anyway");
  assert.ok(!large?.detail.includes("research"));
});
