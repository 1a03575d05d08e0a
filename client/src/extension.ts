// The extension's entry: sees whether there is a guideline, and only then loads the language client and
// starts the server. It must stay small: it is loaded with every Markdown file.
import { commands, type Disposable, type ExtensionContext, window, workspace } from "vscode";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { isProjectFile } from "./documents.ts";
import { Guidelines } from "./guidelines.ts";
import { lazySession } from "./lazy-session.ts";
import { showMenu } from "./menu.ts";
import type { ServerState, Situation } from "./model-words.ts";
import { ruleOfLink } from "./rule-link.ts";
import { provideRulePages, showRule } from "./rule-pages.ts";
import { showStatusBar } from "./status-bar.ts";

/** What the tests in the real editor look at. */
export interface Guidewright {
  situation(): Situation;
}

/** What the session does under the same name. */
const sessionCommands = [
  "draftDifferential",
  "acceptDraft",
  "discardDraft",
  "showChanges",
  "connectRemote",
  "eraseModelCache",
] as const;

let stop = async (): Promise<void> => {};

export function activate(context: ExtensionContext): Guidewright {
  const log = window.createOutputChannel("Guidewright", { log: true });
  const guidelines = new Guidelines();
  let server: ServerState = "off";
  let model: ModelStatus | undefined;
  const situation = (): Situation => {
    const document = window.activeTextEditor?.document;
    return { server, model, recognition: document && guidelines.recognition(document) };
  };
  const status = showStatusBar(guidelines, situation);
  const session = lazySession({
    extensionPath: context.extensionPath,
    log,
    guidelines,
    keepings: context,
    serverStateChanged(state) {
      server = state;
      if (state === "stopped") model = undefined;
      status.update();
    },
    modelStatusChanged(changed) {
      model = changed;
      status.update();
    },
  });
  stop = session.stop;
  const command = (name: string, run: (argument: unknown) => unknown) =>
    commands.registerCommand(`guidewright.${name}`, run);
  context.subscriptions.push(
    log,
    guidelines,
    status,
    provideRulePages(context.extensionUri),
    guidelines.onDidChange((document) => {
      if (guidelines.isGuideline(document)) session.startOnce();
    }),
    onProjectFile(session.startOnce),
    onRuleLink(),
    ...sessionCommands.map((name) =>
      command(name, async (argument) => (await session.open())?.[name](argument)),
    ),
    command("showFindings", async () => {
      if (!(await session.open())) return;
      await commands.executeCommand("guidewright.groupFindingsByRule");
      await commands.executeCommand("guidewright.findings.focus");
    }),
    command("showRule", showRule),
    command("chooseModel", async () => (await session.open())?.chooseModel()),
    command("installModel", async () => (await session.open())?.chooseModel(model?.installable)),
    command("toggleModel", async () => (await session.open())?.setModelPaused(model?.state !== "paused")),
    command("showStatistics", async () => (await session.open())?.showStatistics()),
    command("restart", () => session.restart()),
    command("showMenu", () => showMenu(situation())),
    command("showLog", () => log.show()),
  );
  return { situation };
}

function onRuleLink(): Disposable {
  return window.registerUriHandler({
    handleUri(uri) {
      const rule = ruleOfLink(uri);
      if (rule) void commands.executeCommand("guidewright.showRule", rule);
    },
  });
}

/** The server says what is wrong in a project's file, whether or not a guideline is open. */
function onProjectFile(start: () => void): Disposable {
  if (workspace.textDocuments.some(isProjectFile)) start();
  return workspace.onDidOpenTextDocument((document) => {
    if (isProjectFile(document)) start();
  });
}

export async function deactivate(): Promise<void> {
  await stop();
}
