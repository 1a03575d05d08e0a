// A rule's documentation as a page in the editor: the server writes it, a virtual document holds it.
// It must not know what any rule says.
import { commands, type Disposable, languages, TabInputCustom, ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type RuleDocumentationParams, ruleDocumentationRequest } from "../../server/src/protocol.ts";
import { reasonFor } from "./errors.ts";
import { documentationUri } from "./middleware.ts";
import { documentationScheme, isRuleName, ruleOfDocumentation } from "./rule-link.ts";

export function provideRulePages(client: LanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(documentationScheme, {
    async provideTextDocumentContent({ path }, token) {
      const rule = ruleOfDocumentation(path);
      if (!rule) return "There is no such rule.";
      const parameters: RuleDocumentationParams = { rule };
      try {
        const page = await client.sendRequest<string | null>(ruleDocumentationRequest, parameters, token);
        return page ?? `There is no rule named "${rule}".`;
      } catch (error) {
        return `The page about the rule "${rule}" could not be read. ${reasonFor(error)}`;
      }
    },
  });
}

/** Opens a rule's page beside the guideline; without a name asks for one of the rules that found something here. */
export async function showRule(argument: unknown): Promise<void> {
  const rule = isRuleName(argument) ? argument : await pickRule();
  if (!rule) return;
  const options = { viewColumn: columnForPages(), preserveFocus: true, preview: true };
  await commands.executeCommand("vscode.open", documentationUri(rule), options);
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
