// Entry of the model host, a forked child process: the only process that loads native inference code, so
// that its crashes are nobody else's. It speaks JSON-RPC over IPC and must not outlive its parent.
import { readdirSync } from "node:fs";
import { constants, setPriority } from "node:os";
import {
  type CancellationToken,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ResponseError,
} from "vscode-jsonrpc/node";
import type { Chunk } from "../backend.ts";
import { ModelError } from "../errors.ts";
import { Engine } from "./engine.ts";
import * as protocol from "./protocol.ts";

// Electron as plain Node: node-llama-cpp forks a self-test that needs this variable, too.
if (process.versions.electron) process.env.ELECTRON_RUN_AS_NODE = "1";

// By kill and not by exit, because exit waits for native threads that may be computing for long.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

const connection = createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
let engine: Promise<Engine> | undefined;

connection.onRequest(protocol.loadRequest, (params) => answer(() => load(params)));
connection.onRequest(protocol.countTokensRequest, ({ text }) =>
  answer(async () => (await loaded()).countTokens(text)),
);
connection.onRequest(protocol.completeRequest, ({ key, request }, token) =>
  answer(async (signal) => (await loaded()).complete(request, signal, sender(key, signal)), token),
);
connection.onRequest(protocol.generateRequest, ({ key, request }, token) =>
  answer(async (signal) => (await loaded()).generate(request, signal, sender(key, signal)), token),
);
connection.onRequest(protocol.scoreRequest, (request, token) =>
  answer(async (signal) => (await loaded()).score(request, signal), token),
);
connection.onRequest(protocol.prepareRequest, (request, token) =>
  answer(async (signal) => {
    await (await loaded()).prepare(request, signal);
    return null;
  }, token),
);
connection.onRequest(protocol.statisticsRequest, () => answer(async () => (await loaded()).statistics));
lowerPriority();
connection.listen();

async function load(params: protocol.LoadParams): Promise<protocol.LoadedModel> {
  engine ??= Engine.open(params);
  try {
    const { info } = await engine;
    // Once more, for the threads that loading has made.
    lowerPriority();
    return info;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

async function loaded(): Promise<Engine> {
  if (!engine) throw new ModelError("load-failed", "No model is loaded.", "Load a model first.");
  return engine;
}

function sender(key: number, signal: AbortSignal): (chunk: Chunk) => void {
  return (chunk) => {
    if (!signal.aborted) void connection.sendNotification(protocol.chunkNotification, { key, chunk });
  };
}

/** Runs a request with its cancellation as a signal, and puts errors into the protocol's form. */
async function answer<T>(task: (signal: AbortSignal) => Promise<T>, token?: CancellationToken) {
  const controller = new AbortController();
  const listening = token?.onCancellationRequested(() => controller.abort());
  if (token?.isCancellationRequested) controller.abort();
  try {
    return await task(controller.signal);
  } catch (error) {
    return asResponse(error as Error, controller.signal.aborted);
  } finally {
    listening?.dispose();
  }
}

function asResponse(error: Error, aborted: boolean): ResponseError<protocol.Failure> {
  if (aborted) return new ResponseError(protocol.cancelledCode, "cancelled");
  if (error instanceof ModelError)
    return new ResponseError(protocol.failureCode, error.message, { code: error.code, advice: error.advice });
  return new ResponseError(-32603, error.message);
}

/** The author's typing goes first. On Linux a priority belongs to a thread, so each is told. */
function lowerPriority(): void {
  try {
    const threads = process.platform === "linux" ? readdirSync("/proc/self/task").map(Number) : [process.pid];
    for (const thread of threads) setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Slower typing is better than no engine.
  }
}
