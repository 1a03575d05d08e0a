// Turns what a request failed with into one sentence for the user, and tells a cancelled request from a
// failed one. Pure: it must not know VS Code.

const cancelledCodes = [-32800, -32802]; // RequestCancelled, ServerCancelled
const lostCodes = [-32097, -32099]; // the connection went away while the request was open

export function isCancelled(error: unknown): boolean {
  return cancelledCodes.includes(codeOf(error)) || (error instanceof Error && error.name === "Canceled");
}

/** The document changed while the server was at work: ask again. */
export function isStale(error: unknown): boolean {
  return codeOf(error) === -32801; // ContentModified
}

export function reasonFor(error: unknown): string {
  if (lostCodes.includes(codeOf(error)))
    return "Guidewright's server has stopped. Try again, or run Guidewright: Restart Server.";
  const message = error instanceof Error ? error.message : String(error);
  return message.trim() || "Guidewright's log may say more.";
}

function codeOf(error: unknown): number {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "number" ? code : 0;
}
