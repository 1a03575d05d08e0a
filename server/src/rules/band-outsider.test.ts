// Items, rows and steps of other patients than what they stand under.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { outsiders } from "./band-outsider.ts";

function found(text: string, other?: string): string[] {
  const there = other ? [{ uri: "chapter.md", guideline: parseGuideline(other) }] : [];
  return [...outsiders(parseGuideline(text), there)].map(({ band }) =>
    text.slice(band.start, band.end).trim(),
  );
}

describe("outsiders", () => {
  it("finds an item of other patients below a heading", () => {
    const list = (item: string) =>
      `# Worms\n\n## Children from 2 to 12 years\n\n- Up to 15 kg: 1 tablet\n- Above 15 kg: 2 tablets\n- ${item}: 3 tablets\n`;
    assert.deepEqual(found(list("15 to 50 years")), ["15 to 50 years"]);
    assert.deepEqual(found(list("8 to 12 years")), []);
    assert.deepEqual(found(list("After 2 to 3 weeks")), []);
  });

  it("finds a step for children on a page about adults, but none that sends them on", () => {
    const step = (whom: string) =>
      `# Eczema in adults\n\n**Step 2.** ${whom}: hydrocortisone cream twice daily.\n`;
    assert.deepEqual(found(step("For children aged 6 to 11")), ["aged 6 to 11"]);
    assert.deepEqual(found(step("For those who itch")), []);
    assert.deepEqual(
      found(step("Children aged 6 to 11 are sent on").replace("hydro", "see page 4, hydro")),
      [],
    );
  });

  it("finds a state that excludes the heading's", () => {
    const list = (item: string) =>
      `# Visits during pregnancy\n\n- 20 weeks: ultrasound\n- ${item}: wound, breasts\n`;
    assert.deepEqual(found(list("Six weeks after birth")), ["Six weeks after birth"]);
    assert.deepEqual(found(list("36 weeks")), []);
  });

  it("finds a row of an annex that its chapter is not about, and an example of another weight", () => {
    const chapter =
      "# Late loss\n\nThis chapter is about women whose pregnancy has reached 28 completed weeks.";
    const annex = (row: string) =>
      `# Annex: tablets\n\n| Group | Dose |\n|---|---|\n| ${row}, no scar | 50 mcg |\n| Scar, any week | 25 mcg |\n`;
    assert.deepEqual(found(annex("13 to 17 weeks"), chapter), ["13 to 17 weeks"]);
    assert.deepEqual(found(annex("28 to 33 weeks"), chapter), []);
    const examples = (kg: number) =>
      `# Fluid in children who weigh less than 30 kg\n\n- 8 kg: 32 mL/h\n- ${kg} kg: 62 mL/h\n`;
    assert.deepEqual(found(examples(65)), ["65 kg"]);
    assert.deepEqual(found(examples(22)), []);
  });
});
