// The one status bar item: whether the active Markdown document is a guideline, why, and how the model
// is. Its words come from model-words.ts. It must not know the language client.
import { Disposable, languages, MarkdownString, StatusBarAlignment, window } from "vscode";
import { documentSelector } from "./documents.ts";
import type { Guidelines } from "./guidelines.ts";
import { asPlainText, type Situation, statusParagraphs, statusText } from "./model-words.ts";

interface StatusBar extends Disposable {
  update(): void;
}

export function showStatusBar(guidelines: Guidelines, situation: () => Situation): StatusBar {
  const item = window.createStatusBarItem("guidewright.status", StatusBarAlignment.Right, 100);
  item.name = "Guidewright";
  item.command = "guidewright.showMenu";
  const update = () => {
    const document = window.activeTextEditor?.document;
    if (!document || languages.match(documentSelector, document) === 0) {
      item.hide();
      return;
    }
    const now = situation();
    const paragraphs = statusParagraphs(now);
    item.text = statusText(now);
    item.tooltip = tooltip(paragraphs);
    item.accessibilityInformation = { label: `Guidewright. ${paragraphs.join(" ")}` };
    item.show();
  };
  update();
  return Object.assign(
    Disposable.from(item, window.onDidChangeActiveTextEditor(update), guidelines.onDidChange(update)),
    { update },
  );
}

/** Names of models are data and must not become markup. (appendText would glue all words together.) */
function tooltip(paragraphs: readonly string[]): MarkdownString {
  const markdown = new MarkdownString("**Guidewright**\n\n");
  for (const paragraph of paragraphs) markdown.appendMarkdown(`${asPlainText(paragraph)}\n\n`);
  return markdown;
}
