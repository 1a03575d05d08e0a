// The language client: how the server is started, what it is told and what becomes of a crash.
// It must not know any single feature.
import { join } from "node:path";
import { commands, type LogOutputChannel, window } from "vscode";
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  TransportKind,
} from "vscode-languageclient/node";
import { type Crashes, countCrashes } from "./crashes.ts";
import { serverSelector } from "./documents.ts";
import type { Guidelines } from "./guidelines.ts";
import { middleware } from "./middleware.ts";
import type { ServerState } from "./model-words.ts";
import type { QuietDiagnostics } from "./quiet-diagnostics.ts";

export interface ClientParts {
  readonly extensionPath: string;
  readonly log: LogOutputChannel;
  readonly guidelines: Guidelines;
  readonly quiet: QuietDiagnostics;
  serverStateChanged(state: ServerState): void;
}

/** Everything goes to the log and nothing pops up by itself: what the user must know, we say once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export function createClient({
  extensionPath,
  log,
  guidelines,
  quiet,
  serverStateChanged,
}: ClientParts): LanguageClient {
  const server = {
    module: join(extensionPath, "server", "dist", "main.mjs"),
    transport: TransportKind.ipc,
    // Not in the user's folder: a running server would keep it from being moved or removed.
    options: { cwd: extensionPath },
  };
  let hasRun = false;
  const options: LanguageClientOptions = {
    documentSelector: serverSelector,
    outputChannel: log,
    traceOutputChannel: withoutContent(log),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationFailedHandler: () => false,
    // The server knows open documents only, so tabs that are not loaded yet are not asked about.
    diagnosticPullOptions: { onChange: true, onFocus: true },
    middleware: middleware(guidelines, quiet),
    diagnosticCollectionProvider: quiet,
    errorHandler: errorHandler(() => client.state === State.Running, countCrashes()),
  };
  const client = new QuietClient("guidewright", "Guidewright", server, options);
  client.onDidChangeState(({ newState }) => {
    serverStateChanged(serverStates[newState]);
    if (newState === State.Running) hasRun = true;
    // A first start that fails is reported by whoever wanted it.
    if (newState === State.StartFailed && hasRun) void giveUp();
  });
  return client;
}

/** A trace names the messages: what is in them may be the author's text, or a token. */
function withoutContent(log: LogOutputChannel): LogOutputChannel {
  const trace = (message: string) =>
    log.trace(message.startsWith("{") ? "A message." : (message.split("\n", 1)[0] ?? ""));
  return Object.create(log, { trace: { value: trace } });
}

const serverStates: Record<State, ServerState> = {
  [State.Starting]: "starting",
  [State.Running]: "running",
  [State.Stopped]: "stopped",
  [State.StartFailed]: "stopped",
};

function errorHandler(running: () => boolean, crashes: Crashes): ErrorHandler {
  return {
    error: (_error, _message, count) => ({
      action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown,
      handled: true,
    }),
    closed: () => {
      if (!running()) return { action: CloseAction.DoNotRestart, handled: true };
      if (crashes.another()) return { action: CloseAction.Restart, handled: true };
      void giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function giveUp(): Promise<void> {
  const message =
    "Guidewright's server stopped again and again and is not started any more. Your documents are safe; checks and suggestions are off.";
  const choice = await window.showErrorMessage(message, "Start Again", "Show Log");
  if (choice === "Start Again") await commands.executeCommand("guidewright.restart");
  if (choice === "Show Log") await commands.executeCommand("guidewright.showLog");
}
