// The guidelines of the workspace that lie on disk, read in the background, one file in a turn of the event
// loop, and kept up to date as paths are named. It must not know a connection or which documents are open.

import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import type { Settings } from "../config.ts";
import { grouped } from "../guideline/grouped.ts";
import { largestText, readingLimit } from "../guideline/reading-limit.ts";
import { folderOf, mayBelong, recogniseGuideline } from "../guideline/recognition.ts";
import { type Dictionary, emptyDictionary } from "../lexicon/dictionary.ts";
import { setAside } from "../text/memory.ts";
import { type ClosedDocument, closedDocument, textIn } from "./closed-document.ts";
import { groupOf, isInside, isMarkdown, isReachable, isSkipped, uriOf } from "./location.ts";
import type { Projects } from "./project.ts";

interface File {
  /** What it looked like when it was read. */
  readonly stamp: string;
  readonly size: number;
  readonly text: string | undefined;
  readonly dictionary: Dictionary;
  /** Undefined for what is no guideline. */
  readonly document: ClosedDocument | undefined;
  /** It would not be one if none lay beside it. */
  readonly needsOther: boolean;
}

interface Found {
  readonly path: string;
  readonly size: number;
  readonly changed: string;
}

export interface ClosedDocumentsParts {
  readonly projects: Projects;
  /** Of a folder. */
  readonly settingsOf: (uri: string) => Promise<Settings>;
  readonly isOpen: (path: string) => boolean;
  /** Some guideline came, went or has another text; said once for all that was due. */
  readonly onChange: () => void;
  readonly log: (line: string) => void;
  /** Works out what others are going to ask of a document. */
  readonly sayAhead: (document: ClosedDocument) => void;
  /** Whether memory is worth more than time from now on: while much is read, and in a large workspace. */
  readonly saveMemory: (wanted: boolean) => void;
  readonly limits?: Partial<Limits>;
}

interface Limits {
  readonly files: number;
  readonly bytes: number;
  /** From how many bytes on documents are kept lean: in a large workspace they would fill the memory. */
  readonly leanFrom: number;
  readonly largeFrom: number;
  /** From here on all are kept lean: the few that would not be help nobody. */
  readonly allLeanFrom: number;
}
const usualLimits: Limits = {
  files: 2000,
  bytes: 20_000_000,
  leanFrom: 500_000,
  largeFrom: 1_000_000,
  allLeanFrom: 2_000_000,
};
/** What is longer is not checked anyway; a character has up to four bytes. */
const largestFile = 4 * largestText;
/** Of files and folders that wait to be looked at. */
const mostWaiting = 50_000;

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

export class ClosedDocuments {
  readonly #parts: ClosedDocumentsParts;
  readonly #limits: Limits;
  #folders: readonly string[] = [];
  /** Folders of projects that open documents belong to and that lie around or outside the workspace's folders. */
  readonly #projects = new Set<string>();
  readonly #files = new Map<string, File>();
  #bytes = 0;
  /** Of files that were found and not read yet. */
  #waitingBytes = 0;
  #list: readonly ClosedDocument[] = [];
  /** Those that are guidelines by themselves, by their folders. */
  #byFolder: ReadonlyMap<string, readonly string[]> = new Map();
  /** Not prepared yet, as it may turn out that none lies beside them. */
  readonly #waitsFor = new WeakSet<ClosedDocument>();
  readonly #due = new Set<string>();
  #working: Promise<void> | undefined;
  #changed = false;
  #saidLimit = false;
  #hasLooked = false;

  constructor(parts: ClosedDocumentsParts) {
    this.#parts = parts;
    this.#limits = { ...usualLimits, ...parts.limits };
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** In the order of their addresses; as of when all that was due had been looked at. */
  get list(): readonly ClosedDocument[] {
    return this.#list;
  }

  /** Whether all that there was to read has been read once. */
  get isComplete(): boolean {
    return this.#hasLooked && !this.#saidLimit;
  }

  /** Whether a file may belong to a guideline that lies in its folder. */
  isBesideGuideline(path: string): boolean {
    return mayBelong(path) && (this.#byFolder.get(folderOf(path)) ?? []).some((other) => other !== path);
  }

  isInFolders(key: string): boolean {
    return this.#folders.some((folder) => isInside(folder, key));
  }

  /** Resolves when nothing is due any more. */
  async settled(): Promise<void> {
    while (this.#working) await this.#working;
  }

  /** The workspace's folders from now on; what lies outside is forgotten. */
  readFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#saidLimit = false;
    this.#hasLooked = false;
    this.lookAgain();
  }

  /** Reads the project around an open document, too. */
  readProject(folder: string): void {
    if (this.#projects.has(folder) || this.#folders.some((other) => isReachable(other, folder))) return;
    this.#projects.add(folder);
    this.#hasLooked = false;
    this.#lookSoon(folder);
  }

  /** This path may have come, gone or changed: a file or a folder. */
  look(path: string): void {
    const file = this.#files.get(path);
    // Whoever names it knows better than its time of change.
    if (file) this.#files.set(path, { ...file, stamp: "" });
    this.#lookSoon(path);
  }

  lookAgain(): void {
    this.#parts.saveMemory(true);
    for (const path of [...this.#files.keys(), ...this.#folders, ...this.#projects]) this.#lookSoon(path);
  }

  #lookSoon(path: string): void {
    // A folder that is not on this machine's disk has no such path.
    if (!isAbsolute(path)) return;
    if (this.#due.size < mostWaiting) this.#due.add(path);
    else this.#sayLimit(`more than ${mostWaiting} files and folders`);
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    while (this.#due.size > 0) {
      const found = await this.#findFiles();
      this.#waitingBytes = found.reduce((bytes, { size }) => bytes + size, 0);
      for (const file of found) {
        this.#waitingBytes -= file.size;
        await nextTurn();
        await this.#read(file).catch(() => this.#forget(file.path));
      }
      for (const document of this.#guidelines())
        if (this.#waitsFor.has(document)) await this.#prepare(document);
    }
    this.#working = undefined;
    this.#hasLooked = true;
    this.#parts.saveMemory(this.#bytes > this.#limits.largeFrom);
    if (!this.#changed) return;
    // Not before: each file would make all open documents be checked again.
    this.#list = this.#guidelines().sort((a, b) => (a.uri < b.uri ? -1 : 1));
    this.#changed = false;
    this.#parts.onChange();
  }

  #guidelines(): ClosedDocument[] {
    const known = [...this.#files].flatMap(([path, { document, needsOther }]) =>
      document ? [{ path, document, needsOther }] : [],
    );
    const own = known.flatMap(({ path, needsOther }) => (needsOther ? [] : [path]));
    this.#byFolder = grouped(own, folderOf);
    return known.flatMap(({ path, document, needsOther }) =>
      !needsOther || this.isBesideGuideline(path) ? [document] : [],
    );
  }

  /** All files that are due: how many there are decides how they are read. */
  async #findFiles(): Promise<readonly Found[]> {
    const files: Found[] = [];
    // What is added on the way is gone through, too.
    for (const path of this.#due) {
      this.#due.delete(path);
      await nextTurn();
      try {
        files.push(...(await this.#lookAt(path)));
      } catch {
        // Files vanish while they are looked at, folders may not be entered.
        this.#forget(path);
      }
    }
    return files;
  }

  async #lookAt(path: string): Promise<readonly Found[]> {
    const root = this.#rootOf(path);
    // Links are not followed: they may lead around in a circle.
    const found = root === undefined ? undefined : await (root === path ? stat : lstat)(path);
    if (found?.isDirectory()) await this.#lookInto(path);
    else if (found?.isFile() && isMarkdown(path) && found.size <= largestFile)
      return [{ path, size: found.size, changed: `${found.mtimeMs} ${found.ino}` }];
    else this.#forget(path);
    return [];
  }

  #rootOf(path: string): string | undefined {
    const roots = [...this.#folders, ...this.#projects];
    return roots.find((folder) => folder === path) ?? roots.find((folder) => isReachable(folder, path));
  }

  async #lookInto(folder: string): Promise<void> {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isSkipped(entry.name)) continue;
      if (entry.isDirectory() || (entry.isFile() && isMarkdown(entry.name)))
        this.#lookSoon(join(folder, entry.name));
    }
  }

  async #read({ path, size, changed }: Found): Promise<void> {
    const root = this.#rootOf(path);
    if (root === undefined) return this.#forget(path);
    const { projects, settingsOf, isOpen } = this.#parts;
    const [view, { enable }] = await Promise.all([projects.viewOf(uriOf(path)), settingsOf(uriOf(root))]);
    const { dictionary = emptyDictionary, ignored = false } = view ?? {};
    const group = groupOf(path, view?.root, this.#folders);
    const stamp = `${changed} ${size} ${enable} ${ignored} ${group}`;
    const known = this.#files.get(path);
    const readWithSame = known?.dictionary === dictionary;
    if (readWithSame && known.stamp === stamp) return;
    if (!this.#hasRoom(known, size)) return this.#forget(path);
    const text = textIn(await readFile(path));
    const input = { text: text ?? "", enable, inProject: view !== undefined };
    const canBe = text !== undefined && !ignored && !readingLimit(text);
    const needsOther = canBe && !recogniseGuideline(input).guideline;
    const isGuideline =
      canBe && (!needsOther || recogniseGuideline({ ...input, beside: mayBelong(path) }).guideline);
    const isSame =
      readWithSame && known.document && isGuideline && known.text === text && known.document.group === group;
    const all = this.#bytes + size + this.#waitingBytes;
    const lean = this.#bytes > this.#limits.leanFrom || all > this.#limits.allLeanFrom;
    const fresh = isGuideline ? closedDocument({ path, group, text, dictionary, lean }) : undefined;
    const document = isSame ? known.document : fresh;
    const kept = isGuideline ? text : undefined;
    this.#files.set(path, { stamp, size, dictionary, text: kept, document, needsOther });
    this.#bytes += size - (known?.size ?? 0);
    if (document !== known?.document || needsOther !== known?.needsOther) this.#changed = true;
    if (!document || isOpen(path)) return;
    if (needsOther) this.#waitsFor.add(document);
    else await this.#prepare(document);
  }

  /** Now, while nobody waits for it. */
  async #prepare(document: ClosedDocument): Promise<void> {
    this.#waitsFor.delete(document);
    void document.guideline;
    await nextTurn();
    setAside(() => this.#parts.sayAhead(document));
  }

  #hasRoom(known: File | undefined, size: number): boolean {
    const bytes = this.#bytes + size - (known?.size ?? 0);
    if ((known || this.#files.size < this.#limits.files) && bytes <= this.#limits.bytes) return true;
    this.#sayLimit(
      `more than ${this.#limits.files} Markdown files or ${this.#limits.bytes / 1e6} MB of them`,
    );
    return false;
  }

  /** Also whatever lay below it. */
  #forget(path: string): void {
    const gone = this.#files.has(path)
      ? [path]
      : [...this.#files.keys()].filter((file) => isInside(path, file));
    for (const file of gone) {
      const { size = 0, document } = this.#files.get(file) ?? {};
      this.#files.delete(file);
      this.#bytes -= size;
      if (document) this.#changed = true;
    }
  }

  #sayLimit(what: string): void {
    if (this.#saidLimit) return;
    this.#saidLimit = true;
    this.#parts.log(
      `The workspace has ${what}. Guidelines are compared with the first of them and with open ones.`,
    );
  }
}
