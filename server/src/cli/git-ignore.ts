// What git ignores, by the .gitignore files from a repository's root down to a folder. It must not know what is
// looked for.

import { readFile, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";

/** The rules that hold in one folder, the nearest first. Folders are absolute paths. */
export class Ignored {
  readonly #lists: readonly { readonly folder: string; readonly list: Ignore }[];

  private constructor(lists: readonly { readonly folder: string; readonly list: Ignore }[] = []) {
    this.#lists = lists;
  }

  static readonly nothing = new Ignored();

  /** A folder that was named is looked into, whatever the folders above it say of it. */
  static async above(folder: string): Promise<Ignored> {
    let ignored = Ignored.nothing;
    for (const outer of await foldersAbove(folder)) ignored = await ignored.within(outer);
    return ignored.has(folder, true) ? Ignored.nothing : ignored;
  }

  /** With the rules of a folder below. */
  async within(folder: string): Promise<Ignored> {
    const text = await readFile(join(folder, ".gitignore"), "utf8").catch(() => undefined);
    if (text === undefined) return this;
    return new Ignored([{ folder, list: ignore().add(text) }, ...this.#lists]);
  }

  has(path: string, isFolder: boolean): boolean {
    for (const { folder, list } of this.#lists) {
      const name = relative(folder, path).split(sep).join("/");
      const { ignored, unignored } = list.test(isFolder ? `${name}/` : name);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

/** From the repository's root down to the folder's parent; none where there is no repository. */
async function foldersAbove(folder: string): Promise<readonly string[]> {
  const folders: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) folders.unshift(at);
    const isRoot = await stat(join(at, ".git")).then(
      () => true,
      () => false,
    );
    if (isRoot) return folders;
    if (dirname(at) === at) return [];
  }
}
