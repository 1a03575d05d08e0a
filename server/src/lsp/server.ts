// The language server: ties features, workspace and model to one connection, and keeps its life cycle. All
// parts are given from outside; it must not know a transport or how models are run.

import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  type ProgressToken,
  ProgressType,
  TextDocumentSyncKind,
  WorkDoneProgress,
} from "vscode-languageserver/node";
import type { Settings } from "../config.ts";
import type { Call, Feature, On } from "../features/feature.ts";
import type { ModelService } from "../llm/model-service.ts";
import { projectFile } from "../workspace/project.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { answer, createGuard, type LogError } from "./guard.ts";
import { withPlainEdits } from "./plain-edits.ts";
import { Pushed } from "./pushed-diagnostics.ts";
import type { ClientSettings } from "./settings.ts";

export interface ServerParts {
  readonly connection: Connection;
  readonly workspace: Workspace;
  readonly settings: ClientSettings;
  readonly features: readonly Feature[];
  readonly models: ModelService;
  readonly logError: LogError;
  readonly version: string;
}

export function startServer(parts: ServerParts): void {
  const { connection, features, models, settings } = parts;
  let client: InitializeParams["capabilities"] = {};
  const pushed = new Pushed(parts);

  connection.onInitialize(({ capabilities, initializationOptions }): InitializeResult => {
    client = capabilities ?? {};
    settings.initialize(client.workspace?.configuration === true, initializationOptions);
    pushed.enabled = client.textDocument?.diagnostic === undefined;
    return {
      serverInfo: { name: "Guidewright", version: parts.version },
      capabilities: {
        positionEncoding: "utf-16",
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
      },
    };
  });
  connection.onInitialized(() => {
    watchForChanges(parts, client);
    void applyMachineSettings(parts);
  });
  connection.onShutdown(() => models.dispose());

  syncDocuments(parts, pushed);
  const useSettings = () => {
    void applyMachineSettings(parts);
    refresh(parts, client, pushed);
  };
  settings.onLate = useSettings;
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.changed(sent);
    useSettings();
  });
  connection.onDidChangeWatchedFiles(() => {
    parts.workspace.projects.forget();
    refresh(parts, client, pushed);
  });
  registerFeatures(parts, () => client.workspace?.workspaceEdit?.documentChanges === true);
  connection.listen();
}

function syncDocuments(parts: ServerParts, pushed: Pushed): void {
  const { connection, workspace, settings, models, logError } = parts;
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    if (typeof uri !== "string" || typeof text !== "string") return;
    // A guidewright.yaml may have come or gone unnoticed by a client that watches no files.
    workspace.projects.forget();
    workspace.documents.open({ uri, version, text });
    pushed.changed(uri);
    warmFor(uri, workspace, models).catch((error: unknown) => logError("Warming the model failed", error));
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    workspace.documents.change(uri, version, contentChanges);
    pushed.changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    workspace.documents.close(uri);
    settings.forget(uri);
    pushed.closed(uri);
  });
}

/** The model is loaded while the author reads, so that the first suggestion need not wait for it. */
async function warmFor(uri: string, workspace: Workspace, models: ModelService): Promise<void> {
  const snapshot = await workspace.snapshot(uri);
  if (snapshot?.recognition.guideline && snapshot.settings["completion.enable"]) models.warm();
}

function registerFeatures(
  { connection, features, workspace, logError }: ServerParts,
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

function watchForChanges(
  { connection, logError }: ServerParts,
  client: InitializeParams["capabilities"],
): void {
  const failed = (error: unknown) => logError("The client refused a registration", error);
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: "guidewright" })
      .catch(failed);
  }
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = [{ globPattern: `**/${projectFile}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(failed);
  }
}

async function applyMachineSettings({ settings, models, logError }: ServerParts): Promise<void> {
  try {
    const machine: Settings = await settings.get();
    await models.choose({
      id: machine["model.id"],
      path: machine["model.path"],
      gpu: machine["model.gpu"],
      threads: machine["model.threads"],
      contextSize: machine["model.contextSize"],
    });
  } catch (error) {
    logError("Choosing the model failed", error);
  }
}

function refresh(
  { connection, logError }: ServerParts,
  client: InitializeParams["capabilities"],
  pushed: Pushed,
): void {
  pushed.changedAll();
  if (client.workspace?.diagnostics?.refreshSupport) {
    connection.languages.diagnostics
      .refresh()
      .catch((error: unknown) => logError("Refreshing diagnostics failed", error));
  }
}
