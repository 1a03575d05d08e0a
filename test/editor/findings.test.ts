// The view of findings by rule and the pages of rules, as an author meets them in a real editor.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationTarget, commands, type TextEditor, window, workspace } from "vscode";
import { connect, rowOf, rows, type Workbench } from "../rig/page.ts";
import { closeEverything, guidewright, openFile, placeCursor, until, writeProject } from "./documents.ts";

const page = (amoxicillin: string, paracetamol: string) =>
  `# Pneumonia in children\n\n- Amoxicillin ${amoxicillin} PO twice daily\n- Paracetamol ${paracetamol} PO every 6 hours\n`;

describe("Findings by rule in a real editor", () => {
  let workbench: Workbench;
  let folder: string;
  let editor: TextEditor;

  before(async () => {
    await guidewright();
    workbench = await connect();
    // Nothing else of the samples is to be found.
    await workspace
      .getConfiguration("guidewright")
      .update("rules", { "abbreviation-undefined": "off" }, ConfigurationTarget.Global);
  });
  beforeEach(async () => {
    folder = writeProject("ward", {
      "inpatients.md": page("40 mg/kg", "15 mg/kg"),
      "outpatients.md": page("25 mg/kg", "10 mg/kg"),
    });
    editor = await openFile(join(folder, "inpatients.md"));
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await workbench.screenshot(join(__dirname, "findings.png"));
    await closeEverything();
    rmSync(folder, { recursive: true });
  });
  after(async () => {
    await workspace.getConfiguration("guidewright").update("rules", undefined, ConfigurationTarget.Global);
    await commands.executeCommand("workbench.view.explorer");
    await workbench.close();
  });

  it("shows the rules with their counts, also of documents that are not open", async () => {
    await commands.executeCommand("guidewright.showFindings");
    await until("the rule", async () =>
      (await rows(workbench)).some((row) => row.startsWith("dose-conflict")),
    );
    await (await rowOf(workbench, "dose-conflict")).click();
    await until("the documents", async () =>
      (await rows(workbench)).some((row) => row.includes("outpatients")),
    );
    console.log(await rows(workbench));
    await workbench.screenshot("/tmp/view-1.png");
  });
});
