// After any edit a guideline and its findings are what they would be if nothing had been remembered of the text
// before it.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { faultyGuidelines, soundGuidelines } from "../../../test/support/sample-guidelines.ts";
import { orderText } from "../../../test/support/texts.ts";
import { emptyDictionary } from "../lexicon/dictionary.ts";
import { Room } from "../syntax/room.ts";
import { forgetTexts } from "../text/memory.ts";
import { type Guideline, parseGuideline } from "./guideline.ts";

/** All that is read, without the pieces it was read in. */
function read({ markdown, lines: _lines, ...rest }: Guideline) {
  const { text, plain, frontMatter, blocks } = markdown;
  return { ...rest, markdown: { text, plain, frontMatter, blocks } };
}

function assertSame(remembered: Guideline, fresh: Guideline): void {
  const [one, other] = [read(remembered), read(fresh)];
  for (const key of Object.keys(other) as (keyof typeof other)[]) {
    if (isDeepStrictEqual(one[key], other[key])) continue;
    // Says what differs; on large guidelines it takes long.
    assert.deepEqual(one[key], other[key], key);
  }
}

/** The same places again. */
function roomLike({ markdown }: Guideline): Room {
  const room = new Room();
  room.place = (pieces) => pieces.map((piece, i) => ({ start: markdown.parts[i]?.start ?? 0, piece }));
  return room;
}

const guidelines = [...soundGuidelines.values(), ...faultyGuidelines.values()];
const insertion = fc.oneof(
  fc.constantFrom(
    "e",
    "5",
    " ",
    ".",
    ":",
    "\n",
    "\n\n",
    "- ",
    "| ",
    "# ",
    "**",
    "mg",
    "; ",
    "\n\nAdults:\n\n",
    "\n\n## Dose\n\n",
  ),
  orderText,
);
const edit = fc.tuple(
  fc.nat(),
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat({ max: 60 })),
  insertion,
);

describe("a guideline that is typed into", () => {
  it("is read as if it were new", () => {
    const property = fc.property(
      fc.constantFrom(...guidelines),
      fc.array(edit, { minLength: 1, maxLength: 5 }),
      (guideline, edits) => {
        let text = guideline;
        const room = new Room();
        parseGuideline(text, emptyDictionary, room);
        const steps = edits.map(([place, length, inserted]) => {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + inserted + text.slice(at + length);
          return [parseGuideline(text), parseGuideline(text, emptyDictionary, room)] as const;
        });
        for (const [step, spread] of steps) {
          forgetTexts();
          assertSame(step, parseGuideline(step.text));
          assertSame(spread, parseGuideline(step.text, emptyDictionary, roomLike(spread)));
        }
      },
    );
    fc.assert(property, { numRuns: 25 });
  });

  it("keeps what it read of the text before the edit", () => {
    const text = guidelines.join("\n\n");
    const before = parseGuideline(text);
    const after = parseGuideline(`${text}x`);
    const orders = new Set(before.orders);
    const kept = after.orders.filter((order) => orders.has(order));
    assert.ok(kept.length * 3 > before.orders.length, `${kept.length} of ${before.orders.length}`);
  });
});
