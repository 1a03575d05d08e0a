// The command line of `npm run bench:rules`. It must not know how anything is measured.

import { fileURLToPath } from "node:url";

export const allParts = ["start-up", "process", "memory", "linear", "keystroke", "speed", "units"] as const;
export type Part = (typeof allParts)[number];

export interface Arguments {
  readonly parts: readonly Part[];
  /** Whose Markdown files are measured beside the samples, when it exists. */
  readonly folder: string;
}

const realGuidelines = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
/** Options that are followed by a value; --json is the report's. */
const options = ["--only", "--json"];

export function parseArguments(args: readonly string[]): Arguments {
  const only = args.indexOf("--only");
  const given = only >= 0 ? (args[only + 1] ?? "").split(",") : allParts;
  const parts = given.map((name) => {
    const part = allParts.find((known) => known === name);
    if (!part) throw new Error(`--only takes ${allParts.join(", ")}, not “${name}”.`);
    return part;
  });
  const folder = args.find((arg, i) => !arg.startsWith("--") && !options.includes(args[i - 1] ?? ""));
  return { parts, folder: folder ?? realGuidelines };
}
