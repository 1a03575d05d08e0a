// The findings of all guidelines: only what changed is sent, work that is out of date is dropped, and whoever asked
// is told once when to ask again.

import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";
import { snapshotOf } from "../../../test/support/documents.ts";
import { quietCall, registered } from "../../../test/support/registered.ts";
import { type FindingsResult, findingsRequest } from "../protocol.ts";
import type { Checkable, Snapshot } from "../workspace/snapshot.ts";
import { type FindingsFeature, findingsFeature } from "./findings.ts";

/** As one that lies on disk: without a version. */
function closed(uri: string, text: string): Checkable {
  const { settings, rules, guideline, checked, neighbours, follow, whole, known } = snapshotOf(text, { uri });
  return { uri, settings, rules, guideline, checked, neighbours, follow, whole, known };
}

const [a, b, c] = ["file:///a.md", "file:///b.md", "file:///c.md"];

describe("the findings request", () => {
  let guidelines: (Checkable | Snapshot)[];
  let told: number;
  let feature: FindingsFeature;
  beforeEach(() => {
    mock.timers.enable({ apis: ["setTimeout"] });
    told = 0;
    guidelines = [snapshotOf("Give ORS.", { uri: a }), closed(b, "Watch the GCS."), closed(c, "Rest.")];
    feature = findingsFeature({ guidelines: async () => guidelines, tell: () => told++ });
  });
  afterEach(() => mock.timers.reset());

  const ask = (params: unknown = {}, call = quietCall()) =>
    registered(feature).request<FindingsResult | null>(findingsRequest, params, call);

  it("answers for documents that are open and for those that are not", async () => {
    const result = await ask();
    assert.equal(result?.guidelines, 3);
    assert.deepEqual(
      result?.documents.map(({ uri, findings }) => [
        uri,
        findings?.map(({ rule, range }) => [rule, range.start]),
      ]),
      [
        [a, [["abbreviation-undefined", { line: 0, character: 5 }]]],
        [b, [["abbreviation-undefined", { line: 0, character: 10 }]]],
      ],
    );
  });

  it("sends only what the client does not have", async () => {
    const first = await ask();
    const known = first?.documents.map(({ uri, state }) => ({ uri, state }));
    assert.deepEqual((await ask({ known }))?.documents, known);
    guidelines[1] = closed(b, "\nWatch the GCS.");
    const [same, moved] = (await ask({ known }))?.documents ?? [];
    assert.deepEqual(same, known?.[0]);
    assert.equal(moved?.findings?.[0]?.range.start.line, 1);
    guidelines = guidelines.slice(1);
    assert.deepEqual(
      (await ask({ known }))?.documents.map(({ uri }) => uri),
      [b],
    );
  });

  it("takes nonsense for nothing known", async () => {
    for (const known of [null, 1, "x", [null, 1, {}], { uri: a }])
      assert.equal((await ask({ known }))?.documents[0]?.findings?.length, 1);
  });

  it("drops what is out of date, and says once when to ask again", async () => {
    const asked = ask();
    // Reading the documents takes a turn; then the first rule has its own.
    await new Promise((resolve) => setImmediate(resolve));
    feature.changed();
    assert.equal(await asked, null);
    feature.changed();
    mock.timers.tick(300);
    feature.changed();
    mock.timers.tick(300);
    assert.equal(told, 0, "while someone types");
    mock.timers.tick(1000);
    assert.equal(told, 1);
    feature.changed();
    mock.timers.tick(10_000);
    assert.equal(told, 1, "nobody has asked since");
    assert.equal((await ask())?.guidelines, 3);
  });

  it("answers nothing when something changed while the documents were still being read, and says so", async () => {
    let read = () => {};
    const reading = new Promise<void>((resolve) => {
      read = resolve;
    });
    const slow = findingsFeature({ guidelines: () => reading.then(() => guidelines), tell: () => told++ });
    const asked = registered(slow).request<FindingsResult | null>(findingsRequest, {});
    slow.changed();
    mock.timers.tick(1000);
    assert.equal(told, 1);
    read();
    assert.equal(await asked, null);
  });

  it("does not tell of what the answer already has", async () => {
    await ask();
    feature.changed();
    await ask();
    mock.timers.tick(10_000);
    assert.equal(told, 0);
    feature.changed();
    mock.timers.tick(10_000);
    assert.equal(told, 1);
  });

  it("says nothing to a client that never asked", () => {
    feature.changed();
    mock.timers.tick(10_000);
    assert.equal(told, 0);
  });

  it("ends when it is cancelled", async () => {
    const controller = new AbortController();
    const asked = ask({}, quietCall(controller.signal));
    controller.abort();
    assert.equal(await asked, null);
  });

  it("lets others have their turn between two rules of a document", async () => {
    guidelines = [closed(b, "Watch the GCS.")];
    let turns = 0;
    let done = false;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await ask();
    done = true;
    assert.ok(turns > 10, `${turns} turns`);
  });
});
