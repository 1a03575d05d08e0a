// Changes to a project's file keep what its author wrote.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exampleProject } from "../../scripts/project-example.ts";
import { type ProjectChange, projectEdit } from "./edit-project.ts";
import { readProject } from "./read-project.ts";

function changed(text: string, change: ProjectChange): string | undefined {
  const edit = projectEdit(text, change);
  return edit && text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
}
const off = { kind: "severity", rule: "dose-basis", severity: "off" } as const;
const word = (part: "medicines" | "abbreviations", text: string, meaning = "") =>
  ({ kind: "word", part, word: text, meaning }) as const;

describe("a change to a project's file", () => {
  it("adds to an empty file, and to one of comments", () => {
    assert.equal(changed("", off), "rules:\n  dose-basis: off\n");
    assert.equal(
      changed("# Ours.\n", word("abbreviations", "KTW", "ward")),
      "# Ours.\n\ndictionary:\n  abbreviations:\n    KTW: ward\n",
    );
  });

  it("sets a severity that is there, or beside a rule's options", () => {
    assert.equal(
      changed("# ours\nrules:\n  dose-basis: error # why\n  x: 1\n", off),
      "# ours\nrules:\n  dose-basis: off # why\n  x: 1\n",
    );
    assert.match(
      changed("rules:\n  dose-basis:\n    y: 1\n", off) ?? "",
      /dose-basis:\n {4}y: 1\n {4}severity: off/,
    );
    assert.equal(changed("rules:\n", off), "rules:\n  dose-basis: off\n");
  });

  it("adds words to a map or to a list of them", () => {
    assert.equal(
      changed("dictionary:\n    medicines:\n        abc: [d, e]\n", word("medicines", "zelmidone")),
      "dictionary:\n    medicines:\n        abc: [d, e]\n        zelmidone:\n",
    );
    assert.equal(
      changed("dictionary:\n  abbreviations: [ORS]\n", word("abbreviations", "KTW")),
      "dictionary:\n  abbreviations: [ORS, KTW]\n",
    );
  });

  it("leaves the rest as it is: comments, quotation marks, line ends", () => {
    const text = exampleProject.replaceAll("\n", "\r\n");
    const result = changed(text, off) ?? "";
    assert.equal(result.replace("  dose-basis: off\r\n", ""), text);
    assert.deepEqual(readProject(result).problems, []);
    assert.equal(readProject(result).value.rules["dose-basis"]?.severity, "off");
  });

  it("is not made in a file that is broken, or says something else in its place", () => {
    for (const text of ["rules: [", "rules: 5\n", "dictionary: x\nrules: y\n", "- a\n"])
      assert.equal(changed(text, off), undefined, text);
  });

  it("is none where the file says so already", () => {
    assert.equal(projectEdit("rules:\n  dose-basis: off\n", off), undefined);
  });
});
