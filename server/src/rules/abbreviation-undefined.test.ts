// abbreviation-undefined: what is spelled out too late or never, and its fixes.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMarkdown } from "../../../test/support/check-markdown.ts";
import { parseGuideline } from "../guideline/guideline.ts";
import { usualExpansions } from "../lexicon/abbreviations.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { applyEdits } from "../text/span.ts";
import { abbreviationUndefined } from "./abbreviation-undefined.ts";
import { checkGuideline } from "./index.ts";

const id = abbreviationUndefined.id;
const check = (annotated: string) => checkMarkdown(annotated, { rules: [abbreviationUndefined] }).findings;
const fixed = (text: string, which = 0) => {
  const [finding] = checkGuideline(parseGuideline(text), { list: [abbreviationUndefined] }).findings;
  return applyEdits(text, finding?.fixes()[which]?.edits ?? []);
};

describe(id, () => {
  it("speaks once, at the first use", () => {
    check(`Measure the GCS, then the GCS again.\n            ^^^ ${id}\n\n- GCS\n`);
  });

  it("reads an annex with the chapter that spells out its short forms", () => {
    const chapter = "# Handover\n\nContinuous renal replacement therapy (CRRT) is reported.\n";
    const neighbours = [{ uri: "file:///a.md", guideline: parseGuideline(chapter) }];
    const uses = (title: string) =>
      checkGuideline(parseGuideline(`# ${title}\n\nLast CRRT and PVLQ.\n`), {
        list: [abbreviationUndefined],
        neighbours,
      }).findings.length;
    assert.equal(uses("Annex: handover form"), 1);
    assert.equal(uses("Night duty"), 2);
  });

  it("reads a list that is written as sentences", () => {
    check(
      "**Short forms.** CrCl: creatinine clearance. DOAC: direct oral anticoagulant.\n\nStop the DOAC when CrCl is low.",
    );
    check("Terms: CrCl is creatinine clearance; PE is phenytoin sodium equivalents.\n\nGive PE by CrCl.");
    check(
      "**Abbreviations.** ALT, alanine aminotransferase. QTcF, QT interval by Fridericia's formula.\n\nALT, QTcF.",
    );
  });

  it("takes what is named in brackets as another language's letters for explained", () => {
    check("The early detection of critical illness score (Danish abbreviation TOKS) is taken. TOKS 5: call.");
    check("The lay vaccinator (in Amharic: HEX) comes monthly.");
    check(`Three adults (later KWZ) died.\n                    ^^^ ${id}\n`);
  });

  it("reads what a note or a bracket in another language spells out", () => {
    check("Children with WHZ[^1] below −3.\n\n[^1]: WHZ: weight-for-height z-score.\n");
    check("Go to the central emergency room (Zentrale Notaufnahme, ZNA).");
    check("The intensive feeding centre (CRENI, from the French) admits.");
    check("An ACE inhibitor is stopped.");
  });

  it("asks for no expansion of what the project knows", () => {
    const text = "Record the GCS and the CRP.";
    checkMarkdown(`${text}\n                       ^^^ ${id}\n`, {
      rules: [abbreviationUndefined],
      context: { options: { [id]: { known: ["GCS"] } } },
    });
    const abbreviations = new Map([["CRP", "C-reactive protein"]]);
    checkMarkdown(`${text}\n           ^^^ ${id}\n`, {
      rules: [abbreviationUndefined],
      dictionary: { ...emptyDictionary, abbreviations },
    });
  });

  it("speaks in tables, headings and lists, and leaves the plural's s out", () => {
    check(
      `## Use of ACTs in travellers\n          ^^^ ${id}\n\n| Test | Use |\n| --- | --- |\n| CRP | a |\n  ^^^ ${id}\n`,
    );
  });

  it("points at the place where an abbreviation is spelled out too late", () => {
    const [finding] = check(
      `Call when the GCS falls.\n              ^^^ ${id}\n\nGlasgow Coma Scale (GCS): hourly.\n`,
    );
    assert.match(finding?.message ?? "", /line 3/);
    assert.match(finding?.related[0]?.message ?? "", /Glasgow Coma Scale/);
  });

  it("is silent where a list, table or line spells it out anywhere", () => {
    check("Give ORS.\n\n## Short forms\n\nORS: oral rehydration solution\n");
    check("Give ORS.\n\n| Abbreviation | Meaning |\n| --- | --- |\n| ORS | the solution |\n");
    check("Give ORS.\n\nAbbreviations: CRP, C-reactive protein; ORS, oral rehydration solution.\n");
  });

  it("is silent about what every health worker knows", () => {
    check("HIV, TB and COVID-19: give 5 IU IV or PO, 3 mmol/L, by CT or MRI (WHO, UNICEF).\n");
  });
});

describe(`fixes of ${id}`, () => {
  it("put the long form before the first use", () => {
    assert.equal(fixed("Give ORS now."), "Give oral rehydration solution (ORS) now.");
    assert.equal(fixed("Give ORS now.", 1), "Give oral rehydration salts (ORS) now.");
    assert.equal(fixed("Avoid NSAIDs."), "Avoid non-steroidal anti-inflammatory drugs (NSAIDs).");
    assert.equal(
      fixed("Treat STIs, and every UTI."),
      "Treat sexually transmitted infections (STIs), and every UTI.",
    );
  });

  it("prefer the document's own words, in the number of the first use", () => {
    assert.equal(
      fixed("See the KTW.\n\nThe Kaweta Town Ward (KTW) is old."),
      "See the Kaweta Town Ward (KTW).\n\nThe Kaweta Town Ward (KTW) is old.",
    );
    const later = "\n\nStop non-steroidal anti-inflammatory drugs (NSAIDs).";
    assert.equal(fixed(`No NSAIDs.${later}`), `No non-steroidal anti-inflammatory drugs (NSAIDs).${later}`);
    assert.equal(fixed(`No NSAID.${later}`), `No non-steroidal anti-inflammatory drug (NSAID).${later}`);
  });

  it("are certain only where the document itself says it, in one way", () => {
    const certain = (text: string) =>
      checkGuideline(parseGuideline(text))
        .findings[0]?.fixes()
        .map((fix) => fix.certain);
    assert.deepEqual(certain("See the KTW.\n\nThe Kaweta Town Ward (KTW) is old."), [true]);
    assert.deepEqual(certain("Give ORS."), [false, false]);
  });

  it("cure every usual abbreviation, in every usual reading", () => {
    for (const [short, readings] of usualExpansions) {
      const text = `Think of ${short} here.`;
      const guideline = parseGuideline(text);
      const [finding] = checkGuideline(guideline).findings;
      if (!finding) continue;
      assert.equal(finding.fixes().length, readings.length, short);
      for (const { title, edits } of finding.fixes()) {
        const after = checkGuideline(parseGuideline(applyEdits(text, edits))).findings;
        assert.deepEqual(
          after.map(({ message }) => message),
          [],
          title,
        );
      }
    }
  });

  it("leaves a test's name and a class of inhibitors that is explained", () => {
    check("Send sputum for Xpert MTB/RIF Ultra.");
    check("ACE inhibitor, angiotensin-converting enzyme inhibitor. Stop the ACE inhibitor.");
  });

  it("reads glossaries beside it, legends in free words, and no table of something else as a list", () => {
    const short = (text: string, other = "") =>
      [
        ...abbreviationUndefined.check(parseGuideline(text), {
          neighbours: [{ uri: "file:///a.md", guideline: parseGuideline(other) }],
        }),
      ].map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(
      short("One TFC is opened.", "# Annex 1. Glossary\n\n- **TFC:** therapeutic feeding centre"),
      [],
    );
    assert.deepEqual(
      short(
        "Even if ACPA and CRP are low.\n\nACPA, antibodies to citrullinated protein; CRP, C-reactive protein.",
      ),
      [],
    );
    assert.deepEqual(
      short("| Scan | Step |\n| --- | --- |\n| Lobar, five or more, or surface siderosis | LAAO |"),
      ["LAAO"],
    );
  });
});
