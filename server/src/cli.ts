#!/usr/bin/env node

// The command line's entry. What V8 compiles is kept for the next start, so that nothing else may be loaded before.

import * as module from "node:module";

// Not in every Node that we run on.
module.enableCompileCache?.();

// A reader that closes early, such as `head`, is no error.
process.stdout.on("error", () => process.exit(0));

void import("./cli/main.ts").then(async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
});
