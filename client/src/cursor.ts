// Tells the server where the cursor rests in a guideline, so that the model reads while the author does. It must
// not know what is made of that.
import { Disposable, type TextEditor, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type CursorParams, cursorNotification } from "../../server/src/protocol.ts";
import type { Guidelines } from "./guidelines.ts";

/** Milliseconds: shorter than this the cursor does not rest, it moves on. */
const rest = 400;

export function tellCursor(client: LanguageClient, guidelines: Guidelines): Disposable {
  let timer: NodeJS.Timeout | undefined;
  const tell = ({ document, selection }: TextEditor) => {
    if (!client.isRunning() || document.isClosed || !guidelines.isGuideline(document)) return;
    const converter = client.code2ProtocolConverter;
    const params: CursorParams = converter.asTextDocumentPositionParams(document, selection.active);
    void client.sendNotification(cursorNotification, params).catch(() => {});
  };
  const soon = (editor: TextEditor | undefined) => {
    clearTimeout(timer);
    if (editor) timer = setTimeout(() => tell(editor), rest);
  };
  soon(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(soon),
    // What was opened may be found to be a guideline only later.
    guidelines.onDidChange(() => soon(window.activeTextEditor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) soon(textEditor);
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
