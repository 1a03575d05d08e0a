// What a user can do to the model in use from the editor: pause it, resume it, erase what it has kept. It must not know
// how a model is run; the server does that.
import { window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  eraseModelCacheRequest,
  type SetModelPausedParams,
  setModelPausedRequest,
} from "../../server/src/protocol.ts";
import { isCancelled, reasonFor } from "./errors.ts";
import { ask } from "./requests.ts";

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
