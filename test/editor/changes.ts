// A guideline in a repository of its own, edited after its last commit; and the page that shows what changed.

import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TextEditor } from "vscode";
import type { Workbench } from "../rig/page.ts";
import { openFile } from "./documents.ts";

/** Opened as it was edited, while its repository has it as it was before. */
export async function openEdited(name: string, before: string, after: string): Promise<TextEditor> {
  const folder = mkdtempSync(join(tmpdir(), "guidewright repository-"));
  const file = join(folder, name);
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.org",
    "-c",
    "commit.gpgsign=false",
  ];
  const git = (...args: string[]) => execFileSync("git", [...identity, ...args], { cwd: folder });
  git("init", "-q");
  writeFileSync(file, before);
  git("add", "-A");
  git("commit", "-q", "-m", "The edition before");
  writeFileSync(file, after);
  return openFile(file);
}

/** The text of all previews on the screen: each is a page in a page. */
export async function previewText({ page }: Workbench): Promise<string> {
  const texts = page.frames().map((frame) =>
    frame
      .locator("body")
      .allInnerTexts()
      .catch(() => []),
  );
  return (await Promise.all(texts)).flat().join("\n");
}

/** A link of a preview, by its words. */
export async function clickInPreview({ page }: Workbench, words: string): Promise<void> {
  for (const frame of page.frames()) {
    const link = frame.getByRole("link", { name: words, exact: true });
    if ((await link.count().catch(() => 0)) > 0) return link.first().click();
  }
  throw new Error(`No preview has a link “${words}”.`);
}
