// The findings of guidelines that are compared with each other, as plain data: what workers hand back and what all
// formats print. It must not read files or know formats.

import type { Severity } from "../config.ts";
import { type Guideline, parseGuideline } from "../guideline/guideline.ts";
import { identitiesOf } from "../rules/finding-identity.ts";
import { rules as allRules, checkGuideline } from "../rules/index.ts";
import type { Finding, Fix, Neighbour, Rule } from "../rules/rule.ts";
import type { Lines, Position, Range } from "../text/lines.ts";
import { keepTexts } from "../text/memory.ts";
import type { Span } from "../text/span.ts";
import { followFrom } from "./followed.ts";
import type { Source } from "./source.ts";

export interface Place {
  readonly file: string;
  /** Lines and characters count from zero. */
  readonly range: Range;
}

export interface PlacedEdit {
  readonly range: Range;
  readonly span: Span;
  readonly newText: string;
}

export interface PlacedFix {
  readonly title: string;
  readonly certain: boolean;
  readonly file: string;
  readonly edits: readonly PlacedEdit[];
}

export interface PlacedFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly fixes: readonly PlacedFix[];
  /** The same as long as the finding is the same one, wherever it moves; its fingerprint is what is shown. */
  readonly identity: string;
}

export interface Checked {
  readonly findings: readonly PlacedFinding[];
  /** Rules that failed, a sentence each. */
  readonly failures: readonly string[];
}

interface Document extends Neighbour {
  readonly file: string;
  readonly rules: Source["rules"];
  readonly project: string | undefined;
  readonly whole: boolean;
}

/** Which rules look at a document: all, those that read it alone, or those that read others too. */
export type Part = "all" | "alone" | "compared";

/** Checks one of the documents, by its place in the list. Each is read when it is first looked at. */
export type CheckDocument = (at: number, part?: Part) => Checked;

const nothing: Checked = { findings: [], failures: [] };

export function checkerOf(sources: readonly Source[], only?: readonly string[]): CheckDocument {
  keepTexts();
  const rules = only ? allRules.filter(({ id }) => only.includes(id)) : allRules;
  const lists: Readonly<Record<Part, readonly Rule[]>> = {
    all: rules,
    alone: rules.filter(({ compares }) => !compares),
    compared: rules.filter(({ compares }) => compares),
  };
  const documents = sources.map(documentOf);
  return (at, part = "all") => {
    const own = documents[at];
    const list = lists[part];
    if (!own || list.length === 0) return nothing;
    // Guidelines of other projects are for other readers.
    const neighbours = documents.filter((other) => other !== own && other.project === own.project);
    const follow = followFrom(own, [own, ...neighbours]);
    const around = { neighbours, follow, list, wholeProject: own.whole };
    const { findings, failures } = checkGuideline(own.guideline, { ...own.rules, ...around });
    const identities = identitiesOf(own.guideline, findings);
    return {
      findings: findings.map((finding, i) => ({
        ...placed(finding, own, neighbours),
        identity: identities[i] ?? "",
      })),
      failures: failures.map(({ rule, error }) => `${own.file}: the rule ${rule} failed: ${String(error)}`),
    };
  };
}

/** What the two parts found of one document, in the order in which all rules together find it. */
export function together(one: Checked, other: Checked): Checked {
  const findings = [...one.findings, ...other.findings];
  findings.sort(
    (a, b) =>
      before(a.range.start, b.range.start) || before(a.range.end, b.range.end) || (a.rule < b.rule ? -1 : 1),
  );
  return { findings, failures: [...one.failures, ...other.failures] };
}

const before = (a: Position, b: Position): number => a.line - b.line || a.character - b.character;

function documentOf({ file, uri, text, project, whole = false, rules, dictionary }: Source): Document {
  let guideline: Guideline | undefined;
  return {
    file,
    uri,
    project,
    whole,
    rules,
    get guideline() {
      guideline ??= parseGuideline(text, dictionary);
      return guideline;
    },
  };
}

function placed(
  finding: Finding,
  own: Document,
  neighbours: readonly Document[],
): Omit<PlacedFinding, "identity"> {
  const { rule, severity, message, span, related } = finding;
  const documentIn = (other: Neighbour | undefined): Document =>
    neighbours.find(({ uri }) => uri === other?.uri) ?? own;
  return {
    file: own.file,
    rule,
    severity,
    message,
    range: own.guideline.lines.rangeOf(span),
    related: related.map((other) => {
      const { file, guideline } = documentIn(other.in);
      return { file, range: guideline.lines.rangeOf(other.span), message: other.message };
    }),
    fixes: finding.fixes().map((fix) => placedFix(fix, documentIn(fix.in))),
  };
}

function placedFix({ title, certain, edits }: Fix, { file, guideline: { lines } }: Document): PlacedFix {
  return { title, certain, file, edits: edits.map((edit) => placedEdit(edit, lines)) };
}

const placedEdit = ({ span, newText }: Fix["edits"][number], lines: Lines): PlacedEdit => ({
  range: lines.rangeOf(span),
  span,
  newText,
});
