// The project files themselves: those that are open, as their editor has them, and what is wrong in any of them, sent
// unasked, for they are seldom open. It must not know what a project's file says.

import type { Connection } from "vscode-languageserver/node";
import { problemsToLsp } from "../features/project-file.ts";
import { type ContentChange, Documents } from "../workspace/documents.ts";
import { pathOf, uriOf } from "../workspace/location.ts";
import { isProjectFile, projectFileIn } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { LogError } from "./guard.ts";

interface Parts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly logError: LogError;
  /** All findings may be others. */
  readonly onChange: () => void;
}

/** Milliseconds without a key stroke. */
const pause = 150;

export class ProjectFiles {
  readonly #parts: Parts;
  readonly #documents = new Documents();
  /** By project: the files for which something was sent, with what. */
  readonly #sent = new Map<string, Map<string, string>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.workspace.projects.onRead = (root, files) => {
      const found = files.map(
        ({ path, text, problems }) => [uriOf(path), problemsToLsp(text, problems)] as const,
      );
      this.#send(root, new Map(found));
    };
  }

  /** Each says whether the document is a project's file. */
  open(uri: string, version: number, text: string): boolean {
    return this.#edit(uri, () => this.#documents.open({ uri, version, text }));
  }

  change(uri: string, version: number, changes: readonly ContentChange[]): boolean {
    return this.#edit(uri, () => this.#documents.change(uri, version, changes));
  }

  close(uri: string): boolean {
    return this.#edit(uri, () => this.#documents.close(uri));
  }

  #edit(uri: string, work: () => void): boolean {
    const path = typeof uri === "string" ? pathOf(uri) : undefined;
    if (path === undefined || !isProjectFile(path)) return false;
    work();
    this.#parts.workspace.projects.edit(path, this.#documents.get(uri)?.text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.changed(), pause).unref();
    return true;
  }

  read(): void {
    this.#readAll().catch((error: unknown) => this.#parts.logError("Reading a project failed", error));
  }

  /** Some project's file came, went or says something else. */
  changed(): void {
    const { workspace, onChange } = this.#parts;
    workspace.closed.lookAgain();
    this.read();
    onChange();
  }

  /** Those of the workspace's folders at once; others as guidelines are met in them. */
  async #readAll(): Promise<void> {
    const { projects, closed } = this.#parts.workspace;
    const open = this.#documents.uris.flatMap((uri) => pathOf(uri) ?? []);
    const files = new Set([...[...projects.read, ...closed.folders].map(projectFileIn), ...open]);
    for (const file of files) {
      const root = await projects.rootOf(uriOf(file));
      if (root !== undefined && projectFileIn(root) === file) await projects.at(root);
    }
    for (const root of projects.read) {
      if ((await projects.rootOf(uriOf(projectFileIn(root)))) === root) continue;
      projects.drop(root);
      this.#send(root, new Map());
    }
  }

  #send(root: string, now: ReadonlyMap<string, ReturnType<typeof problemsToLsp>>): void {
    const before = this.#sent.get(root) ?? new Map<string, string>();
    const sent = new Map<string, string>();
    for (const uri of new Set([...before.keys(), ...now.keys()])) {
      const diagnostics = now.get(uri) ?? [];
      const key = JSON.stringify(diagnostics);
      if (diagnostics.length > 0) sent.set(uri, key);
      if (key === (before.get(uri) ?? "[]")) continue;
      this.#parts.connection
        .sendDiagnostics({ uri, diagnostics })
        .catch((error: unknown) => this.#parts.logError("Sending diagnostics failed", error));
    }
    this.#sent.set(root, sent);
  }
}
