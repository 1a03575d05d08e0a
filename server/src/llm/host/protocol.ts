// What the language server and the model host say to each other: typed JSON-RPC messages over a local
// socket. Types and names only; it must not know either side's workings.
import { NotificationType, RequestType } from "vscode-jsonrpc/node";
import type {
  Chunk,
  CompleteRequest,
  Ending,
  GenerateRequest,
  PrepareRequest,
  ScoreRequest,
  Statistics,
} from "../backend.ts";
import type { ModelErrorCode } from "../errors.ts";

export interface EngineSettings {
  /** Threads for computing; 0: measured, leaving at least one physical core to everything else. */
  readonly threads: number;
  readonly gpu: "auto" | "off";
  /** Tokens; 0 lets the engine choose. The model's own limit wins. */
  readonly contextSize: number;
  /** “chat”: prompts stand in the turns of the model's own chat template. “raw” (the default): as they are. */
  readonly template?: "raw" | "chat";
  /** Where the fixed beginnings of prompts are kept between sessions; nowhere if not said. */
  readonly statesFolder?: string;
  /** Where what was read of the author's text is kept between sessions; nowhere if not said. */
  readonly contextsFolder?: string;
  /** Where what was measured of models on this machine is remembered; nowhere if not said. */
  readonly measuresFile?: string;
}

export interface LoadParams extends EngineSettings {
  readonly path: string;
}

export interface LoadedModel {
  readonly contextSize: number;
  readonly threads: number;
  readonly gpu: string;
  /** The library leaves it out for some architectures, whatever llama.cpp could. */
  readonly flashAttention: boolean;
}

/** The host does not know what its model is called. */
export type HostStatistics = Omit<Statistics, "model">;

/** Tells the chunks of one request from another's. */
export interface Keyed<Request> {
  readonly key: number;
  readonly request: Request;
}

export interface KeyedChunk {
  readonly key: number;
  readonly chunk: Chunk;
}

/** A ModelError on its way between processes. */
export interface Failure {
  readonly code: ModelErrorCode;
  readonly advice: string;
}

/** What a host is started with, as JSON in its first argument. */
export interface HostStart {
  /** Where hosts are met, and which kind this one is. */
  readonly folder: string;
  readonly key: string;
  /** The generation that was found dead: the host is to be the next one. */
  readonly after: number;
  readonly address: string;
  readonly words: string;
  /** What whoever comes in will ask it to load: it need not wait for them. */
  readonly load: LoadParams;
}
/** What it then says to its parent: it can be reached, or another one was quicker. */
export type HostStarted = "listening" | "lost";

export const failureCode = -32001;
export const cancelledCode = -32800;

/** The first message of every client: nobody else is heard. */
export const helloRequest = new RequestType<{ readonly token: string }, { readonly pid: number }, Failure>(
  "hello",
);
/** Answers what is loaded; asking again costs nothing. */
export const loadRequest = new RequestType<LoadParams, LoadedModel, Failure>("load");
export const countTokensRequest = new RequestType<{ readonly text: string }, number, Failure>("countTokens");
export const completeRequest = new RequestType<Keyed<CompleteRequest>, Ending, Failure>("complete");
export const generateRequest = new RequestType<Keyed<GenerateRequest>, Ending, Failure>("generate");
export const scoreRequest = new RequestType<ScoreRequest, number[], Failure>("score");
export const prepareRequest = new RequestType<PrepareRequest, null, Failure>("prepare");
export const statisticsRequest = new RequestType<null, HostStatistics, Failure>("statistics");
export const chunkNotification = new NotificationType<KeyedChunk>("chunk");
/** A line for the log; never with text of a document. */
export const logNotification = new NotificationType<string>("log");
