// Converts findings and edits to the protocol's types. Converts only.

import type {
  Diagnostic,
  DiagnosticSeverity,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Severity } from "../config.ts";
import type { Finding } from "../rules/rule.ts";
import type { Lines } from "../text/lines.ts";
import type { Edit } from "../text/span.ts";
import type { Snapshot } from "../workspace/snapshot.ts";

const severityToLsp: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: 1,
  warning: 2,
  information: 3,
  hint: 4,
};

/** Clients that can open it inside the editor rewrite this scheme. */
const ruleScheme = "guidewright-rule";

export function diagnosticToLsp({ uri, guideline }: Snapshot, finding: Finding): Diagnostic {
  const { lines } = guideline;
  return {
    range: lines.rangeOf(finding.span),
    severity: severityToLsp[finding.severity],
    source: "Guidewright",
    code: finding.rule,
    codeDescription: { href: `${ruleScheme}:${finding.rule}` },
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: { uri: related.uri ?? uri, range: lines.rangeOf(related.span) },
        message: related.message,
      })),
    }),
  };
}

export function editsToLsp(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
}

/** Bound to the version it was made for: an editor refuses it when the text has changed. */
export function workspaceEditToLsp(
  { uri, version, guideline }: Snapshot,
  edits: readonly Edit[],
): WorkspaceEdit {
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: editsToLsp(guideline.lines, edits),
  };
  return { documentChanges: [change] };
}
