// The real engine: models from the models folder, run by the host process that is built beside this file.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Engine } from "./compose.ts";
import { LocalBackend } from "./llm/local-backend.ts";
import { modelsDir, ownDir } from "./llm/models-dir.ts";
import { Power } from "./llm/power.ts";
import { contextsFolder, statesFolder } from "./llm/states-folder.ts";

const hostPath = fileURLToPath(new URL("./host.mjs", import.meta.url));

const power = new Power();

export const localEngine: Engine = {
  modelsDir: modelsDir(),
  contextsDir: contextsFolder(ownDir()),
  create:
    (log) =>
    (model, { gpu, threads, contextSize, template = "raw", idleMinutes = 0, saveEnergy, keepContext }) =>
      new LocalBackend({
        hostPath,
        model,
        settings: {
          gpu,
          threads,
          contextSize,
          template,
          statesFolder: statesFolder(modelsDir()),
          ...(keepContext && { contextsFolder: contextsFolder(ownDir()) }),
          measuresFile: join(modelsDir(), "measured.json"),
        },
        idleMs: idleMinutes * 60_000,
        ...(saveEnergy && { power }),
        onLog: log,
      }),
};
