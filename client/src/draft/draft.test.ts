// The page of a draft and its buttons, in each of its states.

import assert from "node:assert/strict";
import { test } from "node:test";
import { type DraftState, draftActions, draftPage } from "./draft.ts";

const page = (state: DraftState, text = "| Tier |") => draftPage({ guideline: "malaria.md", text, state });
const commands = (state: DraftState) => draftActions(state).map(({ command }) => command);
const ready = (remarks: string[] = []) => ({ kind: "ready", draftId: "1", remarks }) as const;
const drafting = { kind: "drafting" } as const;
const failed = { kind: "failed", reason: "The model stopped." } as const;

test("every page begins by saying that it is AI-generated and not reviewed", () => {
  for (const state of [drafting, failed, ready()]) {
    assert.match(
      page(state),
      /^> \*\*AI-generated draft for malaria\.md, not reviewed\.\*\* .+\n\n\| Tier \|\n$/,
    );
  }
  assert.match(page(drafting, ""), /^> .+one by one\.\n$/);
});

test("a failed draft keeps its text and says why", () => {
  assert.match(page(failed), /The model stopped\..*cannot be inserted\.\n\n\| Tier \|/);
});

test("remarks stand above the table, once", () => {
  assert.match(page(ready(["No red flag."])), /\n\n- No red flag\.\n\n\| Tier \|/);
  assert.equal(page(ready(["No red flag."]), "- No red flag.\n\n| Tier |").match(/red flag/g)?.length, 1);
});

test("only a finished draft can be inserted", () => {
  assert.deepEqual(commands(drafting), ["guidewright.discardDraft"]);
  assert.deepEqual(commands(failed), ["guidewright.draftDifferential", "guidewright.discardDraft"]);
  assert.deepEqual(commands(ready()), ["guidewright.acceptDraft", "guidewright.discardDraft"]);
});
