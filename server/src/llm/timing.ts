// How long the pieces of an answer were waited for, as a line for the log. It must not know what is in them.
import type { Chunk, Chunks, Ending, Lane } from "./backend.ts";

/** The same chunks; `note` gets a line when they have ended, or when the reader left or was cut off. */
export async function* timed(
  chunks: Chunks,
  lane: Lane | undefined,
  note: (line: string) => void,
): AsyncGenerator<Chunk, Ending | undefined, undefined> {
  const began = performance.now();
  const elapsed = () => `${Math.round(performance.now() - began)} ms`;
  let first = "nothing";
  let count = 0;
  let end = "cut short";
  try {
    const reading = chunks[Symbol.asyncIterator]();
    try {
      for (;;) {
        const { done, value } = await reading.next();
        if (done) {
          end = value ?? "ended";
          return value;
        }
        if (count++ === 0) first = `first piece after ${elapsed()}`;
        yield value;
      }
    } finally {
      await reading.return?.();
    }
  } finally {
    note(`Model, ${lane ?? "background"}: ${first}, ${count} pieces in ${elapsed()}, ${end}.`);
  }
}
