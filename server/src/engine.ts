// The real engine: models from the models folder, run by the host process that is built beside this file.

import { fileURLToPath } from "node:url";
import type { Engine } from "./compose.ts";
import { LocalBackend } from "./llm/local-backend.ts";
import { modelsDir } from "./llm/models-dir.ts";

const hostPath = fileURLToPath(new URL("./host.mjs", import.meta.url));

export const localEngine: Engine = {
  modelsDir: modelsDir(),
  create:
    (log) =>
    (model, { gpu, threads, contextSize }) =>
      new LocalBackend({ hostPath, model, settings: { gpu, threads, contextSize }, onLog: log }),
};
