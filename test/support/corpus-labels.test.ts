// Verdicts on corpus findings: how they are kept, and that those that are kept are in order.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { keyOfFinding, labelOf, readLabels, withVerdicts } from "./corpus-labels.ts";

const document = "0123456789abcdef";

describe("withVerdicts", () => {
  it("takes the lines that are filled in, and sorts them", () => {
    const list = [
      "# a.md:3 warning dose-conflict (unlabelled): Two doses.",
      "      a line of the text",
      `${document} dose-conflict 0123456789ab noise two phases of one treatment`,
      `${document} band-gap 0123456789ab true no row between the two`,
      `${document} band-gap ba9876543210 ? reason in three to eight words`,
    ].join("\n");
    const labels = withVerdicts({ ffffffffffffffff: {} }, list);
    assert.deepEqual(
      Object.entries(labels).map(([name, known]) => [name, Object.entries(known)]),
      [
        [
          document,
          [
            ["band-gap 0123456789ab", "true: no row between the two"],
            ["dose-conflict 0123456789ab", "noise: two phases of one treatment"],
          ],
        ],
        ["ffffffffffffffff", []],
      ],
    );
    assert.deepEqual(labelOf(labels, document, "dose-conflict 0123456789ab"), {
      verdict: "noise",
      reason: "two phases of one treatment",
    });
    assert.equal(labelOf(labels, document, "band-gap ba9876543210"), undefined);
  });

  it("replaces an earlier verdict", () => {
    const earlier = { [document]: { "band-gap 0123456789ab": "true: as it seemed at first" } };
    const labels = withVerdicts(earlier, `${document} band-gap 0123456789ab noise the next page goes on`);
    assert.equal(labelOf(labels, document, "band-gap 0123456789ab")?.verdict, "noise");
    assert.equal(labelOf(earlier, document, "band-gap 0123456789ab")?.verdict, "true");
  });
});

describe("a finding's key", () => {
  it("does not depend on the space around the line, and tells no text", () => {
    assert.equal(keyOfFinding("band-gap", "  Give 2 g. "), keyOfFinding("band-gap", "Give 2 g."));
    assert.match(keyOfFinding("band-gap", "Give 2 g."), /^band-gap [0-9a-f]{12}$/);
  });
});

describe("the verdicts that are kept", () => {
  const labels = readLabels();
  const entries = Object.entries(labels).flatMap(([name, known]) =>
    Object.entries(known).map(([key, value]) => ({ name, key, value })),
  );

  it("are sorted", () => {
    assert.equal(JSON.stringify(withVerdicts(labels, "")), JSON.stringify(labels));
  });

  it("are of known rules, under hashes, with a reason of three to eight words", () => {
    for (const { name, key, value } of entries) {
      assert.match(name, /^[0-9a-f]{16}$/);
      const [rule = "", hash = ""] = key.split(" ");
      assert.ok(
        rules.some(({ id }) => id === rule),
        rule,
      );
      assert.match(hash, /^[0-9a-f]{12}$/);
      const reason = labelOf(labels, name, key)?.reason.split(" ") ?? [];
      assert.ok(reason.length >= 3 && reason.length <= 8, value);
    }
  });
});
