// Writes GGUF files, version 3, tensor by tensor, so that a file may be larger than memory. It must not know
// models: what the metadata means and what the tensors hold is its caller's business.
import { closeSync, openSync, writeSync } from "node:fs";
import { type TensorType, tensorTypes } from "./blocks.ts";

/** A plain number is a 32-bit whole number; fractions are marked. */
export type MetadataValue =
  | number
  | boolean
  | string
  | { readonly float: number }
  | readonly string[]
  | Int32Array
  | Float32Array;

export interface Tensor {
  readonly name: string;
  readonly type: TensorType;
  /** The shortest steps first: [columns, rows]. */
  readonly shape: readonly number[];
  /** The data in order, in pieces of any size. */
  readonly data: () => Iterable<Uint8Array>;
}

export interface GgufFile {
  readonly metadata: Readonly<Record<string, MetadataValue>>;
  readonly tensors: readonly Tensor[];
}

const alignment = 32;
const version = 3;
const valueTypes = { u32: 4, i32: 5, f32: 6, bool: 7, string: 8, array: 9 } as const;
const padded = (size: number) => Math.ceil(size / alignment) * alignment;

/** What the file will take on disk. */
export function sizeOf(file: GgufFile): number {
  return padded(header(file).length) + file.tensors.reduce((sum, tensor) => sum + padded(bytesOf(tensor)), 0);
}

export function writeGguf(path: string, file: GgufFile): void {
  const to = openSync(path, "w");
  try {
    writePadded(to, [header(file)]);
    for (const tensor of file.tensors) {
      const written = writePadded(to, tensor.data());
      if (written !== bytesOf(tensor)) throw new Error(`${tensor.name} has ${written} bytes.`);
    }
  } finally {
    closeSync(to);
  }
}

function writePadded(to: number, pieces: Iterable<Uint8Array>): number {
  let size = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; ) at += writeSync(to, piece, at);
    size += piece.length;
  }
  writeSync(to, new Uint8Array(padded(size) - size));
  return size;
}

function bytesOf({ type, shape }: Tensor): number {
  const { elements, bytes } = tensorTypes[type];
  return (shape.reduce((product, length) => product * length, 1) / elements) * bytes;
}

function header({ metadata, tensors }: GgufFile): Buffer {
  const pairs = Object.entries(metadata);
  const parts = [Buffer.from("GGUF"), u32(version), u64(tensors.length), u64(pairs.length)];
  for (const [key, value] of pairs) parts.push(text(key), encoded(value));
  let offset = 0;
  for (const tensor of tensors) {
    const { name, type, shape } = tensor;
    parts.push(text(name), u32(shape.length), ...shape.map(u64), u32(tensorTypes[type].id), u64(offset));
    offset += padded(bytesOf(tensor));
  }
  return Buffer.concat(parts);
}

function encoded(value: MetadataValue): Buffer {
  return Buffer.concat(valueParts(value));
}

function valueParts(value: MetadataValue): Buffer[] {
  const { array } = valueTypes;
  if (typeof value === "number") return [u32(valueTypes.u32), u32(value)];
  if (typeof value === "boolean") return [u32(valueTypes.bool), Buffer.from([value ? 1 : 0])];
  if (typeof value === "string") return [u32(valueTypes.string), text(value)];
  if ("float" in value) return [u32(valueTypes.f32), bytesIn(Float32Array.of(value.float))];
  if (value instanceof Int32Array)
    return [u32(array), u32(valueTypes.i32), u64(value.length), bytesIn(value)];
  if (value instanceof Float32Array)
    return [u32(array), u32(valueTypes.f32), u64(value.length), bytesIn(value)];
  return [u32(array), u32(valueTypes.string), u64(value.length), ...value.map(text)];
}

const bytesIn = ({ buffer, byteOffset, byteLength }: Int32Array | Float32Array) =>
  Buffer.from(buffer, byteOffset, byteLength);
const text = (string: string) => Buffer.concat([u64(Buffer.byteLength(string)), Buffer.from(string)]);

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}
