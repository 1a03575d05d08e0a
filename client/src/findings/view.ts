// The view "Findings": asks the server when it is looked at and something has changed, and hands the tree to VS Code.
// What stands in it is decided in tree.ts. It must not know rules.
import {
  commands,
  Disposable,
  EventEmitter,
  languages,
  MarkdownString,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
  workspace,
} from "vscode";
import { type LanguageClient, State } from "vscode-languageclient/node";
import {
  type FindingsResult,
  findingsChangedNotification,
  findingsRequest,
  type Range as ProtocolRange,
} from "../../../server/src/protocol.ts";
import type { QuietDiagnostics } from "../quiet-diagnostics.ts";
import { ask } from "../requests.ts";
import { KnownFindings } from "./known.ts";
import { counted, countOf, type Found, type Grouping, type Place, type TreeNode, treeOf } from "./tree.ts";

const viewId = "guidewright.findings";
/** Someone who types without a pause is shown what was found last. */
const mostTries = 3;
/** Milliseconds; the server waits 400 for a pause. */
const longestRest = 1000;

export class FindingsView {
  /** The rule of what was last chosen in the view. */
  chosenRule: string | undefined;
  readonly #client: LanguageClient;
  readonly #quiet: QuietDiagnostics;
  readonly #known = new KnownFindings();
  readonly #view: TreeView<TreeNode>;
  readonly #changed = new EventEmitter<undefined>();
  readonly #listening: Disposable;
  #grouping: Grouping = "rule";
  #roots: readonly TreeNode[] = [];
  #isStale = true;
  #asking: Promise<void> | undefined;
  /** Something changed while the server was being asked. */
  #again = false;
  /** Those who wait for the server's word. */
  readonly #resting = new Set<() => void>();

  constructor(client: LanguageClient, quiet: QuietDiagnostics) {
    this.#client = client;
    this.#quiet = quiet;
    this.#view = window.createTreeView(viewId, {
      treeDataProvider: {
        onDidChangeTreeData: this.#changed.event,
        getChildren: (node) => [...(node?.children ?? this.#roots)],
        getParent: (node) => node.parent,
        getTreeItem: itemOf,
      },
      showCollapseAll: true,
    });
    this.#listening = Disposable.from(
      this.#changed,
      this.#view,
      this.#view.onDidChangeVisibility(() => this.#update()),
      this.#view.onDidChangeSelection(({ selection: [node] }) => {
        this.chosenRule = node?.rule ?? this.chosenRule;
      }),
      quiet.onDidRelease(() => this.#show()),
      client.onNotification(findingsChangedNotification, () => this.#outdated()),
      // The server tells only after a pause; whoever asks before must not be shown the past.
      languages.onDidChangeDiagnostics(() => {
        this.#isStale = true;
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#outdated();
      }),
    );
    this.#tell("asking");
    void this.groupBy("rule");
  }

  async groupBy(grouping: Grouping): Promise<void> {
    this.#grouping = grouping;
    await commands.executeCommand("setContext", "guidewright.findings.grouping", grouping);
    this.#show();
  }

  /** What is found now, whether or not anyone looks at the view. */
  async current(): Promise<readonly Found[]> {
    for (let tries = 0; this.#isStale && tries < mostTries; tries++) {
      if (tries > 0) await this.#rest();
      await this.#ask();
    }
    return this.#documents();
  }

  /** Selects it where the view can be seen. */
  async reveal(place: Place): Promise<void> {
    const node = this.#view.visible ? findNode(this.#roots, place) : undefined;
    if (node) await this.#view.reveal(node, { select: true, focus: false });
  }

  dispose(): void {
    this.#listening.dispose();
    commands.executeCommand("setContext", "guidewright.findings.state", undefined);
  }

  /** Until the server says that it is worth asking again, or for as long as nobody minds waiting. */
  #rest(): Promise<void> {
    return new Promise((resolve) => {
      this.#resting.add(resolve);
      setTimeout(resolve, longestRest);
    });
  }

  #outdated(): void {
    for (const resolve of this.#resting) resolve();
    this.#resting.clear();
    this.#isStale = true;
    this.#again = this.#asking !== undefined;
    this.#update();
  }

  #update(): void {
    if (this.#isStale && this.#view.visible) void this.#ask();
    // A number that nobody keeps up to date says nothing.
    else if (this.#isStale) this.#view.badge = undefined;
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#request().finally(() => {
      this.#asking = undefined;
      if (this.#again) this.#outdated();
    });
    return this.#asking;
  }

  async #request(): Promise<void> {
    if (!this.#client.isRunning()) return;
    this.#isStale = false;
    try {
      const request = () => ask<FindingsResult | null>(this.#client, findingsRequest, this.#known.parameters);
      const isFirst = this.#known.guidelines === undefined;
      const result = await (isFirst ? window.withProgress({ location: { viewId } }, request) : request());
      // Otherwise something changed meanwhile, and the server says when to ask again.
      if (!result) this.#isStale = true;
      else if (this.#known.take(result)) this.#show();
    } catch {
      this.#isStale = true; // The client has logged it; the next change asks again.
    }
  }

  #show(): void {
    const { guidelines } = this.#known;
    const documents = this.#documents();
    const pathOf = (uri: string) => workspace.asRelativePath(Uri.parse(uri));
    this.#roots = treeOf(documents, { grouping: this.#grouping, pathOf });
    const count = countOf(documents);
    const said = `${counted(count, "finding")} in ${counted(documents.length, "document")}`;
    this.#view.description = count > 0 ? said : "";
    this.#view.badge = count > 0 ? { value: count, tooltip: said } : undefined;
    if (guidelines !== undefined) this.#tell(count > 0 ? "some" : "none");
    this.#changed.fire(undefined);
  }

  /** Nor does the view speak of a word that is still being typed. */
  #documents(): readonly Found[] {
    return this.#known.without((uri, { rule, range, related }) => {
      const places = [range, ...related.filter((side) => side.uri === uri).map((side) => side.range)];
      return this.#quiet.holds(Uri.parse(uri), { rule, places });
    });
  }

  /** What an empty view says. */
  #tell(state: "asking" | "some" | "none"): void {
    commands.executeCommand("setContext", "guidewright.findings.state", state);
  }
}

const icons = {
  error: new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground")),
  warning: new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground")),
  information: new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground")),
  hint: new ThemeIcon("lightbulb"),
} as const;

function itemOf(node: TreeNode): TreeItem {
  const { None, Collapsed, Expanded } = TreeItemCollapsibleState;
  const opened = node.kind === "finding" || node.parent === undefined ? Collapsed : Expanded;
  const item = new TreeItem(node.label, node.children.length === 0 ? None : opened);
  item.id = node.id;
  item.description = node.description;
  item.tooltip = new MarkdownString().appendText(node.tooltip);
  item.accessibilityInformation = { label: node.spoken };
  item.contextValue = node.kind;
  item.iconPath =
    node.kind === "document"
      ? new ThemeIcon("markdown")
      : node.kind === "side"
        ? new ThemeIcon("arrow-both")
        : icons[node.severity];
  if (node.place && (node.kind === "finding" || node.kind === "side")) {
    item.command = {
      command: "vscode.open",
      title: "Open",
      arguments: [Uri.parse(node.place.uri), { selection: rangeOf(node.place.range) }],
    };
  }
  return item;
}

export function rangeOf({ start, end }: ProtocolRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

function findNode(nodes: readonly TreeNode[], place: Place): TreeNode | undefined {
  for (const node of nodes) {
    const isIt =
      node.kind === "finding" && node.place?.uri === place.uri && isSame(node.place.range, place.range);
    const found = isIt ? node : findNode(node.children, place);
    if (found) return found;
  }
  return undefined;
}

const isSame = (a: ProtocolRange, b: ProtocolRange) => JSON.stringify(a) === JSON.stringify(b);
