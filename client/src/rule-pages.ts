// Rules' documentation as pages in the editor: the files that are shipped with the extension, as virtual documents,
// so that they open as pages and nobody takes them for guidelines. It must not know what any rule says.
import {
  commands,
  Disposable,
  languages,
  type Tab,
  type TabGroup,
  TabInputCustom,
  Uri,
  ViewColumn,
  window,
  workspace,
} from "vscode";
import { documentationPath, documentationScheme, isPage, isRuleName } from "./rule-link.ts";

export function provideRulePages(extension: Uri): Disposable {
  const folder = Uri.joinPath(extension, "server", "docs");
  const pages = workspace.registerTextDocumentContentProvider(documentationScheme, {
    async provideTextDocumentContent({ path }) {
      try {
        if (!isPage(path)) return "There is no such page.";
        return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(folder, path)));
      } catch {
        return "There is no such page.";
      }
    },
  });
  // A finding's link opens its page in place of the guideline: the editor knows no other way.
  const aside = window.tabGroups.onDidChangeTabs(({ opened }) => {
    for (const tab of opened) if (isPageTab(tab) && !isAmongPages(tab.group)) void putAside(tab);
  });
  return Disposable.from(pages, aside);
}

/** Opens a rule's page beside the guideline; without a name asks for one of the rules that found something here. */
export async function showRule(argument: unknown): Promise<void> {
  const rule = isRuleName(argument) ? argument : await pickRule();
  if (rule) await open(pageOf(rule), ViewColumn.Beside, true);
}

export function pageOf(rule: string): Uri {
  return Uri.from({ scheme: documentationScheme, path: documentationPath(rule) });
}

/** Where pages are already; else in the given column. */
async function open(page: Uri, column: ViewColumn, preserveFocus: boolean): Promise<void> {
  const viewColumn = window.tabGroups.all.find(isAmongPages)?.viewColumn ?? column;
  isOpening = true;
  try {
    await commands.executeCommand("vscode.open", page, { viewColumn, preserveFocus, preview: true });
  } finally {
    isOpening = false;
  }
}

/** Whatever is opened now is opened where it belongs. */
let isOpening = false;

async function putAside(tab: Tab): Promise<void> {
  if (isOpening) return;
  await open((tab.input as TabInputCustom).uri, tab.group.viewColumn + 1, false);
  await window.tabGroups.close(tab);
}

const isAmongPages = ({ tabs }: TabGroup): boolean => tabs.length > 0 && tabs.every(isPageTab);

function isPageTab({ input }: Tab): boolean {
  return input instanceof TabInputCustom && input.uri.scheme === documentationScheme;
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
