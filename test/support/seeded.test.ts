// The seeded pairs are in their notation, each is one fault beside a clean twin, and there are enough of each rule.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../server/src/rules/index.ts";
import { parsePair, type SeededFile, seededPairs } from "./seeded.ts";

const pairs = seededPairs();
const folders = readdirSync(fileURLToPath(new URL("../seeded", import.meta.url)));
const fewestPairs = 150;
const fewestOfRule = 5;
const fewestWords = 120;
const mostWords = 500;

const wordsOf = (files: readonly SeededFile[]) =>
  files.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);

describe("parsePair", () => {
  const pair = parsePair(
    "dose-conflict/x.pair.md",
    "rule: dose-conflict\nhard: yes\n=== a.md\n# A\n\nGive {{«2 g»||1 g}} now.\n=== b.md\n«B»\n",
  );

  it("makes a faulty text with its marks and a twin without", () => {
    assert.equal(pair.rule, "dose-conflict");
    assert.equal(pair.hard, true);
    assert.deepEqual(
      pair.fault.map(({ name, text, marks }) => [
        name,
        text,
        marks.map(({ start, end }) => text.slice(start, end)),
      ]),
      [
        ["a.md", "# A\n\nGive 2 g now.\n", ["2 g"]],
        ["b.md", "B\n", ["B"]],
      ],
    );
    assert.deepEqual(
      pair.twin.map(({ text, marks }) => [text, marks.length]),
      [
        ["# A\n\nGive 1 g now.\n", 0],
        ["B\n", 0],
      ],
    );
  });
});

describe("the seeded pairs", () => {
  it(`are at least ${fewestPairs}, and of each rule at least ${fewestOfRule}`, () => {
    assert.ok(pairs.length >= fewestPairs, String(pairs.length));
    const counts = folders.map((rule) => [rule, pairs.filter((pair) => pair.rule === rule).length] as const);
    assert.deepEqual(
      counts.filter(([, count]) => count < fewestOfRule),
      [],
    );
  });

  it("are of rules that there are", () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual(
      folders.filter((folder) => !ids.includes(folder)),
      [],
    );
  });

  for (const pair of pairs) {
    it(pair.name, () => {
      assert.equal(pair.rule, dirname(pair.name), "stands in its rule's folder");
      assert.ok(pair.fault.length > 0, "has a file");
      const text = (files: readonly SeededFile[]) => files.map((file) => file.text).join("\n");
      assert.notEqual(text(pair.fault), text(pair.twin), "the twin differs");
      assert.ok(
        pair.fault.some(({ marks }) => marks.some(({ start, end }) => end > start)),
        "marks the faulty words",
      );
      for (const files of [pair.fault, pair.twin]) {
        assert.doesNotMatch(text(files), /\{\{|\}\}|\|\||[«»]/, "leaves no notation in the text");
        const words = wordsOf(files);
        assert.ok(words >= fewestWords && words <= mostWords, `${words} words`);
      }
    });
  }
});
