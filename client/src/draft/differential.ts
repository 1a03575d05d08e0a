// Drafting a differential: asks the server for one, shows it while it is written, and inserts it when the
// author says so. Nothing is changed in a guideline before. It must not know how drafts are made.
import { setTimeout } from "node:timers/promises";
import {
  CancellationTokenSource,
  commands,
  ProgressLocation,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import { type LanguageClient, ProgressType } from "vscode-languageclient/node";
import {
  type AcceptDraftParams,
  type AcceptDraftResult,
  acceptDraftRequest,
  type DraftDifferentialParams,
  type DraftDifferentialResult,
  type DraftProgress,
  draftDifferentialRequest,
} from "../../../server/src/protocol.ts";
import { isAuthored } from "../documents.ts";
import { isCancelled, isStale, reasonFor } from "../errors.ts";
import type { Guidelines } from "../guidelines.ts";
import { recognitionSentence } from "../model-words.ts";
import { ask } from "../requests.ts";
import type { DraftPreviews, OpenDraft } from "./previews.ts";

export interface DraftParts {
  readonly client: LanguageClient;
  readonly previews: DraftPreviews;
  readonly guidelines: Guidelines;
}

const progressType = new ProgressType<DraftProgress>();
/** An author may go on typing while the draft is being inserted: how often we ask for a new place, and how far apart. */
const attempts = 5;
const breath = 150;
let drafts = 0;

/** For the section at the cursor, or once more on the page of a draft that failed. */
export async function draftDifferential(parts: DraftParts, argument: unknown): Promise<void> {
  const again = parts.previews.find(argument);
  if (again) {
    if (again.state.kind !== "failed") return;
    again.cancelling = new CancellationTokenSource();
    parts.previews.setText(again, "");
    parts.previews.setState(again, { kind: "drafting" });
    return write(parts, again);
  }
  const editor = await guidelineEditor(parts.guidelines);
  if (!editor) return;
  const draft = await parts.previews.open(editor.document.uri, editor.selection.active);
  await write(parts, draft);
}

async function guidelineEditor(guidelines: Guidelines): Promise<TextEditor | undefined> {
  const editor = window.activeTextEditor;
  if (!editor || !isAuthored(editor.document)) {
    window.showInformationMessage(
      "Open a guideline and put the cursor into the section that needs a differential.",
    );
    return undefined;
  }
  if (guidelines.isGuideline(editor.document)) return editor;
  const sentence = recognitionSentence(guidelines.recognition(editor.document));
  const choice = await window.showInformationMessage(
    `${sentence} Differentials are drafted for guidelines only.`,
    "Open Settings",
  );
  if (choice) await commands.executeCommand("workbench.action.openSettings", "guidewright.enable");
  return undefined;
}

async function write({ client, previews }: DraftParts, draft: OpenDraft): Promise<void> {
  const { token } = draft.cancelling;
  const partialResultToken = `guidewright-draft-${++drafts}`;
  const listening = client.onProgress(progressType, partialResultToken, ({ preview }) => {
    if (!token.isCancellationRequested) previews.setText(draft, preview);
  });
  const parameters: DraftDifferentialParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(draft.guideline) },
    position: client.code2ProtocolConverter.asPosition(draft.position),
    partialResultToken,
  };
  const options = { location: ProgressLocation.Window, title: "Guidewright: drafting a differential" };
  try {
    const result = await window.withProgress(options, () =>
      ask<DraftDifferentialResult>(client, draftDifferentialRequest, parameters, token),
    );
    if (token.isCancellationRequested) return;
    draft.text = result.preview;
    previews.setState(draft, { kind: "ready", draftId: result.draftId, remarks: result.remarks });
  } catch (error) {
    if (token.isCancellationRequested) return;
    const reason = isCancelled(error) ? "The model was needed for something else." : reasonFor(error);
    previews.setState(draft, { kind: "failed", reason });
    window.showErrorMessage(`The differential could not be drafted. ${reason}`);
  } finally {
    listening.dispose();
  }
}

export async function acceptDraft({ client, previews }: DraftParts, argument: unknown): Promise<void> {
  const draft = previews.find(argument);
  if (draft?.state.kind !== "ready") {
    window.showInformationMessage("There is no finished draft to insert. Draft a differential first.");
    return;
  }
  try {
    const document = await workspace.openTextDocument(draft.guideline);
    const inserted = await insert(client, document, draft.state.draftId);
    await reveal(document, inserted);
    await previews.close(draft);
  } catch (error) {
    if (!isCancelled(error)) window.showErrorMessage(`The draft could not be inserted. ${reasonFor(error)}`);
  }
}

/** Inserts into the version that the server has seen, or asks again: a stale place would split a sentence. */
async function insert(client: LanguageClient, document: TextDocument, draftId: string): Promise<Range> {
  const parameters: AcceptDraftParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    draftId,
  };
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await setTimeout(breath);
    const result = await place(client, parameters);
    if (document.version !== result?.version) continue;
    const position = client.protocol2CodeConverter.asPosition(result.position);
    const start = document.offsetAt(position);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, position, result.text);
    if (!(await workspace.applyEdit(edit))) continue;
    return new Range(document.positionAt(start), document.positionAt(start + result.text.length));
  }
  throw new Error(
    "The guideline kept changing, or it cannot be changed. Wait a moment and insert the draft again.",
  );
}

async function place(
  client: LanguageClient,
  parameters: AcceptDraftParams,
): Promise<AcceptDraftResult | undefined> {
  try {
    return await ask<AcceptDraftResult>(client, acceptDraftRequest, parameters);
  } catch (error) {
    if (isStale(error)) return undefined;
    throw error;
  }
}

async function reveal(document: TextDocument, range: Range): Promise<void> {
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const selection = new Selection(range.start, range.start);
  const where = shown?.viewColumn === undefined ? {} : { viewColumn: shown.viewColumn };
  const editor = await window.showTextDocument(document, { ...where, preview: false, selection });
  editor.revealRange(range, TextEditorRevealType.AtTop);
}

export async function discardDraft({ previews }: DraftParts, argument: unknown): Promise<void> {
  const draft = previews.find(argument);
  if (draft) await previews.close(draft);
}
