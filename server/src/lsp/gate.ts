// Stands between a transport and the connection and keeps the protocol's order, which the library does not:
// nothing but `initialize` before initialisation, nothing but `exit` after shutdown, an answer to unreadable
// or misshapen input. It must not know what messages mean beyond that.

import {
  ErrorCodes,
  type Message,
  type MessageReader,
  type MessageWriter,
  type RequestMessage,
} from "vscode-languageserver/node";

type Phase = "new" | "running" | "shut down";

export function gated(reader: MessageReader, writer: MessageWriter): MessageReader {
  let phase: Phase = "new";
  const refuse = (id: RequestMessage["id"], code: number, message: string) =>
    void writer.write({ jsonrpc: "2.0", id, error: { code, message } } as Message).catch(() => {});
  reader.onError(() => refuse(null, ErrorCodes.ParseError, "This message could not be read."));

  /** Whether a message may pass; a request that may not has been answered. */
  const passes = (message: Message): boolean => {
    const { method, id, params } = message as Partial<RequestMessage>;
    if (isResponse(message)) return phase !== "new";
    if (method === "exit") return true;
    const isRequest = id !== undefined;
    if (typeof method !== "string" || (isRequest && !isId(id))) {
      refuse(isId(id) ? id : null, ErrorCodes.InvalidRequest, notAMessage);
      return false;
    }
    const wantsCapabilities = method === "initialize" && phase === "new";
    if (!isByName(params) || (wantsCapabilities && !hasCapabilities(params))) {
      if (isRequest) refuse(id, ErrorCodes.InvalidParams, "These parameters are not those of this request.");
      return false;
    }
    // The library fails over a cancellation that names no request.
    if (method === "$/cancelRequest" && !isId((params as { id?: unknown } | undefined)?.id)) return false;
    if (method === "initialize" && isRequest) {
      if (phase === "new") {
        phase = "running";
        return true;
      }
      refuse(id, ErrorCodes.InvalidRequest, "The server has been initialised before.");
      return false;
    }
    if (phase === "running") {
      if (method === "shutdown" && isRequest) phase = "shut down";
      return true;
    }
    if (isRequest && phase === "new")
      refuse(id, ErrorCodes.ServerNotInitialized, "The server has not been initialised.");
    if (isRequest && phase === "shut down")
      refuse(id, ErrorCodes.InvalidRequest, "The server has been shut down.");
    return false;
  };

  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (callback) =>
      reader.listen((message) => {
        if (typeof message !== "object" || message === null || Array.isArray(message)) {
          refuse(null, ErrorCodes.InvalidRequest, notAMessage);
        } else if (passes(message)) callback(message);
      }),
  };
}

const notAMessage = "This message is no request, response or notification.";

function isResponse(message: Message): boolean {
  return !("method" in message) && "id" in message && ("result" in message || "error" in message);
}

function isId(id: unknown): id is string | number {
  return typeof id === "string" || typeof id === "number";
}

/** The library reads them unseen, and an initialisation that failed halfway could not be tried again. */
function hasCapabilities(params: unknown): boolean {
  const { capabilities } = (params ?? {}) as { capabilities?: unknown };
  return typeof capabilities === "object" && capabilities !== null;
}

/** No method has its parameters in a list; some clients send null where there are none. */
function isByName(params: unknown): boolean {
  return params === undefined || (typeof params === "object" && !Array.isArray(params));
}
