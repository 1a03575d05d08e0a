// What is read of a guidewright.yaml: all that can be used, and a problem at the place of the rest.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { exampleProject } from "../../scripts/project-example.ts";
import { readDictionary, readProject } from "./read-project.ts";

/** The words that each problem points at, with its message. */
const problemsIn = (text: string) =>
  readProject(text).problems.map(
    ({ span, message }) => [text.slice(span.start, span.end).split("\n")[0], message] as const,
  );
function assertProblems(text: string, ...wanted: readonly (readonly [at: string, message: RegExp])[]): void {
  const found = problemsIn(text);
  assert.deepEqual(
    found.map(([at]) => at),
    wanted.map(([at]) => at),
    JSON.stringify(found),
  );
  for (const [i, [, message]] of wanted.entries()) assert.match(found[i]?.[1] ?? "", message);
}

describe("a project's file", () => {
  it("is read without a complaint when it is empty, commented out, or the documentation's example", () => {
    for (const text of ["", "# Nothing yet.\n", "\n\n", "rules:\n", "---\n", exampleProject])
      assert.deepEqual(readProject(text).problems, [], text);
  });

  it("gives rules, overrides, dictionary, baseline and patterns", () => {
    const { value } = readProject(exampleProject);
    assert.deepEqual(value.profiles, ["grade"]);
    assert.deepEqual(value.rules["number-format-mixed"], { severity: "off" });
    assert.deepEqual(value.rules["abbreviation-undefined"], {
      severity: "information",
      options: { known: ["KTW", "OPD"] },
    });
    assert.ok(value.overrides[0]?.holds("pocket-cards/a/b.md"));
    assert.ok(!value.overrides[0]?.holds("cards/a.md"));
    assert.ok(value.ignores("drafts/x.md") && value.ignores("archive/2019/x.md") && !value.ignores("x.md"));
    const { medicines, abbreviations, glossary, analytes, wording } = value.dictionary;
    assert.deepEqual([...medicines], [["tribavirin", ["viramid forte"]]]);
    assert.deepEqual([...abbreviations], [["KTW", "kangaroo mother care ward"]]);
    assert.equal(glossary.size, 1);
    assert.deepEqual([...analytes], [["procalcitonin", ["PCT"]]]);
    assert.deepEqual(
      [...wording.entries()],
      [
        ["we strongly advise", "strong"],
        ["may be tried", "weak"],
      ],
    );
    assert.equal(readProject("baseline: known.json").value.baseline, "known.json");
  });

  it("takes one for a list of one, lists of names without more, and words that look like values", () => {
    const { value, problems } = readProject(
      "profile: [grade, msf]\nignore: a.md\ndictionary:\n  abbreviations: [ORS, NO]\n  medicines:\n    3TC: lamivudine\n    no:\nrules: {dose-conflict: off}\n",
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(value.profiles, ["grade", "msf"]);
    assert.ok(value.ignores("a.md"));
    assert.deepEqual([...value.dictionary.abbreviations.keys()], ["ORS", "NO"]);
    assert.deepEqual([...value.dictionary.medicines.keys()], ["3TC", "no"]);
    assert.equal(value.rules["dose-conflict"]?.severity, "off");
  });

  it("says what is unknown or wrong, where it stands, and what may be meant", () => {
    assertProblems(
      "rules:\n  dose-conflct: error\n  dose_basis: off\n  qqqqqqqqq: off\n  dose-basis: hint\n",
      ["dose-conflct", /no rule.*“dose-conflict”/],
      ["dose_basis", /“dose-basis”/],
      ["qqqqqqqqq", /no rule; it has no effect\. The documentation/],
    );
    assertProblems("profle: grade\n", ["profle", /no key of a project.*“profile”/]);
    assertProblems("profile: grad\n", ["grad", /“grade”/]);
    assertProblems("rules:\n  dose-basis: wrning\n", ["wrning", /must be error, warning.*“warning”/]);
    assertProblems(
      "rules:\n  dose-basis: {severity: 3, knwn: 1}\n",
      ["3", /severity/],
      ["knwn", /no option of/],
    );
    assertProblems("overrides:\n  - rules: {dose-basis: off}\n", [
      "rules: {dose-basis: off}",
      /needs `files`/,
    ]);
    assertProblems("ignore: ['!a', ../b]\n", ["'!a'", /cannot match/], ["../b", /cannot match/]);
    assertProblems("baseline: https://x.org/a.json\n", ["https://x.org/a.json", /nothing is fetched/]);
    assertProblems("dictionary:\n  include: [https://x.org/a.yaml]\n", ["https://x.org/a.yaml", /address/]);
  });

  it("keeps what can be used beside what cannot", () => {
    const { value } = readProject(
      "rules:\n  dose-conflct: error\n  dose-basis: hint\nprofle: x\nignore: [a.md]\n",
    );
    assert.equal(value.rules["dose-basis"]?.severity, "hint");
    assert.ok(value.ignores("a.md"));
  });

  it("refuses what has the wrong type at each place", () => {
    const keys = ["profile", "rules", "overrides", "dictionary", "baseline", "ignore"];
    const more = ["include", "medicines", "abbreviations", "glossary", "analytes", "wording"];
    for (const wrong of ["{a: {b: [c]}}", "[[[{d: 1}]]]"]) {
      for (const key of keys)
        assert.notDeepEqual(readProject(`${key}: ${wrong}\n`).problems, [], `${key}: ${wrong}`);
      for (const key of more)
        assert.notDeepEqual(readDictionary(`${key}: ${wrong}\n`).problems, [], `${key}: ${wrong}`);
    }
    for (const whole of ["- a\n- b\n", "grade\n", "42\n"])
      assert.notDeepEqual(readProject(whole).problems, []);
  });

  it("reads a key that stands twice once, and no aliases or merge keys", () => {
    assertProblems("rules:\n  dose-basis: hint\n  dose-basis: off\n", ["dose-basis", /twice/]);
    assert.equal(
      readProject("rules: {dose-basis: hint, dose-basis: off}").value.rules["dose-basis"]?.severity,
      "hint",
    );
    assertProblems("profile: &p grade\noverrides:\n  - files: a\n    profile: *p\n", ["*p", /alias/]);
    assertProblems("rules: {<<: {dose-basis: off}}\n", ["<<", /merge/]);
    const bomb = `a: &a [x,x]\n${"bcdefghij".replace(/./g, (c) => `${c}: &${c} [*${String.fromCharCode(c.charCodeAt(0) - 1)},*${String.fromCharCode(c.charCodeAt(0) - 1)}]\n`)}ignore: *j\n`;
    assert.ok(problemsIn(bomb).some(([at, message]) => at === "*j" && /alias/.test(message)));
  });

  it("says plainly what is broken YAML, and goes on where it can", () => {
    const broken = [
      "rules:\n\tdose-basis: off\n",
      "ignore: [a.md\n",
      'baseline: "x\n',
      "rules: dose-basis: off\n",
      "a: 1\n---\nb: 2\n",
      "@x: y\n",
    ];
    for (const text of broken) {
      const found = problemsIn(text);
      assert.notDeepEqual(found, [], text);
      for (const [, message] of found) assert.match(message, /^[A-Z“].*[.?]$/s, text);
    }
    assert.ok(readProject("ignore: [a.md]\nrules:\n\tdose-basis: off\n").value.ignores("a.md"));
  });

  it("does not read what is huge, and is not broken by what is deep", () => {
    const [huge] = readProject(`ignore: a.md\n#${"x".repeat(1_000_000)}`).problems;
    assert.match(huge?.message ?? "", /one million/);
    for (const deep of ["[".repeat(50_000), "{a: ".repeat(20_000), "- ".repeat(20_000)])
      assert.notDeepEqual(readProject(deep).problems, []);
    const many = readProject(
      `rules:\n${Array.from({ length: 20_000 }, (_, i) => `  r${i}: off\n`).join("")}`,
    );
    assert.equal(many.problems.length, 50);
  });

  it("gives a project and problems inside the text, whatever the text", () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...exampleProject.split("\n"),
        ...[
          "rules: *a",
          "- ? x",
          "!!binary x",
          "%YAML 1.1",
          "...",
          "__proto__: {a: off}",
          "constructor: 1",
          "\t",
          "'",
          '"',
          "{",
          "[",
          "&a",
          "|",
          ">-",
        ],
      ),
      fc.string({ unit: "binary" }),
    );
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: "binary", maxLength: 200 })), (any) => {
        const { value, problems, includes } = readProject(any);
        assert.equal(typeof value.ignores("a.md"), "boolean");
        for (const { span } of [...problems, ...includes])
          assert.ok(
            span.start >= 0 && span.start <= span.end && span.end <= any.length,
            JSON.stringify(span),
          );
      }),
      { numRuns: 300 },
    );
  });
});
