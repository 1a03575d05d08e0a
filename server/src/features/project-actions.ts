// What an author may say about a finding in the project's file: that a word is right, or what the rule is worth here.
// The edit is worked out when an action is chosen; a project that has no file gets one, and its title says so.

import type { CodeAction, WorkspaceEdit } from "vscode-languageserver";
import type { RuleSetting } from "../config.ts";
import { usualExpansions } from "../lexicon/abbreviations.ts";
import type { ProjectChange, WordList } from "../project/edit-project.ts";
import { nameOf } from "../rules/place.ts";
import type { Finding } from "../rules/rule.ts";
import { Lines } from "../text/lines.ts";
import { uriOf } from "../workspace/location.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { diagnosticToLsp } from "./to-lsp.ts";

/** Names one change for one version of a guideline. */
export interface ProjectActionData {
  readonly uri: string;
  readonly version: number;
  readonly project: ProjectChange;
}

/** Where the words belong that a rule finds. */
const listOfRule: Readonly<Record<string, WordList>> = {
  "drug-name-unknown": "medicines",
  "abbreviation-undefined": "abbreviations",
  "spelling-variant-mixed": "glossary",
};
const choices: readonly RuleSetting[] = ["error", "warning", "information", "off"];

/** What comes with each change to a file of its own. */
const newProjectText = "# The guidelines in this folder are one Guidewright project.\n";

export function projectActions(snapshot: Snapshot, finding: Finding): CodeAction[] {
  if (!snapshot.projectFile) return [];
  const { uri, version } = snapshot;
  const diagnostics = [diagnosticToLsp(snapshot, finding)];
  return changesFor(snapshot, finding).map(
    (project): CodeAction => ({
      title: titleOf(snapshot, project),
      kind: "quickfix",
      diagnostics,
      data: { uri, version, project } satisfies ProjectActionData,
    }),
  );
}

function changesFor({ text }: Snapshot, { rule, span, severity }: Finding): ProjectChange[] {
  const part = Object.hasOwn(listOfRule, rule) ? listOfRule[rule] : undefined;
  const written = text.slice(span.start, span.end);
  const word = part === "medicines" ? written.toLowerCase() : written;
  const usual = part === "abbreviations" ? (usualExpansions.get(word) ?? []) : [];
  const meaning = usual.length === 1 ? (usual[0] ?? "") : "";
  return [
    ...(part ? [{ kind: "word" as const, part, word, meaning }] : []),
    ...choices
      .filter((choice) => choice !== severity)
      .map((choice) => ({ kind: "severity" as const, rule, severity: choice })),
  ];
}

function titleOf({ projectFile }: Snapshot, change: ProjectChange): string {
  const what =
    change.kind === "word"
      ? `Add “${change.word}” to the project's dictionary`
      : change.severity === "off"
        ? `Turn ${change.rule} off in the project`
        : `Make ${change.rule} ${change.severity === "error" ? "an error" : change.severity === "warning" ? "a warning" : "information"} in the project`;
  if (projectFile?.text !== undefined) return what;
  const folder = nameOf(uriOf(projectFile?.path ?? "").replace(/\/[^/]*$/, ""));
  return `${what} (makes guidewright.yaml in ${folder})`;
}

export async function resolveProjectAction(
  { version, projectFile }: Snapshot,
  action: CodeAction,
): Promise<CodeAction> {
  const data = action.data as ProjectActionData;
  if (!projectFile || data.version !== version) return action;
  const { projectEdit } = await import("../project/edit-project.ts");
  const text = projectFile.text ?? newProjectText;
  const edit = projectEdit(text, data.project);
  if (!edit) return action;
  const uri = uriOf(projectFile.path);
  if (projectFile.text !== undefined)
    return { ...action, edit: changing(uri, new Lines(text).rangeOf(edit.span), edit.newText) };
  const { span, newText } = edit;
  const whole = text.slice(0, span.start) + newText + text.slice(span.end);
  const start = { line: 0, character: 0 };
  const { documentChanges = [] } = changing(uri, { start, end: start }, whole);
  // Should there be one by now, nothing is overwritten: the text goes before it.
  const making = { kind: "create", uri, options: { ignoreIfExists: true } } as const;
  return { ...action, edit: { documentChanges: [making, ...documentChanges] } };
}

function changing(uri: string, range: ReturnType<Lines["rangeOf"]>, newText: string): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version: null }, edits: [{ range, newText }] }] };
}
