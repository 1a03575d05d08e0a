// What nobody holds any more is gone once it was collected.

import assert from "node:assert/strict";
import { it } from "node:test";
import { getHeapSpaceStatistics } from "node:v8";
import { collectYoung } from "./heap.ts";

const youngBytes = () =>
  getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_used_size ?? 0;

it("collects what the last moments left behind", () => {
  collectYoung();
  const before = youngBytes();
  for (let i = 0; i < 100; i++) Array.from({ length: 20 }, () => ({ i }));
  const grown = youngBytes();
  collectYoung();
  assert.ok(grown > before && youngBytes() < grown, `${before}, ${grown}, ${youngBytes()} bytes`);
});
