// The sample guidelines: sound ones are silent, faulty ones have exactly their seeded faults, by line and rule.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../../server/src/guideline/guideline.ts";
import { checkGuideline, rules } from "../../server/src/rules/index.ts";
import { type Fault, faults, faultyGuidelines, soundGuidelines } from "./sample-guidelines.ts";

/** Seeded faults that are not found, and why; one that is found after all must leave this list. */
const missed: readonly string[] = [
  // "newly found diabetes" inside a chapter on ketoacidosis is another indication, as far as the text says.
  "diabetic-ketoacidosis.md:112 dose-conflict",
];

const ruleIds = new Set(rules.map(({ id }) => id));
const placeOf = ({ file, line, rule }: Pick<Fault, "file" | "line" | "rule">) => `${file}:${line} ${rule}`;

/** The samples link to one another only. */
const follow = (path: string) =>
  soundGuidelines.has(path) || faultyGuidelines.has(path) ? ("unread" as const) : ("missing" as const);

function findingsIn(file: string, text: string) {
  const guideline = parseGuideline(text);
  return checkGuideline(guideline, { follow }).findings.map(({ rule, span }) => ({
    place: placeOf({ file, rule, line: guideline.lines.positionAt(span.start).line + 1 }),
    quote: text.slice(span.start, span.end),
  }));
}

describe("the sample guidelines", () => {
  for (const [file, text] of soundGuidelines) {
    it(`are sound: ${file}`, () => assert.deepEqual(findingsIn(file, text), []));
  }

  for (const [file, text] of faultyGuidelines) {
    it(`have exactly their seeded faults: ${file}`, () => {
      const seeded = faults.filter((fault) => fault.file === file && ruleIds.has(fault.rule)).map(placeOf);
      const expected = seeded.filter((place) => !missed.includes(place));
      assert.deepEqual(
        findingsIn(file, text)
          .map(({ place }) => place)
          .sort(),
        expected.sort(),
      );
    });

    it(`are faulty where the words are: ${file}`, () => {
      for (const { place, quote } of findingsIn(file, text)) {
        const here = faults.filter((fault) => placeOf(fault) === place);
        const meets = here.some((fault) => fault.quote.includes(quote) || quote.includes(fault.quote));
        assert.ok(meets, `${place} says ${quote}, not ${here.map((fault) => fault.quote).join(" or ")}`);
      }
    });
  }
});
