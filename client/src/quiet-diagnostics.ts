// Keeps new findings about the word at the caret off the screen until the word is finished: the caret left it, the
// editor lost the focus or the document was saved. What was on the screen stays there. What is held back is decided
// in typing.ts; it must not know rules.
import {
  type Diagnostic,
  type DiagnosticCollection,
  Disposable,
  EventEmitter,
  languages,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  type Uri,
  window,
  workspace,
} from "vscode";
import { type Change, type Said, Typing } from "../../server/src/text/typing.ts";

export class QuietDiagnostics {
  readonly #typing = new Typing();
  readonly #released = new EventEmitter<undefined>();
  /** The document that is typed in. */
  #document: TextDocument | undefined;
  readonly #collections = new Set<Collection>();
  /** Versions of documents of which the server has said everything. */
  readonly #answered = new WeakMap<TextDocument, number>();
  readonly #listening = Disposable.from(
    this.#released,
    workspace.onDidChangeTextDocument((event) => this.#changed(event)),
    workspace.onDidSaveTextDocument(() => this.#end()),
    window.onDidChangeActiveTextEditor(() => this.#end()),
    window.onDidChangeWindowState(({ focused }) => {
      if (!focused) this.#end();
    }),
    window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection, another] }) => {
      if (textEditor.document !== this.#document || !selection) return;
      if (another) this.#end();
      else this.#moved(selection.active);
    }),
  );

  /** What was held back may be shown now. */
  readonly onDidRelease = this.#released.event;

  create(name: string | undefined): DiagnosticCollection {
    const collection = new Collection(languages.createDiagnosticCollection(name), (uri, said) =>
      this.holds(uri, said),
    );
    this.#collections.add(collection);
    return collection.facade;
  }

  /** Of the language client: it asks whoever made a collection to end it. */
  readonly dispose = (collection?: DiagnosticCollection): void => {
    for (const one of this.#collections) {
      if (collection && one.facade !== collection) continue;
      this.#collections.delete(one);
      one.inner.dispose();
    }
    if (!collection) this.#listening.dispose();
  };

  holds(uri: Uri, said: Said): boolean {
    return uri.toString() === this.#document?.uri.toString() && this.#typing.holds(said);
  }

  /** The server has said what holds for this version; `isSame` when it is what it said before. */
  answered(document: TextDocument, version: number, isSame: boolean): void {
    this.#answered.set(document, version);
    if (isSame) this.#show(document);
  }

  #changed({ document, contentChanges, reason }: TextDocumentChangeEvent): void {
    const editor = window.activeTextEditor;
    const [change, another] = contentChanges;
    if (!change || document !== editor?.document) return;
    const isTyped = !another && reason === undefined && isAt(editor.selection.active, change);
    if (!isTyped || this.#document !== document) this.#end();
    if (!isTyped) return;
    this.#document = document;
    const shown = [...this.#collections].flatMap((collection) => collection.shown(document.uri));
    this.#typing.edited(change, (line) => document.lineAt(line).text, shown);
    // What the server answers to this change is shown as it should be.
    if (!this.#typing.isGoingOn) this.#released.fire(undefined);
  }

  #moved(caret: Position): void {
    if (!this.#typing.isGoingOn) return;
    this.#typing.moved(caret);
    if (!this.#typing.isGoingOn) this.#end();
  }

  #end(): void {
    const document = this.#document;
    if (!document) return;
    this.#document = undefined;
    this.#typing.ended();
    // Places in an older text would make marks jump; the answer about the newest is on its way.
    if (this.#answered.get(document) === document.version) this.#show(document);
    this.#released.fire(undefined);
  }

  #show({ uri }: TextDocument): void {
    for (const collection of this.#collections) collection.show(uri);
  }
}

/** Whether a change is where the caret is, before or after it. */
function isAt(
  caret: Position,
  { range, text }: Change & { readonly range: { contains(at: Position): boolean } },
) {
  if (range.contains(caret)) return true;
  const { start } = range;
  return caret.line === start.line && caret.character === start.character + text.length;
}

/** A collection that knows more than it shows. */
class Collection {
  readonly inner: DiagnosticCollection;
  /** What the language client takes for the collection. */
  readonly facade: DiagnosticCollection;
  readonly #all = new Map<string, readonly Diagnostic[]>();
  readonly #holds: (uri: Uri, said: Said) => boolean;

  constructor(inner: DiagnosticCollection, holds: (uri: Uri, said: Said) => boolean) {
    this.inner = inner;
    this.#holds = holds;
    const set = (uri: Uri, diagnostics: readonly Diagnostic[] | undefined) => {
      this.#all.set(uri.toString(), diagnostics ?? []);
      this.show(uri);
    };
    this.facade = {
      name: inner.name,
      set(
        first: Uri | readonly [Uri, readonly Diagnostic[] | undefined][],
        diagnostics?: readonly Diagnostic[],
      ) {
        if (!Array.isArray(first)) set(first as Uri, diagnostics);
        else for (const [uri, own] of first) set(uri, own);
      },
      delete: (uri) => {
        this.#all.delete(uri.toString());
        inner.delete(uri);
      },
      clear: () => {
        this.#all.clear();
        inner.clear();
      },
      forEach: (callback, self) => inner.forEach(callback, self),
      get: (uri) => inner.get(uri),
      has: (uri) => inner.has(uri),
      [Symbol.iterator]: () => inner[Symbol.iterator](),
      dispose: () => inner.dispose(),
    };
  }

  shown(uri: Uri): readonly Said[] {
    return (this.inner.get(uri) ?? []).map((diagnostic) => saidOf(uri, diagnostic));
  }

  show(uri: Uri): void {
    const all = this.#all.get(uri.toString());
    if (!all) return;
    const wanted = all.filter((diagnostic) => !this.#holds(uri, saidOf(uri, diagnostic)));
    const shown = this.inner.get(uri) ?? [];
    const isSame = wanted.length === shown.length && wanted.every((one, i) => one === shown[i]);
    if (!isSame) this.inner.set(uri, wanted);
  }
}

function saidOf(uri: Uri, { code, range, relatedInformation = [] }: Diagnostic): Said {
  const own = uri.toString();
  const sides = relatedInformation.filter(({ location }) => location.uri.toString() === own);
  const rule = String(typeof code === "object" ? code.value : code);
  return { rule, places: [range, ...sides.map(({ location }) => location.range)] };
}
