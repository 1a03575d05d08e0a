// The one shape of an editor feature: what it offers, and handlers that it registers through a guard. Types
// of the protocol only; it must not see a connection.

import type { ServerCapabilities } from "vscode-languageserver";
import type { Snapshot } from "../workspace/snapshot.ts";

export interface Feature {
  readonly capabilities: ServerCapabilities;
  register(on: On, guard: Guard): void;
}

/** Handlers by method name; the outermost layer ties them to a connection. */
export interface On {
  request<P, R>(method: string, handler: Handler<P, R>): void;
}

export interface Call {
  readonly signal: AbortSignal;
  /** Sends a partial result to whoever asked, when they asked for it. */
  report(value: unknown): void;
  /** Says how far the work is, to whoever asked to be told. */
  progress(message: string, percentage?: number): void;
}
export type Handler<P, R> = (params: P, call: Call) => R | Promise<R>;

export interface AboutDocument {
  readonly textDocument: { readonly uri: string };
}

/**
 * Turns a pure provider into a handler: finds the snapshot, answers `empty` for a document that is not open
 * or no guideline, drops answers to a text that has changed meanwhile, and keeps an error in one provider
 * from reaching anyone else.
 */
export type Guard = <P extends AboutDocument, R>(
  empty: R,
  provide: (snapshot: Snapshot, params: P, call: Call) => R | Promise<R>,
  options?: {
    readonly staleIsFine?: boolean;
    /** For a project's file that is open, given its text. */
    readonly inProjectFile?: (text: string, params: P) => R;
  },
) => Handler<P, R>;
