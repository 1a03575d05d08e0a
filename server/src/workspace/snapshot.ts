// One state of one document, frozen: its text, what was understood of it, the settings that hold for it, and
// the other guidelines it is compared with. It must not know where documents come from.

import type { Settings } from "../config.ts";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { type Recognition, type RecognitionInput, recogniseGuideline } from "../guideline/recognition.ts";

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The last change only took text away: nothing is to be suggested for it. */
  readonly shrank: boolean;
}

/** Another guideline of the workspace, in one state. */
export interface KnownGuideline {
  readonly uri: string;
  /** Null for a document that is not open. */
  readonly version: number | null;
  /** Parsed when first asked for, once per text. */
  readonly guideline: Guideline;
  /** Whether a document that is not open still has this text. */
  isUnchanged(): Promise<boolean>;
}

/** A guideline, open or not, with all that its findings depend on. */
export interface Checkable {
  readonly uri: string;
  readonly settings: Settings;
  /** Parsed when first asked for, once per text. */
  readonly guideline: Guideline;
  /** In the order of their addresses; the same list as long as none of them changes. */
  readonly neighbours: readonly KnownGuideline[];
  /** Where a relative path leads from this document; undefined where nobody can tell. */
  readonly follow: Follow;
  /** Whether these are all guidelines that it belongs with. */
  readonly whole: boolean;
  /** Findings that its project had before, where it has a baseline. */
  readonly known: ReadonlySet<string> | undefined;
}

export type Follow = (path: string) => "missing" | "unread" | KnownGuideline | undefined;

export interface Snapshot extends OpenDocument, Checkable {
  readonly recognition: Recognition;
}

const parsed = new WeakMap<OpenDocument, Guideline>();

function guidelineOf(document: OpenDocument): Guideline {
  const known = parsed.get(document);
  if (known) return known;
  const guideline = parseGuideline(document.text);
  parsed.set(document, guideline);
  return guideline;
}

type Circumstances = Omit<RecognitionInput, "text">;
const recognised = new WeakMap<OpenDocument, Circumstances & { readonly recognition: Recognition }>();

export function recognitionOf(document: OpenDocument, { enable, inProject }: Circumstances): Recognition {
  const known = recognised.get(document);
  if (known?.enable === enable && known.inProject === inProject) return known.recognition;
  const recognition = recogniseGuideline({ text: document.text, enable, inProject });
  recognised.set(document, { enable, inProject, recognition });
  return recognition;
}

const asNeighbours = new WeakMap<OpenDocument, KnownGuideline>();

/** An open document as others see it: one object for one state. */
export function asNeighbour(document: OpenDocument): KnownGuideline {
  const known = asNeighbours.get(document);
  if (known) return known;
  const { uri, version } = document;
  const neighbour: KnownGuideline = Object.freeze({
    uri,
    version,
    get guideline() {
      return guidelineOf(document);
    },
    isUnchanged: async () => true,
  });
  asNeighbours.set(document, neighbour);
  return neighbour;
}

const none: readonly KnownGuideline[] = Object.freeze([]);

/** What is around a document. */
export type Around = Partial<Pick<Snapshot, "neighbours" | "follow" | "whole" | "known">>;

export function createSnapshot(
  document: OpenDocument,
  settings: Settings,
  inProject: boolean,
  { neighbours = none, follow = () => undefined, whole = false, known }: Around = {},
): Snapshot {
  return Object.freeze({
    ...document,
    settings,
    recognition: recognitionOf(document, { enable: settings.enable, inProject }),
    get guideline(): Guideline {
      return guidelineOf(document);
    },
    neighbours,
    follow,
    whole,
    known,
  });
}
