// The desk with the built language server behind it, over stdio, with an author's usual settings: each key is
// a change, a request for diagnostics and one for ghost text.

import { CancellationTokenSource } from "vscode-jsonrpc/node";
import type { InlineCompletionItem } from "vscode-languageserver";
import { Client } from "../../lsp/client.ts";
import { type Key, positionAt } from "./session.ts";
import type { Subject } from "./subject.ts";
import type { Desk } from "./typist.ts";

const uri = "file:///bench/guideline.md";
const textDocument = { uri };

export class OwnDesk implements Desk {
  readonly uri = uri;
  readonly client: Client;
  #version = 1;

  private constructor(client: Client) {
    this.client = client;
  }

  /** Resolves when the model is loaded, which it is when a guideline is opened. */
  static async open(subject: Subject, text: string, env: Record<string, string> = {}): Promise<OwnDesk> {
    const { threads, contextSize } = subject;
    const settings = { model: { path: subject.model.path, gpu: "off", threads, contextSize } };
    const client = await Client.start({ entry: "built", settings, env });
    client.open(uri, text);
    // An editor asks at once: the first check, which compiles what all others run, is no key stroke's.
    await client.request("textDocument/diagnostic", { textDocument });
    await client.until(() => client.statuses.find(({ state }) => state === "ready"));
    return new OwnDesk(client);
  }

  async press({ change, text, offset }: Key, signal: AbortSignal): Promise<string> {
    const { client } = this;
    client.change(uri, ++this.#version, change.text, change.range);
    const cancel = new CancellationTokenSource();
    signal.addEventListener("abort", () => cancel.cancel(), { once: true });
    client.request("textDocument/diagnostic", { textDocument }, cancel.token).catch(() => {});
    const items = await client.request<InlineCompletionItem[]>(
      "textDocument/inlineCompletion",
      { textDocument, position: positionAt(text, offset), context: { triggerKind: 2 } },
      cancel.token,
    );
    return String(items[0]?.insertText ?? "");
  }

  /** Has the abbreviation there explained, as the hover card does. */
  async explain(text: string, offset: number): Promise<void> {
    await this.client.request("guidewright/explain", { textDocument, position: positionAt(text, offset) });
  }

  /** Puts another text into the document. */
  reset(text: string): void {
    this.client.change(uri, ++this.#version, text);
  }

  async settle(): Promise<void> {
    await this.client.until(() => (this.client.statuses.at(-1)?.state === "working" ? undefined : true));
  }

  async close(): Promise<void> {
    await this.client.stop();
  }
}
