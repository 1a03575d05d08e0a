// Errors that are said to the user as they stand, and how a request answers with one.

import { ModelError, type ModelErrorCode } from "../llm/errors.ts";
import type { Failure } from "../protocol.ts";

/** What happened and what to do, in plain words. */
export class UserError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UserError";
  }
}

/** The result, or what went wrong in the user's words. An abort and a mistake of ours are thrown on. */
export async function orFailure<R>(signal: AbortSignal, work: () => R | Promise<R>): Promise<R | Failure> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof ModelError) return asFailure(error);
    if (error instanceof UserError) return { failure: error.message };
    throw error;
  }
}

const needs: Partial<Record<ModelErrorCode, Failure["needs"]>> = {
  "token-needed": "token",
  "not-accepted": "terms",
};

function asFailure({ code, message, advice }: ModelError): Failure {
  const needed = needs[code];
  return { failure: `${message} ${advice}`, ...(needed && { needs: needed }) };
}
