// What captions, lead sentences and headings promise, and where they promise nothing exact.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { exceptsSmaller, promiseOf } from "./band-promise.ts";
import type { BandSeries } from "./band-series.ts";
import { parseGuideline } from "./guideline.ts";
import { type Stretch, stretchesIn } from "./stretch.ts";

const table = "| Weight | Tablets |\n|---|---|\n| 8–11 kg | 1 |\n| 12–24 kg | 2 |";
function promised(text: string): string | undefined {
  const guideline = parseGuideline(text);
  const promise = promiseOf(guideline, guideline.bandSeries[0] as BandSeries);
  return promise && `${promise.from}: ${text.slice(promise.stretch.start, promise.stretch.end)}`;
}

describe("promiseOf", () => {
  it("reads captions above and below, lead sentences and headings, also the chapter's", () => {
    assert.equal(promised(`**Children of 4–24 kg**\n\n${table}`), "caption: 4–24 kg");
    assert.equal(promised(`${table}\n\n*Table 4. Children of 4 to 24 kg.*`), "caption: 4 to 24 kg");
    assert.equal(promised(`Children of 4–24 kg follow this table:\n\n${table}`), "lead: 4–24 kg");
    assert.equal(promised(`## Children of 4–24 kg\n\n${table}`), "heading: 4–24 kg");
    assert.equal(promised(`## Children of 4–24 kg\n\n### Tablets\n\n${table}`), "heading: 4–24 kg");
  });

  it("takes a second axis to begin where the first one does", () => {
    assert.equal(promised(`## Tablets from 4 weeks of age and 4 kg\n\n${table}`), "heading: 4 kg");
    assert.equal(promised(`## Tablets at 4 weeks of age and 4 kg\n\n${table}`), undefined);
  });

  it("reads run-in titles, sentences about the doses, titles of documents and front matter", () => {
    const long = "The tablet is taken at the same hour every day, far from a fatty meal. ".repeat(3);
    assert.equal(
      promised(`**Dosing, all of 4 kg and more.** ${long}\n\nWith water.\n\n${table}`),
      "lead: 4 kg and more",
    );
    assert.equal(promised(`${long}Doses for children from a weight of 4 kg.\n\n${table}`), "lead: 4 kg");
    assert.equal(promised(`# Syrup, 4 kg upwards\n\n## Dose\n\n### By mouth\n\n${table}`), "heading: 4 kg");
    assert.equal(promised(`---\ntitle: Syrup from 4 kg\n---\n\n${table}`), "heading: from 4 kg");
  });

  it("is silent about other axes, several stretches and chapters with more bands", () => {
    assert.equal(promised(`## Children under 5 years\n\n${table}`), undefined);
    assert.equal(promised(`## Under 25 kg, or 5–40 kg with fever\n\n${table}`), undefined);
    assert.equal(
      promised(
        `## Children of 4–24 kg\n\n### Large\n\n${table}\n\n### Small\n\n| Weight | mL |\n|---|---|\n| 4–5 kg | 2 |\n| 6–7 kg | 3 |`,
      ),
      undefined,
    );
  });
});

const stretchOf = (text: string) => stretchesIn(text)[0] as Stretch;

describe("exceptsSmaller", () => {
  it("reads who is dosed by somebody else", () => {
    const guideline = parseGuideline(`${table}\n\nSmaller babies are dosed by the pharmacist.`);
    assert.ok(exceptsSmaller(guideline, guideline.bandSeries[0] as BandSeries, stretchOf("up to 10 kg")));
    const figured = parseGuideline(`${table}\n\nSmaller babies, those below 4 kg, are referred.`);
    assert.ok(!exceptsSmaller(figured, figured.bandSeries[0] as BandSeries, stretchOf("up to 10 kg")));
  });

  it("takes those below a promised beginning for the younger ones, unless they get something else", () => {
    const excepts = (words: string) => {
      const guideline = parseGuideline(`${table}\n\n${words}`);
      return exceptsSmaller(guideline, guideline.bandSeries[0] as BandSeries, stretchOf("from 4 kg"));
    };
    assert.ok(!excepts("Smaller babies are seen by the doctor."));
    assert.ok(excepts("Smaller babies get the syrup."));
  });
});
