// Every hand-made edit in test/edits: clinical ones are reported with both sides, and nothing else is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changeSaid, edits, outcomeOf } from "./edits.ts";

describe("edits of the samples", () => {
  const all = edits();

  it("are as many clinical as editorial ones, within a third", () => {
    const clinical = all.filter(({ kind }) => kind === "clinical").length;
    assert.ok(clinical >= 40 && all.length - clinical >= 30, `${clinical} of ${all.length}`);
    for (const { kind, title, expected } of all)
      assert.equal(expected.length > 0, kind === "clinical", title);
  });

  for (const edit of all)
    it(`${edit.kind}: ${edit.title} (${edit.file})`, () => {
      const { missed, extra } = outcomeOf(edit);
      assert.deepEqual({ missed, extra: extra.map(changeSaid) }, { missed: [], extra: [] });
    });
});
