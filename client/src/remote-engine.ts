// A model on another machine: asks the user whether text may go there, keeps the token in VS Code's secret storage, and
// sets it all up in one command. It must not know how the server is spoken to.
import { ConfigurationTarget, type ExtensionContext, window, workspace } from "vscode";
import type { RemoteAccessParams, RemoteAccessResult } from "../../server/src/protocol.ts";
import { consentQuestion, originOf, problemWithAddress } from "./remote-words.ts";

/** What of the extension's context outlives a session. */
export type Keepings = Pick<ExtensionContext, "globalState" | "secrets">;

const allowedKey = "remote.allowed";
const secretKey = (origin: string) => `remote.token:${origin}`;
/** Hosts that the user said no to, until the window is loaded again. */
const declined = new Set<string>();
/** One question for each host, however often it is needed. */
const asking = new Map<string, Promise<boolean>>();

export async function remoteAccess(
  keepings: Keepings,
  host: RemoteAccessParams,
): Promise<RemoteAccessResult> {
  const { origin } = host;
  if (!host.loopback && !isAllowed(keepings, origin)) {
    if (declined.has(origin)) return { allowed: false };
    const question = asking.get(origin) ?? ask(keepings, host);
    asking.set(origin, question);
    const allowed = await question.finally(() => asking.delete(origin));
    if (!allowed) return { allowed: false };
  }
  const token = await keepings.secrets.get(secretKey(origin));
  return { allowed: true, ...(token && { token }) };
}

/** Address and token; `reconnect` is for an address that stays, with another token or after a no. */
export async function connectRemote(keepings: Keepings, reconnect: () => Promise<void>): Promise<void> {
  const configuration = workspace.getConfiguration("guidewright");
  const before = configuration.get<string>("remote.url") ?? "";
  const title = "Guidewright: Connect to a Remote Engine";
  const url = await window.showInputBox({
    title,
    prompt: "Address of a server with the OpenAI API. Leave it empty to use a model on this machine again.",
    placeHolder: "https://gpu.example.org:8000/v1",
    value: before,
    validateInput: problemWithAddress,
    ignoreFocusOut: true,
  });
  if (url === undefined) return;
  const origin = originOf(url);
  if (origin !== undefined) {
    const token = await window.showInputBox({
      title,
      prompt: `Token for ${origin}. It is kept in VS Code's secret storage. Leave it empty if the server wants none.`,
      value: (await keepings.secrets.get(secretKey(origin))) ?? "",
      password: true,
      ignoreFocusOut: true,
    });
    if (token === undefined) return;
    if (token.trim() === "") await keepings.secrets.delete(secretKey(origin));
    else await keepings.secrets.store(secretKey(origin), token.trim());
    declined.delete(origin);
  }
  if (url.trim() === before.trim()) await reconnect();
  else await configuration.update("remote.url", url.trim() || undefined, ConfigurationTarget.Global);
}

const isAllowed = ({ globalState }: Keepings, origin: string) =>
  globalState.get<readonly string[]>(allowedKey, []).includes(origin);

async function ask(keepings: Keepings, host: RemoteAccessParams): Promise<boolean> {
  const allow = "Send Text There";
  const answer = await window.showWarningMessage(consentQuestion(host), allow, "Send Nothing");
  if (answer !== allow) {
    declined.add(host.origin);
    return false;
  }
  const known = keepings.globalState.get<readonly string[]>(allowedKey, []);
  await keepings.globalState.update(allowedKey, [...new Set([...known, host.origin])]);
  return true;
}
