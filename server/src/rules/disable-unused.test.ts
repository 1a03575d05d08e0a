// Comments that keep rules silent: which findings they take away, and when they are said to be of no use.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { applyEdits } from "../text/span.ts";
import { type CheckOptions, checkGuideline, rules } from "./index.ts";

const c = (words: string) => `<!-- guidewright-${words} -->`;
const check = (text: string, options: CheckOptions = {}) =>
  checkGuideline(parseGuideline(text), options).findings;
const found = (text: string, options?: CheckOptions) => check(text, options).map(({ rule }) => rule);
const unused = (text: string, options?: CheckOptions) =>
  check(text, options).filter(({ rule }) => rule === "disable-unused");
/** After its fix, of which there is one. */
function mended(text: string, options?: CheckOptions): string {
  const [finding, ...more] = unused(text, options);
  assert.deepEqual(more, []);
  const [fix] = finding?.fixes() ?? [];
  assert.ok(fix?.certain, text);
  return applyEdits(text, fix.edits);
}
const neighbour = (guideline: Guideline) => ({ uri: "file:///b.md", guideline });

describe("findings", () => {
  it("are taken away where their rule is disabled, and only there", () => {
    assert.deepEqual(found("Give ORS. See the KTW."), ["abbreviation-undefined", "abbreviation-undefined"]);
    const rule = "abbreviation-undefined";
    assert.deepEqual(found(`Give ORS. ${c(`disable-line ${rule}`)}\nSee the KTW.`), [rule]);
    assert.deepEqual(found(`Give ORS. ${c("disable-line")}\n${c("disable-next-line")}\nSee the KTW.`), []);
    assert.deepEqual(found(`---\nguidewright: { disable: [${rule}] }\n---\n\nGive ORS.`), []);
    assert.deepEqual(found(`\`${c("disable-line")}\` Give ORS.`), [rule]);
  });

  it("that another document causes are disabled where they are reported", () => {
    const page = (dose: string, mark = "") =>
      `# Pneumonia in children\n\n- Amoxicillin ${dose} PO twice daily for 5 days${mark}\n- Paracetamol 15 mg/kg PO every 6 hours\n`;
    const other = neighbour(parseGuideline(page("25 mg/kg")));
    assert.deepEqual(found(page("40 mg/kg"), { neighbours: [other] }), ["dose-conflict"]);
    const mark = ` ${c("disable-line dose-conflict")}`;
    assert.deepEqual(found(page("40 mg/kg", mark), { neighbours: [other], wholeProject: true }), []);
    const beside = neighbour(parseGuideline(page("40 mg/kg", mark)));
    assert.deepEqual(found(page("25 mg/kg"), { neighbours: [beside] }), ["dose-conflict"]);
  });
});

describe("disable-unused", () => {
  const rule = "drug-name-unknown";

  it("takes away what has nothing to disable, and nothing else", () => {
    assert.equal(mended(`Rest. ${c(`disable-line ${rule}`)}\nSleep.`), "Rest.\nSleep.");
    assert.equal(mended(`${c(`disable-next-line ${rule}`)}\r\nRest.`), "Rest.");
    assert.equal(
      mended(`| a | b |\n| - | - |\n| c | d ${c(`disable-line ${rule}`)} |\n`),
      "| a | b |\n| - | - |\n| c | d |\n",
    );
    assert.equal(mended(`a\n${c(`disable-line ${rule}`)}\nb`), "a\n\nb", "paragraphs stay apart");
    assert.equal(mended(`- ${c(`disable-line ${rule}`)} a`), "- a");
    assert.equal(mended(`${c(`disable-line ${rule}`)} a`), "a");
  });

  it("takes single names out, as they are written, and never leaves a comment that disables everything", () => {
    const text = (names: string) => `Give amoxicilin. ${c(`disable-line ${names} -- why`)}`;
    assert.equal(mended(text(`band-gap, ${rule}, band-overlap`)), text(rule));
    assert.equal(mended(`Give. ${c("disable-line band-gap band-overlap")}`), "Give.");
    const yaml = (names: string) => `---\nguidewright:\n  disable:\n${names}---\n\nGive amoxicilin.\n`;
    assert.equal(
      mended(yaml(`    - band-gap\n    - ${rule}\n    - band-overlap\n`)),
      yaml(`    - ${rule}\n`),
    );
  });

  it("takes both ends of a stretch", () => {
    assert.equal(mended(`${c(`disable ${rule}`)}\n\nRest.\n\n${c("enable")}\n`), "\nRest.\n\n");
    assert.equal(
      mended(`${c(`disable ${rule} band-gap`)}\n\nGive amoxicilin.\n\n${c(`enable band-gap ${rule}`)}\n`),
      `${c(`disable ${rule}`)}\n\nGive amoxicilin.\n\n${c(`enable ${rule}`)}\n`,
    );
  });

  it("says what is disabled twice, what is enabled without need, and what is never enabled", () => {
    const say = (text: string) => unused(text).map(({ message }) => message.split(". ")[0]);
    assert.deepEqual(say(`${c(`disable-file ${rule}`)}\n\nGive amoxicilin. ${c(`disable-line ${rule}`)}`), [
      `There is nothing that “${rule}” would find here`,
    ]);
    assert.deepEqual(say(`Give amoxicilin. ${c(`disable-line ${rule} ${rule}`)}`), [
      `“${rule}” is disabled already by line 1`,
    ]);
    assert.match(
      say(`Give amoxicilin.\n\n${c("enable")}`)[0] ?? "",
      /^No “guidewright-disable” stands before this/,
    );
    assert.match(
      say(`${c(`disable ${rule}`)}\n\nGive amoxicilin.`)[0] ?? "",
      /stays disabled from here to the end/,
    );
  });

  it("offers the rule or the word that was meant", () => {
    for (const [words, meant] of [
      ["disable-line drug-name-unknwn", "drug-name-unknown"],
      ["disable-lin", "disable-line"],
    ] as const) {
      const [finding, ...more] = unused(`Rest. ${c(words)}`);
      assert.deepEqual(more, []);
      assert.ok(finding?.message.includes(`Did you mean “${meant}”?`), finding?.message);
      assert.deepEqual(
        finding?.fixes().map(({ title, certain }) => [title, certain]),
        [[`Change to “${meant}”`, false]],
      );
    }
    assert.deepEqual(unused(`Rest. ${c("disable-line x-y-z-what")}`)[0]?.fixes(), []);
  });

  it("is silent about a rule that is off, did not run, or depends on documents that are not known", () => {
    const text = `Rest. ${c(`disable-line ${rule}`)}`;
    assert.equal(unused(text).length, 1);
    assert.equal(unused(text, { severities: { [rule]: "off" } }).length, 0);
    assert.equal(unused(text, { list: rules.filter(({ id }) => id !== rule) }).length, 0);
    const conflict = `Rest. ${c("disable-line dose-conflict")}`;
    assert.equal(unused(conflict).length, 0);
    const [finding] = unused(conflict, { wholeProject: true });
    assert.match(finding?.message ?? "", /nor in the documents/);
    assert.equal(finding?.fixes()[0]?.certain, false);
    assert.equal(unused(`Rest. ${c("disable-line")}`).length, 0);
    assert.equal(unused(`Rest. ${c("disable-line")}`, { wholeProject: true }).length, 1);
  });

  it("may be disabled, and has its severity like any rule", () => {
    assert.deepEqual(found(`${c("disable-file disable-unused")}\n\nRest. ${c(`disable-line ${rule}`)}`), []);
    assert.deepEqual(
      found(`Rest. ${c("disable-line no-such-rule")}`, { severities: { "disable-unused": "off" } }),
      [],
    );
  });
});
