// What a guideline tells of itself, and the option that says what is asked.

import assert from "node:assert/strict";
import { it } from "node:test";
import { parseGuideline } from "../guideline/guideline.ts";
import { checkGuideline } from "./index.ts";
import { sectionMissing } from "./section-missing.ts";

const ask = (text: string, ...sections: string[]) =>
  Array.from(sectionMissing.check(parseGuideline(text), { options: { sections } }), ({ message }) => message);

it("asks only where it is asked to", () => {
  assert.deepEqual(
    checkGuideline(parseGuideline("# A\n\nGive zinc."), { list: [sectionMissing] }).findings,
    [],
  );
});

it("names what is missing, and only what was chosen", () => {
  assert.match(
    ask("# A\n\nGive zinc.", "funding", "interests")[0] ?? "",
    /who paid for it, or which interests/,
  );
  assert.deepEqual(ask("# A\n\n## Funding\n\nNone was received.", "funding"), []);
  assert.deepEqual(ask("---\nfunding: none\n---\n\n# A", "funding"), []);
  assert.deepEqual(ask("# A\n\nMembers declared no competing interests.", "interests"), []);
  assert.equal(ask("# A\n\nIt is in the mother's interest.", "interests").length, 1);
});
