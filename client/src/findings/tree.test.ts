// Findings as a tree: by rule and by document, with counts, places, both sides, and words that can be read out.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WorkspaceFinding } from "../../../server/src/protocol.ts";
import { type Found, type TreeNode, treeOf } from "./tree.ts";

const rangeAt = (line: number) => ({ start: { line, character: 2 }, end: { line, character: 5 } });
const finding = (rule: string, line: number, more: Partial<WorkspaceFinding> = {}): WorkspaceFinding => ({
  rule,
  severity: "warning",
  range: rangeAt(line),
  message: `${rule} here.`,
  related: [],
  ...more,
});
const document = (uri: string, ...findings: WorkspaceFinding[]): Found => ({ uri, state: "", findings });

const [a, b] = ["file:///w/a.md", "file:///w/part/b.md"];
const pathOf = (uri: string) => uri.slice("file:///w/".length);
const documents = [
  document(a, finding("hinted", 0, { severity: "hint" }), finding("dose", 4)),
  document(
    b,
    finding("dose", 1, {
      related: [
        { uri: a, range: rangeAt(4), message: "25 mg" },
        { uri: b, range: rangeAt(9), message: "30 mg" },
      ],
    }),
    finding("grave", 2, { severity: "error" }),
  ),
];

/** Label and description of each node, two spaces deeper for each level. */
function outline(nodes: readonly TreeNode[], depth = 0): string[] {
  return nodes.flatMap((node) => [
    `${"  ".repeat(depth)}${node.label} [${node.description}]`,
    ...outline(node.children, depth + 1),
  ]);
}
const all = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => [node, ...all(node.children)]);

describe("treeOf", () => {
  it("groups by rule, the gravest first, then by document", () => {
    assert.deepEqual(outline(treeOf(documents, { grouping: "rule", pathOf })), [
      "grave [1 in 1 document]",
      "  b.md [1 · part]",
      "    3: grave here. []",
      "dose [2 in 2 documents]",
      "  a.md [1]",
      "    5: dose here. []",
      "  b.md [1 · part]",
      "    2: dose here. []",
      "      a.md:5: 25 mg []",
      "      10: 30 mg []",
      "hinted [1 in 1 document]",
      "  a.md [1]",
      "    1: hinted here. []",
    ]);
  });

  it("groups by document, then by rule", () => {
    assert.deepEqual(outline(treeOf(documents, { grouping: "document", pathOf })), [
      "a.md [2]",
      "  dose [1]",
      "    5: dose here. []",
      "  hinted [1]",
      "    1: hinted here. []",
      "b.md [2 · part]",
      "  grave [1]",
      "    3: grave here. []",
      "  dose [1]",
      "    2: dose here. []",
      "      a.md:5: 25 mg []",
      "      10: 30 mg []",
    ]);
  });

  it("gives each node an id of its own that does not depend on lines", () => {
    const twice = [document(a, finding("dose", 1), finding("dose", 7))];
    const moved = [document(a, finding("dose", 3), finding("dose", 9))];
    const ids = (of: readonly Found[]) => all(treeOf(of, { grouping: "rule", pathOf })).map(({ id }) => id);
    assert.equal(new Set(ids(twice)).size, 4);
    assert.deepEqual(ids(moved), ids(twice));
    const everything = ids(documents);
    assert.equal(new Set(everything).size, everything.length);
  });

  it("says severity, place and message to those who cannot see them", () => {
    const nodes = all(treeOf(documents, { grouping: "rule", pathOf }));
    const spoken = nodes.map((node) => node.spoken);
    assert.ok(spoken.includes("dose, warning, 2 findings in 2 documents"));
    assert.ok(spoken.includes("error, line 3: grave here."));
    assert.ok(spoken.includes("other side, a.md, line 5: 25 mg"));
    assert.ok(spoken.includes("other side, line 10: 30 mg"));
  });

  it("knows parents, rules and places", () => {
    const [, dose] = treeOf(documents, { grouping: "rule", pathOf });
    const [side] = dose?.children[1]?.children[0]?.children ?? [];
    assert.deepEqual([side?.rule, side?.place], ["dose", { uri: a, range: rangeAt(4) }]);
    assert.equal(side?.parent?.parent?.parent, dose);
    assert.equal(dose?.parent, undefined);
  });

  it("is empty for nothing", () => {
    assert.deepEqual(treeOf([], { grouping: "rule", pathOf }), []);
    assert.deepEqual(treeOf([document(a)], { grouping: "document", pathOf }), []);
  });
});
