// A client that edits, asks, cancels, closes and opens at random, and judges every answer by the texts it may
// have been computed for. It must not know what is right beyond that: the tests compare with a fresh server.
import assert from "node:assert/strict";
import { CancellationTokenSource, ResponseError } from "vscode-jsonrpc/node";
import type { CodeAction, Diagnostic, Range } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { type Chance, positionFrom, rangeFrom, textFrom } from "./random.ts";
import { edited, guidelineText, isInside, textIn } from "./texts.ts";

/** One document as the client has known it: every text in its order; undefined while it was closed. */
interface Known {
  readonly uri: string;
  readonly texts: (string | undefined)[];
  version: number;
}
const allowedCodes = [-32800, -32801, -32802];
const longest = 12_000;

export class RandomSession {
  readonly documents: readonly Known[];
  requests = 0;
  readonly #client: Client;
  readonly #chance: Chance;
  readonly #pending = new Set<Promise<void>>();
  readonly #actions: CodeAction[] = [];
  readonly #drafts: string[] = ["no-such-draft"];

  constructor(client: Client, chance: Chance, documents = 3) {
    this.#client = client;
    this.#chance = chance;
    this.documents = Array.from({ length: documents }, (_, i) => ({
      uri: `file:///random/${i}.md`,
      texts: [undefined],
      version: 0,
    }));
  }

  step(): void {
    const document = this.#chance.oneOf(this.documents);
    if (document.texts.at(-1) === undefined) this.#open(document);
    else if (this.#chance.percent(2)) this.#close(document);
    else if (this.#chance.percent(55)) this.#edit(document);
    else if (this.#chance.percent(1))
      this.#client.notify("workspace/didChangeConfiguration", { settings: null });
    else this.#ask(document);
  }

  /** Resolves when every request has been answered, and rejects with what was wrong with one. */
  async answered(): Promise<void> {
    await Promise.all(this.#pending);
  }

  #open(document: Known): void {
    // Some editors start again at the same version.
    document.version = this.#chance.percent(50) ? 1 : document.version + 1;
    const text = this.#chance.percent(50) ? guidelineText : textFrom(this.#chance, 60);
    document.texts.push(text);
    this.#client.open(document.uri, text, document.version);
  }

  #close(document: Known): void {
    document.texts.push(undefined);
    this.#client.close(document.uri);
  }

  #edit(document: Known): void {
    let text = document.texts.at(-1) ?? "";
    const contentChanges = [];
    if (text.length > longest || this.#chance.percent(2)) {
      text = this.#chance.percent(50) ? guidelineText : textFrom(this.#chance, 60);
      contentChanges.push({ text });
    }
    for (let left = 1 + this.#chance.below(3); left > 0; left--) {
      const range = rangeFrom(this.#chance, text);
      const newText = this.#chance.percent(35) ? "" : textFrom(this.#chance, 4);
      contentChanges.push({ range, text: newText });
      text = edited(text, [{ range, newText }]);
    }
    document.texts.push(text);
    document.version += 1 + this.#chance.below(3);
    const { uri, version } = document;
    this.#client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  #ask(document: Known): void {
    const text = document.texts.at(-1) ?? "";
    const uri = this.#chance.percent(2) ? "file:///random/never-opened.md" : document.uri;
    const textDocument = { uri };
    const position = positionFrom(this.#chance, text);
    const asked: Record<string, object> = {
      "textDocument/diagnostic": { textDocument },
      "textDocument/hover": { textDocument, position },
      "textDocument/codeAction": {
        textDocument,
        range: rangeFrom(this.#chance, text),
        context: { diagnostics: [], ...(this.#chance.percent(20) && { only: ["source.fixAll"] }) },
      },
      "textDocument/inlineCompletion": {
        textDocument,
        position,
        context: { triggerKind: 1 + this.#chance.below(2) },
      },
      "guidewright/explain": { textDocument, position },
      "guidewright/draftDifferential": { textDocument, position, partialResultToken: "random" },
      "guidewright/acceptDraft": { textDocument, draftId: this.#chance.oneOf(this.#drafts) },
      "guidewright/ruleDocumentation": { rule: "abbreviation-undefined" },
    };
    const method = this.#chance.oneOf(Object.keys(asked));
    this.#judge(this.#request(method, asked[method] ?? {}, document));
    if (this.#chance.percent(10)) this.#resolve();
  }

  /** An action of now or of long ago. */
  #resolve(): void {
    const action = this.#actions.at(-1 - this.#chance.below(3));
    const uri = (action?.data as { uri: string } | undefined)?.uri;
    const document = this.documents.find((known) => known.uri === uri);
    // What it is about may be gone; only its edit must fit.
    if (action && document) {
      const { diagnostics: _about, ...bare } = action;
      this.#judge(this.#request("codeAction/resolve", bare, document));
    }
  }

  #judge(request: Promise<void>): void {
    const answer = request.finally(() => this.#pending.delete(answer));
    this.#pending.add(answer);
    answer.catch(() => {});
  }

  async #request(method: string, params: object, document: Known): Promise<void> {
    const source = new CancellationTokenSource();
    const from = document.texts.length - 1;
    this.requests++;
    const answer = this.#client.request(method, params, source.token);
    if (this.#chance.percent(15)) source.cancel();
    try {
      const result = await answer;
      this.#keep(result);
      const texts = document.texts.slice(from);
      if (!texts.some((text) => fits({ uri: document.uri, text }, result))) {
        assert.fail(
          `${method} answered ${JSON.stringify(result)} for ${JSON.stringify(texts).slice(0, 2000)}`,
        );
      }
    } catch (error) {
      if (!(error instanceof ResponseError)) throw error;
      assert.ok(allowedCodes.includes(error.code), `${method}: ${error.code} ${error.message}`);
    }
  }

  #keep(result: unknown): void {
    if (Array.isArray(result)) this.#actions.push(...result.filter((item) => "data" in item));
    const id = (result as { draftId?: string } | null)?.draftId;
    if (id !== undefined) this.#drafts.push(id);
  }
}

/** Whether all ranges of an answer lie inside the text and those with a known meaning stand where they say. */
function fits({ uri, text }: { uri: string; text: string | undefined }, result: unknown): boolean {
  const ranges = [...rangesIn(result, uri)];
  if (ranges.length === 0) return true;
  if (text === undefined || !ranges.every((range) => isInside(text, range))) return false;
  const items = (result as { items?: Diagnostic[] }).items ?? [];
  const { contents, range } = result as { contents?: { value: string }; range?: Range };
  const short = /^\*\*([A-Z0-9]+)\*\* /i.exec(contents?.value ?? "")?.[1];
  return items.every(standsAt(text)) && (!short || !range || textIn(text, range) === short);
}

const standsAt = (text: string) => (diagnostic: Diagnostic) => {
  const short = /^"([^"]+)" /.exec(String(diagnostic.message))?.[1];
  return short === undefined || textIn(text, diagnostic.range) === short;
};

function* rangesIn(value: unknown, own: string): Iterable<Range> {
  if (typeof value !== "object" || value === null) return;
  const { start, end, position, uri } = value as {
    start?: unknown;
    end?: unknown;
    position?: Range["start"];
    uri?: unknown;
  };
  // The other side of a conflict may stand in another document.
  if (typeof uri === "string" && uri !== own) return;
  if (typeof start === "object" && typeof end === "object") yield value as Range;
  if (position !== undefined) yield { start: position, end: position };
  for (const inner of Object.values(value)) yield* rangesIn(inner, own);
}
