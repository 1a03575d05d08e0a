// The command line of `npm run bench:engine`. It must not know how anything is measured.

import { parseArgs } from "node:util";

export const allParts = ["throughput", "append", "reuse", "cancel", "lag", "typing"] as const;
export type Part = (typeof allParts)[number];

export interface Arguments {
  readonly parts: readonly Part[];
  /** A GGUF file instead of the starter model. */
  readonly model: string | undefined;
  /** Another one, too large for most parts, whose throughput is measured as well. */
  readonly large: string | undefined;
  /** 0: as many as the host takes by itself. */
  readonly threads: number;
  /** llama.cpp's own programs, where there are any. */
  readonly llamaBench: string | undefined;
  readonly llamaServer: string | undefined;
}

/** --json is the report's. */
export function parseArguments(args: readonly string[], env: NodeJS.ProcessEnv = {}): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string" },
      model: { type: "string" },
      large: { type: "string" },
      threads: { type: "string", default: "0" },
      json: { type: "string" },
      "llama-bench": { type: "string" },
      "llama-server": { type: "string" },
    },
  });
  const parts = (values.only?.split(",") ?? allParts).map((name) => {
    const part = allParts.find((known) => known === name);
    if (!part) throw new Error(`--only takes ${allParts.join(", ")}, not “${name}”.`);
    return part;
  });
  const threads = Number(values.threads);
  if (!Number.isInteger(threads) || threads < 0)
    throw new Error(`--threads takes a number of threads, not “${values.threads}”.`);
  return {
    parts,
    threads,
    model: values.model,
    large: values.large,
    llamaBench: values["llama-bench"] ?? env.GUIDEWRIGHT_LLAMA_BENCH,
    llamaServer: values["llama-server"] ?? env.GUIDEWRIGHT_LLAMA_SERVER,
  };
}
