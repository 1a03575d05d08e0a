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
});
