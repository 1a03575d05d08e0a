// The one place where requests meet snapshots: see `Guard` for what it promises. It alone knows cancellation
// tokens and the protocol's error codes.

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { Call, Guard, Handler } from "../features/feature.ts";
import { ModelError } from "../llm/errors.ts";
import { pathOf } from "../workspace/location.ts";
import type { Workspace } from "../workspace/workspace.ts";

export type LogError = (what: string, error: unknown) => void;

export function createGuard(workspace: Workspace, logError: LogError): Guard {
  return (empty, provide, { staleIsFine = false, inProjectFile } = {}) =>
    async (params, call) => {
      const uri: unknown = params.textDocument?.uri;
      if (typeof uri !== "string") throw invalidParams();
      const projectFile = workspace.projects.textOf(pathOf(uri) ?? "");
      if (projectFile !== undefined) return inProjectFile?.(projectFile, params) ?? empty;
      const snapshot = await workspace.snapshot(uri);
      if (!snapshot?.recognition.guideline) return empty;
      try {
        const result = await provide(snapshot, params, call);
        if (!staleIsFine && !workspace.isCurrent(snapshot)) throw contentModified();
        return result;
      } catch (error) {
        if (error instanceof ResponseError || call.signal.aborted) throw error;
        if (!isTold(error)) logError(`A request about ${uri} failed`, error);
        return empty;
      }
    };
}

/** Ties a handler to the protocol: a token becomes a signal, and a cancelled request is answered at once. */
export function answer<P, R>(
  handler: Handler<P, R>,
  extras: Omit<Call, "signal">,
  logError: LogError,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<void>> {
  return async (params, token) => {
    if (typeof params !== "object" || params === null || Array.isArray(params)) return invalidParams();
    const controller = new AbortController();
    const cancelled = new Promise<never>((_resolve, reject) => {
      const cancel = () => {
        controller.abort(new DOMException("The request was cancelled.", "AbortError"));
        reject(requestCancelled());
      };
      if (token.isCancellationRequested) cancel();
      else token.onCancellationRequested(cancel);
    });
    cancelled.catch(() => {});
    try {
      return await Promise.race([handler(params, { ...extras, signal: controller.signal }), cancelled]);
    } catch (error) {
      if (controller.signal.aborted) return requestCancelled();
      if (error instanceof ResponseError) return error;
      logError("A request failed", error);
      return new ResponseError(ErrorCodes.InternalError, "Guidewright could not answer; its log says why.");
    }
  };
}

/** A newer request took this one's place, or there is no model, which its state says: nothing for the log. */
export const isTold = (error: unknown) =>
  error instanceof ModelError || (error instanceof Error && error.name === "AbortError");

const requestCancelled = () =>
  new ResponseError<void>(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
const contentModified = () =>
  new ResponseError<void>(LSPErrorCodes.ContentModified, "The document has changed.");
const invalidParams = () =>
  new ResponseError<void>(ErrorCodes.InvalidParams, "These parameters are not those of this request.");
