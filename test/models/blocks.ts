// Random weights in the formats that model files have: repeatable random bytes whose scales are set so that
// the weights have a chosen spread. It must not know files or models.
import { createCipheriv, createHash } from "node:crypto";

export type TensorType = "F32" | "Q4_K" | "Q6_K";

/** As ggml numbers them: elements in a block, and bytes of a block. */
export const tensorTypes = {
  F32: { id: 0, elements: 1, bytes: 4 },
  Q4_K: { id: 12, elements: 256, bytes: 144 },
  Q6_K: { id: 14, elements: 256, bytes: 210 },
} as const;

export interface Spread {
  readonly mean?: number;
  readonly deviation: number;
}

const mostBytes = 1 << 24;

/** Rows of random weights, in pieces. What a row looks like depends on its tensor's name and on the seed alone. */
export function* randomRows(
  name: string,
  { type, columns, rows }: { readonly type: TensorType; readonly columns: number; readonly rows: number },
  spread: (row: number) => Spread,
): Iterable<Uint8Array> {
  const { elements, bytes } = tensorTypes[type];
  const rowBytes = (columns / elements) * bytes;
  const random = randomBytes(name);
  const atOnce = Math.max(1, Math.floor(mostBytes / rowBytes));
  for (let row = 0; row < rows; row += atOnce) {
    const piece = random(Math.min(atOnce, rows - row) * rowBytes);
    for (let at = 0; at < piece.length; at += rowBytes)
      fill[type](piece.subarray(at, at + rowBytes), spread(row + at / rowBytes));
    yield piece;
  }
}

/** A cipher's key stream: as good as random, fast, and the same for the same seed. */
function randomBytes(seed: string): (length: number) => Uint8Array {
  const key = createHash("sha256").update(seed).digest().subarray(0, 16);
  const cipher = createCipheriv("aes-128-ctr", key, Buffer.alloc(16));
  return (length) => new Uint8Array(cipher.update(Buffer.alloc(length)));
}

type Fill = (bytes: Uint8Array, spread: Spread) => void;

/** Deviation of numbers that are equally likely between −1 and 1. */
const evenDeviation = 1 / Math.sqrt(3);
/** Scale and offset of each part of a block; the largest that 6 bits hold is 63. */
const part = 32;
/** Deviations of the whole numbers 0 to 15 and −32 to 31, and the middle of the former. */
const fourBits = { deviation: Math.sqrt((16 ** 2 - 1) / 12), middle: 7.5 };
const sixBits = { deviation: Math.sqrt((64 ** 2 - 1) / 12) };

const fill: Readonly<Record<TensorType, Fill>> = {
  F32(bytes, { mean = 0, deviation }) {
    const view = viewOf(bytes);
    const scale = deviation / evenDeviation / 2 ** 31;
    for (let at = 0; at < bytes.length; at += 4) view.setFloat32(at, mean + scale * view.getInt32(at), true);
  },
  // Two half floats (scale, offset), twelve bytes with eight 6-bit scales and offsets, 256 four-bit numbers.
  Q4_K(bytes, { deviation }) {
    const view = viewOf(bytes);
    const scale = half(deviation / (part * fourBits.deviation));
    const offset = half((fourBits.middle * deviation) / (part * fourBits.deviation));
    for (let at = 0; at < bytes.length; at += tensorTypes.Q4_K.bytes) {
      view.setUint16(at, scale, true);
      view.setUint16(at + 2, offset, true);
      // All parts alike: 32 is 100000 in bits, and of the later four the two high bits stand in the first eight bytes.
      bytes.fill(0b10_100000, at + 4, at + 12);
      bytes.fill(0, at + 12, at + 16);
    }
  },
  // 256 six-bit numbers, sixteen scales of a byte, and a half float that scales them all.
  Q6_K(bytes, { deviation }) {
    const view = viewOf(bytes);
    const scale = half(deviation / (part * sixBits.deviation));
    for (let at = 0; at < bytes.length; at += tensorTypes.Q6_K.bytes) {
      bytes.fill(part, at + 192, at + 208);
      view.setUint16(at + 208, scale, true);
    }
  },
};

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength);

/** The bits of the nearest half float, for small positive numbers. */
function half(value: number): number {
  const exponent = Math.max(-14, Math.floor(Math.log2(value)));
  const fraction = Math.round((value / 2 ** exponent) * 1024);
  // Subnormal numbers have no leading one; a fraction that was rounded up to 2 carries into the exponent.
  return exponent === -14 && fraction < 1024 ? fraction : ((exponent + 14) << 10) + fraction;
}
