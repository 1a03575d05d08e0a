// Findings as pull diagnostics, and as a list that an older client is sent. No model ever runs here.

import { createHash } from "node:crypto";
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import { type Checked, checkGuideline } from "../rules/index.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Feature } from "./feature.ts";
import { diagnosticToLsp } from "./to-lsp.ts";

const checked = new WeakMap<Snapshot, Checked>();

/** The findings of a snapshot, worked out once. */
export function findingsOf(snapshot: Snapshot): Checked {
  const known = checked.get(snapshot);
  if (known) return known;
  const fresh = checkGuideline(snapshot.guideline, snapshot.settings.rules);
  checked.set(snapshot, fresh);
  return fresh;
}

export function provideDiagnostics(snapshot: Snapshot): Diagnostic[] {
  if (!snapshot.recognition.guideline) return [];
  const { unread, lines } = snapshot.guideline;
  if (unread) {
    const range = lines.rangeOf({ start: 0, end: Math.min(lines.end(0), 200) });
    return [{ range, severity: 3, source: "Guidewright", code: unread.kind, message: unread.message }];
  }
  return findingsOf(snapshot).findings.map((finding) => diagnosticToLsp(snapshot, finding));
}

const nothing: DocumentDiagnosticReport = { kind: "full", items: [] };

export function diagnosticsFeature(logFailure: (rule: string, error: unknown) => void): Feature {
  return {
    capabilities: {
      diagnosticProvider: {
        identifier: "guidewright",
        interFileDependencies: false,
        workspaceDiagnostics: false,
      },
    },
    register(on, guard) {
      on.request(
        "textDocument/diagnostic",
        guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
          nothing,
          (snapshot, { previousResultId }) => {
            const items = provideDiagnostics(snapshot);
            for (const { rule, error } of checked.get(snapshot)?.failures ?? []) logFailure(rule, error);
            const resultId = createHash("sha1").update(JSON.stringify(items)).digest("base64");
            return resultId === previousResultId
              ? { kind: "unchanged", resultId }
              : { kind: "full", resultId, items };
          },
        ),
      );
    },
  };
}
