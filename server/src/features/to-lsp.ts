// Converts findings and edits to the protocol's types. Converts only.

import type {
  Diagnostic,
  DiagnosticSeverity,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Severity } from "../config.ts";
import type { Guideline } from "../guideline/guideline.ts";
import type { WorkspaceFinding } from "../protocol.ts";
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

export function diagnosticToLsp({ uri, checked }: Snapshot, finding: Finding): Diagnostic {
  const lines = checked.lines.ofText;
  return {
    range: lines.rangeOf(finding.span),
    severity: severityToLsp[finding.severity],
    source: "Guidewright",
    code: finding.rule,
    codeDescription: { href: `${ruleScheme}:${finding.rule}` },
    message: finding.message,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map((related) => ({
        location: {
          uri: related.in?.uri ?? uri,
          range: (related.in?.guideline.lines ?? lines).rangeOf(related.span),
        },
        message: related.message,
      })),
    }),
  };
}

/** As our own request hands it out. */
export function findingToProtocol(
  { uri, checked }: Pick<Snapshot, "uri" | "checked">,
  { rule, severity, span, message, related }: Finding,
): WorkspaceFinding {
  const lines = checked.lines.ofText;
  return {
    rule,
    severity,
    range: lines.rangeOf(span),
    message,
    related: related.map((side) => ({
      uri: side.in?.uri ?? uri,
      range: (side.in?.guideline.lines ?? lines).rangeOf(side.span),
      message: side.message,
    })),
  };
}

export function editsToLsp(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: lines.rangeOf(span), newText }));
}

/** A document that is edited; one that is not open has no version. */
interface Target {
  readonly uri: string;
  readonly version: number | null;
  readonly guideline: Pick<Guideline, "lines">;
}

/** Bound to the version it was made for: an editor refuses it when the text has changed. */
export function workspaceEditToLsp(
  { uri, version, guideline }: Target,
  edits: readonly Edit[],
): WorkspaceEdit {
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: editsToLsp(guideline.lines, edits),
  };
  return { documentChanges: [change] };
}
