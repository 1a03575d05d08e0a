// Loaded into a process before all else: at SIGUSR2 it collects its garbage and writes down what is left, in bytes, in
// the folder that GUIDEWRIGHT_PROBE names. It must not know whose memory it is.

import { renameSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const file = `${process.env.GUIDEWRIGHT_PROBE}/${process.pid}`;

process.on("SIGUSR2", () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  writeFileSync(`${file}.part`, String(heapUsed + external));
  renameSync(`${file}.part`, file);
});
