// The view of findings by rule, the pages of rules, and the quiet while a word is being typed, as an author meets
// them in a real editor.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  type CodeAction,
  ConfigurationTarget,
  commands,
  env,
  Range,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import {
  chooseFromMenu,
  clickInPage,
  connect,
  hoverLink,
  pageText,
  rowOf,
  rows,
  runFromPalette,
  type,
  type Workbench,
} from "../rig/page.ts";
import {
  closeEverything,
  findings,
  guidewright,
  openFile,
  openGuideline,
  placeCursor,
  until,
  writeProject,
} from "./documents.ts";

const ward = (amoxicillin: string, paracetamol: string) =>
  `# Pneumonia in children\n\n- Amoxicillin ${amoxicillin} PO twice daily\n- Paracetamol ${paracetamol} PO every 6 hours\n`;

let workbench: Workbench;
const setRules = (rules: Record<string, string> | undefined) =>
  workspace.getConfiguration("guidewright").update("rules", rules, ConfigurationTarget.Global);
const codes = (editor: TextEditor) =>
  findings(editor).map(({ code, range }) => [
    typeof code === "object" ? code.value : code,
    editor.document.getText(range),
  ]);

describe("Findings by rule in a real editor", () => {
  let folder: string;
  let editor: TextEditor;

  before(async () => {
    await guidewright();
    workbench = await connect();
    // Once for all tests: what the disk says of files that go and come again arrives late.
    folder = writeProject("ward", {
      "inpatients.md": ward("40 mg/kg", "15 mg/kg"),
      "outpatients.md": ward("25 mg/kg", "10 mg/kg"),
    });
  });
  beforeEach(async () => {
    editor = await openFile(join(folder, "inpatients.md"));
    await until("both conflicts", () => findings(editor).length === 2);
  });
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(this.currentTest.title);
    await closeEverything();
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await commands.executeCommand("workbench.view.explorer");
  });

  const shown = async (words: string) => (await rows(workbench)).find((row) => row.includes(words));
  const ofRule = async () => (await shown("dose-conflict")) ?? "";

  it("shows rules with their counts, documents that are not open, and both sides of a conflict", async () => {
    await runFromPalette(workbench, "Guidewright: Show Findings by Rule");
    const count = await until(
      "the rule",
      async () => /^dose-conflict, warning, (\d+) findings in \d+ documents/.exec(await ofRule())?.[1],
    );
    assert.ok(Number(count) > 4, "the samples have some, too");
    await (await rowOf(workbench, "dose-conflict")).click();
    await until("the other document", () => shown("outpatients.md"));
    await (await rowOf(workbench, "3: amoxicillin is 25 mg/kg")).click();
    await until("the place", () => window.activeTextEditor?.document.uri.path.endsWith("/outpatients.md"));
    assert.match(
      window.activeTextEditor?.document.getText(window.activeTextEditor.selection) ?? "",
      /^25 mg\/kg/,
    );
    await workbench.page.keyboard.press("ArrowRight");
    await until("the other side", () => shown("other side, inpatients.md, line 3: amoxicillin"));

    await commands.executeCommand("guidewright.groupFindingsByDocument");
    await until("documents first", async () => (await rows(workbench))[0]?.includes(".md"));
    await commands.executeCommand("guidewright.groupFindingsByRule");

    editor = await openFile(join(folder, "inpatients.md"));
    await editor.edit((edit) => edit.replace(rangeOf(editor, "40 mg/kg"), "25 mg/kg"));
    await until("the count to follow", async () =>
      (await ofRule()).startsWith(`dose-conflict, warning, ${Number(count) - 2} findings`),
    );
  });

  it("goes from one finding of a rule to the next, through all documents", async () => {
    placeCursor(editor, "Amoxicillin");
    const placeNow = () => {
      const { document, selection } = window.activeTextEditor ?? editor;
      return `${document.uri.path.split("/").at(-1)} ${selection.active.line + 1}`;
    };
    // From the caret, in this document, and then in the next one.
    await commands.executeCommand("guidewright.nextFinding");
    assert.equal(placeNow(), "inpatients.md 3");
    await commands.executeCommand("guidewright.nextFinding");
    assert.equal(placeNow(), "inpatients.md 4");
    await commands.executeCommand("guidewright.nextFinding");
    assert.equal(placeNow(), "outpatients.md 3");
    await commands.executeCommand("guidewright.previousFinding");
    assert.equal(placeNow(), "inpatients.md 4");
  });

  it("opens a rule's page beside the guideline, with links to the other pages and the settings", async () => {
    await commands.executeCommand("guidewright.showFindings");
    await (await rowOf(workbench, "dose-conflict")).click();
    await (await rowOf(workbench, "dose-conflict")).getByLabel("Read About This Rule").click();
    await until("the page", async () =>
      (await pageText(workbench)).includes("One medicine is ordered in two doses"),
    );
    assert.equal(window.tabGroups.all.length, 2);
    assert.ok(window.tabGroups.all[0]?.tabs.some(({ label }) => label === "inpatients.md"));
    await clickInPage(workbench, "All rules");
    await until("the list", async () => (await pageText(workbench)).includes("what it finds"));
    await clickInPage(workbench, "band-gap");
    await until("another page", async () => (await pageText(workbench)).includes("Change it with"));
    await clickInPage(workbench, "guidewright.rules");
    await until("the settings", async () => (await pageText(workbench)).includes("what it does"));
  });

  it("opens the page from a finding's hover, too", async () => {
    placeCursor(editor, "40 mg/kg", 1);
    await commands.executeCommand("editor.action.showHover");
    await (await hoverLink(workbench, "dose-conflict")).click();
    await until("the page", async () =>
      (await pageText(workbench)).includes("One medicine is ordered in two doses"),
    );
    await until("it to stand beside", () => window.tabGroups.all.length === 2);
  });

  it("copies a finding as one line", async () => {
    await commands.executeCommand("guidewright.showFindings");
    await (await rowOf(workbench, "dose-conflict")).click();
    await (await rowOf(workbench, "3: amoxicillin is 40 mg/kg")).click({ button: "right" });
    await chooseFromMenu(workbench, "Copy");
    await until("the line", async () =>
      /^inpatients\.md:3: amoxicillin is 40 mg\/kg.*\[dose-conflict\]$/.test(await env.clipboard.readText()),
    );
  });
});

describe("Quiet while a word is typed", () => {
  before(() => setRules({}));
  afterEach(async function () {
    if (this.currentTest?.state === "failed") await picture(this.currentTest.title);
    await closeEverything();
  });
  after(() => workbench.close());

  const start = "---\nguideline: true\n---\n\n# Coma\n\nGive ORS.\n\nRecord the";
  const abbreviation = (word: string) => ["abbreviation-undefined", word];
  const early = [abbreviation("ORS")];
  /** With the cursor at the end and a finding of its own. */
  async function open(): Promise<TextEditor> {
    const editor = await openGuideline(start);
    await until("the first finding", () => findings(editor).length === 1);
    await workbench.waitForText("Ln 9, Col 11");
    return editor;
  }
  async function typed(editor: TextEditor, text: string): Promise<void> {
    await type(workbench, text);
    await until(text, () => editor.document.getText().endsWith(text));
  }
  /** The server has found it, whatever is shown. */
  const isFound = (editor: TextEditor, words: string) =>
    until(`the server to find ${words}`, async () => {
      const place = rangeOf(editor, words);
      const actions = await commands.executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        editor.document.uri,
        place,
      );
      return actions.some(({ title }) => title.includes("pell out"));
    });

  it("shows a new finding when the caret leaves the word, and not before", async () => {
    const editor = await open();
    await typed(editor, " GCS");
    await isFound(editor, "GCS");
    await typed(editor, "X");
    await workbench.page.keyboard.press("Backspace");
    await until("the text", () => editor.document.getText().endsWith(" GCS"));
    await isFound(editor, "GCS");
    assert.deepEqual(codes(editor), early);
    await type(workbench, " ");
    await until("the finding", () => findings(editor).length === 2);
    assert.deepEqual(codes(editor), [...early, abbreviation("GCS")]);
  });

  it("shows it when the caret is put elsewhere, and keeps what was shown when it comes back and types", async () => {
    const editor = await open();
    await typed(editor, " GCS");
    await isFound(editor, "GCS");
    assert.deepEqual(codes(editor), early);
    placeCursor(editor, "Coma");
    await until("the finding", () => findings(editor).length === 2);
    placeCursor(editor, "GCS", 3);
    await workbench.waitForText("Ln 9, Col 15");
    assert.deepEqual(codes(editor), [...early, abbreviation("GCS")]);
    const seen: number[] = [];
    const watching = setInterval(() => seen.push(findings(editor).length), 1);
    await type(workbench, "E");
    await until("the finding about the longer word", () => codes(editor)[1]?.[1] === "GCSE");
    clearInterval(watching);
    assert.ok(!seen.includes(1), "it never went away");
  });

  it("shows it when the document is saved", async () => {
    const editor = await open();
    await typed(editor, " GCS");
    await isFound(editor, "GCS");
    assert.deepEqual(codes(editor), early);
    await editor.document.save();
    await until("the finding", () => findings(editor).length === 2);
  });
});

function rangeOf(editor: TextEditor, words: string): Range {
  const start = editor.document.getText().lastIndexOf(words);
  return new Range(editor.document.positionAt(start), editor.document.positionAt(start + words.length));
}

async function picture(title: string): Promise<void> {
  await workbench.screenshot(join(__dirname, `${title.replace(/\W+/g, "-")}.png`));
}
