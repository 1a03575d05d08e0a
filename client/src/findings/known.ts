// What the server has said of the workspace's findings: the newest state of each document. Pure: it must not know
// who asks or shows.
import type { FindingsParams, FindingsResult, WorkspaceFinding } from "../../../server/src/protocol.ts";
import type { Found } from "./tree.ts";

export class KnownFindings {
  #documents: readonly Found[] = [];
  #guidelines: number | undefined;

  /** In the order of their addresses, without what is held back. */
  without(isHeld: (uri: string, finding: WorkspaceFinding) => boolean): readonly Found[] {
    return this.#documents.flatMap((document) => {
      const { uri, findings } = document;
      const shown = findings.filter((finding) => !isHeld(uri, finding));
      return shown.length === 0
        ? []
        : shown.length === findings.length
          ? document
          : { ...document, findings: shown };
    });
  }

  /** How many guidelines were looked at; undefined before the first answer. */
  get guidelines(): number | undefined {
    return this.#guidelines;
  }

  /** What to tell the server, so that it sends only what changed. */
  get parameters(): FindingsParams {
    return { known: this.#documents.map(({ uri, state }) => ({ uri, state })) };
  }

  /** Whether something is other than before. */
  take({ guidelines, documents }: FindingsResult): boolean {
    const before = new Map(this.#documents.map((document) => [document.uri, document]));
    const now = documents.flatMap(({ uri, state, findings }) => {
      const known = before.get(uri);
      return findings ? { uri, state, findings } : known ? known : [];
    });
    const isSame =
      this.#guidelines === guidelines &&
      now.length === this.#documents.length &&
      now.every((document, i) => document === this.#documents[i]);
    this.#guidelines = guidelines;
    this.#documents = now;
    return !isSame;
  }
}
