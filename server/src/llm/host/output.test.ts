// Output text: however bytes fall into tokens and text into chunks, characters stay whole and nothing
// from a stop string on gets out.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Chunk } from "../backend.ts";
import { JsonEnd } from "./json-end.ts";
import { Output, StopStrings, TokenText } from "./output.ts";

const decode = (tokens: Uint8Array[]) => Buffer.concat(tokens).toString("utf8");

/** The text's bytes, cut at these places. */
function tokensOf(text: string, cuts: readonly number[]): Uint8Array[] {
  const bytes = Buffer.from(text);
  const at = [...new Set([0, bytes.length, ...cuts.map((cut) => cut % (bytes.length + 1))])].sort(
    (a, b) => a - b,
  );
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

/** The text in pieces of at most this many units. */
const piecesOf = (text: string, length: number) => text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];

describe("TokenText", () => {
  test("never shows a part of a character and loses none", () => {
    const text = fc.string({ unit: "binary" }).map((value) => value.replaceAll("\uFFFD", "?"));
    fc.assert(
      fc.property(text, fc.array(fc.nat()), (value, cuts) => {
        const assembler = new TokenText<Uint8Array>(decode, []);
        const parts = tokensOf(value, cuts).map((token) => assembler.push(token));
        assert.ok(parts.every((part) => !/[\p{Surrogate}\uFFFD]/u.test(part)));
        assert.equal(parts.join(""), value);
      }),
    );
  });

  test("drops bytes that are no character and goes on", () => {
    const assembler = new TokenText<Uint8Array>(decode, []);
    const bad = [0xff, 0xff, 0xff, 0xff, 0x61].map((byte) => assembler.push(Uint8Array.of(byte)));
    assert.equal(bad.join(""), "a");
  });
});

describe("StopStrings", () => {
  const letter = fc.constantFrom("a", "b", "\n");
  const word = fc.string({ unit: letter, maxLength: 20 });

  test("passes on exactly what stands before the first stop string", () => {
    fc.assert(
      fc.property(
        word,
        fc.array(fc.string({ unit: letter, maxLength: 3 })),
        fc.integer({ min: 1, max: 5 }),
        (text, stops, size) => {
          const filter = new StopStrings(stops);
          let out = "";
          for (const piece of piecesOf(text, size)) out += filter.push(piece);
          const stopped = filter.stopped;
          out += filter.flush();
          const real = stops.filter((stop) => stop !== "" && text.includes(stop));
          assert.equal(stopped, real.length > 0);
          // Seen piece by piece, the stop that is complete first counts; it never lies behind a later one.
          if (real.length === 0) assert.equal(out, text);
          else
            assert.ok(
              real.some((stop) => text.startsWith(out + stop)) && real.every((stop) => !out.includes(stop)),
            );
        },
      ),
    );
  });

  test("holds back no more than it must", () => {
    const filter = new StopStrings(["\n\n"]);
    assert.equal(filter.push("a\n"), "a");
    assert.equal(filter.push("b"), "\nb");
  });
});

test("Output: the probabilities of the chunks multiply to those of the tokens", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.nat()), (text, cuts) => {
      const chunks: Chunk[] = [];
      const output = new Output(
        new TokenText<Uint8Array>(decode, []),
        new StopStrings(["\u0000\u0000"]),
        (chunk) => chunks.push(chunk),
      );
      const tokens = tokensOf(text.replaceAll("\u0000", "0"), cuts);
      for (const token of tokens) output.push(token, 0.5);
      output.end();
      const product = chunks.reduce((total, { probability = 1 }) => total * probability, 1);
      assert.equal(product, 0.5 ** tokens.length);
    }),
  );
});

test("JsonEnd finds the end of any JSON value, in any pieces", () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom("\n\n", " trailing", "\n{}"),
      (value, size, rest) => {
        const json = JSON.stringify(value);
        const end = new JsonEnd();
        let out = "";
        for (const piece of piecesOf(json + rest, size)) out += end.push(piece);
        assert.equal(out, json);
        assert.ok(end.done);
      },
    ),
  );
});
