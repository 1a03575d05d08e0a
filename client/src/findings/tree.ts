// The findings of the workspace as a tree: by rule and document, or by document and rule, with counts, and with the
// other sides of each conflict below it. Pure: it must not know VS Code.
import type { DocumentFindings, Range, WorkspaceFinding } from "../../../server/src/protocol.ts";

export type Grouping = "rule" | "document";
export type Found = Required<DocumentFindings>;
type Severity = WorkspaceFinding["severity"];

export interface Place {
  readonly uri: string;
  readonly range: Range;
}

export interface TreeNode {
  readonly kind: "rule" | "document" | "finding" | "side";
  /** The same for the same thing, whatever lines have moved. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** What is read out instead of label and description. */
  readonly spoken: string;
  /** The gravest below it. */
  readonly severity: Severity;
  readonly rule?: string;
  readonly place?: Place;
  readonly parent: TreeNode | undefined;
  readonly children: readonly TreeNode[];
}

export interface TreeOptions {
  readonly grouping: Grouping;
  /** How a document is called: its path in the workspace. */
  readonly pathOf: (uri: string) => string;
}

/** A finding and where it stands. */
interface Item extends Place {
  readonly finding: WorkspaceFinding;
}

const gravest: readonly Severity[] = ["error", "warning", "information", "hint"];
const severityOf = (items: readonly Item[]): Severity =>
  gravest.find((severity) => items.some(({ finding }) => finding.severity === severity)) ?? "hint";

export function treeOf(documents: readonly Found[], options: TreeOptions): readonly TreeNode[] {
  const items = documents.flatMap(({ uri, findings }) =>
    findings.map((finding) => ({ uri, range: finding.range, finding })),
  );
  return options.grouping === "rule"
    ? rules(items, undefined, (node, within) => files(within, node, options, findingNodes))
    : files(items, undefined, options, (node, within) =>
        rules(within, node, (rule, below) => findingNodes(rule, below, options)),
      );
}

export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

export const countOf = (documents: readonly Found[]): number =>
  documents.reduce((sum, { findings }) => sum + findings.length, 0);

type Below = (node: TreeNode, items: readonly Item[], options: TreeOptions) => readonly TreeNode[];

/** Gravest first, then by name. */
function rules(items: readonly Item[], parent: TreeNode | undefined, below: BelowRule): readonly TreeNode[] {
  return grouped(items, ({ finding }) => finding.rule)
    .map(([rule, within]) => {
      const documents = new Set(within.map(({ uri }) => uri)).size;
      const amount = counted(within.length, "finding");
      const where = parent ? "" : ` in ${counted(documents, "document")}`;
      const severity = severityOf(within);
      return withChildren(
        {
          kind: "rule",
          id: idOf(parent, rule),
          label: rule,
          description: parent ? `${within.length}` : `${within.length}${where}`,
          tooltip: `${rule}: ${amount}${where}.`,
          spoken: `${rule}, ${severity}, ${amount}${where}`,
          severity,
          rule,
          parent,
        },
        (node) => below(node, within),
      );
    })
    .sort((a, b) => rank(a) - rank(b) || (a.label < b.label ? -1 : 1));
}
type BelowRule = (node: TreeNode, items: readonly Item[]) => readonly TreeNode[];

const rank = ({ severity }: TreeNode) => gravest.indexOf(severity);

/** In the order of their addresses. */
function files(
  items: readonly Item[],
  parent: TreeNode | undefined,
  options: TreeOptions,
  below: Below,
): readonly TreeNode[] {
  return grouped(items, ({ uri }) => uri).map(([uri, within]) => {
    const [name, folder] = nameAndFolder(options.pathOf(uri));
    const amount = counted(within.length, "finding");
    const severity = severityOf(within);
    const [first] = within;
    return withChildren(
      {
        kind: "document",
        id: idOf(parent, uri),
        label: name,
        description: [String(within.length), folder].filter(Boolean).join(" · "),
        tooltip: `${options.pathOf(uri)}: ${amount}.`,
        spoken: `${name}, ${severity}, ${amount}`,
        severity,
        ...(parent?.rule !== undefined && { rule: parent.rule }),
        ...(first && { place: { uri, range: first.range } }),
        parent,
      },
      (node) => below(node, within, options),
    );
  });
}

function findingNodes(parent: TreeNode, items: readonly Item[], options: TreeOptions): readonly TreeNode[] {
  const seen = new Map<string, number>();
  return items.map(({ uri, range, finding }) => {
    const { message, rule, severity, related } = finding;
    // The same sentence may stand at two places of a document.
    const count = (seen.get(message) ?? 0) + 1;
    seen.set(message, count);
    const line = lineOf(range);
    return withChildren(
      {
        kind: "finding",
        id: idOf(parent, `${message} ${count}`),
        // The line comes first: the end of a long sentence is cut off.
        label: `${range.start.line + 1}: ${message}`,
        description: "",
        tooltip: message,
        spoken: `${severity}, ${line}: ${message}`,
        severity,
        rule,
        place: { uri, range },
        parent,
      },
      (node) => related.map((side, i) => sideNode(node, side, options, i)),
    );
  });
}

function sideNode(
  parent: TreeNode,
  { uri, range, message }: WorkspaceFinding["related"][number],
  { pathOf }: TreeOptions,
  number: number,
): TreeNode {
  const isHere = parent.place?.uri === uri;
  const name = nameAndFolder(pathOf(uri))[0];
  return {
    kind: "side",
    id: idOf(parent, String(number)),
    label: `${isHere ? "" : `${name}:`}${range.start.line + 1}: ${message}`,
    description: "",
    tooltip: message,
    spoken: `other side, ${isHere ? "" : `${name}, `}${lineOf(range)}: ${message}`,
    severity: parent.severity,
    ...(parent.rule !== undefined && { rule: parent.rule }),
    place: { uri, range },
    parent,
    children: [],
  };
}

function withChildren(
  node: Omit<TreeNode, "children">,
  below: (node: TreeNode) => readonly TreeNode[],
): TreeNode {
  const whole = { ...node, children: [] as readonly TreeNode[] };
  whole.children = below(whole);
  return whole;
}

function grouped(items: readonly Item[], keyOf: (item: Item) => string): readonly [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups];
}

const idOf = (parent: TreeNode | undefined, own: string) => `${parent?.id ?? ""}/${own}`;
const lineOf = ({ start }: Range) => `line ${start.line + 1}`;

function nameAndFolder(path: string): readonly [string, string] {
  const end = path.lastIndexOf("/");
  return [path.slice(end + 1), path.slice(0, Math.max(0, end))];
}
