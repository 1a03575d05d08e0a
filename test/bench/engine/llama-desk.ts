// The desk with llama-server behind it, driven as the extension llama.vscode 2026-08 drives it: one request at a
// time and never aborted, whoever waits looks again every 150 ms, answers are kept by prompt, and the text behind
// each answer is asked for ahead. Its fill-in-the-middle prompt is sent as plain text, since these models have no
// tokens for one; it gets no chunks of other files. It must not know our engine.

import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { onLeash } from "./leashed.ts";
import type { Key } from "./session.ts";
import type { Subject } from "./subject.ts";
import type { Desk } from "./typist.ts";

const prefixLines = 256;
const waitForTurn = 150;
/** What it sends with every request; its sampler for filling in needs the tokens that are missing. */
const request = {
  id_slot: 0,
  n_predict: 128,
  n_cmpl: 1,
  top_k: 40,
  top_p: 0.99,
  stream: false,
  samplers: ["top_k", "top_p"],
  cache_prompt: true,
  t_max_prompt_ms: 500,
  t_max_predict_ms: 500,
  seed: 1,
};

export class LlamaDesk implements Desk {
  readonly #child: ChildProcess;
  readonly #url: string;
  readonly #kept = new Map<string, string>();
  #busy = false;
  #ahead: Promise<unknown> = Promise.resolve();

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.#url = url;
  }

  static async open(program: string, { model, threads, contextSize }: Subject): Promise<LlamaDesk> {
    const port = await freePort();
    const args = ["-m", model.path, "-t", String(threads), "-c", String(contextSize), "-ngl", "0"];
    // As its command for a local model has them.
    args.push(
      "-ub",
      "1024",
      "-b",
      "1024",
      "--cache-reuse",
      "256",
      "--host",
      "127.0.0.1",
      "--port",
      `${port}`,
    );
    const desk = new LlamaDesk(onLeash(program, args, "ignore"), `http://127.0.0.1:${port}`);
    try {
      await desk.#loaded();
      return desk;
    } catch (error) {
      await desk.close();
      throw error;
    }
  }

  async press({ text, offset }: Key, signal: AbortSignal): Promise<string> {
    while (this.#busy) {
      await pause(waitForTurn);
      signal.throwIfAborted();
    }
    this.#busy = true;
    try {
      const lines = text.slice(0, offset).split("\n");
      const before = `${lines.slice(0, -1).slice(-prefixLines).join("\n")}\n`;
      const line = lines.at(-1) ?? "";
      const kept = this.#recall(before, line);
      const shown = kept ?? (await this.#complete(before + line));
      this.#kept.set(before + line, shown);
      if (!signal.aborted) this.#ahead = this.#askAhead(before + line + shown);
      return shown.trim() === "" ? "" : shown;
    } finally {
      this.#busy = false;
    }
  }

  async settle(): Promise<void> {
    await this.#ahead;
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.disconnect();
    await ended;
  }

  /** An answer on the same line whose beginning was typed meanwhile. */
  #recall(before: string, line: string): string | undefined {
    for (let end = line.length; end >= 0; end--) {
      const answer = this.#kept.get(before + line.slice(0, end));
      const typed = line.slice(end);
      if (answer?.startsWith(typed) && answer.length > typed.length) return answer.slice(typed.length);
    }
    return undefined;
  }

  async #askAhead(prompt: string): Promise<void> {
    if (this.#kept.has(prompt)) return;
    this.#kept.set(prompt, await this.#complete(prompt).catch(() => ""));
  }

  async #complete(prompt: string): Promise<string> {
    const response = await fetch(`${this.#url}/completion`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ ...request, prompt }),
    });
    if (!response.ok) throw new Error(`llama-server answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { content: string }).content.trimEnd();
  }

  async #loaded(): Promise<void> {
    for (;;) {
      if (this.#child.exitCode !== null) throw new Error(`llama-server ended with ${this.#child.exitCode}.`);
      const health = await fetch(`${this.#url}/health`).catch(() => undefined);
      if (health?.ok) return;
      await pause(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
