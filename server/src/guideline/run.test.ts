// What is typed in one run leaves all others, and what is said in its other blocks, the objects that they were.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { type Guideline, parseGuideline, Room } from "./guideline.ts";

const text = `# Snakebite

Most bites are dry. Keep the patient calm.

## First aid

Do not cut the wound. Do not apply ice.

- Splint the limb.
- Give paracetamol 1 g PO every 6 hours.

## In hospital

### Antivenom

Give antivenom as soon as there are signs of envenoming.

## Discharge

Give a tetanus vaccine before discharge.
`;

function typed(edit: readonly [string, string]): { before: Guideline; after: Guideline } {
  const room = new Room();
  const before = parseGuideline(text, emptyDictionary, room);
  assert.ok(before.deeds.length > 3);
  const after = parseGuideline(text.replace(...edit), emptyDictionary, room);
  return { before, after };
}

const fresh = <T>(before: readonly T[], after: readonly T[]) => after.filter((one) => !before.includes(one));

describe("what is typed in a run", () => {
  for (const [where, ...edit] of [
    ["a chapter's introduction", "bites are dry", "bites aree dry"],
    ["a list", "Splint the", "Splint thee"],
    ["a subsection", "signs of", "any signs of"],
    ["the last section", "before discharge", "before the discharge"],
    ["a line end", "Most bites", "Most\nbites"],
  ] as const)
    it(`leaves all others as they were: ${where}`, () => {
      const { before, after } = typed(edit);
      assert.equal(fresh(before.runs, after.runs).length, 1);
      assert.deepEqual(fresh(before.sections, after.sections), []);
      assert.equal(fresh(before.markdown.blocks, after.markdown.blocks).length, where === "a list" ? 2 : 1);
    });

  it("leaves what other blocks say as it was", () => {
    const { before, after } = typed(["Splint the", "Splint thee"]);
    const ice = ({ deeds }: Guideline) => deeds.find(({ thing }) => /ice/.test(thing));
    assert.ok(ice(before));
    assert.equal(ice(after), ice(before));
  });

  it("takes nothing for the same that stands below another line", () => {
    const { before, after } = typed(["## First aid", "## First aid in children"]);
    for (const [was, is] of [
      [before.deeds, after.deeds],
      [before.runs, after.runs],
    ])
      assert.ok(fresh<unknown>(was ?? [], is ?? []).length > 0);
    assert.deepEqual(
      after.deeds.map(({ thing, population, section }) => [thing, population, section?.title]),
      parseGuideline(after.lines.text).deeds.map(({ thing, population, section }) => [
        thing,
        population,
        section?.title,
      ]),
    );
  });

  it("reads each block again when another line leads into it, as long as that one or not", () => {
    const room = new Room();
    const led = (...lines: readonly string[]) => `${text}\n## Newborn\n\n${lines.join("\n\n")}\n`;
    const editions = [
      led("Do not:", "- Bathe the newborn.", "- Apply ice."),
      led("Always:", "- Bathe the newborn.", "- Apply ice."),
      led("Never::", "- Bathe the newborn.", "- Apply ice."),
      led("Never in shock:", "- Bathe the newborn.", "- Apply ice."),
      led("Never in croup:", "- Bathe the newborn.", "- Apply ice."),
      led("Never in croup:", "Bathe the newborn.", "- Apply ice."),
      led("| Do not | Always |\n|---|---|\n| Bathe the newborn | Apply ice |"),
      led("| Always | Do not |\n|---|---|\n| Bathe the newborn | Apply ice |"),
      led("- Do not:\n  - Bathe the newborn.\n  - Apply ice."),
      led("- Please:\n  - Bathe the newborn.\n  - Apply ice."),
      led("- Avoid::\n  - Bathe the newborn.\n  - Apply ice."),
      led("Is it wise to bathe the newborn?", "Yes.", "- Apply ice."),
      led("Is it good to bathe the newborn?", "Yes.", "- Apply ice."),
      led("Is it good to cleanse the cord??", "Yes.", "- Apply ice."),
    ];
    const said = ({ deeds, text: whole }: Guideline) =>
      deeds.map(({ start, end, sentence: _, table: _table, section, ...deed }) => [
        whole.slice(start, end),
        section?.title,
        deed,
      ]);
    for (const title of ["Newborn", "Preterm", "In adults with dengue"])
      for (const edition of editions) {
        const now = edition.replace("## Newborn", `## ${title}`);
        assert.deepEqual(said(parseGuideline(now, emptyDictionary, room)), said(parseGuideline(now)));
      }
  });
});
