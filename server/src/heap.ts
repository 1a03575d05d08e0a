// How soon the engine collects garbage. Left alone, it lets several times as much pile up as is in use and never
// gives it back; collecting sooner takes time. It must not import anything of ours.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Has its full effect only before much is loaded: what the heap has grown to, it keeps. */
export function saveMemory(wanted: boolean): void {
  setFlagsFromString(`--heap-growing-percent=${wanted ? 30 : 0}`);
  setFlagsFromString(`--semi-space-growth-factor=${wanted ? 1 : 2}`);
}

/** Milliseconds: a message that follows an edit or an answer is there sooner, the next key stroke is not. */
const moment = 5;
let resting: NodeJS.Timeout | undefined;

/** Once nothing has happened for a moment. */
export function collectSoon(): void {
  clearTimeout(resting);
  resting = setTimeout(collectYoung, moment).unref();
}

let collect: ((options: { readonly type: "minor" }) => unknown) | undefined;

/** What the last moments left behind. Done while nobody waits, it does not fall into a key stroke later. */
export function collectYoung(): void {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("globalThis.gc ?? (() => {})") as typeof collect;
  }
  collect?.({ type: "minor" });
}
