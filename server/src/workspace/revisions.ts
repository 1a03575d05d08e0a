// The Markdown files of a git repository as they were at a revision, or as they are in its folder now. It must not
// know guidelines, nor write anything.

import { createHash } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fieldsOf, git, gitOutput, RevisionError } from "./git.ts";
import { isMarkdown } from "./location.ts";

/** A file of one state of a repository. */
export interface StoredFile {
  /** From the repository's folder, with "/". */
  readonly path: string;
  /** Equal for equal contents. */
  readonly id: string;
  read(): Promise<Buffer>;
}
export interface RepositoryState {
  /** "v1.2", or "the working tree". */
  readonly name: string;
  readonly files: readonly StoredFile[];
  /** All paths that are no Markdown but mark a project. */
  readonly marks: ReadonlySet<string>;
}

/** Texts by the paths of their files. */
export type OpenTexts = ReadonlyMap<string, string>;

export const workingTree = "the working tree";
const projectMark = /(?:^|\/)guidewright\.yaml$/;

export class Repository {
  readonly root: string;

  private constructor(root: string) {
    this.root = root;
  }

  static async around(folder: string): Promise<Repository> {
    const out = await gitOutput(folder, ["rev-parse", "--show-toplevel"]);
    return new Repository(out.toString("utf8").replace(/\r?\n$/, ""));
  }

  /** The state at a revision: a branch, a tag, a commit, "HEAD~3". */
  async at(revision: string): Promise<RepositoryState> {
    const commit = await this.#commit(revision);
    const entries = fieldsOf(await gitOutput(this.root, ["ls-tree", "-r", "-z", "--full-tree", commit]));
    // "100644 blob <id>\t<path>"; links and submodules have other modes.
    const blobs = entries.flatMap((entry) => {
      const found = /^100\d{3} blob ([0-9a-f]+)\t(.+)$/s.exec(entry);
      return found?.[1] && found[2] ? [{ id: found[1], path: found[2] }] : [];
    });
    return this.#state(
      revision,
      blobs.map(({ id, path }) => ({ id, path, read: () => this.#blob(id) })),
    );
  }

  /**
   * The state of the folder, with what is not committed yet, but without what git ignores; of open documents, by their
   * paths, the text as it is in the editor.
   */
  async now(open: OpenTexts = new Map()): Promise<RepositoryState> {
    const unmerged = fieldsOf(await gitOutput(this.root, ["ls-files", "-z", "--unmerged"]));
    const conflicts = unmerged.map((entry) => entry.slice(entry.indexOf("\t") + 1)).filter(isMarkdown);
    if (conflicts.length > 0)
      throw new RevisionError(
        `A merge is not finished: ${[...new Set(conflicts)].join(", ")}. Resolve the conflicts, or name two revisions.`,
      );
    const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const paths = [...new Set(fieldsOf(await gitOutput(this.root, list)))];
    const files = await Promise.all(paths.filter(isKept).map((path) => this.#onDisk(path, open)));
    return this.#state(
      workingTree,
      files.filter((file) => file !== undefined),
    );
  }

  /** Branches and tags, the latest first, for a person to choose from. */
  async names(): Promise<string[]> {
    const format = [
      "for-each-ref",
      "--sort=-creatordate",
      "--format=%(refname:short)%00",
      "refs/heads",
      "refs/tags",
    ];
    return fieldsOf(await gitOutput(this.root, format))
      .map((name) => name.trim())
      .filter((name) => name !== "");
  }

  async #commit(revision: string): Promise<string> {
    if (revision.startsWith("-") || revision === "" || /\s|\0/.test(revision))
      throw new RevisionError(`“${revision}” is no name of a revision.`);
    const { code, out } = await git(this.root, [
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${revision}^{commit}`,
    ]);
    if (code === 0) return out.toString("utf8").trim();
    const shallow = await gitOutput(this.root, ["rev-parse", "--is-shallow-repository"]);
    const advice = shallow.toString("utf8").startsWith("true")
      ? "This is a shallow clone, which lacks older revisions; fetch more history: git fetch --unshallow"
      : "Check its name; “git branch -a” and “git tag” list what there is.";
    throw new RevisionError(`There is no revision “${revision}” in this repository. ${advice}`);
  }

  async #blob(id: string): Promise<Buffer> {
    return gitOutput(this.root, ["cat-file", "blob", id]);
  }

  async #onDisk(path: string, open: OpenTexts): Promise<StoredFile | undefined> {
    const file = join(this.root, path);
    // Deleted in the folder but not in the index, a link, or a submodule's folder.
    const isFile = await lstat(file).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) return undefined;
    const text = open.get(file);
    const bytes = text === undefined ? await readFile(file) : Buffer.from(text, "utf8");
    return { path, id: blobId(bytes), read: async () => bytes };
  }

  #state(name: string, files: readonly StoredFile[]): RepositoryState {
    return {
      name,
      files: files.filter(({ path }) => isMarkdown(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      marks: new Set(files.flatMap(({ path }) => (projectMark.test(path) ? [path] : []))),
    };
  }
}

const isKept = (path: string) => isMarkdown(path) || projectMark.test(path);

/** As git names contents, so that an unchanged file need not be compared. */
function blobId(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
