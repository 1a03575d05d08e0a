// One state of one document, frozen: its text, what was understood of it, the settings that hold for it, and
// the other guidelines it is compared with. It must not know where documents come from.

import type { Settings } from "../config.ts";
import { type Guideline, parseGuideline, type Room } from "../guideline/guideline.ts";
import { type Recognition, type RecognitionInput, recogniseGuideline } from "../guideline/recognition.ts";
import { type Dictionary, emptyDictionary } from "../lexicon/dictionary.ts";
import { type FileRules, noRules, withOwnSettings } from "../project/project.ts";

import type { FileView } from "./project.ts";

export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  /** The last change only took text away: nothing is to be suggested for it. */
  readonly shrank: boolean;
  /** Shared by its versions, where it is typed in. */
  readonly room?: Room | undefined;
}

/** Another guideline of the workspace, in one state. */
export interface KnownGuideline {
  readonly uri: string;
  /** Null for a document that is not open. */
  readonly version: number | null;
  /** Parsed when first asked for, once per text; places in it are known to its own lines only. */
  readonly guideline: Guideline;
  /** Whether a document that is not open still has this text. */
  isUnchanged(): Promise<boolean>;
}

/** A guideline, open or not, with all that its findings depend on. */
export interface Checkable {
  readonly uri: string;
  readonly settings: Settings;
  /** What the project and then the settings say of the rules. */
  readonly rules: FileRules;
  /** Parsed when first asked for, once per text. */
  readonly guideline: Guideline;
  /** The same as it is checked: of an open document with room for what is typed. */
  readonly checked: Guideline;
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
  /** The project's file, which may have to be made first; undefined where none can be. */
  readonly projectFile: ProjectFile | undefined;
}

export interface ProjectFile {
  readonly path: string;
  /** Undefined: there is none yet. */
  readonly text: string | undefined;
}

const parsed = new WeakMap<OpenDocument, Guideline>();
const spread = new WeakMap<OpenDocument, Guideline>();

function guidelineOf(document: OpenDocument, dictionary: Dictionary): Guideline {
  const known = parsed.get(document);
  if (known?.dictionary === dictionary) return known;
  const guideline = parseGuideline(document.text, dictionary);
  parsed.set(document, guideline);
  return guideline;
}

/** As it is compared with others and with itself: nothing but what is typed in is read again. */
function checkedOf(document: OpenDocument, dictionary: Dictionary): Guideline {
  const { text, room } = document;
  if (!room) return guidelineOf(document, dictionary);
  const known = spread.get(document);
  if (known?.dictionary === dictionary) return known;
  const guideline = parseGuideline(text, dictionary, room);
  spread.set(document, guideline);
  return guideline;
}

interface Circumstances extends Omit<RecognitionInput, "text"> {
  /** Its project says that it is not to be checked. */
  readonly ignored: boolean;
}
const recognised = new WeakMap<OpenDocument, Circumstances & { readonly recognition: Recognition }>();

export function recognitionOf(
  document: OpenDocument,
  settings: Settings,
  view: FileView | undefined,
  beside = false,
): Recognition {
  const { enable } = settings;
  const [inProject, ignored] = [view !== undefined, view?.ignored === true];
  const known = recognised.get(document);
  const isKnown =
    known?.enable === enable &&
    known.inProject === inProject &&
    known.ignored === ignored &&
    known.beside === beside;
  if (isKnown) return known.recognition;
  const recognition = ignored
    ? { guideline: false, reason: "its project's guidewright.yaml ignores it" }
    : recogniseGuideline({ text: document.text, enable, inProject, beside });
  recognised.set(document, { enable, inProject, ignored, beside, recognition });
  return recognition;
}

const asNeighbours = new WeakMap<
  OpenDocument,
  { readonly dictionary: Dictionary; readonly neighbour: KnownGuideline }
>();

/** An open document as others see it: one object for one state. */
export function asNeighbour(document: OpenDocument, dictionary = emptyDictionary): KnownGuideline {
  const known = asNeighbours.get(document);
  if (known?.dictionary === dictionary) return known.neighbour;
  const { uri, version } = document;
  const neighbour: KnownGuideline = Object.freeze({
    uri,
    version,
    get guideline() {
      return checkedOf(document, dictionary);
    },
    isUnchanged: async () => true,
  });
  asNeighbours.set(document, { dictionary, neighbour });
  return neighbour;
}

const none: readonly KnownGuideline[] = Object.freeze([]);

/** What is around a document. */
export type Around = Partial<Pick<Snapshot, "neighbours" | "follow" | "whole" | "known" | "projectFile">> & {
  /** A guideline lies in its folder. */
  readonly beside?: boolean;
};

export function createSnapshot(
  document: OpenDocument,
  settings: Settings,
  view?: FileView,
  {
    neighbours = none,
    follow = () => undefined,
    whole = false,
    known,
    projectFile = view?.file,
    beside = false,
  }: Around = {},
): Snapshot {
  const { rules = noRules, dictionary = emptyDictionary } = view ?? {};
  return Object.freeze({
    ...document,
    settings,
    rules: withOwnSettings(rules, settings.rules),
    recognition: recognitionOf(document, settings, view, beside),
    get guideline(): Guideline {
      return guidelineOf(document, dictionary);
    },
    get checked(): Guideline {
      return checkedOf(document, dictionary);
    },
    neighbours,
    follow,
    whole,
    known,
    projectFile,
  });
}
