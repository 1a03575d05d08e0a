// Two lengths that stand nowhere else, in a chapter and in what says it again.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { durationConflict } from "./duration-conflict.ts";
import { checkGuideline } from "./index.ts";

const chapter =
  "# Brucellosis in adults\n\n**Uncomplicated disease, not pregnant**\n\n- doxycycline 100 mg orally every 12 hours for six weeks, *plus*\n- gentamicin 5 mg/kg IM once daily for the first seven days.\n\n**Spondylitis or sacroiliitis**\n\n- doxycycline 100 mg orally every 12 hours for twelve weeks.";
const card = (weeks: string) =>
  `# What I take home\n\nThe capsules of doxycycline 100 mg: one in the morning and one at night for ${weeks} weeks.`;

function found(there: string): readonly string[] {
  const guideline = parseGuideline(there);
  const neighbours = [{ uri: "file:///chapter.md", guideline: parseGuideline(chapter) }];
  return checkGuideline(guideline, { list: [durationConflict], neighbours }).findings.map(({ span }) =>
    there.slice(span.start, span.end),
  );
}

it("asks about the one that is nearest where neither stands elsewhere, and about none that does", () => {
  assert.deepEqual(found(card("four")), ["for four weeks"]);
  assert.deepEqual(found(card("six")), []);
});
