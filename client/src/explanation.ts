// The model's explanation in the hover, beside the server's deterministic card. A provider of its own:
// VS Code shows each provider's answer as soon as it is there, so the card never waits for the model.
import { type Disposable, Hover, languages, MarkdownString, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { type ExplainResult, explainRequest } from "../../server/src/protocol.ts";
import { documentSelector } from "./documents.ts";
import type { Guidelines } from "./guidelines.ts";

/** Registered before the client starts: VS Code puts the provider that came last on top, the card. */
export function explainInHover(client: LanguageClient, guidelines: Guidelines): Disposable {
  return languages.registerHoverProvider(documentSelector, {
    async provideHover(document, position, token) {
      const wanted = workspace.getConfiguration("guidewright", document).get("hover.explain", true);
      if (!wanted || !client.isRunning() || !guidelines.isGuideline(document)) return undefined;
      const parameters = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
      try {
        const result = await client.sendRequest<ExplainResult | null>(explainRequest, parameters, token);
        if (!result || token.isCancellationRequested) return undefined;
        const range = client.protocol2CodeConverter.asRange(result.range);
        return new Hover(new MarkdownString(withoutImages(result.markdown)), range);
      } catch {
        return undefined; // The client has logged it; a hover without an explanation is no event.
      }
    },
  });
}

/** An image in a model's text would be fetched from the network. */
const withoutImages = (markdown: string) => markdown.replaceAll("![", "!\\[");
