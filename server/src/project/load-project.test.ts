// Dictionaries in files of their own: joined in order, each read once, circles and missing files told where named.

import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadProject } from "./load-project.ts";

const root = join("/", "guide");
async function load(text: string, others: Readonly<Record<string, string>> = {}) {
  const asked: string[] = [];
  const loaded = await loadProject(join(root, "guidewright.yaml"), text, async (path) => {
    const name = path.slice(root.length + 1).replaceAll("\\", "/");
    asked.push(name);
    return others[name];
  });
  const problems = loaded.files.flatMap(({ path, text: own, problems: found }) =>
    found.map(({ span, message }) => [
      path.slice(root.length + 1).replaceAll("\\", "/"),
      own.slice(span.start, span.end),
      message,
    ]),
  );
  return { ...loaded.project, problems, asked };
}
const including = (...files: string[]) => `dictionary:\n  include: [${files.join(", ")}]\n`;

describe("a dictionary in several files", () => {
  it("is joined: the project's own words first, then in the order of the list", async () => {
    const { dictionary, problems, asked } = await load(
      `${including("words/a.yaml", "b.yaml")}  abbreviations: {A: own}\n  medicines: {x: [y]}\n`,
      {
        "words/a.yaml": "include: c.yaml\nabbreviations: {A: a, B: a}\n",
        "words/c.yaml": "abbreviations: {C: c}\nmedicines: {x: [z]}\n",
        "b.yaml": "abbreviations: {B: b, D: b}\ninclude: words/c.yaml\n",
      },
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(Object.fromEntries(dictionary.abbreviations), { A: "own", B: "a", C: "c", D: "b" });
    assert.deepEqual(dictionary.medicines.get("x"), ["y", "z"]);
    assert.deepEqual(asked, ["words/a.yaml", "words/c.yaml", "b.yaml"]);
  });

  it("says where files include each other in a circle, and reads the rest", async () => {
    const { dictionary, problems } = await load(including("a.yaml"), {
      "a.yaml": "include: [b.yaml, a.yaml]\nglossary: {t: u}\n",
      "b.yaml": "include: [a.yaml, guidewright.yaml]\n",
    });
    assert.deepEqual(
      problems.map(([file, at]) => [file, at]),
      [
        ["a.yaml", "a.yaml"],
        ["b.yaml", "a.yaml"],
        ["b.yaml", "guidewright.yaml"],
      ],
    );
    for (const [, , message] of problems) assert.match(message ?? "", /in a circle/);
    assert.equal(dictionary.glossary.get("t"), "u");
  });

  it("says which file is missing, and what is wrong in the files themselves", async () => {
    const { problems } = await load(including("gone.yaml", "a.yaml"), { "a.yaml": "medicnes: {}\n" });
    assert.deepEqual(
      problems.map(([file, at]) => [file, at]),
      [
        ["guidewright.yaml", "gone.yaml"],
        ["a.yaml", "medicnes"],
      ],
    );
  });
});
