// The server as it ships, over stdio, with a model that says what the test tells it. The test steers the
// model over the process channel: answers in turn, holds, and it hears of every request. Nothing else differs.
import { composeServer } from "../../server/src/compose.ts";
import type { PrepareRequest } from "../../server/src/llm/backend.ts";
import type { BackendStatus } from "../../server/src/llm/local-backend.ts";
import type { ManagedBackend } from "../../server/src/llm/model-service.ts";
import { modelsDir } from "../../server/src/llm/models-dir.ts";
import { stdioTransport } from "../../server/src/transport.ts";
import {
  type Answer,
  type AnyRequest,
  type Gate,
  gate,
  ScriptedBackend,
} from "../support/scripted-backend.ts";

/** What the test may send: answers for the coming requests, the answer when none is left, and the hold. */
export interface Order {
  readonly answers?: readonly string[];
  readonly otherwise?: string;
  /** From now on every answer waits in its middle; false lets all go. */
  readonly hold?: boolean;
}
export type Report =
  | { readonly asked: AnyRequest }
  | { readonly prepared: PrepareRequest }
  | { readonly done: true };

const coming: string[] = [];
let otherwise = "";
let held: Gate | undefined;

const tell = (report: Report) => process.send?.(report);

function answerTo(request: AnyRequest): Answer {
  const text = coming.shift() ?? otherwise;
  tell({ asked: request });
  const middle = Math.ceil(text.length / 2);
  return held
    ? [text.slice(0, middle), held.promise, text.slice(middle)].filter((step) => step !== "")
    : text;
}

class ScriptedModel extends ScriptedBackend implements ManagedBackend {
  readonly #listeners = new Set<(status: BackendStatus) => void>();
  #status: BackendStatus = { state: "ready", message: "The scripted model is ready." };

  get status(): BackendStatus {
    return this.#status;
  }

  onStatus(listener: (status: BackendStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async pause(): Promise<void> {
    this.#show({ state: "paused", message: "The scripted model is paused." });
  }

  resume(): void {
    this.#show({ state: "ready", message: "The scripted model is ready." });
  }

  async retry(): Promise<void> {
    this.resume();
  }

  async warm(): Promise<void> {}

  override async prepare(request: PrepareRequest, signal: AbortSignal): Promise<void> {
    await super.prepare(request, signal);
    tell({ prepared: request });
  }

  #show(status: BackendStatus): void {
    this.#status = status;
    for (const listener of [...this.#listeners]) listener(status);
  }
}

process.on("message", (order: Order) => {
  coming.push(...(order.answers ?? []));
  otherwise = order.otherwise ?? otherwise;
  if (order.hold === true) held ??= gate();
  if (order.hold === false) {
    held?.open();
    held = undefined;
  }
  tell({ done: true });
});

composeServer(stdioTransport(), {
  modelsDir: modelsDir(),
  create: () => () => new ScriptedModel({ answers: answerTo }),
});
