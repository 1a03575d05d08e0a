// The read-only pages on which drafts are shown while they are written and read, with their buttons.
// Closing a page throws its draft away. It must not know how a draft is made or inserted.
import {
  CancellationTokenSource,
  CodeLens,
  commands,
  Disposable,
  EventEmitter,
  languages,
  type Position,
  Range,
  TabInputText,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { type DraftState, draftActions, draftPage } from "./draft.ts";

const draftScheme = "guidewright-draft";

/** Pages are redrawn at most this often: VS Code shows no buttons above text that never rests for 250 ms. */
const frame = 400;

export interface OpenDraft {
  readonly page: Uri;
  readonly guideline: Uri;
  readonly position: Position;
  cancelling: CancellationTokenSource;
  text: string;
  state: DraftState;
}

export class DraftPreviews {
  readonly #drafts = new Map<string, OpenDraft>();
  readonly #redrawn = new EventEmitter<Uri>();
  readonly #buttonsChanged = new EventEmitter<void>();
  readonly #frames = new Map<string, NodeJS.Timeout>();
  readonly #registered: Disposable;
  #count = 0;

  constructor() {
    this.#registered = Disposable.from(
      this.#redrawn,
      this.#buttonsChanged,
      workspace.registerTextDocumentContentProvider(draftScheme, {
        onDidChange: this.#redrawn.event,
        provideTextDocumentContent: (page) => this.#content(page),
      }),
      languages.registerCodeLensProvider(
        { scheme: draftScheme },
        {
          onDidChangeCodeLenses: this.#buttonsChanged.event,
          provideCodeLenses: ({ uri }) => this.#buttons(uri),
        },
      ),
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        for (const tab of closed) this.#tabClosed(tab.input);
      }),
      window.onDidChangeActiveTextEditor(() => this.#tellContext()),
    );
  }

  async open(guideline: Uri, position: Position): Promise<OpenDraft> {
    const name = fileName(guideline);
    const path = `/Differential for ${name.replace(/\.\w+$/, "")} (draft ${++this.#count}).md`;
    const draft: OpenDraft = {
      page: Uri.from({ scheme: draftScheme, path }),
      guideline,
      position,
      cancelling: new CancellationTokenSource(),
      text: "",
      state: { kind: "drafting" },
    };
    this.#drafts.set(draft.page.toString(), draft);
    const document = await workspace.openTextDocument(draft.page);
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: false,
    });
    return draft;
  }

  /** The draft of a button's or menu's argument, or of the active page. */
  find(argument?: unknown): OpenDraft | undefined {
    const page = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    return page && this.#drafts.get(page.toString());
  }

  /** New text may wait for the next frame; a new state is shown at once. */
  setText(draft: OpenDraft, text: string): void {
    draft.text = text;
    const key = draft.page.toString();
    if (this.#frames.has(key)) return;
    this.#frames.set(
      key,
      setTimeout(() => this.#redraw(draft.page), frame),
    );
  }

  setState(draft: OpenDraft, state: DraftState): void {
    draft.state = state;
    this.#redraw(draft.page);
    this.#buttonsChanged.fire();
    this.#tellContext();
  }

  /** Ends the draft, cancelling it if it is still being written, and closes its page. */
  async close(draft: OpenDraft): Promise<void> {
    this.#drop(draft);
    const page = draft.page.toString();
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    await window.tabGroups.close(
      tabs.filter(({ input }) => input instanceof TabInputText && input.uri.toString() === page),
    );
  }

  dispose(): void {
    for (const draft of this.#drafts.values()) draft.cancelling.cancel();
    for (const timer of this.#frames.values()) clearTimeout(timer);
    this.#registered.dispose();
  }

  #content(page: Uri): string {
    const draft = this.#drafts.get(page.toString());
    if (!draft) return "This draft is gone. Drafts are not kept when their page or the window is closed.\n";
    return draftPage({ guideline: fileName(draft.guideline), text: draft.text, state: draft.state });
  }

  #buttons(page: Uri): CodeLens[] {
    const draft = this.#drafts.get(page.toString());
    const actions = draft ? draftActions(draft.state) : [];
    return actions.map((action) => new CodeLens(new Range(0, 0, 0, 0), { ...action, arguments: [page] }));
  }

  #redraw(page: Uri): void {
    const key = page.toString();
    clearTimeout(this.#frames.get(key));
    this.#frames.delete(key);
    this.#redrawn.fire(page);
  }

  #tabClosed(input: unknown): void {
    if (!(input instanceof TabInputText) || input.uri.scheme !== draftScheme) return;
    const page = input.uri.toString();
    const elsewhere = window.tabGroups.all.some((group) =>
      group.tabs.some((tab) => tab.input instanceof TabInputText && tab.input.uri.toString() === page),
    );
    const draft = this.#drafts.get(page);
    if (draft && !elsewhere) this.#drop(draft);
  }

  #drop(draft: OpenDraft): void {
    const key = draft.page.toString();
    clearTimeout(this.#frames.get(key));
    this.#frames.delete(key);
    this.#drafts.delete(key);
    draft.cancelling.cancel();
    this.#tellContext();
  }

  /** The state of the draft in the active editor, for the buttons in its title. */
  #tellContext(): void {
    commands.executeCommand("setContext", "guidewright.draft", this.find()?.state.kind ?? "");
  }
}

const fileName = (uri: Uri) => uri.path.slice(uri.path.lastIndexOf("/") + 1);
