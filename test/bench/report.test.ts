// The figures' own arithmetic: ratios, goals, percentiles, the JSON file.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { figure, notRun, percentile, report } from "./report.ts";

describe("figures", () => {
  it("compare a ratio with a goal in multiples, and a value with a plain goal", () => {
    assert.equal(figure({ name: "a", value: 3, unit: "ms", baseline: 2, goal: "≤ 2 ×" }).met, true);
    assert.equal(figure({ name: "a", value: 5, unit: "ms", baseline: 2, goal: "≤ 2 ×" }).met, false);
    assert.equal(figure({ name: "a", value: 95, unit: "%", goal: "≥ 95" }).met, true);
    assert.equal(figure({ name: "a", value: 94, unit: "%", goal: "≥ 95" }).met, false);
    assert.equal(figure({ name: "a", value: 3, unit: "ms", baseline: 2 }).ratio, 1.5);
    assert.equal("met" in figure({ name: "a", value: 3, unit: "ms" }), false);
  });

  it("refuse a goal that nobody can read", () => {
    assert.throws(() => figure({ name: "a", value: 3, unit: "ms", goal: "fast" }), /reads like/);
  });

  it("are written to the file that --json names, whole", () => {
    const folder = mkdtempSync(join(tmpdir(), "guidewright-report-"));
    try {
      const file = join(folder, "figures.json");
      const figures = [
        figure({ name: "a", value: 3, unit: "ms", baseline: 2, goal: "≤ 2 ×" }),
        notRun("b", "needs a program"),
      ];
      report(figures, ["--json", file]);
      assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), figures);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("tell why a goal was missed, and only then", (t) => {
    const lines: string[] = [];
    t.mock.method(console, "log", (line: string) => lines.push(line));
    const spec = { unit: "ms", goal: "≤ 2", reason: "It rained." };
    report([figure({ ...spec, name: "wet", value: 3 }), figure({ ...spec, name: "dry", value: 1 })], []);
    assert.deepEqual(
      lines.filter((line) => line.includes("rained")),
      ["wet: It rained."],
    );
  });

  it("percentiles are values that were measured", () => {
    assert.equal(percentile([5, 1, 3], 0.5), 3);
    assert.equal(percentile([5, 1, 3], 0.95), 5);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });
});
