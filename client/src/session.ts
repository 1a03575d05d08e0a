// Everything that needs the language client, loaded only when a guideline is seen or a command asks for
// it. Composes the features; it must not decide what a guideline is.
import { Disposable } from "vscode";
import {
  type ModelStatus,
  modelStatusNotification,
  type RemoteAccessParams,
  remoteAccessRequest,
} from "../../server/src/protocol.ts";
import { ChangePages, showChanges } from "./changes.ts";
import { tellCursor } from "./cursor.ts";
import { acceptDraft, discardDraft, draftDifferential } from "./draft/differential.ts";
import { DraftPreviews } from "./draft/previews.ts";
import { explainInHover } from "./explanation.ts";
import { provideFindings } from "./findings/commands.ts";
import { type ClientParts, createClient } from "./language-client.ts";
import { eraseModelCache, setModelPaused } from "./model-commands.ts";
import { chooseModel } from "./models/choose.ts";
import { QuietDiagnostics } from "./quiet-diagnostics.ts";
import { connectRemote, type Keepings, remoteAccess } from "./remote-engine.ts";
import { provideStatistics, showStatistics } from "./statistics.ts";

export interface SessionParts extends Omit<ClientParts, "quiet"> {
  readonly keepings: Keepings;
  modelStatusChanged(status: ModelStatus): void;
}

export interface Session {
  draftDifferential(argument?: unknown): Promise<void>;
  acceptDraft(argument?: unknown): Promise<void>;
  discardDraft(argument?: unknown): Promise<void>;
  showChanges(argument?: unknown): Promise<void>;
  /** With an id: that model, without the list. */
  chooseModel(id?: string): Promise<void>;
  setModelPaused(paused: boolean): Promise<void>;
  eraseModelCache(argument?: unknown): Promise<void>;
  connectRemote(argument?: unknown): Promise<void>;
  showStatistics(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server; resolves when it answers. */
export async function startSession(parts: SessionParts): Promise<Session> {
  const quiet = new QuietDiagnostics();
  const client = createClient({ ...parts, quiet });
  const previews = new DraftPreviews();
  const changePages = new ChangePages();
  const statistics = provideStatistics(client);
  const registered = Disposable.from(
    quiet,
    previews,
    changePages,
    explainInHover(client, parts.guidelines),
    // The client hands a notification to one listener only.
    client.onNotification(modelStatusNotification, (status: ModelStatus) => {
      parts.modelStatusChanged(status);
      statistics.follow(status);
    }),
    client.onRequest(remoteAccessRequest, (host: RemoteAccessParams) => remoteAccess(parts.keepings, host)),
    statistics,
  );
  const draftParts = { client, previews, guidelines: parts.guidelines };
  try {
    await client.start();
  } catch (error) {
    registered.dispose();
    throw error;
  }
  const findings = provideFindings(client, quiet);
  const cursor = tellCursor(client, parts.guidelines);
  return {
    draftDifferential: (argument) => draftDifferential(draftParts, argument),
    acceptDraft: (argument) => acceptDraft(draftParts, argument),
    discardDraft: (argument) => discardDraft(draftParts, argument),
    showChanges: (argument) => showChanges(client, changePages, argument),
    chooseModel: (id) => chooseModel({ client, secrets: parts.keepings.secrets }, id),
    eraseModelCache: () => eraseModelCache(client),
    setModelPaused: (paused) => setModelPaused(client, paused),
    // A pause ends the connection; the next one is made with the token of now.
    connectRemote: () =>
      connectRemote(parts.keepings, async () => {
        await setModelPaused(client, true);
        await setModelPaused(client, false);
      }),
    showStatistics,
    async stop() {
      findings.dispose();
      cursor.dispose();
      registered.dispose();
      await client.dispose(5000);
    },
  };
}
