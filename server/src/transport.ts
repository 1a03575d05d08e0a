// How a client reaches the server: over stdio, or over the channel of the process that forked it. The server
// ends with its client, whichever way that goes.

import {
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import type { Transport } from "./compose.ts";

export function stdioTransport(): Transport {
  // Whatever a library prints would corrupt the stream.
  for (const method of ["log", "info", "debug", "warn"] as const) console[method] = console.error;
  const reader = new StreamMessageReader(process.stdin);
  reader.partialMessageTimeout = 0;
  const writer = new StreamMessageWriter(process.stdout);
  endWith(process.stdin, "end");
  endWith(process.stdin, "close");
  process.stdout.on("error", () => process.exit(1));
  // Bad JSON is one lost message. Without a length there is no telling where the next one begins, and a
  // server that is deaf is worse than none: its client starts another.
  reader.onError((error) => {
    if (error instanceof SyntaxError) return;
    console.error(`The input cannot be read any further: ${error.message}`);
    process.exit(1);
  });
  return { reader, writer };
}

export function ipcTransport(): Transport {
  endWith(process, "disconnect");
  return { reader: new IPCMessageReader(process), writer: new IPCMessageWriter(process) };
}

function endWith(emitter: NodeJS.EventEmitter, event: string): void {
  // What has already arrived, an exit among it, is handled first.
  emitter.on(event, () => setTimeout(() => process.exit(1), 500));
}
