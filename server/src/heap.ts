// How soon the engine collects garbage. Left alone, it lets several times as much pile up as is in use and never
// gives it back; collecting sooner takes time. It must not import anything of ours.

import { setFlagsFromString } from "node:v8";

/** Has its full effect only before much is loaded: what the heap has grown to, it keeps. */
export function saveMemory(wanted: boolean): void {
  setFlagsFromString(`--heap-growing-percent=${wanted ? 30 : 0}`);
  setFlagsFromString(`--semi-space-growth-factor=${wanted ? 1 : 2}`);
}
