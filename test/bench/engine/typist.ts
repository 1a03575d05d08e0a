// Presses the keys of a session at their times and notes when text is there to be seen: like VS Code, a key
// cancels what was asked at the one before. It must not know which engine answers.

import { setTimeout as pause } from "node:timers/promises";
import type { Key } from "./session.ts";

/** An editor with one engine behind it. */
export interface Desk {
  /** Puts the key into the document and asks for a suggestion there: its text, or nothing. */
  press(key: Key, signal: AbortSignal): Promise<string>;
  /** Resolves when nothing runs in the background any more. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Burst {
  /** From the last key to its answer, and whether there was text in it. */
  readonly rest: { readonly ms: number; readonly text: boolean } | undefined;
  /** Keys before it, and how many of them had their text before the next key. */
  readonly keys: number;
  readonly seen: number;
}

export async function typeBurst(desk: Pick<Desk, "press">, keys: readonly Key[]): Promise<Burst> {
  let seen = 0;
  let rest: Burst["rest"];
  for (const [i, key] of keys.entries()) {
    const pressed = performance.now();
    const cancel = new AbortController();
    const shown = desk.press(key, cancel.signal).catch(() => "");
    if (key.rests) {
      const text = (await shown) !== "";
      rest = { ms: performance.now() - pressed, text };
      continue;
    }
    const next = pause(keys[i + 1]?.after ?? 0, undefined);
    if ((await Promise.race([shown, next])) !== undefined && (await shown) !== "") seen++;
    await next;
    cancel.abort();
  }
  return { rest, keys: keys.length - 1, seen };
}
