// Findings as SARIF 2.1.0, for code scanning: rules with their pages, both sides of a conflict, fixes to choose.

import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { type Severity, severities } from "../config.ts";
import { documentationPage } from "../rules/documentation.ts";
import { fingerprintOf } from "../rules/finding-fingerprint.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import type { Range } from "../text/lines.ts";
import { version } from "../version.ts";
import type { PlacedEdit, PlacedFinding, PlacedFix } from "./check-documents.ts";
import { type Report, slashed } from "./report.ts";

const levels: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

export function toSarif({ findings, problems }: Report): string {
  const used = rules.filter(({ id }) => findings.some(({ rule }) => rule === id));
  const indices = new Map(used.map(({ id }, i) => [id, i]));
  const run = {
    tool: {
      driver: { name: "Guidewright", semanticVersion: semantic(version), rules: used.map(descriptor) },
    },
    columnKind: "utf16CodeUnits",
    originalUriBaseIds: {
      "%SRCROOT%": { description: { text: "The folder in which guidewright was run." } },
    },
    invocations: [
      {
        executionSuccessful: problems.length === 0,
        toolExecutionNotifications: problems.map((text) => ({ level: "error", message: { text } })),
      },
    ],
    results: findings.map((finding) => result(finding, indices.get(finding.rule))),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A version that is none, as in sources that were not built, must not break whoever reads it. */
const semantic = (text: string): string => (/^\d+\.\d+\.\d+/.test(text) ? text : "0.0.0");

function descriptor({ id, severity, summary, rationale }: Rule) {
  const page = documentationPage(id) ?? summary;
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: `${summary} ${rationale}` },
    help: { text: `${summary}\n\n${rationale}`, markdown: page },
    defaultConfiguration: { level: levels[severity] },
  };
}

function result(finding: PlacedFinding, ruleIndex: number | undefined) {
  const { rule, severity, message, file, range, related, fixes, identity } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levels[severity],
    // Two severities share a level.
    rank: 100 - (100 / severities.length) * severities.indexOf(severity),
    message: { text: message },
    partialFingerprints: { "guidewright/v1": fingerprintOf(identity) },
    locations: [{ physicalLocation: location(file, range) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        physicalLocation: location(other.file, other.range),
        message: { text: other.message },
      })),
    }),
    ...(fixes.length > 0 && { fixes: fixes.map(fixOf) }),
  };
}

const fixOf = ({ title, file, edits }: PlacedFix) => ({
  description: { text: title },
  artifactChanges: [{ artifactLocation: artifact(file), replacements: edits.map(replacement) }],
});

const replacement = ({ range, newText }: PlacedEdit) => ({
  deletedRegion: region(range),
  insertedContent: { text: newText },
});

const location = (file: string, range: Range) => ({
  artifactLocation: artifact(file),
  region: region(range),
});

/** What lies outside of where the command runs has no relative address. */
function artifact(file: string) {
  if (isAbsolute(file) || file.startsWith("..")) return { uri: pathToFileURL(file).href };
  return { uri: slashed(file).split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

const region = ({ start, end }: Range) => ({
  startLine: start.line + 1,
  startColumn: start.character + 1,
  endLine: end.line + 1,
  endColumn: end.character + 1,
});
