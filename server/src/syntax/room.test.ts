// A document with room between its parts reads as the document does, and an edit moves nothing outside its own part.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { anyText, markdownText } from "../../../test/support/texts.ts";
import { Lines } from "../text/lines.ts";
import { parseMarkdown } from "./markdown.ts";
import { countingOf, Room, spaced } from "./room.ts";

const section = (name: string) => `## ${name}\n\n${`Give ${name} to everyone. `.repeat(30)}\n\n`;
const text = ["one", "two", "three", "four"].map(section).join("");
const startOf = (room: Room, now: string, heading: string) => parseMarkdown(now, room).plain.indexOf(heading);

describe("room between the parts of a document", () => {
  it("leaves all but the edited block where it is, until the room is used up", () => {
    const room = new Room();
    const before = parseMarkdown(text, room);
    const typed = text.replace("Give two", "Give it two");
    const after = parseMarkdown(typed, room);
    const kept = before.blocks.filter((block) => after.blocks.includes(block));
    assert.equal(kept.length, before.blocks.length - 1);
    assert.equal(startOf(room, typed, "four"), before.plain.indexOf("four"));
    const much = typed.replace("Give it", `Give ${"it ".repeat(60)}`);
    assert.ok(startOf(room, much, "four") > before.plain.indexOf("four"));
  });

  it("moves no more than stands in the way of what grew", () => {
    const room = new Room();
    const all = ["one", "two", "three", "four", "five", "six"].map(section).join("");
    const before = parseMarkdown(all, room);
    const typed = all.replace("Give two", `Give ${"it ".repeat(25)}two`);
    const after = parseMarkdown(typed, room);
    const moved = before.blocks.filter((block) => !after.blocks.includes(block));
    assert.deepEqual(
      moved.map(({ span }) => /one|two|three|four|five|six/.exec(before.plain.slice(span.start))?.[0]),
      ["two", "three", "three", "four", "four"],
    );
    const next = parseMarkdown(typed.replace("it it", "it is it"), room);
    assert.equal(after.blocks.filter((block) => !next.blocks.includes(block)).length, 1);
  });

  it("closes again where much was taken away", () => {
    const room = new Room();
    const whole = parseMarkdown(text, room).text.length;
    const rest = parseMarkdown(section("one") + section("four"), room);
    assert.ok(rest.text.length < 0.75 * whole);
  });

  it("keeps every place of the text, there and back, whatever is edited", () => {
    const property = fc.property(
      fc.array(fc.tuple(fc.oneof(anyText, markdownText), fc.nat(3)), { minLength: 1, maxLength: 4 }),
      (steps) => {
        const room = new Room();
        let now = text;
        for (const [inserted, at] of steps) {
          const place = Math.floor((now.length * at) / 4);
          now = now.slice(0, place) + inserted + now.slice(place);
          const { parts, text: own } = parseMarkdown(now, room);
          const counting = countingOf(parts);
          const apart = spaced(now, parts);
          assert.equal(own.length, apart.length);
          const lines = new Lines(now, counting);
          for (let offset = 0; offset <= now.length; offset += 7) {
            const there = counting.fromText(offset);
            assert.equal(counting.toText(there), offset);
            if (offset < now.length) assert.equal(apart[there], now[offset]);
            assert.deepEqual(lines.positionAt(there), lines.ofText.positionAt(offset));
          }
          assert.equal(lines.offsetAt(lines.positionAt(own.length)), own.length);
        }
      },
    );
    fc.assert(property, { numRuns: 20 });
  });
});
