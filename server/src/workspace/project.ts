// Which folder, a document's own or one above it, is marked as a guideline project by a guidewright.yaml, and what
// that file says. Looked up on disk once until told that something changed; a text that is open comes before that
// on disk. It must not know a connection.

import { access, open } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Dictionary } from "../lexicon/dictionary.ts";
import type { FileRead, LoadedProject } from "../project/load-project.ts";
import { emptyProject, type FileRules, rulesFor } from "../project/project.ts";
import { pathOf } from "./location.ts";

export const projectFile = "guidewright.yaml";

export const projectFileIn = (folder: string): string => join(folder, projectFile);

export const isProjectFile = (path: string): boolean => /(?:^|[\\/])guidewright\.yaml$/.test(path);

/** What a project says of one of its files. */
export interface FileView {
  /** The path of the project's folder. */
  readonly root: string;
  readonly rules: FileRules;
  readonly dictionary: Dictionary;
  /** Not to be checked. */
  readonly ignored: boolean;
  /** The path of the file with known findings. */
  readonly baseline: string | undefined;
  /** The project's own file. */
  readonly file: FileRead;
}

/** Bytes of a file; what is longer is not read anyway. */
const mostBytes = 4_000_004;

export class Projects {
  /** Called with every file of a project that was read and says something new. */
  onRead: (root: string, files: readonly FileRead[]) => void = () => {};
  readonly #open = new Map<string, string>();
  #roots = new Map<string, Promise<string | undefined>>();
  #loading = new Map<string, Promise<LoadedProject>>();
  /** As last read: the same objects as long as the files say the same. */
  readonly #loaded = new Map<string, LoadedProject>();

  async contains(uri: string): Promise<boolean> {
    return (await this.rootOf(uri)) !== undefined;
  }

  /** The path of the project's folder. */
  async rootOf(uri: string): Promise<string | undefined> {
    const path = pathOf(uri);
    return path === undefined ? undefined : this.#rootAt(dirname(path));
  }

  async viewOf(uri: string): Promise<FileView | undefined> {
    const [root, path] = [await this.rootOf(uri), pathOf(uri)];
    if (root === undefined || path === undefined) return undefined;
    const { project, files } = await this.at(root);
    const inside = relative(root, path).split(sep).join("/");
    return {
      root,
      rules: rulesFor(project, inside),
      dictionary: project.dictionary,
      ignored: project.ignores(inside),
      baseline: project.baseline === undefined ? undefined : resolve(root, project.baseline),
      file: files[0],
    };
  }

  /** The project of a folder that is known to be one. */
  at(root: string): Promise<LoadedProject> {
    const known = this.#loading.get(root);
    if (known) return known;
    const loading = this.#load(root);
    this.#loading.set(root, loading);
    return loading;
  }

  /** The folders of all projects that were read. */
  get read(): readonly string[] {
    return [...this.#loaded.keys()];
  }

  /** It is a project no more. */
  drop(root: string): void {
    this.#loaded.delete(root);
  }

  /** Whether a file is one that a project says or includes. */
  reads(path: string): boolean {
    return (
      isProjectFile(path) ||
      [...this.#loaded.values()].some(({ files }) => files.some((file) => file.path === path))
    );
  }

  forget(): void {
    this.#roots = new Map();
    this.#loading = new Map();
  }

  /** A project's file as its editor has it; undefined once it is closed. */
  edit(path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    this.forget();
  }

  /** Of a project's file that is open. */
  textOf(path: string): string | undefined {
    return this.#open.get(path);
  }

  #rootAt(folder: string): Promise<string | undefined> {
    const known = this.#roots.get(folder);
    if (known) return known;
    const above = () => (dirname(folder) === folder ? undefined : this.#rootAt(dirname(folder)));
    const file = join(folder, projectFile);
    const looked = this.#open.has(file) ? Promise.resolve(folder) : access(file).then(() => folder, above);
    this.#roots.set(folder, looked);
    return looked;
  }

  async #load(root: string): Promise<LoadedProject> {
    const path = join(root, projectFile);
    const text = (await this.#textAt(path)) ?? "";
    const before = this.#loaded.get(root);
    const fresh = isBlank(text) ? blank(path, text) : await this.#parse(path, text);
    const same = before && isSame(before, fresh);
    const loaded = same ? before : withDictionaryOf(before, fresh);
    this.#loaded.set(root, loaded);
    if (!same) this.onRead(root, loaded.files);
    return loaded;
  }

  async #parse(path: string, text: string): Promise<LoadedProject> {
    const { loadProject } = await import("../project/load-project.ts");
    return loadProject(path, text, (other) => this.#textAt(other));
  }

  async #textAt(path: string): Promise<string | undefined> {
    return this.#open.get(path) ?? (await readStart(path).catch(() => undefined));
  }
}

async function readStart(path: string): Promise<string> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(size, mostBytes));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } finally {
    await handle.close();
  }
}

/** Nothing but empty lines and comments: the parser need not be loaded. */
const isBlank = (text: string): boolean =>
  text.split(/[\r\n]+/).every((line) => line.trim() === "" || line.trimStart().startsWith("#"));

const blank = (path: string, text: string): LoadedProject => ({
  project: emptyProject,
  files: [{ path, text, problems: [] }],
});

const isSame = (one: LoadedProject, other: LoadedProject): boolean =>
  one.files.length === other.files.length &&
  one.files.every((file, i) => file.path === other.files[i]?.path && file.text === other.files[i]?.text);

/** Guidelines need not be read again when only rules changed. */
function withDictionaryOf(before: LoadedProject | undefined, fresh: LoadedProject): LoadedProject {
  if (!before || wordsOf(before) !== wordsOf(fresh)) return fresh;
  return { ...fresh, project: { ...fresh.project, dictionary: before.project.dictionary } };
}

const wordsOf = ({ project: { dictionary } }: LoadedProject): string =>
  JSON.stringify(Object.values(dictionary).map((part: ReadonlyMap<string, unknown>) => [...part]));
