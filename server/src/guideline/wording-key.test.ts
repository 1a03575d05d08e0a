// Keys of words, in sentences, lists and tables, and bold recommendations that are none.

import assert from "node:assert/strict";
import { it } from "node:test";
import fc from "fast-check";
import { markdownText } from "../../../test/support/texts.ts";
import { parseGuideline } from "./guideline.ts";

const key = (text: string) => Object.fromEntries(parseGuideline(text).wordingKey);

it("reads which word stands for which strength", () => {
  assert.deepEqual(key("“Should” is used for strong recommendations and “may” for conditional ones."), {
    should: "strong",
    may: "weak",
  });
  assert.deepEqual(key("Strong recommendations use the words “must” or “shall”."), {
    must: "strong",
    shall: "strong",
  });
  assert.deepEqual(key("- *should*: strong recommendation\n- *could*: weak recommendation"), {
    should: "strong",
    could: "weak",
  });
  assert.deepEqual(
    key("| Wording | Meaning |\n|---|---|\n| “we recommend” | strong |\n| “we suggest” | conditional |"),
    { recommend: "strong", suggest: "weak" },
  );
  assert.deepEqual(key("“Recommend” is used for strong and for weak recommendations."), {
    recommend: "either",
  });
});

it("reads keys that are tables or equations", () => {
  const grades =
    "| Grade | Meaning | Verb |\n|---|---|---|\n| A | strong | shall / shall not |\n| B | weak | should |\n| 0 | open | may |";
  assert.deepEqual(key(grades), { shall: "strong", should: "weak", may: "weak" });
  assert.deepEqual(
    key("| Strength | Strong | Weak |\n|---|---|---|\n| Wording | we recommend | we suggest |"),
    {
      recommend: "strong",
      suggest: "weak",
    },
  );
  assert.deepEqual(key("Shall = strong; should = weak."), { shall: "strong", should: "weak" });
  assert.deepEqual(
    key("| No. | Advice | Strength |\n|---|---|---|\n| 1 | Masks should be worn | weak |"),
    {},
  );
});

it("takes no recommendation for a key", () => {
  assert.deepEqual(key("**We recommend** the use of zinc (strong recommendation)."), {});
  assert.deepEqual(key("We suggest zinc (weak recommendation)."), {});
});

it("never fails", () => {
  fc.assert(fc.property(markdownText, (text) => void key(`“should” strong ${text}`)));
});
