// Puts the language server together on a given transport. The model's engine is passed in, so that tests can
// script it; everything else is the real thing.

import {
  type Connection,
  createConnection,
  type MessageReader,
  MessageType,
  type MessageWriter,
  ShowMessageNotification,
} from "vscode-languageserver/node";
import { changesFeature } from "./features/changes.ts";
import { codeActionsFeature } from "./features/code-actions.ts";
import { diagnosticsFeature } from "./features/diagnostics.ts";
import { Drafts, differentialFeature } from "./features/differential.ts";
import { explanationFeature } from "./features/explanation.ts";
import { findingsFeature } from "./features/findings.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlineCompletionFeature } from "./features/inline-completion.ts";
import { modelChoiceFeature } from "./features/model-choice.ts";
import { modelsFeature } from "./features/models.ts";
import { projectFileFeature } from "./features/project-file.ts";
import { ruleDocumentationFeature } from "./features/rule-documentation.ts";
import { statisticsFeature } from "./features/statistics.ts";
import { collectSoon, saveMemory } from "./heap.ts";
import { ModelService, type ModelServiceOptions, type ServiceStatus } from "./llm/model-service.ts";
import { ModelShelf } from "./llm/shelf.ts";
import { gated } from "./lsp/gate.ts";
import { remoteAccess } from "./lsp/remote-access.ts";
import { startServer } from "./lsp/server.ts";
import { ClientSettings } from "./lsp/settings.ts";
import { findingsChangedNotification, type ModelStatus, modelStatusNotification } from "./protocol.ts";
import { sayAhead } from "./rules/gathered.ts";
import { Completions } from "./tasks/completion/completion.ts";
import { version } from "./version.ts";
import { Workspace } from "./workspace/workspace.ts";

export interface Transport {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
}

export type Engine = Pick<ModelServiceOptions, "modelsDir" | "contextsDir"> & {
  readonly create: (log: (line: string) => void) => ModelServiceOptions["create"];
};

export function composeServer({ reader, writer }: Transport, engine: Engine): void {
  const connection = createConnection(gated(reader, writer), writer);
  const log = (line: string) => connection.console.log(line);
  const logError = errorLog(connection);
  const tellUser = warningsOn(connection);
  const logStatus = statusLog(log);
  let model = "";
  const settings = new ClientSettings(connection, tellUser);
  const workspace = new Workspace((uri) => settings.get(uri), { log, sayAhead, saveMemory, warn: tellUser });
  const models = new ModelService({
    modelsDir: engine.modelsDir,
    ...(engine.contextsDir !== undefined && { contextsDir: engine.contextsDir }),
    create: engine.create(log),
    createRemote: remoteFor(connection, log),
    onTiming: (line) => connection.console.debug(line),
    onStatus: (status) => {
      logStatus(status);
      // What another model wrote is not this one's suggestion.
      if (model !== "" && status.model !== model) completions.stop();
      model = status.model;
      void connection.sendNotification(modelStatusNotification, statusToProtocol(status)).catch(() => {});
    },
  });
  const shelf = new ModelShelf(engine.modelsDir, models);
  const completions = new Completions(models);
  const diagnostics = diagnosticsFeature((rule, error) => logError(`The rule ${rule} failed`, error));
  const findings = findingsFeature({
    guidelines: () => workspace.guidelines(),
    tell: () => void connection.sendNotification(findingsChangedNotification).catch(() => {}),
  });
  startServer({
    connection,
    workspace,
    settings,
    models,
    shelf,
    logError,
    version,
    tidy: collectSoon,
    diagnostics,
    findings,
    features: [
      diagnostics,
      findings,
      codeActionsFeature,
      hoverFeature,
      inlineCompletionFeature(completions),
      explanationFeature(models),
      differentialFeature(new Drafts(models)),
      ruleDocumentationFeature,
      changesFeature,
      modelsFeature(models),
      statisticsFeature(models),
      modelChoiceFeature(shelf),
      projectFileFeature,
    ],
  });
}

const errorLog = (connection: Connection) => (what: string, error: unknown) =>
  connection.console.error(
    `${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );

/** The code for servers elsewhere is read when one is chosen. */
function remoteFor(
  connection: Connection,
  onLog: (line: string) => void,
): ModelServiceOptions["createRemote"] {
  return async (choice) => {
    const { RemoteBackend } = await import("./llm/remote/remote-backend.ts");
    return new RemoteBackend({ choice, access: remoteAccess(connection), onLog });
  };
}

/** Every suggestion begins and ends some work; only what is news is logged. */
function statusLog(log: (line: string) => void): (status: ServiceStatus) => void {
  let logged = "";
  return ({ model, state, message }) => {
    if (state === "working") return;
    if (state !== logged) log(`Model ${model}: ${state}. ${message}`);
    logged = state;
  };
}

/** Not window.showWarningMessage: that is a request, and nobody waits for what the user clicks. */
const warningsOn = (connection: Connection) => (message: string) =>
  void connection
    .sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message })
    .catch(() => {});

function statusToProtocol({ error: _, ...status }: ServiceStatus): ModelStatus {
  return status;
}
