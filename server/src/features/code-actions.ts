// Fixes of findings: one action per choice, and one narrow fix-all that applies only certain fixes. Edits
// are worked out when an action is resolved. A request for other kinds is answered at once.

import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import type { Finding, Fix } from "../rules/rule.ts";
import type { Edit } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { findingsOf } from "./diagnostics.ts";
import type { AboutDocument, Feature } from "./feature.ts";
import { diagnosticToLsp, workspaceEditToLsp } from "./to-lsp.ts";

export const fixAllKind = "source.fixAll.guidewright";

/** Names one fix of one version: enough to find it again when the action is resolved. */
interface FixData {
  readonly uri: string;
  readonly version: number;
  readonly finding: number;
  readonly fix: number;
}

export function provideCodeActions(snapshot: Snapshot, { range, context }: CodeActionParams): CodeAction[] {
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  if (!snapshot.recognition.guideline) return [];
  const actions: CodeAction[] = [];
  if (wants("quickfix")) {
    const span = snapshot.guideline.lines.spanOf(range);
    for (const [i, finding] of findingsOf(snapshot).findings.entries()) {
      if (finding.span.start <= span.end && span.start <= finding.span.end) {
        actions.push(...quickFixes(snapshot, finding, i));
      }
    }
  }
  // Only when asked for by name: nobody wants it in the menu of a single finding.
  if (context.only !== undefined && wants(fixAllKind)) {
    const edits = certainEdits(findingsOf(snapshot).findings);
    const title = "Apply every certain Guidewright fix";
    if (edits.length > 0)
      actions.push({ title, kind: fixAllKind, edit: workspaceEditToLsp(snapshot, edits) });
  }
  return actions;
}

function quickFixes(snapshot: Snapshot, finding: Finding, index: number): CodeAction[] {
  const { uri, version } = snapshot;
  const fixes = finding.fixes();
  return fixes.map((fix, i) => ({
    title: fix.title,
    kind: "quickfix",
    diagnostics: [diagnosticToLsp(snapshot, finding)],
    isPreferred: fixes.length === 1 && fix.certain,
    data: { uri, version, finding: index, fix: i } satisfies FixData,
  }));
}

export function resolveCodeAction(snapshot: Snapshot, action: CodeAction): CodeAction {
  const data = action.data as FixData | undefined;
  if (data?.version !== snapshot.version) return action;
  const fix = findingsOf(snapshot).findings[data.finding]?.fixes()[data.fix];
  // A document that was closed and opened again may have another text of the same version.
  return fix?.title === action.title ? { ...action, edit: workspaceEditToLsp(snapshot, fix.edits) } : action;
}

/** All certain fixes that do not touch each other; what is left is found again at the next check. */
export function certainEdits(findings: readonly Finding[]): Edit[] {
  const edits: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes().find((candidate: Fix) => candidate.certain);
    const clash = fix?.edits.some(({ span: a }) =>
      edits.some(({ span: b }) => a.start <= b.end && b.start <= a.end),
    );
    if (fix && !clash) edits.push(...fix.edits);
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

export const codeActionsFeature: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind], resolveProvider: true } },
  register(on, guard) {
    on.request("textDocument/codeAction", guard<CodeActionParams, CodeAction[]>([], provideCodeActions));
    on.request<CodeAction, CodeAction>("codeAction/resolve", (action, call) => {
      const uri = (action.data as FixData | undefined)?.uri;
      if (typeof uri !== "string") return action;
      const resolve = guard<AboutDocument, CodeAction>(action, (snapshot) =>
        resolveCodeAction(snapshot, action),
      );
      return resolve({ textDocument: { uri } }, call);
    });
  },
};
