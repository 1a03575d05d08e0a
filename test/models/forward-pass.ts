// What a model of this family computes, written out plainly from its description: the standard that the engine is
// held against. It reads a file's tensors of plain floats and must not know llama.cpp.
import { epsilon, ropeFactorsOf } from "./architectures.ts";
import type { GgufFile } from "./gguf-file.ts";
import type { Shape } from "./shapes.ts";

type Vector = Float32Array<ArrayBuffer>;

/** Natural-log probabilities of every token of the vocabulary, after the one at a place of these. */
export function forwardPass(shape: Shape, file: GgufFile, tokens: readonly number[]): (at: number) => Vector {
  const weights = weightsOf(file);
  const embedding = weights("token_embd.weight");
  const scale = shape.architecture === "gemma2" ? Math.sqrt(shape.width) : 1;
  let states = tokens.map((token) =>
    embedding.slice(token * shape.width, (token + 1) * shape.width).map((value) => value * scale),
  );
  for (let layer = 0; layer < shape.layers; layer++) {
    const of = (name: string) => weights(`blk.${layer}.${name}`);
    states = added(
      states,
      after(shape, attention(shape, layer, of, states), of, "post_attention_norm.weight"),
    );
    states = added(states, after(shape, feedForward(shape, of, states), of, "post_ffw_norm.weight"));
  }
  const output = shape.architecture === "gemma2" ? embedding : weights("output.weight");
  const norm = weights("output_norm.weight");
  return (at) => logProbabilities(shape, times(output, normed(shape, states[at]!, norm)));
}

type Weights = (name: string) => Vector;

function weightsOf({ tensors }: GgufFile): Weights {
  const read = new Map<string, Vector>();
  return (name) => {
    const known = read.get(name);
    if (known) return known;
    const tensor = tensors.find((other) => other.name === name);
    if (tensor?.type !== "F32") throw new Error(`There are no plain floats by the name ${name}.`);
    const bytes = Buffer.concat([...tensor.data()]);
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    read.set(name, values);
    return values;
  };
}

/** Gemma norms once more what a part of a layer says. */
function after(shape: Shape, said: Vector[], of: Weights, name: string): Vector[] {
  return shape.architecture === "gemma2" ? said.map((state) => normed(shape, state, of(name))) : said;
}

function attention(shape: Shape, layer: number, of: Weights, states: readonly Vector[]): Vector[] {
  const { architecture, heads, keyHeads, headWidth } = shape;
  const inputs = states.map((state) => normed(shape, state, of("attn_norm.weight")));
  const projected = (part: "q" | "k" | "v") => {
    const bias = architecture === "qwen2" ? of(`attn_${part}.bias`) : undefined;
    return inputs.map((input) => plus(times(of(`attn_${part}.weight`), input), bias));
  };
  const queries = projected("q").map((query, at) => turned(shape, query, at));
  const keys = projected("k").map((key, at) => turned(shape, key, at));
  const values = projected("v");
  // Every other layer of Gemma, the first included, sees no further than its window.
  const window = shape.window !== undefined && layer % 2 === 0 ? shape.window : states.length;
  return queries.map((query, at) => {
    const first = Math.max(0, at - window + 1);
    const mixed = new Float32Array(heads * headWidth);
    for (let head = 0; head < heads; head++) {
      const from = Math.floor(head / (heads / keyHeads)) * headWidth;
      const part = query.subarray(head * headWidth, (head + 1) * headWidth);
      const seen = keys.slice(first, at + 1).map((key) => dot(part, key, from) / Math.sqrt(headWidth));
      const shares = softmax(shape.window === undefined ? seen : seen.map((score) => capped(score, 50)));
      for (const [index, share] of shares.entries())
        for (let i = 0; i < headWidth; i++)
          mixed[head * headWidth + i]! += share * values[first + index]![from + i]!;
    }
    return times(of("attn_output.weight"), mixed);
  });
}

function feedForward(shape: Shape, of: Weights, states: readonly Vector[]): Vector[] {
  const activation = shape.architecture === "gemma2" ? gelu : silu;
  return states.map((state) => {
    const input = normed(shape, state, of("ffn_norm.weight"));
    const up = times(of("ffn_up.weight"), input);
    const gated = times(of("ffn_gate.weight"), input).map((value, i) => activation(value) * up[i]!);
    return times(of("ffn_down.weight"), gated);
  });
}

/** Rotates pairs of a vector by its place: neighbours in Llama files, halves in the others. */
function turned(shape: Shape, vector: Vector, at: number): Vector {
  const { headWidth, ropeBase, architecture, stretched } = shape;
  const factors = stretched && ropeFactorsOf(shape, stretched);
  const half = headWidth / 2;
  const result = new Float32Array(vector.length);
  for (let head = 0; head < vector.length; head += headWidth) {
    for (let i = 0; i < half; i++) {
      const angle = (at * ropeBase ** ((-2 * i) / headWidth)) / (factors?.[i] ?? 1);
      const [a, b] =
        architecture === "llama" ? [head + 2 * i, head + 2 * i + 1] : [head + i, head + i + half];
      result[a] = vector[a]! * Math.cos(angle) - vector[b]! * Math.sin(angle);
      result[b] = vector[a]! * Math.sin(angle) + vector[b]! * Math.cos(angle);
    }
  }
  return result;
}

function logProbabilities({ window }: Shape, logits: Vector): Vector {
  const final = window === undefined ? logits : logits.map((logit) => capped(logit, 30));
  const top = final.reduce((most, logit) => Math.max(most, logit));
  const total = final.reduce((sum, logit) => sum + Math.exp(logit - top), 0);
  return final.map((logit) => logit - top - Math.log(total));
}

function normed(shape: Shape, vector: Vector, weights: Vector): Vector {
  const scale = 1 / Math.sqrt(dot(vector, vector) / vector.length + epsilon(shape));
  return vector.map((value, i) => value * scale * weights[i]!);
}

function times(matrix: Vector, vector: Vector): Vector {
  const rows = matrix.length / vector.length;
  return Float32Array.from({ length: rows }, (_, row) => dot(vector, matrix, row * vector.length));
}

function dot(a: Vector, b: Vector, from = 0): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[from + i]!;
  return sum;
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

const added = (states: readonly Vector[], more: readonly Vector[]) =>
  states.map((state, at) => plus(state, more[at]));
const plus = (a: Vector, b?: Vector) => (b ? a.map((value, i) => value + b[i]!) : a);
const capped = (value: number, cap: number) => cap * Math.tanh(value / cap);
const silu = (value: number) => value / (1 + Math.exp(-value));
const gelu = (value: number) =>
  (value / 2) * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (value + 0.044715 * value ** 3)));
