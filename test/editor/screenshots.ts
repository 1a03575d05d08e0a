// Takes the README's pictures in the real editor, on the samples and with the starter model. GUIDEWRIGHT_PICTURES
// names the folder they go to.

import { join } from "node:path";
import { commands, type TextEditor, Uri, ViewColumn, window, workspace } from "vscode";
import type { Guidewright } from "../../client/src/extension.ts";
import { connect, ghostText, hoverText, pageText, rowOf, type Workbench } from "../rig/page.ts";
import { openEdited, previewText } from "./changes.ts";
import {
  closeEverything,
  findings,
  guidewright,
  placeCursor,
  until,
  waitForSlowModels,
} from "./documents.ts";

const folder = process.env.GUIDEWRIGHT_PICTURES ?? ".";
/** Takes this one alone. */
const only = process.env.GUIDEWRIGHT_PICTURE;

export async function run(): Promise<void> {
  const { situation } = await guidewright();
  await waitForSlowModels();
  const workbench = await connect();
  const pictures: Readonly<Record<string, (workbench: Workbench) => Promise<void>>> = {
    findings: pictureOfFindings,
    "ghost-text": pictureOfGhostText,
    hover: pictureOfHover,
    conflict: pictureOfConflict,
    "quick-fix": pictureOfQuickFix,
    differential: pictureOfDifferential,
    changes: pictureOfChanges,
    "choose-model": pictureOfModels,
  };
  try {
    for (const [name, show] of Object.entries(pictures)) {
      if (only !== undefined && name !== only) continue;
      await closeEverything();
      if (name !== "findings") await openWithModel(situation);
      await show(workbench);
      await workbench.screenshot(join(folder, `${name}.png`));
    }
  } finally {
    await workbench.close();
  }
}

/** Beside the list of files, with a guideline in it that the model has read. */
async function openWithModel(situation: Guidewright["situation"]): Promise<void> {
  await commands.executeCommand("workbench.view.explorer");
  await openSample("severe-malaria-ministry.md");
  await until("the model to be ready", () => situation().model?.state === "ready");
}

async function openSample(name: string): Promise<TextEditor> {
  const root = workspace.workspaceFolders?.[0]?.uri ?? Uri.file(".");
  const document = await workspace.openTextDocument(Uri.joinPath(root, name));
  return window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.One });
}

/** The findings of the samples by rule, one of them in its document, and the page of its rule beside it. */
async function pictureOfFindings(workbench: Workbench): Promise<void> {
  const editor = await conflict();
  await commands.executeCommand("workbench.action.closeAuxiliaryBar");
  await commands.executeCommand("guidewright.showFindings");
  await (await rowOf(workbench, "dose-conflict")).click();
  await (await rowOf(workbench, "isoniazid is 10 mg/kg")).click();
  await workbench.page.keyboard.press("ArrowRight");
  await until("the place", () => !editor.selection.isEmpty);
  await commands.executeCommand("guidewright.showRule", "dose-conflict");
  await until("the page", async () => (await pageText(workbench)).includes("One medicine is ordered"));
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

/** A dose that another section contradicts: what the editor says, with the other side below it. */
async function pictureOfConflict(workbench: Workbench): Promise<void> {
  const editor = await conflict();
  placeCursor(editor, "| isoniazid, adults", 1);
  await commands.executeCommand("editor.action.marker.next");
  await workbench.waitForText("Check which dose is right");
}

async function pictureOfQuickFix(workbench: Workbench): Promise<void> {
  const editor = await conflict();
  placeCursor(editor, "10 mg/kg PO once daily | 6 months", 1);
  await commands.executeCommand("editor.action.quickFix");
  await workbench.waitForText("Use “");
}

async function conflict(): Promise<TextEditor> {
  const editor = await openSample("faulty/tuberculosis.md");
  await until("the conflict", () =>
    findings(editor).some(({ code }) => typeof code === "object" && code.value === "dose-conflict"),
  );
  return editor;
}

async function pictureOfDifferential(workbench: Workbench): Promise<void> {
  const editor = await openSample("severe-malaria-ministry.md");
  placeCursor(editor, "\n## ", 4);
  await commands.executeCommand("guidewright.draftDifferential");
  await workbench.waitForText("Insert into Guideline");
}

/** A sample as it might be edited for its next edition, and what that changes. */
async function pictureOfChanges(workbench: Workbench): Promise<void> {
  const before = (await openSample("severe-malaria-ministry.md")).document.getText();
  const edits = [
    ["artesunate 2.4 mg/kg IV or IM on admission", "artesunate 3 mg/kg IV or IM on admission"],
    ["(maximum 2 g) for 7 days", "(maximum 2 g) for 10 days"],
    ["transfuse when haemoglobin < 7.0 g/dL |", "transfuse when haemoglobin < 8.0 g/dL |"],
    ["DO NOT give dexamethasone, mannitol or heparin", "DO NOT give dexamethasone or heparin"],
  ] as const;
  const after = edits.reduce((text, [old, now]) => text.replace(old, now), before);
  await closeEverything();
  await openEdited("severe-malaria.md", before, after);
  await commands.executeCommand("guidewright.showChanges", { revision: "HEAD" });
  await until("the table", async () => (await previewText(workbench)).includes("What changed"));
}

async function pictureOfModels(workbench: Workbench): Promise<void> {
  void commands.executeCommand("guidewright.chooseModel");
  await workbench.waitForText("about 4.9 GB to download");
}
