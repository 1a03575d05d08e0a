// Which grading is of which recommendation, in prose, lists, headings and tables, and whether a reason is given.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { markdownText } from "../../../test/support/texts.ts";
import { parseGuideline } from "./guideline.ts";
import { formatRecommendation } from "./recommendation.ts";

const read = (text: string) => parseGuideline(text).recommendations.map(formatRecommendation);

describe("recommendations", () => {
  it("take the grading of their sentence, of the next one, or of the lines below", () => {
    const strong = ["recommend for: zinc sulfate (strong, low certainty)"];
    assert.deepEqual(read("We recommend zinc (strong recommendation, low certainty)."), strong);
    assert.deepEqual(read("We recommend zinc. _Strong recommendation; low-certainty evidence._"), strong);
    assert.deepEqual(read("We recommend zinc.\n\n**Strong recommendation, low certainty**"), strong);
    assert.deepEqual(read("1. We recommend zinc.\n   - Strength: strong\n   - Certainty: ⊕⊕◯◯"), strong);
    assert.deepEqual(read("**Strength:** strong  \n**Certainty:** low\n\nWe recommend zinc."), strong);
    assert.deepEqual(read("### Recommendation 4 (strong, low certainty)\n\nWe recommend zinc."), strong);
    assert.deepEqual(read("Strong recommendation, low certainty: we recommend zinc."), strong);
    assert.deepEqual(
      read("| Recommendation | Strength | Certainty |\n|---|---|---|\n| We recommend zinc | Strong | Low |"),
      strong,
    );
  });

  it("take a grading once, but for one that heads several", () => {
    assert.deepEqual(read("### Recommendation 1 (weak)\n\nWe suggest zinc.\n\nWe suggest iron."), [
      "suggest for: zinc sulfate (weak)",
      "suggest for: ferrous sulfate",
    ]);
    assert.deepEqual(read("Weak recommendations:\n\n- We suggest zinc.\n- We suggest iron."), [
      "suggest for: zinc sulfate (weak)",
      "suggest for: ferrous sulfate (weak)",
    ]);
  });

  it("have no strength where their marks do not agree", () => {
    assert.equal(
      parseGuideline("We suggest zinc (weak recommendation, 1B).").recommendations[0]?.strength,
      undefined,
    );
  });

  it("say what is advised, for whom and what for", () => {
    assert.deepEqual(read("In children with dengue, NSAIDs should not be used."), [
      "should against: nsaid; for child; dengue",
    ]);
    assert.deepEqual(
      read("Early cord clamping is not recommended.")[0]?.slice(0, 39),
      "recommend against: clamp cord early; ear".slice(0, 39),
    );
    assert.deepEqual(read("We recommend amoxicillin and gentamicin."), [
      "recommend for: amoxicillin + gentamicin",
    ]);
    assert.deepEqual(read("Give amoxicillin 500 mg every 8 hours."), []);
  });

  it("know a reason by its heading, its label, its column and its words", () => {
    const reasoned = (text: string) => parseGuideline(text).recommendations.map(({ rationale }) => rationale);
    const one = "## A\n\nWe recommend zinc (strong, low certainty).\n\n";
    assert.deepEqual(reasoned(`${one}### Rationale\n\nIt saves lives.`), [true]);
    assert.deepEqual(reasoned(`${one}**Justification.** It saves lives.`), [true]);
    assert.deepEqual(reasoned(`${one}Although the evidence is of low certainty, children die without it.`), [
      true,
    ]);
    assert.deepEqual(reasoned(`${one}Zinc is stored below 25 °C.`), [false]);
    assert.deepEqual(reasoned(`${one}## B\n\nWe suggest iron (weak, low).\n\n**Rationale.** It helps.`), [
      false,
      true,
    ]);
    assert.deepEqual(
      reasoned(
        "| Recommendation | Strength | Reason |\n|---|---|---|\n| We recommend zinc | Strong | |\n| We recommend iron | Strong | It saves lives |",
      ),
      [false, true],
    );
  });

  it("place a grading that stands before them where it stands", () => {
    const source =
      "# A\n\nFever is common.\n\n**Conditional recommendation, low certainty.** Fluids must be given.\n";
    const [mark] = parseGuideline(source).recommendations.flatMap(({ gradings }) =>
      gradings.flatMap(({ strengths }) => strengths),
    );
    assert.equal(source.slice(mark?.start, mark?.end), "Conditional");
  });

  it("never fail, and slice to their text", () => {
    fc.assert(
      fc.property(markdownText, (text) => {
        const source = `We recommend ${text}\n\n(strong, low)\n\nZinc is not recommended`;
        const { markdown, recommendations } = parseGuideline(source);
        for (const { start, end, text: words, verbs, gradings } of recommendations) {
          assert.equal(markdown.text.slice(start, end), words);
          for (const { start: from, end: to, strengths } of gradings)
            for (const mark of strengths)
              assert.ok(from <= mark.start && mark.end <= to && to <= source.length);
          for (const verb of verbs) assert.ok(start <= verb.start && verb.end <= end);
        }
      }),
    );
  });
});
