// What a user can do to the model from the editor: install it, pause it, resume it.
// It must not know how a model is fetched or run; the server does both.
import { ProgressLocation, window } from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";
import {
  eraseModelCacheRequest,
  type InstallModelParams,
  installModelRequest,
  type ModelStatus,
  type SetModelPausedParams,
  setModelPausedRequest,
} from "../../server/src/protocol.ts";
import { isCancelled, reasonFor } from "./errors.ts";
import { ask } from "./requests.ts";

let installs = 0;

export async function installModel(client: LanguageClient, status: ModelStatus | undefined): Promise<void> {
  if (!status?.installable) {
    const why = status?.message || "Guidewright's server has not said yet which model it wants.";
    window.showInformationMessage(`There is no model to install. ${why}`);
    return;
  }
  const id = status.installable;
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: `Guidewright: installing ${status.model}`,
  };
  await window.withProgress(options, async (progress, cancelled) => {
    const workDoneToken = `guidewright-install-${++installs}`;
    let done = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (report) => {
      const percentage = report.kind === "end" ? undefined : report.percentage;
      const increment = percentage === undefined ? undefined : Math.max(0, percentage - done);
      done += increment ?? 0;
      progress.report({
        ...(report.message !== undefined && { message: report.message }),
        ...(increment !== undefined && { increment }),
      });
    });
    const parameters: InstallModelParams = { id, workDoneToken };
    try {
      await ask(client, installModelRequest, parameters, cancelled);
    } catch (error) {
      if (!isCancelled(error))
        window.showErrorMessage(`The model could not be installed. ${reasonFor(error)}`);
    } finally {
      listening.dispose();
    }
  });
}

export async function setModelPaused(client: LanguageClient, paused: boolean): Promise<void> {
  const parameters: SetModelPausedParams = { paused };
  try {
    await ask(client, setModelPausedRequest, parameters);
  } catch (error) {
    if (isCancelled(error)) return;
    window.showErrorMessage(`The model could not be ${paused ? "paused" : "resumed"}. ${reasonFor(error)}`);
  }
}

export async function eraseModelCache(client: LanguageClient): Promise<void> {
  try {
    await ask(client, eraseModelCacheRequest, {});
    window.showInformationMessage("What models have kept of their prompts on the disk is erased.");
  } catch (error) {
    if (isCancelled(error)) return;
    window.showErrorMessage(`What models have kept could not be erased. ${reasonFor(error)}`);
  }
}
