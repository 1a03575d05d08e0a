// Suggestions with numbers: what the rules would warn of and doses of other medicines are cut away, and nothing else.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type SnapshotOptions, snapshotOf, withCursor } from "../../../test/support/documents.ts";
import { findingsOf } from "./diagnostics.ts";
import { soundSuggestion } from "./sound-suggestion.ts";

function sound(marked: string, suggested: string, options: SnapshotOptions = {}): string {
  const { text, offset } = withCursor(marked);
  return soundSuggestion(snapshotOf(text, options), offset, suggested);
}

const amlodipine = "# Hypertension in adults\n\nStart amlodipine 5 mg PO once daily.\n\n## Discharge\n\n";

describe("soundSuggestion", () => {
  it("cuts before a dose of another medicine", () => {
    assert.equal(
      sound("# Sepsis\n\nGive ceftriaxone 2 g IV once daily and gentamicin │", "slowly, 2 g IV once daily"),
      "slowly",
    );
  });

  it("cuts before what a rule would warn of", () => {
    assert.equal(sound(`${amlodipine}Continue amlodipine 5 mg PO │`, "twice daily with food"), "");
    assert.equal(
      sound(`${amlodipine}Continue amlodipine 5 mg PO │`, "once daily with food"),
      "once daily with food",
    );
  });

  it("hears the rules of the other documents", () => {
    const [here, there] = ["# Hypertension in adults\n\nContinue amlodipine 5 mg PO │", amlodipine];
    const neighbours = { "file:///other.md": there };
    assert.equal(sound(here, "twice daily"), "twice daily");
    assert.equal(sound(here, "twice daily", { neighbours }), "");
  });

  it("withdraws nothing for what was wrong before it", () => {
    const text = `${amlodipine}Continue amlodipine 5 mg PO twice daily │`;
    assert.equal(sound(text, "for 28 days"), "for 28 days");
  });

  it("leaves words alone, and everything where the guard is off", () => {
    assert.equal(sound("Give │", "fluids slowly"), "fluids slowly");
    const settings = { "completion.guardNumbers": false };
    assert.equal(
      sound(`${amlodipine}Continue amlodipine 5 mg PO │`, "twice daily", { settings }),
      "twice daily",
    );
  });

  it("leaves the document's findings as they were", () => {
    const { text, offset } = withCursor(
      `${amlodipine}Continue amlodipine 5 mg PO │ \n\n## Later\n\nStart amlodipine 10 mg PO once daily.`,
    );
    const snapshot = snapshotOf(text);
    const before = JSON.stringify(findingsOf(snapshotOf(text)).findings);
    soundSuggestion(snapshot, offset, "twice daily");
    assert.equal(JSON.stringify(findingsOf(snapshot).findings), before);
  });
});
