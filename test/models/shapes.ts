// The shapes of the family's models, true ones and tiny ones of the same making, as data. It must not know how
// files are written.

export interface Shape {
  readonly architecture: "gemma2" | "llama" | "qwen2";
  readonly layers: number;
  readonly width: number;
  readonly inner: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly headWidth: number;
  readonly context: number;
  readonly vocabulary: number;
  readonly ropeBase: number;
  /** Llama 3.1's: the context it was first trained on, and how much more it is stretched to. */
  readonly stretched?: { readonly from: number; readonly factor: number };
  /** Gemma 2's: how far back every other layer looks. */
  readonly window?: number;
  /** Whole numbers of bits as in files of the usual quantisation, or plain floats. */
  readonly weights: "Q4_K_M" | "F32";
}

const gemma2 = { architecture: "gemma2", ropeBase: 10_000, headWidth: 256, context: 8192 } as const;
const llama31 = { architecture: "llama", ropeBase: 500_000, headWidth: 128, keyHeads: 8 } as const;
const quantised = { weights: "Q4_K_M" } as const;
const tiny = { layers: 4, width: 256, inner: 512, heads: 4, keyHeads: 2, headWidth: 64, context: 2048 };

export const shapes = {
  "gemma2-2b": {
    ...{ ...gemma2, ...quantised, layers: 26, width: 2304, inner: 9216, heads: 8, keyHeads: 4 },
    ...{ vocabulary: 256_000, window: 4096 },
  },
  "gemma2-9b": {
    ...{ ...gemma2, ...quantised, layers: 42, width: 3584, inner: 14_336, heads: 16, keyHeads: 8 },
    ...{ vocabulary: 256_000, window: 4096 },
  },
  "llama3.1-8b": {
    ...{ ...llama31, ...quantised, layers: 32, width: 4096, inner: 14_336, heads: 32 },
    ...{ vocabulary: 128_256, context: 131_072, stretched: { from: 8192, factor: 8 } },
  },
  "llama3.1-70b": {
    ...{ ...llama31, ...quantised, layers: 80, width: 8192, inner: 28_672, heads: 64 },
    ...{ vocabulary: 128_256, context: 131_072, stretched: { from: 8192, factor: 8 } },
  },
  "qwen2.5-7b": {
    ...{ ...quantised, architecture: "qwen2", ropeBase: 1_000_000, headWidth: 128, keyHeads: 4 },
    ...{ layers: 28, width: 3584, inner: 18_944, heads: 28, vocabulary: 152_064, context: 32_768 },
  },
  "tiny-gemma2": { ...gemma2, ...quantised, ...tiny, vocabulary: 1000, window: 64 },
  "tiny-llama3.1": {
    ...{ ...llama31, ...quantised, ...tiny, vocabulary: 900 },
    stretched: { from: 128, factor: 8 },
  },
  "tiny-qwen2.5": { ...quantised, ...tiny, architecture: "qwen2", ropeBase: 1_000_000, vocabulary: 900 },
} as const satisfies Readonly<Record<string, Shape>>;

export type ShapeName = keyof typeof shapes;
