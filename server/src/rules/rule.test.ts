// Every rule keeps its word: its examples are found exactly where they are marked, its fixes cure them, and
// its documentation says what it should.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown, parseAnnotated } from "../../../test/support/check-markdown.ts";
import { seededPairs } from "../../../test/support/seeded.ts";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { applyEdits, type Edit } from "../text/span.ts";
import { checkGuideline, rules } from "./index.ts";
import { defineRule } from "./rule.ts";

/** The findings by what they say about which words, wherever these stand. */
function found(guideline: Guideline): string[] {
  return checkGuideline(guideline).findings.map(
    ({ rule, span }) => `${rule}: ${guideline.text.slice(span.start, span.end)}`,
  );
}

for (const rule of rules) {
  describe(`the rule ${rule.id}`, () => {
    it("is named and described", () => {
      assert.match(rule.id, /^[a-z]+(?:-[a-z]+)+$/);
      assert.match(rule.summary, /^[A-Z].*\.$/);
      assert.match(rule.rationale, /\.$/);
      assert.ok(rule.examples.invalid.length > 0 && rule.examples.valid.length > 0);
    });

    for (const example of rule.examples.invalid) {
      it(`finds what is marked in ${JSON.stringify(example)}`, () => {
        assert.ok(parseAnnotated(example).marks.length > 0, "nothing is marked");
        for (const { message } of checkMarkdown(example, { rule: rule.id, rules: [rule] }).findings) {
          assert.match(message, /\.$/);
        }
      });

      it(`cures what it finds in ${JSON.stringify(example)}`, () => {
        const { guideline, findings } = checkMarkdown(example, { rule: rule.id, rules: [rule] });
        const before = found(guideline);
        for (const finding of findings) {
          const name = `${rule.id}: ${guideline.text.slice(finding.span.start, finding.span.end)}`;
          for (const { title, edits } of finding.fixes()) {
            const after = found(parseGuideline(applyEdits(guideline.text, edits)));
            assert.ok(!after.includes(name), `still found after “${title}”`);
            assert.deepEqual(
              after.filter((other) => !before.includes(other)),
              [],
              `something new after “${title}”`,
            );
          }
        }
      });
    }

    for (const example of rule.examples.valid) {
      it(`is silent about ${JSON.stringify(example)}`, () => void checkMarkdown(example, { rules: [rule] }));
    }
  });
}

/** Choices after which a figure that follows from the mended one is found, or a second fault of the same place. */
const callForMore = [
  "threshold-conflict/warfarin-inr-footnote",
  "threshold-conflict/oxygen-saturation-two-chapters",
  "band-gap/insulin-correction",
  "band-gap/levofloxacin-renal",
  "dose-conflict/norway-anaphylaxis",
  "band-overlap/metformin-kidney-function",
  "dose-conflict/dc19-levothyroxine-elderly",
  "duration-conflict/rectal-doxy",
  "drug-name-unknown/muscle-relaxant-atracurium",
  "strength-wording/",
  "abbreviation-conflict/",
  "contraindicated-recommended/metoclopramide-parkinson-bn",
  "dose-basis/burundi-osteomyelitis",
  "dose-basis/chloramphenicol-files",
  "dose-basis/db03-cloxacillin",
  "dose-basis/chloramphenicol-two-chapters",
  "dose-basis/flucytosine-two-files",
  "dose-magnitude/namibia-anaphylaxis",
  "dose-conflict/anaphylaxis-card",
  "dose-conflict/anaphylaxis-adult-card",
  "dose-conflict/canada-ondansetron-cases",
  "dose-conflict/croup-two-files",
  "dose-conflict/dc17-spironolactone-two-files",
  "dose-conflict/vitamin-a-measles",
  "drug-name-variant/rifampin-bl",
  "maximum-exceeded/lidocaine-80-kg-hernia",
  "maximum-exceeded/phenytoin-loading-table",
  "maximum-exceeded/phenytoin-loading-table-2",
  "maximum-exceeded/thailand-levetiracetam",
  "paired-units/accidental-hypothermia",
  "paired-units/creatinine-stop",
  "paired-units/creatinine-contrast",
  "threshold-conflict/ca-glucose-neonate",
  "threshold-conflict/dka-potassium-before-insulin",
  "threshold-conflict/newborn-glucose",
  "threshold-conflict/severe-hypertension-pregnancy-2",
];

/** Where two places say the other thing: who changes one of them still has the other; a short form stands in many places. */
const saidTwice = [
  "duration-conflict/pylori-grade",
  "maximum-exceeded/rwanda-infiltration",
  "abbreviation-conflict/",
];

describe("fixes in whole documents", () => {
  type Texts = ReadonlyMap<string, string>;
  /** In all documents, compared with each other. */
  const foundIn = (texts: Texts) => {
    const all = [...texts].map(([uri, text]) => ({ uri, guideline: parseGuideline(text) }));
    return all.flatMap((own) =>
      checkGuideline(own.guideline, { neighbours: all.filter((other) => other !== own) }).findings.map(
        (finding) => {
          const { start, end } = finding.span;
          return {
            uri: own.uri,
            finding,
            name: `${own.uri} ${finding.rule}: ${own.guideline.text.slice(start, end)}`,
          };
        },
      ),
    );
  };
  const changed = (texts: Texts, uri: string, edits: readonly Edit[]): Texts =>
    new Map([...texts].map(([other, text]) => [other, other === uri ? applyEdits(text, edits) : text]));
  /** What a finding was called before the words that it quotes were mended. */
  const unmended = (name: string, text: string, edits: readonly Edit[]): readonly string[] =>
    edits.map(({ span, newText }) => name.replace(newText, text.slice(span.start, span.end)));
  const isIn = (names: readonly string[], name: string) => names.filter((other) => other === name).length;

  for (const rule of new Set(seededPairs().map((pair) => pair.rule))) {
    it(`cure every finding of the seeded faults of ${rule}, and bring nothing new`, () => {
      for (const pair of seededPairs().filter((one) => one.rule === rule)) {
        const texts = new Map(pair.fault.map(({ name, text }) => [name, text]));
        const before = foundIn(texts);
        const names = before.map(({ name }) => name);
        for (const { uri, finding, name } of before) {
          for (const { title, edits, certain, in: other } of finding.fixes()) {
            const at = other?.uri ?? uri;
            const after = foundIn(changed(texts, at, edits)).map((one) => one.name);
            const isNew = (one: string) =>
              ![one, ...unmended(one, texts.get(at) ?? "", edits)].some((was) => names.includes(was));
            if (certain || !saidTwice.some((name) => pair.name.startsWith(name)))
              assert.ok(isIn(after, name) < isIn(names, name), `${pair.name}: ${name} after “${title}”`);
            if (certain || !callForMore.some((name) => pair.name.startsWith(name)))
              assert.deepEqual(after.filter(isNew), [], `${pair.name}: “${title}”`);
          }
        }
      }
    });
  }
});

describe("defineRule", () => {
  it("works fixes out only when someone looks at them, from the rule's own state", () => {
    let asked = 0;
    const rule = defineRule<{ word: string }>({
      id: "test-rule",
      severity: "hint",
      summary: "",
      rationale: "",
      examples: { invalid: [], valid: [] },
      *check() {
        yield { span: { start: 0, end: 1 }, message: "m", state: { word: "x" } };
      },
      fix({ word }) {
        asked++;
        return [{ title: word, edits: [], certain: true }];
      },
    });
    const [finding] = rule.check(parseGuideline("text"));
    assert.deepEqual([finding?.rule, finding?.severity, finding?.related], ["test-rule", "hint", []]);
    assert.equal(asked, 0);
    assert.deepEqual(finding?.fixes(), [{ title: "x", edits: [], certain: true }]);
    assert.equal(asked, 1);
  });
});
