// "Show Model Statistics": the server's page as a virtual document, drawn by the editor's own Markdown, and
// written anew while the model works. It must not know what is in it.
import { commands, Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type ModelStatisticsResult,
  type ModelStatus,
  modelStatisticsRequest,
} from "../../server/src/protocol.ts";
import { reasonFor } from "./errors.ts";
import { ask } from "./requests.ts";

const page = Uri.from({ scheme: "guidewright-model", path: "/Model Statistics.md" });

interface Statistics extends Disposable {
  /** The model's state has changed, and with it perhaps the figures. */
  follow(status: ModelStatus): void;
}

export function provideStatistics(client: LanguageClient): Statistics {
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
  return Object.assign(Disposable.from(changed, provider), {
    follow({ state }: ModelStatus) {
      // While it writes there is nothing new yet.
      if (state !== "working" && isOpen()) changed.fire(page);
    },
  });
}

export async function showStatistics(): Promise<void> {
  const viewColumn = window.activeTextEditor ? ViewColumn.Beside : ViewColumn.Active;
  await commands.executeCommand("vscode.open", page, { viewColumn, preview: true });
}
