// Flow charts that are drawn between fences, and code that is none.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseMarkdown } from "./markdown.ts";

const read = (text: string) => {
  const { blocks, plain } = parseMarkdown(text);
  return blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [`${block.listDepth} ${plain.slice(block.span.start, block.span.end).replace(/ +/g, " ")}`]
      : [block.kind],
  );
};

describe("a drawn chart", () => {
  it("is read as the steps of a list, with its branches below what they answer", () => {
    assert.deepEqual(
      read(
        "```\nFits now?\n  |-- yes --> diazepam\n  |-- no  --> keep warm,\n              watch for an hour\n```\n",
      ),
      ["1 Fits now?", "2 yes → diazepam", "2 no → keep warm, watch for an hour"],
    );
    assert.deepEqual(
      read("```text\nCough\n  |\n in-drawing? -- yes --> admit\n  |\n  no\n  |\n syrup\n```\n"),
      ["1 Cough", "1 in-drawing? yes → admit", "2 no syrup"],
    );
  });

  it("is no part of a list before it, and code is left alone", () => {
    assert.deepEqual(read("- item\n\n```\nPale -> blood\nPink -> home\n```\n"), [
      "1 item",
      "0 Pale → blood",
      "1 Pink → home",
    ]);
    for (const code of ["```\nORS\n```", "```js\na -> b\nc -> d\n```", "```\nif (a) { b; }\na -> b\n```"])
      assert.deepEqual(read(code), ["code"]);
    assert.deepEqual(read("```\nPale -> blood\nPink -> home\n"), ["code"]);
  });
});
