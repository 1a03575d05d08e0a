// Everything that can go wrong with a model, typed and said in the user's words with what to do.
// It must not know editors: whoever shows an error reads `message` and `advice`.

export type ModelErrorCode =
  | "file-missing"
  | "file-is-directory"
  | "file-not-gguf"
  | "file-truncated"
  | "load-failed"
  | "memory-short"
  | "engine-missing"
  | "host-died"
  | "host-gave-up"
  | "download-failed"
  | "hash-mismatch"
  | "too-slow"
  | "superseded"
  | "remote-address"
  | "remote-unreachable"
  | "remote-untrusted"
  | "remote-denied"
  | "remote-missing"
  | "remote-busy"
  | "remote-failed"
  | "remote-refused"
  | "remote-garbled"
  | "remote-silent"
  | "remote-elsewhere"
  | "remote-too-long"
  | "remote-cannot"
  | "remote-not-allowed"
  | "token-needed"
  | "disk-full"
  | "not-accepted"
  | "paused"
  | "disposed";

export class ModelError extends Error {
  readonly code: ModelErrorCode;
  /** What the user can do about it, a plain sentence. */
  readonly advice: string;

  constructor(code: ModelErrorCode, message: string, advice: string) {
    super(message);
    this.name = "ModelError";
    this.code = code;
    this.advice = advice;
  }
}
