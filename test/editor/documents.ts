// What the tests in the editor share about documents and the extension: opening a guideline of their own,
// waiting for a condition, the extension's state. It must not know the page.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigurationTarget,
  commands,
  type Diagnostic,
  extensions,
  languages,
  Range,
  Selection,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Guidewright } from "../../client/src/extension.ts";

const patience = 90_000;
const glance = 100;

/** Resolves with the first value that is not undefined or false; fails saying what was waited for. */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) assert.fail(`Waited in vain for: ${what}`);
    // There is no event for what the screen shows or a process does.
    await new Promise((resolve) => setTimeout(resolve, glance));
  }
}

export async function guidewright(): Promise<Guidewright> {
  const extension = extensions.getExtension<Guidewright>("guidewright.guidewright");
  assert.ok(extension, "Guidewright is not installed");
  return extension.activate();
}

/** Any answer will do in a test, however slow the machine. */
export async function waitForSlowModels(): Promise<void> {
  await workspace
    .getConfiguration("guidewright")
    .update("completion.deadline", 60_000, ConfigurationTarget.Global);
}

/** A project in the open folder: files that are compared with each other and with nothing else. */
export function writeProject(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? "", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries({ "guidewright.yaml": "", ...files }))
    writeFileSync(join(folder, file), text);
  return folder;
}

/** Files in a folder of the open one that nothing makes a project. */
export function writeFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? "", "folder-"));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return folder;
}

/** A guideline in a folder of its own, opened with the cursor at its end. */
export async function openGuideline(text: string, name = "guideline.md"): Promise<TextEditor> {
  const file = join(mkdtempSync(join(tmpdir(), "guidewright-editor-")), name);
  writeFileSync(file, text);
  return openFile(file);
}

/** With the cursor at its end. */
export async function openFile(file: string): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.file(file));
  const editor = await window.showTextDocument(document, { preview: false });
  const end = document.positionAt(document.getText().length);
  editor.selection = new Selection(end, end);
  editor.revealRange(new Range(end, end));
  return editor;
}

export function placeCursor(editor: TextEditor, words: string, offset = 0): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words) + offset);
  editor.selection = new Selection(at, at);
  editor.revealRange(new Range(at, at));
}

export function findings(editor: TextEditor): Diagnostic[] {
  return languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === "Guidewright");
}

export async function closeEverything(): Promise<void> {
  // Reverted, so that nobody asks whether to save.
  for (const editor of [...window.visibleTextEditors]) {
    if (editor.document.isDirty) {
      await window.showTextDocument(editor.document);
      await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}
