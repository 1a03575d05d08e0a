// The pure parts of the rules' bench: the texts it makes, the keystrokes it types, its command line.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { allParts, parseArguments } from "./rules/arguments.ts";
import { keystrokes } from "./rules/keystrokes.ts";
import { joined } from "./rules/linear.ts";
import { assemble, spread, varied, wordsIn } from "./rules/texts.ts";

describe("the bench of the rules", () => {
  it("varies headings together with what refers to them", () => {
    const text = "# Fever\n\nSee [fever](#fever) and note[^a].\n\n[^a]: A note.\n";
    assert.equal(varied(text, 0), text);
    assert.equal(
      varied(text, 2),
      "# Fever, district 2\n\nSee [fever](#fever-district-2) and note[^a-2].\n\n[^a-2]: A note.\n",
    );
  });

  it("makes documents of the size asked for, no text in them twice", () => {
    const documents = assemble(["---\ntitle: A\n---\n# A\n", "# B\n"], 3, 4, wordsIn);
    assert.deepEqual(documents, [
      "---\ntitle: A\n---\n# A\n",
      "# B\n\n# A, district 1\n",
      "# B, district 1\n",
    ]);
    assert.deepEqual(joined(["a", "b", "c"], 2), ["a\nb", "c"]);
  });

  it("takes from a list at even distances", () => {
    assert.deepEqual(spread([1, 2, 3, 4, 5], 3), [1, 3, 5]);
    assert.deepEqual(spread([1, 2], 3), [1, 2]);
    assert.deepEqual(spread([1, 2], 0), []);
  });

  it("types single characters, each into the text that the last one left", () => {
    const texts = ["Give zinc.\nThen wait 🩺 an hour.\n", "Measure the weight.\n"];
    const current = [...texts];
    for (const { document, change, text } of keystrokes(texts, 40)) {
      const lines = (current[document] ?? "").split("\n");
      const offsetOf = ({ line, character }: { line: number; character: number }) =>
        lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + character;
      const [start, end] = [offsetOf(change.range.start), offsetOf(change.range.end)];
      assert.equal(change.text.length + end - start, 1);
      const before = current[document] ?? "";
      assert.equal(before.slice(0, start) + change.text + before.slice(end), text);
      current[document] = text;
    }
    assert.notDeepEqual(current, texts);
  });

  it("reads its command line", () => {
    assert.deepEqual(parseArguments([]).parts, allParts);
    const given = parseArguments(["--only", "speed,memory", "--json", "figures.json", "guidelines"]);
    assert.deepEqual(given, { parts: ["speed", "memory"], folder: "guidelines" });
    assert.throws(() => parseArguments(["--only", "everything"]), /--only takes/);
  });
});
