// What can go wrong with a server elsewhere, in the user's words. What the server says is passed on only where
// it holds nothing of what was sent: neither a token nor a document may end up in a message or a log.
import { ModelError, type ModelErrorCode } from "../errors.ts";

/** A failure that may be gone in a moment. */
export class PassingError extends Error {
  readonly error: ModelError;
  /** How long the server asked to be left alone, in milliseconds. */
  readonly afterMs: number | undefined;

  constructor(error: ModelError, afterMs?: number) {
    super(error.message);
    this.error = error;
    this.afterMs = afterMs;
  }
}

export interface Refusal {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly body: string;
}

/** The error for an answer with a status that is no success. `sent` is what the answer must not repeat to the user. */
export function refusalError(host: string, { status, retryAfterMs, body }: Refusal, sent: readonly string[]) {
  const said = saidBy(body, sent);
  const quote = said === "" ? "" : ` It says: “${said}”.`;
  if (status === 401 || status === 403)
    return remoteError(
      "remote-denied",
      `${host} does not let Guidewright in (${status}).${quote}`,
      "Store the right token with “Guidewright: Connect to a Remote Engine”.",
    );
  if (isTooLong(status, body))
    return remoteError(
      "remote-too-long",
      `The text is longer than the model on ${host} can read.`,
      "Serve the model with a larger context.",
    );
  if (status === 404 || status === 405 || status === 501)
    return remoteError(
      "remote-missing",
      `${host} does not know the model or the kind of request (${status}).${quote}`,
      "Check guidewright.remote.url and guidewright.remote.model.",
    );
  if (status === 429 || status === 503) {
    const error = remoteError(
      "remote-busy",
      `${host} is busy or still loading its model (${status}).${quote}`,
      "Wait a little and try again.",
    );
    return new PassingError(error, retryAfterMs);
  }
  if (status >= 500)
    return remoteError(
      "remote-failed",
      `${host} failed (${status}).${quote}`,
      "Try again; if it stays so, whoever runs the server finds the cause in its log.",
    );
  return remoteError(
    "remote-refused",
    `${host} refused the request (${status}).${quote}`,
    "Check that the server speaks the OpenAI API and is up to date.",
  );
}

/** The error that stands in an answer that began well. */
export function inStream(
  host: string,
  event: Readonly<Record<string, unknown>>,
  sent: readonly string[],
): ModelError {
  const code = (event.error as { code?: unknown } | null)?.code;
  const status = typeof code === "number" && code >= 400 ? code : 500;
  const error = refusalError(host, { status, retryAfterMs: undefined, body: JSON.stringify(event) }, sent);
  return error instanceof PassingError ? error.error : error;
}

/** The error for a connection that could not be made or broke. */
export function connectionError(host: string, error: unknown): ModelError | PassingError {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  if (code === "ECONNREFUSED") {
    const unreachable = `Nothing answers on ${host}: the connection was refused.`;
    return new PassingError(
      remoteError("remote-unreachable", unreachable, "Check that the server runs, and its port."),
    );
  }
  if (/^(?:ENOTFOUND|EAI_)/.test(code))
    return remoteError(
      "remote-unreachable",
      `The name ${host} is not known in this network.`,
      "Check the address, and the network or VPN.",
    );
  if (/^(?:EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EADDRNOTAVAIL|EACCES|EPERM)$/.test(code))
    return remoteError(
      "remote-unreachable",
      `${host} cannot be reached from here (${code}).`,
      "Check the network, VPN or firewall.",
    );
  if (isTls(code))
    return remoteError(
      "remote-untrusted",
      `The certificate of ${host} is not trusted (${code}).`,
      "Set guidewright.remote.certificates to the file of the authority that issued it.",
    );
  if (code === "EPROTO" || code.startsWith("ERR_SSL"))
    return remoteError(
      "remote-untrusted",
      `${host} does not answer in TLS.`,
      "If the server speaks http only, write http:// in its address.",
    );
  if (code.startsWith("HPE_")) return garbled(host, "what it sends is no HTTP");
  return remoteError(
    "remote-garbled",
    `The connection to ${host} broke off (${code || "no reason given"}).`,
    "Try again.",
  );
}

export const garbled = (host: string, how: string) =>
  remoteError(
    "remote-garbled",
    `${host} answered something that cannot be used: ${how}.`,
    "Check that the address leads to a server with the OpenAI API.",
  );

export const formless = (host: string) =>
  remoteError(
    "remote-garbled",
    `The model on ${host} did not keep to the form that was asked for.`,
    "Try again, or let vLLM, llama-server, Ollama or LM Studio serve it: they hold a model to a form.",
  );

export const silent = (host: string, how: string) =>
  remoteError("remote-silent", `${host} ${how}.`, "Try again later; the server may be overloaded.");

export const elsewhere = (host: string, target: string) =>
  remoteError(
    "remote-elsewhere",
    `${host} wants the text to be sent on to ${target}. It was not sent.`,
    "If that is right, set that address in guidewright.remote.url.",
  );

export const remoteError = (code: ModelErrorCode, message: string, advice: string) =>
  new ModelError(code, message, advice);

const isTls = (code: string) =>
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA)/.test(code);

function isTooLong(status: number, body: string): boolean {
  if (status === 413) return true;
  return (
    (status === 400 || status === 422 || status === 500) &&
    /exceed_context_size|context[ _](?:length|size|window)|too many tokens|max_model_len/i.test(body)
  );
}

const longestQuote = 200;
/** So many characters in a row of what was sent are no accident. */
const telling = 12;

/** The message in an error's body, unless it repeats what was sent. */
function saidBy(body: string, sent: readonly string[]): string {
  const said = messageIn(body).replace(/\s+/g, " ").trim();
  if (said.length > 2000 || sent.some((text) => repeats(said, text.replace(/\s+/g, " ")))) return "";
  return said.length > longestQuote ? `${said.slice(0, longestQuote)}…` : said.replace(/\.$/, "");
}

function repeats(said: string, text: string): boolean {
  if (text.length > 0 && text.length < telling) return said.includes(text);
  for (let at = 0; at + telling <= said.length; at++)
    if (text.includes(said.slice(at, at + telling))) return true;
  return false;
}

function messageIn(body: string): string {
  try {
    const json = JSON.parse(body) as { error?: unknown; message?: unknown; detail?: unknown };
    const error = json.error as { message?: unknown } | string | undefined;
    const said = [typeof error === "object" ? error?.message : error, json.message, json.detail];
    return said.find((one) => typeof one === "string") ?? "";
  } catch {
    // A proxy's page of HTML tells the user nothing.
    return "";
  }
}
