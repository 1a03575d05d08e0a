// From the bytes of an answer to its JSON values: server-sent events, lines of JSON, or one value, as the server
// likes. Says so when the answer is cut short or is no JSON. It must not know what the values mean.
import { createParser } from "eventsource-parser";
import type { Answer } from "./connection.ts";
import { garbled } from "./remote-error.ts";

export type Json = { readonly [key: string]: unknown };

const largestEvent = 16 * 1024 * 1024;

/** All values in turn. Returns whether the server said that these are all: a stream without an end may be a half. */
export async function* eventsOf(host: string, answer: Answer): AsyncGenerator<Json, boolean> {
  if (!answer.type.includes("event-stream")) return yield* linesOf(host, answer);
  let ready: string[] = [];
  let tooLarge = false;
  const parser = createParser({
    maxBufferSize: largestEvent,
    onEvent: ({ data }) => ready.push(data),
    onError(error) {
      tooLarge ||= error.type === "max-buffer-size-exceeded";
      // Some servers send an error as a field of its own.
      if (error.type === "unknown-field" && error.field === "error" && error.value) ready.push(error.value);
    },
  });
  for await (const text of textOf(answer)) {
    parser.feed(text);
    if (tooLarge) throw garbled(host, "its answer does not end");
    const events = ready;
    ready = [];
    for (const data of events) {
      if (data.trim() === "[DONE]") return true;
      yield parsed(host, data);
    }
  }
  return false;
}

/** One JSON value over the whole answer, or one a line. */
async function* linesOf(host: string, answer: Answer): AsyncGenerator<Json, boolean> {
  const lined = answer.type.includes("ndjson");
  let held = "";
  for await (const text of textOf(answer)) {
    held += text;
    if (held.length > largestEvent) throw garbled(host, "its answer does not end");
    const end = lined ? held.lastIndexOf("\n") : -1;
    if (end < 0) continue;
    const lines = held.slice(0, end).split("\n");
    held = held.slice(end + 1);
    for (const line of lines) if (line.trim() !== "") yield parsed(host, line);
  }
  if (held.trim() !== "") yield parsed(host, held);
  return !lined;
}

/** Characters that are cut by the border of two chunks are put together again. */
async function* textOf({ chunks }: Answer): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function parsed(host: string, text: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw garbled(host, "it is no JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw garbled(host, "it is no JSON object");
  return value as Json;
}

/** The whole answer as one JSON object. */
export async function jsonOf(host: string, answer: Answer): Promise<Json> {
  return parsed(host, await wholeText(answer));
}

export async function wholeText(answer: Answer): Promise<string> {
  let text = "";
  for await (const piece of textOf(answer)) text += piece;
  return text;
}
