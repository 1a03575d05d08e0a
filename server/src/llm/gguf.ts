// Reads the header of a GGUF file, just enough to know where its data must end and what shape the model has. Pure
// and total: any bytes at all give an answer, never an exception. It must not know files or models.

export type GgufHeader =
  | { readonly kind: "ok"; readonly dataEnd: number; readonly values: GgufValues }
  /** The bytes given end inside the header. */
  | { readonly kind: "more" }
  | { readonly kind: "damaged"; readonly why: string };

/** The numbers and short texts of the metadata, by key. */
export type GgufValues = ReadonlyMap<string, number | string>;

const maxCount = 10_000_000;
const maxDimensions = 8;
const maxArrayDepth = 8;

/** Byte size of each metadata value type; 8 is a string, 9 an array. */
const valueSizes: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const u32Type = 4;
const u64Type = 10;
const stringType = 8;
const longestText = 200;
const arrayType = 9;

/** Tensor type → [elements in a block, bytes of a block], as ggml.h defines them. */
const blocks: Readonly<Record<number, readonly [number, number]>> = {
  0: [1, 4],
  1: [1, 2],
  2: [32, 18],
  3: [32, 20],
  6: [32, 22],
  7: [32, 24],
  8: [32, 34],
  9: [32, 36],
  10: [256, 84],
  11: [256, 110],
  12: [256, 144],
  13: [256, 176],
  14: [256, 210],
  15: [256, 292],
  16: [256, 66],
  17: [256, 74],
  18: [256, 98],
  19: [256, 50],
  20: [32, 18],
  21: [256, 110],
  22: [256, 82],
  23: [256, 136],
  24: [1, 1],
  25: [1, 2],
  26: [1, 4],
  27: [1, 8],
  28: [1, 8],
  29: [256, 56],
  30: [1, 2],
  34: [256, 54],
  35: [256, 66],
  39: [32, 17],
  40: [64, 36],
  41: [128, 18],
  42: [64, 18],
};

class Stop extends Error {
  readonly header: GgufHeader;
  constructor(header: GgufHeader) {
    super(header.kind);
    this.header = header;
  }
}

const damaged = (why: string) => new Stop({ kind: "damaged", why });

class Cursor {
  at = 0;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  skip(count: number): number {
    const start = this.at;
    if (start + count > this.#view.byteLength) throw new Stop({ kind: "more" });
    this.at = start + count;
    return start;
  }

  u32(): number {
    return this.#view.getUint32(this.skip(4), true);
  }

  u64(limit: number, what: string): number {
    const value = this.#view.getBigUint64(this.skip(8), true);
    if (value > BigInt(limit)) throw damaged(`${what} is impossibly large`);
    return Number(value);
  }

  text(length: number): string {
    const start = this.skip(length);
    return new TextDecoder().decode(new Uint8Array(this.#view.buffer, this.#view.byteOffset + start, length));
  }
}

/** Looks at the first bytes of a file. `fileSize` bounds what lengths can be believed. */
export function readGgufHeader(bytes: Uint8Array, fileSize: number): GgufHeader {
  try {
    return parse(new Cursor(bytes), fileSize);
  } catch (error) {
    if (error instanceof Stop) return error.header;
    throw error;
  }
}

function parse(cursor: Cursor, fileSize: number): GgufHeader {
  if (cursor.text(4) !== "GGUF") throw damaged("it does not begin with the letters GGUF");
  const version = cursor.u32();
  if (version !== 2 && version !== 3) throw damaged(`its version is ${version}, not 2 or 3`);
  const tensors = cursor.u64(maxCount, "the number of tensors");
  const pairs = cursor.u64(maxCount, "the number of metadata entries");
  const values = new Map<string, number | string>();
  for (let i = 0; i < pairs; i++) {
    const key = cursor.text(cursor.u64(65_535, "the length of a key"));
    const value = readValue(cursor, cursor.u32(), fileSize);
    if (value !== undefined) values.set(key, value);
  }
  const alignment = Number(values.get("general.alignment") ?? 32);
  if (!(alignment > 0) || alignment > 1 << 20) throw damaged("its alignment makes no sense");
  const padded = (length: number) => Math.ceil(length / alignment) * alignment;
  let end = 0;
  let next: number | undefined = 0;
  for (let i = 0; i < tensors; i++) {
    const { offset, bytes } = readTensor(cursor);
    // llama.cpp asks for this, too; a wrong shape or place shows here.
    if (next !== undefined && offset !== next) throw damaged("its tensors do not follow one another");
    end = Math.max(end, offset + (bytes ?? 0));
    next = bytes === undefined ? undefined : padded(offset + bytes);
  }
  return { kind: "ok", dataEnd: padded(cursor.at) + end, values };
}

/** Undefined for all that is no whole number or short text; it is skipped. */
function readValue(cursor: Cursor, type: number, fileSize: number): number | string | undefined {
  if (type === u32Type) return cursor.u32();
  if (type === u64Type) return cursor.u64(Number.MAX_SAFE_INTEGER, "a number of its metadata");
  if (type === stringType) {
    const length = cursor.u64(Number.MAX_SAFE_INTEGER, "the length of a text");
    if (length <= longestText) return cursor.text(length);
    cursor.skip(length);
  } else skipValue(cursor, type, fileSize, 0);
  return undefined;
}

function skipValue(cursor: Cursor, type: number, fileSize: number, depth: number): void {
  const size = valueSizes[type];
  if (size !== undefined) cursor.skip(size);
  else if (type === stringType) cursor.skip(cursor.u64(Number.MAX_SAFE_INTEGER, "the length of a text"));
  else if (type === arrayType) skipArray(cursor, fileSize, depth);
  else throw damaged(`it has a metadata value of the unknown type ${type}`);
}

function skipArray(cursor: Cursor, fileSize: number, depth: number): void {
  if (depth >= maxArrayDepth) throw damaged("its metadata is nested too deeply");
  const type = cursor.u32();
  const length = cursor.u64(Number.MAX_SAFE_INTEGER, "the length of a list");
  const size = valueSizes[type];
  if (size !== undefined) {
    cursor.skip(length * size);
    return;
  }
  // Each element takes eight bytes at least, so garbage cannot keep us busy.
  if (length > Math.max(fileSize, 1) / 8) throw new Stop({ kind: "more" });
  for (let i = 0; i < length; i++) skipValue(cursor, type, fileSize, depth + 1);
}

/** Without bytes: its type is newer than this table. */
function readTensor(cursor: Cursor): { readonly offset: number; readonly bytes: number | undefined } {
  cursor.skip(cursor.u64(65_535, "the length of a tensor's name"));
  const dimensions = cursor.u32();
  if (dimensions > maxDimensions) throw damaged("a tensor has too many dimensions");
  let elements = 1;
  for (let i = 0; i < dimensions; i++) elements *= cursor.u64(Number.MAX_SAFE_INTEGER, "a tensor");
  const block = blocks[cursor.u32()];
  const offset = cursor.u64(Number.MAX_SAFE_INTEGER, "a tensor's offset");
  if (!Number.isSafeInteger(elements)) throw damaged("a tensor is impossibly large");
  return { offset, bytes: block && Math.ceil(elements / block[0]) * block[1] };
}
