// Routes in abbreviations and in plain words.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { itemsOf } from "./scope.ts";

const routesIn = (text: string) =>
  itemsOf(text)
    .flatMap((item) => (item.kind === "routes" ? item.routes : []))
    .join(" ");

describe("routes", () => {
  for (const [text, expected] of Object.entries({
    "5 g into alternate buttocks": "im",
    "0.5 mg into the outer part of the thigh": "im",
    "1 g into a large vein": "iv",
    "1 g through the drip": "iv",
    "0.3 mg/kg IVPB": "iv",
    "40 mg just below the skin": "sc",
    "10 mL down the feeding tube": "oral",
    "500 mg, to be swallowed": "oral",
    "800 micrograms beneath the tongue": "sublingual",
    "a lump in the buttock": "",
    "cut the tube": "",
    "the drip is stopped": "",
    "a rash on the skin": "",
  }))
    it(`reads “${text}”`, () => assert.equal(routesIn(text), expected));
});
