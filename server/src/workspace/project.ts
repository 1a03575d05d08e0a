// Which folder, a document's own or one above it, is marked as a guideline project by a guidewright.yaml.
// Looked up on disk once per folder until told that something changed. It must not know a connection.

import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathOf } from "./location.ts";

export const projectFile = "guidewright.yaml";

export class Projects {
  #roots = new Map<string, Promise<string | undefined>>();

  async contains(uri: string): Promise<boolean> {
    return (await this.rootOf(uri)) !== undefined;
  }

  /** The path of the project's folder. */
  async rootOf(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    return path === undefined ? undefined : this.#rootAt(dirname(path));
  }

  forget(): void {
    this.#roots = new Map();
  }

  #rootAt(folder: string): Promise<string | undefined> {
    const known = this.#roots.get(folder);
    if (known) return known;
    const looked = access(join(folder, projectFile)).then(
      () => folder,
      () => (dirname(folder) === folder ? undefined : this.#rootAt(dirname(folder))),
    );
    this.#roots.set(folder, looked);
    return looked;
  }
}
