// One state of one document, frozen: its text, what was understood of it, and the settings that hold for it.
// It must not know where documents come from.

import type { Settings } from "../config.ts";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { type Recognition, recogniseGuideline } from "../guideline/recognition.ts";

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The last change only took text away: nothing is to be suggested for it. */
  readonly shrank: boolean;
}

export interface Snapshot extends OpenDocument {
  readonly settings: Settings;
  readonly recognition: Recognition;
  /** Parsed when first asked for, once per text. */
  readonly guideline: Guideline;
}

const parsed = new WeakMap<OpenDocument, Guideline>();

export function createSnapshot(document: OpenDocument, settings: Settings, inProject: boolean): Snapshot {
  const recognition = recogniseGuideline({ text: document.text, enable: settings.enable, inProject });
  return Object.freeze({
    ...document,
    settings,
    recognition,
    get guideline(): Guideline {
      const known = parsed.get(document);
      if (known) return known;
      const guideline = parseGuideline(document.text);
      parsed.set(document, guideline);
      return guideline;
    },
  });
}
