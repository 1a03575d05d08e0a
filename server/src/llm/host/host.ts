// Entry of the model host: the only process that loads native inference code, so that its crashes are nobody
// else's. All windows of a user share it, and it ends with the last of them.
import { setFlagsFromString } from "node:v8";
import { type CancellationToken, type MessageConnection, ResponseError } from "vscode-jsonrpc/node";
import type { Chunk, Ending } from "../backend.ts";
import { ModelError } from "../errors.ts";
import { Door, type Guest } from "./door.ts";
import { type Asking, Engine } from "./engine.ts";
import { onLog } from "./log.ts";
import { lowerPriority } from "./priority.ts";
import * as protocol from "./protocol.ts";

// Electron as plain Node: node-llama-cpp forks a self-test that needs this variable, too.
if (process.versions.electron) process.env.ELECTRON_RUN_AS_NODE = "1";

let engine: Promise<Engine> | undefined;
let running: Engine | undefined;

// The library makes room for the whole vocabulary with each token that it weighs (3 MB with Gemma's), of which V8 sees
// nothing: in a young generation that grows, hundreds of them wait to be collected.
setFlagsFromString("--semi-space-growth-factor=1");
process.umask(0o077);
lowerPriority();
const start = JSON.parse(process.argv[2] ?? "") as protocol.HostStart;
const isOpen = await Door.open(start, receive, () => running?.keepContexts());
// Who started it may be busy for a second; why this failed is said when it is asked for.
if (isOpen) load(start.load).catch(() => {});

function receive({ connection, left, count }: Guest): void {
  const answer = answerer(connection, left);
  const send = sending(connection);
  connection.onRequest(protocol.loadRequest, (params) => answer(() => load(params)));
  connection.onRequest(protocol.countTokensRequest, ({ text }) =>
    answer(async () => (await loaded()).countTokens(text)),
  );
  connection.onRequest(protocol.completeRequest, ({ key, request }, token) =>
    answer(async (asking) => {
      const model = await loaded();
      return send(key, asking, (emit) => model.complete(request, asking, emit));
    }, token),
  );
  connection.onRequest(protocol.generateRequest, ({ key, request }, token) =>
    answer(async (asking) => {
      const model = await loaded();
      return send(key, asking, (emit) => model.generate(request, asking, emit));
    }, token),
  );
  connection.onRequest(protocol.scoreRequest, (request, token) =>
    answer(async (asking) => (await loaded()).score(request, asking), token),
  );
  connection.onRequest(protocol.prepareRequest, (request, token) =>
    answer(async (asking) => {
      await (await loaded()).prepare(request, asking);
      return null;
    }, token),
  );
  connection.onRequest(protocol.statisticsRequest, () =>
    answer(async () => ({
      ...(await loaded()).statistics,
      sharedBy: count(),
      uptimeMs: process.uptime() * 1000,
    })),
  );
  const deaf = onLog((line) => connection.sendNotification(protocol.logNotification, line).catch(() => {}));
  left.addEventListener("abort", deaf);
}

async function load(params: protocol.LoadParams): Promise<protocol.LoadedModel> {
  engine ??= Engine.open(params);
  try {
    running = await engine;
    const { info } = running;
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

/**
 * Sends chunks once the evaluation after them has begun, which would else wait for that; resolves with the
 * ending, all of them sent.
 */
const sending =
  (connection: MessageConnection) =>
  async (key: number, { signal }: Asking, work: (emit: (chunk: Chunk) => void) => Promise<Ending>) => {
    const held: Chunk[] = [];
    const send = () => {
      // A client that cannot be written to is about to be gone.
      for (const chunk of held.splice(0))
        if (!signal.aborted)
          connection.sendNotification(protocol.chunkNotification, { key, chunk }).catch(() => {});
    };
    try {
      return await work((chunk) => {
        if (held.push(chunk) === 1) setImmediate(send);
      });
    } finally {
      send();
    }
  };

/** Runs requests with their cancellation, or the client's leaving, as a signal, and puts errors into the protocol's form. */
const answerer =
  (whose: unknown, left: AbortSignal) =>
  async <T>(task: (asking: Asking) => Promise<T>, token?: CancellationToken) => {
    const controller = new AbortController();
    const listening = token?.onCancellationRequested(() => controller.abort());
    if (token?.isCancellationRequested) controller.abort();
    const signal = AbortSignal.any([controller.signal, left]);
    try {
      return await task({ signal, whose });
    } catch (error) {
      return asResponse(error as Error, signal.aborted);
    } finally {
      listening?.dispose();
    }
  };

function asResponse(error: Error, aborted: boolean): ResponseError<protocol.Failure> {
  if (aborted) return new ResponseError(protocol.cancelledCode, "cancelled");
  if (error instanceof ModelError)
    return new ResponseError(protocol.failureCode, error.message, { code: error.code, advice: error.advice });
  return new ResponseError(-32603, error.message);
}
