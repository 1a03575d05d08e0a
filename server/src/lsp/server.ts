// The language server: ties features, workspace and model to one connection, and keeps its life cycle. All
// parts are given from outside; it must not know a transport or how models are run.

import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type InitializeResult,
  type ProgressToken,
  ProgressType,
  TextDocumentSyncKind,
  WorkDoneProgress,
} from "vscode-languageserver/node";
import type { Settings } from "../config.ts";
import type { DiagnosticsFeature } from "../features/diagnostics.ts";
import type { Call, Feature, On } from "../features/feature.ts";
import type { FindingsFeature } from "../features/findings.ts";
import type { ModelService } from "../llm/model-service.ts";
import type { ModelShelf } from "../llm/shelf.ts";
import { type CursorParams, cursorNotification } from "../protocol.ts";
import { keyOf } from "../workspace/location.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answer, createGuard, type LogError } from "./guard.ts";
import { withPlainEdits } from "./plain-edits.ts";
import { Preparing } from "./preparing.ts";
import { ProjectFiles } from "./project-files.ts";
import { Pushed } from "./pushed-diagnostics.ts";
import { RelatedDiagnostics } from "./related-diagnostics.ts";
import { type ClientSettings, proxySections } from "./settings.ts";
import { filesChanged, foldersOf, watchers, withFolders } from "./workspace-files.ts";

export interface ServerParts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly settings: ClientSettings;
  readonly features: readonly Feature[];
  /** Also among the features. */
  readonly diagnostics: DiagnosticsFeature;
  /** Also among the features. */
  readonly findings: FindingsFeature;
  readonly models: ModelService;
  readonly shelf: ModelShelf;
  readonly logError: LogError;
  readonly version: string;
  /** Called after each edit and each answer. */
  readonly tidy: () => void;
}

type Client = InitializeParams["capabilities"];

export function startServer(parts: ServerParts): void {
  const { connection, models, settings, workspace } = parts;
  let client: Client = {};
  let folders: readonly string[] = [];
  const pushed = new Pushed(parts);
  const askAgain = () => askToPullAgain(parts, client);
  const related = new RelatedDiagnostics({ ...parts, refresh: askAgain, send: (uri) => pushed.changed(uri) });
  const changed = () => {
    related.changed();
    parts.findings.changed();
  };
  workspace.onDiskChange = changed;

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities ?? {};
    folders = foldersOf(params);
    settings.initialize(client.workspace?.configuration === true, params.initializationOptions);
    workspace.mayMakeFiles = mayMakeFiles(client);
    pushed.enabled = client.textDocument?.diagnostic === undefined;
    return resultOf(parts);
  });
  connection.onInitialized(() => {
    watchForChanges(parts, client);
    void applyMachineSettings(parts);
    workspace.closed.readFolders(folders);
    projectFiles.read();
    // Only now: the library registers a handler of its own when it is initialised.
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
      folders = withFolders(folders, event);
      workspace.closed.readFolders(folders);
      changed();
    });
  });
  connection.onShutdown(() => models.dispose());

  const refresh = () => {
    parts.findings.changed();
    pushed.changedAll();
    askAgain();
  };
  const projectFiles = new ProjectFiles({ ...parts, onChange: refresh });
  syncDocuments(parts, { pushed, projectFiles, changed }, () => watchesFiles(client));
  const useSettings = () => {
    void applyMachineSettings(parts);
    workspace.closed.lookAgain();
    refresh();
  };
  settings.onLate = useSettings;
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    useSettings();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const { isProject, isLinked } = filesChanged(workspace, changes);
    if (isProject) projectFiles.changed();
    else if (isLinked) related.changed();
  });
  registerFeatures(parts, () => client.workspace?.workspaceEdit?.documentChanges === true);
  connection.listen();
}

const resultOf = ({ features, version }: ServerParts): InitializeResult => ({
  serverInfo: { name: "Guidewright", version },
  capabilities: {
    positionEncoding: "utf-16",
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
  },
});

interface Followers {
  readonly pushed: Pushed;
  readonly projectFiles: ProjectFiles;
  /** Findings of others may be others. */
  readonly changed: () => void;
}

function syncDocuments(
  parts: ServerParts,
  { pushed, projectFiles, changed }: Followers,
  watches: () => boolean,
): void {
  const { connection, workspace, settings, models, diagnostics, logError } = parts;
  const preparing = new Preparing(parts);
  followCursor(connection, preparing);
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (typeof uri !== "string" || typeof text !== "string") return;
    if (projectFiles.open(uri, version, text)) return;
    // A guidewright.yaml may have come or gone unnoticed by a client that watches no files.
    workspace.projects.forget();
    workspace.baselines.forget();
    workspace.documents.open({ uri, version, text });
    // Whoever opens another document has finished the word.
    pushed.finished();
    pushed.changed(uri);
    changed();
    // So may any file; outside the folders nobody watches.
    if (!watches() || !workspace.closed.isInFolders(keyOf(uri))) {
      workspace.closed.lookAgain();
      workspace.linked.forget();
    }
    warmFor(uri, workspace, models).catch((error: unknown) => logError("Warming the model failed", error));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    if (projectFiles.change(uri, version, contentChanges)) return;
    workspace.documents.change(uri, version, contentChanges);
    pushed.edited(uri, contentChanges);
    preparing.edited(uri, contentChanges);
    changed();
    parts.tidy();
  });
  connection.onDidSaveTextDocument(() => pushed.finished());
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (typeof uri !== "string" || projectFiles.close(uri)) return;
    workspace.documents.close(uri);
    settings.forget(uri);
    diagnostics.forget(uri);
    pushed.closed(uri);
    // From now on what is on disk counts.
    workspace.closed.look(keyOf(uri));
    changed();
  });
}

function followCursor(connection: Connection, preparing: Preparing): void {
  connection.onNotification(cursorNotification, (params: Partial<CursorParams> | undefined) => {
    const { textDocument, position } = params ?? {};
    if (typeof textDocument?.uri === "string" && position) preparing.rests(textDocument.uri, position);
  });
}

/** The model is loaded while the author reads, so that the first suggestion need not wait for it. */
async function warmFor(uri: string, workspace: Workspace, models: ModelService): Promise<void> {
  const snapshot = await workspace.snapshot(uri);
  if (snapshot?.recognition.guideline && snapshot.settings["completion.enable"]) models.warm();
}

function registerFeatures(
  { connection, features, workspace, logError, tidy }: ServerParts,
  takesVersions: () => boolean,
): void {
  const on: On = {
    request(method, handler) {
      // Without parameters the library passes the token alone.
      connection.onRequest(method, (...args: [CancellationToken] | [never, CancellationToken]) => {
        const [params, token] = args.length === 1 ? [undefined as never, args[0]] : args;
        const answered = answer<never, unknown>(
          handler,
          replies(connection, params),
          logError,
        )(params, token);
        void answered.then(tidy);
        return takesVersions() ? answered : answered.then(withPlainEdits);
      });
    },
  };
  const guard = createGuard(workspace, logError);
  for (const feature of features) feature.register(on, guard);
}

/** Sends what a handler reports to the tokens that its caller gave. */
function replies(connection: Connection, params: unknown): Omit<Call, "signal"> {
  const { partialResultToken, workDoneToken } = (params ?? {}) as Record<string, ProgressToken | undefined>;
  return {
    report(value) {
      if (partialResultToken === undefined) return;
      connection.sendProgress(new ProgressType<unknown>(), partialResultToken, value).catch(() => {});
    },
    progress(message, percentage) {
      if (workDoneToken === undefined) return;
      const report = { kind: "report", message, ...(percentage !== undefined && { percentage }) } as const;
      connection.sendProgress(WorkDoneProgress.type, workDoneToken, report).catch(() => {});
    },
  };
}

const mayMakeFiles = ({ workspace }: Client): boolean =>
  workspace?.workspaceEdit?.documentChanges === true &&
  workspace.workspaceEdit.resourceOperations?.includes("create") === true;

const watchesFiles = (client: Client): boolean =>
  client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;

function watchForChanges({ connection, logError }: ServerParts, client: Client): void {
  const failed = (error: unknown) => logError("The client refused a registration", error);
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: ["guidewright", ...proxySections] })
      .catch(failed);
  }
  if (watchesFiles(client)) {
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
}

async function applyMachineSettings({ settings, models, shelf, logError }: ServerParts): Promise<void> {
  try {
    const machine: Settings = await settings.get();
    shelf.downloadFrom(machine["model.hub"]);
    await models.choose({
      id: machine["model.id"],
      path: machine["model.path"],
      gpu: machine["model.gpu"],
      threads: machine["model.threads"],
      contextSize: machine["model.contextSize"],
      template: machine["model.template"],
      idleMinutes: machine["model.idleMinutes"],
      saveEnergy: machine["model.saveEnergy"],
      keepContext: machine["model.keepContext"],
      ...(machine["remote.url"].trim() !== "" && {
        remote: {
          ...(await settings.proxy()),
          url: machine["remote.url"],
          model: machine["remote.model"].trim(),
          certificates: machine["remote.certificates"],
          ahead: machine["remote.sendAhead"],
        },
      }),
    });
  } catch (error) {
    logError("Choosing the model failed", error);
  }
}

function askToPullAgain({ connection, logError }: ServerParts, client: Client): void {
  if (!client.workspace?.diagnostics?.refreshSupport) return;
  connection.languages.diagnostics
    .refresh()
    .catch((error: unknown) => logError("Refreshing diagnostics failed", error));
}
