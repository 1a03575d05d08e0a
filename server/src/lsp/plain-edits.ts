// For clients that cannot take edits bound to a version: the same edits in the older form. Converts only.

import type { CodeAction, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";

/** Code actions with their edits in the older form; any other answer as it is. */
export function withPlainEdits<R>(answer: R): R {
  if (Array.isArray(answer)) return answer.map(withPlainEdits) as R;
  const edit = (answer as Partial<CodeAction> | null)?.edit;
  return edit?.documentChanges ? { ...answer, edit: plain(edit) } : answer;
}

function plain({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit {
  const changes = documentChanges.filter((change): change is TextDocumentEdit => "edits" in change);
  return {
    changes: Object.fromEntries(
      changes.map(({ textDocument, edits }) => [textDocument.uri, edits.filter((edit) => "newText" in edit)]),
    ),
  };
}
