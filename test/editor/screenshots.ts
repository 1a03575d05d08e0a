// Takes the README's pictures in the real editor, on the samples and with the starter model. GUIDEWRIGHT_PICTURES
// names the folder they go to.

import { join } from "node:path";
import { commands, type TextEditor, Uri, ViewColumn, window, workspace } from "vscode";
import { connect, ghostText, hoverText, type Workbench } from "../rig/page.ts";
import {
  closeEverything,
  findings,
  guidewright,
  placeCursor,
  until,
  waitForSlowModels,
} from "./documents.ts";

const folder = process.env.GUIDEWRIGHT_PICTURES ?? ".";

export async function run(): Promise<void> {
  const { situation } = await guidewright();
  await waitForSlowModels();
  const workbench = await connect();
  const take = (name: string) => workbench.screenshot(join(folder, `${name}.png`));
  await openSample("severe-malaria-ministry.md");
  await until("the model to be ready", () => situation().model?.state === "ready");
  try {
    await pictureOfGhostText(workbench);
    await take("ghost-text");
    await closeEverything();
    await pictureOfHover(workbench);
    await take("hover");
    await closeEverything();
    await pictureOfQuickFix(workbench);
    await take("quick-fix");
    await closeEverything();
    await pictureOfDifferential(workbench);
    await take("differential");
  } finally {
    await workbench.close();
  }
}

async function openSample(name: string): Promise<TextEditor> {
  const root = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(".");
  const document = await workspace.openTextDocument(Uri.joinPath(root, name));
  return window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
}

async function pictureOfGhostText(workbench: Workbench): Promise<void> {
  const editor = await openSample("severe-malaria-ministry.md");
  const text = editor.document.getText();
  const heading = text.indexOf("\n## ") + 1;
  const place = text.indexOf("\n\n", heading) + 2;
  const sentence = "Severe malaria is a life-threatening disease caused by";
  await editor.edit((edit) => edit.insert(editor.document.positionAt(place), `${sentence}\n\n`));
  placeCursor(editor, sentence, sentence.length);
  await commands.executeCommand("editor.action.inlineSuggest.trigger");
  await ghostText(workbench);
}

async function pictureOfHover(workbench: Workbench): Promise<void> {
  const editor = await openSample("severe-malaria-ministry.md");
  placeCursor(editor, "RDT", 1);
  await commands.executeCommand("editor.action.showHover");
  await until("the explanation", async () => (await hoverText(workbench)).includes("AI-generated"));
}

async function pictureOfQuickFix(workbench: Workbench): Promise<void> {
  const editor = await openSample("faulty/tuberculosis.md");
  const [finding] = await until("findings", () => {
    const usual = findings(editor).filter(({ range }) => editor.document.getText(range) === "MDR");
    return usual.length > 0 && usual;
  });
  if (!finding) return;
  placeCursor(editor, editor.document.getText(finding.range), 1);
  await commands.executeCommand("editor.action.quickFix");
  await workbench.waitForText("Spell out as");
}

async function pictureOfDifferential(workbench: Workbench): Promise<void> {
  const editor = await openSample("severe-malaria-ministry.md");
  placeCursor(editor, "\n## ", 4);
  await commands.executeCommand("guidewright.draftDifferential");
  await workbench.waitForText("Insert into Guideline");
}
