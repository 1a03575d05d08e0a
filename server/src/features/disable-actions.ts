// “Disable this rule for this line”, “… for this file”: comments that an author may write instead of mending. It must
// not know what the rules say.

import type { CodeAction } from "vscode-languageserver";
import { silencingFile, silencingLine } from "../guideline/disable-place.ts";
import type { Finding } from "../rules/rule.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { diagnosticToLsp, workspaceEditToLsp } from "./to-lsp.ts";

/** A comment that is of no use is not cured by one more. */
const never = "disable-unused";

/** Findings that one comment would keep silent share an action. */
export function disableActions(snapshot: Snapshot, findings: readonly Finding[]): CodeAction[] {
  const { guideline } = snapshot;
  const actions = new Map<string, CodeAction>();
  const offer = (key: string, finding: Finding, make: () => CodeAction | undefined) => {
    const action = actions.get(key) ?? make();
    if (!action) return;
    const diagnostics = [...(action.diagnostics ?? []), diagnosticToLsp(snapshot, finding)];
    actions.set(key, { ...action, diagnostics });
  };
  const action = (title: string, edit: ReturnType<typeof silencingFile>): CodeAction | undefined =>
    edit && { title, kind: "quickfix", edit: workspaceEditToLsp(snapshot, [edit]) };
  for (const finding of findings) {
    const { rule, span } = finding;
    if (rule === never) continue;
    const { line } = guideline.lines.positionAt(span.start);
    offer(`${rule} ${line}`, finding, () =>
      action(`Disable “${rule}” for this line`, silencingLine(guideline, span.start, rule)),
    );
    offer(rule, finding, () => action(`Disable “${rule}” for this file`, silencingFile(guideline, rule)));
  }
  return [...actions.values()];
}
