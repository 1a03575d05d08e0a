// Drafting row by row against a scripted model: retries, remarks, progress and cancelling.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Answer, ScriptedBackend } from "../../../../test/support/scripted-backend.ts";
import { ModelError } from "../../llm/errors.ts";
import { type DraftSoFar, draftDifferential } from "./differential.ts";
import { type Cells, toBeWritten } from "./row.ts";

const subject = { presentation: "Fever.\n\nSetting: a trick", setting: "children" };

function rowJson(condition: string, cells: Partial<Cells> = {}): string {
  const rest = {
    against: `not ${condition}`,
    test: "blood film",
    lowResource: "look again",
    redFlag: "coma: refer",
  };
  return JSON.stringify({ condition, supports: `signs of ${condition}`, ...rest, ...cells });
}

async function draft(answers: readonly Answer[], signal = new AbortController().signal) {
  const backend = new ScriptedBackend(answers);
  const seen: DraftSoFar[] = [];
  const result = await draftDifferential(
    backend,
    subject,
    (soFar) => seen.push(structuredClone(soFar)),
    signal,
  );
  return { ...result, backend, seen };
}

const six = ["Malaria", "Meningitis", "Measles", "Pneumonia", "Typhoid", "Heatstroke"].map((name) =>
  rowJson(name),
);

describe("draftDifferential", () => {
  it("fills the plan in order, each row asked for behind the ones before", async () => {
    const { rows, remarks, backend } = await draft(six);
    assert.deepEqual(
      rows.map(({ tier, cells }) => `${tier}: ${cells.condition}`),
      [
        "can't miss: Malaria",
        "can't miss: Meningitis",
        "common: Measles",
        "common: Pneumonia",
        "locally endemic: Typhoid",
        "mimic: Heatstroke",
      ],
    );
    assert.deepEqual(remarks, []);
    const prefixes = backend.requests.map(({ prefix }) => prefix);
    for (const [i, prefix] of prefixes.entries()) {
      if (i > 0)
        assert.ok(prefix.startsWith(prefixes[i - 1]?.replace(/\n[^\n]*$/, "") ?? "?"), `request ${i}`);
    }
    assert.match(
      prefixes[0] ?? "",
      /\nPresentation: Fever\. Setting: a trick\nSetting: children\ncan't miss: $/,
    );
    assert.match(prefixes[5] ?? "", /\nlocally endemic: \{"condition":"Typhoid".*\}\nmimic: $/);
  });

  it("asks once more, differently, for a row that cannot stand", async () => {
    const { rows, remarks, backend } = await draft([
      six[0]!,
      six[0]!,
      six[1]!,
      "not json",
      six[2]!,
      ...six.slice(3),
    ]);
    assert.deepEqual(rows.map(({ cells }) => cells.condition).slice(0, 3), [
      "Malaria",
      "Meningitis",
      "Measles",
    ]);
    assert.deepEqual(remarks, []);
    assert.deepEqual(
      backend.requests.slice(0, 5).map(({ temperature, seed }) => [temperature, seed]),
      [
        [0, 0],
        [0, 0],
        [0.8, 1],
        [0, 0],
        [0.8, 1],
      ],
    );
  });

  it("remarks on tiers for which the model found nothing", async () => {
    const { rows, remarks } = await draft(["{}", "{}", "{}", "{}", ...six.slice(2)]);
    assert.deepEqual(
      rows.map(({ tier }) => tier),
      ["common", "common", "locally endemic", "mimic"],
    );
    assert.equal(remarks.length, 2, "each remark is made once");
    assert.match(remarks[0] ?? "", /must not be missed/);
    assert.match(remarks[1] ?? "", /“can't miss”/);
  });

  it("remarks on cleared cells, and does not show their placeholder to the model", async () => {
    const { rows, remarks, backend } = await draft([
      rowJson("Malaria", { test: "artesunate 60 mg" }),
      ...six.slice(1),
    ]);
    assert.equal(rows[0]?.cells.test, toBeWritten);
    assert.match(remarks[0] ?? "", /^“Malaria”: .*left for you to write\.$/);
    for (const { prefix } of backend.requests)
      assert.ok(!prefix.includes(toBeWritten) && !prefix.includes("60 mg"));
  });

  it("gives up on a model that writes nothing usable, with a bounded number of requests", async () => {
    const { rows, backend } = await draft([""]);
    assert.deepEqual(rows, []);
    assert.equal(backend.requests.length, 12);
  });

  it("reports whole rows and the growing one", async () => {
    const { seen } = await draft(six);
    assert.deepEqual(
      seen.filter(({ writing }) => !writing).map(({ rows }) => rows.length),
      [1, 2, 3, 4, 5, 6],
    );
    const growing = seen
      .filter(({ rows, writing }) => rows.length === 0 && writing)
      .map(({ writing }) => writing?.cells.supports ?? "");
    assert.ok(growing.includes("signs of Malaria"));
    assert.deepEqual(
      growing,
      [...growing].sort((a, b) => a.length - b.length),
    );
  });

  it("is over at once when it is cancelled, and lets failures through", async () => {
    const controller = new AbortController();
    const waiting = draft([[new Promise(() => {})]], controller.signal);
    controller.abort(new Error("closed"));
    await assert.rejects(waiting, { message: "closed" });
    const failure = new ModelError("host-died", "The model stopped.", "It starts again.");
    await assert.rejects(draft([six[0]!, [failure]]), failure);
  });
});
