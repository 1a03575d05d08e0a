// Rules' documentation as pages in the editor: the files that are shipped with the extension, as virtual documents,
// so that they open as pages and nobody takes them for guidelines. It must not know what any rule says.
import {
  commands,
  type Disposable,
  languages,
  TabInputCustom,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { documentationPath, documentationScheme, isPage, isRuleName } from "./rule-link.ts";

export function provideRulePages(extension: Uri): Disposable {
  const folder = Uri.joinPath(extension, "server", "docs");
  return workspace.registerTextDocumentContentProvider(documentationScheme, {
    async provideTextDocumentContent({ path }) {
      try {
        if (!isPage(path)) return "There is no such page.";
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path)));
      } catch {
        return "There is no such page.";
      }
    },
  });
}

/** Opens a rule's page beside the guideline; without a name asks for one of the rules that found something here. */
export async function showRule(argument: unknown): Promise<void> {
  const rule = isRuleName(argument) ? argument : await pickRule();
  if (!rule) return;
  const page = Uri.from({ scheme: documentationScheme, path: documentationPath(rule) });
  const options = { viewColumn: columnForPages(), preserveFocus: true, preview: true };
  await commands.executeCommand("vscode.open", page, options);
}

/** Where a page is already, else beside what is being read. */
function columnForPages(): ViewColumn {
  const withPage = window.tabGroups.all.find(({ activeTab }) => {
    const input = activeTab?.input;
    return input instanceof TabInputCustom && input.uri.scheme === documentationScheme;
  });
  return withPage?.viewColumn ?? ViewColumn.Beside;
}

async function pickRule(): Promise<string | undefined> {
  const uri = window.activeTextEditor?.document.uri;
  const findings = new Map<string, string>();
  for (const { code, message, source } of uri ? languages.getDiagnostics(uri) : []) {
    if (typeof code !== "object" || source !== "Guidewright") continue;
    findings.set(String(code.value), message);
  }
  if (findings.size === 0) {
    window.showInformationMessage(
      "Guidewright has found nothing in this document, so there is no rule to read about here.",
    );
    return undefined;
  }
  const items = [...findings].sort().map(([label, detail]) => ({ label, detail }));
  const picked = await window.showQuickPick(items, {
    placeHolder: "The rules that found something in this document",
  });
  return picked?.label;
}
