// Brings a model into the models folder, with progress that can be cancelled, and asks for an access token where the
// server wants one. It must not know how a model is fetched; the language server does that.
import { ProgressLocation, type SecretStorage, window, workspace } from "vscode";
import { type LanguageClient, WorkDoneProgress } from "vscode-languageclient/node";
import {
  type ImportModelParams,
  type InstallModelParams,
  importModelRequest,
  installModelRequest,
} from "../../../server/src/protocol.ts";
import { isCancelled, reasonFor } from "../errors.ts";
import { ask, Refusal } from "../requests.ts";
import { HubToken } from "./hub-token.ts";

export interface ModelParts {
  readonly client: LanguageClient;
  readonly secrets: SecretStorage;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whether it is there now; the user has been told if not. */
export async function installModel({ client, secrets }: ModelParts, { id, name }: Named, hub: string) {
  const kept = new HubToken(secrets, hub);
  let token = await kept.get();
  for (;;) {
    const parameters: InstallModelParams = { id, ...(token && { token }), ...proxySettings() };
    const refusal = await bringing(client, `installing ${name}`, installModelRequest, parameters);
    if (refusal === undefined) return true;
    if (refusal.needs !== "token") return tell(`${name} could not be installed.`, refusal);
    token = await kept.askFor(refusal.message);
    if (token === undefined) return false;
  }
}

export async function importModel(
  { client }: ModelParts,
  { id, name }: Named,
  path: string,
): Promise<boolean> {
  const parameters: ImportModelParams = { id, path };
  const refusal = await bringing(client, `copying ${name}`, importModelRequest, parameters);
  return refusal === undefined || tell(`${name} could not be copied.`, refusal);
}

function tell(what: string, { cancelled, message }: Refused): false {
  if (!cancelled) void window.showErrorMessage(`${what} ${message}`);
  return false;
}

interface Refused {
  readonly message: string;
  readonly cancelled: boolean;
  readonly needs?: string | undefined;
}

let count = 0;

/** Undefined when it was done. */
function bringing(client: LanguageClient, what: string, request: string, parameters: object) {
  const options = {
    location: ProgressLocation.Notification,
    cancellable: true,
    title: `Guidewright: ${what}`,
  };
  return window.withProgress(options, async (progress, cancelled): Promise<Refused | undefined> => {
    const workDoneToken = `guidewright-model-${++count}`;
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
    try {
      await ask(client, request, { ...parameters, workDoneToken }, cancelled);
      return undefined;
    } catch (error) {
      const needs = error instanceof Refusal ? error.needs : undefined;
      return { message: reasonFor(error), cancelled: isCancelled(error), needs };
    } finally {
      listening.dispose();
    }
  });
}

/** The editor's own; the server's environment counts where these say nothing. */
function proxySettings(): { proxy?: string; noProxy?: string } {
  const http = workspace.getConfiguration("http");
  if (http.get("proxySupport") === "off") return {};
  const proxy = http.get<string>("proxy");
  const noProxy = http.get<readonly string[]>("noProxy")?.join(",");
  return { ...(proxy && { proxy }), ...(noProxy && { noProxy }) };
}
