#!/usr/bin/env node

// The command line's entry. What V8 compiles is kept for the next start, so that nothing else may be loaded before.

import * as module from "node:module";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { keptProgram } from "./cli/kept-program.ts";
import type * as Program from "./cli/main.ts";

declare const GUIDEWRIGHT_VERSION: string | undefined;

// V8 interprets an expression before it compiles it: the second costs less than the first saves, even for a short file.
setFlagsFromString("--no-regexp-tier-up");
// Most of what is made at the start stays, and would be copied each time that the space for what is new has filled up.
setFlagsFromString("--semi-space-growth-factor=16");
// Not in every Node that we run on.
module.enableCompileCache?.();

// A reader that closes early, such as `head`, is no error.
process.stdout.on("error", () => process.exit(0));

/** In the build it is one file. */
async function program(): Promise<typeof Program> {
  if (typeof GUIDEWRIGHT_VERSION === "undefined") return import("./cli/main.ts");
  const key = `${GUIDEWRIGHT_VERSION}-${process.argv[2]}`;
  return keptProgram(fileURLToPath(new URL("./program.cjs", import.meta.url)), key);
}

void program().then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
});
