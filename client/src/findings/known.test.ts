// What the client keeps of the server's answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { WorkspaceFinding } from "../../../server/src/protocol.ts";
import { KnownFindings } from "./known.ts";

const place = { line: 0, character: 0 };
const finding = (rule: string): WorkspaceFinding => ({
  rule,
  severity: "hint",
  range: { start: place, end: place },
  message: "",
  related: [],
});
const all = () => false;

test("keeps what is the same, takes what is new, forgets what is gone", () => {
  const known = new KnownFindings();
  assert.deepEqual([known.guidelines, known.parameters], [undefined, { known: [] }]);
  const [one, two] = [
    { uri: "a", state: "1", findings: [finding("x")] },
    { uri: "b", state: "1", findings: [finding("y")] },
  ];
  assert.ok(known.take({ guidelines: 3, documents: [one, two] }));
  assert.deepEqual(known.parameters, {
    known: [
      { uri: "a", state: "1" },
      { uri: "b", state: "1" },
    ],
  });
  assert.ok(
    !known.take({
      guidelines: 3,
      documents: [
        { uri: "a", state: "1" },
        { uri: "b", state: "1" },
      ],
    }),
  );
  assert.deepEqual(known.without(all), [one, two]);
  const changed = { uri: "b", state: "2", findings: [finding("z")] };
  assert.ok(known.take({ guidelines: 3, documents: [changed] }));
  assert.deepEqual(known.without(all), [changed]);
  assert.ok(
    known.take({ guidelines: 4, documents: [{ uri: "b", state: "2" }] }),
    "one more guideline is news",
  );
});

test("leaves out what is held back, and documents of which nothing is left", () => {
  const known = new KnownFindings();
  const [one, two] = [
    { uri: "a", state: "1", findings: [finding("x"), finding("y")] },
    { uri: "b", state: "1", findings: [finding("x")] },
  ];
  known.take({ guidelines: 2, documents: [one, two] });
  assert.deepEqual(
    known.without((_uri, { rule }) => rule === "x"),
    [{ ...one, findings: [finding("y")] }],
  );
});
