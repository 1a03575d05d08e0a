// Snapshots of open documents, each made once for a text, its settings and the guidelines it is compared with.
// Where settings come from is given from outside. It must not know a connection.

import { dirname, isAbsolute, join } from "node:path";
import type { Settings } from "../config.ts";
import { noRules, withOwnSettings } from "../project/project.ts";
import { isSameList, whileFrom } from "../text/memory.ts";
import { baselineFile } from "./baseline.ts";
import { Baselines } from "./baselines.ts";
import type { ClosedDocument } from "./closed-document.ts";
import { ClosedDocuments, type ClosedDocumentsParts } from "./closed-documents.ts";
import { Documents } from "./documents.ts";
import { LinkedFiles, targetOf } from "./linked-files.ts";
import { groupOf, isInside, keyOf, pathOf, uriOf } from "./location.ts";
import { type FileView, Projects, projectFile } from "./project.ts";
import {
  asNeighbour,
  type Checkable,
  createSnapshot,
  type Follow,
  type KnownGuideline,
  type OpenDocument,
  type ProjectFile,
  recognitionOf,
  type Snapshot,
} from "./snapshot.ts";

export type SettingsSource = (uri: string) => Promise<Settings>;

type Told = Pick<ClosedDocumentsParts, "log" | "saveMemory" | "sayAhead"> & {
  /** For the user to read. */
  readonly warn: (message: string) => void;
};

interface Place {
  readonly key: string;
  readonly settings: Settings;
  readonly view: FileView | undefined;
  readonly known: ReadonlySet<string> | undefined;
}

/** An open document as it was last handed out. */
interface Handed {
  readonly document: OpenDocument;
  readonly snapshot: Snapshot;
  readonly view: FileView | undefined;
  readonly linked: object;
}

/** A guideline on disk as it was last handed out. */
interface Unopened {
  readonly members: readonly KnownGuideline[];
  readonly linked: object;
  readonly state: Checkable;
}

export class Workspace {
  readonly documents = new Documents();
  readonly projects = new Projects();
  readonly baselines: Baselines;
  /** What is on disk, whether it is open or not; an open text comes before that on disk. */
  readonly closed: ClosedDocuments;
  /** Files of any kind that documents link to. */
  readonly linked = new LinkedFiles();
  /** Called when guidelines on disk are others than before. */
  onDiskChange: () => void = () => {};
  /** Whether an edit may make a file. */
  mayMakeFiles = false;
  readonly #settingsOf: SettingsSource;
  readonly #snapshots = new WeakMap<object, Handed>();
  readonly #neighbours = new WeakMap<object, readonly KnownGuideline[]>();
  readonly #groups = new Map<string, readonly KnownGuideline[]>();
  readonly #unopened = new WeakMap<ClosedDocument, Unopened>();
  /** Of those on disk, what is not open. */
  readonly #unopenedIn = whileFrom<readonly ClosedDocument[], readonly ClosedDocument[]>();

  constructor(
    settingsOf: SettingsSource,
    {
      log = () => {},
      saveMemory = () => {},
      sayAhead = ({ guideline }) => void guideline,
      warn = log,
    }: Partial<Told> = {},
  ) {
    this.#settingsOf = settingsOf;
    this.baselines = new Baselines(warn);
    this.closed = new ClosedDocuments({
      projects: this.projects,
      settingsOf,
      isOpen: (path) => this.documents.uris.some((uri) => pathOf(uri) === path),
      onChange: () => this.onDiskChange(),
      log,
      sayAhead,
      saveMemory,
    });
  }

  /** The document as it is once all settings are known: never older than at the time of the call. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    if (!this.documents.get(uri)) return undefined;
    const places = await this.#places(uri);
    const document = this.documents.get(uri);
    const place = places.get(uri);
    return document && place && this.#cached(document, place, places);
  }

  /**
   * All guidelines, in the order of their addresses, once what lies on disk has been read; one object for one state of
   * it and of its neighbours.
   */
  async guidelines(): Promise<readonly (Checkable | Snapshot)[]> {
    await this.closed.settled();
    const { folders, list } = this.closed;
    const settings = new Map<string, Settings>();
    for (const folder of folders) settings.set(folder, await this.#settingsOf(uriOf(folder)));
    const elsewhere = await this.#settingsOf("");
    const places = await this.#places();
    const all: (Checkable | Snapshot)[] = [];
    const openKeys = new Set<string>();
    for (const [uri, place] of places) {
      const document = this.documents.get(uri);
      openKeys.add(place.key);
      const snapshot = document && this.#cached(document, place, places);
      if (snapshot?.recognition.guideline) all.push(snapshot);
    }
    const groups = new Map<string, readonly KnownGuideline[]>();
    for (const document of list) {
      if (openKeys.has(document.path)) continue;
      const { group } = document;
      const members = groups.get(group) ?? this.#sameGroup(group, this.#membersOf(group, places));
      groups.set(group, members);
      const folder = folders.find((one) => isInside(one, document.path)) ?? "";
      const view = await this.projects.viewOf(document.uri);
      const known = await this.#knownIn(view, document.path);
      const place = { key: document.path, view, settings: settings.get(folder) ?? elsewhere, known };
      all.push(this.#unopenedState(document, place, members));
    }
    return all.sort(byUri);
  }

  /** Its text, too, is compared: a document that is opened again may have the same version. */
  isCurrent({ uri, version, text }: Snapshot): boolean {
    const document = this.documents.get(uri);
    return document?.version === version && document.text === text;
  }

  /** Of all open documents; those of others than the one asked for may be missing. */
  async #places(wanted?: string): Promise<ReadonlyMap<string, Place>> {
    const places = new Map<string, Place>();
    const find = async (uri: string) => {
      const [settings, view] = await Promise.all([this.#settingsOf(uri), this.projects.viewOf(uri)]);
      places.set(uri, { key: keyOf(uri), settings, view, known: await this.#knownIn(view, pathOf(uri)) });
    };
    await Promise.all(
      this.documents.uris.map((uri) => (uri === wanted ? find(uri) : find(uri).catch(() => {}))),
    );
    return places;
  }

  async #knownIn(view: FileView | undefined, path: string | undefined) {
    if (view === undefined || path === undefined) return undefined;
    return this.baselines.knownIn(view.baseline ?? join(view.root, baselineFile), path);
  }

  #cached(document: OpenDocument, place: Place, places: ReadonlyMap<string, Place>): Snapshot {
    const { settings, view, known } = place;
    const beside = this.closed.isBesideGuideline(place.key);
    const recognition = recognitionOf(document, settings, view, beside);
    if (recognition.guideline && view) this.closed.readProject(view.root);
    const neighbours = this.#neighboursOf(document, place, places);
    const whole = this.closed.isComplete && (view !== undefined || this.closed.isInFolders(place.key));
    const last = this.#snapshots.get(originOf(document));
    const isSame =
      last?.document === document &&
      last.snapshot.settings === settings &&
      last.snapshot.neighbours === neighbours &&
      last.snapshot.whole === whole &&
      last.snapshot.known === known &&
      last.snapshot.recognition.reason === recognition.reason &&
      last.linked === this.linked.state &&
      last.view?.rules === view?.rules &&
      last.view?.dictionary === view?.dictionary &&
      last.view?.file === view?.file;
    if (isSame) return last.snapshot;
    const follow = this.#followFrom(asNeighbour(document, view?.dictionary), place, neighbours);
    const file = view?.file ?? this.#newProjectFile(place.key);
    const around = { neighbours, follow, whole, known, projectFile: file, beside };
    const snapshot = createSnapshot(document, settings, view, around);
    this.#snapshots.set(originOf(document), { document, snapshot, view, linked: this.linked.state });
    return snapshot;
  }

  /** Where the project's file of a document would be made. */
  #newProjectFile(key: string): ProjectFile | undefined {
    if (!this.mayMakeFiles || !isAbsolute(key)) return undefined;
    const folder = this.closed.folders.find((around) => isInside(around, key)) ?? dirname(key);
    return { path: join(folder, projectFile), text: undefined };
  }

  /** Its own name, too, leads somewhere. What is open beside it need not be on disk yet. */
  #followFrom(
    own: KnownGuideline,
    { key, view }: Pick<Place, "key" | "view">,
    neighbours: readonly KnownGuideline[],
  ): Follow {
    const around = this.closed.folders.filter((folder) => isInside(folder, key));
    const root = around.toSorted((a, b) => a.length - b.length)[0] ?? view?.root;
    if (root === undefined) return () => undefined;
    return (path) => {
      const target = targetOf(path, { from: key, root });
      if (target === undefined) return undefined;
      if (target === key) return own;
      const known = neighbours.find(({ uri }) => keyOf(uri) === target);
      const existence = known ? "exists" : this.linked.existence(target, root);
      return existence === "exists" ? (known ?? "unread") : existence;
    };
  }

  #neighboursOf(document: OpenDocument, place: Place, places: ReadonlyMap<string, Place>) {
    const group = groupOf(place.key, place.view?.root, this.closed.folders);
    const own = asNeighbour(document, place.view?.dictionary);
    const fresh = this.#membersOf(group, places).filter((other) => other !== own);
    const known = this.#neighbours.get(originOf(document));
    if (known && isSameList(known, fresh)) return known;
    this.#neighbours.set(originOf(document), Object.freeze(fresh));
    return fresh;
  }

  /** The guidelines that are compared with each other. */
  #membersOf(group: string, places: ReadonlyMap<string, Place>): KnownGuideline[] {
    const { folders, list } = this.closed;
    const open: KnownGuideline[] = [];
    const openKeys = new Set<string>();
    for (const uri of this.documents.uris) {
      const other = this.documents.get(uri);
      const { key = keyOf(uri), settings, view } = places.get(uri) ?? {};
      openKeys.add(key);
      if (!other || !settings || groupOf(key, view?.root, folders) !== group) continue;
      const { guideline } = recognitionOf(other, settings, view, this.closed.isBesideGuideline(key));
      if (guideline) open.push(asNeighbour(other, view?.dictionary));
    }
    const closed = this.#unopenedIn(list, [group, ...openKeys], () =>
      list.filter((other) => other.group === group && !openKeys.has(other.path)),
    );
    return merged(open.sort(byUri), closed);
  }

  #sameGroup(group: string, fresh: readonly KnownGuideline[]): readonly KnownGuideline[] {
    const known = this.#groups.get(group);
    if (known && isSameList(known, fresh)) return known;
    this.#groups.set(group, fresh);
    return fresh;
  }

  #unopenedState(document: ClosedDocument, place: Place, members: readonly KnownGuideline[]): Checkable {
    const { settings, known: before } = place;
    const rules = withOwnSettings(place.view?.rules ?? noRules, settings.rules);
    const linked = this.linked.state;
    const known = this.#unopened.get(document);
    const isSame =
      known?.members === members &&
      known.state.settings === settings &&
      known.state.known === before &&
      known.state.rules === rules &&
      known.linked === linked;
    if (isSame) return known.state;
    const state = Object.freeze({
      uri: document.uri,
      settings,
      rules,
      get guideline() {
        return document.guideline;
      },
      get checked() {
        return document.guideline;
      },
      // Not kept: each of many documents would hold a list of all others.
      get neighbours() {
        return members.filter((other) => other !== document);
      },
      follow: this.#followFrom(document, place, members),
      // They are listed once all of them have been read.
      whole: true,
      known: before,
    });
    this.#unopened.set(document, { members, linked, state });
    return state;
  }
}

/** One for all versions of an open document: a former one would hold the neighbours of its time, and those theirs. */
const originOf = (document: OpenDocument): object => document.room ?? document;

const byUri = (a: { readonly uri: string }, b: { readonly uri: string }) => (a.uri < b.uri ? -1 : 1);

/** Two ordered lists as one. */
function merged(open: readonly KnownGuideline[], closed: readonly ClosedDocument[]): KnownGuideline[] {
  const all: KnownGuideline[] = [];
  let next = 0;
  for (const document of closed) {
    for (let other = open[next]; other && other.uri < document.uri; other = open[++next]) all.push(other);
    all.push(document);
  }
  return [...all, ...open.slice(next)];
}
