// Loaded into the language server before it starts: how late its event loop is, written to a file when it
// ends. Any other process that inherits the option is left alone.

import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const file = process.env.GUIDEWRIGHT_LAG;
/** Milliseconds between looks; a look that comes later is lag. */
const resolution = 1;

if (file !== undefined && process.argv[1]?.endsWith("main.mjs")) {
  const delay = monitorEventLoopDelay({ resolution });
  // Starting is no lag: nobody waits for a server that has not said hello.
  process.once("SIGUSR2", () => delay.enable());
  process.once("exit", () => {
    const late = (share: number) => Math.max(0, delay.percentile(share) / 1e6 - resolution);
    writeFileSync(
      file,
      JSON.stringify({ p50: late(50), p99: late(99), longest: late(100), looks: delay.count }),
    );
  });
}
