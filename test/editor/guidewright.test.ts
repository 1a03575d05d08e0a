// The thin path as an author meets it, in a real editor on the starter model: what is seen on the screen, and
// what becomes of the document.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import {
  ConfigurationTarget,
  commands,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Guidewright } from "../../client/src/extension.ts";
import {
  acceptGhostText,
  clickAction,
  connect,
  ghostText,
  hoverText,
  pageText,
  runFromPalette,
  squiggles,
  type,
  type Workbench,
} from "../rig/page.ts";
import { clickInPreview, openEdited, previewText } from "./changes.ts";
import {
  closeEverything,
  findings,
  guidewright,
  openFile,
  openGuideline,
  placeCursor,
  until,
  waitForSlowModels,
  writeProject,
} from "./documents.ts";

const malaria = `---
guideline: true
title: Severe malaria
---

# Severe malaria

Give oral rehydration solution (ORS) after each loose stool.

Record the GCS every hour.

Severe malaria is a life-threatening disease caused by`;

/** As much as a prompt shows of what stands above. */
const longGuideline = `---\nguideline: true\n---\n\n# Fever\n\n${"Ask how long the child has been ill and look for signs of danger. ".repeat(30)}`;

describe("Guidewright in a real editor", () => {
  let extension: Guidewright;
  let workbench: Workbench;

  before(async () => {
    extension = await guidewright();
    workbench = await connect();
    await waitForSlowModels();
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(workbench, this.currentTest.title);
    await closeEverything();
  });
  after(() => workbench.close());

  it("starts no server for a document that is no guideline, and says so", async () => {
    const document = await workspace.openTextDocument({
      language: "markdown",
      content: "# Notes\n\nBuy milk.\n",
    });
    await window.showTextDocument(document);
    const { recognition, server } = await until("the document to be looked at", () => {
      const situation = extension.situation();
      return situation.recognition && situation;
    });
    assert.equal(recognition?.guideline, false);
    assert.equal(server, "off");
    await workbench.waitForText("No guideline");
  });

  it("shows ghost text, and Tab makes it document text", async () => {
    const editor = await openGuideline(malaria);
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    await commands.executeCommand("editor.action.inlineSuggest.trigger");
    const suggested = await ghostText(workbench);
    assert.match(suggested, /\p{L}{3}/u);
    assert.equal(editor.document.getText(), malaria, "a suggestion is not text");
    await acceptGhostText(workbench);
    const text = await until("the accepted text", () => {
      const now = editor.document.getText();
      return now !== malaria && now;
    });
    assert.equal(collapsed(text), collapsed(malaria + suggested));
  });

  it("marks an abbreviation that is not spelled out, and its quick fix removes the mark", async () => {
    const editor = await openGuideline(malaria);
    const [finding] = await until("a finding", () => findings(editor).length > 0 && findings(editor));
    assert.equal(editor.document.getText(finding?.range), "GCS");
    await until("a squiggle on the screen", async () => (await squiggles(workbench)) > 0);
    placeCursor(editor, "GCS", 1);
    await commands.executeCommand("editor.action.quickFix");
    await clickAction(workbench, "Spell out as");
    await until("the fix", () =>
      editor.document.getText().includes("Record the Glasgow Coma Scale (GCS) every hour."),
    );
    await until(
      "the mark to go",
      async () => findings(editor).length === 0 && (await squiggles(workbench)) === 0,
    );
  });

  it("shows both sides of a conflict between two documents, and changes the one the author chooses", async () => {
    const page = (amoxicillin: string, paracetamol: string) =>
      `# Pneumonia in children\n\n- Amoxicillin ${amoxicillin} PO twice daily\n- Paracetamol ${paracetamol} PO every 6 hours\n`;
    const folder = writeProject("ward", {
      "inpatients.md": page("40 mg/kg", "15 mg/kg"),
      "outpatients.md": page("25 mg/kg", "10 mg/kg"),
    });
    const outpatients = join(folder, "outpatients.md");
    const editor = await openFile(join(folder, "inpatients.md"));
    const conflicts = (of = editor) =>
      findings(of).filter(({ code }) => typeof code === "object" && code.value === "dose-conflict");
    await until("both conflicts", () => conflicts().length === 2);
    const [first] = conflicts();
    assert.match(editor.document.getText(first?.range), /^40 mg\/kg/);
    const otherSide = first?.relatedInformation?.[0]?.location;
    assert.equal(otherSide?.uri.fsPath, outpatients);
    assert.equal(otherSide?.range.start.line, 2);

    placeCursor(editor, "40 mg/kg", 1);
    await commands.executeCommand("editor.action.quickFix");
    await workbench.waitForText("in outpatients.md");
    await clickAction(workbench, "” here");
    await until("the change here", () => editor.document.getText().includes("Amoxicillin 25 mg/kg"));
    await until("the first conflict to go", () => conflicts().length === 1);

    placeCursor(editor, "15 mg/kg", 1);
    await commands.executeCommand("editor.action.quickFix");
    await clickAction(workbench, "in outpatients.md");
    await until("the last conflict to go", () => conflicts().length === 0);
    const other = await openFile(outpatients);
    assert.match(other.document.getText(), /Paracetamol 15 mg\/kg/);
    assert.match(editor.document.getText(), /Paracetamol 15 mg\/kg/);
  });

  it("shows what is wrong in a project's file in that file, and obeys it as it is typed", async () => {
    const folder = writeProject("words", {
      "guidewright.yaml": "rules:\n  abbreviation-undefind: off\n",
      "ward.md": "# Fever\n\nSee the KTW.\n",
    });
    const guideline = await openFile(join(folder, "ward.md"));
    await until("the abbreviation", () => findings(guideline).length === 1);
    const file = Uri.file(join(folder, "guidewright.yaml"));
    await until("the problem, before the file is open", () => languages.getDiagnostics(file).length === 1);
    assert.match(languages.getDiagnostics(file)[0]?.message ?? "", /“abbreviation-undefined”/);

    const editor = await openFile(file.fsPath);
    await editor.edit((edit) => edit.replace(new Range(1, 2, 1, 23), "abbreviation-undefined"));
    await until("the problem to go", () => findings(editor).length === 0);
    await until("the abbreviation to go, unsaved", () => findings(guideline).length === 0);
  });

  it("hovers with the definition at once and a marked explanation", async () => {
    const editor = await openGuideline(malaria);
    placeCursor(editor, "ORS", 1);
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    await commands.executeCommand("editor.action.showHover");
    await until("the definition", async () =>
      (await hoverText(workbench)).includes("oral rehydration solution"),
    );
    const hover = await until("the explanation", async () => {
      const text = await hoverText(workbench);
      return text.includes("AI-generated") && text;
    });
    assert.match(hover, /SmolLM2/);
    assert.match(hover, /starter model/);
  });

  it("has read what stands above the cursor before anything is asked there", async () => {
    // Started anew, so that the figures are this test's alone.
    await runFromPalette(workbench, "Guidewright: Pause or Resume the Model");
    await until("the model to be paused", () => extension.situation().model?.state === "paused");
    await runFromPalette(workbench, "Guidewright: Pause or Resume the Model");
    const editor = await openGuideline(`${longGuideline}\n\n${malaria.split("\n\n").at(-1)}`);
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    const tokens = await until("the model to read ahead", async () => (await figures()).readAhead);
    assert.ok(tokens > 200, `${tokens} tokens`);
    await commands.executeCommand("editor.action.inlineSuggest.trigger");
    await ghostText(workbench);
    const { reused } = await figures();
    assert.ok(reused !== undefined && reused > 95, `${reused} %`);
    assert.ok(editor.document.getText().startsWith(longGuideline));
  });

  it("shows how the model does, on a page that follows it", async () => {
    await openGuideline(malaria);
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    await runFromPalette(workbench, "Guidewright: Show Model Statistics");
    const page = await until("the page", async () => {
      const text = await pageText(workbench);
      return text.includes("Model Statistics") && text;
    });
    assert.match(page, /SmolLM2.* is ready/);
    assert.match(page, /Runs\s+on this computer/);
    assert.match(page, /Memory\s+[\d.]+ GB/);
    await runFromPalette(workbench, "Guidewright: Pause or Resume the Model");
    await until("the page to say so", async () => (await pageText(workbench)).includes("is paused"));
    await runFromPalette(workbench, "Guidewright: Pause or Resume the Model");
    await until("it to be resumed", () => extension.situation().model?.state !== "paused");
  });

  it("drafts a differential into a preview, and inserts it with its provenance when accepted", async () => {
    const editor = await openGuideline(
      "---\nguideline: true\n---\n\n# Fever with headache in adults\n\nSeen in a district hospital.\n\n## Treatment\n\nRefer.\n",
    );
    const before = editor.document.getText();
    placeCursor(editor, "Seen");
    await runFromPalette(workbench, "Guidewright: Draft Differential");
    const preview = await until("the preview", () =>
      workspace.textDocuments.find(({ uri }) => uri.scheme === "guidewright-draft"),
    );
    const lengths = new Set<number>();
    await until("the finished draft", () => {
      lengths.add(preview.getText().length);
      return preview.getText().includes("until you insert it");
    });
    assert.ok(lengths.size > 2, "the preview is written as the draft grows");
    assert.equal(editor.document.getText(), before, "nothing is inserted before the author says so");
    await clickAction(workbench, "Insert into Guideline");
    const text = await until("the inserted draft", () => changed(editor.document, before));
    assert.match(
      text,
      /<!-- ai-draft model="SmolLM2[^"]*" sha256=[0-9a-f]{64} date=\d{4}-\d\d-\d\d status=unreviewed -->/,
    );
    assert.ok(text.indexOf("<!-- ai-draft") < text.indexOf("## Treatment"), "it stands in its section");
    assert.equal(
      text.replace(/<!-- ai-draft [\s\S]*<!-- \/ai-draft -->\s*/, ""),
      before,
      "and nothing else changed",
    );
  });

  it("shows what changed clinically since the last commit, and leads to it", async () => {
    const chapter = (dose: string) =>
      `---\nguideline: true\n---\n\n# Sepsis\n\n## Neonates\n\nGive gentamicin ${dose} IV for 7 days.\n`;
    const editor = await openEdited(
      "sepsis.md",
      chapter("5 mg/kg 24-hourly"),
      chapter("7.5 mg/kg 24-hourly"),
    );
    await until("the server", () => extension.situation().server === "running");
    await runFromPalette(workbench, "Guidewright: Show Clinical Changes");
    await clickAction(workbench, "the last commit");
    const page = await until("the table", async () => {
      const text = await previewText(workbench);
      return text.includes("What changed") && text;
    });
    assert.match(page, /gentamicin, neonate, sepsis\s+dose\s+5 mg\/kg 24-hourly\s+7\.5 mg\/kg 24-hourly/);
    await clickInPreview(workbench, "9");
    await until("the place", () => {
      const shown = window.activeTextEditor;
      return shown?.document === editor.document && shown.selection.active.line === 8;
    });
  });

  it("says what to do when the model's file is missing, and goes on checking", async () => {
    const settings = workspace.getConfiguration("guidewright");
    await settings.update("model.path", "/nowhere/model.gguf", ConfigurationTarget.Global);
    try {
      const editor = await openGuideline(malaria);
      const model = await until("the model to be missed", () => {
        const { model } = extension.situation();
        return model?.state === "missing" && model;
      });
      assert.match(model.message, /\/nowhere\/model\.gguf/);
      await until("a finding", () => findings(editor).length === 1);
      assert.equal(editor.document.getText(), malaria);
      void commands.executeCommand("guidewright.showMenu");
      await workbench.waitForText("Choose Another Model");
      await commands.executeCommand("workbench.action.closeQuickOpen");
    } finally {
      await settings.update("model.path", undefined, ConfigurationTarget.Global);
    }
  });

  it("loses nothing when the model's process is killed, and completes again", async () => {
    // Long and new to the model, so that it is still reading when its process is killed.
    const symptoms = Array.from(
      { length: 40 },
      (_, i) => `Sign ${i}: record it on day ${i + 3} of the chart.`,
    );
    const editor = await openGuideline(malaria.replace("# Severe", `${symptoms.join("\n")}\n\n# Severe`));
    const text = editor.document.getText();
    await until("the model to be ready", () => extension.situation().model?.state === "ready");
    void commands.executeCommand("editor.action.inlineSuggest.trigger");
    await until("the model to work", () => extension.situation().model?.state === "working");
    process.kill(hostPid(), "SIGKILL");
    await until("the restart to show", () => extension.situation().model?.state !== "working");
    assert.equal(editor.document.getText(), text);
    await until("the model to be ready again", () => extension.situation().model?.state === "ready");
    await type(workbench, " ");
    assert.match(await ghostText(workbench), /\p{L}{3}/u);
    assert.equal(editor.document.getText(), `${text} `);
    assert.equal(findings(editor).length, 1, "the checks went on working");
  });
});

/** What the screen showed when a test failed, beside the bundle of the suite. */
async function picture(workbench: Workbench, title: string): Promise<void> {
  await workbench.screenshot(join(__dirname, `${title.replace(/\W+/g, "-")}.png`));
}

function changed(document: TextDocument, before: string): string | false {
  const now = document.getText();
  return now !== before && now;
}

let looks = 0;

/** What the model's page says: tokens that it read ahead, and how much of its prompts it need not read again. */
async function figures() {
  // Each look is a page of its own: an open one is written anew only when the model's state changes.
  const page = Uri.from({ scheme: "guidewright-model", path: `/figures-${looks++}.md` });
  const text = (await workspace.openTextDocument(page)).getText();
  const number = (row: RegExp) => Number(row.exec(text)?.[1]?.replaceAll(",", "")) || undefined;
  return { readAhead: number(/Read ahead \| ([\d,]+)/), reused: number(/Need not read again \| (\d+)/) };
}

/** The screen shows spaces of its own kinds. */
function collapsed(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** The model host below this extension host: the only process that is ended. */
function hostPid(): number {
  const processes = processTable();
  const below = new Set([process.pid]);
  for (const { pid, parent } of processes) if (below.has(parent)) below.add(pid);
  const host = processes.find(({ pid, command }) => below.has(pid) && command.includes("host.mjs"));
  assert.ok(host, "the model host runs");
  return host.pid;
}

/** Parents before their children, as the systems list them. */
function processTable() {
  const script =
    'Get-CimInstance Win32_Process | % { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';
  const table =
    process.platform === "win32"
      ? execFileSync("powershell", ["-NoProfile", "-Command", script], { encoding: "utf8" })
      : execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return table.split(/\r?\n/).flatMap((row) => {
    const [, pid, parent, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}
