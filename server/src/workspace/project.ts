// Whether a document's folder, or one above it, is marked as a guideline project by a guidewright.yaml.
// Looked up on disk once per folder until told that something changed. It must not know a connection.

import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFile = "guidewright.yaml";

export class Projects {
  #marked = new Map<string, Promise<boolean>>();

  async contains(uri: string): Promise<boolean> {
    if (!uri.startsWith("file:")) return false;
    try {
      return await this.#isMarked(dirname(fileURLToPath(uri)));
    } catch {
      return false; // not a path this machine can have
    }
  }

  forget(): void {
    this.#marked = new Map();
  }

  #isMarked(folder: string): Promise<boolean> {
    const known = this.#marked.get(folder);
    if (known) return known;
    const looked = access(join(folder, projectFile)).then(
      () => true,
      () => (dirname(folder) === folder ? false : this.#isMarked(dirname(folder))),
    );
    this.#marked.set(folder, looked);
    return looked;
  }
}
