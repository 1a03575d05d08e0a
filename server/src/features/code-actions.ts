// Fixes of findings: one action per choice, and one narrow fix-all that applies only certain fixes. Edits
// are worked out when an action is resolved. A request for other kinds is answered at once.

import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import { certainFixes } from "../rules/certain-fixes.ts";
import { rules as allRules } from "../rules/index.ts";
import { nameOf } from "../rules/place.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import type { Edit, Span } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { findingsOf } from "./diagnostics.ts";
import { disableActions } from "./disable-actions.ts";
import type { AboutDocument, Feature } from "./feature.ts";
import { settledEdits } from "./fix-all.ts";
import { type ProjectActionData, projectActions, resolveProjectAction } from "./project-actions.ts";
import { diagnosticToLsp, workspaceEditToLsp } from "./to-lsp.ts";

export const fixAllKind = "source.fixAll.guidewright";

/** Names one fix of one version: enough to find it again when the action is resolved. */
interface FixData {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly span: Span;
  readonly fix: number;
}

export function provideCodeActions(
  snapshot: Snapshot,
  { range, context }: CodeActionParams,
  rules = allRules,
): CodeAction[] {
  const wants = (kind: string) =>
    context.only?.some((only) => kind === only || kind.startsWith(`${only}.`)) ?? true;
  if (!snapshot.recognition.guideline) return [];
  const actions: CodeAction[] = [];
  if (wants("quickfix")) {
    const span = snapshot.guideline.lines.spanOf(range);
    const there = findingsOf(snapshot, rules).findings.filter(
      (finding) => finding.span.start <= span.end && span.start <= finding.span.end,
    );
    for (const finding of there) actions.push(...quickFixes(snapshot, finding));
    actions.push(...disableActions(snapshot, there));
    for (const finding of there) actions.push(...projectActions(snapshot, finding));
  }
  // Only when asked for by name: nobody wants it in the menu of a single finding.
  if (context.only !== undefined && wants(fixAllKind)) {
    const edits = settledEdits(snapshot, (state) => certainEdits(findingsOf(state, rules).findings));
    const title = "Apply every certain Guidewright fix";
    if (edits.length > 0)
      actions.push({ title, kind: fixAllKind, edit: workspaceEditToLsp(snapshot, edits) });
  }
  return actions;
}

function quickFixes(snapshot: Snapshot, finding: Finding): CodeAction[] {
  const { uri, version } = snapshot;
  const { rule, span } = finding;
  const fixes = finding.fixes();
  return fixes.map((fix, i) => ({
    title: titleOf(fix),
    kind: "quickfix",
    diagnostics: [diagnosticToLsp(snapshot, finding)],
    isPreferred: fixes.length === 1 && fix.certain && !fix.in,
    data: { uri, version, rule, span, fix: i } satisfies FixData,
  }));
}

/** Whoever changes a document that is not in front of them must know which. */
function titleOf({ title, in: other }: Fix): string {
  const name = other && nameOf(other.uri);
  return name === undefined || title.includes(name) ? title : `${title} (in ${name})`;
}

export async function resolveCodeAction(
  snapshot: Snapshot,
  action: CodeAction,
  rules = allRules,
): Promise<CodeAction> {
  const data = action.data as (FixData & Partial<ProjectActionData>) | undefined;
  if (data?.project) return resolveProjectAction(snapshot, action);
  if (data?.version !== snapshot.version) return action;
  const fix = findingsOf(snapshot, rules)
    .findings.filter(
      ({ rule, span }) => rule === data.rule && span.start === data.span?.start && span.end === data.span.end,
    )
    .map((finding) => finding.fixes()[data.fix])
    // A document that was closed and opened again may have another text of the same version.
    .find((candidate) => candidate && titleOf(candidate) === action.title);
  if (!fix) return action;
  if (!fix.in) return { ...action, edit: workspaceEditToLsp(snapshot, fix.edits) };
  const { uri } = fix.in;
  const other = snapshot.neighbours.find((neighbour) => neighbour.uri === uri);
  // Without a version nobody else would notice that the text is another one by now.
  if (!other || !(await other.isUnchanged())) return action;
  return { ...action, edit: workspaceEditToLsp(other, fix.edits) };
}

/** What is to be changed in another document is found there, too. */
export function certainEdits(findings: readonly Finding[]): Edit[] {
  const fixes = certainFixes(findings.map((finding) => finding.fixes().filter((fix) => !fix.in)));
  return fixes.flatMap(({ edits }) => edits).sort((a, b) => a.span.start - b.span.start);
}

export const codeActionsFeature: Feature = {
  capabilities: { codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind], resolveProvider: true } },
  register(on, guard) {
    on.request(
      "textDocument/codeAction",
      guard<CodeActionParams, CodeAction[]>([], (snapshot, params) => provideCodeActions(snapshot, params)),
    );
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
