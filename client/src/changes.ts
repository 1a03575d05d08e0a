// "Show Clinical Changes": asks what to compare the guideline with, and shows the page that the server writes. It must
// not know what a change is.
import {
  commands,
  ProgressLocation,
  type QuickPickItem,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type ClinicalChangesParams,
  type ClinicalChangesResult,
  clinicalChangesRequest,
  type RevisionsParams,
  type RevisionsResult,
  revisionsRequest,
} from "../../server/src/protocol.ts";
import { isCancelled, reasonFor } from "./errors.ts";
import { ask } from "./requests.ts";

type Base = ClinicalChangesParams["base"];
interface Choice extends QuickPickItem {
  /** Undefined: a file that is yet to be picked. */
  readonly base: Base | undefined;
}

/** The only command that a page may run. */
const openPlace = "guidewright.openPlace";

/** The page, drawn by the editor's own Markdown; its lines open their places. */
export class ChangePages {
  readonly #opening = commands.registerCommand(openPlace, (address: unknown, line: unknown) =>
    reveal(String(address), Number(line)),
  );
  #panel: WebviewPanel | undefined;

  async show(title: string, markdown: string): Promise<void> {
    const html = await commands.executeCommand<string>("markdown.api.render", withCommands(markdown));
    const options = { enableScripts: false, enableCommandUris: [openPlace], enableFindWidget: true };
    const panel =
      this.#panel ?? window.createWebviewPanel("guidewright.changes", title, ViewColumn.Active, options);
    if (!this.#panel) panel.onDidDispose(() => (this.#panel = undefined));
    this.#panel = panel;
    panel.title = title;
    panel.webview.html = pageOf(html);
    panel.reveal();
  }

  dispose(): void {
    this.#panel?.dispose();
    this.#opening.dispose();
  }
}

/** Addresses of files are no links in a page; commands are. */
function withCommands(markdown: string): string {
  return markdown.replace(/\]\((file:[^()\s]+)#L(\d+)\)/g, (_link, address: string, line: string) => {
    const given = encodeURIComponent(JSON.stringify([address, Number(line) - 1]));
    return `](command:${openPlace}?${given.replace(/[()']/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)})`;
  });
}

async function reveal(address: string, line: number): Promise<void> {
  const selection = new Range(line, 0, line, 0);
  await window.showTextDocument(Uri.parse(address, true), { viewColumn: ViewColumn.One, selection });
}

const pageOf = (body: string) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { padding: 0 1.5em 2em; line-height: 1.5; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.3em 0.8em 0.3em 0; }
td, th { border-bottom: 1px solid var(--vscode-widget-border, var(--vscode-editorWidget-border)); }
</style></head><body>${body}</body></html>`;

/** `argument`: the base, where a caller has chosen it. */
export async function showChanges(
  client: LanguageClient,
  pages: ChangePages,
  argument?: unknown,
): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== "markdown") {
    window.showInformationMessage("Open the guideline whose changes you want to see.");
    return;
  }
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  try {
    const base = isBase(argument) ? argument : await pickBase(client, textDocument);
    if (!base) return;
    const parameters: ClinicalChangesParams = { textDocument, base };
    const title = "Guidewright: comparing";
    const options = { location: ProgressLocation.Window, title };
    const { markdown } = await window.withProgress(options, () =>
      ask<ClinicalChangesResult>(client, clinicalChangesRequest, parameters),
    );
    await pages.show(`Changes since ${nameOf(base)}`, markdown);
  } catch (error) {
    if (!isCancelled(error)) window.showErrorMessage(`The changes could not be shown. ${reasonFor(error)}`);
  }
}

const isBase = (value: unknown): value is Base =>
  typeof value === "object" && value !== null && ("revision" in value || "uri" in value);

const nameOf = (base: Base): string =>
  "revision" in base ? base.revision : (Uri.parse(base.uri).path.split("/").at(-1) ?? "another file");

async function pickBase(
  client: LanguageClient,
  textDocument: RevisionsParams["textDocument"],
): Promise<Base | undefined> {
  const parameters: RevisionsParams = { textDocument };
  // Without a repository there are still files to compare with.
  const { names } = await ask<RevisionsResult>(client, revisionsRequest, parameters).catch(() => ({
    names: undefined,
  }));
  const head: Choice = { label: "HEAD", description: "the last commit", base: { revision: "HEAD" } };
  const items: Choice[] = [
    ...(names ? [head] : []),
    ...(names ?? []).map((label) => ({ label, base: { revision: label } })),
    { label: "Another File…", description: "an earlier edition on disk", base: undefined },
  ];
  const placeHolder = "Compare the guideline with …";
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked && !picked.base ? pickFile() : picked?.base;
}

async function pickFile(): Promise<Base | undefined> {
  const [file] =
    (await window.showOpenDialog({
      title: "The earlier edition",
      filters: { Markdown: ["md", "markdown"] },
    })) ?? [];
  return file && { uri: file.toString() };
}
