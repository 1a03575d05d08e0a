// Citations: what nothing cites.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { citationMissing } from "./citation-missing.ts";
import type { Rule } from "./rule.ts";

const found = (rule: Rule, text: string, context: Parameters<Rule["check"]>[1] = {}) => [
  ...rule.check(parseGuideline(text), context),
];

describe("citation-missing", () => {
  it("knows a list by its entries, whatever its title", () => {
    const list =
      "## List\n\n- Lim 2019. Warning signs and outcome in adults. Review 12: 201.\n- Tan 2021. Ambulatory care of adults with dengue. Practice 8: 33.";
    const text = `# Dengue\n\nSigns are early (Lim 2019). Home care is safe (Tan 2021). Platelets are not given (Rahman 2022).\n\n${list}\n`;
    assert.deepEqual(
      found(citationMissing, text).map(({ span }) => text.slice(span.start, span.end)),
      ["Rahman 2022"],
    );
  });

  it("reads an entry over the lines of its paragraph until its year is said", () => {
    const list =
      "Bureau of Safety (BSQ) Bulletin: Diagnosis of\nEctopic Pregnancy, 2018\n\nCollege (CGO), Guideline 21\nNovember 2016\n";
    const text = (cited: string) =>
      `Rare (BSQ, 2018). Common (CGO, 2016). Known (${cited}).\n\n**References**\n\n${list}`;
    assert.deepEqual(found(citationMissing, text("CGO, 2016")), []);
    assert.equal(found(citationMissing, text("CGO, 2018")).length, 1);
  });

  it("hints at an entry that nothing cites, where nearly all are cited", () => {
    const list = [1, 2, 3, 4, 5, 6].map((n) => `${n}. Abebe ${n}. 2015.`).join("\n");
    const text = `One [1]. Two [2–4]. Three [5].\n\n## References\n\n${list}\n`;
    const [hint, ...more] = found(citationMissing, text);
    assert.equal(more.length, 0);
    assert.equal(hint?.severity, "hint");
  });

  it("tells citations behind people and times from counts of them", () => {
    const text = (cited: string) =>
      `Pain is less (2). Fewer die (1).\n\n${cited}\n\n## Sources\n\n1. Abebe. 2015.\n2. Baro. 2016.\n`;
    for (const cites of ["Clinics kept more of their patients (6).", "Doxycycline for 5 days (4)."])
      assert.equal(found(citationMissing, text(cites)).length, 1, cites);
    for (const counts of ["Seen were men (12) and women (9).", "Deaths (3)", "Follow-up in days (7)."])
      assert.deepEqual(found(citationMissing, text(counts)), [], counts);
  });

  it("tells citations from intervals around an estimate", () => {
    const text = (cited: string) =>
      `One [1]. Two [2].\n\n${cited}\n\n## References for chapter 2\n\n1. Abebe. 2015.\n2. Baro. 2016.\n`;
    assert.deepEqual(found(citationMissing, text("It was 12 more [9–15] or 17 hours (range [12, 21]).")), []);
    assert.equal(found(citationMissing, text("In 8 trials [1–5] it was.")).length, 1);
  });

  it("reads raised figures in tables where no note is numbered", () => {
    const text = "Cuffs fit.<sup>1</sup>\n\n| Change | Source |\n| --- | --- |\n| Salt | <sup>5</sup> |\n";
    const list = "\n## References\n\n1. Abebe. 2015.\n2. Baro. 2016.\n";
    assert.equal(found(citationMissing, text + list).length, 1);
    assert.deepEqual(found(citationMissing, `${text}\n<sup>5</sup> By half.\n${list}`), []);
  });

  it("knows a list by its title on a line, or by its numbers in brackets alone", () => {
    for (const title of [
      "References",
      "**Sources:**",
      "## Notes and references",
      "## Bibliographic references",
    ])
      assert.equal(
        found(citationMissing, `One [1]. Two [4].\n\n${title}\n\n1. Abebe. 2015.\n2. Baro. 2016.\n`).length,
        1,
        title,
      );
    const alone = (last: string) => `One [1]. Two [${last}].\n\n---\n\n[1] Abebe. 2015.\n[2] Baro. 2016.\n`;
    assert.equal(found(citationMissing, alone("4")).length, 1);
    assert.deepEqual(found(citationMissing, alone("2")), []);
  });

  it("reads a raised figure behind a unit that ends its sentence", () => {
    const text = (last: string) =>
      `Below 20 × 10⁹/L.<sup>1</sup> Salt.<sup>${last}</sup>\n\n## References\n\n1. Abebe. 2015.\n2. Baro. 2016.\n`;
    assert.deepEqual(found(citationMissing, text("2")), []);
    assert.equal(found(citationMissing, text("4")).length, 1);
  });

  it("looks keys up in the references of the front matter", () => {
    const text = (body: string) =>
      `---\nreferences:\n- id: abebe2015\n- id: baro2016\n---\n# T\n\nOne [@abebe2015]. ${body}\n`;
    assert.equal(found(citationMissing, text("Two [see @baro2017, p. 3].")).length, 1);
    assert.equal(found(citationMissing, text("As @baro2017 found.")).length, 1);
    assert.deepEqual(
      found(citationMissing, text("Two [@baro2016]; write to ward@baro2017.org, [@fig:a1].")),
      [],
    );
  });

  it("reads columns of sources and numbers with a letter", () => {
    const list = "\n\n## References\n\n1. Abebe. 2015.\n2. Baro. 2016.\n";
    const table = (last: string) =>
      `| Change | Source |\n| --- | --- |\n| Salt | 1 |\n| Oil | 1, 2 |\n| Milk | ${last} |`;
    assert.equal(found(citationMissing, table("4") + list).length, 1);
    assert.deepEqual(found(citationMissing, table("2") + list), []);
    const lettered = (last: string) =>
      `One [R1]. Two [R2]. Three [${last}].\n\n## Sources\n\n- R1: Abebe. 2015.\n- R2: Baro. 2016.\n`;
    assert.equal(found(citationMissing, lettered("R3")).length, 1);
    assert.deepEqual(found(citationMissing, lettered("B3")), []);
  });

  it("looks for keys in a list of summaries, and takes no figure in parentheses for a work that nothing cites", () => {
    const list = "# Evidence summaries\n\n- [E1] Trial of splints.\n- [E2] Trial of casts.\n";
    const neighbours = [{ uri: "file:///evidence.md", guideline: parseGuideline(list) }];
    assert.equal(found(citationMissing, "One [E1]. Two [E7].", { neighbours }).length, 1);
    const works = [1, 2, 3, 4, 5].map((one) => `${one}. Abebe. 201${one}.`).join("\n");
    const text = `One (1). Two (2, 3). For 5 days (4). Five (5).\n\n## References\n\n${works}\n`;
    assert.deepEqual(found(citationMissing, text), []);
  });

  it("looks in the one list that a project keeps apart", () => {
    const list = "# References\n\n1. Abebe. 2015.\n2. Baro. 2016.\n";
    const neighbours = [{ uri: "file:///references.md", guideline: parseGuideline(list) }];
    assert.equal(found(citationMissing, "One [1]. Two [3].", { neighbours }).length, 1);
    assert.deepEqual(found(citationMissing, "One [1]. Two [2].", { neighbours }), []);
  });

  it("takes a zero in brackets for no work", () => {
    const works = [1, 2, 3].map((one) => `${one}. Abebe. 201${one}.`).join("\n");
    const text = (zero: string) =>
      `One [1]. Two [2, 3]. From 22 [+][${zero}] weeks.\n\n## References\n\n${works}\n`;
    assert.deepEqual(found(citationMissing, text("0")), []);
  });

  it("knows a list by what it says that it is of, and by its lines", () => {
    const works = "[12] Abebe T. Tourniquets. Lancet 2010.\n[13] Baro M. Pressure. Lancet 2011.";
    for (const title of [
      "## References to the malaria chapters",
      "## Sources of the chapter on early arthritis",
      "**References of section 7.4**",
      "### Bibliography, chapter 4",
      "## Where it comes from",
    ]) {
      const text = `# Bites\n\nThey do harm [12]. It helps [13], or so [15].\n\n${title}\n\n${works}\n`;
      assert.deepEqual(
        found(citationMissing, text).map(({ span }) => text.slice(span.start, span.end)),
        ["15"],
        title,
      );
    }
    const wells =
      "# Bites\n\nWater (Abebe, 2010; Caro, 2012).\n\n## Sources of infection\n\nAbebe found wells in 2010.\n\nBaro found rivers in 2011.";
    assert.deepEqual(found(citationMissing, wells), []);
  });
});

it("reads sources that a caption credits, ranges within a sentence and references in a flow chart", () => {
  const works =
    "\n\n## References\n\n1. Abebe T. Lancet 2015;1:2.\n2. Baro M. Lancet 2016;3:4.\n3. Cole S. Lancet 2017;5:6.\n";
  const words = (text: string) =>
    found(citationMissing, text).map(({ span }) => text.slice(span.start, span.end));
  assert.deepEqual(words(`Act early (1). Wait (2). The harms (2–4) shaped the advice. See line 7.${works}`), [
    "4",
  ]);
  assert.deepEqual(
    words(
      `Act early (ref. 1).\n\n\`\`\`\nBox 1  Give it  (ref. 2)\nBox 2  Stop it  (ref. 7)\n\`\`\`${works}`,
    ),
    ["7"],
  );
  const authors = "\n\n## References\n\n- Abebe T. Lancet 2015;1:2.\n- Baro M. Lancet 2016;3:4.\n";
  const audit = "In our audit (Perth 2019: 412 births, not published) few did (Abebe 2015).";
  assert.deepEqual(words(`${audit}\n\n*Redrawn from Hodnett 2013.* Others agree (Baro 2016).${authors}`), [
    "Hodnett 2013",
  ]);
});
