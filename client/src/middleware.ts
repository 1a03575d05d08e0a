// What the client changes on the way between editor and server: settings are looked up for Markdown, no
// suggestion is asked for outside guidelines, and a finding's rule becomes a link that opens in the editor.
// It must not start anything.
import { type Diagnostic, type TextDocument, Uri, workspace } from "vscode";
import type { Middleware, vsdiag } from "vscode-languageclient/node";
import type { Guidelines } from "./guidelines.ts";
import type { QuietDiagnostics } from "./quiet-diagnostics.ts";
import { ruleOfLink } from "./rule-link.ts";
import { pageOf } from "./rule-pages.ts";

export function middleware(guidelines: Guidelines, quiet: QuietDiagnostics): Middleware {
  return {
    workspace: { configuration: ({ items }) => items.map(settingsOf) },
    provideInlineCompletionItems: (document, position, context, token, next) =>
      guidelines.isGuideline(document) && suggests(document)
        ? next(document, position, context, token)
        : null,
    handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withRuleLink)),
    provideDiagnostics: async (document, previousResultId, token, next) => {
      const version = isOpen(document) ? document.version : undefined;
      const report = await next(document, previousResultId, token);
      if (report) linkRules(report);
      if (report && isOpen(document) && version !== undefined)
        quiet.answered(document, version, report.kind === "unChanged");
      return report;
    },
    provideWorkspaceDiagnostics: (resultIds, token, reporter, next) =>
      next(resultIds, token, (chunk) => {
        for (const report of chunk?.items ?? []) linkRules(report);
        reporter(chunk);
      }),
  } as Middleware;
}

const isOpen = (document: TextDocument | Uri): document is TextDocument => "version" in document;

/** The language client asks for a resource only; without a language `[markdown]` settings would be lost. */
function settingsOf({ section, scopeUri }: { section?: string; scopeUri?: string }): unknown {
  const scope = { languageId: "markdown", ...(scopeUri && { uri: Uri.parse(scopeUri) }) };
  const value = workspace
    .getConfiguration(undefined, scope as { uri: Uri; languageId: string })
    .get(section ?? "");
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

function suggests(document: TextDocument): boolean {
  return workspace.getConfiguration("guidewright", document).get("completion.enable", true);
}

function linkRules(report: vsdiag.DocumentDiagnosticReport | vsdiag.WorkspaceDocumentDiagnosticReport): void {
  if ("items" in report) report.items = report.items.map(withRuleLink);
}

function withRuleLink(diagnostic: Diagnostic): Diagnostic {
  const code = diagnostic.code;
  if (typeof code !== "object") return diagnostic;
  const rule = ruleOfLink(code.target);
  if (rule) diagnostic.code = { value: code.value, target: pageOf(rule) };
  return diagnostic;
}
