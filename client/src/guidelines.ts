// Which open documents are guidelines, decided from their text, their settings and a guidewright.yaml
// above them, and decided again when one of these changes. It must not know the language server: this
// is what decides whether one is needed.
import {
  commands,
  Disposable,
  EventEmitter,
  FileType,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  folderOf,
  mayBelong,
  type Recognition,
  recogniseGuideline,
} from "../../server/src/guideline/recognition.ts";
import { isAuthored } from "./documents.ts";
import { foldersAbove, projectFile } from "./project-mark.ts";

/** Typing pauses this long before a document is looked at again. */
const pause = 400;
/** Whatever lies beside a document is looked at no further than this. */
const mostBeside = 50;

export class Guidelines {
  readonly #known = new Map<string, Recognition>();
  readonly #marked = new Map<string, Promise<boolean>>();
  /** Whether a guideline lies beside a document. */
  readonly #beside = new Map<string, Promise<boolean>>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #changed = new EventEmitter<TextDocument>();
  readonly #listening: Disposable;

  /** A document was looked at and the answer is new. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const watcher = workspace.createFileSystemWatcher(`**/${projectFile}`, false, true, false);
    this.#listening = Disposable.from(
      this.#changed,
      watcher,
      watcher.onDidCreate(() => this.#lookAgain()),
      watcher.onDidDelete(() => this.#lookAgain()),
      workspace.onDidSaveTextDocument((document) => {
        // Outside the workspace nothing is watched.
        if (document.uri.path.endsWith(`/${projectFile}`)) this.#lookAgain();
        if (isAuthored(document)) this.#beside.clear();
      }),
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#lookSoon(document);
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("guidewright.enable")) this.#lookAgain();
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#lookAgain()),
      window.onDidChangeActiveTextEditor(() => this.#tellContext()),
    );
    this.#lookAgain();
  }

  /** What was found out about a document; undefined for what is not an author's Markdown. */
  recognition(document: TextDocument): Recognition | undefined {
    return this.#known.get(document.uri.toString());
  }

  isGuideline(document: TextDocument): boolean {
    return this.recognition(document)?.guideline === true;
  }

  dispose(): void {
    this.#listening.dispose();
    for (const timer of this.#waiting.values()) clearTimeout(timer);
  }

  #lookAgain(): void {
    this.#marked.clear();
    this.#beside.clear();
    for (const document of workspace.textDocuments) this.#look(document);
  }

  #lookSoon(document: TextDocument): void {
    if (!isAuthored(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => this.#look(document), pause),
    );
  }

  async #look(document: TextDocument): Promise<void> {
    if (!isAuthored(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    const inProject = await this.#inProject(document);
    if (document.isClosed || !isAuthored(document)) return;
    const enable = choice(workspace.getConfiguration("guidewright", document).get("enable", "auto"));
    const byItself = recogniseGuideline({ text: document.getText(), enable, inProject });
    const found = byItself.guideline ? byItself : await this.#besideOthers(document, enable, byItself);
    if (document.isClosed || !isAuthored(document)) return;
    const before = this.#known.get(key);
    if (before?.guideline === found.guideline && before.reason === found.reason) return;
    this.#known.set(key, found);
    this.#tellContext();
    this.#changed.fire(document);
  }

  #forget(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    this.#known.delete(key);
  }

  /** A card of numbers shows what it is by what it lies beside. */
  async #besideOthers(document: TextDocument, enable: Enable, byItself: Recognition): Promise<Recognition> {
    const { uri } = document;
    if (uri.scheme === "untitled" || !workspace.getWorkspaceFolder(uri) || !mayBelong(uri.path))
      return byItself;
    const input = { text: document.getText(), enable, inProject: false, beside: true };
    const known = this.#beside.get(uri.toString());
    const asked = known ?? this.#liesBeside(uri, enable);
    this.#beside.set(uri.toString(), asked);
    if (!(await asked)) return byItself;
    return recogniseGuideline(input);
  }

  async #liesBeside(uri: Uri, enable: Enable): Promise<boolean> {
    const folder = uri.with({ path: folderOf(uri.path), query: "", fragment: "" });
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    const others = entries.filter(
      ([name, type]) => type === FileType.File && /\.(?:md|markdown)$/i.test(name),
    );
    for (const [name] of others.slice(0, mostBeside)) {
      const other = Uri.joinPath(folder, name);
      if (other.path === uri.path) continue;
      const bytes = await Promise.resolve(workspace.fs.readFile(other)).catch(() => undefined);
      const text = bytes && new TextDecoder().decode(bytes);
      if (text && recogniseGuideline({ text, enable, inProject: false }).guideline) return true;
    }
    return false;
  }

  async #inProject({ uri }: TextDocument): Promise<boolean> {
    if (uri.scheme === "untitled") return false;
    const root = workspace.getWorkspaceFolder(uri)?.uri.path;
    for (const folder of foldersAbove(uri.path, root)) {
      if (await this.#isMarked(uri.with({ path: folder, query: "", fragment: "" }))) return true;
    }
    return false;
  }

  #isMarked(folder: Uri): Promise<boolean> {
    const key = folder.toString();
    const known = this.#marked.get(key);
    if (known) return known;
    const asked = Promise.resolve(workspace.fs.stat(Uri.joinPath(folder, projectFile))).then(
      () => true,
      () => false,
    );
    this.#marked.set(key, asked);
    return asked;
  }

  /** Menus and key bindings read this context key. */
  #tellContext(): void {
    const document = window.activeTextEditor?.document;
    commands.executeCommand("setContext", "guidewright.guideline", !!document && this.isGuideline(document));
  }
}

type Enable = "auto" | "always" | "never";

function choice(enable: unknown): Enable {
  return enable === "always" || enable === "never" ? enable : "auto";
}
