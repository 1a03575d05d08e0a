// The custom messages between Guidewright's server and an editor client, as names and plain types.
// It must not import anything: the client bundles it.

/** What a request of ours answers instead of its result when it could not be done: said to the user as it stands. */
export interface Failure {
  readonly failure: string;
  /** What the user could give for it to be done after all. */
  readonly needs?: "token" | "terms";
}

/** Request: explain the term at a position with the model. Answers null when there is nothing to explain. */
export const explainRequest = "guidewright/explain";
export interface ExplainParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}
export interface ExplainResult {
  /** Markdown, already marked as AI-generated. */
  readonly markdown: string;
  readonly range: Range;
}

/** Request: draft a differential for the section at a position; partial results (`$/progress`) carry the preview so far. May answer a Failure. */
export const draftDifferentialRequest = "guidewright/draftDifferential";
export interface DraftDifferentialParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
  readonly partialResultToken?: string | number;
}
export interface DraftProgress {
  /** The whole preview so far, as Markdown: each message replaces the one before. */
  readonly preview: string;
}
export interface DraftDifferentialResult {
  /** Given back in acceptDraft. */
  readonly draftId: string;
  readonly preview: string;
  /** What the checks found wanting, in plain sentences; shown above the table. */
  readonly remarks: readonly string[];
}

/** Request: where and what to insert for an accepted draft, against the document as it is now. May answer a Failure. */
export const acceptDraftRequest = "guidewright/acceptDraft";
export interface AcceptDraftParams {
  readonly textDocument: { readonly uri: string };
  readonly draftId: string;
}
export interface AcceptDraftResult {
  readonly version: number;
  readonly position: Position;
  readonly text: string;
}

/** Request: the revisions that a document can be compared with: branches and tags, the latest first. May answer a Failure. */
export const revisionsRequest = "guidewright/revisions";
export interface RevisionsParams {
  readonly textDocument: { readonly uri: string };
}
export interface RevisionsResult {
  readonly names: readonly string[];
}

/** Request: what changed clinically since a revision of the document's repository, or against another file; open documents count as they are in the editor. May answer a Failure. */
export const clinicalChangesRequest = "guidewright/clinicalChanges";
export interface ClinicalChangesParams {
  readonly textDocument: { readonly uri: string };
  readonly base: { readonly revision: string } | { readonly uri: string };
}
export interface ClinicalChangesResult {
  /** A page with a table; its lines link to their places. */
  readonly markdown: string;
  readonly count: number;
}

/** Request: the models of the catalogue, and how each would do on this machine. May answer a Failure. */
export const modelsRequest = "guidewright/models";
export interface ModelsParams {
  /** Let the model in use work for about three seconds, so that speeds can be estimated. */
  readonly measure?: boolean;
}
export interface ModelsResult {
  /** The server that models are downloaded from, and that a token would be for. */
  readonly hub: string;
  readonly models: readonly OfferedModel[];
}
export interface OfferedModel {
  readonly id: string;
  readonly name: string;
  /** The file that most should take; others of the same model are smaller and worse, or larger and better. */
  readonly usual: boolean;
  readonly quantisation: string;
  /** In words: what it costs to have it; what to weigh; whom it is for. */
  readonly cost: string;
  readonly detail: string;
  readonly purpose: string;
  readonly fits: boolean;
  readonly installed: boolean;
  /** Its terms were accepted on this machine. */
  readonly accepted: boolean;
  /** False: nobody publishes a file; it must be brought. */
  readonly obtainable: boolean;
  /** Paragraphs to be read before it is used. */
  readonly terms: readonly string[];
  /** Address of its licence. */
  readonly licence: string;
}

/** Request: note that the user has read and accepted a model's terms. Answers null or a Failure. */
export const acceptTermsRequest = "guidewright/acceptTerms";
export interface AcceptTermsParams {
  readonly id: string;
}

/** Request: fetch a model of the catalogue into the models folder; progress comes as work-done progress. Answers null or a Failure. */
export const installModelRequest = "guidewright/installModel";
export interface InstallModelParams {
  readonly id: string;
  /** The user's access token for the hub. It is used for this download and kept nowhere. */
  readonly token?: string;
  /** The editor's own proxy, and the hosts that are reached without it, separated by commas. */
  readonly proxy?: string;
  readonly noProxy?: string;
  readonly workDoneToken?: string | number;
}

/** Request: look at a model file of the user's own. Answers a Failure when it cannot be loaded. */
export const inspectModelFileRequest = "guidewright/inspectModelFile";
export interface InspectModelFileParams {
  readonly path: string;
}
export interface InspectModelFileResult {
  /** Plain sentences. */
  readonly description: string;
  /** The catalogue's model that it seems to be. */
  readonly model?: OfferedModel;
}

/** Request: copy a file into the models folder, as a model of the catalogue; progress as for installModel. Answers null or a Failure. */
export const importModelRequest = "guidewright/importModel";
export interface ImportModelParams {
  readonly path: string;
  readonly id: string;
  readonly workDoneToken?: string | number;
}

/** Request: unload the model, or let it be loaded again. Answers null or a Failure. */
export const setModelPausedRequest = "guidewright/setModelPaused";
export interface SetModelPausedParams {
  readonly paused: boolean;
}

/** Request: erase what models have kept on disk of the fixed beginnings of prompts. Answers null or a Failure. */
export const eraseModelCacheRequest = "guidewright/eraseModelCache";

/**
 * Notification, client to server: the cursor rests here, so that the model may read what is before it. A client that
 * does not send it gets the same a while after each edit.
 */
export const cursorNotification = "guidewright/cursor";
export interface CursorParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/**
 * Request, server to client: may text be sent to this server, and with which token? The client asks the user once for
 * each. A client that does not know the request leaves it to the environment of the server's process.
 */
export const remoteAccessRequest = "guidewright/remoteAccess";
export interface RemoteAccessParams {
  /** Scheme, name and port: a token is for this one alone. */
  readonly origin: string;
  readonly host: string;
  /** The server runs on this machine: nothing leaves it. */
  readonly loopback: boolean;
  readonly encrypted: boolean;
}
export interface RemoteAccessResult {
  readonly allowed: boolean;
  readonly token?: string;
}

/** Request: how the model is doing, as a page in Markdown. It loads no model. May answer a Failure. */
export const modelStatisticsRequest = "guidewright/modelStatistics";
export interface ModelStatisticsResult {
  readonly markdown: string;
}

/** Notification, server to client: the state of the model, whenever it changes. */
export const modelStatusNotification = "guidewright/modelStatus";
export interface ModelStatus {
  readonly state:
    | "idle"
    | "asleep"
    | "missing"
    | "loading"
    | "ready"
    | "working"
    | "restarting"
    | "failed"
    | "paused";
  /** The model's name as shown to the user. */
  readonly model: string;
  readonly starter: boolean;
  /** One plain sentence, with what to do where something is wrong. */
  readonly message: string;
  /** Where text is sent, if it leaves this machine. */
  readonly remote?: { readonly host: string; readonly encrypted: boolean };
  /** The catalogue id that installModel would fetch, when the state is "missing" and it can be fetched. */
  readonly installable?: string;
}

/** Request: the generated documentation page of a rule, as Markdown. */
export const ruleDocumentationRequest = "guidewright/ruleDocumentation";
export interface RuleDocumentationParams {
  readonly rule: string;
}

/**
 * Request: what was found in all guidelines of the workspace, open or not. Worked out a little at a time, and only
 * when asked for. Answers null when something changed meanwhile: findingsChanged says when to ask again.
 */
export const findingsRequest = "guidewright/findings";
export interface FindingsParams {
  /** What the client has from before, so that only what changed is sent. */
  readonly known?: readonly Pick<DocumentFindings, "uri" | "state">[];
}
export interface FindingsResult {
  /** How many guidelines were looked at. */
  readonly guidelines: number;
  /** Those with findings, in the order of their addresses. */
  readonly documents: readonly DocumentFindings[];
}
export interface DocumentFindings {
  readonly uri: string;
  /** Names these very findings. */
  readonly state: string;
  /** In document order; missing when the client knows this state. */
  readonly findings?: readonly WorkspaceFinding[];
}
export interface WorkspaceFinding {
  readonly rule: string;
  readonly severity: "error" | "warning" | "information" | "hint";
  readonly range: Range;
  readonly message: string;
  /** The other sides, perhaps in other documents. */
  readonly related: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
}

/** Notification, server to client, once after each findings request: they may be others now. Sent when typing pauses. */
export const findingsChangedNotification = "guidewright/findingsChanged";

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Range {
  readonly start: Position;
  readonly end: Position;
}
