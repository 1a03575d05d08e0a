// Kills the model host under an author who types into the real server: nothing that was typed or accepted may be
// lost, each death is told once, and suggestions come again. It must not know how often is often enough.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic, InlineCompletionItem } from "vscode-languageserver";
import type { ModelStatus } from "../../server/src/protocol.ts";
import { positionAt } from "../bench/engine/session.ts";
import { Client } from "../lsp/client.ts";
import { hostOf } from "../support/host-process.ts";
import { gone } from "../support/local-engine.ts";
import { randomNumbers } from "../support/random-numbers.ts";
import type { Endings } from "./kills.ts";

/** After so many deaths the model is switched off until the author asks for it again. */
const deathsToGiveUp = 4;
/** Milliseconds between two keys, at most. */
const longestPause = 30;
/** Pressed one by one. */
const keys = 12;
const sentences = [
  "The most common cause of cough in children is",
  "Wash your hands with soap and",
  "Malaria is spread by the bite of infected",
  "Refer the child to hospital if there are signs of",
];
/** With findings behind the place that is typed at: they tell whether the server has the same text. */
const page = readFileSync(new URL("../guidelines/faulty/sepsis-in-children.md", import.meta.url), "utf8");
const uri = "file:///typing/guideline.md";
const copy = "file:///typing/copy.md";
const textDocument = { uri };
const settings = { completion: { deadline: 60_000 }, model: { gpu: "off", threads: 1 } };

export async function killWhileTyping(times: number, seed: number): Promise<Endings> {
  const random = randomNumbers(seed);
  const endings = { killed: 0, accepted: 0 };
  for (let left = times; left > 0; left -= deathsToGiveUp) {
    const kills = Math.min(left, deathsToGiveUp);
    endings.killed += kills;
    endings.accepted += await write(kills, random);
  }
  return endings;
}

/** A session; tells how many suggestions were accepted, at least one after each kill. */
async function write(kills: number, random: () => number): Promise<number> {
  const client = await Client.start({ entry: "built", settings });
  try {
    const author = new Author(client, random);
    await author.type("\n", false);
    for (let kill = 0; kill < kills; kill++) {
      await author.type(sentences[kill % sentences.length] ?? "", true);
      await author.wakeModel();
      // Not every place has something that is worth suggesting.
      for (let more = kill; !(await author.accept()); more++) {
        assert.ok(more < kill + sentences.length, `nothing is suggested in: ${author.text}`);
        await author.type(`.\n\n${sentences[more % sentences.length]}`, false);
      }
      await author.type(".\n\n", false);
    }
    assertTold(client.statuses, kills);
    const found = await author.findings(uri);
    client.close(uri);
    client.open(copy, author.text);
    assert.deepEqual(found, await author.findings(copy));
    return author.accepted;
  } finally {
    assert.deepEqual(await client.stop(), { code: 0, signal: null });
  }
}

/** Once for each death, with what there is to do. */
function assertTold(statuses: readonly ModelStatus[], kills: number): void {
  const told = statuses.filter(({ state }) => state === "restarting" || state === "failed");
  const states = [...Array(deathsToGiveUp - 1).fill("restarting"), "failed"].slice(0, kills);
  assert.deepEqual(
    told.map(({ state }) => state),
    states,
  );
  for (const { message } of told) assert.match(message, /stopped/);
}

class Author {
  readonly #client: Client;
  readonly #random: () => number;
  #text = page;
  #offset = page.indexOf("\n\n## 4.4") + 1;
  #version = 1;
  accepted = 0;

  constructor(client: Client, random: () => number) {
    this.#client = client;
    this.#random = random;
    client.open(uri, page);
  }

  get text(): string {
    return this.#text;
  }

  /** The end of it key by key, each with its requests; at one of them the host is killed, if that is wanted. */
  async type(text: string, kills: boolean): Promise<void> {
    this.#put(text.slice(0, -keys), this.#offset);
    const letters = [...text.slice(-keys)];
    const fatal = kills ? Math.floor(this.#random() * letters.length) : -1;
    let told: Promise<unknown> | undefined;
    for (const [at, letter] of letters.entries()) {
      this.#put(letter, this.#offset);
      const shown = this.#suggested().catch(() => undefined);
      if (at === fatal) told = this.#kill();
      await Promise.race([shown, pause(this.#random() * longestPause)]);
    }
    await told;
  }

  /** What an author does who reads that the model is switched off. */
  async wakeModel(): Promise<void> {
    if (this.#client.statuses.at(-1)?.state !== "failed") return;
    assert.equal(await this.#suggested(), undefined, "no model, and no error either");
    await this.#client.request("guidewright/setModelPaused", { paused: false });
  }

  /** False when nothing is suggested. */
  async accept(): Promise<boolean> {
    const item = await this.#suggested();
    if (!item) return false;
    const lineStart = this.#text.lastIndexOf("\n", this.#offset - 1) + 1;
    const [begun, insert] = [this.#text.slice(lineStart, this.#offset), String(item.insertText)];
    assert.ok(insert.startsWith(begun) && insert.length > begun.length, insert);
    this.#put(insert, lineStart);
    this.accepted++;
    return true;
  }

  async findings(of: string): Promise<readonly unknown[]> {
    const params = { textDocument: { uri: of } };
    const { items } = await this.#client.request<{ items: Diagnostic[] }>("textDocument/diagnostic", params);
    assert.ok(items.length > 0);
    return items.map(({ code, range, message }) => ({ code, range, message }));
  }

  /** Resolves when its end was noticed, by us and in the process table, and told. */
  async #kill(): Promise<void> {
    const client = this.#client;
    const host = await client.until(() => hostOf(client.child));
    await pause(this.#random() * longestPause);
    const before = client.statuses.length;
    process.kill(host, "SIGKILL");
    await client.until(() =>
      client.statuses.slice(before).find(({ state }) => state === "restarting" || state === "failed"),
    );
    await gone(host);
  }

  #put(text: string, from: number): void {
    const range = { start: positionAt(this.#text, from), end: positionAt(this.#text, this.#offset) };
    this.#client.change(uri, ++this.#version, text, range);
    this.#text = this.#text.slice(0, from) + text + this.#text.slice(this.#offset);
    this.#offset = from + text.length;
  }

  async #suggested(): Promise<InlineCompletionItem | undefined> {
    const position = positionAt(this.#text, this.#offset);
    const params = { textDocument, position, context: { triggerKind: 2 } };
    const client = this.#client;
    client.request("textDocument/diagnostic", { textDocument }).catch(() => {});
    const items = await client.request<InlineCompletionItem[]>("textDocument/inlineCompletion", params);
    return items[0];
  }
}
