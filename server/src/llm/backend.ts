// The one interface through which anything asks a model for text. Backends (local host process,
// remote engine, scripted) obey the same contract: an abort rejects promptly with the signal's reason.
// It must not know medicine, editors or documents.

export interface BackendInfo {
  /** Name shown to the user, e.g. "SmolLM2-135M-Instruct (starter)". */
  readonly name: string;
  /** SHA-256 of the weights where known, for provenance marks. */
  readonly sha256?: string;
  readonly contextSize: number;
  /** True for the small stand-in model whose text is not to be trusted at all. */
  readonly starter: boolean;
}

/** Who asks: a more urgent lane runs first when several requests wait. */
export type Lane = "inline" | "explain" | "draft" | "background";

export interface Prompt {
  readonly prefix: string;
  /**
   * The beginning of the prefix that is the same for every request of its kind and has nothing of the user's:
   * what the model makes of it may be kept on disk.
   */
  readonly preamble?: string;
}

export interface CompleteRequest extends Prompt {
  readonly maxTokens: number;
  /** Generation ends before the first of these; the stop text itself is not part of the output. */
  readonly stop?: readonly string[];
  /** 0 (the default) is greedy and repeatable. */
  readonly temperature?: number;
  readonly seed?: number;
  /** Replace the tail of the prefix by whole tokens, so that half a word or a trailing space does no harm. */
  readonly heal?: boolean;
  readonly lane?: Lane;
}

export interface GenerateRequest extends CompleteRequest {
  /** The concatenated output is one JSON value that obeys this JSON schema, unless maxTokens cut it short. */
  readonly schema: JsonSchema;
}

export type JsonSchema = { readonly [key: string]: unknown };

export interface Chunk {
  readonly text: string;
  /** Probability the model gave to this piece, 0..1, where the backend can tell. */
  readonly probability?: number;
}

export interface ScoreRequest {
  readonly prefix: string;
  readonly choices: readonly string[];
  readonly lane?: Lane;
}

/** Figures since the model was loaded; what a backend cannot know is left out. */
export interface Statistics {
  /** Name shown to the user. */
  readonly model: string;
  /** Requests for text or scores; preparations are not counted. */
  readonly requests: number;
  /** Tokens of their prompts, and how many of these the model had already read. */
  readonly promptTokens: number;
  readonly reusedTokens: number;
  /** Tokens per second, lately: reading and writing. */
  readonly prefillSpeed?: number;
  readonly decodeSpeed?: number;
  /** Milliseconds from the request to its first token. */
  readonly firstToken?: { readonly last: number; readonly median: number };
  /** Bytes of memory that the engine holds. */
  readonly memory?: number;
  readonly threads?: number;
  readonly contextSize?: number;
}

export interface Backend {
  info(signal?: AbortSignal): Promise<BackendInfo>;
  countTokens(text: string, signal?: AbortSignal): Promise<number>;
  complete(request: CompleteRequest, signal: AbortSignal): AsyncIterable<Chunk>;
  generate(request: GenerateRequest, signal: AbortSignal): AsyncIterable<Chunk>;
  /** Natural-log probability of each choice as the continuation of the prefix. */
  score(request: ScoreRequest, signal: AbortSignal): Promise<number[]>;
  /**
   * Reads a prompt that will probably be needed, behind everything else. It resolves when that is done or
   * when a request made it step aside; it changes no answer, only how soon it comes.
   */
  prepare(prompt: Prompt, signal: AbortSignal): Promise<void>;
  /** Loads nothing and waits for no other request. */
  statistics(signal?: AbortSignal): Promise<Statistics>;
  dispose(): Promise<void>;
}
