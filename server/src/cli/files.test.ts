// Bytes to text, or the reason why not: nothing is guessed.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { CommandError } from "./command.ts";
import { textIn } from "./files.ts";

describe("textIn", () => {
  it("reads UTF-8, with a mark or without, and its own replacement character", () => {
    const text = "Give 5 µg – “ä” 投 \uFFFD 👩 now, and again and again.\n";
    assert.equal(textIn(Buffer.from(text), "a.md"), text);
    assert.equal(textIn(Buffer.from(`\uFEFF${text}`), "a.md"), text);
  });

  it("names the line and the byte of what is not UTF-8", () => {
    const latin = Buffer.from(`${"Rest well and drink.\r\n".repeat(3)}Give 5 µg now.\n`, "latin1");
    assert.throws(
      () => textIn(latin, "a.md"),
      new CommandError(
        "a.md is not UTF-8: line 4 has the byte 0xB5 (at offset 73), as older programs write it. Save it as UTF-8 and try again.",
      ),
    );
    const behind = Buffer.concat([Buffer.from("Nobody knows this \uFFFD at all.\n\n"), Buffer.from([0xc3])]);
    assert.throws(() => textIn(behind, "a.md"), /line 3 has the byte 0xC3 \(at offset 31\)/);
  });

  it("refuses UTF-16 and files of other kinds by their own reasons", () => {
    assert.throws(() => textIn(Buffer.from("\uFEFFa", "utf16le"), "a.md"), /UTF-16/);
    assert.throws(() => textIn(Buffer.from([0, 1, 2, 0x41, 0xff]), "a.md"), /does not contain text/);
  });

  it("is total: a text that is the bytes, or a reason", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        try {
          const text = textIn(Buffer.from(bytes), "a.md");
          assert.deepEqual(Buffer.from(text), Buffer.from(bytes).subarray(-Buffer.byteLength(text)));
        } catch (error) {
          assert.ok(error instanceof CommandError, String(error));
        }
      }),
    );
  });
});
