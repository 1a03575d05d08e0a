// Whether a file exists that a document links to: below its workspace folder or project only. A folder is listed once,
// until told that something in it came or went. It must not read a file, and it knows no links of Markdown.

import { readdirSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { isInside } from "./location.ts";

/** Undefined where nobody can tell: outside the root, through symbolic links, in folders that may not be entered. */
export type Existence = "exists" | "missing" | undefined;

type Kind = "folder" | "file" | "other";
type Listing = ReadonlyMap<string, Kind> | "missing" | undefined;

export interface LinkedFrom {
  /** The path of the document. */
  readonly from: string;
  /** The folder that must not be left. */
  readonly root: string;
}

/** The path on this machine that a relative path means; undefined outside the root. */
export function targetOf(path: string, { from, root }: LinkedFrom): string | undefined {
  if (path === "" || path.includes("\0") || isAbsolute(path) || !isAbsolute(from)) return undefined;
  const target = resolve(dirname(from), path);
  return isInside(root, target) ? target : undefined;
}

export class LinkedFiles {
  #listings = new Map<string, Listing>();
  /** Another object whenever an answer may have become another. */
  #state: object = {};

  get state(): object {
    return this.#state;
  }

  existence(target: string, root: string): Existence {
    const names = relative(root, target)
      .split(sep)
      .filter((name) => name !== "");
    let folder = root;
    for (const [i, name] of names.entries()) {
      const listing = this.#list(folder);
      if (listing === undefined || listing === "missing") return listing;
      const kind = listing.get(name.normalize("NFC"));
      if (kind === undefined) return "missing";
      if (i === names.length - 1) return "exists";
      if (kind !== "folder") return kind === "file" ? "missing" : undefined;
      folder = join(folder, name);
    }
    return "exists";
  }

  /** This path came or went; whether anybody asked about its folder. */
  look(path: string): boolean {
    const parent = dirname(path);
    const concerned = [...this.#listings.keys()].filter(
      (folder) => folder === parent || isInside(path, folder),
    );
    if (concerned.length === 0) return false;
    for (const folder of concerned) this.#listings.delete(folder);
    this.#state = {};
    return true;
  }

  /** Anything may have come or gone. */
  forget(): void {
    if (this.#listings.size === 0) return;
    this.#listings = new Map();
    this.#state = {};
  }

  #list(folder: string): Listing {
    if (this.#listings.has(folder)) return this.#listings.get(folder);
    const listing = list(folder);
    this.#listings.set(folder, listing);
    return listing;
  }
}

function list(folder: string): Listing {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return new Map(
      entries.map((entry) => [
        entry.name.normalize("NFC"),
        entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other",
      ]),
    );
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : undefined;
  }
}
