// What a file of each architecture holds: metadata as converters write it, tensors by llama.cpp's names, and
// random weights whose spread keeps the numbers sane through all layers. It must not know single models.
import { randomRows, type Spread, type TensorType } from "./blocks.ts";
import { chatTemplates } from "./chat-templates.ts";
import type { GgufFile, MetadataValue, Tensor } from "./gguf-file.ts";
import type { Shape } from "./shapes.ts";
import { bytePairs, pieces, type Vocabulary } from "./vocabularies.ts";

export function modelFile(name: string, shape: Shape, seed = 1): GgufFile {
  const vocabulary = vocabularyOf(shape);
  return { metadata: metadataOf(name, shape, vocabulary), tensors: tensorsOf(shape, vocabulary, seed) };
}

/** Control tokens that real vocabularies end with, used and reserved. */
const controlTokens = { llama: 256, qwen2: 421 } as const;
const small = 10_000;

function vocabularyOf({ architecture, vocabulary }: Shape): Vocabulary {
  if (architecture === "gemma2") return pieces(vocabulary);
  const turns = architecture === "llama" ? llamaTurns : ["<|endoftext|>", "<|im_start|>", "<|im_end|>"];
  const spare = vocabulary < small ? 0 : controlTokens[architecture] - turns.length;
  const control = [
    ...turns,
    ...Array.from({ length: spare }, (_, i) => `<|reserved_special_token_${i + 4}|>`),
  ];
  if (architecture === "llama")
    return bytePairs(vocabulary, { pre: "llama-bpe", control, bos: control[0]!, eos: control[1]! });
  return bytePairs(vocabulary, { pre: "qwen2", control, eos: control[0]! });
}

const llamaTurns = [
  ...["<|begin_of_text|>", "<|end_of_text|>"],
  ...[0, 1, 2, 3].map((index) => `<|reserved_special_token_${index}|>`),
  ...["<|start_header_id|>", "<|end_header_id|>", "<|eom_id|>", "<|eot_id|>"],
];

function metadataOf(name: string, shape: Shape, vocabulary: Vocabulary): GgufFile["metadata"] {
  const { architecture, window } = shape;
  const own: Record<string, MetadataValue> = {
    context_length: shape.context,
    embedding_length: shape.width,
    block_count: shape.layers,
    feed_forward_length: shape.inner,
    vocab_size: vocabulary.tokens.length,
    "attention.head_count": shape.heads,
    "attention.head_count_kv": shape.keyHeads,
    "attention.key_length": shape.headWidth,
    "attention.value_length": shape.headWidth,
    "attention.layer_norm_rms_epsilon": { float: epsilon(shape) },
    "rope.freq_base": { float: shape.ropeBase },
    "rope.dimension_count": shape.headWidth,
    ...(window !== undefined && {
      "attention.sliding_window": window,
      attn_logit_softcapping: { float: 50 },
      final_logit_softcapping: { float: 30 },
    }),
  };
  return {
    "general.architecture": architecture,
    "general.type": "model",
    "general.name": `${name}, random weights`,
    "general.quantization_version": 2,
    "general.file_type": shape.weights === "F32" ? 0 : 15,
    ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${architecture}.${key}`, value])),
    ...vocabulary.metadata,
    "tokenizer.chat_template": chatTemplates[architecture],
  };
}

export const epsilon = ({ architecture }: Shape) => (architecture === "llama" ? 1e-5 : 1e-6);

/** Queries and keys so large that attention picks some tokens out, as trained models do. */
const sharpness = 1.5;
/** How far logits spread: a confident model, neither flat nor certain. */
const logitSpread = 3;
/** Gemma adds what a layer says after a norm: so much that a token does not drown out all that was said before. */
const postNorm = 4;
const near = (mean: number): Spread => ({ mean, deviation: 0.1 * mean });

interface Matrix {
  readonly columns: number;
  readonly rows: number;
  /** In a quantised file; more bits where the usual mixture gives more. */
  readonly type?: "Q4_K" | "Q6_K";
  /** How far its weights spread, compared with what keeps a vector's length. */
  readonly factor?: (row: number) => number;
}

class Tensors {
  readonly all: Tensor[] = [];
  readonly #shape: Shape;
  readonly #seed: number;

  constructor(shape: Shape, seed: number) {
    this.#shape = shape;
    this.#seed = seed;
  }

  matrix(name: string, { columns, rows, type = "Q4_K", factor = () => 1 }: Matrix): void {
    const stored = this.#shape.weights === "F32" ? "F32" : type;
    this.#add(name, stored, [columns, rows], (row) => ({ deviation: factor(row) / Math.sqrt(columns) }));
  }

  vector(name: string, length: number, spread: Spread): void {
    this.#add(name, "F32", [length], () => spread);
  }

  #add(name: string, type: TensorType, shape: readonly number[], spread: (row: number) => Spread): void {
    const [columns = 1, rows = 1] = shape;
    const data = () => randomRows(`${this.#seed} ${name}`, { type, columns, rows }, spread);
    this.all.push({ name, type, shape, data });
  }
}

function tensorsOf(shape: Shape, { tokens, isMute }: Vocabulary, seed: number): Tensor[] {
  const { width, architecture, layers, stretched } = shape;
  const tensors = new Tensors(shape, seed);
  const tied = architecture === "gemma2";
  // Nobody wants to read control tokens and broken characters, so they are unlikely.
  const rows = { columns: width, rows: tokens.length, factor: (row: number) => (isMute(row) ? 0.1 : 1) };
  tensors.matrix("token_embd.weight", { ...rows, type: tied ? "Q6_K" : "Q4_K" });
  tensors.vector("output_norm.weight", width, near(logitSpread));
  if (!tied) tensors.matrix("output.weight", { ...rows, type: "Q6_K" });
  for (let layer = 0; layer < layers; layer++) addLayer(tensors, shape, layer);
  return stretched ? [...tensors.all, ropeFactors(shape, stretched)] : tensors.all;
}

function addLayer(tensors: Tensors, shape: Shape, layer: number): void {
  const { architecture, width, inner, heads, keyHeads, headWidth } = shape;
  const at = (name: string) => `blk.${layer}.${name}`;
  const type = isFiner(layer, shape.layers) ? "Q6_K" : "Q4_K";
  const queries = heads * headWidth;
  const keys = keyHeads * headWidth;
  const factor = () => sharpness;
  tensors.vector(at("attn_norm.weight"), width, near(1));
  tensors.matrix(at("attn_q.weight"), { columns: width, rows: queries, factor });
  tensors.matrix(at("attn_k.weight"), { columns: width, rows: keys, factor });
  tensors.matrix(at("attn_v.weight"), { columns: width, rows: keys, type });
  tensors.matrix(at("attn_output.weight"), { columns: queries, rows: width });
  tensors.vector(at("ffn_norm.weight"), width, near(1));
  tensors.matrix(at("ffn_gate.weight"), { columns: width, rows: inner });
  tensors.matrix(at("ffn_up.weight"), { columns: width, rows: inner });
  tensors.matrix(at("ffn_down.weight"), { columns: inner, rows: width, type });
  if (architecture === "gemma2")
    for (const name of ["post_attention_norm.weight", "post_ffw_norm.weight"])
      tensors.vector(at(name), width, near(postNorm));
  if (architecture === "qwen2") {
    tensors.vector(at("attn_q.bias"), queries, { deviation: 0.5 });
    for (const name of ["attn_k.bias", "attn_v.bias"]) tensors.vector(at(name), keys, { deviation: 0.5 });
  }
}

/** The usual mixture gives six bits to the first and last eighth of the layers and to every third between. */
function isFiner(layer: number, layers: number): boolean {
  const eighth = Math.floor(layers / 8);
  return layer < eighth || layer >= Math.floor((7 * layers) / 8) || (layer - eighth) % 3 === 2;
}

/** By how much each of Llama 3.1's rotations is slowed: none of the fast ones, all of the slow, gradually between. */
function ropeFactors(shape: Shape, stretched: NonNullable<Shape["stretched"]>): Tensor {
  const factors = ropeFactorsOf(shape, stretched);
  const data = () => [new Uint8Array(factors.buffer)];
  return { name: "rope_freqs.weight", type: "F32", shape: [factors.length], data };
}

export function ropeFactorsOf(
  { headWidth, ropeBase }: Pick<Shape, "headWidth" | "ropeBase">,
  { from, factor }: NonNullable<Shape["stretched"]>,
): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: headWidth / 2 }, (_, index) => {
    const turns = from / (2 * Math.PI * ropeBase ** ((2 * index) / headWidth));
    // Turns within the first context: fewer than one is slow, more than four is fast.
    const fast = Math.min(1, Math.max(0, (turns - 1) / 3));
    return 1 / ((1 - fast) / factor + fast);
  });
}
