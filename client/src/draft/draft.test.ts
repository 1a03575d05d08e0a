import assert from "node:assert/strict";
import { test } from "node:test";
import { type DraftState, draftActions, draftPage } from "./draft.ts";

const page = (state: DraftState, text = "| Tier |") => draftPage({ guideline: "malaria.md", text, state });
const commands = (state: DraftState) =>
  draftActions(state).map(({ command }) => command.replace("guidewright.", ""));
const ready = (remarks: string[] = []) => ({ kind: "ready", draftId: "1", remarks }) as const;

test("every page says that it is AI-generated and not reviewed, above the text", () => {
  for (const state of [{ kind: "drafting" }, { kind: "failed", reason: "No." }, ready()] as const) {
    const lines = page(state).split("\n");
    const warned = lines.findIndex((line) => line.includes("AI-generated and not reviewed"));
    assert.ok(warned >= 0 && warned < lines.indexOf("| Tier |"));
  }
});

test("remarks stand above the table, and no empty list is shown", () => {
  assert.match(page(ready(["No red flag."])), /look at this:\n\n- No red flag\.\n\n---\n\n\| Tier \|\n$/);
  assert.doesNotMatch(page(ready()), /look at this/);
});

test("a failed draft keeps its text and says why", () => {
  assert.match(
    page({ kind: "failed", reason: "The model stopped." }),
    /The model stopped\.[\s\S]*\| Tier \|/,
  );
});

test("a page without text yet has no blank tail", () => {
  assert.match(page({ kind: "drafting" }, ""), /---\n$/);
});

test("only a finished draft can be inserted", () => {
  assert.deepEqual(commands({ kind: "drafting" }), ["discardDraft"]);
  assert.deepEqual(commands({ kind: "failed", reason: "" }), ["draftDifferential", "discardDraft"]);
  assert.deepEqual(commands(ready()), ["acceptDraft", "discardDraft"]);
});
