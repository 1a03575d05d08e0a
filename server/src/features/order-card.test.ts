// The card of a medicine order: what was understood, and the same medicine elsewhere for the same patients.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { snapshotOf, withCursor } from "../../../test/support/documents.ts";
import { orderAt, orderCard, spanOfOrder } from "./order-card.ts";

function card(marked: string, neighbours: Readonly<Record<string, string>> = {}) {
  const { text, offset } = withCursor(marked);
  const snapshot = snapshotOf(text, { neighbours });
  const order = orderAt(snapshot.guideline, offset);
  if (!order) return undefined;
  const { start, end } = spanOfOrder(order, offset);
  return { value: orderCard(snapshot, order), on: text.slice(start, end) };
}
/** A line in a section about children with pneumonia. */
const page = (line: string) => `# Pneumonia in children\n\n- ${line}\n`;

describe("orderCard", () => {
  it("lists the slots that the text gives, and no others", () => {
    const found = card(page("Amoxicillin │40 mg/kg PO twice daily for 5 days (maximum 1 g)"));
    assert.equal(
      found?.value,
      "**amoxicillin**\n\n- Dose: 40 mg/kg, at most 1 g\n- How often: 2 times a day\n- Route: oral\n" +
        "- For how long: 5 days\n- Patients: child\n- Indication: pneumonia",
    );
    const bare = card("Give par│acetamol 1 g.");
    assert.equal(bare?.value, "**paracetamol**\n\n- Dose: 1 g");
    assert.equal(bare?.on, "paracetamol");
  });

  it("says rhythms as people do", () => {
    const rhythm = (words: string) =>
      /How often: (.*)/.exec(card(page(`Amoxi│cillin 40 mg/kg PO ${words}`))?.value ?? "")?.[1];
    assert.equal(rhythm("once daily"), "once a day");
    assert.equal(rhythm("every 6 hours as needed"), "4 times a day, as needed");
    assert.equal(rhythm("in 3 divided doses"), "in 3 doses");
    assert.equal(rhythm("stat"), "once");
  });

  it("is nothing where no order stands", () => {
    assert.equal(card("Give 40 mg/kg of wa│ter."), undefined);
    assert.equal(card(`${page("Amoxicillin 40 mg/kg PO twice daily")}\nRe│st.`), undefined);
  });

  it("links the same medicine for the same patients, here and in other documents", () => {
    const found = card(page("Amoxi│cillin 40 mg/kg PO twice daily"), {
      "file:///b%20(1)_x.md": page("Amoxicillin 25 mg/kg PO twice daily"),
      "file:///adults.md": "# Pneumonia in adults\n\n- Amoxicillin 500 mg PO three times daily\n",
      "file:///other.md": page("Paracetamol 15 mg/kg PO every 6 hours"),
    });
    const [, others] = found?.value.split("Other orders for the same patients:\n") ?? [];
    assert.equal(
      others,
      "- 25 mg/kg, 2 times a day, oral, pneumonia – [b (1)\\_x.md, line 3](file:///b%20%281%29_x.md#L3)",
    );
  });

  it("shows five of many and counts the rest", () => {
    const neighbours = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`file:///${i}.md`, page("Amoxicillin 25 mg/kg PO twice daily")]),
    );
    const { value = "" } = card(page("Amoxi│cillin 40 mg/kg PO twice daily"), neighbours) ?? {};
    assert.equal(value.match(/\]\(file:/g)?.length, 5);
    assert.match(value, /\n- and 3 more$/);
  });
});
