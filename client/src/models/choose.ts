// “Guidewright: Choose Model”: the list, the terms, and what follows from the choice. Its words come from menu.ts. It
// must not know how a model is fetched or run.
import {
  CancellationTokenSource,
  ConfigurationTarget,
  commands,
  env,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  acceptTermsRequest,
  type InspectModelFileResult,
  inspectModelFileRequest,
  type ModelsResult,
  modelsRequest,
  type OfferedModel,
} from "../../../server/src/protocol.ts";
import { isCancelled, reasonFor } from "../errors.ts";
import { ask } from "../requests.ts";
import { HubToken } from "./hub-token.ts";
import { importModel, installModel, type ModelParts } from "./install.ts";
import { type Choice, menuLines, nameOf, questionBefore } from "./menu.ts";

/** With an id: that model, without the list. */
export async function chooseModel(parts: ModelParts, id?: string): Promise<void> {
  try {
    if (id === undefined) return await followed(parts, await pick(parts));
    const { hub, models } = await ask<ModelsResult>(parts.client, modelsRequest, {});
    const model = models.find((other) => other.id === id);
    await followed(parts, model && { hub, choice: { kind: "model", model } });
  } catch (error) {
    if (!isCancelled(error)) void window.showErrorMessage(`No model was chosen. ${reasonFor(error)}`);
  }
}

interface Picked {
  readonly hub: string;
  readonly choice: Choice;
}

type Line = QuickPickItem & { readonly choice?: Choice };

/** Shows what is known at once, and the estimates of speed when they have been measured. */
async function pick({ client, secrets }: ModelParts): Promise<Picked | undefined> {
  const list = window.createQuickPick<Line>();
  list.title = "Choose a Model (Speeds Are Estimates)";
  list.placeholder = "It runs on this computer; what you write does not leave it";
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.busy = true;
  list.show();
  const closed = new CancellationTokenSource();
  const picked = Promise.withResolvers<Choice | undefined>();
  list.onDidAccept(() => picked.resolve(list.selectedItems[0]?.choice));
  list.onDidHide(() => picked.resolve(undefined));
  try {
    let hub = "";
    const fill = async (measure: boolean) => {
      const found = await ask<ModelsResult>(client, modelsRequest, { measure }, closed.token);
      hub = found.hub;
      const token = await new HubToken(secrets, hub).get();
      show(list, menuLines(found.models, token && hub).map(asItem));
      return found.models.some(({ installed }) => installed);
    };
    const filled = fill(false)
      .then((something) => something && fill(true).catch(() => {}))
      .finally(() => {
        list.busy = false;
      });
    const choice = await Promise.race([picked.promise, filled.then(() => picked.promise)]);
    return choice && { hub, choice };
  } finally {
    closed.cancel();
    list.dispose();
  }
}

const asItem = (line: ReturnType<typeof menuLines>[number]): Line =>
  "title" in line ? { label: line.title, kind: QuickPickItemKind.Separator } : line;

/** Other words in the same lines: whoever has moved down the list stays there. */
function show(list: { items: readonly Line[]; activeItems: readonly Line[] }, items: readonly Line[]): void {
  const active = list.activeItems[0]?.label;
  list.items = items;
  const again = items.find(({ label }) => label === active);
  if (again) list.activeItems = [again];
}

async function followed(parts: ModelParts, picked: Picked | undefined): Promise<void> {
  switch (picked?.choice.kind) {
    case "model":
      return takeModel(parts, picked.choice.model, picked.hub);
    case "file":
      return takeFile(parts);
    case "server":
      return commands.executeCommand("guidewright.connectRemote");
    case "forget-token":
      return new HubToken(parts.secrets, picked.hub).forget();
  }
}

async function takeModel(parts: ModelParts, model: OfferedModel, hub: string): Promise<void> {
  if (!model.obtainable) return bringYourOwn(parts, model);
  if (!(await agreed(parts, model))) return;
  if (model.installed || (await installModel(parts, { id: model.id, name: nameOf(model) }, hub)))
    await use({ id: model.id });
}

async function bringYourOwn(parts: ModelParts, model: OfferedModel): Promise<void> {
  const message = `Nobody publishes a file of ${model.name} that can be used as it is. If you have one, or have converted the publisher's, choose it.`;
  if (await window.showInformationMessage(message, { modal: true }, "Choose the File…"))
    await takeFile(parts, model);
}

/** Whether the user has accepted what there is to accept. */
async function agreed({ client }: ModelParts, model: OfferedModel): Promise<boolean> {
  const question = questionBefore(model);
  const { title, detail, yes } = question ?? {};
  for (;;) {
    if (title === undefined || yes === undefined) return true;
    const options = { modal: true, ...(detail !== undefined && { detail }) };
    const answer = await window.showInformationMessage(title, options, yes, "Read the Licence");
    if (answer === "Read the Licence") await env.openExternal(Uri.parse(model.licence));
    else if (answer !== yes) return false;
    else break;
  }
  if (!model.accepted) await ask(client, acceptTermsRequest, { id: model.id });
  return true;
}

/** A file of the user's own; `as` is the model that it is to be, where that is known. */
async function takeFile(parts: ModelParts, as?: OfferedModel): Promise<void> {
  const [file] =
    (await window.showOpenDialog({
      title: "Choose a Model File",
      openLabel: "Use This File",
      filters: { "Model files": ["gguf"] },
    })) ?? [];
  if (!file) return;
  const path = file.fsPath;
  const found = await ask<InspectModelFileResult>(parts.client, inspectModelFileRequest, { path });
  const model = as ?? found.model;
  const name = file.path.split("/").at(-1) ?? path;
  if (model && !(await agreed(parts, { ...model, installed: true }))) return;
  const copy = model ? ["Copy It to the Models Folder"] : [];
  const answer = await window.showInformationMessage(
    name,
    { modal: true, detail: found.description },
    "Use It Where It Lies",
    ...copy,
  );
  if (answer === "Use It Where It Lies") await use({ path });
  else if (
    answer !== undefined &&
    model &&
    (await importModel(parts, { id: model.id, name: model.name }, path))
  )
    await use({ id: model.id });
}

/** The settings say which model is used; the server follows them. */
async function use({ id, path }: { readonly id?: string; readonly path?: string }): Promise<void> {
  const settings = workspace.getConfiguration("guidewright");
  const set = (key: string, value: string | undefined) =>
    settings.update(key, value, ConfigurationTarget.Global);
  if (id !== undefined) await set("model.id", id);
  await set("model.path", path);
  // A server would go before it.
  if (settings.get("remote.url")) await set("remote.url", undefined);
}
