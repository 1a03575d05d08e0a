// Every way in which guidelines say what an abbreviation stands for, and what only looks like it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "./guideline.ts";

/** "short = long", with spans checked against the text. */
function definitions(text: string): string[] {
  return parseGuideline(text).abbreviations.definitions.map(({ short, long, span, longSpan }) => {
    assert.equal(text.slice(span.start, span.end), short);
    assert.ok(longSpan.end > longSpan.start);
    return `${short} = ${long}`;
  });
}

const ors = ["ORS = oral rehydration solution"];

describe("definitions in brackets", () => {
  const forms: readonly (readonly [text: string, expected: readonly string[]])[] = [
    ["Give oral rehydration solution (ORS) at once.", ors],
    ["Give oral rehydration solution (ORS, see Table 1) at once.", ors],
    ["Give *oral rehydration* solution (**ORS**) at once.", ors],
    ["Give oral rehydration\nsolution (ORS).", ors],
    ["- Give oral rehydration\n  solution (ORS).", ors],
    ["> Give oral rehydration\n> solution (ORS).", ors],
    ["Give ORS (oral rehydration solution) at once.", ors],
    ["Give ORS (oral rehydration solution, one packet a day).", ors],
    ["Give ORS (i.e. oral rehydration solution).", ors],
    ["Give ORS (the oral rehydration\nsolution).", ors],
    ["## Oral rehydration solution (ORS)", ["ORS = Oral rehydration solution"]],
    ["| Fluid | Use |\n| --- | --- |\n| oral rehydration solution (ORS) | at home |", ors],
    [
      "| Oral rehydration solution (ORS) | Use |\n| --- | --- |\n| a | b |",
      ["ORS = Oral rehydration solution"],
    ],
    [
      "Stop non-steroidal anti-inflammatory drugs (NSAIDs).",
      ["NSAID = non-steroidal anti-inflammatory drugs"],
    ],
    [
      "Multidrug-resistant tuberculosis (MDR-TB) is treated elsewhere.",
      ["MDR-TB = Multidrug-resistant tuberculosis"],
    ],
    [
      "Use CURB-65 (confusion, urea, respiratory rate, blood pressure).",
      ["CURB-65 = confusion, urea, respiratory rate, blood pressure"],
    ],
    ["After dilatation and curettage (D&C) she rests.", ["D&C = dilatation and curettage"]],
    [
      "Acute kidney injury (AKI), or chronic kidney disease (CKD).",
      ["AKI = Acute kidney injury", "CKD = chronic kidney disease"],
    ],
    ["Six months of isoniazid (INH).", ["INH = isoniazid"]],
    ["<p>Give oral rehydration solution (ORS).</p>", ors],
  ];
  for (const [text, expected] of forms) {
    it(`are found in ${JSON.stringify(text)}`, () => assert.deepEqual(definitions(text), expected));
  }

  it("are not seen where brackets hold something else", () => {
    for (const text of [
      "This is recommended everywhere (WHO).",
      "Adults on treatment (ART for at least six months) are seen monthly.",
      "Start ART (see Appendix II for staging).",
      "Give paracetamol (PO or PR).",
      "Check blood (FBC, ESR).",
      "`oral rehydration solution (ORS)`",
      "<!-- oral rehydration solution (ORS) -->",
      "Oral. Rest. Sleep (ORS).",
    ]) {
      assert.deepEqual(definitions(text), [], text);
    }
  });
});

describe("definitions joined by words and signs", () => {
  for (const text of [
    "Oral rehydration solution, hereafter ORS, is drunk.",
    "Oral rehydration solution (abbreviated ORS here) is drunk.",
    "Oral rehydration solution, known as ORS, is drunk.",
    "Oral rehydration solution, or ORS, is drunk.",
    "Oral rehydration solution – ORS – is drunk.",
    "Oral rehydration solution [ORS] is drunk.",
    "Oral rehydration solution (“ORS”) is drunk.",
    "We write ORS for oral rehydration solution.",
    "Drink it (ORS = oral rehydration solution).",
    "ORS (which stands for oral rehydration solution) is drunk.",
    "Salt and sugar (oral rehydration solution, ORS) are drunk.",
    "A first sentence. ORS: oral rehydration solution.",
    '<abbr title="oral rehydration solution">ORS</abbr> is drunk.',
    "---\nabbreviations:\n  ORS: oral rehydration solution\n---\n\n# T",
    "| Short | Meaning |\n| --- | --- |\n| ORS | oral rehydration solution |",
  ])
    it(JSON.stringify(text), () =>
      assert.equal(definitions(text).join().toLowerCase(), ors.join().toLowerCase()),
    );

  it("are several in one bracket", () =>
    assert.deepEqual(definitions("Deep vein thrombosis and pulmonary embolism (DVT/PE)."), [
      "DVT = Deep vein thrombosis",
      "PE = pulmonary embolism",
    ]));

  it("are not where a sign stands between other things", () => {
    for (const text of [
      "Drink water – ORS is better.",
      "MAP = 65 mmHg, or CVP = 8.",
      "Give the drink, or ORS.",
      "GCS: record it. MRI for pain.",
      "Use ORS for rehydration of children.",
    ])
      assert.deepEqual(definitions(text), [], text);
  });
});

describe("lists of abbreviations", () => {
  const heading = "## Abbreviations\n\n";
  it("are read in every form of entry", () => {
    for (const entry of [
      "- ORS: oral rehydration solution",
      "* **ORS** – oral rehydration solution",
      "- **ORS**: oral rehydration solution.",
      "1. ORS = oral rehydration solution",
      "ORS — oral rehydration solution",
      "ORS - oral rehydration solution",
      "ORS\toral rehydration solution",
      "**ORS** oral rehydration solution",
      "ORS, oral rehydration solution",
      "*[ORS]: oral rehydration solution",
      "ORS\n: oral rehydration solution",
      "| ORS | oral rehydration solution |\n| --- | --- |\n| ORS | oral rehydration solution |",
      "| Short | Long |\n| --- | --- |\n| **ORS** | oral rehydration solution |",
      "| Long | Short |\n| --- | --- |\n| oral rehydration solution | ORS |",
      "| | | | |\n| --- | --- | --- | --- |\n| | | ORS | oral rehydration solution |",
    ]) {
      assert.deepEqual(definitions(heading + entry), ors, entry);
      assert.ok(parseGuideline(heading + entry).abbreviations.definitions[0]?.listed, entry);
    }
  });

  it("are read without a heading where the letters agree", () => {
    assert.deepEqual(definitions("- ORS: oral rehydration solution\n- GCS: Glasgow Coma Scale"), [
      ...ors,
      "GCS = Glasgow Coma Scale",
    ]);
    assert.deepEqual(definitions("Abbreviations: ORS, oral rehydration solution; GCS, Glasgow Coma Scale."), [
      ...ors,
      "GCS = Glasgow Coma Scale",
    ]);
    assert.deepEqual(definitions("Note: ORS = oral rehydration solution; give it cold."), ors);
  });

  it("may say anything under their heading", () => {
    assert.deepEqual(definitions(`${heading}- KTW: the old hospital by the river`), [
      "KTW = the old hospital by the river",
    ]);
    assert.deepEqual(
      definitions(`${heading}| KTW | the old hospital |\n| --- | --- |\n| KTX | the new one |`),
      ["KTX = the new one"],
    );
    assert.deepEqual(definitions("| Abbreviation | Meaning |\n| --- | --- |\n| KTX | the new one |"), [
      "KTX = the new one",
    ]);
  });

  it("are not seen in other lists", () => {
    assert.deepEqual(definitions("- ART: a regimen that must be taken every day for the rest of life"), []);
    assert.deepEqual(definitions("- ORS: give 75 mL/kg"), []);
    assert.deepEqual(definitions("| Test | Result |\n| --- | --- |\n| CRP | above 20 |"), []);
  });

  it("do not mind Windows line ends", () => {
    assert.deepEqual(
      definitions(
        "## Abbreviations\r\n\r\n- ORS: oral rehydration solution\r\n- GCS: Glasgow Coma Scale\r\n",
      ),
      [...ors, "GCS = Glasgow Coma Scale"],
    );
    assert.deepEqual(
      definitions("| a | b |\r\n| --- | --- |\r\n| ORS | oral rehydration solution |\r\n"),
      ors,
    );
  });
});
