// What an author does with findings: walks from one to the next, copies one. It must not know how they are shown.
import { commands, Disposable, env, Selection, TextEditorRevealType, Uri, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { QuietDiagnostics } from "../quiet-diagnostics.ts";
import type { Found, TreeNode } from "./tree.ts";
import { FindingsView, rangeOf } from "./view.ts";
import { type Caret, ruleToWalk, step } from "./walk.ts";

/** The view with all that can be done in it. */
export function provideFindings(client: LanguageClient, quiet: QuietDiagnostics): Disposable {
  const view = new FindingsView(client, quiet);
  const command = (name: string, run: (node: TreeNode | undefined) => unknown) =>
    commands.registerCommand(`guidewright.${name}`, run);
  return Disposable.from(
    view,
    command("groupFindingsByRule", () => view.groupBy("rule")),
    command("groupFindingsByDocument", () => view.groupBy("document")),
    command("nextFinding", () => walk(view, "next")),
    command("previousFinding", () => walk(view, "previous")),
    command("openRulePage", (node) => commands.executeCommand("guidewright.showRule", node?.rule)),
    command("copyFinding", copyFinding),
  );
}

/** Goes to the next finding of the rule that is being looked at, or to the one before. */
async function walk(view: FindingsView, direction: "next" | "previous"): Promise<void> {
  const documents = await view.current();
  const caret = caretAmong(documents);
  const rule = ruleToWalk(documents, view.chosenRule, caret);
  const stop = step(documents, rule, caret, direction);
  if (!stop) {
    window.setStatusBarMessage("Guidewright has found nothing.", 5000);
    return;
  }
  const { uri, finding, number, of } = stop;
  view.chosenRule = rule;
  const { start } = rangeOf(finding.range);
  const editor = await window.showTextDocument(Uri.parse(uri));
  editor.selection = new Selection(start, start);
  editor.revealRange(rangeOf(finding.range), TextEditorRevealType.InCenterIfOutsideViewport);
  window.setStatusBarMessage(`${rule ?? "All rules"}: finding ${number} of ${of}`, 5000);
  await view.reveal({ uri, range: finding.range });
}

function caretAmong(documents: readonly Found[]): Caret | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const address = editor.document.uri.toString();
  // The server may write the same address in another way.
  const known = documents.find(({ uri }) => Uri.parse(uri).toString() === address);
  return { uri: known?.uri ?? address, position: editor.selection.active };
}

/** As one line that can be pasted into a message. */
async function copyFinding(node: TreeNode | undefined): Promise<void> {
  if (!node) return;
  const place =
    node.place && `${Uri.parse(node.place.uri).path.split("/").at(-1)}:${node.place.range.start.line + 1}`;
  const isOne = node.kind === "finding" || node.kind === "side";
  await env.clipboard.writeText(isOne ? `${place}: ${node.tooltip} [${node.rule}]` : node.tooltip);
}
