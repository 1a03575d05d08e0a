// Bytes in any pieces become the same events; what is no event stream is said to be none.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Answer } from "./connection.ts";
import { eventsOf } from "./events.ts";

const encoder = new TextEncoder();

function answer(pieces: readonly (string | Uint8Array)[], type = "text/event-stream; charset=utf-8"): Answer {
  async function* chunks() {
    for (const piece of pieces) yield typeof piece === "string" ? encoder.encode(piece) : piece;
  }
  return { status: 200, retryAfterMs: undefined, type, chunks: chunks() };
}

async function read(from: Answer): Promise<{ readonly values: unknown[]; readonly whole: boolean }> {
  const values: unknown[] = [];
  const events = eventsOf("host", from);
  for (;;) {
    const next = await events.next();
    if (next.done) return { values, whole: next.value };
    values.push(next.value);
  }
}

/** Cut at these places. */
function cut(bytes: Uint8Array, at: readonly number[]): Uint8Array[] {
  const places = [0, ...at.map((one) => one % bytes.length).toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).map((end, index) => bytes.slice(places[index], end));
}

describe("server-sent events", () => {
  test("are the same in whatever pieces they come, with any line ends, comments and other fields", async () => {
    const texts = [" Parés", "… 5 µg/kg", "👩‍⚕️", '\n\n"data: x"'];
    const lineEnds = fc.constantFrom("\n", "\r\n", "\r");
    const places = fc.array(fc.nat(), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lineEnds, places, async (end, at) => {
        const events = texts.map(
          (text) => `: ping${end}event: message${end}data: ${JSON.stringify({ text })}${end}${end}`,
        );
        const bytes = encoder.encode(`\uFEFF${events.join("")}data: [DONE]${end}${end}`);
        const { values, whole } = await read(answer(cut(bytes, at)));
        assert.deepEqual(
          values,
          texts.map((text) => ({ text })),
        );
        assert.ok(whole);
      }),
      { numRuns: 60 },
    );
  });

  test("without an end are a half", async () => {
    const { values, whole } = await read(answer(['data: {"a":1}\n\ndata: {"b"']));
    assert.deepEqual(values, [{ a: 1 }]);
    assert.equal(whole, false);
  });

  test("may have data over several lines, and nothing after the end counts", async () => {
    const { values } = await read(answer(['data: {"a":\ndata: 1}\n\ndata:[DONE]\n\ndata: {"b":2}\n\n']));
    assert.deepEqual(values, [{ a: 1 }]);
  });

  test("an error in a field of its own is an event", async () => {
    const { values } = await read(answer(['error: {"error":{"message":"no"}}\n\n']));
    assert.deepEqual(values, [{ error: { message: "no" } }]);
  });

  test("of garbage are refused", async () => {
    await assert.rejects(read(answer(["data: {oops\n\n"])), /it is no JSON\./);
    await assert.rejects(read(answer(["data: 7\n\n"])), /no JSON object/);
  });
});

describe("other answers", () => {
  test("one value a line, in any pieces", async () => {
    const lines = ['{"response":"Pa', 'rés é"}\n\n{"response":"x"}', "\n"];
    const { values } = await read(
      answer(cut(encoder.encode(lines.join("")), [3, 18, 19, 20, 21, 30]), "application/x-ndjson"),
    );
    assert.deepEqual(values, [{ response: "Parés é" }, { response: "x" }]);
  });

  test("one value is the whole", async () => {
    assert.deepEqual(await read(answer(['{"a":', "\n1}"], "application/json")), {
      values: [{ a: 1 }],
      whole: true,
    });
  });

  test("nothing, or a page, is no value", async () => {
    assert.deepEqual((await read(answer([], "application/json"))).values, []);
    await assert.rejects(read(answer(["<html>"], "text/html")), /no JSON/);
  });
});
