// "Show Model Statistics": the server's page as a virtual document, drawn by the editor's own Markdown, and
// written anew while the model works. It must not know what is in it.
import { commands, Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type ModelStatisticsResult,
  type ModelStatus,
  modelStatisticsRequest,
  modelStatusNotification,
} from "../../server/src/protocol.ts";
import { reasonFor } from "./errors.ts";
import { ask } from "./requests.ts";

const page = Uri.from({ scheme: "guidewright-model", path: "/Model Statistics.md" });

export function provideStatistics(client: LanguageClient): Disposable {
  const changed = new EventEmitter<Uri>();
  const isOpen = () => workspace.textDocuments.some(({ uri }) => uri.toString() === page.toString());
  const provider = workspace.registerTextDocumentContentProvider(page.scheme, {
    onDidChange: changed.event,
    async provideTextDocumentContent() {
      try {
        return (await ask<ModelStatisticsResult>(client, modelStatisticsRequest, {})).markdown;
      } catch (error) {
        return `# Model Statistics\n\nThere are no figures. ${reasonFor(error)}\n`;
      }
    },
  });
  const following = client.onNotification(modelStatusNotification, ({ state }: ModelStatus) => {
    // While it writes there is nothing new yet.
    if (state !== "working" && isOpen()) changed.fire(page);
  });
  return Disposable.from(changed, provider, following);
}

export async function showStatistics(): Promise<void> {
  const viewColumn = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand("vscode.open", page, { viewColumn, preview: true });
}
