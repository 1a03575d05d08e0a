// Findings as pull diagnostics, and as a list that an older client is sent. No model ever runs here.

import { createHash } from "node:crypto";
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from "vscode-languageserver";
import type { Guideline } from "../guideline/guideline.ts";
import { fingerprintOf } from "../rules/finding-fingerprint.ts";
import { identitiesOf } from "../rules/finding-identity.ts";
import {
  rules as allRules,
  type Checked,
  type CheckOptions,
  checkGuideline,
  checkSteps,
} from "../rules/index.ts";
import type { Finding, Rule } from "../rules/rule.ts";
import { entryOf } from "../workspace/baseline.ts";
import type { Checkable, Snapshot } from "../workspace/snapshot.ts";
import type { Feature } from "./feature.ts";
import { diagnosticToLsp } from "./to-lsp.ts";

const checked = new WeakMap<readonly Rule[], WeakMap<Snapshot, Checked>>();

/** The findings of a snapshot, worked out once. A snapshot holds what it is compared with. */
export function findingsOf(snapshot: Snapshot, rules = allRules): Checked {
  const ofRules = checked.get(rules) ?? new WeakMap<Snapshot, Checked>();
  checked.set(rules, ofRules);
  const known = ofRules.get(snapshot);
  if (known) return known;
  const all = checkGuideline(snapshot.checked, optionsOf(snapshot, rules));
  const findings = knownAsHints(snapshot, all.findings).map((finding) => inText(snapshot.checked, finding));
  const fresh = { ...all, findings };
  ofRules.set(snapshot, fresh);
  return fresh;
}

/** What would be found, and where in the text, if the document were this guideline. */
export const findingsAs = (document: Checkable, guideline: Guideline): readonly Finding[] =>
  checkGuideline(guideline, optionsOf(document, allRules)).findings.map((one) => inText(guideline, one));

/** The findings of a guideline that nobody has open: one rule a step, and not kept. */
export function* findingSteps(document: Checkable, rules = allRules): Generator<void, Checked> {
  const all = yield* checkSteps(document.checked, optionsOf(document, rules));
  return { ...all, findings: knownAsHints(document, all.findings) };
}

/** Its places are those in the document's text. What is said of others is left to their own lines. */
function inText({ lines }: Guideline, finding: Finding): Finding {
  if (lines.ofText === lines) return finding;
  const { span, related } = finding;
  return {
    ...finding,
    span: lines.inText(span),
    related: related.map((side) => (side.in ? side : { ...side, span: lines.inText(side.span) })),
    fixes: () =>
      finding
        .fixes()
        .map((fix) =>
          fix.in
            ? fix
            : { ...fix, edits: fix.edits.map((edit) => ({ ...edit, span: lines.inText(edit.span) })) },
        ),
  };
}

const optionsOf = (document: Checkable, list: readonly Rule[]): CheckOptions => ({
  ...document.rules,
  list,
  neighbours: document.neighbours,
  follow: document.follow,
  wholeProject: document.whole,
});

/** What the project's baseline has is shown, but does not stand in the way of what is new. */
function knownAsHints({ checked, known }: Checkable, findings: readonly Finding[]): readonly Finding[] {
  if (!known || known.size === 0) return findings;
  const identities = identitiesOf(checked, findings);
  return findings.map((finding, i) =>
    known.has(entryOf(finding.rule, fingerprintOf(identities[i] ?? "")))
      ? { ...finding, severity: "hint", message: `Known, in the baseline: ${finding.message}` }
      : finding,
  );
}

export function provideDiagnostics(snapshot: Snapshot, rules = allRules): Diagnostic[] {
  if (!snapshot.recognition.guideline) return [];
  const { unread, lines } = snapshot.checked;
  if (unread) {
    const range = lines.rangeOf({ start: 0, end: Math.min(lines.end(0), 200) });
    return [{ range, severity: 3, source: "Guidewright", code: unread.kind, message: unread.message }];
  }
  return findingsOf(snapshot, rules).findings.map((finding) => diagnosticToLsp(snapshot, finding));
}

export interface DiagnosticsFeature extends Feature {
  /** For whoever sends them unasked. */
  provide(snapshot: Snapshot): Diagnostic[];
  /**
   * Whether a client that asked about this very text would now be told something else, because another
   * document changed. Said once for each such change.
   */
  isNews(snapshot: Snapshot): boolean;
  /** The document was closed. */
  forget(uri: string): void;
}

interface Told {
  readonly version: number;
  readonly text: string;
  readonly resultId: string;
}

const nothing: DocumentDiagnosticReport = { kind: "full", items: [] };

export function diagnosticsFeature(
  logFailure: (rule: string, error: unknown) => void,
  rules: readonly Rule[] = allRules,
): DiagnosticsFeature {
  const failed = new Set<string>();
  const told = new Map<string, Told>();

  const provide = (snapshot: Snapshot): Diagnostic[] => {
    const items = provideDiagnostics(snapshot, rules);
    if (items.length === 0 && !snapshot.recognition.guideline) return items;
    for (const { rule, error } of findingsOf(snapshot, rules).failures) {
      // It will fail again at every key.
      if (!failed.has(rule)) logFailure(rule, error);
      failed.add(rule);
    }
    return items;
  };
  const tell = ({ uri, version, text }: Snapshot, items: readonly Diagnostic[]): string => {
    const resultId = createHash("sha1").update(JSON.stringify(items)).digest("base64");
    told.set(uri, { version, text, resultId });
    return resultId;
  };

  return {
    capabilities: {
      diagnosticProvider: {
        identifier: "guidewright",
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    },
    provide,
    isNews(snapshot) {
      const before = told.get(snapshot.uri);
      if (before?.version !== snapshot.version || before.text !== snapshot.text) return false;
      return tell(snapshot, provide(snapshot)) !== before.resultId;
    },
    forget: (uri) => void told.delete(uri),
    register(on, guard) {
      on.request(
        "textDocument/diagnostic",
        guard<DocumentDiagnosticParams, DocumentDiagnosticReport>(
          nothing,
          (snapshot, { previousResultId }) => {
            const items = provide(snapshot);
            const resultId = tell(snapshot, items);
            return resultId === previousResultId
              ? { kind: "unchanged", resultId }
              : { kind: "full", resultId, items };
          },
        ),
      );
    },
  };
}
