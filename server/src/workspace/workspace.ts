// Snapshots of open documents, each made once for a text and its settings. Where settings come from is
// given from outside. It must not know a connection.

import type { Settings } from "../config.ts";
import { Documents } from "./documents.ts";
import { Projects } from "./project.ts";
import { createSnapshot, type OpenDocument, type Snapshot } from "./snapshot.ts";

export type SettingsSource = (uri: string) => Promise<Settings>;

export class Workspace {
  readonly documents = new Documents();
  readonly projects = new Projects();
  readonly #settingsOf: SettingsSource;
  readonly #snapshots = new WeakMap<OpenDocument, Snapshot>();

  constructor(settingsOf: SettingsSource) {
    this.#settingsOf = settingsOf;
  }

  /** The document as it is once its settings are known: never older than at the time of the call. */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    if (!this.documents.get(uri)) return undefined;
    const [settings, inProject] = await Promise.all([this.#settingsOf(uri), this.projects.contains(uri)]);
    const document = this.documents.get(uri);
    return document && this.#cached(document, settings, inProject);
  }

  /** Its text, too, is compared: a document that is opened again may have the same version. */
  isCurrent({ uri, version, text }: Snapshot): boolean {
    const document = this.documents.get(uri);
    return document?.version === version && document.text === text;
  }

  #cached(document: OpenDocument, settings: Settings, inProject: boolean): Snapshot {
    const known = this.#snapshots.get(document);
    const fresh = createSnapshot(document, settings, inProject);
    const same =
      known && known.settings === settings && known.recognition.reason === fresh.recognition.reason;
    if (same) return known;
    this.#snapshots.set(document, fresh);
    return fresh;
  }
}
