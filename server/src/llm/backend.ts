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
  /** True where counts of tokens are only estimated from the length of the text. */
  readonly estimatesTokens?: boolean;
}

/**
 * Who asks, the most urgent first: a request makes those in lanes behind it pause. In the inline lane a new
 * request ends the one before it as "superseded".
 */
export type Lane = "inline" | "explain" | "draft" | "background";

export interface Prompt {
  /** Plain text. Where a chat template is in use, inline requests go on with it and all others ask it. */
  readonly prefix: string;
  /**
   * The beginning of the prefix that is the same for every request of its kind and has nothing of the user's:
   * what the model makes of it may be kept on disk.
   */
  readonly preamble?: string;
}

export interface PrepareRequest extends Prompt {
  /** Of the request that is expected; "inline" if not said. */
  readonly lane?: Lane;
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
  /** Tell with greedy chunks how likely they are, where the backend can: it costs a few hundredths of the speed. */
  readonly probabilities?: boolean;
  /** Without it the request waits for everybody else's. */
  readonly lane?: Lane;
  /** Fails as "too-slow" when there is no first token after so many milliseconds. */
  readonly prefillMs?: number;
  /** Ends early, as "deadline", so many milliseconds after the first token. */
  readonly decodeMs?: number;
}

export interface GenerateRequest extends CompleteRequest {
  /** The concatenated output is one JSON value that obeys this JSON schema, unless maxTokens cut it short. */
  readonly schema: JsonSchema;
}

export type JsonSchema = { readonly [key: string]: unknown };

export interface Chunk {
  readonly text: string;
  /** Probability the model gave to this piece, 0..1, where it was asked for and the backend can tell. */
  readonly probability?: number;
}

/** Why a text ended: at a stop text, at the model's own end, at maxTokens, or when time was up. */
export type Ending = "stop" | "end" | "length" | "deadline";

/** A backend that knows why the text ended returns it when the last chunk has been read. */
export type Chunks = AsyncIterable<Chunk, Ending | undefined>;

export interface ScoreRequest extends Prompt {
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
  /** Tokens that it read while nobody had asked yet. */
  readonly readAhead?: number;
  /** Tokens per second, lately: reading and writing. */
  readonly prefillSpeed?: number;
  readonly decodeSpeed?: number;
  /** Tokens of a prompt that are read at a time. */
  readonly sliceLength?: number;
  /** Milliseconds from the request to its first token. */
  readonly firstToken?: { readonly last: number; readonly median: number };
  /** Bytes of memory that the engine holds. */
  readonly memory?: number;
  readonly threads?: number;
  readonly contextSize?: number;
  /** The host that texts are sent to, where the model does not run on this machine. */
  readonly remote?: string;
  /** The file that was loaded, where it does. */
  readonly file?: string;
  /** What computes: "off" is the processor alone. */
  readonly gpu?: string;
  readonly flashAttention?: boolean;
  /** Bytes of the GPU's own memory. */
  readonly gpuMemory?: number;
  /** How many windows and commands share the engine. */
  readonly sharedBy?: number;
  /** Milliseconds since the engine was started. */
  readonly uptimeMs?: number;
  /** How often this window saw it stop unexpectedly. */
  readonly deaths?: number;
}

export interface Backend {
  info(signal?: AbortSignal): Promise<BackendInfo>;
  countTokens(text: string, signal?: AbortSignal): Promise<number>;
  complete(request: CompleteRequest, signal: AbortSignal): Chunks;
  generate(request: GenerateRequest, signal: AbortSignal): Chunks;
  /** Natural-log probability of each choice as the continuation of the prefix. */
  score(request: ScoreRequest, signal: AbortSignal): Promise<number[]>;
  /**
   * Reads a prompt that will probably be needed, behind everything else. It resolves when that is done or
   * when a request made it step aside; it changes no answer, only how soon it comes.
   */
  prepare(request: PrepareRequest, signal: AbortSignal): Promise<void>;
  /** Loads nothing and waits for no other request. */
  statistics(signal?: AbortSignal): Promise<Statistics>;
  dispose(): Promise<void>;
}
