// The menu behind the status bar item. What it offers is decided in model-words.ts; here each choice
// becomes a command. It must not know the language client.
import { commands, window } from "vscode";
import { type MenuAction, menuEntries, recognitionSentence, type Situation } from "./model-words.ts";

const extension = "guidewright.guidewright";

export async function showMenu(situation: Situation): Promise<void> {
  const entries = menuEntries(situation);
  const picked = await window.showQuickPick(entries, {
    title: "Guidewright",
    placeHolder: "What do you want to do?",
  });
  if (picked) await act(picked.action, situation);
}

async function act(action: MenuAction, situation: Situation): Promise<void> {
  switch (action) {
    case "draft":
      return commands.executeCommand("guidewright.draftDifferential");
    case "findings":
      return commands.executeCommand("guidewright.showFindings");
    case "pause":
    case "resume":
      return commands.executeCommand("guidewright.toggleModel");
    case "connectRemote":
      return commands.executeCommand("guidewright.connectRemote");
    case "install":
      return commands.executeCommand("guidewright.installModel");
    case "statistics":
      return commands.executeCommand("guidewright.showStatistics");
    case "showRule":
      return commands.executeCommand("guidewright.showRule");
    case "restart":
      return commands.executeCommand("guidewright.restart");
    case "showLog":
      return commands.executeCommand("guidewright.showLog");
    case "chooseModel":
      return commands.executeCommand("guidewright.chooseModel");
    case "settings":
      return commands.executeCommand("workbench.action.openSettings", `@ext:${extension}`);
    case "walkthrough":
      return commands.executeCommand("workbench.action.openWalkthrough", `${extension}#start`);
    case "why":
      return explainRecognition(situation);
  }
}

async function explainRecognition({ recognition }: Situation): Promise<void> {
  const how =
    "Write `guideline: true` or `guideline: false` into its front matter, put a guidewright.yaml into its folder, or change the setting.";
  const choice = await window.showInformationMessage(
    `${recognitionSentence(recognition)} To change that: ${how}`,
    "Open Setting",
  );
  if (choice) await commands.executeCommand("workbench.action.openSettings", "guidewright.enable");
}
