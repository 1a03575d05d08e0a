// Sends Guidewright's own requests. A failure that the server answers in the user's words is thrown as an
// error with those words. It must not know what is asked for.
import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Failure } from "../../server/src/protocol.ts";

export async function ask<R>(
  client: LanguageClient,
  request: string,
  parameters: object,
  token?: CancellationToken,
): Promise<R> {
  // A missing token must not be handed over: it would be sent as one more parameter.
  const result = await (token
    ? client.sendRequest<R | Failure>(request, parameters, token)
    : client.sendRequest<R | Failure>(request, parameters));
  if (isFailure(result)) throw new Refusal(result);
  return result;
}

/** What the server could not do, in the user's words, and what would help. */
export class Refusal extends Error {
  readonly needs: Failure["needs"];
  constructor({ failure, needs }: Failure) {
    super(failure);
    this.needs = needs;
  }
}

function isFailure(result: unknown): result is Failure {
  return typeof result === "object" && result !== null && "failure" in result;
}
