// Measures what only a real editor can tell: how long the extension takes to activate, and how long an author
// waits for the first finding. Writes the times to the file that GUIDEWRIGHT_TIMES names.

import { writeFileSync } from "node:fs";
import { extensions } from "vscode";
import { findings, openGuideline, until } from "./documents.ts";

export interface EditorTimes {
  /** Milliseconds. */
  readonly activation: number;
  readonly markdownActivation: number;
  readonly firstFinding: number;
  readonly nextFinding: number;
}

const text = "---\nguideline: true\n---\n\n# Coma\n\nRecord the GCS every hour.\n";

export async function run(): Promise<void> {
  // VS Code's own Markdown support is what every Markdown file activates anyway.
  const markdownActivation = await timed(() => activate("vscode.markdown-language-features"));
  const activation = await timed(() => activate("guidewright.guidewright"));
  const firstFinding = await timed(shownFinding);
  const nextFinding = await timed(shownFinding);
  const times: EditorTimes = { activation, markdownActivation, firstFinding, nextFinding };
  writeFileSync(process.env.GUIDEWRIGHT_TIMES ?? "", JSON.stringify(times));
}

async function activate(id: string): Promise<void> {
  await extensions.getExtension(id)?.activate();
}

async function shownFinding(): Promise<void> {
  const editor = await openGuideline(text);
  await until("a finding", () => findings(editor).length > 0);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}
